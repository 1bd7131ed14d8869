"""Reads of agendas: items with their minutes, papers and corrections, only what the viewer may see."""

from dataclasses import dataclass
from datetime import time

from django.db.models import Prefetch, Q, QuerySet

from dueregard.access.viewer import Viewer
from dueregard.partnership.models import (
    Action,
    AgendaItem,
    Correction,
    Decision,
    ItemAction,
    ItemStart,
    Minute,
    Paper,
)
from dueregard.partnership.rules.agenda import CARRIED, ItemOutcome
from dueregard.partnership.rules.meetings import ItemKind
from dueregard.privacy.marking import Marking, highest, readable


def items(viewer: Viewer) -> QuerySet[AgendaItem]:
    """The items the viewer may see, as they stand on their agendas; those taken off are left out."""
    rows = AgendaItem.objects.filter(readable(viewer), area=viewer.area_id, withdrawal__isnull=True)
    rows = rows.select_related("meeting__group", "terms", "action", "exchange", "minutes_of", "carried_from")
    return rows.order_by("meeting__ref", "position", "ref")


def items_to_change(viewer: Viewer) -> QuerySet[AgendaItem]:
    """The items the viewer may see, locked for a deed."""
    rows = AgendaItem.objects.filter(readable(viewer), area=viewer.area_id, withdrawal__isnull=True)
    return rows.select_related("meeting__group").select_for_update(of=("self",))


def minutes(viewer: Viewer) -> QuerySet[Minute]:
    """Every minute the viewer may see, as typed; the last of each item holds."""
    return Minute.objects.filter(readable(viewer), area=viewer.area_id).order_by("typed_at", "id")


def papers(viewer: Viewer) -> QuerySet[Paper]:
    """The papers whose documents the viewer may see, each with its version."""
    rows = Paper.objects.filter(readable(viewer, "version_read__document__marking"), readable(viewer, "item__marking"), area=viewer.area_id)
    return rows.select_related("item__meeting", "version_read__document").order_by("on", "ref")


def corrections(viewer: Viewer) -> QuerySet[Correction]:
    """What was put right beside the record, oldest first: words about a sealed item or decision are as sealed as that is."""
    rows = Correction.objects.filter(readable(viewer), area=viewer.area_id)
    if not viewer.reads_sensitive:
        sealed = Q(item__marking=Marking.SENSITIVE) | Q(decision__marking=Marking.SENSITIVE)
        rows = rows.exclude(sealed)
    return rows.select_related("meeting", "item", "decision", "at_meeting").order_by("on", "ref")


def taken_up(viewer: Viewer, *, meeting: str) -> dict[str, list[Action]]:
    """The actions that items of a meeting take up, by the item's ref, where the viewer may see both: one statement."""
    rows = ItemAction.objects.filter(readable(viewer, "action__marking"), readable(viewer, "item__marking"), area=viewer.area_id)
    found: dict[str, list[Action]] = {}
    for row in rows.filter(item__meeting__ref=meeting).select_related("item", "action").order_by("on", "typed_at", "action__ref"):
        found.setdefault(row.item.ref, []).append(row.action)
    return found


@dataclass(frozen=True, kw_only=True)
class ItemRow:
    """An agenda item with what was made of it; `minute` is the one typed last, None if nothing was written or it may not be read."""

    item: AgendaItem
    minute: Minute | None
    is_minuted: bool
    outcome: ItemOutcome | None
    started: time | None
    papers: tuple[Paper, ...]
    decisions: tuple[Decision, ...]
    corrections: tuple[Correction, ...]
    marking: str  # the most sensitive thing shown here

    @property
    def kind(self) -> ItemKind:
        return ItemKind(self.item.kind)

    @property
    def is_left(self) -> bool:
        """It was not reached, or put off."""
        return self.outcome in CARRIED


def agenda(viewer: Viewer, *, meeting: str) -> list[ItemRow]:
    """The agenda of a meeting in order, each item with its minute, papers, decisions and corrections."""
    seen = Q(withdrawal__isnull=True) & readable(viewer)
    found = (
        items(viewer)
        .filter(meeting__ref=meeting)
        .prefetch_related(
            Prefetch("minutes", Minute.objects.order_by("typed_at", "id")),
            Prefetch("starts", ItemStart.objects.order_by("typed_at", "id")),
            Prefetch("papers", papers(viewer)),
            Prefetch("decisions", Decision.objects.filter(seen).order_by("ref")),
            Prefetch("corrections", corrections(viewer)),
        )
    )
    return [_row(viewer, item) for item in found]


def _row(viewer: Viewer, item: AgendaItem) -> ItemRow:
    written = list(item.minutes.all())
    last = written[-1] if written else None
    shown = last if last and (viewer.reads_sensitive or highest([last.marking]) == "official") else None
    starts = list(item.starts.all())
    papers_shown, decisions, put_right = tuple(item.papers.all()), tuple(item.decisions.all()), tuple(item.corrections.all())
    markings = [item.marking, *(row.marking for row in decisions), *(row.marking for row in put_right)]
    markings += [paper.version_read.document.marking for paper in papers_shown]
    return ItemRow(
        item=item,
        minute=shown,
        is_minuted=last is not None,
        outcome=ItemOutcome(last.outcome) if last else None,
        started=starts[-1].at if starts else None,
        papers=papers_shown,
        decisions=decisions,
        corrections=put_right,
        marking=highest([*markings, shown.marking if shown else item.marking]),
    )


def items_without_minutes(viewer: Viewer, *, meeting: str) -> int:
    """How many items of a meeting say nothing yet, whatever their marking: what keeps the chair from clearing."""
    standing = AgendaItem.objects.filter(area=viewer.area_id, meeting__ref=meeting, withdrawal__isnull=True)
    return standing.filter(minutes__isnull=True).count()
