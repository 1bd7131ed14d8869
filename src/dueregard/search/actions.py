"""Keeping the index: done in a deed's transaction with what a record now says."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import date

from dueregard.access.roles import Permission
from dueregard.access.viewer import Viewer
from dueregard.search.models import Entry
from dueregard.search.rules import kept_words

TITLE = 400


@dataclass(frozen=True, kw_only=True)
class Says:
    """What a record, or that part of it which has a marking of its own, says now; `is_gone` when it is no longer to be found."""

    kind: str
    ref: str
    title: str
    texts: tuple[str, ...] = ()
    on: date | None = None
    marking: str = "official"
    permission: Permission
    part: str = ""
    is_gone: bool = False


_waits: ContextVar[bool] = ContextVar("waits", default=False)


@contextmanager
def indexed_together(everything: Callable[[], Iterable[Says]], *, by: Viewer) -> Iterator[None]:
    """Many deeds in one transaction: the index waits for the last of them, and is then made anew from what everything says."""
    before = _waits.set(True)
    try:
        yield
    finally:
        _waits.reset(before)
    rebuild(everything(), by=by)


def index(says: Iterable[Says], *, by: Viewer) -> None:
    """Keep what records now say. What they said before is no longer found."""
    if _waits.get():
        return
    listed = {(one.kind, one.ref, one.part): one for one in says}.values()  # PostgreSQL takes no row twice in one statement
    Entry.objects.bulk_create(
        [_entry(one, by=by) for one in listed if not one.is_gone],
        update_conflicts=True,
        unique_fields=["area", "kind", "ref", "part"],
        update_fields=["title", "words", "on", "marking", "permission"],
    )
    for one in listed:
        if one.is_gone:
            Entry.objects.filter(area=by.area_id, kind=one.kind, ref=one.ref, part=one.part).delete()


def rebuild(says: Iterable[Says], *, by: Viewer) -> int:
    """Make the index of the area anew from what its records say; how many entries it has."""
    listed = [one for one in says if not one.is_gone]
    Entry.objects.filter(area=by.area_id).delete()
    index(listed, by=by)
    return len(listed)


def _entry(one: Says, *, by: Viewer) -> Entry:
    return Entry(
        area_id=by.area_id,
        kind=one.kind,
        ref=one.ref,
        part=one.part,
        title=one.title[:TITLE],
        words=kept_words(one.ref, one.title, *one.texts),
        on=one.on,
        marking=one.marking,
        permission=one.permission.value,
    )
