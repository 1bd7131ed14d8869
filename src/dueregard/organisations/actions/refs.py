"""The references that records are given, and what a form's one-time key made before."""

from typing import TypeVar
from uuid import UUID

from dueregard.access.viewer import Viewer
from dueregard.basics.records import Record
from dueregard.organisations.models import Counter
from dueregard.privacy.marking import Marking

Made = TypeVar("Made", bound=Record)


def next_ref(prefix: str, *, by: Viewer, year: int | None = None) -> str:
    """The next reference of a kind in the area, under a lock: next_ref("A", by=…) is A-19, with a year D-2026-09."""
    [ref] = next_refs(prefix, by=by, number=1, year=year)
    return ref


def next_refs(prefix: str, *, by: Viewer, number: int, year: int | None = None) -> list[str]:
    """So many of the next references of a kind, under the same lock in the same three statements."""
    if not number:
        return []
    stem = f"{prefix}-{year}" if year else prefix
    Counter.objects.get_or_create(area_id=by.area_id, prefix=stem)
    counter = Counter.objects.select_for_update(of=("self",)).get(area_id=by.area_id, prefix=stem)
    last, counter.last = counter.last, counter.last + number
    counter.save(update_fields=["last"])
    return [f"{stem}-{given:02d}" if year else f"{stem}-{given}" for given in range(last + 1, counter.last + 1)]


def ref_for(prefix: str, given: str | None, *, by: Viewer, year: int | None = None) -> str:
    """The reference that came with a file, so that its number is not given again; otherwise the next one."""
    if given is None:
        return next_ref(prefix, by=by, year=year)
    stem, _, number = given.rpartition("-")
    if stem and number.isdigit():
        counter, _made = Counter.objects.get_or_create(area_id=by.area_id, prefix=stem)
        if counter.last < int(number):
            counter.last = int(number)
            counter.save(update_fields=["last"])
    return given


def counter(prefix: str, marking: str) -> str:
    """The counter a record's reference comes from: Official-Sensitive ones have their own, so that no gap in the numbers tells of them."""
    return f"{prefix}S" if marking == Marking.SENSITIVE else prefix


def made_before(kind: type[Made], once: UUID | None, *, by: Viewer) -> Made | None:
    """What the form with this one-time key made already: ask after the reference is taken, whose lock lets one post through at a time."""
    return None if once is None else kind._default_manager.filter(area=by.area_id, once=once).first()
