"""A partnership with one of everything, so that every deed has something to be done to."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from dueregard.accounts.tests.people import TODAY
from dueregard.documents.tests.factories import VersionFactory
from dueregard.organisations.models import Area
from dueregard.organisations.tests.factories import AreaFactory
from dueregard.partnership import actions
from dueregard.partnership.tests import stories

MARCH, JUNE, OCTOBER, AHEAD = date(2026, 3, 4), date(2026, 6, 3), date(2026, 10, 7), TODAY + timedelta(days=21)


@dataclass(frozen=True)
class House:
    """The refs of what is there; meetings by how far they have come."""

    area: Area
    group: str
    panel: str
    seat: str
    twin: str  # another seat of the same sector
    membership: str
    agreement: str
    person: str
    post: str
    body: str
    version: str
    cleared: str  # held and cleared in March
    cleared_item: str
    held: str  # held in June, every item written up
    held_item: str
    left_item: str  # of that meeting, not reached
    today: str  # planned for today, attendance recorded
    today_item: str
    coming: str  # planned for three weeks from now
    coming_items: tuple[str, str]
    paper: str
    decision: str  # delivery, of June, without a check
    action: str
    finished: str
    link: str
    exchange: str


def a_house(area: Area | None = None) -> House:
    """One of everything, all of it made through the deeds."""
    area = area or AreaFactory()
    group, panel = stories.a_group(area), stories.a_group(area, "channel", name="Channel panel")
    people: dict[str, Any] = {"person": stories.a_person(area), "post": stories.a_post(area), "body": stories.a_body(area)}
    seat, twin = stories.a_seat(group, "health"), stories.a_seat(group, "health")
    lead = stories.the_lead_on(area)
    agreement = actions.represent(seat.ref, by=lead, on=JUNE, agreed="By letter", for_seat=twin.ref).ref
    version = VersionFactory(document__area=area)
    sat = _meetings(area, group, seat)
    decision = stories.a_decision(sat["item"], on=JUNE).ref
    action, finished = (actions.raise_action("Write", by=lead, on=JUNE, body=people["body"], due=OCTOBER).ref for _ in range(2))
    actions.finish_action(finished, by=lead, on=OCTOBER)
    return House(
        area=area,
        group=group.ref,
        panel=panel.ref,
        seat=seat.ref,
        twin=twin.ref,
        membership=stories.a_chair(group),
        agreement=agreement,
        version=f"{version.document.ref}/{version.number}",
        paper=actions.add_paper(sat["today_item"], by=lead, on=TODAY, version=f"{version.document.ref}/{version.number}").ref,
        decision=decision,
        action=action,
        finished=finished,
        link=actions.link_area("Tarn", by=lead, on=MARCH, kind="area").ref,
        exchange=actions.note_exchange("The mosque", by=lead, on=MARCH, how="Visit").ref,
        **people,
        **{name: value for name, value in sat.items() if name != "item"},
    )


def _meetings(area: Area, group: Any, seat: Any) -> dict[str, Any]:
    lead = stories.the_lead_on(area)
    cleared, cleared_item = stories.a_cleared_meeting(group, MARCH, came=[seat])
    held, item = stories.a_held_meeting(group, JUNE, came=[seat])
    left = stories.an_item(held, "Late", on=JUNE)
    actions.write_minute(left.ref, by=lead, outcome="not-reached")
    now = stories.a_planned_meeting(group, TODAY)
    put = stories.an_item(now, on=TODAY)
    actions.record_attendance(now.ref, by=lead, came=[actions.Came(seat=seat.ref, presence="present")])
    coming = stories.a_planned_meeting(group, AHEAD, on=TODAY)
    ahead = tuple(stories.an_item(coming, title, on=TODAY).ref for title in ("First", "Second"))
    return {
        "cleared": cleared.ref,
        "cleared_item": cleared_item.ref,
        "held": held.ref,
        "held_item": item.ref,
        "item": item,
        "left_item": left.ref,
        "today": now.ref,
        "today_item": put.ref,
        "coming": coming.ref,
        "coming_items": ahead,
    }
