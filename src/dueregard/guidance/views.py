"""Pages of the guidance: frameworks, their lines, and the Security Threat Checks made here."""

from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render

from dueregard.access.requires import ViewerRequest, requires
from dueregard.access.roles import Permission
from dueregard.guidance import catalogue, queries
from dueregard.organisations.queries import area
from dueregard.privacy.marking import highest


def _framework(framework_id: str) -> catalogue.Framework:
    if framework_id not in catalogue.framework_ids():
        raise Http404
    return catalogue.framework(framework_id)


@requires(Permission.AREA_READ)
def framework_list(request: ViewerRequest) -> HttpResponse:
    viewer = request.viewer
    official = queries.official_texts(viewer)
    shown = {
        "rows": [(each, official.get(each.id)) for each in catalogue.frameworks()],
        "asked": queries.asked_in_force(viewer, on=viewer.today),
    }
    return render(request, "guidance/framework_list.html", shown)


@requires(Permission.AREA_READ)
def framework(request: ViewerRequest, framework: str) -> HttpResponse:
    found = _framework(framework)
    official = queries.official_text(request.viewer, framework=found.id)
    shown = {"framework": found, "official": official, "words": official.lines if official else {}, "beside": _beside(found)}
    return render(request, "guidance/framework.html", shown)


def _beside(found: catalogue.Framework) -> dict[str, list[tuple[catalogue.Framework, catalogue.Section]]]:
    """For each section, the sections of another framework that are read beside it, with that framework."""
    walk = catalogue.crosswalk()
    older, newer = catalogue.framework(walk.from_framework), catalogue.framework(walk.to_framework)
    if found.id == newer.id:
        return {pair.new: [(older, older.section(old)) for old in pair.old] for pair in walk.pairs}
    if found.id == older.id:
        return {old: [(newer, newer.section(pair.new))] for pair in walk.pairs for old in pair.old}
    return {}


@requires(Permission.AREA_READ)
def line(request: ViewerRequest, framework: str, line: str) -> HttpResponse:
    found = _framework(framework)
    try:
        wanted = found.line(line)
    except catalogue.GuidanceError:
        raise Http404 from None
    official = queries.official_text(request.viewer, framework=found.id)
    shown: dict[str, Any] = {
        "framework": found,
        "line": wanted,
        "section": found.section(wanted.section),
        "official": official,
        "words": official.lines.get(wanted.id) if official else None,
        "here": wanted.differs.get(area(request.viewer).nation) if wanted.differs else None,
    }
    return render(request, "guidance/line.html", shown)


@requires(Permission.PARTNERSHIP_READ)
def threat_check_list(request: ViewerRequest) -> HttpResponse:
    checks = list(queries.threat_checks(request.viewer))
    return render(request, "guidance/threat_check_list.html", {"checks": checks, "marking": highest(check.marking for check in checks)})


@requires(Permission.PARTNERSHIP_READ)
def threat_check(request: ViewerRequest, ref: str) -> HttpResponse:
    check = get_object_or_404(queries.threat_checks(request.viewer), ref=ref)
    shown = {"check": check, "asked": queries.asked(request.viewer, wording=check.wording), "marking": highest([check.marking])}
    return render(request, "guidance/threat_check_made.html", shown)
