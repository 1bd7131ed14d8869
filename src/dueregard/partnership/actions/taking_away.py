"""Deeds of taking files and lists out of the house: that it was done, by whom, is in the trail."""

from dueregard.access.deeds import deed
from dueregard.access.roles import Permission
from dueregard.access.viewer import Viewer
from dueregard.basics.refused import refuse_if
from dueregard.organisations import queries as organisations
from dueregard.partnership import queries
from dueregard.partnership.actions.recording import record
from dueregard.partnership.rules.taking_away import FileKind, why_not_take_away
from dueregard.privacy.marking import Marking


@deed
def take_away(ref: str, *, by: Viewer, kind: FileKind, ending: str, marking: str = Marking.OFFICIAL.value) -> None:
    """Take a pack, minutes or a calendar entry of a meeting out of the house, as a file with a marking."""
    by.must(Permission.PARTNERSHIP_READ)
    meeting = queries.meetings(by).get(ref=ref)
    state = queries.state_of(meeting)
    refuse_if(why_not_take_away(kind, stage=state.stage, day=state.day, on=by.today))
    record(f"partnership.{kind.value}.taken-away", meeting, by=by, ending=ending, marking=marking)


@deed
def take_list_away(name: str, *, by: Viewer, rows: int, ending: str, marking: str, of: str = "") -> None:
    """Take a list of a page out of the house as a file: which one, of which group, how many rows, how sensitive."""
    by.must(Permission.PARTNERSHIP_READ)
    about = {"of": of} if of else {}
    record(f"partnership.{name}.taken-away", organisations.area(by), by=by, rows=rows, ending=ending, marking=marking, **about)
