"""Reads the worked examples of section 1: people's shorthand for records, made into the facts an indicator reads."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from dueregard.documents.rules import ClauseTopic
from dueregard.partnership.indicators import rows
from dueregard.partnership.indicators.facts import PartnershipFacts
from dueregard.partnership.rules.groups import Quorum, Sector

LONG_AGO = date(2019, 4, 1)
BOARD, PANEL = "G-1", "G-2"


def read(facts: Mapping[str, Any]) -> PartnershipFacts:
    """The shorthand of one example as facts; a word it does not know is an error."""
    known = dict(facts)
    area = known.pop("area", {})
    made: dict[str, Any] = {"area": rows.Area(name=area.get("name", "Westmarch"), began=area.get("began", LONG_AGO))}
    made["groups"], made["functions"] = _groups(known.pop("groups", [{}] if "group" not in known else [known.pop("group")]))
    made["terms"] = tuple(_terms(each, number) for number, each in enumerate(_listed(known.pop("terms", []))))
    made["members"] = tuple(_member(each, number) for number, each in enumerate(known.pop("chairs", [])))
    made["seats"] = tuple(_seat(key, each) for key, each in known.pop("seats", {}).items())
    made["meetings"] = _meetings(known.pop("meetings", []), known.pop("met", []))
    for word, reader in READERS.items():
        made[word] = tuple(reader(each, f"{word[0].upper()}-{number}") for number, each in enumerate(_listed(known.pop(word, [])), start=1))
    if known:
        raise ValueError(f"A worked example says {', '.join(known)}, which its reader does not know")
    return PartnershipFacts(**made)


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def _period(each: Mapping[str, Any], *, ref: str, label: str) -> dict[str, Any]:
    return {
        "ref": each.get("ref", ref),
        "label": label,
        "on": each.get("from", LONG_AGO),
        "until": each.get("until"),
        "of": each.get("of", ""),
    }


def _groups(written: Iterable[Mapping[str, Any]]) -> tuple[tuple[rows.Group, ...], tuple[rows.Function, ...]]:
    groups, functions = [], []
    for number, each in enumerate(written, start=1):
        does = _listed(each.get("does", "oversight"))
        name = each.get("name", "Channel panel" if does == ["channel"] else "Prevent Board")
        period = _period(each, ref=f"G-{number}", label=name)
        groups.append(rows.Group(**period, is_existing_body=each.get("existing_body", False), succeeds=tuple(each.get("succeeds", ()))))
        began = each.get("oversees_from", period["on"])
        functions += [rows.Function(**period | {"on": began}, group=period["ref"], function=function) for function in does]
    return tuple(groups), tuple(functions)


def _terms(each: Mapping[str, Any], number: int) -> rows.Terms:
    approved = each["approved"]
    covers = each.get("covers", {})
    clauses = tuple(
        _clause(topic, said if isinstance(said, Mapping) else {"place": said, "read": approved}) for topic, said in covers.items()
    )
    quorum = each.get("quorum")
    return rows.Terms(
        ref=f"T-{number}",
        label=f"Terms of reference, version {number + 1}",
        on=approved,
        group=each.get("group", BOARD),
        review_due=each.get("review"),
        quorum=Quorum(quorum.get("members"), quorum.get("sectors"), frozenset(quorum.get("required", ()))) if quorum else None,
        clauses=clauses,
    )


def _clause(topic: str, said: Mapping[str, Any]) -> rows.Clause:
    place = said["place"]
    return rows.Clause(ref=f"C-{topic}", label=f"paragraph {place}", on=said["read"], covers=ClauseTopic(topic).value, place=place)


def _member(each: Mapping[str, Any], number: int) -> rows.Membership:
    period = _period(each, ref=f"M-{number}", label=each["post"])
    return rows.Membership(
        **period, group=each.get("group", BOARD), person=each.get("person", each["post"]), role=each.get("role", "chair")
    )


def _seat(key: str, each: Any) -> rows.Seat:
    """`health: Westmarch Integrated Care Board`, or with more said: `health-2: {body: …, sector: health, from: …}`."""
    said = each if isinstance(each, Mapping) else {"body": each}
    sector = said.get("sector", key if key in Sector.values else "")
    period = _period(said, ref=key, label=said["body"])
    return rows.Seat(
        **period,
        group=said.get("group", BOARD),
        seat_kind=said.get("kind", "sector" if sector else "adviser"),
        sector=sector,
        district=said.get("district", ""),
        succeeds=tuple(said.get("succeeds", ())),
    )


def _meetings(written: Iterable[Mapping[str, Any]], met: Iterable[date]) -> tuple[rows.Meeting, ...]:
    """`met` lists days of ordinary meetings at which attendance was taken; `meetings` says more of each."""
    simple = [{"date": day, "came": ["police"]} for day in met]
    return tuple(_meeting(each, number) for number, each in enumerate([*simple, *written], start=1))


def _meeting(each: Mapping[str, Any], number: int) -> rows.Meeting:
    came = [rows.Attendance(seat=seat, person=person) for seat, person in _who(each.get("came", []))]
    sent = [rows.Attendance(seat=seat, person=person, presence="substitute") for seat, person in _who(each.get("substitutes", []))]
    away = [rows.Attendance(seat=seat, presence="apologies") for seat in each.get("apologies", [])]
    is_ahead = "cancelled" in each or "planned" in each
    return rows.Meeting(
        ref=each.get("ref", f"MT-{number}"),
        label=f"Meeting of {each['date']}",
        on=each["date"],
        group=each.get("group", BOARD),
        meeting_kind=each.get("kind", "ordinary"),
        planned=each.get("planned", LONG_AGO if is_ahead else None),
        took_place=not is_ahead,
        attendance=(*came, *sent, *away),
        cleared=each.get("cleared"),
        approved=each.get("approved"),
        cancelled=each.get("cancelled"),
    )


def _who(came: Any) -> list[tuple[str, str]]:
    """A list of seats, or seats with the person who sat there."""
    return list(came.items()) if isinstance(came, Mapping) else [(seat, f"somebody from {seat}") for seat in came]


def _check(each: Any, ref: str) -> rows.Check:
    said = each if isinstance(each, Mapping) else {"date": each}
    return rows.Check(
        ref=said.get("ref", f"STC-{ref}"),
        label="Security Threat Check",
        on=said["date"],
        covers=said.get("of", "decision"),
        unanswered=tuple(said.get("unanswered", ())),
        noes_unexplained=tuple(said.get("noes_unexplained", ())),
        wording=said.get("wording", ""),
    )


def _decision(each: Mapping[str, Any], ref: str) -> rows.Decision:
    ref = each.get("ref", ref)
    return rows.Decision(
        ref=ref,
        label=each["title"],
        on=each["date"],
        group=each.get("group", BOARD),
        decision_kind=each.get("kind", "delivery"),
        checks=tuple(_check(check, ref) for check in _listed(each.get("check", []))),
    )


def _exchange(each: Mapping[str, Any], ref: str) -> rows.Exchange:
    return rows.Exchange(
        ref=ref,
        label=each["with"],
        organisation=each["with"],
        on=each["date"],
        heard="heard" in each,
        answered=each.get("answered"),
        reported=each.get("reported"),
    )


def _action(each: Mapping[str, Any], ref: str) -> rows.Action:
    due = each.get("due")
    return rows.Action(
        **_period(each, ref=ref, label=each["title"]),
        group=each.get("group", BOARD),
        owner=each.get("owner", ""),
        dues=(rows.Due(on=each.get("from", LONG_AGO), due=due),) if due else (),
        reviews=tuple(each.get("reviews", ())),
    )


READERS: Mapping[str, Any] = {
    "tiers": lambda each, ref: rows.TierDecision(**_period(each, ref=ref, label=f"{each['tier']} tier"), tier=each["tier"]),
    "required": lambda each, ref: rows.RequiredSector(**_period(each, ref=ref, label=each["sector"]), sector=each["sector"]),
    "districts": lambda each, ref: rows.District(**_period(each, ref=ref, label=each["name"])),
    "representations": lambda each, ref: rows.Representation(
        **_period(each, ref=ref, label="Agreement"), seat=each["seat"], represents=each["represents"]
    ),
    "agenda": lambda each, ref: rows.AgendaItem(
        ref=ref, label="Item", on=each["date"], meeting=each["meeting"], about_kind=each["about"], about_ref=each["ref"]
    ),
    "decisions": _decision,
    "nil_returns": lambda each, ref: rows.NilReturn(ref=ref, label="Nil return", on=each["date"], about=each["about"], by=each["by"]),
    "strategic_posts": lambda each, ref: rows.Post(**_period(each, ref=ref, label=each["post"])),
    "holdings": lambda each, ref: rows.Holding(
        **_period(each, ref=ref, label=each["post"]), post="S-1", person=each.get("person", each["post"])
    ),
    "involvements": lambda each, ref: rows.Involvement(
        ref=ref, label=each["how"], on=each["date"], person=each.get("person", "Director of Communities"), how=each["how"]
    ),
    "links": lambda each, ref: rows.Link(**_period(each, ref=ref, label=each["with"]), link_kind=each.get("kind", "area")),
    "link_deeds": lambda each, ref: rows.LinkDeed(ref=ref, label=each["did"], on=each["date"], link=each.get("link", "L-1")),
    "exchanges": _exchange,
    "briefings": lambda each, ref: rows.Briefing(ref=ref, label="Briefing", on=each["date"]),
    "actions": _action,
}
