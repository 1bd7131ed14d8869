"""What is Official-Sensitive in a plan is not there for whoever may not read it: no row, no count, no name of a risk."""

import pytest
from pytest_django import Settings

from dueregard.access.roles import Role
from dueregard.accounts.tests.people import TODAY, a_viewer
from dueregard.organisations.tests.factories import AreaFactory
from dueregard.partnership import actions as partnership
from dueregard.partnership.tests.pages import World, signed_in
from dueregard.partnership.tests.stories import inside, the_lead_on
from dueregard.plan import actions, queries
from dueregard.plan.queries.links import linked
from dueregard.plan.tests.written import Written, written
from dueregard.risk.tests.factories import RiskFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def sealed(settings: Settings) -> Written:
    settings.DISK_ENCRYPTED = True  # so that SQLite keeps sensitive rows
    it = written(AreaFactory(slug="westmarch"))
    lead = the_lead_on(it.area)
    given = {"by": lead, "on": TODAY, "body": it.body, "objective": it.objective}
    actions.write_action(it.plan, what="A sealed matter", marking="official-sensitive", **given)
    risk = RiskFactory(area=it.area, sensitive=True, worded=True).ref
    partnership.answer_risk(it.action, by=lead, on=TODAY, risk=risk)
    return it


def test_an_uncleared_viewer_finds_no_sealed_action_and_no_sealed_risk(sealed: Written) -> None:
    plain, cleared = a_viewer(sealed.area, Role.LEAD), the_lead_on(sealed.area)

    with inside(sealed.area):
        plan = queries.plans(cleared).get(ref=sealed.plan)
        seen = {who.is_cleared: queries.planned_actions(who, plan, as_at=TODAY, known=TODAY) for who in (plain, cleared)}
        risks = {who.is_cleared: linked(who, [sealed.action], on=TODAY)[sealed.action].risks for who in (plain, cleared)}

    assert [len(seen[False]), len(seen[True])] == [1, 2]
    assert [len(risks[False]), len(risks[True])] == [0, 1]


def test_no_page_or_file_tells_of_it(sealed: Written) -> None:
    client = signed_in(World(sealed.area, sealed.group, {}, {}), Role.LEAD)
    plan = f"/westmarch/plan/plans/{sealed.plan}/"
    pages = [
        "/westmarch/plan/",
        plan,
        f"{plan}plan.docx",
        "/westmarch/plan/actions/?status=all",
        f"/westmarch/plan/actions/{sealed.action}/",
    ]
    pages += [f"/westmarch/plan/objectives/{sealed.objective}/", f"/westmarch/plan/meetings/{sealed.coming}/agenda/", f"{plan}actions/add/"]

    said = {page: client.get(page).content for page in pages}

    assert [page for page, body in said.items() if b"sealed" in body or b"SENSITIVE" in body or b"Sensitive" in body] == []
    assert client.get("/westmarch/plan/actions/AS-1/").status_code == 404


def test_a_sealed_plan_is_not_there_at_all(sealed: Written) -> None:
    lead = the_lead_on(sealed.area)
    given = {"covers_from": TODAY.replace(year=2031), "covers_to": TODAY.replace(year=2032), "marking": "official-sensitive"}
    ref = actions.begin_plan("Hush", by=lead, on=TODAY, group=sealed.group.ref, **given).ref
    client = signed_in(World(sealed.area, sealed.group, {}, {}), Role.LEAD)

    assert client.get(f"/westmarch/plan/plans/{ref}/").status_code == 404
    assert b"Hush" not in client.get("/westmarch/plan/plans/").content


def test_a_sealed_plan_and_its_objectives_leave_no_gap_in_the_numbers(sealed: Written) -> None:
    lead = the_lead_on(sealed.area)
    plans = []
    for year, marking in ((2031, "official"), (2033, "official-sensitive"), (2035, "official")):
        period = {"covers_from": TODAY.replace(year=year), "covers_to": TODAY.replace(year=year + 1)}
        plans.append(actions.begin_plan("Next", by=lead, on=TODAY, group=sealed.group.ref, marking=marking, **period).ref)
    objectives = [actions.add_objective(plan, by=lead, on=TODAY, title="Act early").ref for plan in plans]

    assert [plans[1], objectives[1]] == ["PLANS-1", "OS-1"]
    assert [int(refs[2].rpartition("-")[2]) - int(refs[0].rpartition("-")[2]) for refs in (plans, objectives)] == [1, 1]
