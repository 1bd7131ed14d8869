"""Deeds on the plain registers: nil returns, briefings, links beyond the area, exchanges, the strategic officer's part."""

from datetime import date
from uuid import UUID

from dueregard.access.deeds import deed
from dueregard.access.roles import Permission
from dueregard.access.viewer import Viewer
from dueregard.basics.refused import Refused, refuse_if
from dueregard.organisations.actions import counter, given
from dueregard.partnership import queries
from dueregard.partnership.actions.recording import record
from dueregard.partnership.models import (
    AreaLink,
    AreaLinkDeed,
    AreaLinkEnd,
    Exchange,
    ExchangeAnswer,
    ExchangeHeard,
    ExchangeReport,
    Involvement,
    MemberBriefing,
    NilReturn,
)
from dueregard.partnership.rules import reach as rules
from dueregard.partnership.rules.decisions import NilAbout
from dueregard.partnership.rules.groups import why_not_end, why_not_period


@deed
def nil_return(
    about: str, *, by: Viewer, on: date, since: date, until: date, post: str, ref: str | None = None, once: UUID | None = None
) -> NilReturn:
    """Record that a named post says nothing of a kind arose in a period."""
    by.must(Permission.PARTNERSHIP_EDIT)
    first, before = given.new(NilReturn, "N", by=by, ref=ref, once=once)
    if before:
        return before
    wanted = given.choice(about, NilAbout, what="nil return")
    refuse_if(why_not_period(since, until=until))
    if given.happened(on, by=by) < until:
        raise Refused("The period has not ended by the day of the return, so nobody can say yet that nothing arose")
    nil = NilReturn.objects.create(**first, about=wanted, since=since, until=until, on=on, post=given.post_or_none(post, by=by))
    record("partnership.nil-return.made", nil, by=by, on=on, about=wanted)
    return nil


@deed
def brief_members(
    audience: str,
    *,
    by: Viewer,
    on: date,
    about: str,
    words: str = "",
    post: str | None = None,
    ref: str | None = None,
    once: UUID | None = None,
) -> MemberBriefing:
    """Record that elected members were briefed: who they were, on what, by which post."""
    by.must(Permission.PARTNERSHIP_EDIT)
    first, before = given.new(MemberBriefing, "BR", by=by, ref=ref, once=once)
    if before:
        return before
    briefing = MemberBriefing.objects.create(
        **first,
        audience=given.words(audience, ask="Say which members were briefed"),
        about=given.choice(about, rules.BriefingAbout, what="subject"),
        words=words.strip(),
        on=given.happened(on, by=by),
        post=given.post_or_none(post, by=by),
    )
    record("partnership.briefing.given", briefing, by=by, on=on)
    return briefing


@deed
def link_area(with_whom: str, *, by: Viewer, on: date, kind: str, ref: str | None = None, once: UUID | None = None) -> AreaLink:
    """Record a link with another area, a specified authority or a network, from a day."""
    by.must(Permission.PARTNERSHIP_EDIT)
    first, before = given.new(AreaLink, "L", by=by, ref=ref, once=once)
    if before:
        return before
    wanted = given.choice(kind, rules.LinkKind, what="kind of link")
    whom = given.words(with_whom, ask="Say with whom the link is")
    link = AreaLink.objects.create(**first, kind=wanted, with_whom=whom, on=given.happened(on, by=by))
    record("partnership.link.made", link, by=by, on=on)
    return link


def _until(link: AreaLink) -> date | None:
    return AreaLinkEnd.objects.filter(link=link).values_list("on", flat=True).first()


@deed
def do_under_link(link: str, *, by: Viewer, on: date, what: str, ref: str | None = None, once: UUID | None = None) -> AreaLinkDeed:
    """Record something that was done under a link."""
    by.must(Permission.PARTNERSHIP_EDIT)
    first, before = given.new(AreaLinkDeed, "LD", by=by, ref=ref, once=once)
    if before:
        return before
    under = queries.area_links_to_change(by).get(ref=link)
    refuse_if(rules.why_not_do_under_link(under.on, until=_until(under), on=given.happened(on, by=by)))
    done = AreaLinkDeed.objects.create(**first, link=under, what=given.words(what, ask="Say what was done"), on=on)
    record("partnership.link.used", done, by=by, on=on)
    return done


