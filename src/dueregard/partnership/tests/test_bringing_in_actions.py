"""Bringing in an action log: columns and owners put right, each row with its verdict, written once and whole."""

from datetime import timedelta

import pytest

from dueregard.access.roles import Role
from dueregard.partnership.models import Action
from dueregard.partnership.tests.pages import World, a_world, sent_back, signed_in, today, words
from dueregard.partnership.tests.stories import inside
from dueregard.partnership.tests.test_bringing_in_attendance import full, go_on, upload

pytestmark = pytest.mark.django_db
RAISED, DUE, DONE = today() - timedelta(days=120), today() + timedelta(days=30), today() - timedelta(days=20)
HEADINGS = "Ref,Action,Owner,Date raised,Due date,RAG,Status,Date closed,Update"


@pytest.fixture
def world() -> World:
    return a_world()


def log(*rows: str, headings: str = HEADINGS) -> bytes:
    return "\n".join(["Prevent board action log", headings, *rows]).encode()


def a_row(
    world: World, what: str = "Ring the ICB", *, owner: str = "", due: str = "", status: str = "Open", closed: str = "", said: str = ""
) -> str:
    who = owner or world.seats["health"].body.name
    return f"1.1,{what},{who},{full(RAISED)},{due or full(DUE)},Amber,{status},{closed},{said}"


def brought(world: World) -> dict[str, Action]:
    with inside(world.area):
        rows = Action.objects.filter(area=world.area).prefetch_related("owners__body", "dues", "updates", "steps")
        return {action.what: action for action in rows}


def test_a_log_is_brought_in_with_owner_due_and_last_word_and_the_same_again_changes_nothing(world: World) -> None:
    client = signed_in(world, Role.LEAD)
    content = log(a_row(world, said="Rang twice"), a_row(world, "Write to schools", status="Complete", closed=full(DONE), said="Sent"))

    page = go_on(client, world, upload(client, world, content, what="actions"), "check", log_day=f"{today():%d/%m/%Y}")
    done = go_on(client, world, page, "bring")
    found = brought(world)
    again = go_on(client, world, upload(client, world, content, what="actions"), "bring", log_day=f"{today():%d/%m/%Y}")

    assert "It would bring in 2 new actions" in words(page)
    assert "Brought in: 2 new actions" in words(done)
    ring, write = found["Ring the ICB"], found["Write to schools"]
    assert (ring.on, ring.dues.all()[0].due, ring.owners.all()[0].body) == (RAISED, DUE, world.seats["health"].body)
    assert (ring.updates.all()[0].words, ring.updates.all()[0].rag, ring.updates.all()[0].on) == ("Rang twice", "amber", today())
    assert (write.steps.all()[0].status, write.steps.all()[0].on) == ("done", DONE)
    assert "Nothing in this file is new" in words(again)
    assert len(brought(world)) == 2


def test_a_later_edition_of_the_log_adds_only_what_is_new(world: World) -> None:
    client, day = signed_in(world, Role.LEAD), f"{today():%d/%m/%Y}"
    go_on(client, world, upload(client, world, log(a_row(world, said="Rang twice")), what="actions"), "bring", log_day=day)

    later = log(a_row(world, said="Nurse named", status="Closed", closed=full(today()), due=full(DUE + timedelta(days=9))))
    page = upload(client, world, later, what="actions")
    go_on(client, world, page, "bring", log_day=day)

    assert "adds an update and that it is done" in words(page)
    assert "its due date differs and is left as it is" in words(page)
    action = brought(world)["Ring the ICB"]
    assert [row.words for row in action.updates.all()] == ["Rang twice", "Nurse named"]
    assert [row.due for row in action.dues.all()] == [DUE]


def test_an_owner_that_is_only_like_is_asked(world: World) -> None:
    client, body = signed_in(world, Role.LEAD), world.seats["health"].body
    page = upload(client, world, log(a_row(world, owner=f"{body.name}s")), what="actions")

    refused = go_on(client, world, page, "bring", log_day=f"{today():%d/%m/%Y}")
    done = go_on(client, world, refused, "bring", **{"owner-0": f"body:{body.ref}"})

    assert "1 row still needs an answer" in words(refused)
    assert "Brought in: 1 new action" in words(done)


