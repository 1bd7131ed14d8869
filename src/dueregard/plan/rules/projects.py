"""Funded projects: who pays, how far the provider has been looked into, what was awarded and spent, and how far a project has come."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from dueregard.basics.choice import Choice
from dueregard.basics.dates import say


class Funder(Choice):
    """Who funds a project."""

    HOME_OFFICE = "home-office", "The Home Office"
    COUNCIL = "council", "The council"
    OTHER = "other", "Somebody else"


class DueDiligence(Choice):
    """How far the provider of a project has been looked into."""

    ASKED = "asked", "Asked for"
    PASSED = "passed", "Done, nothing against"
    CONDITIONS = "conditions", "Done, with conditions"
    REFUSED = "refused", "Done, not to be used"


class AmountKind(Choice):
    """What an amount of a project is."""

    AWARDED = "awarded", "Awarded"
    SPENT = "spent", "Spent"


class ProjectState(Choice):
    """How far a project has come by a day."""

    AHEAD = "ahead", "Not begun yet"
    RUNNING = "running", "Running"
    OVER = "over", "Past its end, not closed"
    ENDED = "ended", "Ended"


def state_of(*, begins: date, until: date | None, ended: date | None, on: date) -> ProjectState:
    """How far a project has come by a day: the last day of one is still a day of it."""
    if ended is not None and ended < on:
        return ProjectState.ENDED
    if on < begins:
        return ProjectState.AHEAD
    return ProjectState.OVER if until is not None and until < on else ProjectState.RUNNING


def why_not_run(begins: date, *, until: date | None) -> str | None:
    """The reason a project cannot run for this time: it would end before it begins."""
    if until is not None and until < begins:
        return f"The project cannot end on {say(until)}: it begins on {say(begins)}"
    return None


def why_not_fund(funder: Funder, *, named: str) -> str | None:
    """The reason a funder is not said whole: somebody else has a name."""
    if funder is Funder.OTHER and not named.strip():
        return "Name who funds it"
    return None


def why_not_look(status: DueDiligence, *, words: str) -> str | None:
    """The reason what was found of a provider is not said whole: conditions and refusals have words."""
    if status in {DueDiligence.CONDITIONS, DueDiligence.REFUSED} and not words.strip():
        return "Say the conditions" if status is DueDiligence.CONDITIONS else "Say why the provider is not to be used"
    return None


def why_not_amount(kind: AmountKind, *, pounds: Decimal, words: str) -> str | None:
    """The reason an amount cannot be kept: it is nothing, or less than nothing without words."""
    if pounds == 0 and kind is AmountKind.AWARDED:
        return "An award of nothing is no award"
    if pounds < 0 and kind is AmountKind.SPENT:
        return "Give what was spent by that day, from the beginning: it is never less than nothing"
    if pounds < 0 and not words.strip():
        return "Say why the award was cut"
    return None


def why_not_begun(begins: date, *, on: date) -> str | None:
    """The reason something cannot have happened in a project on a day: its funding had not begun."""
    if on < begins:
        return f"Its funding began on {say(begins)}, so this cannot have happened on {say(on)}"
    return None


def why_not_end_project(ended: date | None, *, begins: date, on: date) -> str | None:
    """The reason a project cannot end on a day: it has ended already, or had not begun."""
    if ended is not None:
        return f"The project ended on {say(ended)} already"
    return why_not_begun(begins, on=on)


def awarded(amounts: Iterable[tuple[AmountKind, Decimal]]) -> Decimal | None:
    """What a project was awarded: every award, and every cut of one, added up; None where none is recorded."""
    rows = [pounds for kind, pounds in amounts if kind is AmountKind.AWARDED]
    return sum(rows, Decimal(0)) if rows else None


def spent(amounts: Iterable[tuple[AmountKind, Decimal]]) -> Decimal | None:
    """What a project had spent by the last day somebody said: each amount counts from the beginning. Oldest first; None: not known."""
    return next((pounds for kind, pounds in reversed(list(amounts)) if kind is AmountKind.SPENT), None)


def say_pounds(pounds: Decimal | None) -> str:
    """An amount in words: £12,500, £99.50; never a zero where it is not known."""
    if pounds is None:
        return "Not known"
    sign, whole = ("−" if pounds < 0 else ""), abs(pounds)
    return f"{sign}£{whole:,.0f}" if whole == whole.to_integral_value() else f"{sign}£{whole:,.2f}"
