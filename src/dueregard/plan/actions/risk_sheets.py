"""Deeds on a register’s sheet: bringing one in through the deeds of section 2, all of it or nothing; taking one away."""

from collections.abc import Sequence
from dataclasses import asdict
from datetime import date

from dueregard.access.deeds import deed
from dueregard.access.roles import Permission
from dueregard.access.viewer import Viewer
from dueregard.audit.actions import record
from dueregard.basics.refused import Refused
from dueregard.organisations import queries as organisations
from dueregard.plan.actions.sheets import Layout, remember
from dueregard.plan.rules.sheets.risk_weighed import RiskSaid
from dueregard.risk import actions as risk
from dueregard.risk.queries.sheets import wordings_now
from dueregard.risk.rules.matrix import Scores
from dueregard.risk.rules.risks import Concerns, RiskKind, RiskStatus, Wording

SHEET = "As the register’s sheet says"


@deed
def bring_in_register(
    said: Sequence[RiskSaid], *, by: Viewer, on: date, concerns: str, digest: str, marking: str = "official", layout: Layout | None = None
) -> int:
    """Record what a sheet says of the register, new risks and changes, and remember which column held what."""
    by.must(Permission.RISK_EDIT)
    wordings = wordings_now(by) if any(one.ref and one.texts for one in said) else {}
    for one in said:
        try:
            if one.ref:
                _changed(one, wordings, by=by, on=on)
                _told(one.ref, one, by=by, on=on)
            else:
                _told(_identified(one, by=by, on=on, concerns=concerns, marking=marking), one, by=by, on=on)
        except Refused as refusal:
            raise Refused(f"Row {one.number}: {refusal}. Nothing of the file is written") from refusal
    if layout:
        remember(layout, by=by)
    record("plan.register.brought-in", organisations.area(by), by=by, risks=len(said), digest=digest)
    return len(said)


def _identified(one: RiskSaid, *, by: Viewer, on: date, concerns: str, marking: str) -> str:
    kind = RiskKind.CORPORATE if concerns == Concerns.DUTY else RiskKind.SITUATIONAL
    made = risk.identify_risk(
        Wording(**one.texts),
        by=by,
        on=on,
        kind=kind.value,
        concerns=concerns,
        owner=one.body or None,
        person=one.person or None,
        reference=one.reference,
        marking=marking,
    )
    return made.ref


def _changed(one: RiskSaid, wordings: dict[str, Wording], *, by: Viewer, on: date) -> None:
    """What changed of a risk that is there: open again first, then its words, whose it is, where it stands in the corporate register."""
    if one.status == RiskStatus.OPEN:
        risk.reopen_risk(one.ref, by=by, on=on, because=SHEET)
    if one.texts and one.ref not in wordings:
        raise Refused(f"There is no risk {one.ref} in this area that you can see")
    if one.texts:
        risk.reword_risk(one.ref, by=by, on=on, wording=Wording(**asdict(wordings[one.ref]) | dict(one.texts)))
    if one.body:
        risk.hand_over_risk(one.ref, by=by, on=on, body=one.body, person=one.person or None)
    if one.reference:
        risk.refer_risk(one.ref, by=by, on=on, reference=one.reference)


def _told(ref: str, one: RiskSaid, *, by: Viewer, on: date) -> None:
    """Its controls, its scores as a review, and its end."""
    for control in one.controls:
        risk.put_control(ref, by=by, on=on, words=control)
    if one.scores or one.review:
        steps = {name: (int(score.split(" x ")[0]), int(score.split(" x ")[1])) for name, score in one.scores.items()}
        risk.review_risk(ref, by=by, on=on, because=SHEET, scores=Scores(**steps), next_due=one.review)
    if one.status == RiskStatus.CLOSED:
        risk.close_risk(ref, by=by, on=on, because=SHEET)


@deed
def take_register_away(*, by: Viewer, rows: int, ending: str, marking: str) -> None:
    """Take the risk register out of the house as a sheet, to be changed and brought in again."""
    by.must(Permission.RISK_READ)
    record("plan.register.taken-away", organisations.area(by), by=by, rows=rows, ending=ending, marking=marking)
