"""Deeds on a round as a whole: open it, look the findings up again, sign it off."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any, NotRequired, TypedDict, Unpack
from uuid import UUID

from dueregard.access.deeds import deed
from dueregard.access.roles import Permission
from dueregard.access.viewer import Viewer
from dueregard.assurance import queries
from dueregard.assurance.actions.doing import changed, doer, open_to_change
from dueregard.assurance.models import FindingKept, Round, RoundStep, SignOff
from dueregard.assurance.rules.contents import RoundContents, Signing, digest_of
from dueregard.assurance.rules.criteria import criteria_from, framework_of, why_not_criteria
from dueregard.assurance.rules.found import FindingSeen
from dueregard.assurance.rules.rounds import (
    ScoredBy,
    Stage,
    lately_words,
    typed_lately,
    why_not_open,
    why_not_sign,
    why_not_sign_unjudged,
)
from dueregard.audit import queries as audit
from dueregard.audit.actions import record
from dueregard.basics.refused import Refused, refuse_if, refuse_unless
from dueregard.guidance import catalogue
from dueregard.organisations.actions import counter, ref_for
from dueregard.organisations.actions.editing import refuse_if_changed_since
from dueregard.privacy.marking import Marking, why_not_mark


class Opening(TypedDict):
    """What a round is opened with."""

    title: str
    framework: str
    period_from: date
    period_to: date
    as_at: date
    due: date
    criteria: NotRequired[str]
    scale: NotRequired[str]
    scored_by: NotRequired[str]
    marking: NotRequired[str]


@deed
def open_round(
    *,
    by: Viewer,
    on: date,
    done_by: str | None = None,
    who: str = "",
    ref: str | None = None,
    once: UUID | None = None,
    kept: Mapping[str, FindingSeen] | None = None,
    **asked: Unpack[Opening],
) -> str:
    """Open a round against a framework, or the year's criteria, and keep the finding of every line as at its date."""
    by.must(Permission.ASSURANCE_SIGN)
    if once and (made := Round.objects.filter(area=by.area_id, once=once).first()):
        return made.ref
    fields = _opened_with(asked, by=by, on=on)
    named = ref_for(counter("RD", fields["marking"]), ref, by=by, year=on.year)
    round_ = Round.objects.create(**by.stamp, ref=named, once=once, on=on, **fields)
    step = _step(round_, Stage.OPENED, by=by, on=on, done_by=done_by, who=who)
    _keep(round_, step, by=by, given=kept)
    details: dict[str, Any] = {"on": on, "as_at": round_.as_at, "framework": round_.framework, "findings_given": kept is not None}
    record("assurance.round.opened", round_, by=by, **details)
    return round_.ref


def _opened_with(asked: Opening, *, by: Viewer, on: date) -> dict[str, Any]:
    """The round's own fields, if a round can be opened like this."""
    scale, scored_by = asked.get("scale", ""), asked.get("scored_by") or ScoredBy.NOTHING
    marking = asked.get("marking", Marking.OFFICIAL)
    days = {"period_from": asked["period_from"], "period_to": asked["period_to"], "as_at": asked["as_at"], "due": asked["due"]}
    refuse_if(why_not_mark(marking, viewer=by))
    refuse_if(None if asked["title"].strip() else "Give the round a title")
    refuse_if(why_not_open(**days, on=on, scale=scale, scored_by=scored_by, today=by.today))
    criteria = asked.get("criteria", "")
    return {
        **days,
        "title": asked["title"].strip(),
        "framework": _framework_id(asked["framework"], criteria, scale),
        "criteria": criteria,
        "scale": scale,
        "scored_by": ScoredBy(scored_by),
        "marking": Marking(marking),
    }


def _framework_id(framework: str, criteria: str, scale: str) -> str:
    if criteria:
        refuse_if(why_not_criteria(criteria))
    try:
        if scale:
            catalogue.scale(scale)
        return criteria_from(criteria).id if criteria else catalogue.framework(framework).id
    except catalogue.GuidanceError as error:
        raise Refused(str(error)) from error


def _step(round_: Round, stage: Stage, *, by: Viewer, on: date, done_by: str | None, who: str) -> RoundStep:
    did = doer(by=by, done_by=done_by, who=who)
    number = RoundStep.objects.filter(area=by.area_id, round=round_).count() + 1
    return RoundStep.objects.create(**by.stamp, round=round_, number=number, stage=stage, on=on, who=did.who, done_by_id=did.person_id)


