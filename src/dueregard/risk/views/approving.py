"""Pages on which an edition is taken further: submitted, sent back, approved, withdrawn; updates of it, and briefings on it."""

from collections.abc import Callable

from django.http import Http404, HttpResponse

from dueregard.access.requires import ViewerRequest, requires
from dueregard.access.roles import Permission
from dueregard.basics.dates import say
from dueregard.risk import actions, queries
from dueregard.risk.actions import Told
from dueregard.risk.forms.assessments import ApproveForm, BriefForm, SendBackForm, StepForm, UpdateForm, WithdrawAssessmentForm
from dueregard.risk.rules.assessments import Edition, Stage
from dueregard.risk.views.assessments import LIST, PAGE, back_to, row_of
from dueregard.risk.views.section import asked
from dueregard.ui.fields import Form
from dueregard.ui.places import address_here


def _taken_further(
    request: ViewerRequest,
    row: queries.AssessmentRow,
    form: Form,
    do: Callable[[], object],
    *,
    title: str,
    button: str,
    done: str,
    lede: str = "",
) -> HttpResponse:
    """One step of an edition, and back to it."""
    viewer, ref = request.viewer, row.assessment.ref
    return asked(
        request,
        form,
        title=title,
        button=button,
        consequence=f"It is still {row.stage.label.lower()}",
        do=do,
        then=lambda _: address_here(viewer, PAGE, ref),
        done=done,
        lede=lede,
        caption=f"{ref}: {row.assessment.title}",
        back=back_to(request, row),
        place=LIST,
    )


@requires(Permission.RISK_EDIT)
def assessment_submit(request: ViewerRequest, ref: str) -> HttpResponse:
    viewer, row = request.viewer, row_of(request, ref)
    form = StepForm(request.POST or None, viewer=viewer, version=row.assessment.version, initial={"on": viewer.today})
    return _taken_further(
        request,
        row,
        form,
        lambda: actions.submit_assessment(ref, by=viewer, **form.cleaned_data),
        title="Submit the assessment for approval",
        button="Submit it",
        done="The assessment waits for approval",
        lede="Its words are fixed from then on, unless it is sent back.",
    )


@requires(Permission.RISK_APPROVE)
def assessment_send_back(request: ViewerRequest, ref: str) -> HttpResponse:
    viewer, row = request.viewer, row_of(request, ref)
    form = SendBackForm(request.POST or None, viewer=viewer, version=row.assessment.version, initial={"on": viewer.today})
    return _taken_further(
        request,
        row,
        form,
        lambda: actions.send_back_assessment(ref, by=viewer, **form.cleaned_data),
        title="Send the assessment back",
        button="Send it back",
        done="The assessment is a draft again",
    )


@requires(Permission.RISK_APPROVE)
def assessment_approve(request: ViewerRequest, ref: str) -> HttpResponse:
    viewer, row = request.viewer, row_of(request, ref)
    form = ApproveForm(request.POST or None, viewer=viewer, version=row.assessment.version, initial={"on": viewer.today})
    author = f"It was drafted by {row.author.name}. " if row.author else ""
    return _taken_further(
        request,
        row,
        form,
        lambda: actions.approve_assessment(ref, by=viewer, **form.cleaned_data),
        title="Approve the assessment",
        button="Approve it",
        done="The assessment is approved and in force",
        lede=f"{author}Somebody other than its author approves it, or a meeting. It takes the place of the edition in force.",
    )


@requires(Permission.RISK_EDIT)
def assessment_withdraw(request: ViewerRequest, ref: str) -> HttpResponse:
    viewer, row = request.viewer, row_of(request, ref)
    form = WithdrawAssessmentForm(request.POST or None, version=row.assessment.version, initial={"on": viewer.today})
    return _taken_further(
        request,
        row,
        form,
        lambda: actions.withdraw_assessment(ref, by=viewer, **form.cleaned_data),
        title="Withdraw an edition that will not be approved",
        button="Withdraw it",
        done=f"{ref} is withdrawn",
    )


@requires(Permission.RISK_EDIT)
def assessment_update(request: ViewerRequest) -> HttpResponse:
    viewer = request.viewer
    form = UpdateForm(request.POST or None, viewer=viewer, initial={"on": viewer.today})
    stands = queries.in_force(viewer, as_at=viewer.today)
    lede = f"Of {stands.assessment.title}, in force since {say(stands.since)}." if stands else "No assessment is in force yet."
    return asked(
        request,
        form,
        title="Update the assessment",
        button="Record the update",
        consequence="The update is not recorded yet",
        do=lambda: actions.update_assessment(by=viewer, **form.cleaned_data),
        then=lambda _: address_here(viewer, LIST),
        done="The update is recorded",
        lede=f"{lede} An update says what changed, or why nothing did.",
        back=back_to(request),
        place=LIST,
    )


@requires(Permission.RISK_EDIT)
def assessment_brief(request: ViewerRequest, ref: str) -> HttpResponse:
    viewer, row = request.viewer, row_of(request, ref)
    if row.stage not in {Stage.APPROVED, Stage.SUPERSEDED}:
        raise Http404
    form = BriefForm(request.POST or None, viewer=viewer, initial={"on": viewer.today})

    def brief() -> object:
        said = {name: value for name, value in form.cleaned_data.items() if name not in {"bodies", "people"}}
        told = [Told(body=body, person=person) for body, person in form.told]
        return actions.brief_on_assessment(ref, by=viewer, told=told, **{"edition": Edition.OFFICIAL.value} | said)

    return asked(
        request,
        form,
        title="Record who was briefed on the assessment",
        button="Record the briefing",
        consequence="The briefing is not recorded yet",
        do=brief,
        then=lambda _: address_here(viewer, PAGE, ref),
        done="The briefing is recorded",
        caption=f"{ref}: {row.assessment.title}",
        back=back_to(request, row),
        place=LIST,
    )
