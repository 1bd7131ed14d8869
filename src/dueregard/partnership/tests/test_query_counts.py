"""Lists take as many queries for many rows as for few."""

from collections.abc import Callable

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from dueregard.accounts.tests.people import TODAY
from dueregard.organisations.tests.factories import AreaFactory
from dueregard.partnership import actions, queries
from dueregard.partnership.models import Group
from dueregard.partnership.tests.house import JUNE, MARCH, OCTOBER
from dueregard.partnership.tests.stories import YES, a_body, a_chair, a_group, a_held_meeting, a_seat, an_item, inside, the_lead_on

pytestmark = pytest.mark.django_db


def test_no_list_takes_more_queries_for_more_rows() -> None:
    area = AreaFactory()
    lead, group = the_lead_on(area), a_group(area)
    busy(group, times=1)
    few = {name: counted(read, group) for name, read in lists(group).items()}

    busy(group, times=3)

    assert {name: counted(read, group) for name, read in lists(group).items()} == few
    assert max(few.values()) <= 20
    with inside(area):
        assert len(queries.action_rows(lead, as_at=TODAY)) == 4


def busy(group: Group, *, times: int) -> None:
    area, lead = group.area, the_lead_on(group.area)
    for time in range(times):
        seat = a_seat(group, "health")
        a_chair(a_group(area, name=f"Panel {time}"))
        for day in (MARCH, JUNE, OCTOBER):
            _, item = a_held_meeting(group, day, came=[seat])
        decision = actions.record_decision(item.ref, by=lead, on=OCTOBER, words="Pay", kind="delivery", answers=YES)
        action = actions.raise_action("Ring", by=lead, on=OCTOBER, body=a_body(area), due=TODAY, decision=decision.ref)
        actions.update_action(action.ref, by=lead, on=TODAY, words="Well")
        exchange = actions.note_exchange("Club", by=lead, on=OCTOBER, how="Visit", heard="More")
        an_item(item.meeting, "More", on=OCTOBER, kind="exchange", exchange=exchange.ref)
        actions.link_area("Tarn", by=lead, on=MARCH, kind="area")


def lists(group: Group) -> dict[str, Callable[[], object]]:
    lead, last = the_lead_on(group.area), "M-3"
    return {
        "groups": lambda: queries.group_rows(lead, as_at=TODAY),
        "meetings": lambda: queries.meeting_rows(lead),
        "agenda": lambda: queries.agenda(lead, meeting=last),
        "decisions": lambda: queries.decision_rows(lead),
        "actions": lambda: queries.action_rows(lead, as_at=TODAY),
        "sittings": lambda: queries.attendance_grid(lead, group=group.ref, on=TODAY),
        "exchanges": lambda: [list(row.heard.all()) for row in queries.exchanges(lead)],
        "links": lambda: [list(row.deeds.all()) for row in queries.area_links(lead)],
        "due": lambda: queries.due(lead, until=TODAY),
    }


def counted(read: Callable[[], object], group: Group) -> int:
    with inside(group.area), CaptureQueriesContext(connection) as caught:
        read()
    return len(caught)
