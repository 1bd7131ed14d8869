"""Deeds on funded projects: starting one, tying it to the plan, its provider, its money, what it delivered, its check, its end."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID

from dueregard.access.deeds import deed
from dueregard.access.roles import Permission
from dueregard.access.viewer import Viewer
from dueregard.basics.refused import Refused, refuse_if
from dueregard.organisations.actions import counter
from dueregard.organisations.actions.given import body_or_none, change, choice, happened, marked, new, one
from dueregard.organisations.actions.given import words as said
from dueregard.partnership import queries as partnership
from dueregard.partnership.actions import Answers
from dueregard.partnership.actions.checks import check_made
from dueregard.plan import queries
from dueregard.plan.actions.recording import record
from dueregard.plan.models import Amount, Output, Project, ProjectAction, ProjectCheck, ProjectEnd, ProjectObjective, ProviderLook
from dueregard.plan.queries.projects import ended_on, projects_to_change
from dueregard.plan.rules import projects as rules
from dueregard.privacy.marking import Marking, lowest


@deed
def start_project(
    title: str,
    *,
    by: Viewer,
    on: date,
    funder: str,
    provider: str,
    funder_named: str = "",
    body: str | None = None,
    until: date | None = None,
    objectives: Sequence[str] = (),
    actions: Sequence[str] = (),
    marking: str = Marking.OFFICIAL.value,
    ref: str | None = None,
    once: UUID | None = None,
) -> Project:
    """Record a funded project: what it is for, who funds it from which day to which, who delivers it, what of the plan it serves."""
    by.must(Permission.PLAN_EDIT)
    kept = marked(marking, by=by)
    first, before = new(Project, counter("PR", kept), by=by, ref=ref, once=once)
    if before:
        return before
    pays = choice(funder, rules.Funder, what="funder")
    refuse_if(rules.why_not_run(on, until=until) or rules.why_not_fund(pays, named=funder_named))
    made = Project.objects.create(
        **first,
        title=said(title, ask="Say what the project is called"),
        funder=pays.value,
        funder_named=funder_named.strip(),
        provider=said(provider, ask="Say which organisation delivers it"),
        body=body_or_none(body, by=by),
        on=on,
        until=until,
        marking=kept,
    )
    _tie(made, by=by, on=min(on, by.today), objectives=objectives, actions=actions)  # tied now, also where its money is still to come
    record("plan.project.started", made, by=by, on=on)
    return made


@deed
def tie_project(
    ref: str, *, by: Viewer, on: date, objectives: Sequence[str] = (), actions: Sequence[str] = (), seen: int | None = None
) -> None:
    """Record which objectives a project serves and which actions it delivers, from a day."""
    by.must(Permission.PLAN_EDIT)
    project = _open(ref, by=by, on=on, seen=seen)
    tied = _tie(project, by=by, on=on, objectives=objectives, actions=actions)
    if not tied:
        raise Refused("Choose an objective or an action that the project is not tied to yet")
    record("plan.project.tied", project, by=by, beside=lowest(tied), on=on)


def _tie(project: Project, *, by: Viewer, on: date, objectives: Sequence[str], actions: Sequence[str]) -> list[str]:
    """Tie a project to what it is not tied to yet; the marking of each."""
    serves = [one(queries.objectives(by), ref, what="objective") for ref in objectives]
    delivers = [one(partnership.actions(by), ref, what="action") for ref in actions]
    kept = set(project.objectives.values_list("objective_id", flat=True)) | set(project.actions.values_list("action_id", flat=True))
    new_ones = [each for each in serves if each.pk not in kept]
    ProjectObjective.objects.bulk_create(ProjectObjective(**by.stamp, project=project, objective=each, on=on) for each in new_ones)
    acts = [each for each in delivers if each.pk not in kept]
    ProjectAction.objects.bulk_create(ProjectAction(**by.stamp, project=project, action=each, on=on) for each in acts)
    return [*(each.marking for each in new_ones), *(each.marking for each in acts)]


@deed
def look_into_provider(ref: str, *, by: Viewer, on: date, status: str, words: str = "", seen: int | None = None) -> None:
    """Record how far the provider of a project has been looked into by a day, before its funding began or after."""
    by.must(Permission.PLAN_EDIT)
    project = projects_to_change(by).get(ref=ref)
    found = choice(status, rules.DueDiligence, what="due diligence")
    refuse_if(rules.why_not_look(found, words=words))
    happened(on, by=by)
    change(project, by=by, seen=seen)
    ProviderLook.objects.create(**by.stamp, project=project, status=found.value, words=words.strip(), on=on)
    record("plan.project.provider-looked-into", project, by=by, on=on)


@deed
def record_amount(ref: str, *, by: Viewer, on: date, kind: str, pounds: Decimal, words: str = "", seen: int | None = None) -> None:
    """Record an award to a project, or what it had spent altogether by a day; also once it has ended."""
    by.must(Permission.PLAN_EDIT)
    project = projects_to_change(by).get(ref=ref)
    of = choice(kind, rules.AmountKind, what="amount")
    refuse_if(rules.why_not_amount(of, pounds=pounds, words=words))
    happened(on, by=by)
    change(project, by=by, seen=seen)
    Amount.objects.create(**by.stamp, project=project, kind=of.value, pounds=pounds, words=words.strip(), on=on)
    record("plan.project.amount-recorded", project, by=by, on=on)


@deed
def record_output(ref: str, *, by: Viewer, on: date, words: str, number: int | None = None, seen: int | None = None) -> None:
    """Record what a project delivered by a day: in words and, where it can be counted, a number; also once it has ended."""
    by.must(Permission.PLAN_EDIT)
    project = projects_to_change(by).get(ref=ref)
    refuse_if(rules.why_not_begun(project.on, on=happened(on, by=by)))
    change(project, by=by, seen=seen)
    text = said(words, ask="Say what the project delivered")
    Output.objects.create(**by.stamp, project=project, words=text, number=number, on=on)
    record("plan.project.output-recorded", project, by=by, on=on)


@deed
def check_project(ref: str, *, by: Viewer, on: date, answers: Answers | None = None, check: str | None = None) -> None:
    """Make the Security Threat Check of a project, before its funding begins or after: it covers the actions it delivers."""
    by.must(Permission.PLAN_EDIT)
    project = projects_to_change(by).get(ref=ref)
    happened(on, by=by)
    made = check_made(by=by, on=on, marking=project.marking, answers=answers, check=check)
    if project.checks.filter(check_made=made).exists():
        raise Refused("This check already covers the project")
    ProjectCheck.objects.create(**by.stamp, project=project, check_made=made, on=on)
    record("plan.project.checked", project, by=by, on=on)


@deed
def end_project(ref: str, *, by: Viewer, on: date, because: str = "", seen: int | None = None) -> None:
    """Record the last day of a project."""
    by.must(Permission.PLAN_EDIT)
    project = projects_to_change(by).get(ref=ref)
    refuse_if(rules.why_not_end_project(ended_on(project), begins=project.on, on=happened(on, by=by)))
    change(project, by=by, seen=seen)
    ProjectEnd.objects.create(**by.stamp, project=project, on=on, because=because.strip())
    record("plan.project.ended", project, by=by, on=on)


def _open(ref: str, *, by: Viewer, on: date, seen: int | None) -> Any:
    """The project, locked and taken a version further, if it had begun and not ended by the day."""
    project = projects_to_change(by).get(ref=ref)
    refuse_if(rules.why_not_begun(project.on, on=happened(on, by=by)))
    if ended_on(project):
        raise Refused("The project has ended")
    change(project, by=by, seen=seen)
    return project
