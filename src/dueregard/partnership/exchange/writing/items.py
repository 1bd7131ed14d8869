"""Writing agenda items to a file, with their minutes and papers."""

from datetime import date
from typing import Any

from django.db.models import Prefetch, QuerySet

from dueregard.access.viewer import Viewer
from dueregard.partnership import queries
from dueregard.partnership.exchange.writing.kept import Written, dated, kept, marked, may_see, ref, seen, typed, version_of
from dueregard.partnership.models import AgendaItem, ItemAction, ItemStart, PaperCheck
from dueregard.partnership.rules.meetings import ItemKind
from dueregard.privacy.marking import readable


def items_of(viewer: Viewer) -> QuerySet[AgendaItem]:
    """The items the viewer may see, those taken off the agenda included, in their order."""
    rows = AgendaItem.objects.filter(readable(viewer), area=viewer.area_id)
    rows = rows.select_related("withdrawal", "terms__version_taken__document", "action", "exchange", "minutes_of", "carried_from")
    return rows.prefetch_related(
        Prefetch("taken_up", _taken_up(viewer)),
        Prefetch("starts", ItemStart.objects.order_by("typed_at", "at")),
        Prefetch("minutes", queries.minutes(viewer)),
        Prefetch("papers", queries.papers(viewer)),
        Prefetch("papers__checks", PaperCheck.objects.select_related("check_made").order_by("on", "typed_at", "check_made__ref")),
    ).order_by("position", "ref")


def _taken_up(viewer: Viewer) -> QuerySet[ItemAction]:
    rows = ItemAction.objects.filter(readable(viewer, "action__marking"))
    return rows.select_related("action").order_by("on", "typed_at", "action__ref")


def item(row: AgendaItem, viewer: Viewer, *, day: date, place: int) -> Written:
    """One item; what it is about only where the viewer may see that."""
    about = _about(row, viewer)
    lost = row.kind in {ItemKind.ACTION, ItemKind.EXCHANGE} and row.kind not in about
    gone = getattr(row, "withdrawal", None)
    return kept(
        {
            "ref": row.ref,
            **dated(row),
            "title": row.title,
            "kind": ItemKind.OTHER.value if lost else row.kind,
            "position": None if row.position == place else row.position,
            "minutes_allotted": row.minutes_allotted,
            "presenter": row.presenter,
            "marking": marked(row.marking),
            **about,
            "minutes_of": ref(row.minutes_of),
            "carried_from": seen(row.carried_from, by=viewer),
            "takes_up": [kept({**dated(one), "action": one.action.ref}) for one in row.taken_up.all()],
            "starts": [kept({"typed": typed(one, day), "at": one.at}) for one in row.starts.all()],
            "minutes": [_minute(one, row, day) for one in row.minutes.all()],
            "papers": [_paper(one) for one in row.papers.all()],
            "withdrawn": kept(dated(gone)) if gone else None,
        }
    )


def _about(row: AgendaItem, viewer: Viewer) -> Written:
    edition = row.terms if row.terms and may_see(row.terms.version_taken.document.marking, by=viewer) else None
    return kept({"terms": ref(edition), "action": seen(row.action, by=viewer), "exchange": seen(row.exchange, by=viewer)})


def _minute(row: Any, of: AgendaItem, day: date) -> Written:
    marking = None if row.marking == of.marking else row.marking
    return kept({"typed": typed(row, day), "words": row.words, "outcome": row.outcome, "marking": marking})


def _paper(row: Any) -> Written:
    checks = [kept({**dated(one), "check": one.check_made.ref}) for one in row.checks.all()]
    return kept({"ref": row.ref, **dated(row), "version": version_of(row.version_read), "checks": checks})
