"""Deeds of keeping the assessment alive: updates of it, and briefings on it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from dueregard.access.deeds import deed
from dueregard.access.roles import Permission
from dueregard.access.viewer import Viewer
from dueregard.accounts.queries import cleared_people
from dueregard.basics.refused import Refused, refuse_if, refuse_unless
from dueregard.organisations.actions import given
from dueregard.privacy.marking import Marking
from dueregard.risk import queries
from dueregard.risk.actions.recording import record
from dueregard.risk.models import AssessmentBriefing, AssessmentUpdate, BriefedBody
from dueregard.risk.queries.assessments import state_of
from dueregard.risk.rules import assessments as rules
from dueregard.risk.rules.assessments import Edition


@dataclass(frozen=True, kw_only=True)
class Told:
    """A body that was briefed, and perhaps who of it."""

    body: str
    person: str | None = None


@deed
def update_assessment(
    words: str,
    *,
    by: Viewer,
    on: date,
    is_changed: bool,
    assessment: str | None = None,
    done_by: str | None = None,
    ref: str | None = None,
    once: UUID | None = None,
) -> AssessmentUpdate:
    """Record that the assessment in force was looked at again: what changed, or why nothing did."""
    by.must(Permission.RISK_EDIT)
    first, before = given.new(AssessmentUpdate, "U", by=by, ref=ref, once=once)
    if before:
        return before
    stood = queries.in_force(by, as_at=given.happened(on, by=by))
    of = given.one(queries.assessments(by), assessment, what="assessment") if assessment else stood.assessment if stood else None
    if of is None:
        raise Refused("No assessment was in force on that day, so there is nothing to update: begin an edition, and have it approved")
    refuse_if(rules.why_not_update(stage=state_of(of, on=on).stage, on=on))
    update = AssessmentUpdate.objects.create(
        **first,
        assessment=of,
        is_changed=is_changed,
        words=given.words(words, ask="Say what changed" if is_changed else "Say why nothing changed"),
        on=on,
        done_by=given.person_or_none(done_by, by=by),
    )
    record("risk.assessment.updated", update, by=by, on=on, is_changed=is_changed)
    return update


@deed
def brief_on_assessment(
    assessment: str,
    *,
    by: Viewer,
    on: date,
    edition: str,
    told: Sequence[Told] = (),
    audience: str = "",
    given_by: str | None = None,
    because: str = "",
    is_moved: bool = False,
    ref: str | None = None,
    once: UUID | None = None,
) -> AssessmentBriefing:
    """Record who was briefed on the edition in force: bodies, people of them, an audience; the whole only to whoever may read it.

    One that is moved here in a file was held to that where it was given: clearances are with accounts, which do not move.
    """
    by.must(Permission.RISK_EDIT)
    first, before = given.new(AssessmentBriefing, "BF", by=by, ref=ref, once=once)
    if before:
        return before
    of = given.one(queries.assessments(by), assessment, what="assessment")
    refuse_if(rules.why_not_brief(stage=state_of(of, on=given.happened(on, by=by)).stage, on=on))
    wanted = given.choice(edition, Edition, what="edition")
    given.marked(Marking.SENSITIVE if wanted is Edition.WHOLE else Marking.OFFICIAL, by=by)
    named = _named(told, audience, by=by)
    refuse_unless(because, None if is_moved else _why_not_whole(wanted, named, audience, by=by, on=on))
    briefing = AssessmentBriefing.objects.create(
        **first,
        assessment=of,
        edition=wanted,
        audience=audience.strip(),
        on=on,
        given_by=given.post_or_none(given_by, by=by),
        because=because.strip(),
    )
    for body, person in named:
        BriefedBody.objects.create(**by.stamp, briefing=briefing, body=body, person=person, on=on)
    record("risk.assessment.briefed", briefing, by=by, on=on)
    return briefing


def _named(told: Sequence[Told], audience: str, *, by: Viewer) -> list[tuple[Any, Any]]:
    """The bodies and people that were told; refused where nobody is named at all."""
    named = [(given.body(one.body, by=by), given.person_or_none(one.person, by=by)) for one in told]
    if not named and not audience.strip():
        raise Refused("Say who was briefed: bodies, people of them, or an audience in words")
    return named


def _why_not_whole(edition: Edition, named: list[tuple[Any, Any]], audience: str, *, by: Viewer, on: date) -> str | None:
    cleared = cleared_people(by, on=on)
    uncleared = sorted({person.name for _, person in named if person is not None and person.pk not in cleared})
    unnamed = bool(audience.strip()) or any(person is None for _, person in named)
    return rules.why_not_brief_on_whole(edition, unnamed=unnamed, uncleared=uncleared)
