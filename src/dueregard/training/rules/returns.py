"""Returns of partners, contractors and commissioned services: how an ask stands, and what a return may say."""

from collections.abc import Collection
from datetime import date, timedelta

from dueregard.basics.choice import Choice
from dueregard.basics.dates import say
from dueregard.training.rules.courses import Subject
from dueregard.training.rules.levels import LEVELS, Figures, Said, together

RETURN_MONTHS = 12  # ours: figures older than a year say nothing of today
ANSWER_DAYS = 28  # ours: four weeks to ask round one's own teams
CHASE_DAYS = 7  # ours: no body is sent two e-mails for one return inside a week
LINK_DAYS = 28  # ours: how long a link opens after the day the return is due, as far as a link may
MOST_PEOPLE = 1_000_000  # more than any body has: a slip of the keyboard


class AskState(Choice):
    """How an ask for a return stands."""

    WAITING = "waiting", "Asked"
    OVERDUE = "overdue", "Overdue"
    ANSWERED = "answered", "Answered"
    ENDED = "ended", "No longer asked"


class BodyStands(Choice):
    """How a body stands with its return."""

    OVERDUE = "overdue", "Overdue"
    WAITING = "waiting", "Asked, not due yet"
    MISSING = "missing", "No return"
    IN = "in", "Return in"
    NOT_ASKED = "not-asked", "Not asked"


class SubjectStands(Choice):
    """How a body stands with one subject."""

    SAID = "said", "Said"
    UNSAID = "unsaid", "Not said"
    MISSING = "missing", "No return"
    NOT_NEEDED = "not-needed", "Not needed"


def state_of_ask(*, due: date, is_answered: bool, ended: date | None, on: date) -> AskState:
    """How an ask stands on a day; the day it is due is not late yet."""
    if is_answered:
        return AskState.ANSWERED
    if ended is not None and ended <= on:
        return AskState.ENDED
    return AskState.OVERDUE if due < on else AskState.WAITING


def body_stands(ask: AskState | None, *, has_figures: bool, is_asked: bool = True) -> BodyStands:
    """How a body stands: what is still asked of it comes before the figures it sent earlier; whom nobody asks is not missing."""
    if ask is AskState.OVERDUE:
        return BodyStands.OVERDUE
    if ask is AskState.WAITING:
        return BodyStands.WAITING
    if has_figures:
        return BodyStands.IN
    return BodyStands.MISSING if is_asked else BodyStands.NOT_ASKED


def subject_stands(*, is_said: bool, is_asked: bool, is_left_out: bool) -> SubjectStands:
    """How a body stands with a subject: what nobody asked it about is not missing; what it left out of its return is not known."""
    if is_said:
        return SubjectStands.SAID
    if not is_asked:
        return SubjectStands.NOT_NEEDED
    return SubjectStands.UNSAID if is_left_out else SubjectStands.MISSING


def is_answer(ask: date, wanted: Collection[str], *, as_at: date, says: Collection[str], is_to_it: bool) -> bool:
    """Whether a return answers an ask: as at its day or a later one, and sent for it or about something it asks."""
    return as_at >= ask and (is_to_it or bool(set(wanted) & set(says)))


def why_not_ask(*, as_at: date, due: date, on: date, subjects: Collection[str], earlier: str) -> str | None:
    """Why a body cannot be asked like this; `earlier` is the ask that stands for the same day already."""
    if not subjects:
        return "Choose what to ask about: one subject at least"
    if as_at > on:
        return f"{say(as_at)} has not come by then, so nobody could say how things stood: ask on that day or after it"
    if due < on:
        return f"The answer would be due on {say(due)}, before it is asked for"
    return f"It was asked for the same day already ({earlier}): chase that ask" if earlier else None


def why_not_change_ask(state: AskState, *, asked: date, on: date) -> str | None:
    """Why an ask cannot be chased or ended on a day."""
    if state is AskState.ANSWERED:
        return "It is answered: there is nothing left to ask"
    if state is AskState.ENDED:
        return "It is no longer asked"
    return f"It was asked only on {say(asked)}" if on < asked else None


def why_not_chase_by_mail(last: date | None, *, on: date) -> str | None:
    """Why another e-mail cannot go yet: `last` is the day of the last one, the ask itself included."""
    if last is not None and (on - last).days < CHASE_DAYS:
        return f"An e-mail went on {say(last)}: wait until {say(last + timedelta(days=CHASE_DAYS))}, or ask another way"
    return None


def why_not_return(figures: Figures, *, as_at: date, on: date, wanted: Collection[str] = ()) -> str | None:
    """Why a return cannot say this. What is left out is not known; nought is only what somebody wrote as nought."""
    if not figures:
        return "Give the figures of one subject at least; what is left out counts as not known, never as nought"
    if as_at > on:
        return f"Figures as at {say(as_at)} cannot have come on {say(on)}"
    for subject, said in figures.items():
        if subject not in Subject.values or (wanted and subject not in wanted):
            return "One of these subjects is not asked about"
        if wrong := why_not_said(subject, said):
            return wrong
    return None


def why_not_said(subject: str, said: Said) -> str | None:
    """Why the figures of a subject cannot stand: every level is said or none, so that its total is of everybody."""
    if isinstance(said, tuple):
        return why_not_figure(subject, *said)
    words = Subject(subject).label
    if set(said) != {level.value for level in LEVELS}:
        return f"{words}: say how many there are at each level, once, and 0 where nobody is; or give all staff together"
    for level in LEVELS:
        if wrong := why_not_figure(subject, *said[level.value], level=level.label):
            return wrong
    return why_not_figure(subject, *together(said))


def why_not_figure(subject: str, in_scope: int, trained: int, *, level: str = "") -> str | None:
    """Why one line of a return cannot stand."""
    words = f"{Subject(subject).label}, {level.lower()}" if level else Subject(subject).label
    if min(in_scope, trained) < 0:
        return f"{words}: write 0 or more"
    if in_scope > MOST_PEOPLE:
        return f"{words}: {in_scope:,} people cannot be right"
    if trained > in_scope:
        return f"{words}: {trained:,} trained is more than the {in_scope:,} who need it"
    return None


def link_until(due: date, *, on: date, most: int) -> date:
    """The last day a link opens: a while after the return is due, so that a late answer still comes in."""
    return min(max(due, on) + timedelta(days=LINK_DAYS), on + timedelta(days=most))
