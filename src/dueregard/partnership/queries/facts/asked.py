"""What facts are asked for: an area's rows that had happened by a day and been typed by another."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, TypeVar

from django.db.models import Model, QuerySet

from dueregard.access.viewer import Viewer
from dueregard.partnership.queries.holding import day_typed, end_of
from dueregard.privacy.marking import Marking

M = TypeVar("M", bound=Model)


@dataclass(frozen=True, kw_only=True)
class Asked:
    """As at `on`, known on `known`, in the viewer's area. Everything counts, whatever its marking; words not to be read do not show."""

    viewer: Viewer
    on: date
    known: date
    of: str = ""  # the area's slug, where it is not the one the finding is about
    keys: Mapping[str, str] = field(default_factory=dict)  # people of another area who are people of this one: their refs

    def rows(self, rows: "QuerySet[M]") -> "QuerySet[M]":
        """Those of the rows that had happened and were known."""
        return rows.filter(area=self.viewer.area_id, on__lte=self.on, typed_at__lt=end_of(self.known))

    def typed(self, rows: "QuerySet[M]") -> "QuerySet[M]":
        """Those that were known, of rows without a day of their own."""
        return rows.filter(area=self.viewer.area_id, typed_at__lt=end_of(self.known))

    def ref(self, ref: str) -> str:
        """A record's reference, with its area where that is another one."""
        return f"{self.of}/{ref}" if self.of else ref

    def person(self, person: Any) -> str:
        """An opaque key of a person: the same for one person in every area asked."""
        return self.keys.get(person.ref, self.ref(person.ref)) if person else ""

    def words(self, words: str, marking: str, *, instead: str) -> str:
        """The words, or others where the viewer may not read these."""
        return instead if marking == Marking.SENSITIVE and not self.viewer.reads_sensitive else words

    def holds(self, row: Any) -> bool:
        """Whether a row had happened and was known."""
        return bool(row.on <= self.on) and day_typed(row.typed_at) <= self.known

    def until(self, row: Any) -> dict[str, Any]:
        """When the row ended, where that had happened and was known."""
        ending = getattr(row, "ending", None)
        if ending is None or not self.holds(ending):
            return {"until": None, "until_typed": None}
        return {"until": ending.on, "until_typed": day_typed(ending.typed_at)}

    def dated(self, row: Any) -> dict[str, Any]:
        """When it happened, when it was typed, and whose it is where it is another area's."""
        return {"on": row.on, "typed": day_typed(row.typed_at), "of": self.of}
