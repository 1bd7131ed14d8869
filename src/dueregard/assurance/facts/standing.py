"""Facts about the area itself: its tier, the sectors it must seat, its districts, its strategic officer's post and who held it."""

from datetime import date
from typing import Any

from dueregard.access.viewer import Viewer
from dueregard.organisations import queries as organisations
from dueregard.organisations.rules import AreaKind, PostKind, Standing
from dueregard.partnership.indicators import rows
from dueregard.partnership.queries.facts import Asked
from dueregard.partnership.queries.holding import day_typed
from dueregard.partnership.rules.groups import REQUIRED_SECTORS, Sector

ALWAYS = date(2015, 7, 1)  # the day section 26 of the Act began to apply


def _said(viewer: Viewer, standing: str, *, on: date, known: date) -> list[Any]:
    """What was said of the area, oldest first; of two for one day the one typed last."""
    asked = Asked(viewer=viewer, on=on, known=known)
    return list({row.on: row for row in asked.rows(organisations.decided(viewer, standing=standing))}.values())


def tiers(viewer: Viewer, *, on: date, known: date) -> tuple[rows.TierDecision, ...]:
    """The area's tier, each time it was decided."""
    said = _said(viewer, Standing.TIER, on=on, known=known)
    return tuple(
        rows.TierDecision(ref=row.on.isoformat(), label="The area’s tier", on=row.on, typed=day_typed(row.typed_at), tier=row.value)
        for row in said
    )


def required(viewer: Viewer, *, on: date, known: date) -> tuple[rows.RequiredSector, ...]:
    """The sectors that must have a seat: the toolkit's five, and prison where and while there is one."""
    five = tuple(rows.RequiredSector(ref=sector.value, label=sector.label, on=ALWAYS, sector=sector) for sector in REQUIRED_SECTORS)
    said = _said(viewer, Standing.PRISON, on=on, known=known)
    ends = [row.on for row in said[1:]]
    prison = tuple(
        rows.RequiredSector(
            ref=Sector.PRISON.value,
            label=Sector.PRISON.label,
            on=row.on,
            typed=day_typed(row.typed_at),
            until=end and date.fromordinal(end.toordinal() - 1),
            sector=Sector.PRISON,
        )
        for row, end in zip(said, [*ends, None], strict=False)
        if row.value == "yes"
    )
    return five + prison


def districts(viewer: Viewer, area: Any, *, on: date, known: date) -> tuple[rows.District, ...]:
    """The district councils of a two-tier area."""
    if area.kind != AreaKind.COUNTY:
        return ()
    asked = Asked(viewer=viewer, on=on, known=known)
    found = asked.rows(organisations.districts(viewer)).order_by("ref")
    return tuple(rows.District(ref=row.ref, label=row.name, **asked.dated(row), **asked.until(row)) for row in found)


def strategic_posts(viewer: Viewer, *, on: date, known: date) -> tuple[rows.Post, ...]:
    """The strategic officer's post."""
    asked = Asked(viewer=viewer, on=on, known=known)
    found = asked.rows(organisations.posts(viewer).filter(kind=PostKind.STRATEGIC_OFFICER)).order_by("on", "ref")
    return tuple(rows.Post(ref=row.ref, label=row.title, **asked.dated(row), **asked.until(row)) for row in found)


def holdings(viewer: Viewer, *, on: date, known: date) -> tuple[rows.Holding, ...]:
    """Who held that post, from when to when."""
    asked = Asked(viewer=viewer, on=on, known=known)
    found = asked.rows(organisations.holdings(viewer, kinds=[PostKind.STRATEGIC_OFFICER])).order_by("on", "post__ref", "person__ref")
    return tuple(
        rows.Holding(
            ref=row.post.ref,
            label=row.post.title,
            post=row.post.ref,
            person=asked.person(row.person),
            **asked.dated(row),
            **asked.until(row),
        )
        for row in found
    )
