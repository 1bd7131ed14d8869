"""The list of actions, one action and what can be done to it, and a partner’s own on one page."""

import csv
from datetime import timedelta
from io import BytesIO, StringIO

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from python_calamine import CalamineWorkbook

from dueregard.access.roles import Role
from dueregard.partnership import actions, queries
from dueregard.partnership.models import Action
from dueregard.partnership.tests.pages import World, a_world, sent_back, signed_in, stranger, today, words
from dueregard.partnership.tests.stories import inside, the_lead_on

pytestmark = pytest.mark.django_db


@pytest.fixture
def world() -> World:
    return a_world()


def an_action(
    world: World, what: str = "Ring the ICB", *, days: int = -30, due: int | None = 10, who: str = "health", named: bool = True
) -> str:
    on = today() + timedelta(days=days)
    return actions.raise_action(
        what,
        by=the_lead_on(world.area, on),
        on=on,
        body=world.seats[who].body.ref,
        person=world.people[who] if named else None,
        due=today() + timedelta(days=due) if due is not None else None,
        group=world.group.ref,
    ).ref


def the_action(world: World, ref: str) -> Action:
    with inside(world.area):
        return Action.objects.get(area=world.area, ref=ref)


def test_the_list_says_whose_each_is_when_it_is_due_and_what_is_late(world: World) -> None:
    an_action(world, "Ring the ICB", due=-3)
    an_action(world, "Write to schools", due=20, who="police", named=False)

    page = words(signed_in(world, Role.PARTNER).get(world.at("actions/")))

    assert "2 actions open; 1 late." in page
    assert page.index("Ring the ICB") < page.index("Write to schools")
    assert "Late" in page
    assert "Record an action" not in page


def test_the_list_is_narrowed_down_by_owner_lateness_and_how_far(world: World) -> None:
    late, done = an_action(world, "Late one", due=-3), an_action(world, "Done one", who="police")
    actions.finish_action(done, by=the_lead_on(world.area, today()), on=today())
    client, police = signed_in(world, Role.LEAD), world.seats["police"].body.ref

    pages = {
        query: words(client.get(world.at(f"actions/?{query}"))) for query in ("late=on", "status=done", "status=all", f"body={police}")
    }

    assert late in pages["late=on"]
    assert "Done one" not in pages["late=on"]
    assert "Late one" not in pages["status=done"]
    assert "2 actions, as asked" in pages["status=all"]
    assert "No action is as asked" in pages[f"body={police}"]


def test_a_list_of_many_has_pages_and_takes_no_more_queries(world: World) -> None:
    client = signed_in(world, Role.LEAD)
    an_action(world)
    client.get(world.at("actions/"))
    few = queries_of(client, world.at("actions/"))
    for number in range(60):
        an_action(world, f"Action number {number}")

    assert queries_of(client, world.at("actions/")) == few
    assert "Page 1 of 2" in words(client.get(world.at("actions/")))
    assert "Page 2 of 2" in words(client.get(world.at("actions/?page=2")))


def queries_of(client: Client, address: str) -> int:
    with CaptureQueriesContext(
        connection,
    ) as caught:
        assert client.get(address).status_code == 200
    return len(caught)


def test_what_is_shown_is_taken_away_headed_and_no_cell_is_a_formula(world: World) -> None:
    an_action(world, '=HYPERLINK("http://x","Pay")')
    client = signed_in(world, Role.LEAD)

    text = client.get(world.at("actions/?take=csv")).content.decode("utf-8-sig")
    book = CalamineWorkbook.from_filelike(BytesIO(client.get(world.at("actions/?take=xlsx")).content))

    rows = list(csv.reader(StringIO(text)))
    assert rows[0][0].startswith("OFFICIAL. Actions, Westmarch, as at ")
    assert "by: Prevent lead or coordinator" in rows[1][0]
    assert rows[2][:2] == ["Ref", "Action"]
    assert rows[3][1].startswith("'=HYPERLINK")
    sheet = book.get_sheet_by_index(0).to_python()
    assert sheet[3][1] == '=HYPERLINK("http://x","Pay")'
    assert sheet[0][0].startswith("OFFICIAL. ")


def test_an_action_shows_its_owners_dates_updates_reviews_and_where_it_arose(world: World) -> None:
    meeting = world.meeting(days=-5)
    item = world.item(meeting, "Actions")
    ref = an_action(world, due=-8)
    lead = the_lead_on(world.area, today())
    actions.update_action(ref, by=lead, on=today() - timedelta(days=9), words="Rang twice", rag="amber")
    due = today() + timedelta(days=30)
    actions.review_action(ref, by=lead, item=item, words="The group was told", due=due, because="Nurse away")

    page = words(signed_in(world, Role.PARTNER).get(world.at(f"actions/{ref}/")))

    assert "Rang twice" in page
    assert "The group was told" in page
    assert "Re-dated once" in page
    assert "Nurse away" in page
    assert "At risk" in page
    assert "Prevent partnership group" in page


def test_the_lead_reviews_re_dates_and_hands_over(world: World) -> None:
    item, ref, client = world.item(world.meeting(days=-5), "Actions"), an_action(world), signed_in(world, Role.LEAD)
    due = today() + timedelta(days=40)

    for path, typed in {
        "review": {"item": item, "words": "Heard"},
        "redate": {"item": item, "due": f"{due:%d/%m/%Y}", "because": "Nurse away"},
        "owner": {"body": world.seats["police"].body.ref, "person": "", "on": f"{today():%d/%m/%Y}"},
    }.items():
        opened = client.get(world.at(f"actions/{ref}/{path}/"))
        answer = client.post(world.at(f"actions/{ref}/{path}/"), sent_back(opened, **typed))
        assert answer.status_code == 302, words(answer)

    with inside(world.area):
        _, row = queries.action_page(the_lead_on(world.area, today()), ref, as_at=today())
    assert (row.due, row.times_redated, row.owner) == (due, 1, world.seats["police"].body.name)


