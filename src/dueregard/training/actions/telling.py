"""Deeds on written information, which is placed, looked at and taken down, and on updates to staff."""

from datetime import date
from uuid import UUID

from dueregard.access.deeds import deed
from dueregard.access.roles import Permission
from dueregard.access.viewer import Viewer
from dueregard.basics.refused import refuse_if
from dueregard.documents import queries as documents
from dueregard.organisations.actions.given import change, choice, happened, new, one, words
from dueregard.training.actions.recording import record
from dueregard.training.models import Material, MaterialCheck, MaterialEnd, StaffUpdate
from dueregard.training.queries import telling as queries
from dueregard.training.rules import programme as rules
from dueregard.training.rules.courses import why_not_end


@deed
def place_material(
    title: str,
    *,
    by: Viewer,
    on: date,
    audience: str,
    place: str,
    document: str | None = None,
    says_how_to_refer: bool = False,
    ref: str | None = None,
    once: UUID | None = None,
) -> Material:
    """Record written information or publicity: what it is, for whom, and where it hangs, lies or stands."""
    by.must(Permission.TRAINING_EDIT)
    first, before = new(Material, "MA", by=by, ref=ref, once=once)
    if before:
        return before
    made = Material.objects.create(
        **first,
        title=words(title, ask="Say what it is called"),
        audience=choice(audience, rules.Audience, what="audience").value,
        place=words(place, ask="Say where it is, so that somebody else finds it"),
        document=one(documents.documents(by), document, what="document") if document else None,
        says_how_to_refer=says_how_to_refer,
        on=happened(on, by=by),
    )
    record("training.material.placed", made, by=by, on=on)
    return made


@deed
def check_material(ref: str, *, by: Viewer, on: date, is_current: bool, said: str = "", seen: int | None = None) -> MaterialCheck:
    """Record that somebody looked: it is there and still right, or what is not right with it."""
    by.must(Permission.TRAINING_EDIT)
    material = queries.materials_to_change(by).get(ref=ref)
    refuse_if(rules.why_not_go_on(_ended(material, by=by), began=material.on, on=happened(on, by=by), what="material"))
    last = MaterialCheck.objects.filter(area=by.area_id, material=material, on=on).order_by("typed_at").last()
    refuse_if(rules.why_not_check(said, is_current=is_current, said_today=last is not None and last.is_current))
    change(material, by=by, seen=seen)
    made = MaterialCheck.objects.create(**by.stamp, material=material, is_current=is_current, words=said.strip(), on=on)
    record("training.material.checked", material, by=by, on=on, is_current=is_current)
    return made


@deed
def take_down(ref: str, *, by: Viewer, on: date, seen: int | None = None) -> None:
    """Record that written information was taken down or replaced, from a day."""
    by.must(Permission.TRAINING_EDIT)
    material = queries.materials_to_change(by).get(ref=ref)
    refuse_if(why_not_end(_ended(material, by=by), begins=material.on, on=happened(on, by=by), what="material"))
    change(material, by=by, seen=seen)
    MaterialEnd.objects.create(**by.stamp, material=material, on=on)
    record("training.material.taken-down", material, by=by, on=on)


@deed
def send_update(
    title: str, *, by: Viewer, on: date, about: str, to: str, what: str = "", ref: str | None = None, once: UUID | None = None
) -> StaffUpdate:
    """Record what those with Prevent responsibilities told others: about what, to whom."""
    by.must(Permission.TRAINING_EDIT)
    first, before = new(StaffUpdate, "UP", by=by, ref=ref, once=once)
    if before:
        return before
    made = StaffUpdate.objects.create(
        **first,
        about=choice(about, rules.Told, what="subject").value,
        title=words(title, ask="Say what the update was called"),
        words=what.strip(),
        to=words(to, ask="Say who was told"),
        on=happened(on, by=by),
    )
    record("training.update.sent", made, by=by, on=on)
    return made


def _ended(material: Material, *, by: Viewer) -> date | None:
    return MaterialEnd.objects.filter(area=by.area_id, material=material).values_list("on", flat=True).first()
