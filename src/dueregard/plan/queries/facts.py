"""What the findings of section 3 read, as at a day and as known on another: each noun in a fixed number of statements, as plain rows.

Nothing of an Official-Sensitive plan, evaluation or project is here for whoever may not read it.
"""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.db.models import CharField, F, Value

from dueregard.basics.dates import day_of
from dueregard.documents.queries import versions_at
from dueregard.organisations.queries.asked import ENDING, Asked
from dueregard.partnership.queries.facts.decisions import MADE, check, short
from dueregard.plan.indicators import rows
from dueregard.plan.models import (
    EvaluatedAction,
    Evaluation,
    EvaluationChange,
    EvaluationTaken,
    PartnerRole,
    Plan,
    PlanAssessment,
    PlanCheck,
    PlanContribution,
    PlannedAction,
    PlanReference,
    Project,
    ProjectAction,
    ProjectObjective,
    Ratification,
)
from dueregard.privacy.marking import readable
from dueregard.risk.indicators import rows as risk_rows

BLANK = Value("", output_field=CharField())


def plans(asked: Asked, *, stands: frozenset[str]) -> list[risk_rows.Plan]:
    """The plans there were, by which decision each was agreed where that still stands (refs), and when it was closed."""
    agreed = tuple(f"agreement__{name}" for name in ("on", "typed_at", "decision__ref"))
    fields = ("ref", "title", "covers_from", "covers_to", "group__ref", *agreed, "closing__on", "closing__typed_at")
    found = asked.found(Plan.objects.filter(readable(asked.viewer)).order_by("on", "ref"), *fields)
    return [_plan(asked, row, stands) for row in found]


def _plan(asked: Asked, row: Any, stands: frozenset[str]) -> risk_rows.Plan:
    decision = asked.ref(row.agreement__decision__ref) if asked.holds(row.agreement__on, row.agreement__typed_at) else ""
    return risk_rows.Plan(
        ref=asked.ref(row.ref),
        label=short(row.title),
        group=asked.ref(row.group__ref),
        covers_from=row.covers_from,
        covers_to=row.covers_to,
        decision=decision if decision in stands else "",
        agreed=row.agreement__on if decision in stands else None,
        closed=row.closing__on if asked.holds(row.closing__on, row.closing__typed_at) else None,
        **asked.dated(row),
    )


def planned(asked: Asked) -> list[risk_rows.Planned]:
    """Which actions were in which plan, from when to when."""
    seen = PlannedAction.objects.filter(readable(asked.viewer, "plan__marking")).order_by("on", "typed_at", "id")
    return [
        risk_rows.Planned(
            ref=asked.ref(row.action__ref),
            label="In the plan",
            plan=asked.ref(row.plan__ref),
            action=asked.ref(row.action__ref),
            **asked.dated(row),
            **asked.until(row),
        )
        for row in asked.found(seen, "plan__ref", "action__ref", *ENDING)
    ]


@dataclass(frozen=True, kw_only=True)
class Said:
    """What was said of plans: roles, who took part, what they rest on, who ratified them."""

    roles: list[rows.Role]
    took_part: list[rows.TookPart]
    rests: list[rows.Rests]
    ratified: list[rows.Ratified]


def said(asked: Asked) -> Said:
    """What was said of plans in four tables alike, in one statement."""

    def told(what: str, model: Any, *, ref: Any, label: Any, person: Any = BLANK) -> Any:
        seen = model.objects.filter(readable(asked.viewer, "plan__marking"))
        written = seen.annotate(what=Value(what, output_field=CharField()), of=ref, label=label, who=person, of_plan=F("plan__ref"))
        return asked.rows(written).values_list("what", "of_plan", "on", "typed_at", "id", "of", "label", "who", named=True)

    found = told("role", PartnerRole, ref=F("body__ref"), label=F("body__name")).union(
        told("part", PlanContribution, ref=F("body__ref"), label=F("body__name"), person=F("person__ref")),
        told("rests", PlanAssessment, ref=F("assessment__ref"), label=F("assessment__title")),
        told("ratified", Ratification, ref=BLANK, label=F("named")),
        all=True,
    )
    by_kind: dict[str, list[Any]] = defaultdict(list)
    for row in found.order_by("on", "typed_at", "id"):
        by_kind[row.what].append(row)

    def common(row: Any) -> dict[str, Any]:
        plan = asked.ref(row.of_plan)
        return {"ref": plan, "label": row.label, "plan": plan, **asked.dated(row)}

    return Said(
        roles=[rows.Role(body=asked.ref(row.of), **common(row)) for row in by_kind["role"]],
        took_part=[rows.TookPart(body=asked.ref(row.of), person=asked.person(row.who), **common(row)) for row in by_kind["part"]],
        rests=[rows.Rests(edition=asked.ref(row.of), **common(row)) for row in by_kind["rests"]],
        ratified=[rows.Ratified(**common(row)) for row in by_kind["ratified"]],
    )


