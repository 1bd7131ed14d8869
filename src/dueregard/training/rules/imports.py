"""Bringing in files: what they hold, and where a run of one stands."""

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
    """Where a run stands. Its rows count only once it is done."""

    WAITING = "waiting", "Waiting for the worker"
    RUNNING = "running", "Running"
    DONE = "done", "Done"
    STOPPED = "stopped", "Stopped before its end; nothing of it counts"
    WITHDRAWN = "withdrawn", "Withdrawn"


class RowFate(Choice):
    """What becomes of a row of a file."""

    NEW = "new", "New"
    SAME = "same", "Here already"
    CHANGED = "changed", "Changed"
    AMBIGUOUS = "ambiguous", "Could be several people"
    REJECTED = "rejected", "Rejected"
