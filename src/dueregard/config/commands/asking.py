"""What several commands ask for: an area by name, a date, a clear stop."""

import sys
from datetime import date
from typing import NoReturn

from django.utils import timezone

from dueregard.access.viewer import Viewer
from dueregard.accounts.queries import areas


def stop(sentence: str) -> NoReturn:
    """End with one clear sentence and a non-zero exit."""
    sys.stderr.write(f"dueregard: {sentence}\n")
    raise SystemExit(1)


def operator(slug: str) -> Viewer:
    """The operator in an area, or a stop that names the areas there are."""
    area = areas().filter(slug=slug).first()
    if area is None:
        there = ", ".join(areas().values_list("slug", flat=True)) or "none yet"
        stop(f"There is no area called {slug!r} here. The areas are: {there}")
    return Viewer.operator(area=area.slug, area_id=area.pk, area_name=area.name, now=timezone.now(), is_invented=area.is_invented)


def day(words: str | None, default: date) -> date:
    """A date as typed on the command line."""
    if words is None:
        return default
    try:
        return date.fromisoformat(words)
    except ValueError:
        stop(f"{words!r} is not a date; write it as year-month-day, such as {default.isoformat()}")


def say(text: str) -> None:
    """Print to the terminal."""
    sys.stdout.write(text if text.endswith("\n") else text + "\n")
