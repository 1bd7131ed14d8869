"""The chair's brief as a file: two pages, Word or PDF, from the same rows as the page."""

from collections.abc import Iterator, Sequence

from django.utils.timezone import localtime

from dueregard.access.viewer import Viewer
from dueregard.basics.dates import counted, say, say_time
from dueregard.home.queries.brief import MOST, Brief
from dueregard.partnership.queries import ActionRow
from dueregard.ui.papers import PRINTERS, Block, Paper, heading, note, paragraph, table


def brief_file(viewer: Viewer, brief: Brief, *, ending: str) -> bytes:
    """The brief, printed."""
    at, who = localtime(viewer.now), viewer.label or "somebody signed in"
    paper = Paper(
        title=f"Chair’s brief: {brief.meeting.group_name}, {say(brief.meeting.day)}",
        subject=f"{viewer.area_name}: before the meeting",
        area=viewer.area_name,
        author=who,
        marking=brief.marking.label,
        made_at=at,
        made_words=f"Made by {who} on {say(at.date())} at {say_time(at)}",
        blocks=tuple(_blocks(brief)),
    )
    return PRINTERS[ending](paper)


def _blocks(brief: Brief) -> Iterator[Block]:
    yield note(brief.lede)
    if brief.plan:
        yield paragraph(f"{brief.plan}.")
    yield heading(1, "What slipped, and whose")
    rows = [(f"{row.what} ({row.ref})", _owner(row), _due(row)) for row in brief.slipped]
    yield from _shown("", ("Action", "Owner", "Due"), rows, none="No open action is late.")
    yield heading(1, "Who has stopped coming")
    seats = [(one.body, one.says) for one in brief.stopped]
    yield from _shown("", ("Seat", "Attendance"), seats, none="Every seat came to one of the last two meetings.")
    yield heading(1, "What changed in the threat")
    if not brief.threat:
        yield paragraph("Nothing is recorded.")
    for words in brief.threat:
        yield paragraph(f"{words}.")
    yield heading(1, "What is to be decided")
    items = [(row.item.title, row.kind.label, ", ".join(paper.ref for paper in row.papers)) for row in brief.to_decide]
    yield from _shown("", ("Item", "About", "Papers"), items, none="Nothing on the agenda asks for a decision yet.")
    if items:
        yield paragraph("Before what the group decides to deliver, the three questions of the Security Threat Check are answered.")
    yield heading(1, "Where the thread is broken")
    broken = [(row.end.line, row.end.says, row.end.tie) for row in brief.breaks]
    yield from _shown("", ("Line", "What is loose", "To tie it"), broken, none="Nothing is broken.")


def _shown(caption: str, heads: Sequence[str], rows: Sequence[Sequence[str]], *, none: str) -> Iterator[Block]:
    """The first few rows, and how many more there are: two pages are read, five are not."""
    if not rows:
        yield paragraph(none)
        return
    yield from table(caption, heads, rows[:MOST])
    if len(rows) > MOST:
        yield paragraph(f"And {counted(len(rows) - MOST, 'more of these', 'more of these')}.")


def _owner(row: ActionRow) -> str:
    return f"{row.owner}, {row.person}" if row.person else row.owner or "Nobody"


def _due(row: ActionRow) -> str:
    return (say(row.due) if row.due else "No date") + (f", re-dated {row.times_redated} times" if row.times_redated > 1 else "")