def checks(asked: Asked) -> list[rows.PlanCheck]:
    """The Security Threat Checks of plans, in the order they came to cover them."""
    seen = PlanCheck.objects.filter(readable(asked.viewer, "plan__marking")).annotate(by=Value("plan", output_field=CharField()))
    found = asked.found(seen.order_by("on", "typed_at", "id"), "by", "plan__ref", *(f"check_made__{name}" for name in MADE))
    return [
        rows.PlanCheck(plan=asked.ref(row.plan__ref), **vars(check(asked, row)))
        for row in found
        if asked.holds(row.check_made__on, row.check_made__typed_at)
    ]


def references(asked: Asked) -> list[rows.Reference]:
    """Where documents refer to plans, as long as each document is current."""
    seen = PlanReference.objects.filter(readable(asked.viewer, "plan__marking")).order_by("on", "typed_at", "id")
    found = asked.found(seen, "plan__ref", "kind", "place", "version_read_id")
    versions = {
        row.version_id: row
        for row in versions_at(asked.viewer, on=asked.on, known=asked.known, only={row.version_read_id for row in found})
    }
    return [_reference(asked, row, versions[row.version_read_id]) for row in found if row.version_read_id in versions]


def _reference(asked: Asked, row: Any, version: Any) -> rows.Reference:
    withdrawn: date | None = version.withdrawn_on
    ends = [day for day in (version.covers_to, withdrawn and withdrawn - timedelta(days=1)) if day]
    return rows.Reference(
        ref=asked.ref(version.ref),
        label=short(version.title),
        plan=asked.ref(row.plan__ref),
        reference_kind=row.kind,
        place=row.place,
        until=min(ends, default=None),
        **asked.dated(row),
    )


def evaluations(asked: Asked) -> list[rows.Evaluation]:
    """The evaluations: which actions each covers, what it changes, when meetings took it."""

    def told(what: str, model: Any, *, says: Any = BLANK, because: Any = BLANK) -> Any:
        seen = model.objects.filter(readable(asked.viewer, "evaluation__marking"))
        written = seen.annotate(what=Value(what, output_field=CharField()), says=says, why=because)
        return asked.rows(written).values_list("what", "evaluation_id", "on", "typed_at", "id", "says", "why", named=True)

    union = told("action", EvaluatedAction, says=F("action__ref")).union(
        told("change", EvaluationChange, says=F("changed"), because=F("because")), told("taken", EvaluationTaken), all=True
    )
    found: dict[tuple[str, UUID], list[Any]] = defaultdict(list)
    for row in union.order_by("on", "typed_at", "id"):
        found[row.what, row.evaluation_id].append(row)
    seen = Evaluation.objects.filter(readable(asked.viewer)).order_by("on", "ref")
    return [_evaluation(asked, row, found) for row in asked.found(seen, "pk", "ref", "words", "item_id")]


def _evaluation(asked: Asked, row: Any, found: dict[tuple[str, UUID], list[Any]]) -> rows.Evaluation:
    taken = [one.on for one in found["taken", row.pk]]
    return rows.Evaluation(
        ref=asked.ref(row.ref),
        label=short(row.words),
        actions=tuple(rows.Evaluated(on=one.on, typed=day_of(one.typed_at), action=asked.ref(one.says)) for one in found["action", row.pk]),
        changes=tuple(
            rows.Change(on=one.on, typed=day_of(one.typed_at), changed=one.says, because=one.why) for one in found["change", row.pk]
        ),
        taken=(*([row.on] if row.item_id else []), *taken),
        **asked.dated(row),
    )


def projects(asked: Asked) -> list[rows.Project]:
    """The funded projects, and when each came to serve an objective and an action."""

    def told(what: str, model: Any) -> Any:
        seen = model.objects.filter(readable(asked.viewer, "project__marking")).annotate(what=Value(what, output_field=CharField()))
        return asked.rows(seen).values_list("what", "project_id", "on")

    days: dict[tuple[str, UUID], list[date]] = defaultdict(list)
    for what, project, on in told("objective", ProjectObjective).union(told("action", ProjectAction), all=True):
        days[what, project].append(on)
    seen = Project.objects.filter(readable(asked.viewer)).order_by("on", "ref")
    return [_project(asked, row, days) for row in asked.found(seen, "pk", "ref", "title", "until", *ENDING)]


def _project(asked: Asked, row: Any, days: dict[tuple[str, UUID], list[date]]) -> rows.Project:
    ended = asked.until(row)
    return rows.Project(
        ref=asked.ref(row.ref),
        label=short(row.title),
        objectives=tuple(sorted(days["objective", row.pk])),
        actions=tuple(sorted(days["action", row.pk])),
        until=ended["until"] or row.until,
        until_typed=ended["until_typed"],
        **asked.dated(row),
    )
