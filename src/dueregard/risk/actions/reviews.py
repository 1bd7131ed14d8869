"""Deeds on how a risk stands: reviewing and scoring it, closing and opening it again, continuing it under another marking."""

from datetime import date
from uuid import UUID

from dueregard.access.deeds import deed
from dueregard.access.roles import Permission
from dueregard.access.viewer import Viewer
from dueregard.basics.many import write
from dueregard.basics.refused import Refused
from dueregard.organisations.actions import given
from dueregard.privacy.marking import Marking
from dueregard.risk.actions import rows
from dueregard.risk.actions.recording import record
from dueregard.risk.actions.risks import identify_risk, to_change
from dueregard.risk.models import Control, Risk, RiskSource, RiskStep
from dueregard.risk.queries.matrix import matrix_on, scales
from dueregard.risk.queries.now import RiskNow
from dueregard.risk.queries.risks import RiskRow, risk_to_change, risks
from dueregard.risk.rules.matrix import Scores
from dueregard.risk.rules.risks import RiskStatus, Wording

NOTHING_SCORED = Scores()


@deed
def review_risk(
    ref: str,
    *,
    by: Viewer,
    on: date,
    because: str,
    scores: Scores = NOTHING_SCORED,
    next_due: date | None = None,
    done_by: str | None = None,
    seen: int | None = None,
) -> None:
    """Review a risk: its scores on the matrix in force that day, why they are so, and when it is next to be reviewed."""
    by.must(Permission.RISK_EDIT)
    risk = to_change(ref, by=by, on=on, seen=seen)
    _score(risk, by=by, on=on, because=because, scores=scores, next_due=next_due, done_by=done_by)
    record("risk.risk.reviewed", risk, by=by, on=on)


def _score(
    risk: Risk, *, by: Viewer, on: date, because: str, scores: Scores, next_due: date | None = None, done_by: str | None = None
) -> None:
    matrix, who = matrix_on(by, as_at=on), given.person_or_none(done_by, by=by)
    scored = rows.Scored(scores, matrix, scales(by)[matrix.pk if matrix else None])
    write([rows.reviewed(risk, by=by, on=on, because=because, scored=scored, next_due=next_due, done_by=who)])


@deed
def close_risk(ref: str, *, by: Viewer, on: date, because: str, seen: int | None = None) -> None:
    """Close a risk that no longer stands, with the reason; its history stays."""
    by.must(Permission.RISK_EDIT)
    risk = _step(ref, by=by, on=on, to=RiskStatus.CLOSED, because=because, seen=seen)
    record("risk.risk.closed", risk, by=by, on=on)


@deed
def reopen_risk(ref: str, *, by: Viewer, on: date, because: str, seen: int | None = None) -> None:
    """Open a closed risk again, with the reason."""
    by.must(Permission.RISK_EDIT)
    risk = _step(ref, by=by, on=on, to=RiskStatus.OPEN, because=because, seen=seen)
    record("risk.risk.opened-again", risk, by=by, on=on)


def _step(ref: str, *, by: Viewer, on: date, to: RiskStatus, because: str, seen: int | None) -> Risk:
    risk = risk_to_change(by).get(ref=ref)
    told = rows.stepped(RiskNow(risk), by=by, on=on, to=to, because=because)
    given.change(risk, by=by, seen=seen)
    write([told])
    return risk


@deed
def continue_risk(
    ref: str,
    *,
    by: Viewer,
    on: date,
    wording: Wording,
    because: str,
    new_ref: str | None = None,
    seen: int | None = None,
    once: UUID | None = None,
) -> Risk:
    """Close a risk and go on with it under the other marking; its owner, controls, sources and scores go with it, its history stays behind.

    The reason stands on the closed one, so whoever may read that reads it.
    """
    by.must(Permission.RISK_EDIT)
    if once is not None and (before := Risk.objects.filter(area=by.area_id, once=once).first()):
        return before
    old = to_change(ref, by=by, on=on, seen=seen)
    other = Marking.OFFICIAL if old.marking == Marking.SENSITIVE else Marking.SENSITIVE
    if not by.reads_sensitive:
        raise Refused("A risk is marked otherwise only by somebody with a recorded clearance for Official-Sensitive")
    [row] = risks(by, as_at=on, among=[old.pk])
    new = _carried_on(old, row, by=by, on=on, wording=wording, marking=other, ref=new_ref, once=once)
    why = given.words(because, ask="Say why it is closed, in words for everybody who could read it")
    RiskStep.objects.create(**by.stamp, risk=old, status=RiskStatus.CLOSED, on=on, because=why)
    record("risk.risk.closed", old, by=by, on=on)
    record("risk.risk.continued", new, by=by, on=on)
    return new


def _carried_on(
    old: Risk, row: RiskRow, *, by: Viewer, on: date, wording: Wording, marking: Marking, ref: str | None, once: UUID | None
) -> Risk:
    owner = old.owners.filter(on__lte=on).select_related("body", "person").order_by("-on", "-typed_at", "-id").first()
    new = identify_risk(
        wording,
        by=by,
        on=on,
        kind=old.kind,
        concerns=old.concerns,
        district=old.district.ref if old.district else None,
        owner=owner.body.ref if owner else None,
        person=owner.person.ref if owner and owner.person else None,
        reference=row.reference,
        marking=marking,
        ref=ref,
        once=once,
    )
    new.continues = old
    new.save(update_fields=["continues"])
    for control in Control.objects.filter(area=by.area_id, risk=old, ending__isnull=True, on__lte=on):
        Control.objects.create(**by.stamp, risk=new, words=control.words, on=on)
    for resting in RiskSource.objects.filter(area=by.area_id, risk=old, on__lte=on).exclude(source__withdrawal__on__lte=on):
        RiskSource.objects.create(**by.stamp, risk=new, source=resting.source, on=on)
    _take_scores(new, row, by=by, on=on)
    return new


def _take_scores(new: Risk, row: RiskRow, *, by: Viewer, on: date) -> None:
    """The scores given on the matrix in force go on; those of another are not converted."""
    matrix = matrix_on(by, as_at=on)
    scale = scales(by)[matrix.pk if matrix else None]
    kept = {
        name: (score.likelihood, score.impact)
        for name, score in (("inherent", row.inherent), ("residual", row.residual), ("target", row.target))
        if score is not None and score.scale.is_alike(scale)
    }
    if kept:
        due = row.next_due if row.next_due and row.next_due > on else None
        _score(new, by=by, on=on, because="Carried on with its scores as they stood", scores=Scores(**kept), next_due=due)