def test_an_owner_can_be_a_person_or_a_post_held(world: World) -> None:
    client = signed_in(world, Role.LEAD)
    content = log(a_row(world, owner="Member for police"))

    page = go_on(client, world, upload(client, world, content, what="actions"), "check", log_day=f"{today():%d/%m/%Y}")

    assert "Owner: Member for police" in words(page)


def test_the_columns_are_put_right(world: World) -> None:
    client, body = signed_in(world, Role.LEAD), world.seats["health"].body
    odd = log(f"Ring,{body.name},{full(RAISED)}", headings="Thing agreed,Agency,Upon")

    page = upload(client, world, odd, what="actions")
    right = go_on(client, world, page, "check", **{"column-what": "0", "column-owner": "1", "column-raised": "2"})

    assert "Nothing to be done is written in this row" in words(page)
    assert "It would bring in 1 new action" in words(right)


@pytest.mark.parametrize(
    ("row", "why"),
    [
        (",,,,,,,,", ""),
        ("1,,Police,1 March 2026,,,,,", "Nothing to be done is written"),
        ("1,Ring,,1 March 2026,,,,,", "Nobody is named as its owner"),
        ("1,Ring,Nobody at all,1 March 2026,,,,,", "Choose the owner above"),
        ("1,Ring,Member for police,,,,,,", "does not say when it was raised"),
        ("1,Ring,Member for police,31 February 2026,,,,,", "no day of any month"),
        ("1,Ring,Member for police,03/04/2026,,,,,", "can be read two ways"),
        ("1,Ring,Member for police,1 March 2026,1 February 2026,,,,", "cannot be due on"),
        ("1,Ring,Member for police,1 March 2026,,,,,Rang", "last brought up to date"),
        ("1,Ring,Member for police,1 March 2099,,,,,", "has not come yet"),
        (f"1,{'R' * 401},Member for police,1 March 2026,,,,,", "longer than 400 letters"),
        ("1,Ring,Member for police,1 March 2026,ASAP,,ongoing,,", "no due date"),
        ("1,Ring,Member for police,1 March 2026,,,half way,,", "“half way” is taken as open"),
    ],
)
def test_every_row_says_why(world: World, row: str, why: str) -> None:
    page = upload(signed_in(world, Role.LEAD), world, log(row, "2,Write,Member for police,1 March 2026,,,,,"), what="actions")

    assert page.status_code == 200
    assert why in words(page)
    assert brought(world) == {}


def test_a_row_twice_is_one_and_formula_text_stays_text(world: World) -> None:
    client = signed_in(world, Role.LEAD)
    row = "1,=1+1,Member for police,1 March 2026,,,,,"

    page = upload(client, world, log(row, row), what="actions")
    go_on(client, world, page, "bring")

    assert "The same as row 3" in words(page)
    assert list(brought(world)) == ["=1+1"]


def test_what_is_taken_away_loads_back_and_changes_nothing(world: World) -> None:
    client, day = signed_in(world, Role.LEAD), f"{today():%d/%m/%Y}"
    go_on(client, world, upload(client, world, log(a_row(world, said="Rang twice")), what="actions"), "bring", log_day=day)

    for form in ("csv", "xlsx"):
        content = client.get(world.at(f"actions/?status=all&take={form}")).content
        page = upload(client, world, content, name=f"actions.{form}", what="actions")
        assert "nothing to change" in words(page), form
        assert "0 new 1 here already 0 to answer 0 left out" in words(page), form


def test_a_reference_that_means_something_else_here_is_not_mixed_up(world: World) -> None:
    client = signed_in(world, Role.LEAD)
    go_on(client, world, upload(client, world, log("x,Ring,Member for police,1 March 2026,,,,,"), what="actions"), "bring")
    ref = brought(world)["Ring"].ref

    page = upload(client, world, log(f"{ref},Sing,Member for police,1 March 2026,,,,,"), what="actions")

    assert f"{ref} here is about something else" in words(page)
    assert "table" in sent_back(page)
