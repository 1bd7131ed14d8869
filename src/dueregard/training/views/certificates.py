"""Pages of certificates: attached to a completion, handed over, taken out. Only for those who may see names."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect

from dueregard.access.requires import ViewerRequest, requires
from dueregard.access.roles import Permission
from dueregard.basics.refused import Refused
from dueregard.training.actions import certificates as actions
from dueregard.training.forms import sessions as forms
from dueregard.training.queries import certificates as queries
from dueregard.training.queries import workforce
from dueregard.training.queries.learners import completions
from dueregard.training.views.section import asked
from dueregard.ui.places import address_here

LEARNERS, LEARNER = "training:learner-list", "training:learner"


def _back(request: ViewerRequest, ref: str) -> tuple[tuple[str, str], ...]:
    viewer = request.viewer
    return (("Workforce", address_here(viewer, LEARNERS)), (ref, address_here(viewer, LEARNER, ref)))


def _certificate(request: ViewerRequest, ref: str, pk: UUID) -> Any:
    """The certificate of this learner, if it is there; otherwise there is no such page."""
    return get_object_or_404(queries.certificates(request.viewer).filter(completion__learner__ref=ref), pk=pk)


@requires(Permission.TRAINING_NAMES)
def certificate_new(request: ViewerRequest, ref: str, key: int) -> HttpResponse:
    viewer = request.viewer
    learner = get_object_or_404(workforce.learners(viewer), ref=ref)
    of = get_object_or_404(completions(viewer, [learner.pk], on=viewer.today), pk=key)
    form = forms.CertificateForm(request.POST or None, request.FILES or None, initial={"on": viewer.today})

    def attach() -> object:
        upload = form.cleaned_data["file"]
        return actions.attach_certificate(key, by=viewer, on=form.cleaned_data["on"], content=upload.read(), name=upload.name)

    return asked(
        request,
        form,
        title="Attach a certificate",
        caption=f"{of.course.title} ({ref})",
        button="Attach it",
        consequence="The certificate is not attached",
        lede="Only those who may see who has had which training can open it.",
        do=attach,
        then=lambda _: address_here(viewer, LEARNER, ref),
        done="The certificate is attached",
        back=_back(request, ref),
        place=LEARNERS,
        extra={"has_file": True},
    )


@requires(Permission.TRAINING_NAMES)
def certificate(request: ViewerRequest, ref: str, pk: UUID) -> HttpResponse:
    """The file itself, as a download."""
    found = _certificate(request, ref, pk)
    try:
        return actions.open_certificate(found.pk, by=request.viewer).as_download()
    except Refused as refusal:
        messages.error(request, str(refusal))
        return redirect(address_here(request.viewer, LEARNER, ref))


@requires(Permission.TRAINING_NAMES)
def certificate_remove(request: ViewerRequest, ref: str, pk: UUID) -> HttpResponse:
    viewer, found = request.viewer, _certificate(request, ref, pk)
    form = forms.WhyForm(request.POST or None, initial={"on": viewer.today})
    return asked(
        request,
        form,
        title="Take a certificate out",
        caption=f"{found.completion.course.title} ({ref})",
        button="Take it out",
        consequence="The certificate is still here",
        lede="The file is deleted. What it shows still counts.",
        do=lambda: actions.remove_certificate(found.pk, by=viewer, **form.cleaned_data),
        then=lambda _: address_here(viewer, LEARNER, ref),
        done="The certificate is taken out",
        back=_back(request, ref),
        place=LEARNERS,
    )
