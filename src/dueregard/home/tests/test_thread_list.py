"""The list of threads: risks above tolerance or with a break first, each with its numbers."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from dueregard.access.roles import Role
from dueregard.accounts.tests.people import sign_in, sign_in_stranger
from dueregard.home.tests.threads import RiskAcceptedFactory, Story, a_risk, a_story, ago, an_action
from dueregard.organisations.tests.factories import AreaFactory
from dueregard.partnership.tests.factories import DecisionFactory
from dueregard.risk.tests.factories import (
    RiskFactory,
    RiskReviewFactory,
    RiskSourceFactory,
    RiskStepFactory,
    RiskWordingFactory,
    SourceFactory,
)

pytestmark = pytest.mark.django_db
PAGE = "/westmarch/thread/"


@pytest.fixture
def story() -> Story:
    return a_story()


def refs(page: str) -> list[str]:
    return re.findall(r'/westmarch/thread/risk/(\w+)/"', page)


def a_quiet_risk(area, ref: str):
    risk = RiskFactory(area=area, ref=ref, on=ago(500))
    RiskWordingFactory(risk=risk, title=f"Quiet risk {ref}")
    RiskReviewFactory(risk=risk)
    return risk


def test_risks_above_tolerance_or_with_a_break_come_first(client, story):
    for ref in ("R1", "R10", "R2"):
        a_quiet_risk(story.area, ref)
    a_risk(story.area, "R11", "Halls let to a front")
    sign_in(client, story.area, Role.LEAD)

    page = client.get(PAGE).text

    assert refs(page)[:2] == ["R11", "R4"]
    assert refs(page)[2:] == ["R1", "R2", "R10"]
    assert "5 risks are open in Westmarch" in page


def test_the_numbers_are_those_of_the_thread_itself(client, story):
    sign_in(client, story.area, Role.LEAD)

    row = client.get(PAGE).text.split('scope="row"')[1]
    thread = client.get(story.at("risk", "R4")).text

    loose = int(re.search(r"(\d+) loose ends? on this thread", thread)[1])
    assert 'data-label="Actions">4<' in row
    assert 'data-label="Sources">3<' in row
    assert sum(int(number) for number in re.findall(r"(\d+) (?:break|more)", row)) == loose


def test_a_closed_risk_has_left_the_list(client, story):
    RiskStepFactory(risk=story.risk, on=ago(3))
    sign_in(client, story.area, Role.LEAD)

    assert refs(client.get(PAGE).text) == []


def test_whoever_is_not_cleared_sees_no_trace_of_a_sensitive_risk(client, story):
    sign_in(client, story.area, Role.MEMBER)
    before = client.get(PAGE).text
    hidden = a_risk(story.area, "RS1", "SECRET risk", sensitive=True)
    an_action(hidden, "A-90", "Do it", "The council", due=-30, group=None)
    an_action(story.risk, "A-91", "SECRET action", "The council", due=-30, group=None, sensitive=True)
    RiskSourceFactory(risk=story.risk, source=SourceFactory(area=story.area, ref="SS-1", sensitive=True))
    RiskAcceptedFactory(risk=story.risk, decision=DecisionFactory(group=story.group, on=ago(10), sensitive=True))

    assert client.get(PAGE).text == before


def test_without_a_risk_the_list_says_so(client):
    sign_in(client, AreaFactory(slug="westmarch", name="Westmarch"), Role.MEMBER)

    assert "No open risk stands in the register" in client.get(PAGE).text


def test_who_may_write_is_led_to_the_first_step(client):
    sign_in(client, AreaFactory(slug="westmarch", name="Westmarch"), Role.LEAD)

    assert "/westmarch/risk/" in client.get(PAGE).text


@pytest.mark.parametrize("role", [Role.AUDITOR, Role.ADMINISTRATOR])
def test_who_reads_no_risk_is_refused(client, story, role):
    sign_in(client, story.area, role)

    assert client.get(PAGE).status_code == 403


def test_to_a_stranger_the_list_does_not_exist(client, story):
    sign_in_stranger(client)

    assert client.get(PAGE).status_code == 404


@pytest.mark.parametrize(("path", "ref"), [("actions", "A-14"), ("decisions", "")])
def test_a_record_leads_to_its_thread(client, story, path, ref):
    sign_in(client, story.area, Role.LEAD, cleared=True)
    ref = ref or story.decision.ref

    page = client.get(f"/westmarch/partnership/{path}/{ref}/").text

    assert f"/westmarch/thread/{path.removesuffix('s')}/{ref}/" in page


def statements_of(client, page: str) -> int:
    with CaptureQueriesContext(connection) as captured:
        client.get(page)
    return len(captured)


def test_many_risks_cost_no_more_statements_than_one(client, story):
    sign_in(client, story.area, Role.LEAD, cleared=True)
    client.get(PAGE)
    one = statements_of(client, PAGE)
    for number in range(60):
        a_quiet_risk(story.area, f"R{number + 20}")

    assert statements_of(client, PAGE) == one
