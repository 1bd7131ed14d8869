"""Loose ends from the terminal."""

import json
from argparse import Namespace
from typing import Any

from dueregard.access.scope import scope
from dueregard.config.commands.asking import operator, say
from dueregard.config.commands.assurance import when
from dueregard.home.queries import loose_rows
from dueregard.home.queries.today import LooseRow


def loose_ends(asked: Namespace) -> None:
    """List what is loose, worst first, and the page that ties it."""
    viewer = operator(asked.area)
    on, known = when(asked, viewer)
    with scope(viewer):
        rows = loose_rows(viewer, on=on, known=known)
    if asked.json:
        say(json.dumps([_plain(row) for row in rows], indent=2, ensure_ascii=False))
        return
    say("\n".join(f"{row.end.severity.label:6} {row.end.line:5} {row.end.says}. {row.end.tie}." for row in rows) or "Nothing is loose.")


def _plain(row: LooseRow) -> dict[str, Any]:
    end = row.end
    return {
        "kind": end.kind,
        "severity": end.severity.value,
        "line": end.line,
        "subject": {"kind": end.subject.kind, "ref": end.subject.ref, "label": end.subject.label},
        "says": end.says,
        "tie_at": row.tie_address,
    }
