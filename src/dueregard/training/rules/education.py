"""What can be so of schools and other settings, what reached them and their safeguarding returns. Pure Python."""

from collections.abc import Collection
from datetime import date

from dueregard.basics.dates import say

SCHOOL_YEAR_BEGINS = 9  # the month
FIRST_YEAR = 2003  # sections 157 and 175 of the Education Act 2002 came into force then
MOST_STAFF = 5000  # of one setting on one day
URN_DIGITS = 6
LEAD_MONTHS = 24  # ours: schools train their safeguarding leads at least every two years


def school_year(on: date) -> int:
    """The calendar year in which the school year of a day began."""
    return on.year if on.month >= SCHOOL_YEAR_BEGINS else on.year - 1


def year_words(year: int) -> str:
    """A school year as it is written: 2026/27."""
    return f"{year}/{(year + 1) % 100:02}"


def why_not_urn(urn: str) -> str | None:
    """Why a number cannot be that of a setting in the register of schools."""
    if not urn or (urn.isascii() and urn.isdecimal() and len(urn) == URN_DIGITS):
        return None
    return f"A unique reference number has {URN_DIGITS} digits; leave it empty where there is none"


def why_not_setting(name: str, urn: str, *, urns: Collection[str], names: Collection[str]) -> str | None:
    """Why a setting cannot be taken into the register: one with the number, or of the name where neither has a number, is there."""
    if why := why_not_urn(urn):
        return why
    if urn and urn in urns:
        return f"A setting with the number {urn} is in the register already"
    return f"A setting called {name} is in the register already" if not urn and name.casefold() in names else None


def why_not_reach(*, began: date, closed: date | None, on: date, staff: int | None, is_lead_trained: bool) -> str | None:
    """Why it cannot be recorded that a setting was reached on a day."""
    if on < began:
        return f"The setting is in the register since {say(began)}, after that day"
    if closed is not None and closed <= on:
        return f"The setting closed on {say(closed)}"
    if not staff and not is_lead_trained:
        return "Say how many of its staff were trained, or that its safeguarding lead was"
    return None


def why_not_audit(year: int, words: str, *, on: date, there: Collection[int], is_complete: bool) -> str | None:
    """Why a safeguarding return of a school year cannot be recorded like this."""
    if not FIRST_YEAR <= year <= school_year(on):
        return f"The school year {year_words(year)} cannot be right: on {say(on)} the latest is {year_words(school_year(on))}"
    if year in there:
        return f"Its return for {year_words(year)} is here already: record what has been done since"
    if not is_complete and not words.strip():
        return "Say what it leaves to do, or that it leaves nothing to do"
    return None


def why_not_withdraw_audit(*, received: date, is_withdrawn: bool, on: date) -> str | None:
    """Why a return cannot be withdrawn on a day."""
    if is_withdrawn:
        return "It is withdrawn already"
    return f"The return came on {say(received)}, after that day" if on < received else None


def why_not_progress(*, received: date, done: date | None, on: date, is_withdrawn: bool = False) -> str | None:
    """Why progress on what a return left to do cannot be recorded for a day."""
    if is_withdrawn:
        return "The return was withdrawn: it counts as never sent"
    if on < received:
        return f"The return came on {say(received)}, after that day"
    return f"Nothing is left to do since {say(done)}" if done is not None else None


def why_not_trainers(how_many: int, *, of: int, on: date, until: date | None) -> str | None:
    """Why a count of accredited trainers cannot be recorded like this."""
    if of != 1:
        return "Choose a setting or a body, one of the two: trainers are counted where they work"
    if how_many < 0 or how_many > MOST_STAFF:
        return "Write how many there are, none included"
    return "The accreditation runs out before it begins: check the two dates" if until is not None and until < on else None
