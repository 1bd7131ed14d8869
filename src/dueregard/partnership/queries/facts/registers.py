"""Facts from the plain registers, and a senior officer's part as meetings and decisions show it."""

from collections.abc import Collection
from datetime import date
from typing import Any

from dueregard.partnership.indicators import rows
from dueregard.partnership.models import (
    AreaLink,
    AreaLinkDeed,
    Attendance,
    Decision,
    DecisionWithdrawal,
    Exchange,
    ExchangeAnswer,
    ExchangeHeard,
    ExchangeReport,
    Involvement,
    MeetingStep,
    NilReturn,
)
from dueregard.partnership.queries.facts.asked import Asked
from dueregard.partnership.queries.holding import day_typed
from dueregard.partnership.queries.meetings import last_typed
from dueregard.partnership.rules.meetings import ATTENDED, MeetingStage
from dueregard.partnership.rules.reach import InvolvementKind


def nil_returns(asked: Asked) -> list[rows.NilReturn]:
    """What did not arise, and which post said so."""
    found = asked.rows(NilReturn.objects.select_related("post")).order_by("on", "ref")
    return [
        rows.NilReturn(ref=asked.ref(row.ref), label=row.get_about_display(), about=row.about, by=row.post.title, **asked.dated(row))
        for row in found
    ]


def links(asked: Asked) -> list[rows.Link]:
    """The links beyond the area."""
    found = asked.rows(AreaLink.objects.select_related("ending")).order_by("on", "ref")
    return [
        rows.Link(ref=asked.ref(row.ref), label=row.with_whom, link_kind=row.kind, **asked.dated(row), **asked.until(row)) for row in found
    ]


def link_deeds(asked: Asked) -> list[rows.LinkDeed]:
    """What was done under them."""
    found = asked.rows(AreaLinkDeed.objects.select_related("link")).order_by("on", "ref")
    return [rows.LinkDeed(ref=asked.ref(row.ref), label=row.what, link=asked.ref(row.link.ref), **asked.dated(row)) for row in found]


def exchanges(asked: Asked) -> list[rows.Exchange]:
    """The exchanges with community organisations: heard, answered and reported when."""
    heard, answered, reported = (_first_days(asked, model) for model in (ExchangeHeard, ExchangeAnswer, ExchangeReport))
    return [
        rows.Exchange(
            ref=asked.ref(row.ref),
            label=asked.words(row.organisation, row.marking, instead="An exchange marked Official-Sensitive"),
            organisation=asked.ref(row.body.ref) if row.body else row.organisation.strip().lower(),
            heard=row.pk in heard,
            answered=answered.get(row.pk),
            reported=reported.get(row.pk),
            **asked.dated(row),
        )
        for row in asked.rows(Exchange.objects.select_related("body")).order_by("on", "ref")
    ]


def _first_days(asked: Asked, model: Any) -> dict[Any, date]:
    return dict(asked.rows(model.objects.order_by("-on")).values_list("exchange_id", "on"))


def involvements(asked: Asked, *, officers: Collection[str]) -> list[rows.Involvement]:
    """What these people did as officers: as recorded, and as meetings and decisions show it. Refs of this area's people."""
    found = asked.rows(Involvement.objects.filter(person__ref__in=officers).select_related("person")).order_by("on", "ref")
    noted = [
        rows.Involvement(ref=asked.ref(row.ref), label=row.what, person=asked.person(row.person), how=row.how, **asked.dated(row))
        for row in found
    ]
    return noted + _attended(asked, officers) + _decided(asked, officers)


def _attended(asked: Asked, officers: Collection[str]) -> list[rows.Involvement]:
    held = asked.rows(MeetingStep.objects.filter(stage=MeetingStage.HELD)).values("meeting")
    seated = Attendance.objects.filter(meeting__in=held).select_related("meeting__group", "person").order_by("typed_at", "id")
    sat = {(row.meeting_id, row.person_id): row for row in last_typed(asked.rows(seated)) if row.person and row.presence in ATTENDED}
    return [
        rows.Involvement(
            ref=asked.ref(row.meeting.ref),
            label=f"Attended a meeting of {row.meeting.group.name}",
            person=asked.person(row.person),
            how=InvolvementKind.ATTENDED,
            on=row.on,
            typed=day_typed(row.typed_at),
            of=asked.of,
        )
        for row in sat.values()
        if row.person and row.person.ref in officers
    ]


def _decided(asked: Asked, officers: Collection[str]) -> list[rows.Involvement]:
    gone = asked.rows(DecisionWithdrawal.objects.all()).values("decision")
    found = asked.rows(Decision.objects.filter(done_by__ref__in=officers).select_related("done_by")).exclude(pk__in=gone)
    return [
        rows.Involvement(
            ref=asked.ref(row.ref),
            label=f"Took decision {row.ref}",
            person=asked.person(row.done_by),
            how=InvolvementKind.DECIDED,
            **asked.dated(row),
        )
        for row in found.order_by("on", "ref")
    ]
