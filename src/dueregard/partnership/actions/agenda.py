"""Deeds on the agenda and what was made of it: items, papers, minutes, what is carried over."""

from collections.abc import Sequence
from datetime import date, time
from typing import Any
from uuid import UUID

from dueregard.access.deeds import deed
from dueregard.access.roles import Permission
from dueregard.access.viewer import Viewer
from dueregard.basics.refused import Refused, refuse_if
from dueregard.documents import queries as documents
from dueregard.organisations.actions import counter, given
from dueregard.partnership import queries
from dueregard.partnership.actions.recording import record
from dueregard.partnership.models import AgendaItem, ItemAction, ItemStart, ItemWithdrawal, Meeting, Minute, Paper
from dueregard.partnership.rules import agenda as rules
from dueregard.partnership.rules.meetings import ItemKind, MeetingStage, why_not_change_agenda, why_not_change_minutes
from dueregard.privacy.marking import highest, lowest


@deed
def add_item(
    meeting: str,
    *,
    by: Viewer,
    on: date,
    title: str,
    kind: str = ItemKind.OTHER.value,
    minutes_allotted: int | None = None,
    presenter: str = "",
    marking: str = "official",
    terms: str | None = None,
    action: str | None = None,
    exchange: str | None = None,
    minutes_of: str | None = None,
    carried_from: str | None = None,
    position: int | None = None,
    ref: str | None = None,
    once: UUID | None = None,
) -> AgendaItem:
    """Put something on a meeting's agenda, at its end or in a place; with the record it takes up, where there is one."""
    by.must(Permission.PARTNERSHIP_EDIT)
    kept = given.marked(marking, by=by)
    first, before = given.new(AgendaItem, counter("I", kept), by=by, ref=ref, once=once)
    if before:
        return before
    of = queries.meetings_to_change(by).get(ref=meeting)
    refuse_if(why_not_change_agenda(queries.state_of(of).stage))
    first |= {"meeting": of, "kind": given.choice(kind, ItemKind, what="kind of item"), "on": given.happened(on, by=by)}
    first |= {"title": given.words(title, ask="Give the item a title"), "presenter": presenter.strip()}
    first |= {"minutes_allotted": minutes_allotted, "marking": kept}
    first |= _about(of, by=by, kind=first["kind"], terms=terms, action=action, exchange=exchange, minutes_of=minutes_of)
    item = AgendaItem.objects.create(
        **first,
        position=position or _next_position(of, by=by),
        carried_from=given.one(queries.items(by), carried_from, what="agenda item") if carried_from else None,
    )
    record("partnership.item.added", item, by=by, on=on)
    return item


@deed
def take_up(item: str, *, by: Viewer, on: date, actions: Sequence[str]) -> None:
    """Have an item take up these actions, so that they can be reviewed together under it."""
    by.must(Permission.PARTNERSHIP_EDIT)
    at = queries.items_to_change(by).get(ref=item)
    refuse_if(why_not_change_agenda(_state(at, by=by).stage))
    given.happened(on, by=by)
    there = set(at.taken_up.values_list("action__ref", flat=True))
    wanted = [given.one(queries.actions(by), ref, what="action") for ref in dict.fromkeys(actions)]
    late = [action.ref for action in wanted if action.on > on]
    refuse_if(f"{', '.join(late)} was raised after this day" if late else None)
    new = [action for action in wanted if action.ref not in there]
    ItemAction.objects.bulk_create(ItemAction(**by.stamp, item=at, action=action, on=on) for action in new)
    record("partnership.item.took-up", at, by=by, beside=lowest(action.marking for action in new), on=on)


def _next_position(meeting: Meeting, *, by: Viewer) -> int:
    last = AgendaItem.objects.filter(area=by.area_id, meeting=meeting).order_by("-position").values_list("position", flat=True).first()
    return (last or 0) + 1


