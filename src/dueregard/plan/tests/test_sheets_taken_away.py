"""Taking a plan’s actions away as a sheet: what is in it, for whom, that it is in the trail, and the way back through the pages."""

from datetime import date
from typing import Any

import pytest

from dueregard.access.roles import Role
from dueregard.partnership.actions import raise_action, update_action
from dueregard.partnership.tests.pages import words
from dueregard.partnership.tests.stories import the_lead_on, trail
from dueregard.plan.actions import put_in_plan
from dueregard.plan.tests.sheets import at, go_on, here, in_plan, lead, upload
from dueregard.plan.tests.written import RAISED, Written

pytestmark = pytest.mark.django_db


@pytest.fixture
def it() -> Written:
    return here()


@pytest.fixture(autouse=True)
def encrypted(settings: Any) -> None:
    settings.DISK_ENCRYPTED = True


def a_sensitive_action(it: Written) -> None:
    cleared = the_lead_on(it.area, RAISED)
    ref = raise_action("Watch the arcade", by=cleared, on=RAISED, body=it.body, marking="official-sensitive").ref
    put_in_plan(it.plan, by=cleared, on=RAISED, action=ref)


@pytest.mark.parametrize("ending", ["csv", "xlsx"])
def test_what_is_taken_away_comes_back_and_changes_nothing(it: Written, ending: str) -> None:
    client = lead(it)
    update_action(it.action, by=the_lead_on(it.area), on=date(2026, 10, 9), words="=HYPERLINK(1)\nand more", rag="amber")

    content = client.get(at(it, f"actions.{ending}")).content
    page = upload(client, it, content, name=f"plan.{ending}")

    assert "Nothing in it is new" in words(page)
    assert "0 new 0 changed 0 to answer 0 left out 1 without a change" in words(page)
    assert "plan.actions.taken-away" in trail(it.area)


def test_formula_text_is_text_on_the_way_out(it: Written) -> None:
    update_action(it.action, by=the_lead_on(it.area), on=date(2026, 10, 9), words="=1+1")

    content = lead(it).get(at(it, "actions.csv")).content.decode("utf-8-sig")

    assert ",'=1+1," in content


def test_an_edit_in_the_sheet_is_made_through_the_pages(it: Written) -> None:
    client = lead(it)
    content = client.get(at(it, "actions.csv")).content.decode("utf-8-sig")
    edited = content.replace("Fewer lettings", "More training").replace(",Open,", ",Done,")

    page = upload(client, it, edited.encode())
    done = go_on(client, it, page, "bring")

    assert "Objective: Fewer lettings → More training" in words(page)
    assert "Status: Open → Done" in words(page)
    assert "Brought in: changes to 1 action" in words(done)
    assert in_plan(it)["action"].steps.all()[0].status == "done"


def test_what_somebody_else_changed_meanwhile_is_asked_field_by_field(it: Written) -> None:
    client = lead(it)
    content = client.get(at(it, "actions.csv")).content.decode("utf-8-sig")
    update_action(it.action, by=the_lead_on(it.area), on=date(2026, 10, 9), words="Two halls refused", rag="red")
    edited = "\r\n".join(line.replace(",Open,,,", ",Open,Green,,") for line in content.split("\r\n"))

    page = upload(client, it, edited.encode())
    refused = go_on(client, it, page, "bring")
    done = go_on(client, it, refused, "bring", **{f"clash-{it.action}-rag": "sheet"})

    assert "Changed here since the sheet was taken away: how it is going" in words(page)
    assert "1 row still needs an answer" in words(refused)
    assert "Brought in: changes to 1 action" in words(done)
    assert [row.rag for row in in_plan(it)["action"].updates.all()] == ["red", "green"]


def test_without_clearance_no_row_tells_of_a_sensitive_action(it: Written) -> None:
    a_sensitive_action(it)

    plain, cleared = (lead(it, cleared=one).get(at(it, "actions.csv")).content.decode() for one in (False, True))

    assert "arcade" not in plain
    assert "OFFICIAL-SENSITIVE" not in plain
    assert "arcade" in cleared
    assert "OFFICIAL-SENSITIVE" in cleared


def test_a_sheet_with_a_sensitive_row_tells_the_uncleared_nothing_of_it(it: Written) -> None:
    a_sensitive_action(it)
    content = lead(it, cleared=True).get(at(it, "actions.csv")).content

    page = upload(lead(it), it, content)

    assert "in this plan that you can see" in words(page)


def test_whoever_may_read_the_plan_takes_it_away_and_another_area_does_not(it: Written) -> None:
    other = here("eastmarch")

    assert lead(it, role=Role.PARTNER).get(at(it, "actions.xlsx")).status_code == 200
    assert lead(other).get(at(it, "actions.xlsx")).status_code == 404
    assert lead(it).get(f"/westmarch/plan/plans/{other.plan}9/actions.csv").status_code == 404
