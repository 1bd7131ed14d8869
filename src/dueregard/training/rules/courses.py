"""Courses: what kinds there are, and what they teach."""

from collections.abc import Collection
from datetime import date

from dueregard.basics.choice import Choice
from dueregard.basics.dates import say


class CourseKind(Choice):
    """How a course is given."""

    GOV_UK = "gov-uk", "GOV.UK online course"
    ONLINE = "online", "Other online course"
    FACE_TO_FACE = "face-to-face", "Face to face"
    FACILITATED = "facilitated", "Facilitated training"
    BRIEFING = "briefing", "Briefing"


class Subject(Choice):
    """What a course teaches; the findings read coverage by it."""

    AWARENESS = "awareness", "Awareness"
    REFERRAL = "referral", "Referral"
    IDEOLOGY = "ideology", "Ideology"
    CHANNEL = "channel", "Channel or PMAP"
    PREVENT_POST = "prevent-post", "For Prevent-specific posts"
    VENUE = "venue", "Due diligence for venue staff"
    MEMBERS = "members", "For elected members"


class Duty(Choice):
    """Whether a requirement has to be met or is offered."""

    MANDATORY = "mandatory", "Mandatory"
    ADVISED = "advised", "Advised"


PREVENT_POST_MONTHS = 24  # toolkit section 6: refreshed at least every two years
MOST_DAYS = 730


def why_not_course(title: str, *, subjects: Collection[str], months: int | None, there: Collection[str]) -> str | None:
    """Why a course cannot be taken into the register like this."""
    if not subjects:
        return "Say what the course teaches: coverage is counted by it"
    if months is not None and months < 1:
        return "A completion holds for at least a month; leave it empty if it holds for good"
    return f"A course called {title.strip()} is in the register already" if title.strip().casefold() in there else None


def why_not_count_as(course: int, counts_as: int, *, there: Collection[tuple[int, int]]) -> str | None:
    """Why one course cannot count as another."""
    if course == counts_as:
        return "Choose another course: this is the same one"
    return "It counts as that one already" if (course, counts_as) in there else None


def why_not_plan(covers_from: date, covers_to: date) -> str | None:
    """Why a training plan cannot have this period."""
    return "The plan’s period ends before it begins: check the two dates" if covers_to <= covers_from else None


def why_not_require(
    *, covers_to: date, ended: date | None, on: date, within_days: int, every_months: int | None, subjects: Collection[str]
) -> str | None:
    """Why a plan cannot require a course like this."""
    if ended is not None and ended <= on:
        return f"The plan ended on {say(ended)}"
    if on > covers_to:
        return f"The plan’s period ends on {say(covers_to)}, before that day"
    if within_days > MOST_DAYS:
        return "Allow at most two years from joining: 730 days"
    if Subject.PREVENT_POST in subjects and (every_months is None or every_months > PREVENT_POST_MONTHS):
        return f"Those with Prevent in their job train again every {PREVENT_POST_MONTHS} months at least (toolkit section 6)"
    return None


def why_not_end(ended: date | None, *, begins: date, on: date, what: str) -> str | None:
    """Why something cannot end on a day."""
    if ended is not None:
        return f"The {what} ended on {say(ended)} already"
    return f"The {what} began on {say(begins)}, after that day" if on < begins else None
