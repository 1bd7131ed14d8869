"""How the next meeting is shaping up: which bodies have answered, what is on the agenda and has its paper."""

from dataclasses import dataclass
from datetime import date

from dueregard.access.viewer import Viewer
from dueregard.basics.dates import counted, listed
from dueregard.partnership.models import Reply
from dueregard.partnership.queries.agenda import items, papers
from dueregard.partnership.queries.groups import seats
from dueregard.partnership.queries.meetings import MeetingRow, next_meeting
from dueregard.partnership.rules.meetings import MeetingStage

NAMED = 4  # bodies that a line of words still holds


@dataclass(frozen=True, kw_only=True)
class NextMeeting:
    """A meeting that is to come, and what has come in for it."""

    meeting: MeetingRow
    answered: int  # bodies with a seat
    silent: tuple[str, ...]  # the others by name
    items: int
    with_paper: int

    @property
    def replies(self) -> str:
        """Who has answered; nothing before it was called, for nobody was asked."""
        if self.meeting.stage is not MeetingStage.CALLED or not (self.answered or self.silent):
            return ""
        rest = len(self.silent) - NAMED
        named = [*self.silent[:NAMED], f"{rest} more"] if rest > 1 else self.silent
        whole = counted(self.answered + len(self.silent), "body", "bodies")
        return f"{self.answered} of {whole} {'has' if self.answered == 1 else 'have'} answered." + (
            f" Not yet {listed(named)}." if named else ""
        )

    @property
    def papers(self) -> str:
        """How far its agenda is."""
        if not self.items:
            return "Nothing is on the agenda yet."
        return f"{self.with_paper} of {counted(self.items, 'item')} on the agenda {'has' if self.with_paper == 1 else 'have'} a paper."


def shaping_up(viewer: Viewer, *, on: date) -> NextMeeting | None:
    """The next meeting from a day on, with what has come in for it: five statements, and none of them where there is no meeting."""
    found = next_meeting(viewer, on=on)
    if found is None:
        return None
    bodies = dict(seats(viewer, on=found.day).filter(group__ref=found.group, body__isnull=False).values_list("body_id", "body__name"))
    replies = Reply.objects.filter(area=viewer.area_id, meeting__ref=found.ref)
    answered = set(replies.values_list("person__body_id", flat=True)) & bodies.keys()
    agenda = set(items(viewer).filter(meeting__ref=found.ref).values_list("pk", flat=True))
    return NextMeeting(
        meeting=found,
        answered=len(answered),
        silent=tuple(sorted(name for body, name in bodies.items() if body not in answered)),
        items=len(agenda),
        with_paper=len(agenda & set(papers(viewer).filter(item__meeting__ref=found.ref).values_list("item_id", flat=True))),
    )
