"""Markings: how sensitive a record, a page or an export is, and who may see it."""

from collections.abc import Iterable
from typing import Any

from django.conf import settings
from django.db import connection, models

from dueregard.access.viewer import Viewer
from dueregard.basics.choice import Choice


class Marking(Choice):
    """The two markings used here, less sensitive first."""

    OFFICIAL = "official", "OFFICIAL"
    SENSITIVE = "official-sensitive", "OFFICIAL-SENSITIVE"


def highest(markings: Iterable[str]) -> Marking:
    """The marking of a page is that of the most sensitive item this viewer can see on it."""
    return Marking.SENSITIVE if any(marking == Marking.SENSITIVE for marking in markings) else Marking.OFFICIAL


def lowest(markings: Iterable[str]) -> Marking:
    """The marking of what is known to whoever may read one of several."""
    there = list(markings)
    return Marking.SENSITIVE if there and all(marking == Marking.SENSITIVE for marking in there) else Marking.OFFICIAL


def readable(viewer: Viewer, field: str = "marking") -> models.Q:
    """The filter that keeps Official-Sensitive rows from whoever has no clearance for them."""
    return models.Q() if viewer.reads_sensitive else models.Q(**{field: Marking.OFFICIAL.value})


def why_not_cover(marking: str, *, covered: str) -> str | None:
    """The reason a check so marked cannot cover a record: whoever reads the record would learn that the check is there."""
    if marking == Marking.SENSITIVE and covered != Marking.SENSITIVE:
        return "The check is Official-Sensitive, and what it is to cover is not. Answer the three questions for this anew"
    return None


def why_not_mark(marking: str, *, viewer: Viewer) -> str | None:
    """The reason something cannot be kept here as Official-Sensitive, in words; None if it can."""
    if marking != Marking.SENSITIVE:
        return None
    if not viewer.reads_sensitive:
        return "Official-Sensitive records can be written only by somebody with a recorded clearance for them"
    if connection.vendor == "sqlite" and not (settings.DISK_ENCRYPTED or settings.INVENTED or viewer.is_invented):
        return "Official-Sensitive text is not kept until the operator has declared the disk encrypted (DUEREGARD_DISK_ENCRYPTED=yes)"
    return None


def field(**options: Any) -> "models.CharField[str, str]":
    """The marking of a record."""
    return models.CharField(max_length=20, choices=Marking.choices, default=Marking.OFFICIAL, **options)
