"""What each record of section 2 says, for the index of words: what is Official-Sensitive in it apart from the rest."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any
from uuid import UUID

from django.db.models import Model

from dueregard.access.roles import Permission
from dueregard.access.viewer import Viewer
from dueregard.privacy.marking import Marking
from dueregard.risk.models import (
    Assessment,
    AssessmentBriefing,
    AssessmentUpdate,
    Contribution,
    Control,
    CorporateReference,
    ProfileRequest,
    Risk,
    RiskWording,
    Source,
)
from dueregard.risk.queries.assessments import state_of
from dueregard.risk.queries.risk_pages import TEXTS
from dueregard.risk.rules.assessments import STOOD, Stage
from dueregard.search.actions import Says

APART = "sensitive"  # the part of a record whose words are Official-Sensitive while the record is not


def searchable(viewer: Viewer, thing: Model) -> Iterable[Says]:
    """What a record, and whatever else says new words with it, says now; nothing for a kind that is not searched."""
    says = SAYS.get(type(thing))
    return says(thing) if says else ()


def everything_searchable(viewer: Viewer) -> Iterator[Says]:
    """What every record of the area says, to make the index anew."""
    for model in (Source, Risk, Assessment, AssessmentUpdate, AssessmentBriefing, Contribution, ProfileRequest):
        for thing in model._default_manager.filter(area=viewer.area_id).order_by("typed_at", "pk"):
            yield from searchable(viewer, thing)


def _said(kind: str, ref: str, title: str, *texts: str, permission: Permission = Permission.RISK_READ, **more: Any) -> Says:
    return Says(kind=kind, ref=ref, title=title, texts=texts, permission=permission, **more)


def _source(source: Source) -> Iterator[Says]:
    gone = hasattr(source, "withdrawal")
    prompts = list(source.prompts.order_by("on", "typed_at"))
    texts = [source.words, *source.readings.order_by("on", "typed_at").values_list("words", flat=True)]
    texts += source.levels.order_by("on", "typed_at").values_list("words", flat=True)
    texts += source.briefings.order_by("on", "typed_at").values_list("audience", flat=True)
    texts += [row.words for row in prompts if row.marking == Marking.OFFICIAL]
    yield _said("source", source.ref, source.title, *texts, on=source.on, marking=source.marking, is_gone=gone)
    apart = [row.words for row in prompts if row.marking == Marking.SENSITIVE]
    yield _apart("source", source.ref, source.title, apart, is_gone=gone)


def risks_searchable(rows: Sequence[Risk]) -> Iterator[Says]:
    """What each of these risks says now; three statements, however many there are."""
    of = {"risk__in": rows}
    said = {row.risk_id: row for row in RiskWording.objects.filter(**of).order_by("on", "typed_at", "id")}
    texts: dict[UUID, list[str]] = defaultdict(list)
    for risk, words in Control.objects.filter(**of, ending__isnull=True).order_by("on", "typed_at").values_list("risk_id", "words"):
        texts[risk].append(words)
    for risk, words in CorporateReference.objects.filter(**of).order_by("on", "typed_at").values_list("risk_id", "reference"):
        texts[risk].append(words)
    for each in rows:
        worded = [getattr(said[each.pk], name) for name in TEXTS] if each.pk in said else []
        title = said[each.pk].title if each.pk in said else each.ref
        yield _said("risk", each.ref, title, *worded, *texts[each.pk], on=each.on, marking=each.marking)


def _risk(risk: Risk) -> Iterator[Says]:
    yield from risks_searchable([risk])


def _assessment(assessment: Assessment) -> Iterator[Says]:
    stage = state_of(assessment).stage
    paragraphs = list(assessment.paragraphs.order_by("position"))
    permission = Permission.RISK_READ if stage in STOOD else Permission.RISK_EDIT
    of: dict[str, Any] = {"permission": permission, "is_gone": stage is Stage.WITHDRAWN}
    texts = [words for row in paragraphs if row.marking == Marking.OFFICIAL for words in (row.heading, row.words)]
    yield _said("assessment", assessment.ref, assessment.title, *texts, on=assessment.on, **of)
    apart = [words for row in paragraphs if row.marking == Marking.SENSITIVE for words in (row.heading, row.words)]
    yield _apart("assessment", assessment.ref, assessment.title, apart, **of)


def _apart(kind: str, ref: str, title: str, texts: list[str], *, is_gone: bool, **more: Any) -> Says:
    """The words of a record that only some may find; gone where there are none."""
    return _said(kind, ref, title, *texts, marking=Marking.SENSITIVE, part=APART, is_gone=is_gone or not texts, **more)


def _update(update: AssessmentUpdate) -> Iterator[Says]:
    yield _said("assessment-update", update.ref, f"Update of {update.assessment.title}", update.words, on=update.on)


def _briefing(briefing: AssessmentBriefing) -> Iterator[Says]:
    yield _said("assessment-briefing", briefing.ref, f"Briefing on {briefing.assessment.title}", briefing.audience, on=briefing.on)


def _contribution(row: Contribution) -> Iterator[Says]:
    yield _said("contribution", row.ref, row.what, row.towards, on=row.on, marking=row.marking)


def _request(request: ProfileRequest) -> Iterator[Says]:
    answers = request.answers.order_by("on", "typed_at").values_list("words", flat=True)
    yield _said("profile-request", request.ref, request.words, *answers, on=request.on)


SAYS: dict[type[Model], Callable[[Any], Iterator[Says]]] = {
    Source: _source,
    Risk: _risk,
    Assessment: _assessment,
    AssessmentUpdate: _update,
    AssessmentBriefing: _briefing,
    Contribution: _contribution,
    ProfileRequest: _request,
}
