"""Bringing in a plan from the layouts councils use: a dry run of every row, questions, and then all of it or nothing."""

from datetime import date, timedelta

import pytest

from dueregard.access.roles import Role
from dueregard.partnership.models import Action, ActionRisk, ActionStart
from dueregard.partnership.tests.pages import World, sent_back, signed_in, today, words
from dueregard.partnership.tests.stories import inside, trail
from dueregard.plan.forms.sheets import key_of
from dueregard.plan.models import Measure, Milestone, Objective, PlannedAction, SheetLayout
from dueregard.plan.tests.sheets import at, book, csv, go_on, here, in_plan, lead, upload
from dueregard.plan.tests.written import TO, Written

pytestmark = pytest.mark.django_db
SCHOOLS = ("Outcome", "Risk/Vulnerability", "Action to address risk", "Owner", "Evidence of progress", "RAG")
OURS = "Reference,Objective,Risk,Action,Owner,Start,Due,Status,RAG,Update"


@pytest.fixture
def it() -> Written:
    return here()


def body_of(it: Written) -> str:
    with inside(it.area):
        action = Action.objects.get(area=it.area, ref=it.action)
        return action.owners.get().body.name


NUMBERED = {
    "Do this": "1 Lead well",
    "Do that": "2.1) Lead well",
    "Do more": "Priority 3: Lead well",
    "Do less": "12 visits to schools",
    "Do no more": "Objective 4",
}


def objectives_of(it: Written) -> dict[str, str]:
    with inside(it.area):
        rows = PlannedAction.objects.filter(area=it.area, plan__ref=it.plan, ending=None, objective__isnull=False)
        return dict(rows.values_list("action__what", "objective__title"))


def test_the_sheet_of_schools_is_read_with_its_headings_its_merged_rows_and_its_colours(it: Written) -> None:
    client, body = lead(it), body_of(it)
    rows = [
        ("Prevent risk assessment and action plan",),
        (),
        SCHOOLS,
        ("Leadership",),
        ("Leaders know their duty", "Staff turn over", "Brief every head", body, "Two heads briefed", ""),
        ("Leaders keep a record", "", "Keep a training log", body, "", ""),
        ("Partnership",),
        ("Partners share", "", "Meet each quarter", body, "Met in May", "Green"),
    ]
    content = book(rows, merged=[(3, "Leadership"), (6, "Partnership")], fills={(4, 5): "amber", (5, 5): "red"})

    page = upload(client, it, content)
    before = in_plan(it)
    done = go_on(client, it, page, "bring")

    assert "It would bring in 3 new actions" in words(page)
    assert "Brief every head" not in before
    assert "Brought in: 3 new actions" in words(done)
    found = in_plan(it)
    rags = {what: [row.rag for row in action.updates.all()] for what, action in found.items()}
    assert (rags["Brief every head"], rags["Keep a training log"], rags["Meet each quarter"]) == (["amber"], ["red"], ["green"])
    under = objectives_of(it)
    assert (under["Brief every head"], under["Keep a training log"]) == ("Leadership", "Leadership")
    assert under["Meet each quarter"] == "Partnership"
    with inside(it.area):
        assert Measure.objects.filter(area=it.area, words="Partners share").count() == 1
        assert Objective.objects.filter(area=it.area, title="Leadership").count() == 1
    assert "plan.actions.brought-in" in trail(it.area)


def test_the_sheet_by_paragraphs_of_guidance_is_read(it: Written) -> None:
    client = lead(it)
    rows = [
        ("No", "Guidance - summary of activity required", "Work to date", "Action required"),
        (1, "Assess the risk", "Profile read", "Update the register"),
        (2, "Train staff", "", "Book two workshops"),
    ]

    page = upload(client, it, book(rows))
    refused = go_on(client, it, page, "bring")
    done = go_on(client, it, refused, "bring", nobody=f"body:{it.body}")

    assert "Choose above whose these rows are" in words(page)
    assert "2 rows still need an answer" in words(refused)
    assert "Brought in: 2 new actions" in words(done)
    assert objectives_of(it)["Book two workshops"] == "Train staff"
    assert [row.words for row in in_plan(it)["Update the register"].updates.all()] == ["Profile read"]


def test_the_sheet_by_quarters_dates_its_progress_and_makes_milestones_of_what_comes_next(it: Written) -> None:
    client = lead(it)
    rows = [
        ("Actions", "Progress Q1 and Q2", "Next Steps Q3 and Q4"),
        ("Refresh the strategy", "Workshop held", "Draft to the board"),
        ("Promote messages", "", "Newsletter"),
    ]

    page = upload(client, it, book(rows))
    go_on(client, it, page, "bring", nobody=f"body:{it.body}")

    update = in_plan(it)["Refresh the strategy"].updates.all()[0]
    assert (update.words, update.on) == ("Workshop held", date(2026, 9, 30))
    with inside(it.area):
        steps = Milestone.objects.filter(area=it.area, words__in=("Draft to the board", "Newsletter"))
        assert {row.due for row in steps} == {TO}


def test_a_plain_table_brings_dates_in_any_form_a_risk_and_how_far_each_came(it: Written) -> None:
    client, body = lead(it), body_of(it)
    content = csv(
        OURS,
        f",Fewer lettings,{it.risk},Check halls,{body},1st May 2026,30/11/2026,Open,Green,Begun",
        f",,,Write to schools,{body},2026-05-01,Mar 31 2027,Complete,,Sent",
    )

    page = upload(client, it, content, name="plan.csv")
    done = go_on(client, it, page, "bring")

    assert "Brought in: 2 new actions" in words(done)
    found = in_plan(it)
    assert found["Check halls"].dues.all()[0].due == date(2026, 11, 30)
    assert found["Write to schools"].dues.all()[0].due == date(2027, 3, 31)
    assert found["Write to schools"].steps.all()[0].status == "done"
    assert objectives_of(it)["Check halls"] == "Fewer lettings"
    with inside(it.area):
        assert ActionStart.objects.get(area=it.area, action=found["Check halls"]).start == date(2026, 5, 1)
        assert ActionRisk.objects.get(area=it.area, action=found["Check halls"]).risk.ref == it.risk


