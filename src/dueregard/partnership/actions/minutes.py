"""Minutes that may still be written: the item they are of, and the day they are dated to."""

from datetime import date

from dueregard.access.viewer import Viewer
from dueregard.basics.refused import refuse_if
from dueregard.organisations.actions.given import happened, one
from dueregard.partnership import queries
from dueregard.partnership.models import AgendaItem
from dueregard.partnership.rules.meetings import why_not_change_minutes


def open_item(ref: str, *, by: Viewer) -> tuple[AgendaItem, date]:
    """An item, and the day of its meeting: what is minuted there is dated to it, until the minutes are cleared."""
    at = one(queries.items(by), ref, what="agenda item")
    meeting = queries.meetings_to_change(by).get(pk=at.meeting_id)
    state = queries.state_of(meeting)
    refuse_if(why_not_change_minutes(state.stage))
    return at, happened(state.day, by=by)
