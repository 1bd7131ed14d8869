"""Reads the shorthand of worked examples of section 3 into the facts an indicator reads. A word it does not know is an error."""

from collections.abc import Iterator, Mapping
from typing import Any

from dueregard.guidance.indicator.rows import Check
from dueregard.plan.indicators import PlanFacts, rows
from dueregard.risk.tests.worked_examples import EDITION, LONG_AGO, PLAN, of_section_2


def read(facts: Mapping[str, Any]) -> PlanFacts:
    """The shorthand of one example as facts: that of section 2, with what is said of each plan, evaluation and project."""
    known = dict(facts)
    plans = [known["plan"]] if "plan" in known else known.get("plans", [])
    if "plan" in known:
        known["plans"] = [known.pop("plan")]
    made = PlanFacts(
        risk=of_section_2(known),
        agreements=tuple(_agreement(each) for each in plans if "agreed" in each),
        checks=tuple(_check(each, check) for each in plans for check in _listed(each.get("check", []))),
        rests=tuple(rows.Rests(**_of(each), edition=each.get("rests_on", EDITION)) for each in plans if each.get("rests_on", True)),
        roles=tuple(rows.Role(**_of(each, name), body=name) for each in plans for name in each.get("roles", [])),
        took_part=tuple(_took_part(each, said) for each in plans for said in each.get("took_part", [])),
        ratified=tuple(rows.Ratified(**_of(each)) for each in plans if each.get("ratified")),
        references=tuple(reference for each in plans for reference in _references(each)),
        evaluations=tuple(_evaluation(each) for each in known.pop("evaluations", [])),
        projects=tuple(_project(each) for each in known.pop("projects", [])),
        funded=tuple(
            rows.Funded(ref="funded", label="Prevent funding", on=each["from"], until=each.get("until"), is_funded=each["is"])
            for each in known.pop("funded", [])
        ),
    )
    if known:
        raise ValueError(f"A worked example says {', '.join(known)}, which its reader does not know")
    return made


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def _of(plan: Mapping[str, Any], label: str = "Said of the plan") -> dict[str, Any]:
    ref = plan.get("ref", PLAN)
    return {"ref": ref, "label": label, "plan": ref, "on": plan.get("begun", plan["from"])}


def _agreement(plan: Mapping[str, Any]) -> rows.Agreement:
    """`agreed` is the day, or the day with the check of the decision and the meeting it was taken at."""
    said = plan["agreed"] if isinstance(plan["agreed"], Mapping) else {"date": plan["agreed"]}
    return rows.Agreement(
        ref="D-1",
        label="The plan is agreed",
        on=said["date"],
        plan=plan.get("ref", PLAN),
        meeting=said.get("at", f"M-{said['date']}"),
        checks=tuple(Check(ref="C-1", label="Security Threat Check", on=day) for day in _listed(said.get("check", []))),
    )


def _check(plan: Mapping[str, Any], each: Any) -> rows.PlanCheck:
    said = each if isinstance(each, Mapping) else {"date": each}
    return rows.PlanCheck(
        ref="C-2", label="Security Threat Check", on=said["date"], plan=plan.get("ref", PLAN), unanswered=tuple(said.get("unanswered", ()))
    )


def _took_part(plan: Mapping[str, Any], each: Any) -> rows.TookPart:
    """A body, or a body with the day it took part and who of it."""
    said = each if isinstance(each, Mapping) else {"body": each}
    more = {"on": said["date"]} if "date" in said else {}
    return rows.TookPart(**_of(plan, said["body"]) | more, body=said["body"], person=said.get("person", ""))


def _references(plan: Mapping[str, Any]) -> Iterator[rows.Reference]:
    for kind in ("corporate", "service"):
        for said in _listed(plan.get(kind, [])):
            yield rows.Reference(
                ref=f"DOC-{said['in']}",
                label=said["in"],
                on=said.get("noted", LONG_AGO),
                until=said.get("until"),
                plan=plan.get("ref", PLAN),
                reference_kind=kind,
                place=said.get("at", ""),
            )


def _evaluation(each: Mapping[str, Any]) -> rows.Evaluation:
    day = each["date"]
    changes = each.get("changes", [])
    return rows.Evaluation(
        ref=each.get("ref", "EV-1"),
        label=each.get("title", "What it came to"),
        on=day,
        actions=tuple(rows.Evaluated(on=day, action=ref) for ref in each["of"]),
        changes=tuple(rows.Change(on=day, changed=row["what"], because=row.get("because", "")) for row in changes),
        taken=tuple(_listed(each.get("taken", []))),
    )


def _project(each: Mapping[str, Any]) -> rows.Project:
    return rows.Project(
        ref=each["ref"],
        label=each.get("title", "Young people’s forum"),
        on=each["from"],
        until=each.get("until"),
        objectives=tuple(_listed(each.get("objective", []))),
        actions=tuple(_listed(each.get("action", []))),
    )
