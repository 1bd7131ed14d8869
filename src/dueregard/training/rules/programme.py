"""What keeps a training programme alive: programmes, sessions, information, updates, partners’ returns and education settings."""

from datetime import date
from decimal import Decimal

from dueregard.basics.choice import Choice
from dueregard.basics.dates import say


class ProgrammeKind(Choice):
    """A programme the toolkit’s best practice speaks of."""

    INDUCTION = "induction", "Induction of officers who deliver Prevent"
    DEVELOPMENT = "development", "Continuing development"
    EDUCATION = "education", "Work with educational settings"


class StepKind(Choice):
    """A step of an induction; two of them the toolkit asks for."""

    ADVISER = "adviser", "Met the regional Prevent adviser"
    STEP = "step", "Another step of the programme"
    FINISH = "finish", "Finished the induction"


class Audience(Choice):
    """Main audiences of written information."""

    STAFF = "staff", "Staff of the council"
    MANAGERS = "managers", "Managers"
    MEMBERS = "members", "Elected members"
    CONTRACTORS = "contractors", "Contractors and commissioned services"
    SETTINGS = "settings", "Schools and other settings"


class Told(Choice):
    """What an update to staff was about (toolkit section 6, second best-practice activity)."""

    STATISTICS = "statistics", "Published statistics"
    EMERGING = "emerging", "Emerging issues"
    INCIDENT = "incident", "A local or regional incident or influence"
    MATERIAL = "material", "New material or training"


class When(Choice):
    """Confidence asked before or after a session."""

    BEFORE = "before", "Before"
    AFTER = "after", "After"


INDUCTION_DAYS = 90  # ours, as the finding of 6.b4 has it
UPDATES_A_YEAR = 2  # ours, as the finding of 6.b2 has it
CHECK_MONTHS = 12  # ours, as the finding of 6.b3 has it
CONFIDENCE = ("Knew nothing", "Basic", "Good", "Able to champion")  # 0 to 3, as the Thurrock report asks it


def why_not_go_on(ended: date | None, *, began: date, on: date, what: str) -> str | None:
    """Why something of a programme, an induction or a material cannot be recorded for a day."""
    if ended is not None and ended <= on:
        return f"The {what} ended on {say(ended)}"
    return f"The {what} began on {say(began)}, after that day" if on < began else None


def why_not_review(review_due: date | None, *, on: date) -> str | None:
    """Why a day cannot be that of the next review."""
    return "The next review is due before this one: check the two dates" if review_due is not None and review_due <= on else None


def why_not_step(kind: StepKind, words: str, *, began: date, finished: date | None, on: date) -> str | None:
    """Why a step of an induction cannot be recorded like this: the adviser may be met after it was finished, nothing else is."""
    if on < began:
        return f"The induction began on {say(began)}, after that day"
    if kind is StepKind.STEP and not words.strip():
        return "Say which step it was"
    if finished is not None and kind is not StepKind.ADVISER and (kind is StepKind.FINISH or finished < on):
        return f"The induction was finished on {say(finished)} already"
    return None


def why_not_log(hours: Decimal | None) -> str | None:
    """Why something somebody did for their development cannot be recorded like this."""
    return "Write how many hours it took, or leave it empty" if hours is not None and hours <= 0 else None


def why_not_check(words: str, *, is_current: bool, said_today: bool) -> str | None:
    """Why a look at written information cannot be recorded like this."""
    if not is_current and not words.strip():
        return "Say what is not right with it, so that somebody can put it right"
    return "It was found current on that day already" if is_current and said_today else None