def test_the_number_before_an_objective_is_not_taken_for_its_name(it: Written) -> None:
    client, body = lead(it), body_of(it)
    rows = [f"A-,{title},,{what},{body},,30/11/2026,Open,," for what, title in NUMBERED.items()]

    page = upload(client, it, csv(OURS, *rows), name="plan.csv")
    go_on(client, it, page, "bring")
    again = upload(client, it, csv(OURS, *rows), name="plan.csv")

    under = objectives_of(it)
    assert [under[what] for what in NUMBERED] == ["Lead well", "Lead well", "Lead well", "12 visits to schools", "Objective 4"]
    assert "5 without a change" in words(again)


def test_the_same_sheet_again_changes_nothing_and_a_later_one_adds_only_what_is_new(it: Written) -> None:
    client, body = lead(it), body_of(it)
    first = csv("Action,Owner,RAG,Update", f"Check halls,{body},Green,Begun")
    go_on(client, it, upload(client, it, first), "bring")

    again = upload(client, it, first)
    later = upload(client, it, csv("Action,Owner,RAG,Update", f"Check halls,{body},Red,Stopped", f"Ring the mosque council,{body},,"))
    go_on(client, it, later, "bring")

    assert "Nothing in it is new" in words(again)
    assert "1 new action and changes to 1 action" in words(later)
    assert "How it is going: On course → Off course" in words(later)
    assert [row.words for row in in_plan(it)["Check halls"].updates.all()] == ["Begun", "Stopped"]


def test_columns_put_right_are_remembered_for_the_next_sheet_of_that_kind(it: Written) -> None:
    client, body = lead(it), body_of(it)
    odd = csv("Thing,Agency,Remarks", f"Check halls,{body},Begun")

    page = upload(client, it, odd)
    right = go_on(client, it, page, "check", **{"column-what": "0", "column-owner": "1", "column-words": "2"})
    go_on(client, it, right, "bring")
    next_one = upload(client, it, csv("Prevent plan", "Thing,Agency,Remarks", f"Ring schools,{body},Begun"))

    assert "No heading of the sheet was recognised" in words(page)
    assert "It would bring in 1 new action" in words(right)
    assert "It would bring in 1 new action" in words(next_one)
    with inside(it.area):
        assert SheetLayout.objects.filter(area=it.area).count() == 1


def test_an_owner_who_is_only_like_is_asked_and_a_risk_too(it: Written) -> None:
    client, body = lead(it), body_of(it)
    page = upload(client, it, csv("Action,Owner", f"Check halls,{body}s"))

    refused = go_on(client, it, page, "bring")
    done = go_on(client, it, refused, "bring", **{f"owner-{key_of(f'{body}s')}": f"body:{it.body}"})

    assert "1 row still needs an answer" in words(refused)
    assert "Brought in: 1 new action" in words(done)


@pytest.mark.parametrize(
    ("row", "why"),
    [
        (",,,,{body},,,,,", "Nothing to be done is written"),
        (",,,Check halls,Nobody at all,,,,,", "Choose the owner above"),
        (",,,Check halls,{body},,31 February 2027,,,", "no day of any month"),
        (",,,Check halls,{body},,03/04/2027,,,", "can be read two ways"),
        (",,,Check halls,{body},,1 January 2020,,,", "cannot be due on"),
        (",,,Check halls,{body},1 March 2027,1 February 2027,,,", "due before it starts"),
        (",,,Check halls,{body},,,,mauve,", "is no RAG"),
        (",,R99,Check halls,{body},,,,,", "There is no open risk R99 here"),
        ("A-99,,,Check halls,{body},,,,,", "There is no action A-99 in this plan"),
        (",,," + "C" * 401 + ",{body},,,,,", "longer than 400 letters"),
        (",,,Write,{body},,,,,", "The same as row"),
        (",,,Check halls,{body},,soon-ish,,,", "is no date"),
    ],
)
def test_every_row_says_what_is_wrong_with_it(it: Written, row: str, why: str) -> None:
    body = body_of(it)

    page = upload(lead(it), it, csv(OURS, f",,,Write,{body},,,,,", row.format(body=body)))

    assert page.status_code == 200
    assert why in words(page)
    assert "Write" not in in_plan(it)


def test_nothing_is_written_where_a_deed_refuses_one_row(it: Written) -> None:
    client, body = lead(it), body_of(it)
    content = csv(OURS, f",,,First,{body},,,,,", f",,,Second,{body},,,,,")
    page = upload(client, it, content)

    refused = go_on(client, it, page, "bring", raised=f"{today() + timedelta(days=3):%d/%m/%Y}")

    assert "still need an answer" in words(refused)
    assert "First" not in in_plan(it)


def test_only_those_who_write_the_plan_bring_a_sheet_in(it: Written) -> None:
    stranger = signed_in(World(here("eastmarch").area, it.group, {}, {}), Role.LEAD)

    assert lead(it, role=Role.MEMBER).get(at(it)).status_code == 403
    assert stranger.get(at(it)).status_code == 404


def test_a_dry_run_is_taken_away_as_a_list_without_formulas(it: Written) -> None:
    client, body = lead(it), body_of(it)
    page = upload(client, it, csv("Action,Owner", f"=1+1,{body}"))

    taken = client.post(at(it), sent_back(page, step="take"))

    assert b"'=1+1" in taken.content
