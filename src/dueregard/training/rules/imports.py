"""Bringing in files: what they hold, where a run of one stands, and what becomes of a row."""

from dueregard.basics.choice import Choice


class Holds(Choice):
    """What a source’s files hold."""

    COMPLETIONS = "completions", "Courses completed"
    STAFF = "staff", "The staff register"


class DateOrder(Choice):
    """How a source writes days such as 03/04/2026; asked, never guessed."""

    DAY_FIRST = "day-first", "Day first: 03/04 is 3 April"
    MONTH_FIRST = "month-first", "Month first: 03/04 is 4 March"


class ImportState(Choice):
    """Where a file stands. Its rows count only once it is done."""

    CHOSEN = "chosen", "File chosen, not looked at yet"
    CHECKING = "checking", "Being looked at"
    CHECKED = "checked", "Looked at, nothing brought in yet"
    RUNNING = "running", "Being brought in"
    DONE = "done", "Done"
    STOPPED = "stopped", "Stopped: nothing of it counts"
    WITHDRAWN = "withdrawn", "Withdrawn: nothing of it counts"


AT_WORK = frozenset({ImportState.CHECKING, ImportState.RUNNING})
LOOKED = frozenset({ImportState.CHOSEN, ImportState.CHECKED})  # it waits for somebody's word
OVER = frozenset({ImportState.DONE, ImportState.STOPPED, ImportState.WITHDRAWN})
ALIVE_SECONDS = 60  # whoever works on a file says so at every batch; silent for longer, another may carry on
AT_ONCE_BYTES = 1_000_000  # a file up to this is done while the page is waited for, a larger one by the worker


class RowFate(Choice):
    """What becomes of a row of a file."""

    NEW = "new", "New"
    SAME = "same", "Here already"
    CHANGED = "changed", "Changed"
    AMBIGUOUS = "ambiguous", "Needs your answer"
    REJECTED = "rejected", "Not taken"
    LEFT_OUT = "left-out", "Left out"


class Why(Choice):
    """Why a row was not taken, in words that name nobody."""

    CUT_OFF = "cut-off", "The row has fewer cells than there are headings: the file may be cut off"
    NOBODY = "nobody", "The row says neither employee number nor e-mail nor name"
    UNKNOWN_PERSON = "unknown-person", "Nobody with this employee number or e-mail is in the staff register"
    LOOKS_LIKE = "looks-like", "Only name and team say who it is: say whether it is the person proposed"
    SHARED_EMAIL = "shared-email", "Several people have this e-mail: an employee number is needed"
    SHARED_NUMBER = "shared-number", "Several people here have this employee number"
    DISAGREE = "disagree", "The employee number is one person’s and the e-mail another’s"
    NO_COURSE = "no-course", "The row says no course"
    UNKNOWN_COURSE = "unknown-course", "It has not been said which course this is"
    NO_DAY = "no-day", "The row says no day"
    NOT_A_DAY = "not-a-day", "The day cannot be read"
    TWO_WAYS = "two-ways", "The day can be read two ways: say whether this source writes the day or the month first"
    OTHER_ORDER = "other-order", "The day is not written the way this source writes days"
    FUTURE = "future", "The day has not come yet"
    LONG_AGO = "long-ago", "The day is before 1990"
    BEFORE_JOINING = "before-joining", "It was completed before the person joined"
    HEADINGS = "headings", "It is the row of headings once more"
    NOT_COMPLETED = "not-completed", "It was begun and not completed"
    COURSE_LEFT_OUT = "course-left-out", "You said that this course is left out"
    TWICE = "twice", "Another row of the file is about the same person"
    NO_KEY = "no-key", "The row says neither employee number nor e-mail"
    TOO_LONG = "too-long", "A cell is longer than anything kept here"
    HAS_LEFT = "has-left", "Here this person has left; the row gives neither a last day nor a later day of joining"
    LEFT_BEFORE_JOINING = "left-before-joining", "It says that the person left before joining"


FATES: dict[str, RowFate] = {
    Why.LOOKS_LIKE: RowFate.AMBIGUOUS,
    Why.UNKNOWN_COURSE: RowFate.AMBIGUOUS,
    Why.TWO_WAYS: RowFate.AMBIGUOUS,
    Why.HEADINGS: RowFate.LEFT_OUT,
    Why.NOT_COMPLETED: RowFate.LEFT_OUT,
    Why.COURSE_LEFT_OUT: RowFate.LEFT_OUT,
}


def fate_of(why: str) -> RowFate:
    """What becomes of a row for this reason: it needs an answer, it is left out on purpose, or it is not taken."""
    return FATES.get(why, RowFate.REJECTED)


def why_not_check(state: str) -> str | None:
    """The reason a file cannot be looked at; None if it can."""
    if state in LOOKED:
        return None
    return "The file is being worked on" if state in AT_WORK else "This import is over: choose the file again"


def why_not_bring_in(state: str, *, is_there: bool) -> str | None:
    """The reason a file cannot be brought in; None if it can."""
    if not is_there:
        return "The file is not here any more: choose it again"
    return why_not_check(state)


def why_not_withdraw(state: str) -> str | None:
    """The reason an import cannot be withdrawn; None if it can."""
    if state == ImportState.WITHDRAWN:
        return "It was withdrawn before"
    return None if state == ImportState.DONE else "Nothing of it counts, so there is nothing to withdraw"


def why_not_give_up(state: str) -> str | None:
    """The reason a file cannot be given up; None if it can."""
    return "This import is over" if state in OVER else None
