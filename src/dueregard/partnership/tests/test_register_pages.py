"""The plain registers: what a page says when one is empty, what is recorded, what is refused."""

from datetime import timedelta

import pytest
from django.urls import reverse

from dueregard.access.roles import Role
from dueregard.organisations.tests.factories import PostFactory
from dueregard.partnership import actions
from dueregard.partnership.models import Exchange, MemberBriefing, NilReturn
from dueregard.partnership.tests.pages import World, a_world, sent_back, signed_in, stranger, today, words
from dueregard.partnership.tests.stories import inside, the_lead_on
from dueregard.ui.places import address_of, address_of_page

pytestmark = pytest.mark.django_db
LISTS = ("registers/", "nil-returns/", "briefings/", "links/", "exchanges/", "involvement/")
FORMS = ("nil-returns/record/", "briefings/record/", "links/record/", "exchanges/record/", "involvement/record/")


@pytest.fixture
def world() -> World:
    return a_world()


def day(days: int) -> str:
    return f"{today() + timedelta(days=days):%d/%m/%Y}"


@pytest.mark.parametrize("path", LISTS)
def test_an_empty_register_says_what_is_missing_and_never_a_number_alone(world: World, path: str) -> None:
    page = signed_in(world, Role.PARTNER).get(world.at(path))

    assert page.status_code == 200
    assert "No data" not in words(page)
    assert "record/" not in page.content.decode()


@pytest.mark.parametrize("path", FORMS)
def test_only_who_keeps_the_records_opens_a_form(world: World, path: str) -> None:
    assert signed_in(world, Role.CLERK).get(world.at(path)).status_code == 200
    assert signed_in(world, Role.PARTNER).get(world.at(path)).status_code == 403
    assert stranger().get(world.at(path)).status_code == 404


@pytest.mark.parametrize("path", FORMS)
def test_an_empty_form_is_refused_in_words(world: World, path: str) -> None:
    client = signed_in(world, Role.LEAD)

    answer = client.post(world.at(path), {"on": ""})

    assert answer.status_code == 200
    assert "not recorded yet" in words(answer)


def test_a_nil_return_names_post_and_period_and_is_made_once(world: World) -> None:
    post, client = PostFactory(area=world.area, title="Prevent lead"), signed_in(world, Role.LEAD)
    typed = sent_back(client.get(world.at("nil-returns/record/")), about="delivery-decisions", post=post.ref)

    client.post(world.at("nil-returns/record/"), typed)
    page = client.post(world.at("nil-returns/record/"), typed, follow=True)

    assert "1 nil return" in words(page)
    assert "No delivery decision arose" in words(page)
    assert "Prevent lead" in words(page)
    with inside(world.area):
        assert NilReturn.objects.count() == 1


def test_a_nil_return_for_a_period_that_goes_on_is_refused(world: World) -> None:
    post, client = PostFactory(area=world.area), signed_in(world, Role.LEAD)
    typed = sent_back(client.get(world.at("nil-returns/record/")), about="delivery-decisions", post=post.ref, until=day(5))

    assert "The period has not ended" in words(client.post(world.at("nil-returns/record/"), typed))


def test_a_briefing_is_recorded_with_whom_and_on_what(world: World) -> None:
    client = signed_in(world, Role.LEAD)
    typed = sent_back(client.get(world.at("briefings/record/")), audience="<b>Cabinet</b>", about="delivery", words="The year so far")

    page = client.post(world.at("briefings/record/"), typed, follow=True)

    assert "Prevent delivery and activity" in words(page)
    assert "<b>Cabinet" not in page.content.decode()
    with inside(world.area):
        assert MemberBriefing.objects.get().audience == "<b>Cabinet</b>"


