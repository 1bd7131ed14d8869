"""Free text by where it stands, so that it can be marked or taken out: a kind, the record's reference, and which of its rows."""

from dataclasses import dataclass
from typing import Any

from dueregard.access.viewer import Viewer
from dueregard.partnership.models import (
    Action,
    ActionReview,
    ActionUpdate,
    AgendaItem,
    AreaLinkDeed,
    Correction,
    Decision,
    ExchangeAnswer,
    ExchangeHeard,
    MemberBriefing,
    Minute,
)
from dueregard.partnership.rules.redactions import TextKind


@dataclass(frozen=True)
class Place:
    """Where free text of a kind stands: its table, the path to the record's reference, its field, and the path to its marking."""

    model: Any
    ref: str
    field: str
    marking: str = ""


PLACES: dict[str, Place] = {
    TextKind.ITEM: Place(AgendaItem, "ref", "title", "marking"),
    TextKind.MINUTE: Place(Minute, "item__ref", "words", "marking"),
    TextKind.DECISION: Place(Decision, "ref", "words", "marking"),
    TextKind.CORRECTION: Place(Correction, "ref", "words", "marking"),
    TextKind.ACTION: Place(Action, "ref", "what", "marking"),
    TextKind.UPDATE: Place(ActionUpdate, "action__ref", "words", "action__marking"),
    TextKind.REVIEW: Place(ActionReview, "action__ref", "words", "action__marking"),
    TextKind.HEARD: Place(ExchangeHeard, "exchange__ref", "words", "exchange__marking"),
    TextKind.ANSWER: Place(ExchangeAnswer, "exchange__ref", "words", "exchange__marking"),
    TextKind.BRIEFING: Place(MemberBriefing, "ref", "words"),
    TextKind.LINK_DEED: Place(AreaLinkDeed, "ref", "what"),
}


def texts_to_change(viewer: Viewer, kind: str, *, ref: str) -> list[Any]:
    """The rows of free text of a record that the viewer may see, in the order they were typed, locked for a deed."""
    from_place = PLACES[kind]
    rows = from_place.model.objects.filter(area=viewer.area_id, **{from_place.ref: ref})
    if from_place.marking and not viewer.reads_sensitive:
        rows = rows.filter(**{from_place.marking: "official"})
    return list(rows.select_for_update(of=("self",)).order_by("typed_at", "id"))
