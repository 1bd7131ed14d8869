"""What section 1 does about a risk: actions that answer it, a decision that accepts it, and what the register shows of both."""

import re
from datetime import date, timedelta
from html import unescape
from typing import Any

import pytest
from django.core.exceptions import ObjectDoesNotExist, PermissionDenied

from dueregard.access.roles import Role
from dueregard.accounts.tests.people import TODAY, a_viewer, the_partner, the_stranger
from dueregard.basics.refused import Refused
from dueregard.partnership import actions
from dueregard.partnership.models import ActionRisk, RiskAccepted
from dueregard.partnership.queries.risks import answered
from dueregard.partnership.tests.house import MARCH, OCTOBER, House, a_house
from dueregard.partnership.tests.stories import inside, rows, the_lead_on, trail
from dueregard.partnership.views.risks import risk_actions
from dueregard.risk.rules.risks import RiskStatus
from dueregard.risk.tests.factories import RiskFactory, RiskReviewFactory, RiskStepFactory, RiskWordingFactory
from dueregard.risk.tests.world import signed_in

pytestmark = pytest.mark.django_db
LONG_AGO = date(2019, 1, 1)


def accepting() -> tuple[House, str]:
    house = a_house()
    risk = RiskFactory(area=house.area, ref="R1", on=LONG_AGO, worded=True)
    return house, risk.ref


def accept(house: House, risk: str, **more: Any) -> None:
    actions.accept_risk(house.decision, by=the_lead_on(house.area), risk=risk, because="It costs more to lower it", **more)


def test_a_decision_accepts_a_risk_dated_to_it_and_leaves_a_trail() -> None:
    house, risk = accepting()

    accept(house, risk, until=TODAY)

    [row] = rows(RiskAccepted, house.area)
    with inside(house.area):
        assert (row.on, row.until, row.risk.ref) == (row.decision.on, TODAY, risk)
    assert trail(house.area)[-1] == "partnership.risk.accepted"


def test_the_wrong_role_and_another_council_are_refused() -> None:
    house, risk = accepting()

    with pytest.raises(PermissionDenied):
        actions.accept_risk(house.decision, by=the_partner(house.area), risk=risk, because="So")
    with pytest.raises(ObjectDoesNotExist):
        actions.accept_risk(house.decision, by=the_stranger(), risk=risk, because="So")


def test_at_the_wrong_moment_it_is_refused_in_words() -> None:
    house, risk = accepting()
    later = RiskFactory(area=house.area, ref="R2", on=TODAY).ref
    closed = RiskFactory(area=house.area, ref="R3", on=LONG_AGO)
    RiskStepFactory(risk=closed, status=RiskStatus.CLOSED)
    secret = RiskFactory(area=house.area, ref="RS1", sensitive=True, on=LONG_AGO).ref
    accept(house, risk)

    with pytest.raises(Refused, match="accepts this risk already"):
        accept(house, risk)
    with pytest.raises(Refused, match="after the decision"):
        accept(house, later)
    with pytest.raises(Refused, match="nothing to accept"):
        accept(house, closed.ref)
    with pytest.raises(Refused, match="cannot accept the risk until"):
        accept(house, RiskFactory(area=house.area, ref="R4", on=LONG_AGO).ref, until=LONG_AGO)
    with pytest.raises(Refused, match="There is no risk RS1"):
        actions.accept_risk(house.decision, by=a_viewer(house.area, Role.LEAD), risk=secret, because="So")


def test_the_register_says_how_many_answer_each_risk_and_what_is_accepted() -> None:
    house, risk = accepting()
    lead = the_lead_on(house.area)
    other = RiskFactory(area=house.area, ref="R2", on=LONG_AGO, continues=RiskFactory(area=house.area, ref="R0", on=LONG_AGO))
    actions.answer_risk(house.action, by=lead, on=TODAY, risk="R0")
    actions.answer_risk(house.finished, by=lead, on=TODAY, risk="R0")
    accept(house, risk)

    with inside(house.area):
        said = risk_actions(lead, refs=(risk, other.ref), on=TODAY)
        before = risk_actions(lead, refs=(risk, other.ref), on=TODAY - timedelta(days=1))

    assert said == {risk: "None; accepted", "R2": "1 open, 1 late, 1 done"}
    assert before["R2"] == "None"


def test_an_uncleared_viewer_is_told_of_no_sensitive_risk_or_action() -> None:
    house, _ = accepting()
    secret = RiskFactory(area=house.area, ref="RS1", sensitive=True, on=LONG_AGO)
    uncleared = a_viewer(house.area, Role.LEAD)

    with inside(house.area):
        assert answered(uncleared, [secret.ref], on=TODAY) == {}
        assert answered(the_lead_on(house.area), [secret.ref], on=TODAY)[secret.ref].actions == ()


def words(response: Any) -> str:
    assert response.status_code == 200
    body = response.content.decode().split("<main", 1)[-1].split("</main>", 1)[0]
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", body)).split())


def test_a_risk_is_answered_and_accepted_from_its_own_page() -> None:
    house, risk = accepting()
    lead, at = signed_in(house.area), f"/{house.area.slug}/partnership/risks/{risk}"

    answer = {"action": house.action, "on": f"{OCTOBER:%d/%m/%Y}"}
    answering = words(lead.post(f"{at}/answer/", answer, follow=True))
    accepted = words(lead.post(f"{at}/accept/", {"decision": house.decision, "because": "It costs more"}, follow=True))
    decision = words(lead.get(f"/{house.area.slug}/partnership/decisions/{house.decision}/"))
    closing = words(lead.get(f"/{house.area.slug}/risk/register/{risk}/close/"))

    assert rows(ActionRisk, house.area)[0].on == OCTOBER
    assert house.action in answering
    assert f"By decision {house.decision}" in accepted
    assert "Risks it accepts as they stand" in decision
    assert "It costs more" in decision
    assert "1 action that answers it is still open" in closing


def test_a_decision_names_the_risk_it_accepts_on_its_own_page() -> None:
    house, risk = accepting()
    lead, at = signed_in(house.area), f"/{house.area.slug}/partnership/decisions/{house.decision}/accept-risk/"

    refused = words(lead.post(at, {"risk": risk, "because": "So", "until": "1/1/2019"}))
    done = words(lead.post(at, {"risk": risk, "because": "So"}, follow=True))
    partner = signed_in(house.area, Role.PARTNER).get(at)

    assert "cannot accept the risk until" in refused
    assert "Risks it accepts as they stand" in done
    assert partner.status_code == 403


def test_the_register_page_shows_an_unanswered_risk_above_tolerance_as_a_break() -> None:
    house, risk = accepting()
    high = RiskFactory(area=house.area, ref="R2", on=MARCH)
    RiskWordingFactory(risk=high)
    RiskReviewFactory(risk=high, high=True)

    page = words(signed_in(house.area, Role.MEMBER).get(f"/{house.area.slug}/risk/register/"))

    assert "Break No action answers it" in page
    assert risk in page
