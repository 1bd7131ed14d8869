"""Pages on which an edition is begun and written: its paragraphs, the sources it rests on, the risks that stand in it."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from dueregard.access.requires import ViewerRequest, requires
from dueregard.access.roles import Permission
from dueregard.privacy.marking import highest
from dueregard.risk import actions, queries
from dueregard.risk.forms.assessments import DraftForm, ParagraphForm, RewriteForm, RisksForm, SourcesForm
from dueregard.risk.queries.assessed import open_risks, placed
from dueregard.risk.rules.assessments import seen_of, why_not_change
from dueregard.risk.views.assessments import LIST, back_to, row_of
from dueregard.risk.views.section import asked, show
from dueregard.ui.asking import is_done, pressed
from dueregard.ui.places import address_here

WRITE = "risk:assessment-write"


@requires(Permission.RISK_EDIT)
def assessment_new(request: ViewerRequest) -> HttpResponse:
    viewer = request.viewer
    form = DraftForm(request.POST or None, viewer=viewer, initial={"on": viewer.today})
    return asked(
        request,
        form,
        title="Begin an edition of the assessment",
        button="Begin it",
        consequence="No edition is begun yet",
        do=lambda: actions.draft_assessment(by=viewer, **form.cleaned_data),
        then=lambda made: address_here(viewer, WRITE, made.ref),
        done="The edition is begun. Now write it",
        back=back_to(request),
        place=LIST,
    )


def _draft_of(request: ViewerRequest, ref: str) -> queries.AssessmentRow:
    """An edition that can be written; otherwise there is no such page."""
    row = row_of(request, ref)
    if why_not_change(row.stage):
        raise Http404
    return row


@requires(Permission.RISK_EDIT)
def assessment_write(request: ViewerRequest, ref: str) -> HttpResponse:
    """The draft as it is, with a form for its next paragraph."""
    viewer, row = request.viewer, _draft_of(request, ref)
    form = ParagraphForm(request.POST or None, viewer=viewer)
    if request.method == "POST" and is_done(form, lambda: actions.write_paragraph(ref, by=viewer, on=viewer.today, **form.cleaned_data)):
        messages.success(request, "The paragraph is written")
        return redirect(address_here(viewer, WRITE, ref))
    paragraphs = [(one, seen_of(one.heading, one.words, one.marking)) for one in queries.paragraphs(viewer, row.assessment)]
    shown = {
        "row": row,
        "assessment": row.assessment,
        "paragraphs": paragraphs,
        "form": form,
        "marking": highest(one.marking for one, _ in paragraphs),
        "back": back_to(request, row),
    }
    return show(request, "assessment_write", shown, place=LIST)


def _paragraph_of(request: ViewerRequest, row: queries.AssessmentRow, wanted: UUID) -> Any:
    found = queries.paragraphs(request.viewer, row.assessment).filter(pk=wanted).first()
    if found is None:
        raise Http404
    return found


@requires(Permission.RISK_EDIT)
def paragraph_rewrite(request: ViewerRequest, ref: str, paragraph: UUID) -> HttpResponse:
    viewer, row = request.viewer, _draft_of(request, ref)
    found = _paragraph_of(request, row, paragraph)
    said = {name: getattr(found, name) for name in ("heading", "words", "marking")}
    form = RewriteForm(request.POST or None, viewer=viewer, initial=said | {"seen": seen_of(**said)})
    return asked(
        request,
        form,
        title="Rewrite a paragraph",
        button="Save it",
        consequence="The paragraph is as it was",
        do=lambda: actions.rewrite_paragraph(ref, by=viewer, paragraph=paragraph, **form.cleaned_data),
        then=lambda _: address_here(viewer, WRITE, ref),
        done="The paragraph is rewritten",
        caption=row.assessment.title,
        back=(*back_to(request, row), ("Write it", address_here(viewer, WRITE, ref))),
        place=LIST,
        marking=highest([found.marking]),
    )


@requires(Permission.RISK_EDIT)
@require_POST
def paragraph_move(request: ViewerRequest, ref: str, paragraph: UUID) -> HttpResponse:
    viewer, row = request.viewer, _draft_of(request, ref)
    _paragraph_of(request, row, paragraph)
    is_up = request.POST.get("way") == "up"
    pressed(request, lambda: actions.move_paragraph(ref, by=viewer, paragraph=paragraph, is_up=is_up), done="The paragraph is moved")
    return redirect(address_here(viewer, WRITE, ref))


@requires(Permission.RISK_EDIT)
@require_POST
def paragraph_take_out(request: ViewerRequest, ref: str, paragraph: UUID) -> HttpResponse:
    viewer, row = request.viewer, _draft_of(request, ref)
    _paragraph_of(request, row, paragraph)
    seen = request.POST.get("seen", "")
    pressed(request, lambda: actions.take_out_paragraph(ref, by=viewer, paragraph=paragraph, seen=seen), done="The paragraph is taken out")
    return redirect(address_here(viewer, WRITE, ref))


@requires(Permission.RISK_EDIT)
def assessment_sources(request: ViewerRequest, ref: str) -> HttpResponse:
    viewer, row = request.viewer, _draft_of(request, ref)
    chosen = list(queries.sources_of(viewer, row.assessment))
    form = SourcesForm(request.POST or None, viewer=viewer, initial={"sources": [one.ref for one in chosen]})
    return asked(
        request,
        form,
        title="Which sources does it rest on?",
        button="Save",
        consequence="Nothing is changed yet",
        do=lambda: actions.rest_on(ref, by=viewer, on=viewer.today, **form.cleaned_data),
        then=lambda _: address_here(viewer, "risk:assessment", ref),
        done="It is recorded which sources it rests on",
        caption=row.assessment.title,
        back=back_to(request, row),
        place=LIST,
        marking=highest(one.marking for one in queries.standing_sources(viewer, as_at=viewer.today)),
    )


@requires(Permission.RISK_EDIT)
def assessment_risks(request: ViewerRequest, ref: str) -> HttpResponse:
    viewer, row = request.viewer, _draft_of(request, ref)
    form = RisksForm(request.POST or None, viewer=viewer, initial={"risks": placed(viewer, row.assessment)})
    return asked(
        request,
        form,
        title="Which risks of the register stand in it?",
        button="Save",
        consequence="Nothing is changed yet",
        do=lambda: actions.place_risks(ref, by=viewer, on=viewer.today, **form.cleaned_data),
        then=lambda _: address_here(viewer, "risk:assessment", ref),
        done="It is recorded which risks stand in it",
        caption=row.assessment.title,
        back=back_to(request, row),
        place=LIST,
        marking=highest(one.marking for one in open_risks(viewer, on=viewer.today)),
    )
