"""The one way these pages ask for something: a form, one deed, and back to the document."""

from collections.abc import Callable
from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render

from dueregard.access.requires import ViewerRequest
from dueregard.documents import queries
from dueregard.privacy.marking import highest
from dueregard.ui import asking
from dueregard.ui.fields import Form
from dueregard.ui.places import address_of


def asked(
    request: ViewerRequest,
    form: Form,
    *,
    title: str,
    button: str,
    do: Callable[[], object],
    done: str,
    document: Any = None,
    lede: str = "",
    has_file: bool = False,
) -> HttpResponse:
    """Do the deed if what was typed holds, and show its document; otherwise show the form, with the reason and what was typed."""
    shown = {"form": form, "title": title, "button": button, "lede": lede, "document": document, "has_file": has_file}
    marked = {"marking": highest([document.marking])} if document else {}
    return asking.asked(
        request,
        form,
        do=do,
        then=lambda made: address_of("document", document.ref if document else made, area=request.viewer.area),
        done=done,
        page=lambda: render(request, "documents/asked.html", shown | marked),
    )


def chosen(form: Form) -> tuple[bytes, str] | None:
    """The bytes and the name of the file a form brought along, if any."""
    upload = form.cleaned_data["file"]
    return (upload.read(), upload.name) if upload else None


def document_of(request: ViewerRequest, ref: str) -> Any:
    """The document a page is about, if the viewer may read it; otherwise there is no such page."""
    return get_object_or_404(queries.documents(request.viewer), ref=ref)


def version_of(request: ViewerRequest, ref: str, number: int) -> Any:
    """The version a page is about, if the viewer may read it; otherwise there is no such page."""
    return get_object_or_404(queries.versions(request.viewer), document__ref=ref, number=number)


def called(version: Any) -> str:
    """A version as a title says it."""
    return f"{version.document.title}, version {version.number}"
