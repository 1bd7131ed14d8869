"""Rounds and the findings kept in them."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import QuerySet

from dueregard.access.viewer import Viewer
from dueregard.assurance.models import Evidence, FindingKept, Round
from dueregard.assurance.rules.criteria import framework_of
from dueregard.assurance.rules.found import FindingSeen
from dueregard.documents import queries as documents
from dueregard.privacy.marking import readable


@dataclass(frozen=True, kw_only=True)
class RoundRow:
    """One round in the list."""

    ref: str
    title: str
    framework_title: str
    as_at: date
    due: date
    marking: str
    signed_on: date | None


def rounds(viewer: Viewer) -> QuerySet[Round]:
    """The area's rounds that the viewer may read, newest first, each with its sign-off if it has one."""
    return (
        Round.objects.filter(readable(viewer), area=viewer.area_id)
        .select_related("area", "signing")
        .defer("signing__kept")
        .order_by("-as_at", "-ref")
    )


def round_in_view(viewer: Viewer, ref: str) -> Round:
    """One round by its reference."""
    return rounds(viewer).get(ref=ref)


def round_list(viewer: Viewer) -> list[RoundRow]:
    """The rounds as the list shows them."""
    return [
        RoundRow(
            ref=round_.ref,
            title=round_.title,
            framework_title=framework_of(round_.framework, round_.criteria).title,
            as_at=round_.as_at,
            due=round_.due,
            marking=round_.marking,
            signed_on=round_.signing.on if hasattr(round_, "signing") else None,
        )
        for round_ in rounds(viewer)
    ]


def round_to_change(viewer: Viewer) -> QuerySet[Round]:
    """The viewer's rounds, locked for a deed."""
    return Round.objects.filter(readable(viewer), area=viewer.area_id).select_for_update(of=("self",))


def kept_findings(viewer: Viewer, round_id: UUID) -> dict[str, FindingKept]:
    """By line: the newest finding kept in a round."""
    rows = FindingKept.objects.filter(area=viewer.area_id, round=round_id).order_by("edition")
    return {row.line: row for row in rows}


def typed_days(viewer: Viewer, round_id: UUID) -> list[date | None]:
    """When each record that the round's findings rest on was typed, each record once."""
    cites = {
        (cite.kind, cite.ref, cite.label): cite.typed
        for row in kept_findings(viewer, round_id).values()
        for cite in FindingSeen.model_validate_json(row.finding).cites
    }
    return [cites[key] for key in sorted(cites)]


def evidence_to_change(viewer: Viewer, pk: UUID) -> Evidence:
    """One piece of evidence in the viewer's area, with its round."""
    return Evidence.objects.filter(area=viewer.area_id).select_related("round", "drop").get(pk=pk)


def round_pages(viewer: Viewer) -> list[Round]:
    """Every round with all its rows, oldest first: what an area file writes."""
    people = [f"{rows}__done_by" for rows in ("steps", "judgements", "scores", "evidence", "moderations")]
    beside = ["findings", "judgements__saw", "evidence__document__document", "evidence__drop", "improvements__action"]
    views = ["home_office_views__letter", "home_office_views__criteria", "home_office_views__asked"]
    return list(rounds(viewer).order_by("typed_at", "ref").prefetch_related(*people, *beside, *views))


def evidence_like(viewer: Viewer, ref: str, *, line: str, document: str, cited: tuple[str, str, str] | None) -> Evidence:
    """The piece of evidence a file names: a document's edition, or a record, beside a line and not taken away."""
    held = Evidence.objects.filter(area=viewer.area_id, round__ref=ref, line=line, drop=None)
    if cited is not None:
        return held.get(record_kind=cited[0], record_ref=cited[1], record_label=cited[2])
    return held.get(document=documents.picked(viewer, document))
