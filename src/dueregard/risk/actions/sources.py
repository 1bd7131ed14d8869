"""Deeds on sources: recording them, what is known from them, and withdrawing them. Of the local profile only the reference is kept."""

from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID

from dueregard.access.deeds import deed
from dueregard.access.roles import Permission
from dueregard.access.viewer import Viewer
from dueregard.basics.refused import Refused, refuse_if
from dueregard.organisations.actions import counter, given
from dueregard.risk import queries
from dueregard.risk.actions.recording import record
from dueregard.risk.models import LevelSet, Profile, ProfileBriefing, Prompt, Reading, Source, SourceWithdrawal
from dueregard.risk.rules import sources as rules
from dueregard.risk.rules.sources import SourceKind, ThreatLevel


@deed
def name_source(
    title: str,
    *,
    by: Viewer,
    on: date,
    kind: str,
    words: str = "",
    body: str | None = None,
    person: str | None = None,
    marking: str = "official",
    level: str = "",
    ref: str | None = None,
    once: UUID | None = None,
) -> Source:
    """Record a trend, a data series, information from a partner or the national threat level as it is, and who contributed it."""
    by.must(Permission.RISK_EDIT)
    wanted = given.choice(kind, SourceKind, what="kind of source")
    if wanted is SourceKind.PROFILE:
        raise Refused("The local profile is recorded by reference: which edition, of what date, and where it is held")
    marked = given.marked(marking, by=by)
    first, before = given.new(Source, counter("S", marked), by=by, ref=ref, once=once)
    if before:
        return before
    source = Source.objects.create(
        **first,
        kind=wanted,
        title=given.words(title, ask="Give the source a title"),
        words=words.strip(),
        on=given.happened(on, by=by),
        body=given.body_or_none(body, by=by),
        person=given.person_or_none(person, by=by),
        marking=marked,
    )
    if level:
        set_level(source.ref, by=by, on=on, level=level)
    record("risk.source.named", source, by=by, on=on, kind=wanted)
    return source


@deed
def receive_profile(
    edition: str,
    *,
    by: Viewer,
    on: date,
    dated: date,
    held_at: str,
    custodian: str | None = None,
    body: str | None = None,
    person: str | None = None,
    title: str = "",
    marking: str = "official",
    ref: str | None = None,
    once: UUID | None = None,
) -> Source:
    """Record, by reference only, that an edition of the local profile was received: its date, its custodian, where it is held."""
    by.must(Permission.RISK_EDIT)
    _refuse_copies(edition=edition, held_at=held_at, title=title)
    refuse_if(rules.why_not_receive(dated=dated, on=given.happened(on, by=by)))
    marked = given.marked(marking, by=by)
    first, before = given.new(Source, counter("S", marked), by=by, ref=ref, once=once)
    if before:
        return before
    named = given.words(edition, ask="Say which edition it is")
    source = Source.objects.create(
        **first,
        kind=SourceKind.PROFILE,
        title=title.strip() or f"Local profile, {named}",
        on=on,
        body=given.body_or_none(body, by=by),
        person=given.person_or_none(person, by=by),
        marking=marked,
    )
    kept = {"custodian": given.post_or_none(custodian, by=by), "held_at": given.words(held_at, ask="Say where it is held")}
    Profile.objects.create(**by.stamp, **kept, source=source, edition=named, dated=dated, on=on)
    record("risk.profile.received", source, by=by, on=on, dated=dated)
    return source


def _refuse_copies(*, edition: str, held_at: str, title: str) -> None:
    for text, what, most in ((edition, "The edition", 80), (held_at, "The place it is held", 200), (title, "The title", 200)):
        refuse_if(rules.why_not_keep(text, what=what, most=most))


def _to_add(ref: str, *, by: Viewer, on: date, wanted: SourceKind) -> Source:
    """A source something is added to, locked: of the right kind, known by then, not withdrawn."""
    source = queries.sources_to_change(by).get(ref=ref)
    withdrawn = queries.withdrawn_on(source)
    refuse_if(rules.why_not_add(source.kind, wanted=wanted, since=source.on, on=given.happened(on, by=by), withdrawn=withdrawn))
    return source


