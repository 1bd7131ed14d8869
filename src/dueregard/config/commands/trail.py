"""Proving the trail from the terminal."""

import json
from argparse import Namespace
from pathlib import Path
from typing import Any

from django.db import connection
from django.utils import timezone

from dueregard.access.scope import scope
from dueregard.access.viewer import Viewer
from dueregard.accounts.queries import areas
from dueregard.audit import queries, triggers
from dueregard.config.commands.asking import complain, operator, place_for, say, stop, write_file

THE_INSTALL = "(install)"  # the chain of what happens outside any area; no area can be called so
NOTE = "trail.json"  # in a backup


def _viewers(slug: str | None) -> list[Viewer]:
    if slug:
        return [operator(slug)]
    install = Viewer.operator(area=THE_INSTALL, area_id=queries.INSTALL, area_name="The install itself", now=timezone.now())
    return [install, *(operator(area.slug) for area in areas())]


def heads(slug: str | None) -> dict[str, dict[str, Any]]:
    """How many events each chain has and the digest of its newest: what is kept elsewhere to find a cut tail."""
    kept: dict[str, dict[str, Any]] = {}
    for viewer in _viewers(slug):
        with scope(viewer):
            count, digest = queries.head(viewer)
        kept[viewer.area] = {"count": count, "head": digest}
    return kept


def broken(slug: str | None, *, against: str | None) -> list[str]:
    """The first broken link of each chain, and each chain that was cut since its count and head were kept elsewhere."""
    known = _known(against) if against else {}
    wrong = [f"The trail's trigger {name} is missing: run dueregard setup" for name in triggers.missing(connection)]
    here = set()
    for viewer in _viewers(slug):
        here.add(viewer.area)
        if slug and known and slug not in known:
            stop(f"{against} keeps no count and head of {slug}")
        with scope(viewer):
            reason = queries.verify(viewer) or _cut(viewer, known.get(viewer.area))
        if reason:
            wrong.append(f"{viewer.area}: {reason}")
    return wrong + [f"{area}: the whole trail is gone" for area in known if area not in here and not slug]


def _cut(viewer: Viewer, known: dict[str, Any] | None) -> str | None:
    return queries.verify_against(viewer, count=known["count"], head=known["head"]) if known else None


def _known(path: str) -> dict[str, dict[str, Any]]:
    """Counts and heads kept elsewhere, by the area's slug: a note, or a backup, which holds one."""
    place = Path(path)
    try:
        kept = json.loads((place / NOTE if place.is_dir() else place).read_text(encoding="utf-8"))
        return {slug: {"count": int(chain["count"]), "head": str(chain["head"])} for slug, chain in kept["trail"].items()}
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        stop(f"{path} does not hold counts and heads of a trail; write one with --note")


def note(slug: str | None) -> bytes:
    """Counts and heads as they are now, to keep elsewhere."""
    return json.dumps({"trail": heads(slug)}, indent=2).encode()


def verify(asked: Namespace) -> int:
    """Prove that no trail was changed, or name the first broken link of each."""
    place = place_for(asked.note) if asked.note else None
    wrong = broken(asked.area, against=asked.against)
    for reason in wrong:
        complain(reason)
    if wrong:
        return 1
    if place:
        write_file(place, note(asked.area), is_private=False)
    say("Whole. Events: " + ", ".join(f"{area} {chain['count']}" for area, chain in heads(asked.area).items()))
    return 0
