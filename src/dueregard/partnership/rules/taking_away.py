"""Words and rules about the files of a meeting that are taken away: packs, minutes, calendar entries. Pure Python."""

from datetime import date

from dueregard.basics.choice import Choice
from dueregard.basics.dates import say
from dueregard.partnership.rules.meetings import MeetingStage


class FileKind(Choice):
    """What is taken away of a meeting."""

    PACK = "pack", "Pack"
    MINUTES = "minutes", "Minutes"
    CALENDAR = "calendar", "Calendar entry"


def why_not_take_away(kind: str, *, stage: MeetingStage, day: date, on: date) -> str | None:
    """The reason there is nothing to take away: minutes are of a meeting that has been."""
    if kind != FileKind.MINUTES:
        return None
    if stage is MeetingStage.CANCELLED:
        return "The meeting was cancelled, so it has no minutes"
    if day > on:
        return f"The meeting is on {say(day)}, so it has no minutes yet"
    return None


def file_name(kind: str, *, area: str, ref: str, ending: str, is_official: bool = False) -> str:
    """The name of a file that leaves the house: it holds no title and no group's name."""
    return f"{area}-{ref}-{kind}{'-official' if is_official else ''}.{ending}"
