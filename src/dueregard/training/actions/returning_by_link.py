"""The deed of answering for one's body by a link, without an account."""

from uuid import UUID

from dueregard.access.deeds import deed
from dueregard.access.roles import Permission
from dueregard.access.viewer import Viewer
from dueregard.audit.actions import record
from dueregard.basics.refused import Refused, refuse_if
from dueregard.organisations.actions.given import new
from dueregard.training.actions.returns import write_figures
from dueregard.training.models import Return
from dueregard.training.queries.return_asks import asks_by_link
from dueregard.training.queries.returned import subjects_of
from dueregard.training.rules import returns as rules
from dueregard.training.rules.levels import Figures


@deed
def answer_by_link(ref: str, *, by: Viewer, figures: Figures, said: str = "", once: UUID | None = None) -> Return:
    """Send the return that is asked of one's body by this link; sent again it takes the place of the one before, which stays."""
    by.must(Permission.RETURN_ANSWER)
    ask = next((row for row in asks_by_link(by) if row.ref == ref), None)
    if ask is None:
        raise Refused("This is no longer asked of you")
    first, before = new(Return, "RN", by=by, ref=None, once=once)
    if before:
        return before
    wanted = [subject.value for subject in subjects_of(ask)]
    refuse_if(rules.why_not_return(figures, as_at=ask.as_at, on=by.today, wanted=wanted))
    made = Return.objects.create(**first, ask=ask, body=ask.body, as_at=ask.as_at, on=by.today, words=said.strip(), by_link_id=by.link_id)
    write_figures(made, figures, by=by)
    record("training.return.answered-by-link", made, by=by, as_at=ask.as_at)
    return made
