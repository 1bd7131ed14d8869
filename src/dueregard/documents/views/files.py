"""The pages that bring files and links in, hand files over, and take them out."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect

from dueregard.access.requires import ViewerRequest, requires
from dueregard.access.roles import Permission
from dueregard.basics.refused import Refused
from dueregard.documents import actions, queries
from dueregard.documents.forms import FileForm, LinkForm, RemoveForm
from dueregard.documents.views.asking import asked, called, version_of


@requires(Permission.DOCUMENT_READ)
def file(request: ViewerRequest, pk: UUID) -> HttpResponse:
    found = get_object_or_404(queries.files(request.viewer), pk=pk)
    try:
        return actions.open_file(pk, by=request.viewer).as_download()
    except Refused as refusal:
        messages.error(request, str(refusal))
        return redirect("documents:document", area=request.viewer.area, ref=found.of.document.ref)


@requires(Permission.DOCUMENT_EDIT)
def file_new(request: ViewerRequest, ref: str, number: int) -> HttpResponse:
    version = version_of(request, ref, number)
    form = FileForm(request.POST or None, request.FILES or None)

    def do() -> object:
        upload = form.cleaned_data["file"]
        viewer = request.viewer
        return actions.attach_file(ref, by=viewer, on=viewer.today, version=number, content=upload.read(), name=upload.name)

    return asked(
        request,
        form,
        title="Attach a file",
        button="Attach it",
        done="The file is attached",
        do=do,
        document=version.document,
        lede=called(version),
        has_file=True,
    )


@requires(Permission.DOCUMENT_EDIT)
def link_new(request: ViewerRequest, ref: str, number: int) -> HttpResponse:
    version = version_of(request, ref, number)
    form = LinkForm(request.POST or None)
    return asked(
        request,
        form,
        title="Add a link",
        button="Add it",
        done="The link is added",
        do=lambda: actions.attach_link(ref, by=request.viewer, on=request.viewer.today, version=number, **form.cleaned_data),
        document=version.document,
        lede=called(version),
    )


@requires(Permission.DOCUMENT_EDIT)
def file_remove(request: ViewerRequest, pk: UUID) -> HttpResponse:
    found = get_object_or_404(queries.files(request.viewer), pk=pk)
    form = RemoveForm(request.POST or None)
    return asked(
        request,
        form,
        title="Remove the file",
        button="Remove it",
        done="The file is removed",
        do=lambda: actions.remove_file(pk, by=request.viewer, on=request.viewer.today, **form.cleaned_data),
        document=found.of.document,
        lede=f"File {found.number} of {called(found.of)}. It is deleted for good; that it was here, its digest and your reason stay.",
    )


@requires(Permission.DOCUMENT_EDIT)
def link_remove(request: ViewerRequest, pk: UUID) -> HttpResponse:
    found = get_object_or_404(queries.links(request.viewer), pk=pk)
    form = RemoveForm(request.POST or None)
    return asked(
        request,
        form,
        title="Remove the link",
        button="Remove it",
        done="The link is removed",
        do=lambda: actions.remove_link(pk, by=request.viewer, on=request.viewer.today, **form.cleaned_data),
        document=found.of.document,
        lede=called(found.of),
    )