def _keep(round_: Round, step: RoundStep, *, by: Viewer, given: Mapping[str, FindingSeen] | None) -> int:
    """Keep each line's finding where it is new or another than before; how many were kept is given back."""
    framework = framework_of(round_.framework, round_.criteria)
    found = dict(given or {})
    if given is None:
        reader = by if round_.marking == Marking.SENSITIVE else replace(by, is_cleared=False)  # an Official round keeps Official words only
        sections = queries.findings_in(reader, framework, on=round_.as_at, known=by.today, ahead=True)
        found = {line.line.id: line.seen for section in sections for line in section.lines}
    before = queries.kept_findings(by, round_.pk)
    rows = [
        FindingKept(
            **by.stamp,
            round=round_,
            line=line.id,
            edition=before[line.id].edition + 1 if line.id in before else 1,
            finding=found[line.id].model_dump_json(),
            digest=found[line.id].digest,
            step=step,
            on=step.on,
        )
        for line in framework.lines
        if line.id in found and (line.id not in before or before[line.id].digest != found[line.id].digest)
    ]
    FindingKept.objects.bulk_create(rows)
    return len(rows)


@deed
def refresh_findings(
    ref: str, *, by: Viewer, on: date, done_by: str | None = None, who: str = "", kept: Mapping[str, FindingSeen] | None = None
) -> int:
    """Look the findings up again, as at the round's own date and with all that has been typed since; judgements stay as they were."""
    by.must(Permission.ASSURANCE_JUDGE)
    round_ = open_to_change(ref, by=by, on=on)
    step = _step(round_, Stage.REFRESHED, by=by, on=on, done_by=done_by, who=who)
    number = _keep(round_, step, by=by, given=kept)
    changed(round_, by=by)
    record("assurance.round.refreshed", round_, by=by, on=on, changed=number)
    return number


@deed
def sign_off(
    ref: str,
    *,
    by: Viewer,
    on: date,
    because: str = "",
    seen: int | None = None,
    done_by: str | None = None,
    who: str = "",
    kept: str = "",
    digest: str = "",
) -> str:
    """Sign a round off: everything in it is kept as it is, with a digest and the trail's count and head, and nothing changes it again."""
    by.must(Permission.ASSURANCE_SIGN)
    round_ = open_to_change(ref, by=by)
    if seen is not None:
        refuse_if_changed_since(round_, seen, by=by)
    refuse_if(why_not_sign(opened_on=round_.on, on=on, today=by.today))
    contents = queries.whole_contents(by, round_)
    refuse_unless(because, why_not_sign_unjudged(lines=contents.unjudged, sections=contents.unscored))
    count, head = audit.head(by)
    signer = _step(round_, Stage.SIGNED, by=by, on=on, done_by=done_by, who=who)
    if not kept:
        typed = queries.typed_days(by, round_.pk)
        lately = lately_words(typed_lately(typed, signed_on=on), len(typed))
        signing = Signing(who=signer.who, on=on, because=because.strip(), trail_count=count, trail_head=head, lately=lately)
        kept = contents.model_copy(update={"signing": signing}).kept
    if digest and digest_of(kept) != digest:
        raise Refused(f"What is kept of {ref} does not have the digest it was signed with, so it is not what was signed")
    _freeze(round_, kept, by=by, on=on, because=because, done_by=done_by)
    record("assurance.round.signed-off", round_, by=by, on=on, digest=digest_of(kept))
    return digest_of(kept)


def _freeze(round_: Round, kept: str, *, by: Viewer, on: date, because: str, done_by: str | None) -> None:
    signing = RoundContents.model_validate_json(kept).signing
    if signing is None:
        raise Refused(f"What is kept of {round_.ref} says nothing of its sign-off")
    SignOff.objects.create(
        **by.stamp,
        round=round_,
        on=on,
        because=because.strip(),
        kept=kept,
        digest=digest_of(kept),
        trail_count=signing.trail_count,
        trail_head=signing.trail_head,
        done_by_id=doer(by=by, done_by=done_by, who="").person_id,
    )
    changed(round_, by=by)