@deed
def brief_on_profile(
    source: str, *, by: Viewer, on: date, body: str | None = None, audience: str = "", given_by: str | None = None
) -> None:
    """Record who was briefed on an edition of the local profile: a body, or an audience in words."""
    by.must(Permission.RISK_EDIT)
    of = _to_add(source, by=by, on=on, wanted=SourceKind.PROFILE)
    if not body and not audience.strip():
        raise Refused("Say who was briefed: a body, or an audience in words")
    refuse_if(rules.why_not_keep(audience, what="The audience"))
    whom: dict[str, Any] = {"body": given.body_or_none(body, by=by), "audience": audience.strip()}
    ProfileBriefing.objects.create(**by.stamp, source=of, **whom, given_by=given.post_or_none(given_by, by=by), on=on)
    record("risk.profile.briefed", of, by=by, on=on)


@deed
def take_prompt(source: str, *, by: Viewer, on: date, words: str, released_by: str, released_on: date, marking: str = "official") -> None:
    """Take a prompt of the local profile in the words its originator released, with who released them and when."""
    by.must(Permission.RISK_EDIT)
    of = _to_add(source, by=by, on=on, wanted=SourceKind.PROFILE)
    refuse_if(rules.why_not_keep(words, what="The prompt", most=rules.PROMPT_MOST))
    if released_on > on:
        raise Refused("A prompt is taken on or after the day its originator released it")
    marked = given.marked(marking, by=by)
    Prompt.objects.create(
        **by.stamp,
        source=of,
        words=given.words(words, ask="Write the prompt in the words that were released"),
        released_by=given.words(released_by, ask="Say which post of its originator released it: nothing else may be kept"),
        released_on=released_on,
        on=on,
        marking=marked,
    )
    record("risk.prompt.taken", of, by=by, beside=marked, on=on)


@deed
def set_level(source: str, *, by: Viewer, on: date, level: str, words: str = "") -> None:
    """Record that the national threat level was set; a change proposes a review of the assessment."""
    by.must(Permission.RISK_EDIT)
    of = _to_add(source, by=by, on=on, wanted=SourceKind.THREAT_LEVEL)
    wanted = given.choice(level, ThreatLevel, what="threat level")
    LevelSet.objects.create(**by.stamp, source=of, level=wanted, on=on, words=words.strip())
    record("risk.threat-level.set", of, by=by, on=on, level=wanted)


@deed
def take_reading(
    source: str,
    *,
    by: Viewer,
    on: date,
    covers_to: date,
    value: Decimal,
    unit: str,
    covers_from: date | None = None,
    words: str = "",
) -> None:
    """Take a reading of a data series: a figure for a period, and what it says to us."""
    by.must(Permission.RISK_EDIT)
    of = _to_add(source, by=by, on=on, wanted=SourceKind.DATA)
    refuse_if(rules.why_not_read(covers_from=covers_from, covers_to=covers_to, on=on))
    Reading.objects.create(
        **by.stamp,
        source=of,
        covers_from=covers_from,
        covers_to=covers_to,
        value=value,
        unit=given.words(unit, ask="Say what is counted, such as reports"),
        words=words.strip(),
        on=on,
    )
    record("risk.reading.taken", of, by=by, on=on)


@deed
def withdraw_source(ref: str, *, by: Viewer, on: date, because: str) -> None:
    """Withdraw a source that was entered by mistake or no longer stands; that it was here, and why it went, stays."""
    by.must(Permission.RISK_EDIT)
    source = queries.sources_to_change(by).get(ref=ref)
    withdrawn = queries.withdrawn_on(source)
    refuse_if(rules.why_not_withdraw(since=source.on, on=given.happened(on, by=by), withdrawn=withdrawn))
    SourceWithdrawal.objects.create(**by.stamp, source=source, on=on, because=given.words(because, ask="Say why it is withdrawn"))
    record("risk.source.withdrawn", source, by=by, on=on)
