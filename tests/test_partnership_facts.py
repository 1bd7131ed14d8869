"""What findings of section 1 read: the same however many rows there are, and never changed by what comes after."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

import pytest
from django.core.exceptions import ObjectDoesNotExist
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from dueregard.access.roles import Role
from dueregard.accounts.tests.people import a_viewer
from dueregard.assurance.facts.partnership import gather
from dueregard.basics.refused import Refused
from dueregard.documents.tests.factories import ApprovalFactory, ClauseFactory, VersionFactory
from dueregard.organisations.actions import hold_post, leave_post
from dueregard.organisations.models import Area
from dueregard.organisations.tests.factories import AreaFactory, PersonFactory, PostFactory
from dueregard.partnership import actions
from dueregard.partnership.tests import stories

DAY = date(2025, 6, 4)
LONG_AFTER = date(2026, 11, 18)


@pytest.fixture
def area(db: None) -> Area:
    return AreaFactory()


@pytest.fixture
def there(area: Area) -> dict[str, Any]:
    return with_officer(area, a_standing_group(area))


def a_standing_group(area: Area) -> dict[str, Any]:
    """A group with everything a deed may be done to, all of it before the day asked about."""
    group = stories.a_group(area)
    panel = stories.a_group(area, "channel", name="Channel panel")
    seats = stories.seats_of_all(group)
    chair = stories.a_chair(group)
    meeting, item = stories.a_held_meeting(group, date(2025, 3, 5), came=seats)
    decision = stories.a_decision(item, on=date(2025, 3, 5))
    lead = stories.the_lead_on(area, date(2025, 3, 5))
    action = actions.raise_action("Write to schools", by=lead, on=date(2025, 3, 5), body=stories.a_body(area), item=item.ref)
    coming = stories.a_planned_meeting(group, date(2025, 9, 3), on=date(2025, 3, 6))
    link = actions.link_area("Tarn", by=lead, on=date(2025, 3, 5), kind="area")
    exchange = actions.note_exchange("Mosque", by=lead, on=date(2025, 3, 5), how="Visit", heard="Ask us sooner")
    return {
        "group": group,
        "panel": panel,
        "seats": seats,
        "chair": chair,
        "meeting": meeting,
        "item": item,
        "decision": decision,
        "action": action,
        "coming": coming,
        "link": link,
        "exchange": exchange,
    }


def approved_terms(area: Area) -> str:
    version = VersionFactory(document__area=area)
    ApprovalFactory(of=version)
    ClauseFactory(of=version)
    return f"{version.document.ref}/{version.number}"


Deed = Callable[[Any, dict[str, Any], date], Any]


def came_to_the_coming(by: Any, there: dict[str, Any], on: date) -> None:
    if on < date(2025, 9, 3):
        return
    came = [actions.Came(seat=seat.ref, presence="present") for seat in there["seats"]]
    actions.record_attendance(there["coming"].ref, by=by, came=came)
    actions.record_held(there["coming"].ref, by=by, on=date(2025, 9, 3))


def written_up(by: Any, there: dict[str, Any], on: date) -> None:
    meeting = actions.write_up_meeting(there["group"].ref, by=by, on=on)
    actions.record_attendance(meeting.ref, by=by, came=[actions.Came(seat=seat.ref, presence="present") for seat in there["seats"]])
    actions.record_held(meeting.ref, by=by, on=on)


DEEDS: dict[str, Deed] = {
    "found": lambda by, there, on: actions.found_group("Forum", by=by, on=on, functions=["oversight", "environments"]),
    "give": lambda by, there, on: actions.give_function(there["group"].ref, by=by, on=on, function="members"),
    "stop": lambda by, there, on: actions.stop_function(there["group"].ref, by=by, on=on, function="oversight"),
    "end group": lambda by, there, on: actions.end_group(there["panel"].ref, by=by, on=on, because="Merged"),
    "terms": lambda by, there, on: actions.take_terms(
        there["group"].ref, by=by, on=on, version=approved_terms(there["group"].area), quorum_members=9
    ),
    "seat": lambda by, there, on: stories.a_seat(there["group"], on=on),
    "end seat": lambda by, there, on: actions.end_seat(there["seats"][0].ref, by=by, on=on),
    "chair": lambda by, there, on: stories.a_chair(there["panel"], on=on),
    "end chair": lambda by, there, on: actions.end_membership(there["chair"], by=by, on=on),
    "represent": lambda by, there, on: actions.represent(
        there["seats"][0].ref, by=by, on=on, agreed="By letter", for_body=stories.a_body(there["group"].area)
    ),
    "plan": lambda by, there, on: stories.a_planned_meeting(there["group"], on + timedelta(days=9), on=on),
    "write up": written_up,
    "call": lambda by, there, on: actions.call_meeting(there["coming"].ref, by=by, on=min(on, date(2025, 9, 3))),
    "move": lambda by, there, on: actions.move_meeting(there["coming"].ref, by=by, on=on, day=on + timedelta(days=30)),
    "cancel": lambda by, there, on: actions.cancel_meeting(there["coming"].ref, by=by, on=on, because="Flood"),
    "hold": came_to_the_coming,
    "item": lambda by, there, on: actions.add_item(
        there["coming"].ref, by=by, on=on, title="The action", kind="action", action=there["action"].ref
    ),
    "clear": lambda by, there, on: actions.clear_minutes(there["meeting"].ref, by=stories.the_chair_on(there["group"].area, on), on=on),
    "decide": lambda by, there, on: actions.decide_between_meetings(there["group"].ref, by=by, on=on, words="Do it", kind="delivery"),
    "check": lambda by, there, on: actions.add_check_later(there["decision"].ref, by=by, on=on, answers=stories.YES),
    "undo": lambda by, there, on: actions.withdraw_decision(there["decision"].ref, by=by, on=on, because="Never decided"),
    "raise": lambda by, there, on: actions.raise_action("More", by=by, on=on, body=stories.a_body(there["group"].area), due=on),
    "update": lambda by, there, on: actions.update_action(there["action"].ref, by=by, on=on, words="Going well"),
    "hand over": lambda by, there, on: actions.hand_over_action(there["action"].ref, by=by, on=on, body=stories.a_body(by_area(there))),
    "finish": lambda by, there, on: actions.finish_action(there["action"].ref, by=by, on=on),
    "nil": lambda by, there, on: actions.nil_return(
        "delivery-decisions", by=by, on=on, since=DAY, until=on, post=stories.a_post(by_area(there))
    ),
    "use link": lambda by, there, on: actions.do_under_link(there["link"].ref, by=by, on=on, what="Shared training"),
    "end link": lambda by, there, on: actions.end_link(there["link"].ref, by=by, on=on),
    "exchange": lambda by, there, on: actions.note_exchange("Church", by=by, on=on, how="Letter"),
    "answer": lambda by, there, on: actions.answer_exchange(there["exchange"].ref, by=by, on=on, words="We will"),
    "involve": lambda by, there, on: actions.note_involvement(there["officer"], by=by, on=on, how="cleared", what="A press notice"),
    "leave": lambda by, there, on: leave_post(there["post"], by=by, on=on, person=there["officer"]),
}


def by_area(there: dict[str, Any]) -> Area:
    return there["group"].area


def with_officer(area: Area, there: dict[str, Any]) -> dict[str, Any]:
    post = PostFactory(area=area, kind="strategic-officer")
    officer = PersonFactory(area=area)
    lead = stories.the_lead_on(area, stories.BEGAN)
    hold_post(post.ref, by=lead, on=stories.BEGAN, person=officer.ref)
    return {**there, "post": post.ref, "officer": officer.ref}


NAMES = st.lists(st.sampled_from(sorted(DEEDS)), min_size=3, max_size=8, unique=True)
often = settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture], phases=[Phase.generate, Phase.explicit])


@often
@given(names=NAMES, days=st.integers(1, 300))
def test_a_deed_dated_after_a_day_never_changes_the_facts_as_at_that_day(there: dict[str, Any], names: list[str], days: int) -> None:
    viewer = stories.the_lead_on(by_area(there), LONG_AFTER)
    with taken_back():
        before = gather(viewer, on=DAY, known=LONG_AFTER, places=())

        typed = DAY + timedelta(days=400)
        done = [name for place, name in enumerate(names) if did(DEEDS[name], there, DAY + timedelta(days=days + place), typed=typed)]

        assert gather(viewer, on=DAY, known=LONG_AFTER, places=()) == before, done


@often
@given(names=NAMES, days=st.integers(10, 80))
def test_what_is_typed_after_a_day_never_changes_the_facts_known_on_that_day(there: dict[str, Any], names: list[str], days: int) -> None:
    viewer = stories.the_lead_on(by_area(there), LONG_AFTER)
    with taken_back():
        before = gather(viewer, on=LONG_AFTER, known=DAY, places=())

        done = [name for name in names if did(DEEDS[name], there, DAY - timedelta(days=days), typed=DAY + timedelta(days=1))]

        assert gather(viewer, on=LONG_AFTER, known=DAY, places=()) == before, done


@contextmanager
def taken_back() -> Iterator[None]:
    """Each example begins from the same area."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


