"""What each record of section 1 says, for the index of words: the whole of it, parts with a marking of their own apart."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Model

from dueregard.access.roles import Permission
from dueregard.access.viewer import Viewer
from dueregard.partnership.models import (
    Action,
    ActionReview,
    ActionUpdate,
    AgendaItem,
    AreaLink,
    AreaLinkDeed,
    Correction,
    Decision,
    DecisionWithdrawal,
    Exchange,
    ExchangeAnswer,
    ExchangeHeard,
    Group,
    ItemWithdrawal,
    Meeting,
    MeetingDate,
    MemberBriefing,
    Minute,
    Redaction,
)
from dueregard.partnership.queries.texts import PLACES
from dueregard.privacy.marking import highest
from dueregard.search.actions import Says


def searchable(viewer: Viewer, thing: Model) -> Iterable[Says]:
    """What a record, and whatever else says new words with it, says now; nothing for a kind that is not searched."""
    says = SAYS.get(type(thing))
    return says(thing) if says else ()


def everything_searchable(viewer: Viewer) -> Iterator[Says]:
    """What every record of the area says, to make the index anew."""
    for model in (Group, Meeting, AgendaItem, Correction, Decision, Action, AreaLink, Exchange, MemberBriefing):
        for thing in model._default_manager.filter(area=viewer.area_id).order_by("typed_at", "pk"):
            yield from searchable(viewer, thing)


def _said(kind: str, ref: str, title: str, *texts: str, on: date | None, marking: str = "official", **more: Any) -> Says:
    return Says(kind=kind, ref=ref, title=title, texts=texts, on=on, marking=marking, permission=Permission.PARTNERSHIP_READ, **more)


def _words(model: Any, field: str = "words", **of: Any) -> tuple[str, ...]:
    return tuple(model.objects.filter(**of).order_by("typed_at", "pk").values_list(field, flat=True))


def _group(group: Group) -> Iterator[Says]:
    yield _said("group", group.ref, group.name, on=group.on)


def _meeting(meeting: Meeting) -> Iterator[Says]:
    yield _said("meeting", meeting.ref, f"Meeting of {meeting.group.name}", meeting.called_because, on=_day(meeting))


def _item(item: AgendaItem) -> Iterator[Says]:
    gone = ItemWithdrawal.objects.filter(item=item).exists()
    yield _said("meeting", item.meeting.ref, item.title, on=item.on, marking=item.marking, part=item.ref, is_gone=gone)
    minute = Minute.objects.filter(item=item).order_by("-typed_at", "-pk").first()
    marking = highest([item.marking, minute.marking]) if minute else item.marking
    yield _said(
        "meeting",
        item.meeting.ref,
        item.title,
        minute.words if minute else "",
        on=item.on,
        marking=marking,
        part=f"{item.ref}-minutes",
        is_gone=gone or minute is None,
    )


def _correction(correction: Correction) -> Iterator[Says]:
    title = f"Correction to the minutes of {correction.meeting.group.name}"
    yield _said(
        "meeting", correction.meeting.ref, title, correction.words, on=correction.on, marking=correction.marking, part=correction.ref
    )


def _decision(decision: Decision) -> Iterator[Says]:
    gone = DecisionWithdrawal.objects.filter(decision=decision).exists()
    yield _said("decision", decision.ref, decision.words, on=decision.on, marking=decision.marking, is_gone=gone)


def actions_searchable(rows: Sequence[Action]) -> Iterator[Says]:
    """What each of these actions says now; two statements, however many there are."""
    texts: dict[UUID, list[str]] = defaultdict(list)
    for model in (ActionUpdate, ActionReview):
        for action, words in model.objects.filter(action__in=rows).order_by("typed_at", "pk").values_list("action_id", "words"):
            texts[action].append(words)
    for each in rows:
        yield _said("action", each.ref, each.what, *texts[each.pk], on=each.on, marking=each.marking)


def _action(action: Action) -> Iterator[Says]:
    yield from actions_searchable([action])


def _link(link: AreaLink) -> Iterator[Says]:
    yield _said("link", link.ref, link.with_whom, *_words(AreaLinkDeed, "what", link=link), on=link.on)


def _exchange(exchange: Exchange) -> Iterator[Says]:
    texts = (exchange.how, *_words(ExchangeHeard, exchange=exchange), *_words(ExchangeAnswer, exchange=exchange))
    yield _said("exchange", exchange.ref, exchange.organisation, *texts, on=exchange.on, marking=exchange.marking)


def _briefing(briefing: MemberBriefing) -> Iterator[Says]:
    yield _said("briefing", briefing.ref, briefing.audience, briefing.words, on=briefing.on)


def _day(meeting: Meeting) -> date | None:
    last = MeetingDate.objects.filter(meeting=meeting).order_by("-typed_at", "-on", "-pk").first()
    return last.day if last else None


def _text_taken_out(redaction: Redaction) -> Iterator[Says]:
    row = PLACES[redaction.kind].model._default_manager.get(pk=redaction.subject)
    yield from SAYS[type(row)](row)


SAYS: dict[type[Model], Callable[[Any], Iterator[Says]]] = {
    Group: _group,
    Meeting: _meeting,
    AgendaItem: _item,
    Correction: _correction,
    Decision: _decision,
    Action: _action,
    AreaLink: _link,
    AreaLinkDeed: lambda done: _link(done.link),
    Exchange: _exchange,
    MemberBriefing: _briefing,
    Minute: lambda minute: _item(minute.item),
    ActionUpdate: lambda update: _action(update.action),
    ActionReview: lambda review: _action(review.action),
    ExchangeHeard: lambda heard: _exchange(heard.exchange),
    ExchangeAnswer: lambda answer: _exchange(answer.exchange),
    Redaction: _text_taken_out,
}
