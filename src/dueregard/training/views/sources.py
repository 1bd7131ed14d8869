"""Sources of files: the systems they come from, and what was said of how each writes."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect

from dueregard.access.requires import ViewerRequest, requires
from dueregard.access.roles import Permission
from dueregard.training.actions import sources
from dueregard.training.forms.imports import LEAVE_OUT, SourceCourseForm, SourceForm
from dueregard.training.queries import imports as queries
from dueregard.training.rules.bringing_in.columns import Field
from dueregard.training.views.section import asked, show
from dueregard.ui.asking import is_done
from dueregard.ui.places import address_here

LIST, PAGE = "training:import-list", "training:source"
A_PAGE = 20


@requires(Permission.TRAINING_NAMES)
def source_new(request: ViewerRequest) -> HttpResponse:
    viewer = request.viewer
    form = SourceForm(request.POST or None, viewer=viewer)
    return asked(
        request,
        form,
        title="Add a source of files",
        button="Add it",
        consequence="The source is not added yet",
        lede="A system whose files come again and again. How it writes is asked with its first file, and kept.",
        do=lambda: sources.add_source(by=viewer, on=viewer.today, **form.cleaned_data),
        then=lambda made: f"{address_here(viewer, 'training:import-new')}?source={made.ref}",
        done="Added. Choose its first file",
        back=(("Files brought in", address_here(viewer, LIST)),),
        place=LIST,
    )


@requires(Permission.TRAINING_NAMES)
def source(request: ViewerRequest, ref: str) -> HttpResponse:
    """A source: its columns, its days, what it calls courses, its files; what it calls a course can be said anew."""
    viewer = request.viewer
    found = get_object_or_404(queries.sources(viewer), ref=ref)
    form = SourceCourseForm(request.POST or None, viewer=viewer)

    if request.method == "POST" and is_done(form, lambda: _say(request, found, form)):
        messages.success(request, "Said, and kept for its next file")
        return redirect(address_here(viewer, PAGE, ref))
    shown = {
        "of": found,
        "form": form,
        "columns": [(Field(field).label, heading) for field, heading in found.columns.items()],
        "courses": queries.courses_said_of(viewer, found),
        "files": queries.imports(viewer).filter(source=found)[:A_PAGE],
        "back": (("Files brought in", address_here(viewer, LIST)),),
    }
    return show(request, "source", shown, place=LIST)


def _say(request: ViewerRequest, found: Any, form: SourceCourseForm) -> None:
    said = form.cleaned_data
    course = None if said["course"] == LEAVE_OUT else said["course"]
    sources.say_course(found.ref, by=request.viewer, words=said["words"], course=course)
