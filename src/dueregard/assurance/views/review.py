"""The one round a reviewer from outside may read, and the files of its evidence. Nothing here can be changed."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render

from dueregard.access.requires import ViewerRequest, requires
from dueregard.access.roles import Permission
from dueregard.assurance import queries
from dueregard.assurance.views.asking import marked, section_in
from dueregard.basics.refused import Refused
from dueregard.documents import actions as documents


def _reviewed(request: ViewerRequest) -> Any:
    round_ = queries.reviewed_round(request.viewer)
    if round_ is None:
        raise Http404
    return round_


@requires(Permission.ASSURANCE_REVIEW)
def review(request: ViewerRequest) -> HttpResponse:
    viewer, row = request.viewer, _reviewed(request)
    contents = queries.round_contents(viewer, row)
    views = queries.home_office_views(viewer, row, scale=contents.scale)
    shown = {"contents": contents, "views": views, "digest": row.signing.digest if contents.signing else "", "marking": marked(contents)}
    return render(request, "assurance/review.html", shown)


@requires(Permission.ASSURANCE_REVIEW)
def review_section(request: ViewerRequest, section: str) -> HttpResponse:
    viewer = request.viewer
    contents = queries.round_contents(viewer, _reviewed(request))
    ids = [each.id for each in contents.sections]
    here = section_in(contents, section)
    place = ids.index(section)
    shown = {
        "contents": contents,
        "section": here,
        "files": queries.review_files(viewer),
        "following": contents.sections[place + 1] if place + 1 < len(ids) else None,
        "marking": marked(contents),
        "linked": False,
    }
    return render(request, "assurance/review_section.html", shown)


@requires(Permission.ASSURANCE_REVIEW)
def review_file(request: ViewerRequest, pk: UUID) -> HttpResponse:
    """A file of the round's evidence. Any other file does not exist for a reviewer."""
    if pk not in {file for files in queries.review_files(request.viewer).values() for file, _ in files}:
        raise Http404
    try:
        return documents.open_file(pk, by=request.viewer).as_download()
    except Refused as refusal:
        raise Http404(str(refusal)) from refusal
