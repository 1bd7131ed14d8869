"""The list of plans, a plan with all that was said of it, beginning one."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect

from dueregard.access.requires import ViewerRequest, requires
from dueregard.access.roles import Permission
from dueregard.access.viewer import Viewer
from dueregard.basics.dates import counted, say
from dueregard.plan import actions, queries
from dueregard.plan.forms.plans import PlanForm
from dueregard.plan.queries.districts import district_parts
from dueregard.plan.queries.evaluations import evaluations_for_plan
from dueregard.plan.queries.making import PlanSides, sides_of
from dueregard.plan.rules.plans import PlanStanding
from dueregard.plan.views.section import asked, show
from dueregard.privacy.marking import highest
from dueregard.ui.as_at import AsAtForm
from dueregard.ui.asking import pressed
from dueregard.ui.places import address_here

LIST, PAGE = "plan:plan-list", "plan:plan"


@requires(Permission.PLAN_READ)
def plan_list(request: ViewerRequest) -> HttpResponse:
    viewer = request.viewer
    rows = queries.plan_rows(viewer, as_at=viewer.today)
    shown = {"rows": rows, "marking": highest(row.marking for row in rows)}
    return show(request, "plan_list", shown, place=LIST)


@requires(Permission.PLAN_READ)
def plan(request: ViewerRequest, ref: str) -> HttpResponse:
    viewer, form = request.viewer, AsAtForm(request.GET or None)
    on, known = form.chosen(viewer.today)
    found = get_object_or_404(queries.plans(viewer), ref=ref)
    rows = queries.planned_actions(viewer, found, as_at=on, known=known)
    said = evaluations_for_plan(viewer, ref, as_at=on)
    sides, standing = sides_of(viewer, found, as_at=on, known=known), queries.standing_of(found, on=on)
    tally = queries.tally(rows, on=on)
    shown = {
        "plan": found,
        "standing": standing,
        "says": first_sentence(found, standing, tally),
        "sides": sides,
        "missing": missing(viewer, found, sides),
        "groups": grouped(queries.objectives_of(viewer, found, as_at=on, known=known), rows),
        "rows": rows,
        "said": said,
        "tally": tally,
        "districts": district_parts(viewer, rows, on=on),
        "agreement": queries.agreement_of(viewer, found, as_at=on, known=known),
        "closing": queries.closing_of(found, on=on),
        "may_write": viewer.may(Permission.PLAN_EDIT) and queries.closed_on(found) is None,
        "may_draft": found.follows_id is not None and not (rows or sides.roles or sides.governance),
        "form": form,
        "as_at": on,
        "known_on": known,
        "back": (("Plans", address_here(viewer, LIST)),),
        "marking": highest([found.marking, *(row.action.marking for row in rows), *(row.marking for row in said)]),
    }
    return show(request, "plan", shown, place=LIST)


def grouped(objectives: list[Any], rows: list[queries.PlannedRow]) -> list[tuple[Any, list[queries.PlannedRow]]]:
    """The actions by objective, in the plan's order; last, under none, those whose objective was dropped or that have none."""
    there = {row.ref for row in objectives}
    rest = [row for row in rows if row.objective not in there]
    found: list[tuple[Any, list[queries.PlannedRow]]] = [(one, [row for row in rows if row.objective == one.ref]) for one in objectives]
    return [*found, *([(None, rest)] if rest else [])]


def first_sentence(plan: Any, standing: PlanStanding, tally: queries.Tally) -> str:
    """How the plan stands, in a sentence."""
    period = f"from {say(plan.covers_from)} to {say(plan.covers_to)}"
    how = {
        PlanStanding.DRAFT: f"{plan.group.name} is drafting this plan for the time {period}.",
        PlanStanding.AGREED: f"{plan.group.name} has agreed this plan; it runs {period}.",
        PlanStanding.IN_FORCE: f"{plan.group.name}’s plan {period}.",
        PlanStanding.UNAGREED: f"This plan runs {period}, and {plan.group.name} has not agreed it.",
        PlanStanding.OVER: f"Its time {period} is over, and it is not closed.",
        PlanStanding.CLOSED: f"Closed. It was {plan.group.name}’s plan {period}.",
    }[standing]
    if not tally.all:
        return f"{how} No action is in it yet."
    late = f", {tally.late} late" if tally.late else ", none late"
    return f"{how} {counted(tally.all, 'action')}: {tally.done} done, {tally.open} open{late}."


def missing(viewer: Viewer, plan: Any, sides: PlanSides) -> list[tuple[str, str, str]]:
    """What the plan lacks: in words, the step that closes it, and where."""
    agreed = queries.agreed_on(plan)
    wanted = (
        (not sides.assessment, "It does not say which edition of the risk assessment it rests on", "Say which", "plan:plan-rests-on"),
        (not sides.roles, "No partner’s role is written down", "Give a role", "plan:role-give"),
        (not sides.governance, "How it is governed is not said", "Say how", "plan:governance-say"),
        (not sides.contributions, "Nobody is recorded as having taken part in making it", "Note who did", "plan:contribution-note"),
        (not sides.checks, "No Security Threat Check of the plan", "Check it", "plan:plan-check"),
        (agreed is None, f"{plan.group.name} has not agreed it", "Record the agreement", "plan:plan-agree"),
        (not sides.ratifications, "Elected members have not ratified it", "Record it", "plan:plan-ratify"),
        (not sides.references, "No corporate or service document refers to it", "Note one", "plan:reference-note"),
        (not sides.equality_analyses, "No equality analysis is with it", "Attach it", "plan:equality-attach"),
    )
    may = viewer.may(Permission.PLAN_EDIT)
    return [(says, step if may else "", address_here(viewer, page, plan.ref)) for lacks, says, step, page in wanted if lacks]


@requires(Permission.PLAN_EDIT)
def plan_new(request: ViewerRequest) -> HttpResponse:
    viewer = request.viewer
    form = PlanForm(request.POST or None, viewer=viewer, initial={"on": viewer.today, "follows": request.GET.get("follows", "")})
    return asked(
        request,
        form,
        title="Begin a plan",
        button="Begin it",
        consequence="The plan is not begun yet",
        do=lambda: actions.begin_plan(by=viewer, **_named(form.cleaned_data)),
        then=lambda made: address_here(viewer, PAGE, made.ref),
        done="The plan is begun",
        lede="A plan belongs to a group and covers a period. Two plans of one group cannot cover the same days.",
        back=(("Plans", address_here(viewer, LIST)),),
        place=LIST,
        extra={"links": (("Is its group not in the list?", "Record a group", address_here(viewer, "partnership:group-new")),)},
    )


def _named(said: dict[str, Any]) -> dict[str, Any]:
    return said | {name: said[name] or None for name in ("lead", "follows")}


@requires(Permission.PLAN_EDIT)
def plan_draft(request: ViewerRequest, ref: str) -> HttpResponse:
    """Draft it from the plan before: one click."""
    viewer = request.viewer
    found = get_object_or_404(queries.plans(viewer), ref=ref)
    done = "Drafted: objectives, roles and governance are as they stood. Its open actions are carried forward next"
    if request.method == "POST" and pressed(request, lambda: actions.draft_from(ref, by=viewer, on=viewer.today), done=done):
        return redirect("plan:carry-forward", area=viewer.area, ref=found.ref)
    return redirect(PAGE, area=viewer.area, ref=found.ref)
