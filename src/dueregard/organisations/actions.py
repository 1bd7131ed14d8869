"""Deeds on areas, bodies, people and posts."""

from datetime import date, datetime

from dueregard.access.viewer import Viewer
from dueregard.audit.actions import record_install
from dueregard.organisations.models import Area, Counter


def next_ref(prefix: str, *, by: Viewer, year: int | None = None) -> str:
    """The next reference of a kind in the area, under a lock: next_ref("A", by=…) is A-19, with a year D-2026-09."""
    stem = f"{prefix}-{year}" if year else prefix
    Counter.objects.get_or_create(area_id=by.area_id, prefix=stem)
    counter = Counter.objects.select_for_update(of=("self",)).get(area_id=by.area_id, prefix=stem)
    counter.last += 1
    counter.save(update_fields=["last"])
    return f"{stem}-{counter.last:02d}" if year else f"{stem}-{counter.last}"


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


def create_area(
    slug: str, *, name: str, kind: str, nation: str, began: date, at: datetime, held_by: str = "", is_invented: bool = False
) -> Area:
    """A new area. The command line and the loading of area files do this; nothing in the site does."""
    area = Area.objects.create(
        slug=slug, name=name, kind=kind, nation=nation, began=began, typed_at=at, held_by=held_by, is_invented=is_invented
    )
    record_install("organisations.area.created", at=at, kind="organisations.area", subject=str(area.pk), slug=slug)
    return area


def note_loaded(digest: str, *, by: Viewer) -> None:
    """Keep the digest of the area file an area was loaded from, so that the same file again is nothing to do."""
    Area.objects.filter(pk=by.area_id).update(loaded_digest=digest)
    record_install("organisations.area.loaded", at=by.now, kind="organisations.area", subject=str(by.area_id), digest=digest)