def did(deed: Deed, there: dict[str, Any], on: date, *, typed: date) -> bool:
    """Do a deed that happened on a day and is typed on another; whether it could be done."""
    by = a_viewer(by_area(there), Role.LEAD, cleared=True, now=datetime.combine(typed, time(12), UTC))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(stories, "the_lead_on", lambda area, day=typed: by)
        patch.setattr(stories, "the_chair_on", lambda area, day=typed: a_viewer(area, Role.CHAIR, cleared=True, now=by.now))
        try:
            with transaction.atomic():
                deed(by, there, on)
        except (Refused, ObjectDoesNotExist):
            return False
    return True


def test_each_deed_of_the_property_counts_once_it_has_happened(area: Area, there: dict[str, Any]) -> None:
    viewer = stories.the_lead_on(area, LONG_AFTER)
    on = date(2025, 9, 10)
    silent = []

    for name in sorted(DEEDS, key=lambda name: (name in {"hold", "cancel", "end group", "end seat", "end link", "leave", "stop"}, name)):
        before = gather(viewer, on=LONG_AFTER, known=LONG_AFTER, places=())
        if did(DEEDS[name], there, on, typed=on) and gather(viewer, on=LONG_AFTER, known=LONG_AFTER, places=()) == before:
            silent.append(name)

    assert silent == []


def test_the_facts_take_as_many_queries_for_many_rows_as_for_few(area: Area, there: dict[str, Any]) -> None:
    viewer = stories.the_lead_on(area, LONG_AFTER)
    few = queries_of(lambda: gather(viewer, on=LONG_AFTER, known=LONG_AFTER, places=()))
    for month in (4, 5, 6):
        stories.a_cleared_meeting(there["group"], date(2025, month, 12), came=there["seats"])
        stories.a_group(area, name=f"Group {month}")
        actions.note_exchange(f"Club {month}", by=stories.the_lead_on(area), on=date(2025, month, 2), how="Visit", heard="Well")

    many = queries_of(lambda: gather(viewer, on=LONG_AFTER, known=LONG_AFTER, places=()))

    assert many == few
    assert few <= 30


def queries_of(do: Callable[[], object]) -> int:
    with CaptureQueriesContext(connection) as caught:
        do()
    return len(caught)
