"""Reads the shorthand of worked examples of section 6 into the facts an indicator reads. A word it does not know is an error."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from dueregard.guidance.indicator.rows import Area
from dueregard.training.indicators import TrainingFacts, rows

LONG_AGO = date(2020, 1, 1)
PEOPLE = ("awareness", "referral")


def read(facts: Mapping[str, Any]) -> TrainingFacts:
    """The shorthand of one example as facts."""
    known = dict(facts)
    made = TrainingFacts(
        area=Area(name="Westmarch", began=LONG_AGO),
        plans=tuple(_plan(each) for each in [known.pop("plan", None)] if each),
        requires=tuple(_requires(each) for each in known.pop("requires", [])),
        scope=_scope(known.pop("workforce", {})),
        people={subject: rows.Counted(**known.pop(subject)) for subject in PEOPLE if subject in known},
        frontline={"ideology": rows.Counted(**known.pop("frontline_ideology"))} if "frontline_ideology" in known else {},
        venues={"venue": rows.Counted(**known.pop("venue_staff"))} if "venue_staff" in known else {},
        services=tuple(_service(each) for each in known.pop("services", [])),
        posts=tuple(_post(each) for each in known.pop("posts", [])),
        materials=tuple(_material(each) for each in known.pop("materials", [])),
        updates=tuple(rows.Told(ref=f"UP-{day}", label="Statistics", on=day) for day in known.pop("updates", [])),
        programmes=tuple(_programme(each) for each in known.pop("programmes", [])),
        inductions=tuple(_induction(each) for each in known.pop("inductions", [])),
        developments=tuple(
            rows.Developed(ref=f"CD-{each['date']}", label="A course", on=each["date"], person=each["who"])
            for each in known.pop("developments", [])
        ),
        delivers=tuple(rows.Delivers(ref=who, label=who, on=LONG_AGO, person=who) for who in known.pop("delivers", [])),
        reached=tuple(
            rows.ReachedRow(ref=f"ED-{each['type']}", label=each["type"], on=each["date"], setting=each["type"])
            for each in known.pop("reached", [])
        ),
    )
    if known:
        raise ValueError(f"A worked example says {', '.join(known)}, which its reader does not know")
    return made


def _plan(each: Mapping[str, Any]) -> rows.TrainingPlan:
    return rows.TrainingPlan(ref="TP-1", label="The training plan", on=each["from"], covers_from=each["from"], covers_to=each["to"])


def _requires(each: Mapping[str, Any]) -> rows.Requires:
    subjects = frozenset(each.get("teaches", ["awareness"]))
    more = {key: each[key] for key in ("profile", "tier", "risk") if key in each}
    return rows.Requires(ref="TP-1", label=each["course"], on=LONG_AGO, subjects=subjects, **more)


def _scope(each: Mapping[str, Any]) -> rows.Scope:
    inside, unplaced = each.get("inside", 0), tuple(each.get("not_placed", ()))
    return rows.Scope(
        inside=inside,
        outside=each.get("all", inside) - inside,
        teams=each.get("teams", 0),
        teams_unplaced=unplaced,
        without_profile=each.get("without_profile", 0),
    )


def _service(each: Mapping[str, Any]) -> rows.Service:
    """What is said by level stands below the subject: awareness: {operational: [30, 20], …}."""
    as_at, found = each.get("as_at", LONG_AGO), []
    for subject in (subject for subject in PEOPLE if subject in each):
        said = each[subject]
        for level, (need, has) in (said if isinstance(said, dict) else {"": said}).items():
            found.append(rows.Returned(subject=subject, level=level, as_at=as_at, in_scope=need, trained=has))
    asked = frozenset(each.get("asked", ()))
    return rows.Service(ref=f"B-{each['name']}", label=each["name"], on=as_at, asked=asked, figures=tuple(found))


def _post(each: Mapping[str, Any]) -> rows.PostHeld:
    ref = f"J-{each['post']}"
    return rows.PostHeld(
        ref=ref, label=each["post"], on=each["since"], is_known=not each.get("unknown"), trained=tuple(each.get("trained", ()))
    )


def _material(each: Mapping[str, Any]) -> rows.MaterialRow:
    checks = ((each["checked"], True),) if "checked" in each else ()
    more = {"says_how_to_refer": each.get("says_how", False), "checks": checks}
    return rows.MaterialRow(ref=f"MA-{each['title']}", label=each["title"], on=LONG_AGO, audience=each["audience"], **more)


def _programme(each: Mapping[str, Any]) -> rows.ProgrammeRow:
    return rows.ProgrammeRow(ref="PG-1", label=each["title"], on=each["from"], programme=each["kind"], review_due=each.get("review"))


def _induction(each: Mapping[str, Any]) -> rows.Inducted:
    met = (each["met"],) if "met" in each else ()
    return rows.Inducted(ref=f"IN-{each['post']}", label=each["post"], on=each["began"], met=met, finished=each.get("finished"))
