"""Pages of funded projects: the list in words, one project, and each form."""

from decimal import Decimal

import pytest
from django.test import Client
from django.utils import timezone

from dueregard.access.roles import Role
from dueregard.accounts.tests.people import sign_in, sign_in_stranger
from dueregard.organisations.tests.factories import AreaFactory
from dueregard.partnership.tests.pages import sent_back, words
from dueregard.partnership.tests.stories import the_lead_on
from dueregard.plan import actions
from dueregard.plan.tests.finished import Finished, finished

pytestmark = pytest.mark.django_db
FORMS = ("plan", "due-diligence", "amount", "delivered", "check", "end")


@pytest.fixture
def house() -> Finished:
    return finished(on=timezone.localdate())


@pytest.fixture
def lead(house: Finished) -> Client:
    client = Client()
    sign_in(client, house.area, Role.LEAD)
    return client


def at(house: Finished, path: str = "") -> str:
    return f"/{house.area.slug}/plan/projects/{path}"


def test_an_area_without_projects_is_told_the_first_step() -> None:
    area, client = AreaFactory(), Client()
    sign_in(client, area, Role.LEAD)

    page = client.get(f"/{area.slug}/plan/projects/")

    assert "No funded project has been recorded." in words(page)
    assert f"/{area.slug}/plan/projects/new/" in page.content.decode()


def test_the_list_says_how_they_stand_and_what_is_not_known(house: Finished, lead: Client) -> None:
    says = words(lead.get(at(house)))

    assert "1 funded project: 1 open, of which 1 funded by the Home Office. 1 lacks an objective or an action." in says
    assert "Awarded not known" in says
    assert "None recorded" in says


@pytest.mark.parametrize("form", FORMS)
def test_only_who_writes_the_plan_opens_a_form_and_the_next_council_finds_no_page(house: Finished, lead: Client, form: str) -> None:
    partner, stranger = Client(), Client()
    sign_in(partner, house.area, Role.PARTNER)
    sign_in_stranger(stranger)
    there = at(house, f"{house.project}/{form}/")

    assert (lead.get(there).status_code, partner.get(there).status_code, stranger.get(there).status_code) == (200, 403, 404)
    assert partner.get(at(house, f"{house.project}/")).status_code == 200
    assert lead.get(at(house, f"PR-99/{form}/")).status_code == 404


def test_a_project_is_recorded_with_what_it_serves_and_delivers(house: Finished, lead: Client) -> None:
    form = lead.get(at(house, "new/"))
    typed = sent_back(form, title="Clubs", funder="other", funder_named="A fund", provider="Tarn Youth Trust")

    answer = lead.post(at(house, "new/"), typed | {"objectives": [house.objective], "actions": [house.still]})

    says = words(lead.get(answer["Location"]))
    assert "A fund funds it; Tarn Youth Trust delivers it." in says
    assert house.still in says
    assert house.objective in says


def test_a_funder_without_a_name_is_refused_in_words(house: Finished, lead: Client) -> None:
    form = lead.get(at(house, "new/"))

    page = lead.post(at(house, "new/"), sent_back(form, title="Clubs", funder="other", provider="Tarn Youth Trust"))

    assert "The project is not recorded yet" in words(page)
    assert "Name who funds it" in words(page)


def test_money_is_typed_as_people_write_it_and_added_up(house: Finished, lead: Client) -> None:
    for kind, pounds in (("awarded", "£12,000"), ("awarded", "500.50"), ("spent", "3,000")):
        there = at(house, f"{house.project}/amount/")
        assert lead.post(there, sent_back(lead.get(there), kind=kind, pounds=pounds)).status_code == 302

    assert "Awarded: £12,500.50; spent: £3,000." in words(lead.get(at(house, f"{house.project}/")))


def test_an_amount_that_is_none_is_refused_in_words(house: Finished, lead: Client) -> None:
    there = at(house, f"{house.project}/amount/")

    page = lead.post(there, sent_back(lead.get(there), kind="awarded", pounds="a lot"))

    assert "Write the amount in pounds, such as 12500 or 99.50" in words(page)


def test_due_diligence_and_what_was_delivered_are_kept_with_their_days(house: Finished, lead: Client) -> None:
    for form, typed in (
        ("due-diligence", {"status": "conditions", "words": "Accounts by May"}),
        ("delivered", {"words": "Sessions", "number": "6"}),
    ):
        there = at(house, f"{house.project}/{form}/")
        assert lead.post(there, sent_back(lead.get(there), **typed)).status_code == 302

    says = words(lead.get(at(house, f"{house.project}/")))
    assert "Done, with conditions" in says
    assert "Accounts by May" in says
    assert "Sessions 6" in says


def test_its_check_covers_the_actions_it_delivers(house: Finished, lead: Client) -> None:
    actions.tie_project(house.project, by=the_lead_on(house.area), on=the_lead_on(house.area).today, actions=[house.still])
    there = at(house, f"{house.project}/check/")

    answer = lead.post(there, sent_back(lead.get(there), check=house.check))

    assert answer.status_code == 302
    assert f"since {timezone.localdate().day} " in words(lead.get(answer["Location"]))


def test_a_check_without_reasons_is_refused_in_words(house: Finished, lead: Client) -> None:
    there = at(house, f"{house.project}/check/")

    page = lead.post(there, sent_back(lead.get(there)))

    assert "The check is not added yet" in words(page)


def test_an_ended_project_offers_neither_its_end_nor_a_tie(house: Finished, lead: Client) -> None:
    there = at(house, f"{house.project}/end/")
    lead.post(there, sent_back(lead.get(there), because="The money ran out"))

    page = lead.get(at(house, f"{house.project}/"))

    assert "The money ran out" in words(page)
    assert f"{house.project}/end/" not in page.content.decode()
    assert f"{house.project}/plan/" not in page.content.decode()


def test_what_was_spent_over_the_award_is_said(house: Finished, lead: Client) -> None:
    by = the_lead_on(house.area)
    actions.record_amount(house.project, by=by, on=by.today, kind="awarded", pounds=Decimal(100))
    actions.record_amount(house.project, by=by, on=by.today, kind="spent", pounds=Decimal(101))

    assert "spent: £101, more than was awarded" in words(lead.get(at(house, f"{house.project}/")))
