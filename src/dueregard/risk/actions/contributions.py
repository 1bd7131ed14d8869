"""Deeds towards the local profile: what bodies of the area gave to it, and what police were asked for and answered."""

from datetime import date
from uuid import UUID

from dueregard.access.deeds import deed
from dueregard.access.roles import Permission
from dueregard.access.viewer import Viewer
from dueregard.basics.refused import refuse_if
from dueregard.organisations.actions import counter, given
from dueregard.risk import queries
from dueregard.risk.actions.recording import record
from dueregard.risk.models import Contribution, ProfileAnswer, ProfileRequest
from dueregard.risk.rules import sources as rules


@deed
def contribute(
    what: str,
    *,
    by: Viewer,
    on: date,
    body: str,
    towards: str = "",
    person: str | None = None,
    marking: str = "official",
    ref: str | None = None,
    once: UUID | None = None,
) -> Contribution:
    """Record that a body of the area gave something towards the local profile."""
    by.must(Permission.RISK_EDIT)
    marked = given.marked(marking, by=by)
    first, before = given.new(Contribution, counter("CC", marked), by=by, ref=ref, once=once)
    if before:
        return before
    contribution = Contribution.objects.create(
        **first,
        what=given.words(what, ask="Say what was given"),
        body=given.body(body, by=by),
        towards=towards.strip(),
        on=given.happened(on, by=by),
        person=given.person_or_none(person, by=by),
        marking=marked,
    )
    record("risk.contribution.made", contribution, by=by, on=on)
    return contribution


@deed
def request_profile(
    words: str, *, by: Viewer, on: date, body: str | None = None, ref: str | None = None, once: UUID | None = None
) -> ProfileRequest:
    """Record that police were asked for a local profile, or for a newer one."""
    by.must(Permission.RISK_EDIT)
    first, before = given.new(ProfileRequest, "CQ", by=by, ref=ref, once=once)
    if before:
        return before
    asked = ProfileRequest.objects.create(
        **first,
        words=given.words(words, ask="Say what police were asked for"),
        body=given.body_or_none(body, by=by),
        on=given.happened(on, by=by),
    )
    record("risk.profile.requested", asked, by=by, on=on)
    return asked


@deed
def answer_request(request: str, *, by: Viewer, on: date, words: str) -> None:
    """Record what police answered to a request for the local profile."""
    by.must(Permission.RISK_EDIT)
    of = queries.requests_to_change(by).get(ref=request)
    refuse_if(rules.why_not_answer(of.on, on=given.happened(on, by=by)))
    ProfileAnswer.objects.create(**by.stamp, request=of, words=given.words(words, ask="Write what was answered"), on=on)
    record("risk.profile.answered", of, by=by, on=on)