def _about(
    meeting: Meeting, *, by: Viewer, kind: ItemKind, terms: str | None, action: str | None, exchange: str | None, minutes_of: str | None
) -> dict[str, Any]:
    """What the item takes up. An item on the terms of reference is on those last taken, where none are named."""
    own_terms = queries.terms(by).filter(group=meeting.group_id)
    edition = given.one(own_terms, terms, what="terms of reference") if terms else None
    if edition is None and kind is ItemKind.TERMS:
        edition = own_terms.first()
    named = {ItemKind.ACTION: action, ItemKind.EXCHANGE: exchange}
    if kind in named and not named[kind]:
        raise Refused(f"Choose what the item is about: {kind.label.lower()}")
    return {
        "terms": edition,
        "action": given.one(queries.actions(by), action, what="action") if action else None,
        "exchange": given.one(queries.exchanges(by), exchange, what="exchange") if exchange else None,
        "minutes_of": given.one(queries.meetings(by).filter(group=meeting.group_id), minutes_of, what="meeting") if minutes_of else None,
    }


@deed
def alter_item(
    ref: str,
    *,
    by: Viewer,
    title: str,
    minutes_allotted: int | None = None,
    presenter: str = "",
    marking: str = "official",
    seen: int | None = None,
) -> None:
    """Change an item's title, time, presenter or marking, until the meeting is held."""
    by.must(Permission.PARTNERSHIP_EDIT)
    item = queries.items_to_change(by).get(ref=ref)
    refuse_if(rules.why_not_alter_agenda(_state(item, by=by).stage))
    given.change(item, by=by, seen=seen)
    item.title = given.words(title, ask="Give the item a title")
    item.minutes_allotted, item.presenter, item.marking = minutes_allotted, presenter.strip(), given.marked(marking, by=by)
    item.save(update_fields=["title", "minutes_allotted", "presenter", "marking"])
    record("partnership.item.altered", item, by=by)


def _state(item: AgendaItem, *, by: Viewer) -> queries.MeetingRow:
    return queries.state_of(queries.meetings_to_change(by).get(pk=item.meeting_id))


@deed
def withdraw_item(ref: str, *, by: Viewer, on: date) -> None:
    """Take an item off the agenda before the meeting."""
    by.must(Permission.PARTNERSHIP_EDIT)
    item = queries.items_to_change(by).get(ref=ref)
    refuse_if(rules.why_not_alter_agenda(_state(item, by=by).stage))
    ItemWithdrawal.objects.create(**by.stamp, item=item, on=given.happened(on, by=by))
    record("partnership.item.withdrawn", item, by=by, on=on)


@deed
def reorder(meeting: str, *, by: Viewer, order: Sequence[str], seen: int | None = None) -> None:
    """Put the items of an agenda in another order, by their refs, until the meeting is held."""
    by.must(Permission.PARTNERSHIP_EDIT)
    of = queries.meetings_to_change(by).get(ref=meeting)
    refuse_if(rules.why_not_alter_agenda(queries.state_of(of).stage))
    there = {item.ref: item for item in AgendaItem.objects.filter(area=by.area_id, meeting=of, withdrawal__isnull=True)}
    hidden = set(there) - set(queries.items(by).filter(meeting=of).values_list("ref", flat=True))  # keep their places, unseen
    refuse_if(rules.why_not_reorder(order, there=[ref for ref in there if ref not in hidden]))
    given.change(of, by=by, seen=seen)
    places = sorted(item.position for ref, item in there.items() if ref not in hidden)
    for place, ref in zip(places, order, strict=True):
        there[ref].position = place
    AgendaItem.objects.bulk_update([there[ref] for ref in order], ["position"])
    record("partnership.agenda.reordered", of, by=by)


