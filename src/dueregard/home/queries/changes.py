"""What others did lately to records this viewer may open: each by its title, with what was done in our words."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db.models import Q

from dueregard.access.viewer import Viewer
from dueregard.audit.queries import events
from dueregard.basics.dates import day_of
from dueregard.search.queries import entries
from dueregard.ui.places import address_of

CHANGED_DAYS = 7
READ = 60  # events looked at: several tell of the same record, and of some this viewer is told nothing

# What is worth telling, of records that stand in the index under their own title.
TOLD: Mapping[str, str] = {
    "partnership.action.raised": "raised",
    "partnership.action.updated": "was told of",
    "partnership.action.handed-over": "has another owner",
    "partnership.action.redated": "has another due date",
    "partnership.action.reviewed": "was reviewed at a meeting",
    "partnership.action.done": "is done",
    "partnership.action.dropped": "was dropped",
    "partnership.action.opened-again": "was opened again",
    "partnership.meeting.planned": "was planned",
    "partnership.meeting.called": "was called",
    "partnership.meeting.called-at-once": "was called at once",
    "partnership.meeting.moved": "was moved",
    "partnership.meeting.cancelled": "was cancelled",
    "partnership.meeting.held": "was recorded as held",
    "partnership.minutes.cleared": "has its minutes cleared",
    "partnership.minutes.approved": "has its minutes approved",
    "partnership.minutes.corrected": "has a correction to its minutes",
    "partnership.decision.taken": "was decided",
    "partnership.decision.withdrawn": "was recorded by mistake",
    "partnership.check.added": "has a Security Threat Check",
    "partnership.exchange.heard": "has what was heard",
    "partnership.exchange.answered": "has an answer",
    "partnership.exchange.reported": "was reported to the group",
    "documents.document.registered": "came into the register",
    "documents.version.added": "has a new version",
    "documents.version.approved": "was approved",
    "documents.version.signed": "was signed",
    "risk.risk.identified": "was put on the register",
    "risk.risk.reviewed": "was reviewed",
    "risk.risk.closed": "was closed",
    "risk.assessment.approved": "was approved",
    "plan.plan.agreed": "was agreed",
    "plan.actions.brought-in": "had a sheet of actions brought in",
    "plan.evaluation.made": "was written",
}


@dataclass(frozen=True)
class Change:
    """What was done to one record, with its title and its address."""

    on: date
    title: str
    ref: str
    says: str
    address: str


def changed(viewer: Viewer, *, most: int = 6) -> tuple[Change, ...]:
    """What others did in the last week, newest first, each thing once: records the viewer may open and no others."""
    since = viewer.now - timedelta(days=CHANGED_DAYS)
    newest = events(viewer).exclude(user_id=viewer.user_id, machine="").filter(verb__in=TOLD, at__gt=since)
    done: dict[tuple[str, str, str], datetime] = {}
    for event in newest[:READ]:
        done.setdefault((event.kind.rpartition(".")[2], event.ref, TOLD[event.verb]), event.at)
    titles = _titles(viewer, {(kind, ref) for kind, ref, _ in done}) if done else {}
    found = (
        Change(day_of(at), titles[kind, ref], ref, says, address_of(kind, ref, area=viewer.area))
        for (kind, ref, says), at in done.items()
        if (kind, ref) in titles
    )
    return tuple(found)[:most]


def _titles(viewer: Viewer, records: set[tuple[str, str]]) -> dict[tuple[str, str], str]:
    wanted = Q()
    for kind in {kind for kind, _ in records}:
        wanted |= Q(kind=kind, ref__in=[ref for its, ref in records if its == kind])
    return {(kind, ref): title for kind, ref, title in entries(viewer).filter(wanted, part="").values_list("kind", "ref", "title")}
