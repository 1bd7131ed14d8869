"""Facts from the plain registers, and a senior officer's part as meetings and decisions show it."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import CharField, F, QuerySet, Value

from dueregard.basics.dates import day_of
from dueregard.organisations.queries.asked import ENDING, Asked
from dueregard.partnership.indicators import rows
from dueregard.partnership.models import (
    AreaLink,
    AreaLinkDeed,
    Exchange,
    ExchangeAnswer,
    ExchangeHeard,
    ExchangeReport,
    Involvement,
    NilReturn,
)
from dueregard.partnership.rules.decisions import NilAbout
from dueregard.partnership.rules.meetings import ATTENDED
from dueregard.partnership.rules.reach import InvolvementKind
from dueregard.privacy.marking import readable


@dataclass(frozen=True)
class Noted:
    """What three plain registers hold: what did not arise, what was done under links, what officers did."""

    nil_returns: list[rows.NilReturn]
    link_deeds: list[rows.LinkDeed]
    involvements: list[rows.Involvement]


def noted(asked: Asked, *, officers: Collection[str]) -> Noted:
    """The three registers in one statement, the officers' only for these people: refs of this area's."""

    def told(what: str, found: "QuerySet[Any]", *, says: str, of: str, how: Any = None) -> Any:
        how = how or Value("", output_field=CharField())
        written = found.annotate(what_of=Value(what, output_field=CharField()), says=F(says), whose=F(of), how_of=how)
        return asked.rows(written).values_list("what_of", "ref", "on", "typed_at", "says", "whose", "how_of", named=True)

    found = told("nil", NilReturn.objects.all(), says="about", of="post__title").union(
        told("deed", AreaLinkDeed.objects.all(), says="what", of="link__ref"),
        told("part", Involvement.objects.filter(person__ref__in=officers), says="what", of="person__ref", how=F("how")),
        all=True,
    )
    ordered = sorted(found, key=lambda row: (row.on, row.ref))
    return Noted(
        nil_returns=[_nil_return(asked, row) for row in ordered if row.what_of == "nil"],
        link_deeds=[_link_deed(asked, row) for row in ordered if row.what_of == "deed"],
        involvements=[_involvement(asked, row) for row in ordered if row.what_of == "part"],
    )


def _nil_return(asked: Asked, row: Any) -> rows.NilReturn:
    return rows.NilReturn(ref=asked.ref(row.ref), label=NilAbout(row.says).label, about=row.says, by=row.whose, **asked.dated(row))


def _link_deed(asked: Asked, row: Any) -> rows.LinkDeed:
    return rows.LinkDeed(ref=asked.ref(row.ref), label=row.says, link=asked.ref(row.whose), **asked.dated(row))


def _involvement(asked: Asked, row: Any) -> rows.Involvement:
    return rows.Involvement(ref=asked.ref(row.ref), label=row.says, person=asked.person(row.whose), how=row.how_of, **asked.dated(row))


def links(asked: Asked) -> list[rows.Link]:
    """The links beyond the area."""
    found = asked.found(AreaLink.objects.order_by("on", "ref"), "ref", "kind", "with_whom", *ENDING)
    return [
        rows.Link(ref=asked.ref(row.ref), label=row.with_whom, link_kind=row.kind, **asked.dated(row), **asked.until(row)) for row in found
    ]


def exchanges(asked: Asked) -> list[rows.Exchange]:
    """The exchanges with community organisations that the viewer may read: heard, answered and reported when."""
    first = _first_days(asked)
    return [
        rows.Exchange(
            ref=asked.ref(row.ref),
            label=row.organisation,
            organisation=asked.ref(row.body__ref) if row.body__ref else row.organisation.strip().lower(),
            heard=("heard", row.pk) in first,
            answered=first.get(("answered", row.pk)),
            reported=first.get(("reported", row.pk)),
            **asked.dated(row),
        )
        for row in asked.found(
            Exchange.objects.filter(readable(asked.viewer)).order_by("on", "ref"), "pk", "ref", "organisation", "body__ref"
        )
    ]


def _first_days(asked: Asked) -> dict[tuple[str, UUID], date]:
    """The first day on which each exchange was heard, answered or reported."""

    def told(what: str, model: Any) -> Any:
        return asked.rows(model.objects.annotate(what=Value(what, output_field=CharField()))).values_list("what", "exchange_id", "on")

    answered = told("answered", ExchangeAnswer)
    found = answered.union(told("heard", ExchangeHeard), told("reported", ExchangeReport), all=True)
    return {(what, exchange): on for what, exchange, on in sorted(found, key=lambda row: row[2], reverse=True)}


def parts_taken(asked: Asked, *, officers: Collection[str], seated: Iterable[Any], taken: Iterable[Any]) -> list[rows.Involvement]:
    """What meetings and decisions show these people did as officers: refs of this area's."""
    sat = {(row.meeting__ref, row.person__ref): row for row in seated if row.person__ref in officers and row.presence in ATTENDED}
    came = [
        rows.Involvement(
            ref=asked.ref(row.meeting__ref),
            label=f"Attended a meeting of {row.meeting__group__name}",
            person=asked.person(row.person__ref),
            how=InvolvementKind.ATTENDED,
            on=row.on,
            typed=day_of(row.typed_at),
            of=asked.of,
        )
        for row in sat.values()
    ]
    decided = [
        rows.Involvement(
            ref=asked.ref(row.ref),
            label=f"Took decision {row.ref}",
            person=asked.person(row.done_by__ref),
            how=InvolvementKind.DECIDED,
            **asked.dated(row),
        )
        for row in taken
        if row.done_by__ref in officers
    ]
    return came + decided
