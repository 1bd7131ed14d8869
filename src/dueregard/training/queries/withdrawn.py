"""Reads of what was entered by mistake and withdrawn: of which kinds, what still counts on a day, and who withdrew it."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

from django.db.models import Model, Q, QuerySet

from dueregard.access.roles import Permission
from dueregard.access.viewer import Viewer
from dueregard.audit.queries import events
from dueregard.organisations.queries import people
from dueregard.organisations.queries.asked import Asked, end_of
from dueregard.training.models import (
    Development,
    DevelopmentWithdrawal,
    InductionStep,
    InductionStepWithdrawal,
    SettingReached,
    SettingReachedWithdrawal,
    StaffUpdate,
    StaffUpdateWithdrawal,
)
from dueregard.training.models.withdrawals import Withdrawal

M = TypeVar("M", bound=Model)


@dataclass(frozen=True, kw_only=True)
class Kind:
    """A kind of entry that can be withdrawn: its rows and those that withdraw them, who may, and the record it stands on."""

    rows: type[Model]
    withdrawal: type[Withdrawal]
    verb: str
    permission: Permission
    above: Callable[[Any], Any]
    ref: str = "ref"  # where the reference of that record stands


UPDATE = Kind(
    rows=StaffUpdate,
    withdrawal=StaffUpdateWithdrawal,
    verb="training.update.withdrawn",
    permission=Permission.TRAINING_EDIT,
    above=lambda update: update,
)
DEVELOPMENT = Kind(
    rows=Development,
    withdrawal=DevelopmentWithdrawal,
    verb="training.development.withdrawn",
    permission=Permission.TRAINING_NAMES,
    above=lambda development: development,
)
REACHED = Kind(
    rows=SettingReached,
    withdrawal=SettingReachedWithdrawal,
    verb="training.reached.withdrawn",
    permission=Permission.TRAINING_EDIT,
    above=lambda reached: reached.setting,
    ref="setting__ref",
)
STEP = Kind(
    rows=InductionStep,
    withdrawal=InductionStepWithdrawal,
    verb="training.step.withdrawn",
    permission=Permission.TRAINING_NAMES,
    above=lambda step: step.induction,
    ref="induction__ref",
)


def entries(viewer: Viewer, kind: Kind) -> QuerySet[Any]:
    """The area's entries of a kind."""
    return kind.rows._default_manager.filter(area=viewer.area_id)


def entry_to_change(viewer: Viewer, kind: Kind) -> QuerySet[Any]:
    """The area's entries of a kind, locked for a deed."""
    return entries(viewer, kind).select_for_update(of=("self",))


def standing(asked: Asked, rows: "QuerySet[M]") -> "QuerySet[M]":
    """Those of the entries that had happened and were known, without what was withdrawn by the day as far as was known."""
    withdrawn = Q(withdrawal__on__lte=asked.on, withdrawal__typed_at__lt=end_of(asked.known))
    return asked.rows(rows).exclude(withdrawn)


def stands(asked: Asked, entry: Any) -> bool:
    """Whether an entry, fetched with its withdrawal, still counts as at the day."""
    withdrawal = getattr(entry, "withdrawal", None)
    return withdrawal is None or not asked.holds(withdrawal.on, withdrawal.typed_at)


def withdrawn_by(viewer: Viewer, kind: Kind, entries: Iterable[Any]) -> Mapping[str, str]:
    """Who withdrew which of the entries, as the trail has it: by name, or whether it was the viewer; none where a machine did."""
    moments = {str(entry.pk): entry.withdrawal.typed_at for entry in entries if hasattr(entry, "withdrawal")}
    if not moments:
        return {}
    found = events(viewer, verb=kind.verb).filter(at__in=set(moments.values()))
    whose = {event.at: event for event in found.exclude(user_id=None)}
    names = dict(people(viewer).filter(pk__in=[event.person_id for event in whose.values()]).values_list("pk", "name"))
    unknown = {at: "you" if event.user_id == viewer.user_id else "somebody else" for at, event in whose.items()}
    return {key: names.get(whose[at].person_id, unknown[at]) for key, at in moments.items() if at in whose}
