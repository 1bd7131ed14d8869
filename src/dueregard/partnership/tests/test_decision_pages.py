"""Decisions as the pages show them: the list, the check or its absence in words, the check added afterwards."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from dueregard.access.roles import Role
from dueregard.partnership import actions
from dueregard.partnership.models import Decision
from dueregard.partnership.tests.pages import World, a_world, sent_back, signed_in, stranger, today, words
from dueregard.partnership.tests.stories import YES, inside, the_lead_on

pytestmark = pytest.mark.django_db
ANSWERS = {
    f"answers-{name}": value
    for question in ("mindful", "proportionate", "reduces")
    for name, value in ((question, "yes"), (f"{question}_because", f"Why {question}"))
}


@pytest.fixture
def world() -> World:
    return a_world()


def a_decision(
    world: World, *, days: int = 9, kind: str = "delivery", said: str = "Pay for two workshops", checked: bool = False, answers: Any = YES
) -> Decision:
    meeting = world.meeting(days=-days)
    item, on = world.item(meeting, "Workshops"), today() - timedelta(days=days)
    return actions.record_decision(item, by=the_lead_on(world.area, on), on=on, words=said, kind=kind, answers=answers if checked else None)


def test_the_list_says_which_delivery_decisions_have_no_check(world: World) -> None:
    checked, bare = a_decision(world, days=20, checked=True), a_decision(world)
    a_decision(world, days=30, kind="procedural", said="Note the minutes")

    page = words(signed_in(world, Role.MEMBER).get(world.at("decisions/")))

    assert "3 decisions; 2 of them about delivery, 1 without a Security Threat Check." in page
    assert page.index(bare.ref) < page.index(checked.ref)
    assert "Missing" in page
    assert "3 of 3" in page
    assert "Not needed" in page


def test_a_check_with_an_answer_of_no_is_not_ticked(world: World) -> None:
    a_decision(world, checked=True, answers=replace(YES, reduces=False, go_ahead_because="The school asked for it"))

    page = words(signed_in(world, Role.MEMBER).get(world.at("decisions/")))

    assert "1 of 3 answered no" in page
    assert "3 of 3" not in page


def test_only_the_unchecked_are_shown_when_asked(world: World) -> None:
    checked, bare = a_decision(world, days=20, checked=True), a_decision(world)

    page = words(signed_in(world, Role.LEAD).get(world.at("decisions/?unchecked=on")))

    assert bare.ref in page
    assert checked.ref not in page


def test_a_decision_shows_its_three_answers_the_wording_and_its_actions(world: World) -> None:
    decision = a_decision(world, checked=True)
    lead = the_lead_on(world.area, today())
    action = actions.raise_action("Book the hall", by=lead, on=today(), body=world.seats["police"].body.ref, decision=decision.ref)

    page = words(signed_in(world, Role.PARTNER).get(world.at(f"decisions/{decision.ref}/")))

    for shown in (YES.mindful_because, YES.proportionate_because, YES.reduces_because, "threat-check-2024-local", "in time"):
        assert shown in page
    assert action.what in page
    assert "the official one is not attached here" in page


def test_a_missing_check_is_said_with_what_adding_it_will_show(world: World) -> None:
    decision = a_decision(world, days=9)

    page = words(signed_in(world, Role.LEAD).get(world.at(f"decisions/{decision.ref}/")))

    assert "no check covers it" in page
    assert "will show as added 9 days after the decision" in page


def test_a_check_is_added_afterwards_and_shows_so(world: World) -> None:
    decision, client = a_decision(world, days=9), signed_in(world, Role.LEAD)
    address = world.at(f"decisions/{decision.ref}/check/")

    opened = client.get(address)
    answer = client.post(address, sent_back(opened, covers="decision", **ANSWERS), follow=True)

    assert "A check made today will show as added 9 days after it" in words(opened)
    assert "Added 9 days after the decision" in words(answer)
    assert "Why reduces" in words(answer)


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ({**ANSWERS, "answers-reduces_because": ""}, "Fill in “Reason for the third answer”"),
        ({**ANSWERS, "answers-reduces": "no"}, "go"),
        ({**ANSWERS, "on": "1/1/2020"}, "A check added later is dated on or after its decision"),
    ],
)
def test_a_check_that_is_not_whole_is_refused_and_what_was_typed_stays(world: World, typed: dict[str, str], why: str) -> None:
    decision, client = a_decision(world), signed_in(world, Role.LEAD)
    address = world.at(f"decisions/{decision.ref}/check/")

    answer = client.post(address, sent_back(client.get(address), covers="decision", **typed))

    assert "The check is not added yet" in words(answer)
    assert why in words(answer)
    assert "Why mindful" in answer.content.decode()


def test_a_procedural_decision_is_told_to_need_none(world: World) -> None:
    decision = a_decision(world, kind="procedural")

    page = signed_in(world, Role.LEAD).get(world.at(f"decisions/{decision.ref}/check/"))

    assert "needs no check" in words(page)
    assert "<textarea" not in page.content.decode()


def test_a_decision_written_by_mistake_is_taken_out(world: World) -> None:
    decision, client = a_decision(world), signed_in(world, Role.LEAD)
    address = world.at(f"decisions/{decision.ref}/mistake/")

    answer = client.post(address, sent_back(client.get(address), because="Written twice"), follow=True)

    assert f"{decision.ref} is taken out" in words(answer)
    with inside(world.area):
        assert client.get(world.at(f"decisions/{decision.ref}/")).status_code == 404


def test_the_list_takes_no_more_queries_for_more_decisions(world: World) -> None:
    client = signed_in(world, Role.LEAD)
    a_decision(world, checked=True)
    client.get(world.at("decisions/"))
    with CaptureQueriesContext(connection) as few:
        client.get(world.at("decisions/"))
    for number in range(5):
        a_decision(world, days=20 + number, checked=bool(number % 2))

    with CaptureQueriesContext(connection) as many:
        client.get(world.at("decisions/"))

    assert len(many) == len(few)


def test_who_may_not_is_refused_and_a_stranger_finds_nothing(world: World) -> None:
    decision = a_decision(world)

    assert signed_in(world, Role.PARTNER).get(world.at(f"decisions/{decision.ref}/check/")).status_code == 403
    assert stranger().get(world.at(f"decisions/{decision.ref}/")).status_code == 404
    assert signed_in(world, Role.AUDITOR).get(world.at("decisions/")).status_code == 403
