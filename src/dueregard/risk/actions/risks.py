"""Deeds on what a risk is: identifying it, its words, its owner, its place in the corporate register, what it rests on, its controls."""

import re
from datetime import date
from uuid import UUID

from django.db.models import Model

from dueregard.access.deeds import deed
from dueregard.access.roles import Permission
from dueregard.access.viewer import Viewer
from dueregard.basics.dates import say
from dueregard.basics.many import write
from dueregard.basics.refused import Refused, refuse_if
from dueregard.organisations.actions import counter, given, made_before, ref_for
from dueregard.risk import queries
from dueregard.risk.actions import rows
from dueregard.risk.actions.recording import record
from dueregard.risk.models import Control, ControlEnd, Risk, RiskOwner, RiskSource
from dueregard.risk.queries.now import RiskNow
from dueregard.risk.queries.risks import risk_to_change
from dueregard.risk.rules import risks as rules
from dueregard.risk.rules.risks import Concerns, RiskKind, Wording


@deed
def identify_risk(
    wording: Wording,
    *,
    by: Viewer,
    on: date,
    kind: str,
    concerns: str = "",
    district: str | None = None,
    owner: str | None = None,
    person: str | None = None,
    reference: str = "",
    marking: str = "official",
    continues: str | None = None,
    ref: str | None = None,
    once: UUID | None = None,
) -> Risk:
    """Identify a risk, situational or corporate: what it says and, where known, who owns it and its corporate-register reference."""
    by.must(Permission.RISK_EDIT)
    wanted, of = of_what(kind, concerns)
    named = _reference(counter("R", marked := given.marked(marking, by=by)), ref, by=by)
    if before := made_before(Risk, once, by=by):
        return before
    risk = Risk(
        **by.stamp,
        ref=named,
        once=once,
        kind=wanted,
        concerns=of,
        district=given.body_or_none(district, by=by),
        continues=given.one(risk_to_change(by), continues, what="risk") if continues else None,
        on=given.happened(on, by=by),
        marking=marked,
    )
    told: list[Model] = [risk, rows.worded(risk, wording, by=by, on=on)]
    if owner:
        told.append(_owned(risk, by=by, on=on, body=owner, person=person))
    if reference.strip():
        told.append(rows.referred(risk, by=by, on=on, reference=reference))
    write(told)
    record("risk.risk.identified", risk, by=by, on=on, kind=wanted)
    return risk


def of_what(kind: str, concerns: str) -> tuple[RiskKind, Concerns]:
    """The kind of risk and what it is a risk of: a corporate one is of the duty unless it says otherwise."""
    wanted = given.choice(kind, RiskKind, what="kind of risk")
    of = given.choice(concerns or (Concerns.DUTY if wanted is RiskKind.CORPORATE else ""), Concerns, what="risk of what")
    refuse_if(rules.why_not_concern(wanted, of))
    return wanted, of


def _reference(prefix: str, ref: str | None, *, by: Viewer) -> str:
    """A risk's reference is said without a dash, R4, as registers write it; its number comes from the counter all the same."""
    if ref is not None and Risk.objects.filter(area=by.area_id, ref=ref).exists():
        raise Refused(f"{ref} is already there: a reference is given once")
    asked = re.sub(r"^([A-Z]+)(\d+)$", r"\1-\2", ref) if ref is not None else None
    return said_without_dash(ref_for(prefix, asked, by=by))


def said_without_dash(ref: str) -> str:
    """R-4 as a risk’s reference is said: R4."""
    return re.sub(r"^([A-Z]+)-(\d+)$", r"\1\2", ref)


def _owned(risk: Risk, *, by: Viewer, on: date, body: str, person: str | None) -> RiskOwner:
    return rows.owned(risk, by=by, on=on, body=given.body(body, by=by), person=given.person_or_none(person, by=by))


def to_change(ref: str, *, by: Viewer, on: date, seen: int | None) -> Risk:
    """A risk that is open on the day, locked and taken a version further."""
    risk = risk_to_change(by).get(ref=ref)
    rows.changeable(RiskNow(risk), by=by, on=on)
    given.change(risk, by=by, seen=seen)
    return risk


@deed
def reword_risk(ref: str, *, by: Viewer, on: date, wording: Wording, seen: int | None = None) -> None:
    """Say from a day what a risk says now; what it said before stays to be read."""
    by.must(Permission.RISK_EDIT)
    risk = to_change(ref, by=by, on=on, seen=seen)
    write([rows.worded(risk, wording, by=by, on=on)])
    record("risk.risk.reworded", risk, by=by, on=on)


@deed
def hand_over_risk(ref: str, *, by: Viewer, on: date, body: str, person: str | None = None, seen: int | None = None) -> None:
    """Give a risk to the body, and in it perhaps the person, that owns it from a day."""
    by.must(Permission.RISK_EDIT)
    risk = to_change(ref, by=by, on=on, seen=seen)
    write([_owned(risk, by=by, on=on, body=body, person=person)])
    record("risk.risk.handed-over", risk, by=by, on=on)


@deed
def refer_risk(ref: str, *, by: Viewer, on: date, reference: str, seen: int | None = None) -> None:
    """Say where a corporate risk stands in the council's own register, from a day."""
    by.must(Permission.RISK_EDIT)
    risk = to_change(ref, by=by, on=on, seen=seen)
    write([rows.referred(risk, by=by, on=on, reference=reference)])
    record("risk.risk.referred", risk, by=by, on=on)


@deed
def rest_risk_on(ref: str, *, by: Viewer, on: date, source: str, seen: int | None = None) -> None:
    """Say that a risk rests on a source, from a day."""
    by.must(Permission.RISK_EDIT)
    risk = to_change(ref, by=by, on=on, seen=seen)
    named = given.one(queries.sources(by), source, what="source")
    withdrawn = queries.withdrawn_on(named)
    if withdrawn is not None and withdrawn <= on:
        raise Refused(f"The source was withdrawn on {say(withdrawn)}")
    if on < named.on:
        raise Refused(f"The source has been known here since {say(named.on)}, so the risk cannot rest on it from {say(on)}")
    if RiskSource.objects.filter(area=by.area_id, risk=risk, source=named).exists():
        raise Refused("The risk rests on this source already")
    RiskSource.objects.create(**by.stamp, risk=risk, source=named, on=on)
    record("risk.risk.rested", risk, by=by, beside=named.marking, on=on)


@deed
def put_control(ref: str, *, by: Viewer, on: date, words: str, seen: int | None = None) -> Control:
    """Put something in place that holds a risk down, from a day."""
    by.must(Permission.RISK_EDIT)
    risk = to_change(ref, by=by, on=on, seen=seen)
    control = rows.controlled(RiskNow(risk), by=by, on=on, words=words)
    write([control])
    record("risk.control.put", risk, by=by, on=on)
    return control


@deed
def end_control(ref: str, *, by: Viewer, on: date, control: UUID, because: str = "", seen: int | None = None) -> None:
    """Say that a control of a risk is no longer in place; the date is its last day."""
    by.must(Permission.RISK_EDIT)
    risk = to_change(ref, by=by, on=on, seen=seen)
    found = Control.objects.filter(area=by.area_id, risk=risk, pk=control).select_related("ending").first()
    if found is None:
        raise Refused("There is no such control of this risk")
    if hasattr(found, "ending"):
        raise Refused(f"The control ended on {say(found.ending.on)} already")
    refuse_if(rules.why_not_end_control(since=found.on, on=on))
    ControlEnd.objects.create(**by.stamp, control=found, on=on, because=because.strip())
    record("risk.control.ended", risk, by=by, on=on)
