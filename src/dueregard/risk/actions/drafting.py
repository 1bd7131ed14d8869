"""Deeds on a draft of the assessment: its paragraphs, the sources it rests on, the risks that stand in it."""

from collections.abc import Sequence
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Max

from dueregard.access.deeds import deed
from dueregard.access.roles import Permission
from dueregard.access.viewer import Viewer
from dueregard.basics.refused import Changed, Refused, refuse_if
from dueregard.organisations.actions import given
from dueregard.privacy.marking import highest, lowest, readable
from dueregard.risk import queries
from dueregard.risk.actions.recording import record
from dueregard.risk.models import Assessment, AssessmentRisk, AssessmentSource, Paragraph
from dueregard.risk.queries.assessed import open_risks
from dueregard.risk.queries.assessments import state_of
from dueregard.risk.rules import assessments as rules


def _draft(ref: str, *, by: Viewer) -> Assessment:
    """A draft, locked; refused where its words are fixed."""
    edition = queries.assessments_to_change(by).get(ref=ref)
    refuse_if(rules.why_not_change(state_of(edition).stage))
    return edition


def _paragraph(edition: Assessment, wanted: UUID, *, by: Viewer, seen: str | None) -> Paragraph:
    """A paragraph the viewer may read; refused where somebody rewrote it since a page showed it."""
    row = queries.paragraphs_to_change(by, edition).filter(pk=wanted).first()
    if row is None:
        raise Refused("That paragraph is no longer in the draft: look at it again")
    if seen is not None and seen != rules.seen_of(row.heading, row.words, row.marking):
        raise Changed(
            "Somebody rewrote this paragraph after you opened it. Look at it as it is now, then save again; what you typed is still here"
        )
    return row


@deed
def write_paragraph(
    assessment: str,
    *,
    by: Viewer,
    on: date,
    words: str,
    heading: str = "",
    marking: str = "official",
    position: int | None = None,
) -> Paragraph:
    """Write a paragraph at the end of a draft, or where a file says it stands, with its marking."""
    by.must(Permission.RISK_EDIT)
    edition = _draft(assessment, by=by)
    last = edition.paragraphs.aggregate(last=Max("position"))["last"] or 0
    row = Paragraph.objects.create(
        **by.stamp,
        assessment=edition,
        position=last + 1 if position is None else position,
        heading=heading.strip(),
        words=given.words(words, ask="Write the paragraph"),
        marking=given.marked(marking, by=by),
        on=given.happened(on, by=by),
    )
    record("risk.paragraph.written", edition, by=by, beside=row.marking, on=on)
    return row


@deed
def rewrite_paragraph(
    assessment: str,
    *,
    by: Viewer,
    paragraph: UUID,
    words: str,
    heading: str = "",
    marking: str = "official",
    seen: str | None = None,
) -> None:
    """Rewrite a paragraph of a draft, or mark it otherwise."""
    by.must(Permission.RISK_EDIT)
    edition = _draft(assessment, by=by)
    row = _paragraph(edition, paragraph, by=by, seen=seen)
    was = row.marking
    row.words, row.heading = given.words(words, ask="Write the paragraph"), heading.strip()
    row.marking = given.marked(marking, by=by)
    row.save(update_fields=["words", "heading", "marking"])
    record("risk.paragraph.rewritten", edition, by=by, beside=lowest((was, row.marking)))


@deed
def move_paragraph(assessment: str, *, by: Viewer, paragraph: UUID, is_up: bool) -> None:
    """Move a paragraph of a draft before or after its neighbour, as whoever moves it reads them."""
    by.must(Permission.RISK_EDIT)
    edition = _draft(assessment, by=by)
    row = _paragraph(edition, paragraph, by=by, seen=None)
    order = list(queries.paragraphs_to_change(by, edition))
    place = order.index(row) + (-1 if is_up else 1)
    if not 0 <= place < len(order):
        return
    other = order[place]
    row.position, other.position = other.position, row.position
    Paragraph.objects.bulk_update([row, other], ["position"])
    record("risk.paragraph.moved", edition, by=by, beside=highest((row.marking, other.marking)))


@deed
def take_out_paragraph(assessment: str, *, by: Viewer, paragraph: UUID, seen: str | None = None) -> None:
    """Take a paragraph out of a draft."""
    by.must(Permission.RISK_EDIT)
    edition = _draft(assessment, by=by)
    row = _paragraph(edition, paragraph, by=by, seen=seen)
    row.delete()
    record("risk.paragraph.taken-out", edition, by=by, beside=row.marking)


@deed
def rest_on(assessment: str, *, by: Viewer, on: date, sources: Sequence[str], is_added: bool = False) -> None:
    """Say which sources a draft rests on, or which besides those there are, of those the viewer may see; others stay as they are."""
    by.must(Permission.RISK_EDIT)
    edition = _draft(assessment, by=by)
    given.happened(on, by=by)
    wanted = _named(queries.sources(by), sources, what="source")
    gone = sorted(row.ref for row in wanted.values() if (queries.withdrawn_on(row) or date.max) <= on)
    if gone:
        raise Refused(f"{', '.join(gone)} was withdrawn, so nothing rests on it")
    rows = AssessmentSource.objects.filter(readable(by, "source__marking"), area=by.area_id, assessment=edition)
    changed = _set(rows, "source", wanted, edition, by=by, on=on, is_added=is_added)
    if changed:
        record("risk.assessment.rests-on", edition, by=by, beside=lowest(changed), on=on)


@deed
def place_risks(assessment: str, *, by: Viewer, on: date, risks: Sequence[str], is_added: bool = False) -> None:
    """Say which risks stand in a draft, or which besides those there are, of those the viewer may see; others stay as they are."""
    by.must(Permission.RISK_EDIT)
    edition = _draft(assessment, by=by)
    given.happened(on, by=by)
    wanted = _named(open_risks(by, on=on), risks, what="open risk")
    rows = AssessmentRisk.objects.filter(readable(by, "risk__marking"), area=by.area_id, assessment=edition)
    changed = _set(rows, "risk", wanted, edition, by=by, on=on, is_added=is_added)
    if changed:
        record("risk.assessment.risks-placed", edition, by=by, beside=lowest(changed), on=on)


def _named(rows: Any, refs: Sequence[str], *, what: str) -> dict[UUID, Any]:
    """The rows that are named, by their key; refused where one of them is not there for this viewer."""
    found = {row.ref: row for row in rows.filter(ref__in=refs)}
    missing = [ref for ref in refs if ref not in found]
    if missing:
        raise Refused(f"There is no {what} {', '.join(missing)} in this area that you can see")
    return {row.pk: row for row in found.values()}


def _set(rows: Any, noun: str, wanted: dict[UUID, Any], edition: Assessment, *, by: Viewer, on: date, is_added: bool) -> list[str]:
    """Make these rows of a draft say what it rests on or holds, and no others unless they are added; the marking of each that changes."""
    there = {getattr(row, f"{noun}_id"): row for row in rows.select_related(noun)}
    gone = [row for key, row in there.items() if key not in wanted and not is_added]
    rows.filter(pk__in=[row.pk for row in gone]).delete()
    new = [thing for key, thing in wanted.items() if key not in there]
    rows.model.objects.bulk_create(rows.model(**by.stamp, assessment=edition, on=on, **{noun: thing}) for thing in new)
    return [thing.marking for thing in (*new, *(getattr(row, noun) for row in gone))]