@deed
def add_paper(item: str, *, by: Viewer, on: date, version: str, ref: str | None = None, once: UUID | None = None) -> Paper:
    """Send a version of a document to an item as its paper. DOC-4/2 names a version."""
    by.must(Permission.PARTNERSHIP_EDIT)
    to = queries.items_to_change(by).get(ref=item)
    sent = documents.picked(by, version)
    kept = highest((to.marking, sent.document.marking))
    first, before = given.new(Paper, counter("PA", kept), by=by, ref=ref, once=once)
    if before:
        return before
    refuse_if(why_not_change_agenda(_state(to, by=by).stage))
    if to.papers.filter(version_read=sent).exists():
        raise Refused("This paper is already with the item")
    paper = Paper.objects.create(**first, item=to, version_read=sent, on=given.happened(on, by=by))
    record("partnership.paper.added", paper, by=by, on=on)
    return paper


@deed
def start_item(ref: str, *, by: Viewer, at: time) -> None:
    """Note the time at which the meeting came to an item."""
    by.must(Permission.PARTNERSHIP_EDIT)
    item = queries.items_to_change(by).get(ref=ref)
    state = _state(item, by=by)
    refuse_if(why_not_change_minutes(state.stage))
    given.happened(state.day, by=by)
    ItemStart.objects.create(**by.stamp, item=item, at=at)
    record("partnership.item.started", item, by=by)


@deed
def write_minute(
    ref: str,
    *,
    by: Viewer,
    words: str = "",
    outcome: str = rules.ItemOutcome.TAKEN.value,
    marking: str | None = None,
    seen: int | None = None,
) -> None:
    """Write what was said of an item and what became of it; what was typed last holds, until the minutes are cleared."""
    by.must(Permission.PARTNERSHIP_EDIT)
    item = queries.items_to_change(by).get(ref=ref)
    state = _state(item, by=by)
    refuse_if(why_not_change_minutes(state.stage))
    given.happened(state.day, by=by)
    became = given.choice(outcome, rules.ItemOutcome, what="outcome")
    if became is rules.ItemOutcome.TAKEN:
        given.words(words, ask="Write what was said, or say that the item was noted, put off or not reached")
    given.change(item, by=by, seen=seen)
    kept = given.marked(marking or item.marking, by=by)
    Minute.objects.create(**by.stamp, item=item, words=words.strip(), outcome=became, marking=kept)
    record("partnership.minute.written", item, by=by, beside=kept, outcome=became)


@deed
def carry_over(meeting: str, *, by: Viewer, on: date, to: str) -> list[AgendaItem]:
    """Carry the items that were put off or not reached over to a later meeting's agenda."""
    by.must(Permission.PARTNERSHIP_EDIT)
    of = queries.meetings_to_change(by).get(ref=meeting)
    later = given.one(queries.meetings_to_change(by).filter(group=of.group_id), to, what="meeting of this group")
    state, then = queries.state_of(of), queries.state_of(later)
    carried = set(AgendaItem.objects.filter(area=by.area_id, carried_from__meeting=of).values_list("carried_from", flat=True))
    left = [row.item for row in queries.agenda(by, meeting=meeting) if row.is_left and row.item.pk not in carried]
    held = state.on(MeetingStage.HELD)
    refuse_if(rules.why_not_carry_over(state.stage, to=then.stage, left=len(left), held=held, next_on=then.day))
    given.happened(on, by=by)
    return [_carry(item, later, by=by, on=on) for item in left]


def _carry(item: AgendaItem, to: Meeting, *, by: Viewer, on: date) -> AgendaItem:
    first, _ = given.new(AgendaItem, counter("I", item.marking), by=by, ref=None, once=None)
    kept = ("kind", "title", "minutes_allotted", "presenter", "marking", "terms", "action", "exchange", "minutes_of")
    fresh = AgendaItem.objects.create(
        **first,
        meeting=to,
        on=on,
        position=_next_position(to, by=by),
        carried_from=item,
        **{name: getattr(item, name) for name in kept},
    )
    for row in item.taken_up.select_related("action"):
        ItemAction.objects.create(**by.stamp, item=fresh, action=row.action, on=on)
    record("partnership.item.carried", fresh, by=by, on=on)
    return fresh
