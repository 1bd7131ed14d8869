"""The files of a meeting that leave the house, each noted in the trail: pack and minutes as Word or PDF, and the calendar entry."""

from dataclasses import replace

from django.utils.timezone import localtime

from dueregard.access.viewer import Viewer
from dueregard.basics.dates import say, say_time
from dueregard.basics.refused import Refused
from dueregard.partnership import actions, queries
from dueregard.partnership.exchange.gathering import gather_minutes, gather_pack
from dueregard.partnership.exchange.minutes import is_draft, minutes_blocks, minutes_title
from dueregard.partnership.exchange.packs import pack_blocks, pack_title
from dueregard.partnership.queries.calendars import meeting_calendar
from dueregard.partnership.rules.taking_away import FileKind
from dueregard.privacy.marking import Marking
from dueregard.ui.papers import PRINTERS, Block, Paper


def meeting_file(viewer: Viewer, ref: str, *, kind: str, ending: str, is_official: bool = False) -> bytes:
    """A pack or minutes as a file; the Official edition where it is asked for, and for whoever has no clearance."""
    if not queries.meetings(viewer).filter(ref=ref).exists():
        raise Refused(f"There is no meeting {ref} in this area")
    reader = replace(viewer, is_cleared=False) if is_official else viewer
    paper = _pack(reader, ref) if kind == FileKind.PACK else _minutes(reader, ref)
    content = PRINTERS[ending](paper)
    actions.take_away(ref, by=viewer, kind=FileKind(kind), ending=ending, marking=Marking(paper.marking.lower()).value)
    return content


def calendar_file(viewer: Viewer, ref: str) -> bytes:
    """A meeting as a calendar file."""
    content = meeting_calendar(viewer, meeting=ref).encode()
    actions.take_away(ref, by=viewer, kind=FileKind.CALENDAR, ending="ics")
    return content


def _pack(viewer: Viewer, ref: str) -> Paper:
    pack = gather_pack(viewer, ref)
    return _paper(viewer, pack_title(pack), marking=pack.marking, blocks=pack_blocks(pack), has_contents=True)


def _minutes(viewer: Viewer, ref: str) -> Paper:
    minutes = gather_minutes(viewer, ref)
    draft = "DRAFT. " if is_draft(minutes) else ""
    return _paper(viewer, minutes_title(minutes), marking=minutes.marking, blocks=minutes_blocks(minutes), draft=draft)


def _paper(viewer: Viewer, title: str, *, marking: str, blocks: list[Block], draft: str = "", has_contents: bool = False) -> Paper:
    at, who = localtime(viewer.now), viewer.label or "somebody signed in"
    return Paper(
        title=title,
        subject=f"{viewer.area_name}: multi-agency partnership group",
        area=viewer.area_name,
        author=who,
        marking=Marking(marking).label,
        made_at=at,
        made_words=f"{draft}Made by {who} on {say(at.date())} at {say_time(at)}",
        has_contents=has_contents,
        blocks=tuple(blocks),
    )
