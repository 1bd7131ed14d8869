"""Many rows at once, for a deed that takes a whole sheet: rows named by it, rows added by it, and which row of it is refused."""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Generic, TypeVar

from django.db.models import F, Model, QuerySet

from dueregard.basics.records import Record
from dueregard.basics.refused import Refused

M = TypeVar("M")
R = TypeVar("R", bound=Model)


def write(rows: Iterable[Model]) -> None:
    """Write new rows, in one statement for each table, in the order in which the tables come first."""
    of: dict[type[Model], list[Model]] = {}
    for row in rows:
        of.setdefault(type(row), []).append(row)
    for model, several in of.items():
        model._default_manager.bulk_create(several)


def take_further(model: type[Record], records: Iterable[Record]) -> None:
    """Take records that are there a version further, all in one statement."""
    keys = [record.pk for record in records]
    if keys:
        model._default_manager.filter(pk__in=keys).update(version=F("version") + 1)


@dataclass(frozen=True)
class Named(Generic[M]):
    """What a sheet names, by reference."""

    rows: Mapping[str, M]
    what: str

    def one(self, ref: str) -> M:
        """What has this reference; refused in words where there is none in this area that the viewer can see."""
        if ref not in self.rows:
            raise Refused(f"There is no {self.what} {ref} in this area that you can see")
        return self.rows[ref]

    def one_or_none(self, ref: str) -> M | None:
        """What has this reference, where one is given."""
        return self.one(ref) if ref else None


def named(rows: "QuerySet[R]", refs: Iterable[str], *, what: str) -> "Named[R]":
    """The rows with these references, read in one statement."""
    wanted = {ref for ref in refs if ref}
    return Named({str(getattr(row, "ref", "")): row for row in rows.filter(ref__in=wanted)} if wanted else {}, what)


@contextmanager
def in_row(number: int) -> Iterator[None]:
    """A refusal says in which row of the sheet it arose, and that nothing is written."""
    try:
        yield
    except Refused as refusal:
        raise Refused(f"Row {number}: {refusal}. Nothing of the file is written") from refusal
