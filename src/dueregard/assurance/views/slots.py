"""What assurance shows on lower pages: how a section stands, which lines rest on a record, what a meeting changed."""

from collections.abc import Sequence
from datetime import date, timedelta

from django.template.loader import render_to_string

from dueregard.access.roles import Permission
from dueregard.access.viewer import Viewer
from dueregard.assurance import queries
from dueregard.assurance.rules.found import LineFound
from dueregard.guidance.indicator import Status
from dueregard.partnership.queries import meetings, state_of

TOOLKIT = "toolkit-2024"
KINDS_OF_DOCUMENT = ("document", "terms")  # a document is cited as itself, or as a group's terms


def section_standing(viewer: Viewer, *, section: str) -> str:
    """How the lines of a section stand today, with the way to its assurance."""
    if not viewer.may(Permission.ASSURANCE_READ):
        return ""
    found = queries.findings(viewer, TOOLKIT, on=viewer.today, known=viewer.today, only=section)[0]
    return render_to_string("assurance/slot_standing.html", {"viewer": viewer, "found": found, "framework": TOOLKIT})


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
    meeting = meetings(viewer).filter(ref=ref).first()
    if meeting is None or not viewer.may(Permission.ASSURANCE_READ):
        return ""
    day = state_of(meeting).day
    before, after = _computed(viewer, day - timedelta(days=1)), _computed(viewer, day)
    changes = [(now.line, was, now.finding.status) for now, was in _beside(after, before) if now.finding.status is not was]
    return render_to_string("assurance/slot_changed.html", {"viewer": viewer, "changes": changes, "framework": TOOLKIT})


def _computed(viewer: Viewer, on: date) -> list[LineFound]:
    sections = queries.findings(viewer, TOOLKIT, on=on, known=max(on, viewer.today))
    return [line for section in sections for line in section.lines if line.line.indicator]


def _beside(after: list[LineFound], before: list[LineFound]) -> list[tuple[LineFound, Status]]:
    was = {line.line.id: line.finding.status for line in before}
    return [(line, was[line.line.id]) for line in after]
