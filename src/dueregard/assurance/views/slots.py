"""What assurance shows on lower pages: how a section stands, which lines rest on a record, what a meeting changed."""

from collections.abc import Mapping, Sequence
from datetime import date

from django.template.loader import render_to_string

from dueregard.access.roles import Permission
from dueregard.access.viewer import Viewer
from dueregard.assurance import queries
from dueregard.assurance.rules.found import LineFound

TOOLKIT = "toolkit-2024"
KINDS_OF_DOCUMENT = ("document", "terms")  # a document is cited as itself, or as a group's terms


def section_standing(viewer: Viewer, *, section: str, on: date | None = None) -> str:
    """How the lines of a section stand on a day (today, where none is given), with the way to its assurance."""
    if not viewer.may(Permission.ASSURANCE_READ):
        return ""
    day = on or viewer.today
    found = queries.findings(viewer, TOOLKIT, on=day, known=max(day, viewer.today), only=section)[0]
    return render_to_string("assurance/slot_standing.html", {"viewer": viewer, "found": found, "framework": TOOLKIT, "on": day})


def line_found(viewer: Viewer, *, framework: str, line: str) -> str:
    """What the records show about a line of the toolkit today, with the way to it."""
    section = line.split(".", maxsplit=1)[0]
    if not viewer.may(Permission.ASSURANCE_READ) or framework != TOOLKIT:
        return ""
    lines = [
        each
        for each in queries.findings(viewer, TOOLKIT, on=viewer.today, known=viewer.today, only=section)[0].lines
        if each.line.id == line
    ]
    return render_to_string("assurance/slot_line.html", {"viewer": viewer, "found": lines[0], "framework": TOOLKIT, "section": section})


def shares_expected(viewer: Viewer, *, on: date, known: date) -> Mapping[str, float]:
    """The shares the area expects instead of ours, by line."""
    changed = queries.changed_numbers(viewer, TOOLKIT, on=on, known=known)
    return {line: float(change.value) for (line, key), change in changed.items() if key == "share"}


def lines_that_read(viewer: Viewer, kinds: Sequence[str], refs: Sequence[str]) -> str:
    """The lines whose finding today rests on one of these records."""
    if not viewer.may(Permission.ASSURANCE_READ):
        return ""
    sections = queries.findings(viewer, TOOLKIT, on=viewer.today, known=viewer.today)
    lines = [line for section in sections for line in section.lines if _rests_on(line, kinds, refs)]
    return render_to_string("assurance/slot_lines.html", {"viewer": viewer, "lines": lines, "framework": TOOLKIT}) if lines else ""


def _rests_on(line: LineFound, kinds: Sequence[str], refs: Sequence[str]) -> bool:
    return any(cite.kind in kinds and cite.ref.partition("/")[0] in refs for cite in line.finding.cites)


def document_lines(viewer: Viewer, *, ref: str) -> str:
    """The lines that rest on a document."""
    return lines_that_read(viewer, KINDS_OF_DOCUMENT, [ref])


def decision_lines(viewer: Viewer, *, refs: Sequence[str]) -> str:
    """The lines that rest on a decision."""
    return lines_that_read(viewer, ["decision"], refs)


def link_lines(viewer: Viewer, *, refs: Sequence[str]) -> str:
    """The lines that rest on a link with another area or authority."""
    return lines_that_read(viewer, ["link"], refs)


def exchange_lines(viewer: Viewer, *, refs: Sequence[str]) -> str:
    """The lines that rest on an exchange with a community organisation."""
    return lines_that_read(viewer, ["exchange"], refs)


def meeting_changed(viewer: Viewer, *, ref: str) -> str:
    """Which lines stood otherwise at the end of the meeting's day than the day before, as known today."""
    if not viewer.may(Permission.ASSURANCE_READ):
        return ""
    changes = queries.changed_by_meeting(viewer, ref, framework_id=TOOLKIT, today=viewer.today)
    if changes is None:
        return ""
    return render_to_string("assurance/slot_changed.html", {"viewer": viewer, "changes": changes, "framework": TOOLKIT})
