"""The workforce in an area file, what people completed, and the files that they came with."""

from datetime import date, datetime

from dueregard.basics.part import Dated, Strict, held_in
from dueregard.training.models import (
    Certificate,
    CertificateRemoval,
    CompletionWithdrawal,
    Import,
    ImportCourse,
    ImportSource,
    ImportWithdrawal,
    Job,
    Learner,
    LearnerMove,
)


class Came(Dated):
    """A dated row that may have come with a file; what came with one was typed when that was done."""

    came_with: str | None = None


@held_in(ImportCourse)
class CourseWordsIn(Strict):
    """What a source calls a course; no course: its rows are left out."""

    words: str
    course: str | None = None


@held_in(ImportSource, order="date_order")
class SourceIn(Dated):
    """A system that files come from, and how they are read."""

    ref: str
    name: str
    holds: str
    body: str
    order: str = ""
    full: bool = False
    columns: dict[str, str] = {}
    courses: list[CourseWordsIn] = []


class RowsIn(Strict):
    """How many rows of a file became what."""

    new: int = 0
    same: int = 0
    changed: int = 0
    ambiguous: int = 0
    rejected: int = 0
    left_out: int = 0


@held_in(ImportWithdrawal)
class WithdrawalIn(Dated):
    """An import was withdrawn."""

    because: str


@held_in(Import)
class ImportIn(Dated):
    """A file that was brought in: `date` is the day it tells of, `typed` when it was chosen, `done` when it began to count."""

    ref: str
    source: str
    digest: str
    size: int
    lines: int = 0
    rows: RowsIn = RowsIn()
    done: datetime
    withdrawn: WithdrawalIn | None = None


@held_in(LearnerMove, Job, job="title")
class MoveIn(Came):
    """Where somebody has worked from a day."""

    team: str | None = None
    job: str = ""
    site: str = ""


class AwayIn(Came):
    """Somebody is away for long from a day, until they are back."""

    back: list[Came] = []


@held_in(Learner, Job, job="title")
class LearnerIn(Came):
    """Somebody of the workforce, from the day they joined."""

    ref: str
    body: str
    kind: str = "staff"
    number: str = ""
    email: str = ""
    name: str = ""
    manager: str = ""
    person: str | None = None
    team: str | None = None
    job: str = ""
    site: str = ""
    moves: list[MoveIn] = []
    away: list[AwayIn] = []
    left: list[Came] = []


class CompletedIn(Came):
    """Who completed a course on a day."""

    course: str
    learners: list[str]


@held_in(CompletionWithdrawal)
class TakenBackIn(Dated):
    """A completion was recorded by mistake."""

    learner: str
    course: str
    of: date
    came_with: str | None = None
    because: str


class ShownBy(Dated):
    """The completion that a certificate shows, and the digest of the file."""

    learner: str
    course: str
    of: date
    came_with: str | None = None
    digest: str


@held_in(Certificate)
class CertificateIn(ShownBy):
    """A certificate; its bytes are in the folder beside the area file under its digest, or held elsewhere."""

    size: int
    type: str


@held_in(CertificateRemoval)
class CertificateOutIn(ShownBy):
    """A certificate was taken out."""

    held_since: date
    because: str
