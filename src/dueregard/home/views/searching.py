"""The search page."""

from django.http import HttpResponse
from django.shortcuts import render

from dueregard.access.requires import ViewerRequest, requires
from dueregard.access.roles import Permission
from dueregard.home.forms import SearchForm
from dueregard.home.queries.searching import KINDS, find
from dueregard.privacy.marking import highest


@requires(Permission.AREA_READ)
def search(request: ViewerRequest) -> HttpResponse:
    """Look for words in everything the viewer may see. Nothing is kept of what was asked."""
    form = SearchForm(request.POST or None)
    form.offer("kind", [("", "Any kind"), *sorted(KINDS.items(), key=lambda kind: kind[1])])
    found = find(request.viewer, form.cleaned_data["words"], of_kind=form.cleaned_data["kind"]) if form.is_valid() else None
    marking = highest(row.marking for row in found.rows) if found else highest(())
    return render(request, "home/search.html", {"form": form, "found": found, "marking": marking})
