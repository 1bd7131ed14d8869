"""Proving the trail from the terminal."""

import json
from argparse import Namespace
from pathlib import Path
from typing import Any

from django.db import connection
from django.utils import timezone

from dueregard.access.viewer import Viewer
from dueregard.accounts.queries import areas
from dueregard.audit import triggers
from dueregard.audit.queries import INSTALL
from dueregard.config.commands.asking import operator, say, stop


def _viewers(slug: str | None) -> list[Viewer]:
    if slug:
        return [operator(slug)]
    install = Viewer.operator(area="", area_id=INSTALL, area_name="The install itself", now=timezone.now())
    return [install, *(operator(area.slug) for area in areas())]


def _known(path: str) -> dict[str, dict[str, Any]]:
    """Counts and heads kept elsewhere, by the area's slug."""
    try:
        kept = json.loads(Path(path).read_text())
        return {slug: {"count": int(chain["count"]), "head": str(chain["head"])} for slug, chain in kept["trail"].items()}
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        stop(f"{path} does not hold counts and heads of a trail; write one with --note")