def test_a_link_is_recorded_used_and_ended(world: World) -> None:
    client = signed_in(world, Role.LEAD)
    made = client.post(
        world.at("links/record/"), sent_back(client.get(world.at("links/record/")), with_whom="North Fells", kind="area", on=day(-90))
    )
    ref = made["Location"].rstrip("/").rpartition("/")[2]

    client.post(world.at(f"links/{ref}/record/"), sent_back(client.get(world.at(f"links/{ref}/record/")), what="A joint exercise"))
    client.post(world.at(f"links/{ref}/end/"), {"on": day(-1)})
    page = words(client.get(world.at(f"links/{ref}/")))
    late = client.post(
        world.at(f"links/{ref}/record/"), sent_back(client.get(world.at(f"links/{ref}/record/")), what="Too late", on=day(0))
    )

    assert "A joint exercise" in page
    assert "until" in page
    assert "The link ended on" in words(late)


def test_an_exchange_is_heard_answered_and_told_to_the_group(world: World) -> None:
    client = signed_in(world, Role.LEAD)
    opened = client.get(world.at("exchanges/record/"))
    made = client.post(world.at("exchanges/record/"), sent_back(opened, organisation="Youth forum", how="A visit", on=day(-20)))
    ref = made["Location"].rstrip("/").rpartition("/")[2]
    at = world.at(f"exchanges/{ref}/")
    meeting = world.meeting(days=-3)

    client.post(f"{at}record/", sent_back(client.get(f"{at}record/"), said="heard", words="Nobody knows whom to ask", on=day(-20)))
    early = client.post(f"{at}record/", sent_back(client.get(f"{at}record/"), said="answered", words="A card", on=day(-40)))
    client.post(f"{at}record/", sent_back(client.get(f"{at}record/"), said="answered", words="A card", on=day(-5)))
    client.post(f"{at}report/", {"meeting": meeting.ref})
    again = client.post(f"{at}report/", {"meeting": meeting.ref})

    assert "is too early" in words(early)
    assert "was told of this exchange already" in words(again)
    assert "1 exchange: 1 answered, 1 reported" in words(client.get(world.at("exchanges/")))
    assert "Answered; the group was told." in words(client.get(at))


def test_an_official_sensitive_exchange_is_not_there_for_who_may_not_read_it(world: World) -> None:
    lead = the_lead_on(world.area, today())
    with inside(world.area):
        ref = actions.note_exchange("Mosque", by=lead, on=today(), how="A visit").ref
        Exchange.objects.filter(ref=ref).update(marking="official-sensitive")

    assert signed_in(world, Role.PARTNER).get(world.at(f"exchanges/{ref}/")).status_code == 404
    page = signed_in(world, Role.LEAD, cleared=True).get(world.at(f"exchanges/{ref}/"))
    assert "OFFICIAL-SENSITIVE" in page.content.decode()


def test_a_part_taken_is_recorded(world: World) -> None:
    client = signed_in(world, Role.LEAD)
    typed = sent_back(
        client.get(world.at("involvement/record/")), person=world.people["police"], how="cleared", what="The October briefing"
    )

    page = client.post(world.at("involvement/record/"), typed, follow=True)

    assert "The October briefing" in words(page)
    assert "Cleared a communication" in words(page)


@pytest.mark.parametrize(
    ("page", "ref"),
    [
        ("check-record", "D-1"),
        ("nil-record", None),
        ("link-record", None),
        ("link-record", "L-1"),
        ("exchange-record", None),
        ("exchange-record", "X-1"),
        ("briefing-record", None),
        ("action", "A-1"),
        ("decision", "D-1"),
    ],
)
def test_every_page_that_a_gap_or_a_loose_end_names_has_an_address(page: str, ref: str | None) -> None:
    assert address_of_page(f"partnership:{page}", ref, area="westmarch").startswith("/westmarch/partnership/")


@pytest.mark.parametrize("kind", ["decision", "action", "link", "exchange", "briefing", "nil-return"])
def test_every_record_that_is_cited_has_a_page(kind: str) -> None:
    assert address_of(kind, "X-1", area="westmarch")
    assert reverse("partnership:attendance", kwargs={"area": "westmarch", "ref": "GRP-1"})
