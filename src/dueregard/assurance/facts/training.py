"""The facts of section 6: counts of people and the dated records of the programme, the area's own and those of areas that count here."""

from collections.abc import Sequence
from dataclasses import fields, replace
from datetime import date
from typing import Any

from dueregard.access.scope import scope
from dueregard.access.viewer import Viewer
from dueregard.assurance.facts.partnership import addresses
from dueregard.assurance.facts.places import Place
from dueregard.assurance.facts.risk import counting, in_days
from dueregard.organisations.queries.asked import Asked
from dueregard.partnership.indicators import PartnershipFacts
from dueregard.partnership.rules.groups import GroupFunction
from dueregard.training.indicators import TrainingFacts
from dueregard.training.indicators.rows import Counted, Delivers
from dueregard.training.queries import facts
from dueregard.training.queries.ground import Ground

HAPPENED = frozenset({"updates", "inductions", "developments", "reached"})  # cut to the days that count; the rest lasts
OF_PEOPLE = ("people", "frontline", "venues")  # counts by subject
HELD = frozenset({"posts", "delivers", "services"})  # of those who work now: what came before holds no post


def gather(viewer: Viewer, *, on: date, known: date, places: Sequence[Place], partnership: PartnershipFacts) -> TrainingFacts:
    """Everything section 6 reads as at a date and known on another, in a fixed number of statements for each area whose records count."""
    own = Asked(viewer=viewer, on=on, known=known)
    with scope(viewer):
        found = _read(own)
        by_email = dict(addresses(viewer)) if places else {}
    keeps_its_own = bool(found["scope"].all)
    for place in counting(places):
        with scope(place.viewer):
            keys = {ref: by_email[email] for email, ref in addresses(place.viewer) if email in by_email}
            theirs = _read(replace(own, viewer=place.viewer, of=place.of, keys=keys))
        found = _joined(found, theirs, place, with_people=not (place.is_predecessor and keeps_its_own))
    return TrainingFacts(area=partnership.area, **found | {"delivers": (*found["delivers"], *_panel(partnership))})


def _read(asked: Asked) -> dict[str, Any]:
    """One area's facts of section 6."""
    ground = Ground(asked)
    people = facts.Counting(ground)
    programme = facts.programme(asked)
    return {
        "requires": tuple(people.requires()),
        "scope": people.scope(),
        "people": people.everybody(),
        "frontline": people.frontline(),
        "venues": people.venues(),
        "services": tuple(people.services()),
        "posts": tuple(facts.posts(ground)),
        "delivers": tuple(facts.delivers(ground)),
        **{field.name: getattr(programme, field.name) for field in fields(programme)},
    }


def _joined(ours: dict[str, Any], theirs: dict[str, Any], place: Place, *, with_people: bool) -> dict[str, Any]:
    """Another area's facts with ours. The workforce of an area before this one counts until one is kept here: nobody counts twice."""
    found = dict(ours)
    for name, rows in theirs.items():
        if isinstance(rows, tuple) and not (name in HELD and place.is_predecessor):
            found[name] = ours[name] + in_days(place, name, rows, HAPPENED)
    if with_people:
        named = replace(theirs["scope"], others=(place.viewer.area_name,)) if theirs["scope"].all else theirs["scope"]
        found["scope"] = ours["scope"] + named
        found |= {name: _sum(ours[name], theirs[name]) for name in OF_PEOPLE}
    return found


def _sum(ours: dict[str, Counted], theirs: dict[str, Counted]) -> dict[str, Counted]:
    return {subject: group + theirs.get(subject, Counted()) for subject, group in ours.items()}


def _panel(partnership: PartnershipFacts) -> tuple[Delivers, ...]:
    """Who sits on the Channel panel, by the opaque key section 1 knows them by."""
    panels = {row.group for row in partnership.functions if row.function == GroupFunction.CHANNEL}
    members = (row for row in partnership.members if row.group in panels)
    return tuple(
        Delivers(kind="membership", ref=row.ref, label=row.label, on=row.on, typed=row.typed, until=row.until, person=row.person)
        for row in members
    )
