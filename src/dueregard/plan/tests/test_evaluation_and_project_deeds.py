"""Every deed on evaluations and projects: it works and leaves a trail, the wrong role is refused, another council reaches none of it."""

from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest
from django.core.exceptions import ObjectDoesNotExist, PermissionDenied

from dueregard.access.viewer import Viewer
from dueregard.accounts.tests.people import TODAY, the_partner, the_stranger
from dueregard.basics.refused import Refused
from dueregard.partnership.tests.stories import the_lead_on, trail
from dueregard.plan import actions
from dueregard.plan.tests.finished import MET, NOTHING, Finished, finished

pytestmark = pytest.mark.django_db
Deed = Callable[[Viewer, Finished], Any]

DEEDS: dict[str, tuple[Deed, str]] = {
    "evaluate": (
        lambda by, it: actions.evaluate("Fewer", by=by, on=MET, actions=[it.done, it.twin], changes=[it.score()], item=it.item),
        "evaluation.made",
    ),
    "add_change": (
        lambda by, it: actions.add_change(it.evaluation, by=by, on=TODAY, change_made=actions.Change(changed="action", action=it.still)),
        "evaluation.changed-something",
    ),
    "take_evaluation": (lambda by, it: actions.take_evaluation(it.evaluation, by=by, item=it.item), "evaluation.taken"),
    "start_project": (
        lambda by, it: actions.start_project(
            "Clubs", by=by, on=TODAY, funder="council", provider="A trust", body=it.body, actions=[it.still]
        ),
        "project.started",
    ),
    "tie_project": (lambda by, it: actions.tie_project(it.project, by=by, on=TODAY, actions=[it.still]), "project.tied"),
    "look_into_provider": (
        lambda by, it: actions.look_into_provider(it.project, by=by, on=TODAY, status="passed"),
        "project.provider-looked-into",
    ),
    "record_amount": (
        lambda by, it: actions.record_amount(it.project, by=by, on=TODAY, kind="awarded", pounds=Decimal(9000)),
        "project.amount-recorded",
    ),
    "record_output": (
        lambda by, it: actions.record_output(it.project, by=by, on=TODAY, words="Sessions", number=6),
        "project.output-recorded",
    ),
    "check_project": (lambda by, it: actions.check_project(it.project, by=by, on=TODAY, check=it.check), "project.checked"),
    "end_project": (lambda by, it: actions.end_project(it.project, by=by, on=TODAY), "project.ended"),
}


@pytest.mark.parametrize("name", DEEDS)
def test_it_works_and_leaves_a_trail(name: str) -> None:
    house = finished()
    deed, verb = DEEDS[name]

    deed(the_lead_on(house.area), house)

    assert trail(house.area)[-1] == f"plan.{verb}"


def test_another_council_can_reach_none_of_it() -> None:
    house, stranger = finished(), the_stranger()
    before = trail(house.area)

    for deed, _ in DEEDS.values():
        with pytest.raises((ObjectDoesNotExist, Refused), match=r"There is no|does not exist"):
            deed(stranger, house)

    assert trail(house.area) == before


def test_the_wrong_role_is_refused() -> None:
    house = finished()
    partner = the_partner(house.area)

    for deed, _ in DEEDS.values():
        with pytest.raises(PermissionDenied, match="does not allow"):
            deed(partner, house)


WRONG: dict[str, tuple[Deed, str]] = {
    "an action that is still open": (
        lambda by, it: actions.evaluate("Fewer", by=by, on=MET, actions=[it.still], changes=[NOTHING]),
        "is not completed, so there is nothing to evaluate yet",
    ),
    "an action completed later": (
        lambda by, it: actions.evaluate("Fewer", by=by, on=MET, actions=[it.late], changes=[NOTHING]),
        "cannot have been evaluated on 7 October 2026",
    ),
    "no action": (lambda by, it: actions.evaluate("Fewer", by=by, on=MET, actions=[], changes=[NOTHING]), "Choose the completed actions"),
    "no change said": (
        lambda by, it: actions.evaluate("Fewer", by=by, on=MET, actions=[it.done], changes=[]),
        "Say what it changes, or that nothing changes and why",
    ),
    "a score outside the matrix": (
        lambda by, it: actions.evaluate("Fewer", by=by, on=MET, actions=[it.done], changes=[it.score(2, 6)]),
        "from 1 to 5",
    ),
    "another day than the meeting it was made at": (
        lambda by, it: actions.evaluate("Fewer", by=by, on=TODAY, actions=[it.done], changes=[NOTHING], item=it.item),
        "is dated to it: 7 October 2026",
    ),
    "a day to come": (
        lambda by, it: actions.add_change(it.evaluation, by=by, on=TODAY.replace(year=2027), change_made=NOTHING),
        "has not come yet",
    ),
    "a change before the evaluation": (
        lambda by, it: actions.add_change(it.evaluation, by=by, on=MET.replace(day=6), change_made=NOTHING),
        "before it was made",
    ),
    "cleared minutes": (lambda by, it: actions.take_evaluation(it.evaluation, by=by, item=it.cleared), "cleared"),
    "a project that ends before it begins": (
        lambda by, it: actions.start_project("Clubs", by=by, on=TODAY, until=MET, funder="council", provider="A trust", body=it.body),
        "it begins on 18 November 2026",
    ),
    "a tie that is there": (
        lambda by, it: actions.tie_project(it.project, by=by, on=TODAY, objectives=[it.objective]),
        "not tied to yet",
    ),
    "conditions without words": (
        lambda by, it: actions.look_into_provider(it.project, by=by, on=TODAY, status="conditions"),
        "Say the conditions",
    ),
    "an award of nothing": (
        lambda by, it: actions.record_amount(it.project, by=by, on=TODAY, kind="awarded", pounds=Decimal(0)),
        "no award",
    ),
    "delivered before it began": (
        lambda by, it: actions.record_output(it.project, by=by, on=TODAY.replace(year=2025), words="Sessions"),
        "Its funding began on 8 April 2026",
    ),
    "ended before it began": (
        lambda by, it: actions.end_project(it.project, by=by, on=TODAY.replace(year=2025)),
        "Its funding began on 8 April 2026",
    ),
}


@pytest.mark.parametrize("name", WRONG)
def test_the_wrong_stage_is_refused_in_words(name: str) -> None:
    house = finished()
    deed, says = WRONG[name]
    before = trail(house.area)

    with pytest.raises(Refused, match=says):
        deed(the_lead_on(house.area), house)

    assert trail(house.area) == before


@pytest.mark.parametrize("name", ["take_evaluation", "check_project", "end_project"])
def test_twice_is_refused_in_words(name: str) -> None:
    house = finished()
    lead, (deed, _) = the_lead_on(house.area), DEEDS[name]
    deed(lead, house)

    with pytest.raises(Refused, match="already"):
        deed(lead, house)


def test_an_ended_project_is_tied_to_nothing_more_and_its_money_is_still_recorded() -> None:
    house = finished()
    lead = the_lead_on(house.area)
    actions.end_project(house.project, by=lead, on=TODAY)

    actions.record_amount(house.project, by=lead, on=TODAY, kind="spent", pounds=Decimal(100))

    with pytest.raises(Refused, match="has ended"):
        actions.tie_project(house.project, by=lead, on=TODAY, actions=[house.still])