@deed
def end_link(ref: str, *, by: Viewer, on: date) -> None:
    """End a link; the date is its last day."""
    by.must(Permission.PARTNERSHIP_EDIT)
    link = queries.area_links_to_change(by).get(ref=ref)
    refuse_if(why_not_end(link.on, until=given.happened(on, by=by)))
    if _until(link) is not None:
        raise Refused("The link has already ended")
    AreaLinkEnd.objects.create(**by.stamp, link=link, on=on)
    record("partnership.link.ended", link, by=by, on=on)


@deed
def note_exchange(
    organisation: str,
    *,
    by: Viewer,
    on: date,
    how: str,
    heard: str = "",
    body: str | None = None,
    marking: str = "official",
    ref: str | None = None,
    once: UUID | None = None,
) -> Exchange:
    """Record an exchange with a community organisation and, where it is known already, what was heard."""
    by.must(Permission.PARTNERSHIP_EDIT)
    kept = given.marked(marking, by=by)
    first, before = given.new(Exchange, counter("X", kept), by=by, ref=ref, once=once)
    if before:
        return before
    exchange = Exchange.objects.create(
        **first,
        organisation=given.words(organisation, ask="Give the organisation’s name"),
        body=given.body_or_none(body, by=by),
        how=given.words(how, ask="Say how it was: a visit, a letter, a meeting"),
        on=given.happened(on, by=by),
        marking=kept,
    )
    if heard.strip():
        ExchangeHeard.objects.create(**by.stamp, exchange=exchange, words=heard.strip(), on=on)
    record("partnership.exchange.noted", exchange, by=by, on=on)
    return exchange


@deed
def hear(exchange: str, *, by: Viewer, on: date, words: str) -> None:
    """Write down what an organisation said."""
    by.must(Permission.PARTNERSHIP_EDIT)
    of = queries.exchanges_to_change(by).get(ref=exchange)
    refuse_if(rules.why_not_answer(of.on, on=given.happened(on, by=by)))
    ExchangeHeard.objects.create(**by.stamp, exchange=of, words=given.words(words, ask="Write what was heard"), on=on)
    record("partnership.exchange.heard", of, by=by, on=on)


@deed
def answer_exchange(exchange: str, *, by: Viewer, on: date, words: str) -> None:
    """Record what was answered to an organisation, and what changed."""
    by.must(Permission.PARTNERSHIP_EDIT)
    of = queries.exchanges_to_change(by).get(ref=exchange)
    refuse_if(rules.why_not_answer(of.on, on=given.happened(on, by=by)))
    ExchangeAnswer.objects.create(**by.stamp, exchange=of, words=given.words(words, ask="Write what was answered"), on=on)
    record("partnership.exchange.answered", of, by=by, on=on)


@deed
def report_exchange(exchange: str, *, by: Viewer, meeting: str, item: str | None = None) -> None:
    """Record that the group was told of an exchange at a meeting; dated to it."""
    by.must(Permission.PARTNERSHIP_EDIT)
    of = queries.exchanges_to_change(by).get(ref=exchange)
    at = given.one(queries.meetings(by), meeting, what="meeting")
    about = given.one(queries.items(by).filter(meeting=at), item, what="item of this meeting") if item else None
    state = queries.state_of(at)
    on = given.happened(state.day, by=by)
    refuse_if(rules.why_not_answer(of.on, on=on))
    if of.reports.filter(meeting=at).exists():
        raise Refused("The meeting was told of this exchange already")
    ExchangeReport.objects.create(**by.stamp, exchange=of, meeting=at, item=about, on=on)
    record("partnership.exchange.reported", of, by=by, on=on, meeting=at.ref)


@deed
def note_involvement(
    person: str, *, by: Viewer, on: date, how: str, what: str, ref: str | None = None, once: UUID | None = None
) -> Involvement:
    """Record that a senior officer took part in a way that no other record shows."""
    by.must(Permission.PARTNERSHIP_EDIT)
    first, before = given.new(Involvement, "V", by=by, ref=ref, once=once)
    if before:
        return before
    part = Involvement.objects.create(
        **first,
        person=given.person(person, by=by),
        how=given.choice(how, rules.InvolvementKind, what="part taken"),
        what=given.words(what, ask="Say what it was"),
        on=given.happened(on, by=by),
    )
    record("partnership.involvement.noted", part, by=by, on=on)
    return part
