"""Finding records by their words, posts and bodies by their names: only what the viewer may open, filtered before anything is counted."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import BooleanField, F, Func, QuerySet

from dueregard.access.roles import Permission
from dueregard.access.viewer import Viewer
from dueregard.organisations.queries import bodies, posts
from dueregard.privacy.marking import readable
from dueregard.search.models import Entry
from dueregard.search.rules import begins, best_first, is_near, words_of

MOST = 500  # beyond it, a person is asked for another word


@dataclass(frozen=True)
class Hit:
    """One record found."""

    kind: str
    ref: str
    title: str
    on: date | None  # its own day; none for a part of it
    marking: str


@dataclass(frozen=True)
class Hits:
    """What was found, the best first, and how many of each kind; `is_cut` when there were more than can be shown."""

    hits: tuple[Hit, ...]
    kinds: tuple[tuple[str, int], ...]
    is_cut: bool = False


class Matches(Func):
    """Whether an entry has every word asked for, as this database's full text says. Words are letters and figures: nothing to escape."""

    def __init__(self, words: Sequence[str]) -> None:
        self.words = tuple(words)
        super().__init__(output_field=BooleanField())

    def as_sqlite(self, compiler: Any, connection: Any, **context: Any) -> tuple[str, tuple[str | int, ...]]:
        asked = " AND ".join(f'"{word}"*' if begins(word) else f'"{word}"' for word in self.words)
        return "search_entry.id in (select rowid from search_word where search_word match %s)", (asked,)

    def as_postgresql(self, compiler: Any, connection: Any, **context: Any) -> tuple[str, list[str]]:
        asked = " & ".join(f"'{word}':*" if begins(word) else f"'{word}'" for word in self.words)
        return "search_entry.found @@ %s::tsquery", [asked]


def entries(viewer: Viewer) -> QuerySet[Entry]:
    """The entries this viewer may find: of the area, of their clearance, of what they may open."""
    held = [permission.value for permission in Permission if viewer.may(permission)]
    return Entry.objects.filter(readable(viewer), area=viewer.area_id, permission__in=held)


def search(viewer: Viewer, asked: str, *, of_kind: str = "") -> Hits:
    """Records with every word asked for, and posts and bodies so called or nearly so: best first, then newest first."""
    words = words_of(asked)
    if not words:
        return Hits((), ())
    found = entries(viewer).filter(Matches(words)).order_by(F("on").desc(nulls_last=True), "kind", "ref", "part")
    columns = found.values_list("kind", "ref", "title", "part", "on", "marking")[: MOST + 1]
    rows = [Hit(kind, ref, title, None if part else on, marking) for kind, ref, title, part, on, marking in columns]
    once = list({(hit.kind, hit.ref): hit for hit in reversed(rows[:MOST])}.values())[::-1]
    hits = [*_named(viewer, words), *best_first([(hit.title, hit) for hit in once], words)]
    kinds = Counter(hit.kind for hit in hits)
    return Hits(
        hits=tuple(hit for hit in hits if of_kind in ("", hit.kind)),
        kinds=tuple(sorted(kinds.items())),
        is_cut=len(rows) > MOST,
    )


def _named(viewer: Viewer, words: Sequence[str]) -> list[Hit]:
    """Posts and bodies so called, one letter forgiven in each longer word."""
    if not viewer.may(Permission.AREA_READ):
        return []
    named = [("body", *row) for row in bodies(viewer).values_list("ref", "name", "on")]
    named += [("post", *row) for row in posts(viewer).values_list("ref", "title", "on")]
    return [Hit(kind, ref, name, on, "official") for kind, ref, name, on in named if is_near(name, words)]
