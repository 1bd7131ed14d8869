"""What is told of a risk, as rows that the rules allow and nobody has written yet: a page writes a few, a sheet thousands."""

from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from dueregard.access.viewer import Viewer
from dueregard.basics.refused import Refused, refuse_if
from dueregard.organisations.actions import given
from dueregard.risk.models import Control, CorporateReference, Matrix, Risk, RiskOwner, RiskReview, RiskStep, RiskWording
from dueregard.risk.queries.now import RiskNow
from dueregard.risk.rules import risks as rules
from dueregard.risk.rules.drivers import why_not_name
from dueregard.risk.rules.matrix import Scale, Scores, why_not_score
from dueregard.risk.rules.risks import RiskKind, RiskStatus, Setting, Wording


def worded(risk: Risk, wording: Wording, *, by: Viewer, on: date) -> RiskWording:
    """What it says from a day, if that can be kept."""
    said = {name: text.strip() for name, text in asdict(wording).items()}
    given.words(said["title"], ask="Give the risk a title")
    if said["setting"]:
        given.choice(said["setting"], Setting, what="place where it plays out")
    refuse_if(why_not_name(said["driver"], on=on))
    return RiskWording(**by.stamp, risk=risk, on=on, **said)


def owned(risk: Risk, *, by: Viewer, on: date, body: Any, person: Any) -> RiskOwner:
    """Its owner from a day."""
    return RiskOwner(**by.stamp, risk=risk, body=body, person=person, on=on)


def referred(risk: Risk, *, by: Viewer, on: date, reference: str) -> CorporateReference:
    """Where it stands in the council's register from a day, if it is a corporate one."""
    if risk.kind != RiskKind.CORPORATE:
        raise Refused("Only a corporate risk has a reference in the corporate register")
    words = given.words(reference, ask="Give the reference in the corporate register")
    return CorporateReference(**by.stamp, risk=risk, reference=words, on=on)


def changeable(now: RiskNow, *, by: Viewer, on: date) -> None:
    """Whether anything about it can be changed on the day; refused in words where it was closed, or not there yet."""
    status, _ = now.status(on=given.happened(on, by=by))
    refuse_if(rules.why_not_change(status=status, identified=now.risk.on, on=on))


def controlled(now: RiskNow, *, by: Viewer, on: date, words: str) -> Control:
    """Something in place that holds it down."""
    said = given.words(words, ask="Say what is in place")
    if said in now.controls:
        raise Refused("This control is in place already")
    now.controls.add(said)
    return Control(**by.stamp, risk=now.risk, words=said, on=on)


@dataclass(frozen=True)
class Scored:
    """Scores, and the matrix in force on the day they were given."""

    scores: Scores
    matrix: Matrix | None
    scale: Scale


def reviewed(
    risk: Risk, *, by: Viewer, on: date, because: str, scored: Scored, next_due: date | None = None, done_by: Any = None
) -> RiskReview:
    """Its scores on the matrix in force that day, why they are so, and when it is next to be reviewed."""
    refuse_if(rules.why_not_review_by(next_due, on=on))
    steps: dict[str, int | None] = {}
    for what, given_steps in asdict(scored.scores).items():
        likelihood, impact = given_steps
        refuse_if(why_not_score(scored.scale, likelihood=likelihood, impact=impact, what=what))
        steps |= {f"{what}_likelihood": likelihood, f"{what}_impact": impact}
    why = given.words(because, ask="Say why the risk stands as it does")
    return RiskReview(**by.stamp, risk=risk, matrix=scored.matrix, **steps, because=why, next_due=next_due, on=on, done_by=done_by)


def stepped(now: RiskNow, *, by: Viewer, on: date, to: RiskStatus, because: str) -> RiskStep:
    """That it was closed, or opened again."""
    status, since = now.status()
    refuse_if(rules.why_not_step(to=to, status=status, identified=now.risk.on, since=since, on=given.happened(on, by=by)))
    ask = "Say why it no longer stands" if to is RiskStatus.CLOSED else "Say why it stands again"
    why = given.words(because, ask=ask)
    now.steps.append((to, on))
    return RiskStep(**by.stamp, risk=now.risk, status=to, on=on, because=why)
