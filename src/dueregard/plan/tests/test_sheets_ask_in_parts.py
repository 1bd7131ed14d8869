"""A sheet that leaves more open than one page asks: a few at a time, what was answered stays, the rest follow."""

import re

import pytest
from django.http import HttpResponse

from dueregard.organisations.models import Body
from dueregard.partnership.tests.pages import words
from dueregard.partnership.tests.stories import inside
from dueregard.plan.forms.sheets import MOST
from dueregard.plan.tests.sheets import csv, go_on, here, in_plan, lead, upload

pytestmark = pytest.mark.django_db
ROWS = 2 * MOST + 13


def asked(page: HttpResponse) -> list[str]:
    return re.findall(r'<select[^>]*name="(owner-[0-9a-f]+)"', page.content.decode())


def test_more_owners_than_a_page_asks_are_asked_one_page_after_the_other() -> None:
    it = here()
    client = lead(it)
    with inside(it.area):
        name = Body.objects.get(area=it.area, ref=it.body).name
    sheet = csv("Action,Owner", *(f"Do {n},Some team {n}" for n in range(ROWS)), f"Do the last,{name}")

    page = upload(client, it, sheet, name="plan.csv")
    first, seen = asked(page), [words(page)]
    answers = dict.fromkeys(first, f"body:{it.body}")
    page = go_on(client, it, page, "check", **answers)
    second = [one for one in asked(page) if one not in first]
    seen.append(words(page))
    page = go_on(client, it, page, "check", **dict.fromkeys(second, f"body:{it.body}"))
    third = [one for one in asked(page) if one not in first + second]
    seen.append(words(page))
    done = go_on(client, it, page, "bring", **dict.fromkeys(third, f"body:{it.body}"))

    assert [len(first), len(second), len(third)] == [MOST, MOST, 13]
    assert f"{MOST} of {ROWS} owners are shown: answer these and look again, and the rest follow" in seen[0]
    assert f"{MOST} of {ROWS - MOST} owners are shown" in seen[1]
    assert f"{MOST} questions answered already" in seen[1]
    assert "owners are shown" not in seen[2]
    assert f"Brought in: {ROWS + 1} new actions" in words(done)
    assert len(in_plan(it)) >= ROWS + 1


def test_bringing_in_before_the_rest_were_asked_writes_nothing() -> None:
    it = here()
    client = lead(it)
    page = upload(client, it, csv("Action,Owner", *(f"Do {n},Some team {n}" for n in range(ROWS))), name="plan.csv")

    refused = go_on(client, it, page, "bring", **dict.fromkeys(asked(page), f"body:{it.body}"))

    assert f"{ROWS - MOST} rows still need an answer" in words(refused)
    assert "Do 1" not in in_plan(it)


def test_what_is_answered_offers_its_answer_or_to_be_asked_again() -> None:
    it = here()
    client = lead(it)
    page = upload(client, it, csv("Action,Owner", *(f"Do {n},Some team {n}" for n in range(ROWS))), name="plan.csv")
    one, *rest = asked(page)

    page = go_on(client, it, page, "check", **{one: f"body:{it.body}"})
    shown = page.content.decode()
    field = shown[shown.index(f'name="{one}"') :].partition("</select>")[0]
    page = go_on(client, it, page, "check", **{one: ""})

    assert re.findall(r'<option value="([^"]*)"', field) == ["", f"body:{it.body}"]
    assert "Ask again" in field
    assert set(asked(page)) == {one, *rest}
