"""What facts are asked for: an area's rows that had happened by a day and been typed by another."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from functools import cached_property
from typing import Any, TypeVar

from django.db.models import Model, QuerySet
from django.utils import timezone

from dueregard.access.viewer import Viewer
from dueregard.basics.dates import day_of
from dueregard.privacy.marking import Marking

M = TypeVar("M", bound=Model)

ENDING = ("ending__on", "ending__typed_at")  # of rows that hold from a day to a day


def end_of(known: date) -> datetime:
    """The first moment that was not known on that day."""
    return timezone.make_aware(datetime.combine(known + timedelta(days=1), time()))


@dataclass(frozen=True, kw_only=True)
class Asked:
    """As at `on`, known on `known`, in the viewer's area. Everything counts, whatever its marking; words not to be read do not show."""

    viewer: Viewer
    on: date
    known: date
    of: str = ""  # the area's slug, where it is not the one the finding is about
    keys: Mapping[str, str] = field(default_factory=dict)  # people of another area who are people of this one: their refs

    @cached_property
    def _after(self) -> datetime:
        return end_of(self.known)

    def rows(self, rows: "QuerySet[M]") -> "QuerySet[M]":
        """Those of the rows that had happened and were known."""
        return rows.filter(area=self.viewer.area_id, on__lte=self.on, typed_at__lt=self._after)

    def found(self, rows: "QuerySet[M]", *fields: str) -> list[Any]:
        """The same as plain rows: their two days and the fields named, of related records too. Instances cost three times as much."""
        return list(self.rows(rows).values_list("on", "typed_at", *fields, named=True))

    def ref(self, ref: str) -> str:
        """A record's reference, with its area where that is another one."""
        return f"{self.of}/{ref}" if self.of else ref

    def of_area(self, rows: "QuerySet[M]", *fields: str) -> list[Any]:
        """All of the area's as plain rows, for rows that come with related ones of days of their own."""
        return list(rows.filter(area=self.viewer.area_id).values_list("on", "typed_at", *fields, named=True))

    def refs(self, ref: str | None) -> tuple[str, ...]:
        """None, or the one there is."""
        return (self.ref(ref),) if ref else ()

    def person(self, ref: str | None) -> str:
        """An opaque key of a person, by their reference: the same for one person in every area asked."""
        return self.keys.get(ref, self.ref(ref)) if ref else ""

    def words(self, words: str, marking: str, *, instead: str) -> str:
        """The words, or others where the viewer may not read these."""
        return instead if marking == Marking.SENSITIVE and not self.viewer.reads_sensitive else words

    def holds(self, on: date | None, typed_at: datetime | None) -> bool:
        """Whether something of these two days had happened and was known; what never was has none."""
        return on is not None and typed_at is not None and on <= self.on and typed_at < self._after

    def until(self, row: Any, of: str = "") -> dict[str, Any]:
        """When a row with its ENDING, or the related row it came with, ended: where that had happened and was known."""
        on, typed_at = getattr(row, f"{of}ending__on"), getattr(row, f"{of}ending__typed_at")
        return {"until": on, "until_typed": day_of(typed_at)} if self.holds(on, typed_at) else {"until": None, "until_typed": None}

    def dated(self, row: Any, of: str = "") -> dict[str, Any]:
        """When it happened, when it was typed, and whose it is where it is another area's."""
        return {"on": getattr(row, f"{of}on"), "typed": day_of(getattr(row, f"{of}typed_at")), "of": self.of}
