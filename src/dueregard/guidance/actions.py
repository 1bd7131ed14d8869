"""Deeds on threat checks, and the official wording that the operator attaches."""

import hashlib
import json
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from uuid import UUID

from django.db import transaction

from dueregard.access.deeds import deed
from dueregard.access.roles import Permission
from dueregard.access.viewer import Viewer
from dueregard.audit.actions import record, record_install
from dueregard.basics.refused import Refused, refuse_if, refuse_unless
from dueregard.guidance import catalogue, queries
from dueregard.guidance.models import OfficialText, ThreatCheck
from dueregard.guidance.published import PublishedLine
from dueregard.guidance.rules import ANSWERS, WORDING_OF, Answer, why_not_go_ahead, why_not_whole
from dueregard.organisations.actions import counter, made_before, ref_for
from dueregard.organisations.actions.given import marked
from dueregard.organisations.queries import people
from dueregard.organisations.rules import why_not_date
from dueregard.privacy.marking import Marking


@deed
def make_check(
    *,
    by: Viewer,
    on: date,
    mindful: bool,
    mindful_because: str,
    proportionate: bool,
    proportionate_because: str,
    reduces: bool,
    reduces_because: str,
    go_ahead_because: str = "",
    done_by: str | None = None,
    wording: str | None = None,
    marking: str = Marking.OFFICIAL.value,
    ref: str | None = None,
    once: UUID | None = None,
) -> ThreatCheck:
    """Make a Security Threat Check: the three questions of the day answered, each with a reason."""
    by.must(Permission.PARTNERSHIP_EDIT)
    given = [(mindful, mindful_because), (proportionate, proportionate_because), (reduces, reduces_because)]
    answers = {question: Answer(*answer) for question, answer in zip(ANSWERS, given, strict=True)}
    refuse_if(why_not_date(on, today=by.today) or why_not_whole(answers))
    refuse_unless(go_ahead_because, why_not_go_ahead(answers))
    maker = people(by).get(ref=done_by) if done_by else None
    asked = _wording(wording, on=on)
    kept = marked(marking, by=by)
    number = ref_for(counter("C", kept), ref, by=by)
    if before := made_before(ThreatCheck, once, by=by):
        return before
    said = {question: answer.is_yes for question, answer in answers.items()}
    reasons = {f"{question}_because": answer.because for question, answer in answers.items()}
    about = {"wording": asked.id, "on": on, "go_ahead_because": go_ahead_because, "done_by": maker, "marking": kept}
    check = ThreatCheck.objects.create(**said, **reasons, **about, **by.stamp, ref=number, once=once)
    record("guidance.threat-check.made", check, by=by, on=on, wording=asked.id)
    return check


def _wording(wording: str | None, *, on: date) -> catalogue.ThreatCheckWording:
    if wording is None:
        return catalogue.threat_check_wording_on(on)
    try:
        return catalogue.threat_check_wording(wording)
    except catalogue.GuidanceError as error:
        raise Refused(str(error)) from None


def attach_official(framework: str, lines: Iterable[PublishedLine], *, questions: Sequence[str] = (), at: datetime) -> bool:
    """Keep the official wording of a framework in this install, in place of what was kept; the same again is only noted as checked."""
    kept = {line.id: line.text for line in lines if line.id}
    refuse_if(None if kept else "None of these lines is one of the framework’s, so there is nothing to keep")
    if framework in WORDING_OF and len(questions) == len(ANSWERS):
        kept |= {f"{WORDING_OF[framework]}.{question}": words for question, words in zip(ANSWERS, questions, strict=True)}
    digest = hashlib.sha256(json.dumps(kept, sort_keys=True, ensure_ascii=False).encode()).hexdigest()
    if queries.official_digest(None, framework=framework) == digest:
        note_checked(framework, at=at)
        return False
    published = catalogue.framework(framework).published
    dates = {"published": published, "attached_at": at, "checked_at": at}
    with transaction.atomic():
        text, _made = OfficialText.objects.update_or_create(framework=framework, digest=digest, defaults={"lines": kept, **dates})
        record_install(
            "guidance.official-text.attached", at=at, kind="guidance.officialtext", subject=str(text.pk), framework=framework, digest=digest
        )
    return True


def note_checked(framework: str, *, at: datetime) -> None:
    """Note that the official wording in use was compared with the published page and is still the same."""
    text = queries.official_text(None, framework=framework)
    if text is None:
        raise Refused("No official wording of it is attached yet")
    with transaction.atomic():
        text.checked_at = at
        text.save(update_fields=["checked_at"])
        record_install("guidance.official-text.checked", at=at, kind="guidance.officialtext", subject=str(text.pk), framework=framework)
