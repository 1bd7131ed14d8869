"""The assessment as a file, Word or PDF: the Official edition with its own numbering, or the whole for whoever may read it."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from django.utils.timezone import localtime

from dueregard.access.viewer import Viewer
from dueregard.basics.dates import say, say_time
from dueregard.privacy.marking import Marking, highest
from dueregard.risk import actions, queries
from dueregard.risk.models import Paragraph, Source
from dueregard.risk.queries.assessed import risks_of
from dueregard.risk.rules.assessments import OPEN
from dueregard.risk.rules.comparison import Scored
from dueregard.ui.papers import PRINTERS, Block, Paper, facts, heading, note, paragraph, table

OFFICIAL = "This is the Official edition, numbered on its own."
WHOLE = "This is the whole assessment, for people who may read Official-Sensitive. Each paragraph so marked says so."


def file_name(area: str, ref: str, *, ending: str, is_official: bool) -> str:
    """The name of a file that leaves the house: it holds no title."""
    return f"{area}-{ref}-assessment{'-official' if is_official else ''}.{ending}"


def assessment_file(viewer: Viewer, row: queries.AssessmentRow, *, ending: str, is_official: bool) -> bytes:
    """An edition as a file, noted in the trail."""
    reader = replace(viewer, is_cleared=False) if is_official else viewer
    content = PRINTERS[ending](assessment_paper(reader, row))
    actions.take_assessment_away(row.assessment.ref, by=viewer, ending=ending, is_official=not reader.reads_sensitive)
    return content


def assessment_paper(reader: Viewer, row: queries.AssessmentRow) -> Paper:
    """An edition as a reader may read it, ready to print."""
    paragraphs = list(queries.paragraphs(reader, row.assessment))
    day = row.scored_on(reader.today)
    risks = risks_of(reader, row.assessment, on=day)
    sources = list(queries.sources_of(reader, row.assessment))
    marking = Marking.SENSITIVE if reader.reads_sensitive else Marking.OFFICIAL
    marking = highest(_markings(paragraphs, risks, sources)) if marking is Marking.SENSITIVE else marking
    at, who = localtime(reader.now), reader.label or "somebody signed in"
    draft = "DRAFT. " if row.stage in OPEN else ""
    return Paper(
        title=row.assessment.title,
        subject=f"{reader.area_name}: local risk assessment",
        area=reader.area_name,
        author=who,
        marking=marking.label,
        made_at=at,
        made_words=f"{draft}Made by {who} on {say(at.date())} at {say_time(at)}",
        blocks=tuple(_blocks(row, paragraphs, risks, sources, day=day, is_official=not reader.reads_sensitive)),
    )


def _markings(paragraphs: list[Paragraph], risks: list[Scored], sources: list[Source]) -> list[str]:
    return [*(one.marking for one in paragraphs), *(one.marking for one in risks), *(one.marking for one in sources)]


def _blocks(
    row: queries.AssessmentRow, paragraphs: list[Paragraph], risks: list[Scored], sources: list[Source], *, day: date, is_official: bool
) -> Iterator[Block]:
    yield note(OFFICIAL if is_official else WHOLE)
    yield facts(_stands(row), caption="How it stands")
    for number, one in enumerate(paragraphs, start=1):
        marked = " (OFFICIAL-SENSITIVE)" if one.marking == Marking.SENSITIVE else ""
        if one.heading:
            yield heading(1, one.heading)
        for place, text in enumerate(part for part in one.words.splitlines() if part.strip()):
            yield paragraph(text if place else f"{number}.{marked} {text}")
    yield heading(1, "Risks")
    rows = [(risk.ref, f"{risk.title}{_marked(risk.marking)}", risk.kind.label.partition(":")[0], risk.says) for risk in risks]
    yield from table(f"As scored on {say(day)}", ("Ref", "Risk", "Kind", "Residual score"), rows)
    if not risks:
        yield paragraph("No risk of the register stands in it.")
    yield heading(1, "What it rests on")
    of = [(source.ref, f"{source.title}{_marked(source.marking)}", say(source.on)) for source in sources]
    yield from table("", ("Ref", "Source", "Known since"), of)
    if not sources:
        yield paragraph("No source is recorded.")


def _marked(marking: str) -> str:
    return " (OFFICIAL-SENSITIVE)" if marking == Marking.SENSITIVE else ""


def _stands(row: queries.AssessmentRow) -> list[tuple[str, str]]:
    approval = row.approval
    rows = [("Reference", row.assessment.ref), ("Stage", f"{row.stage.label}, since {say(row.since)}")]
    if approval:
        by = approval.done_by.name if approval.done_by else ""
        rows += [("Approved", ", ".join(filter(None, [say(approval.on), by, approval.minute])))]
    return rows
