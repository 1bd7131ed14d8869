"""The ideological drivers a risk can name, from the dated list in drivers.yaml: which may be named on a day."""

from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from yaml import safe_load


@dataclass(frozen=True, kw_only=True)
class Driver:
    """One driver: its lasting id, our words for it, from and until when it is used."""

    id: str
    words: str
    since: date
    until: date | None = None

    def is_used(self, on: date) -> bool:
        """Whether it may be named on a day."""
        return self.since <= on and (self.until is None or on <= self.until)


@cache
def drivers() -> tuple[Driver, ...]:
    """Every driver there is or was, in the order of the list."""
    read = safe_load((Path(__file__).parents[1] / "drivers.yaml").read_text(encoding="utf-8"))
    return tuple(Driver(**one) for one in read["drivers"])


def drivers_on(on: date) -> list[Driver]:
    """The drivers that may be named on a day."""
    return [driver for driver in drivers() if driver.is_used(on)]


def driver_words(driver_id: str) -> str:
    """The words for a driver; its id where the list does not know it."""
    return next((driver.words for driver in drivers() if driver.id == driver_id), driver_id)


def why_not_name(driver_id: str, *, on: date) -> str | None:
    """The reason a driver cannot be named: it is not on the list, or not on that day."""
    if not driver_id or driver_id in {driver.id for driver in drivers_on(on)}:
        return None
    return f"The ideological driver is one of: {', '.join(driver.id for driver in drivers_on(on))}"
