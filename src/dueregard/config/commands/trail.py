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
from dueregard.audit.rules import first_broken, why_cut
from dueregard.config.commands.asking import operator, say, stop

THE_INSTALL = "(install)"  # the chain of what happens outside any area; no area can be called so


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
        with scope(viewer):
            reason = first_broken(queries.links(viewer, area_id=viewer.area_id)) or _cut(viewer, known.get(viewer.area))
        if reason:
            wrong.append(f"{viewer.area}: {reason}")
    wrong += [f"{area}: the whole trail is gone" for area in known if area not in here and not slug]
    return wrong


def _cut(viewer: Viewer, known: dict[str, Any] | None) -> str | None:
    if not known:
        return None
    count, head = queries.head(viewer)
    digests = {link.number: link.digest for link in queries.links(viewer, area_id=viewer.area_id) if link.number == known["count"]}
    if known["count"] == 0:
        return None
    return why_cut(
        count=count, head=head, known_count=known["count"], digest_at_known=digests.get(known["count"]), known_head=known["head"]
    )


def _known(path: str) -> dict[str, dict[str, Any]]:
    """Counts and heads kept elsewhere, by the area's slug."""
    try:
        kept = json.loads(Path(path).read_text())
        return {slug: {"count": int(chain["count"]), "head": str(chain["head"])} for slug, chain in kept["trail"].items()}
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        stop(f"{path} does not hold counts and heads of a trail; write one with --note")


def verify(asked: Namespace) -> int:
    """Prove that no trail was changed, or name the first broken link of each."""
    wrong = broken(asked.area, against=asked.against)
    if asked.note and not wrong:
        Path(asked.note).write_text(json.dumps({"trail": heads(asked.area)}, indent=2))
    counted = ", ".join(f"{area} {chain['count']}" for area, chain in heads(asked.area).items())
    say("\n".join(wrong) if wrong else f"Whole. Events: {counted}")
    return 1 if wrong else 0
