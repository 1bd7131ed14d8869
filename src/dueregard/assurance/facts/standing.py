"""Facts about the area itself: its tier, the sectors it must seat, its districts, its strategic officer's post and who held it."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from dueregard.basics.dates import day_of
from dueregard.organisations import queries as organisations
from dueregard.organisations.rules import AreaKind, PostKind, Standing
from dueregard.partnership.indicators import rows
from dueregard.partnership.queries.facts import ENDING, Asked
from dueregard.partnership.rules.groups import REQUIRED_SECTORS, Sector

ALWAYS = date(2015, 7, 1)  # the day section 26 of the Act began to apply


def said(asked: Asked) -> dict[str, list[Any]]:
    """What was said of the area, by standing, oldest first; of two for one day the one typed last."""
    found: dict[str, dict[date, Any]] = defaultdict(dict)
    wanted = organisations.decided(asked.viewer, standings=[Standing.TIER, Standing.PRISON])
    for row in asked.found(wanted, "standing", "value"):
        found[row.standing][row.on] = row
    return {standing: list(by_day.values()) for standing, by_day in found.items()}


def tiers(said: Mapping[str, list[Any]]) -> tuple[rows.TierDecision, ...]:
    """The area's tier, each time it was decided."""
    return tuple(
        rows.TierDecision(ref=row.on.isoformat(), label="The area’s tier", on=row.on, typed=day_of(row.typed_at), tier=row.value)
        for row in said.get(Standing.TIER, ())
    )


def required(said: Mapping[str, list[Any]]) -> tuple[rows.RequiredSector, ...]:
    """The sectors that must have a seat: the toolkit's five, and prison where and while there is one."""
    five = tuple(rows.RequiredSector(ref=sector.value, label=sector.label, on=ALWAYS, sector=sector) for sector in REQUIRED_SECTORS)
    prisons = said.get(Standing.PRISON, [])
    ends = [row.on for row in prisons[1:]]
    prison = tuple(
        rows.RequiredSector(
            ref=Sector.PRISON.value,
            label=Sector.PRISON.label,
            on=row.on,
            typed=day_of(row.typed_at),
            until=end and date.fromordinal(end.toordinal() - 1),
            sector=Sector.PRISON,
        )
        for row, end in zip(prisons, [*ends, None], strict=False)
        if row.value == "yes"
    )
    return five + prison


def districts(asked: Asked, area: Any) -> tuple[rows.District, ...]:
    """The district councils of a two-tier area."""
    if area.kind != AreaKind.COUNTY:
        return ()
    found = asked.found(organisations.districts(asked.viewer).order_by("ref"), "ref", "name", *ENDING)
    return tuple(rows.District(ref=row.ref, label=row.name, **asked.dated(row), **asked.until(row)) for row in found)


HELD = "holdings__"


def posts(asked: Asked) -> list[Any]:
    """The strategic officer's posts as plain rows, each as often as it was held."""
    found = organisations.posts(asked.viewer).filter(kind=PostKind.STRATEGIC_OFFICER).order_by("on", "ref")
    held = ("on", "typed_at", "person__ref", *ENDING)
    return asked.of_area(found, "ref", "title", *ENDING, *(f"{HELD}{name}" for name in held))


def strategic_posts(asked: Asked, posts: Iterable[Any]) -> tuple[rows.Post, ...]:
    """The strategic officer's post."""
    return tuple(
        rows.Post(ref=row.ref, label=row.title, **asked.dated(row), **asked.until(row))
        for row in {row.ref: row for row in posts}.values()
        if asked.holds(row.on, row.typed_at)
    )


def holdings(asked: Asked, posts: Iterable[Any]) -> tuple[rows.Holding, ...]:
    """Who held that post, from when to when."""
    found = [
        rows.Holding(
            ref=row.ref,
            label=row.title,
            post=row.ref,
            person=asked.person(row.holdings__person__ref),
            **asked.dated(row, HELD),
            **asked.until(row, HELD),
        )
        for row in posts
        if asked.holds(row.holdings__on, row.holdings__typed_at)
    ]
    return tuple(sorted(found, key=lambda row: (row.on, row.post, row.person)))
