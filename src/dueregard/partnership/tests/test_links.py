"""What an action is tied to: when it starts, the risks it answers, the lines it furthers, its threat check."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.core.exceptions import ObjectDoesNotExist, PermissionDenied

from dueregard.access.viewer import Viewer
from dueregard.accounts.tests.people import TODAY, a_viewer, the_partner, the_stranger
from dueregard.basics.refused import Refused
from dueregard.partnership import actions
from dueregard.partnership.models import ActionRisk, ActionStart
from dueregard.partnership.queries.starts import lines_of, starts_of
from dueregard.partnership.tests.house import MARCH, OCTOBER, House, a_house
from dueregard.partnership.tests.stories import YES, inside, rows, the_lead_on, trail
from dueregard.risk.tests.factories import RiskFactory

pytestmark = pytest.mark.django_db
Deed = Callable[[Viewer, House, str], Any]
TOOLKIT = {"framework": "toolkit-2024", "line": "3.g5"}

DEEDS: dict[str, tuple[Deed, str]] = {
    "start_action": (lambda by, it, risk: actions.start_action(it.action, by=by, on=TODAY, start=OCTOBER), "start-set"),
    "answer_risk": (lambda by, it, risk: actions.answer_risk(it.action, by=by, on=TODAY, risk=risk), "risk-answered"),
    "stop_answering": (lambda by, it, risk: actions.stop_answering(it.finished, by=by, on=TODAY, risk=risk), "risk-let-go"),
    "further_line": (lambda by, it, risk: actions.further_line(it.action, by=by, on=TODAY, **TOOLKIT), "line-furthered"),
    "check_action": (lambda by, it, risk: actions.check_action(it.action, by=by, on=TODAY, answers=YES), "checked"),
}


def tied() -> tuple[House, str]:
    house = a_house()
    risk = RiskFactory(area=house.area).ref
    actions.answer_risk(house.finished, by=the_lead_on(house.area), on=TODAY, risk=risk)
    return house, risk


@pytest.mark.parametrize("name", DEEDS)
def test_it_works_and_leaves_a_trail(name: str) -> None:
    house, risk = tied()
    deed, verb = DEEDS[name]

    deed(the_lead_on(house.area), house, risk)

    assert trail(house.area)[-1] == f"partnership.action.{verb}"


def test_the_wrong_role_and_another_council_are_refused() -> None:
    house, risk = tied()
    partner, stranger = the_partner(house.area), the_stranger()

    for deed, _ in DEEDS.values():
        with pytest.raises(PermissionDenied):
            deed(partner, house, risk)
        with pytest.raises((ObjectDoesNotExist, Refused), match=r"There is no|does not exist"):
            deed(stranger, house, risk)


def test_another_councils_risk_is_out_of_reach() -> None:
    house, theirs = a_house(), RiskFactory().ref

    with pytest.raises(Refused, match="There is no risk"):
        actions.answer_risk(house.action, by=the_lead_on(house.area), on=TODAY, risk=theirs)


def test_a_risk_one_may_not_see_is_not_there_to_be_answered() -> None:
    house = a_house()
    sealed = RiskFactory(area=house.area, sensitive=True).ref

    with pytest.raises(Refused, match="There is no risk"):
        actions.answer_risk(house.action, by=a_viewer(house.area, *the_lead_on(house.area).roles), on=TODAY, risk=sealed)


def test_what_cannot_be_so_is_refused_in_words() -> None:
    house, risk = tied()
    lead = the_lead_on(house.area)
    said = {
        "twice": lambda: actions.answer_risk(house.finished, by=lead, on=TODAY, risk=risk),
        "not answered": lambda: actions.stop_answering(house.action, by=lead, on=TODAY, risk=risk),
        "before it began": lambda: actions.answer_risk(house.action, by=lead, on=MARCH, risk=risk),
        "not yet": lambda: actions.answer_risk(house.action, by=lead, on=TODAY + timedelta(days=1), risk=risk),
        "start after due": lambda: actions.start_action(house.action, by=lead, on=TODAY, start=TODAY),
        "no such line": lambda: actions.further_line(house.action, by=lead, on=TODAY, framework="toolkit-2024", line="9.z9"),
        "no such framework": lambda: actions.further_line(house.action, by=lead, on=TODAY, framework="made-up", line="3.g5"),
    }

    found = {}
    for name, deed in said.items():
        with pytest.raises(Refused) as refusal:
            deed()
        found[name] = str(refusal.value)

    assert found == {
        "twice": "The action answers this risk already",
        "not answered": "The action does not answer this risk",
        "before it began": "The action began on 3 June 2026, so nothing of it can be dated 4 March 2026",
        "not yet": "19 November 2026 has not come yet: record it when it has happened",
        "start after due": "The action cannot start on 18 November 2026: it is due on 7 October 2026",
        "no such line": "There is no line 9.z9 in toolkit-2024",
        "no such framework": "There is no line 3.g5 in made-up",
    }


def test_a_start_and_a_line_are_read_as_they_stood() -> None:
    house, _ = tied()
    lead = the_lead_on(house.area)
    actions.start_action(house.action, by=the_lead_on(house.area, OCTOBER), on=OCTOBER, start=MARCH)
    actions.start_action(house.action, by=lead, on=TODAY, start=OCTOBER)
    actions.further_line(house.action, by=lead, on=TODAY, **TOOLKIT)

    with inside(house.area):
        keys = list(ActionStart.objects.filter(area=house.area).values_list("action", flat=True))
        before, now = (starts_of(lead, on=day, actions=keys) for day in (OCTOBER, TODAY))
        lines = lines_of(lead, on=TODAY, actions=keys)

    assert (before[house.action], now[house.action]) == (MARCH, OCTOBER)
    assert lines[house.action] == [("toolkit-2024", "3.g5")]
    assert len(rows(ActionRisk, house.area)) == 1
