"""Findings as a program reads them and as a terminal shows them: the same records always give the same bytes."""

import json
import textwrap
from collections.abc import Sequence
from datetime import date
from typing import Any

from dueregard.access.viewer import Viewer
from dueregard.assurance import queries
from dueregard.assurance.rules.found import LineFound, SectionFound
from dueregard.basics.dates import say
from dueregard.guidance import catalogue
from dueregard.guidance.indicator import Gap
from dueregard.ui.places import address_of_page

WIDTH = 100


def as_json(viewer: Viewer, framework_id: str, *, on: date, known: date) -> str:
    """Every section and line of a framework with its finding, as JSON."""
    plain = {
        "area": viewer.area,
        "framework": catalogue.framework(framework_id).id,
        "as_at": on.isoformat(),
        "sections": [_section(found, viewer) for found in queries.findings(viewer, framework_id, on=on, known=known)],
    }
    return json.dumps(plain, ensure_ascii=False, indent=2) + "\n"


def _section(found: SectionFound, viewer: Viewer) -> dict[str, Any]:
    section = found.section
    lines = [_line(line, viewer) for line in found.lines]
    return {"id": section.id, "title": section.title, "benchmark": section.benchmark, "lines": lines}


def _line(found: LineFound, viewer: Viewer) -> dict[str, Any]:
    finding = found.finding
    return {
        "id": found.line.id,
        "tier": found.line.tier.value,
        "status": finding.status.value,
        "because": list(finding.because),
        "cites": [
            {"kind": cite.kind, "ref": cite.ref, "label": cite.label, "on": cite.on.isoformat() if cite.on else None}
            for cite in finding.cites
        ],
        "gaps": [_gap(gap, viewer) for gap in finding.gaps],
    }


def _gap(gap: Gap, viewer: Viewer) -> str:
    """What would close a line, and the address of the page that closes it."""
    address = address_of_page(gap.page, gap.ref, area=viewer.area)
    return f"{gap.says}: {address}" if address else gap.says


def as_table(viewer: Viewer, framework_id: str, *, on: date, known: date) -> str:
    """The same for a terminal: section by section, one block a line."""
    framework = catalogue.framework(framework_id)
    since = f", known on {say(known)}" if known != on else ""
    head = [f"{viewer.area_name}: {framework.title}, as at {say(on)}{since}", *textwrap.wrap(framework.caution, WIDTH)]
    sections = queries.findings(viewer, framework_id, on=on, known=known)
    return "\n".join([*head, *(row for found in sections for row in _table(found))]) + "\n"


def _table(found: SectionFound) -> Sequence[str]:
    section = found.section
    points_to = section.points_to
    rows = ["", f"{section.id}  {section.title}", f"   {found.sentence}" + (f" See {points_to}." if points_to else "")]
    for line in found.lines:
        said = " ".join(line.finding.because)
        indent = " " * 33
        rows += textwrap.wrap(
            f"   {line.line.id:<8}{line.finding.status.label:<20}  {said}", WIDTH, subsequent_indent=indent, break_long_words=False
        )
    return rows
