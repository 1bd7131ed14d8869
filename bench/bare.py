"""The barest pages: the same rows, engine, session and scope, and nothing else. What our pages are measured against."""

from functools import cache
from typing import Any

from django.http import HttpResponse
from django.template import engines
from django.urls import include, path

from dueregard.access.requires import ViewerRequest, requires
from dueregard.access.roles import Permission

ROWS = "<!DOCTYPE html><table>{% for row in rows %}<tr>{% for value in row %}<td>{{ value }}</td>{% endfor %}</tr>{% endfor %}</table>"
QUERIES: dict[str, Any] = {}  # name: a function of the viewer that gives tuples


@requires(Permission.AREA_READ)
def bare(request: ViewerRequest, what: str) -> HttpResponse:
    """A table of rows, straight from one query."""
    return HttpResponse(_page().render({"rows": QUERIES[what](request.viewer)}))


@cache
def _page() -> Any:
    """Compiled once, as the pages it is compared with are."""
    return engines["jinja2"].from_string(ROWS)


urlpatterns = [path("<slug:area>/bench/<str:what>/", bare), path("", include("dueregard.config.urls"))]
