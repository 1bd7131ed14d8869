"""What every deed in a round begins with: the round, locked and still open, and who does it in which capacity."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from dueregard.access.viewer import Viewer
from dueregard.assurance import queries
from dueregard.assurance.models import Round
from dueregard.assurance.rules.criteria import framework_of
from dueregard.assurance.rules.rounds import why_not_change, why_not_happen
from dueregard.basics.refused import Refused, refuse_if
from dueregard.guidance.catalogue import GuidanceError, Line
from dueregard.organisations import queries as organisations
from dueregard.organisations.actions import given


@dataclass(frozen=True)
class Doer:
    """The person who did it, if known, and the words a page says for them."""

    person_id: UUID | None
    who: str


def doer(*, by: Viewer, done_by: str | None, who: str) -> Doer:
    """Who did it: the person named by their ref, in the capacity given or that of their post; or whoever types, in their role."""
    if done_by is None:
        return Doer(by.person_id, who.strip() or by.label)
    person = given.person(done_by, by=by)
    held = organisations.holdings_on(by, on=by.today).filter(person=person).first()
    return Doer(person.pk, who.strip() or (held.post.title if held else person.name))


def signed_on(round_: Round, *, by: Viewer) -> date | None:
    """The day a round was signed off; None while it is open."""
    return queries.rounds(by).filter(pk=round_.pk).values_list("signing__on", flat=True).first()


def open_to_change(ref: str, *, by: Viewer, on: date | None = None) -> Round:
    """The round, locked, if it is still open and the day fits."""
    round_ = queries.round_to_change(by).get(ref=ref)
    refuse_if(why_not_change(signed_on(round_, by=by)))
    if on is not None:
        refuse_if(why_not_happen(on, opened_on=round_.on, today=by.today))
    return round_


def changed(round_: Round, *, by: Viewer) -> None:
    """Say that the round is no longer as a page may have shown it (a deed of `by`)."""
    round_.version += 1
    round_.save(update_fields=["version"])


def line_of(round_: Round, line: str, *, by: Viewer) -> Line:
    """The line in the round's framework, or a refusal in words."""
    try:
        return framework_of(round_.framework, round_.criteria).line(line)
    except GuidanceError as error:
        raise Refused(str(error)) from error


def section_of(round_: Round, section: str, *, by: Viewer) -> str:
    """The id of a section of the round's framework, or a refusal in words."""
    try:
        return framework_of(round_.framework, round_.criteria).section(section).id
    except GuidanceError as error:
        raise Refused(str(error)) from error
