"""What an evaluation of completed actions came to, when one is due, and whether a score it proposed was followed."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from dueregard.basics.choice import Choice
from dueregard.basics.dates import say
from dueregard.risk.rules.matrix import DEFAULT, Scale

DUE_DAYS = 60  # ours (toolkit 3.b2 gives none): by then what an action changed can be seen


class Changed(Choice):
    """What an evaluation changed, or proposes to change."""

    SCORE = "score", "Proposes a new residual score"
    ACTION = "action", "Changed or led to an action"
    OBJECTIVE = "objective", "Changed or led to an objective"
    NOTHING = "nothing", "No change, because"


class Answer(Choice):
    """What became of a score that an evaluation proposed."""

    WAITING = "waiting", "Waits for a review of the risk"
    FOLLOWED = "followed", "Followed"
    OTHERWISE = "otherwise", "Scored otherwise"
    ELSEWHERE = "elsewhere", "Scored on another matrix since"


@dataclass(frozen=True, kw_only=True)
class Scored:
    """A residual score that a review of a risk decided on a day."""

    on: date
    likelihood: int
    impact: int
    scale: Scale = DEFAULT


@dataclass(frozen=True, kw_only=True)
class Followed:
    """What became of a proposed score, and the review that decided it."""

    answer: Answer
    by: Scored | None = None


def evaluation_due(completed: date) -> date:
    """The day by which a completed action is to be evaluated."""
    return completed + timedelta(days=DUE_DAYS)


def is_evaluated(completed: date, *, evaluations: Iterable[date]) -> bool:
    """Whether an evaluation covers this completion: one made before an action was opened again does not."""
    return any(on >= completed for on in evaluations)


def why_not_evaluate(ref: str, *, completed: date | None, on: date) -> str | None:
    """The reason an action cannot be evaluated on a day: it is not completed, or was not by then."""
    if completed is None:
        return f"{ref} is not completed, so there is nothing to evaluate yet"
    if on < completed:
        return f"{ref} was completed on {say(completed)}, so it cannot have been evaluated on {say(on)}"
    return None


def why_not_cover(marking: str, *, covered: Iterable[str], sensitive: str) -> str | None:
    """The reason an evaluation cannot be marked so: what it covers is more sensitive than itself."""
    if marking != sensitive and sensitive in set(covered):
        return "It covers an Official-Sensitive action or risk, so it is Official-Sensitive itself"
    return None


def why_not_take(evaluated: date, *, met: date) -> str | None:
    """The reason an evaluation cannot have been taken at a meeting: it was made after it."""
    if met < evaluated:
        return f"The evaluation was made on {say(evaluated)}, after the meeting of {say(met)}"
    return None


def why_not_at(held_on: date, *, on: date) -> str | None:
    """The reason an evaluation made at a meeting cannot bear this date: it is dated to the meeting."""
    if on != held_on:
        return f"An evaluation made at this meeting is dated to it: {say(held_on)}. One that was ready before is recorded first, then taken"
    return None


def why_not_change(
    changed: Changed, *, names_risk: bool, score: tuple[int | None, int | None], names_action: bool, names_objective: bool, because: str
) -> str | None:
    """The reason what an evaluation changes is not said whole."""
    if changed is Changed.SCORE and not (names_risk and all(score)):
        return "For a new residual score, name the risk and give both its likelihood and its impact"
    if changed is Changed.ACTION and not names_action:
        return "Name the action it changed or led to"
    if changed is Changed.OBJECTIVE and not names_objective:
        return "Name the objective it changed or led to"
    if changed in {Changed.SCORE, Changed.NOTHING} and not because.strip():
        return "Say why" if changed is Changed.SCORE else "Say why nothing changes"
    return None


def why_not_score(likelihood: int, impact: int, *, size: int) -> str | None:
    """The reason a score cannot be proposed: it stands outside the matrix."""
    if not (1 <= likelihood <= size and 1 <= impact <= size):
        return f"Likelihood and impact each go from 1 to {size} on the matrix in force"
    return None


def followed(proposed: Scored, *, reviews: Sequence[Scored]) -> Followed:
    """What became of a proposed score: the first review since that came to it, otherwise the last that came to another.

    Equal numbers on another matrix are not the same score, and an unequal one there is not a score otherwise.
    """
    after = sorted((review for review in reviews if review.on >= proposed.on), key=lambda review: review.on)
    alike = [review for review in after if review.scale.is_alike(proposed.scale)]
    same = next((one for one in alike if (one.likelihood, one.impact) == (proposed.likelihood, proposed.impact)), None)
    if same:
        return Followed(answer=Answer.FOLLOWED, by=same)
    if alike:
        return Followed(answer=Answer.OTHERWISE, by=alike[-1])
    return Followed(answer=Answer.ELSEWHERE, by=after[-1]) if after else Followed(answer=Answer.WAITING)


def left_open(*, milestones: Sequence[str], measures: Sequence[str], is_reviewed: bool) -> list[str]:
    """What is still open on an action that is to be closed, each in words."""
    said = [f"The milestone “{words}” is neither reached nor given up" for words in milestones]
    said += [f"The measure “{words}” was never read" for words in measures]
    return said if is_reviewed else [*said, "No meeting has reviewed it"]