def test_a_partner_says_how_their_own_go_on_one_page(world: World) -> None:
    mine, bodys = an_action(world, "Mine"), an_action(world, "My body's", named=False)
    an_action(world, "Somebody else's", who="police")
    with inside(world.area):
        client = signed_in(world, Role.PARTNER, person=world.people["health"])
    address = world.at("actions/mine/")

    page = client.get(address)
    said = {"ref": mine, f"{mine}-course": "red", f"{mine}-words": "No nurse yet", f"{mine}-on": f"{today():%d/%m/%Y}", f"{mine}-seen": "1"}
    after = client.post(address, said, follow=True)

    assert "2 actions are yours" in words(page)
    assert bodys in words(page)
    assert "Somebody else" not in words(page)
    assert f"{mine}: saved" in words(after)
    assert "Off course" in words(after)
    with inside(world.area):
        assert the_action(world, mine).updates.get().words == "No nurse yet"


def test_a_partner_sees_what_others_own_and_is_told_who_speaks_for_it(world: World) -> None:
    police, bodys = an_action(world, who="police"), an_action(world, named=False)
    with inside(world.area):
        client = signed_in(world, Role.PARTNER, person=world.people["health"])

    theirs, asked = client.get(world.at(f"actions/{police}/")), client.get(world.at(f"actions/{police}/update/"))
    posted = client.post(world.at(f"actions/{police}/done/"), {"on": f"{today():%d/%m/%Y}", "seen": "1"})

    assert "Say how it is going" not in words(theirs)
    assert "Say how it is going" in words(client.get(world.at(f"actions/{bodys}/")))
    assert (asked.status_code, posted.status_code) == (403, 403)
    assert f"Its owner says how this action is going: {world.seats['police'].body.name}" in words(asked)
    assert not the_action(world, police).version > 1


@pytest.mark.parametrize("role", [Role.STRATEGIC, Role.CHAIR, Role.CLERK])
def test_whoever_answers_for_prevent_says_it_of_any(world: World, role: Role) -> None:
    ref = an_action(world)

    assert signed_in(world, role).get(world.at(f"actions/{ref}/update/")).status_code == 200


def test_done_said_there_finishes_it(world: World) -> None:
    mine = an_action(world, "Mine")
    with inside(world.area):
        client = signed_in(world, Role.PARTNER, person=world.people["health"])

    said = {"ref": mine, f"{mine}-course": "done", f"{mine}-words": "Named", f"{mine}-on": f"{today():%d/%m/%Y}", f"{mine}-seen": "1"}
    client.post(world.at("actions/mine/"), said)

    assert "Done on" in words(client.get(world.at(f"actions/{mine}/")))


def test_two_who_write_at_once_are_told_and_nothing_typed_is_lost(world: World) -> None:
    ref, client = an_action(world), signed_in(world, Role.LEAD)
    opened = client.get(world.at(f"actions/{ref}/update/"))
    actions.update_action(ref, by=the_lead_on(world.area, today()), on=today(), words="First")

    answer = client.post(world.at(f"actions/{ref}/update/"), sent_back(opened, course="green", words="Second thoughts"))

    assert "was changed" in words(answer)
    assert "Second thoughts" in answer.content.decode()


def test_a_new_action_posted_twice_is_one(world: World) -> None:
    client = signed_in(world, Role.LEAD)
    opened = client.get(world.at("actions/new/"))
    typed = sent_back(opened, what="Ring the school", body=world.seats["police"].body.ref)

    first, second = client.post(world.at("actions/new/"), typed), client.post(world.at("actions/new/"), typed)

    assert first["Location"] == second["Location"]
    with inside(world.area):
        assert Action.objects.filter(area=world.area).count() == 1


@pytest.mark.parametrize(
    ("path", "typed", "why"),
    [
        ("update", {"course": "green", "words": "", "on": "1/1/2026"}, "Fill in “In a sentence or two”"),
        ("update", {"course": "green", "words": "Well", "on": "31/2/2026"}, "Write the date as day, month and year"),
        ("done", {"on": "1/1/2020"}, "The action began on"),
        ("drop", {"on": "1/1/2026", "because": ""}, "Fill in “Why”"),
        ("redate", {"due": "1/1/2099", "item": "I-999", "because": "So"}, "Choose from the list"),
    ],
)
def test_what_cannot_be_is_refused_in_words(world: World, path: str, typed: dict[str, str], why: str) -> None:
    ref, client = an_action(world), signed_in(world, Role.LEAD)
    opened = client.get(world.at(f"actions/{ref}/{path}/"))

    answer = client.post(world.at(f"actions/{ref}/{path}/"), sent_back(opened, **typed))

    assert answer.status_code == 200
    assert why in words(answer)


def test_a_partner_may_not_drop_it_and_a_stranger_does_not_find_it(world: World) -> None:
    ref = an_action(world)

    assert signed_in(world, Role.PARTNER).get(world.at(f"actions/{ref}/drop/")).status_code == 403
    assert stranger().get(world.at(f"actions/{ref}/")).status_code == 404
    assert signed_in(world, Role.LEAD).get(world.at("actions/A-99/")).status_code == 404
