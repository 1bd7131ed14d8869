"""Reads of actions: whose they are, when they are due, how they are going."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any
from uuid import UUID

from django.db.models import CharField, Exists, F, OuterRef, Prefetch, Q, QuerySet, Subquery, Value
from django.utils import timezone

from dueregard.access.viewer import Viewer
from dueregard.basics.due import Due
from dueregard.partnership.models import Action, ActionDue, ActionOwner, ActionReview, ActionStep, ActionUpdate
from dueregard.partnership.rules.decisions import ActionStatus, Rag
from dueregard.privacy.marking import readable

NEWEST = ("-on", "-typed_at", "-id")


def actions(viewer: Viewer) -> QuerySet[Action]:
    """The actions the viewer may see."""
    rows = Action.objects.filter(readable(viewer), area=viewer.area_id)
    return rows.select_related("group", "item__meeting", "decision").order_by("on", "ref")


def actions_to_change(viewer: Viewer) -> QuerySet[Action]:
    """The actions the viewer may see, locked for a deed."""
    return Action.objects.filter(readable(viewer), area=viewer.area_id).select_for_update(of=("self",))


def status_of(action: Action) -> ActionStatus:
    """How far an action has come by now."""
    last = action.steps.order_by(*NEWEST).first()
    return ActionStatus(last.status) if last else ActionStatus.OPEN


def due_of(action: Action) -> date | None:
    """When an action is due, as last set."""
    last = action.dues.order_by(*NEWEST).first()
    return last.due if last else None


def owner_of(action: Action) -> ActionOwner | None:
    """Whose an action is now."""
    return action.owners.select_related("body", "person").order_by(*NEWEST).first()


@dataclass(frozen=True, kw_only=True)
class ActionRow:
    """An action as a list shows it on a day."""

    ref: str
    what: str
    marking: str
    on: date
    group: str
    meeting: str
    decision: str
    status: ActionStatus
    closed: date | None
    owner: str  # the body's name
    owner_body: UUID | None
    person: str
    person_id: UUID | None
    due: date | None
    times_redated: int
    rag: Rag | None
    last_update: date | None
    last_review: date | None
    version: int

    def is_overdue(self, on: date) -> bool:
        return self.status is ActionStatus.OPEN and self.due is not None and self.due < on


def action_rows(
    viewer: Viewer,
    *,
    as_at: date,
    known: date | None = None,
    group: str = "",
    status: str = "",
    owner: UUID | None = None,
    among: Any = None,
) -> list[ActionRow]:
    """The actions as they stood on a day, those due first; three statements, however many there are.

    `known` leaves out what was typed after another day; `among` is the keys of the actions wanted, as a section above knows them.
    """
    rows = actions(viewer).filter(_then(as_at, known))
    rows = rows.filter(group__ref=group) if group else rows
    only = Q(action__group__ref=group) if group else Q()
    if among is not None:
        rows, only = rows.filter(pk__in=among), only & Q(action__in=among)
    found = _as_they_stood(viewer, rows, as_at=as_at, only=only & _then(as_at, known))
    wanted = (row for row in found if (not status or row.status == status) and (owner is None or owner in {row.owner_body, row.person_id}))
    return sorted(wanted, key=lambda row: (row.due is None, row.due or date.max, row.on, row.ref))


def _then(as_at: date, known: date | None) -> Q:
    """What had happened by a day and, where another is given, been typed by that."""
    typed = {} if known is None else {"typed_at__lt": timezone.make_aware(datetime.combine(known + timedelta(days=1), time()))}
    return Q(on__lte=as_at, **typed)


def action_rows_of(viewer: Viewer, wanted: Collection[UUID], *, as_at: date) -> list[ActionRow]:
    """These actions as they stood on a day, those the viewer may see; three statements, however many there are."""
    rows = actions(viewer).filter(pk__in=wanted, on__lte=as_at)
    return _as_they_stood(viewer, rows, as_at=as_at, only=Q(action__in=wanted))


def with_rows(rows: QuerySet[Action], *, as_at: date) -> QuerySet[Action]:
    """Actions with every dated row there was by a day, oldest first."""
    by_then = Q(on__lte=as_at)
    updates = ActionUpdate.objects.filter(by_then).select_related("done_by", "by_link__person", "by_link__body")
    return rows.prefetch_related(
        Prefetch("owners", ActionOwner.objects.filter(by_then).select_related("body", "person").order_by("on", "typed_at", "id")),
        Prefetch("dues", ActionDue.objects.filter(by_then).order_by("on", "typed_at", "id")),
        Prefetch("updates", updates.order_by("on", "typed_at", "id")),
        Prefetch("reviews", ActionReview.objects.filter(by_then).select_related("item__meeting").order_by("on", "typed_at", "id")),
        Prefetch("steps", ActionStep.objects.filter(by_then).order_by("on", "typed_at", "id")),
    )


def action_page(viewer: Viewer, ref: str, *, as_at: date) -> tuple[Action, ActionRow]:
    """One action with everything said of it by a day."""
    action = with_rows(actions(viewer), as_at=as_at).get(ref=ref)
    [row] = _as_they_stood(viewer, actions(viewer).filter(ref=ref), as_at=as_at, only=Q(action=action))
    return action, row


def _as_they_stood(viewer: Viewer, rows: QuerySet[Action], *, as_at: date, only: Q) -> list[ActionRow]:
    """These actions with what had been said of them by a day, as plain rows: instances of every dated row cost ten times as much."""
    by_then = only & Q(area=viewer.area_id, on__lte=as_at)
    fields = ("pk", "ref", "what", "marking", "on", "version", "group__ref", "item__meeting__ref", "decision__ref")
    of_owner = ("body_id", "body__name", "person_id", "person__name")
    owners = ActionOwner.objects.filter(by_then).order_by("on", "typed_at", "id").values_list("action_id", *of_owner, named=True)
    owner = {row.action_id: row for row in owners}
    said = _said(by_then)
    return [_row(action, owner.get(action.pk), said) for action in rows.values_list(*fields, named=True)]


def _said(by_then: Q) -> dict[tuple[str, UUID], list[Any]]:
    """Due dates, updates, reviews and steps in one statement, by kind and action, oldest first."""

    def told(kind: str, model: Any, *, day: str = "on", says: Any = None) -> Any:
        says = says or Value("", output_field=CharField())
        rows = model.objects.filter(by_then).annotate(kind=Value(kind, output_field=CharField()), day=F(day), says=says)
        return rows.values_list("kind", "action_id", "on", "typed_at", "id", "day", "says", named=True)

    union = told("due", ActionDue, day="due").union(
        told("update", ActionUpdate, says=F("rag")),
        told("review", ActionReview),
        told("step", ActionStep, says=F("status")),
        all=True,
    )
    found: dict[tuple[str, UUID], list[Any]] = defaultdict(list)
    for row in union.order_by("on", "typed_at", "id"):
        found[row.kind, row.action_id].append(row)
    return found


def _row(action: Any, owner: Any, said: dict[tuple[str, UUID], list[Any]]) -> ActionRow:
    dues, updates, reviews, steps = (said[kind, action.pk] for kind in ("due", "update", "review", "step"))
    rags = [update.says for update in updates if update.says]
    status = ActionStatus(steps[-1].says) if steps else ActionStatus.OPEN
    return ActionRow(
        ref=action.ref,
        what=action.what,
        marking=action.marking,
        on=action.on,
        group=action.group__ref or "",
        meeting=action.item__meeting__ref or "",
        decision=action.decision__ref or "",
        status=status,
        closed=steps[-1].on if steps and status is not ActionStatus.OPEN else None,
        owner=owner.body__name if owner else "",
        owner_body=owner.body_id if owner else None,
        person=(owner.person__name or "") if owner else "",
        person_id=owner.person_id if owner else None,
        due=dues[-1].day if dues else None,
        times_redated=max(len(dues) - 1, 0),
        rag=Rag(rags[-1]) if rags else None,
        last_update=updates[-1].on if updates else None,
        last_review=reviews[-1].on if reviews else None,
        version=action.version,
    )


def open_actions(viewer: Viewer, *, on: date) -> QuerySet[Action]:
    """The actions that are open on a day, with when they are due (`due`)."""
    steps = ActionStep.objects.filter(action=OuterRef("pk"), on__lte=on).order_by(*NEWEST)
    dues = ActionDue.objects.filter(action=OuterRef("pk"), on__lte=on).order_by(*NEWEST)
    rows = actions(viewer).filter(on__lte=on).annotate(status=Subquery(steps.values("status")[:1]), due=Subquery(dues.values("due")[:1]))
    return rows.filter(Q(status__isnull=True) | Q(status=ActionStatus.OPEN))


def owned_by(rows: QuerySet[Action], *, person: UUID, bodies: tuple[UUID, ...] = ()) -> QuerySet[Action]:
    """Of these actions, the ones a person owns, or one of these bodies."""
    last = ActionOwner.objects.filter(action=OuterRef("pk")).order_by(*NEWEST)
    mine = ActionOwner.objects.filter(pk=Subquery(last.values("pk")[:1])).filter(Q(person=person) | Q(body__in=bodies))
    return rows.filter(Exists(mine.filter(action=OuterRef("pk"))))


def actions_due(viewer: Viewer, *, until: date) -> list[Due]:
    """The open actions due by a day, the late ones included."""
    rows = action_rows(viewer, as_at=viewer.today, status=ActionStatus.OPEN)
    return [
        Due(
            on=row.due,
            says=f"{row.what} ({row.ref})",
            why=_why_due(row),
            part="1 Partnership group",
            page="partnership:action",
            ref=row.ref,
            person_id=row.person_id,
        )
        for row in rows
        if row.due is not None and row.due <= until
    ]


def _why_due(row: ActionRow) -> str:
    """Whose it is, how its owner says it goes, and how often its date moved: what somebody asks first."""
    said = [row.rag.label.lower() if row.rag else "nothing said yet"]
    said += [f"re-dated {'once' if row.times_redated == 1 else f'{row.times_redated} times'}"] if row.times_redated else []
    return f"{row.person or row.owner or 'Nobody'} owns it; {', '.join(said)}"


def soon(viewer: Viewer, *, days: int = 30) -> date:
    """The day up to which Today looks ahead."""
    return viewer.today + timedelta(days=days)
