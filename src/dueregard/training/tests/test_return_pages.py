"""Pages of returns: the list and its filter, asking, chasing, recording, taking a link back, and the table that leaves the house."""

from datetime import timedelta
from io import BytesIO
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client
from django.utils import timezone
from docx import Document
from python_calamine import CalamineWorkbook

from dueregard.access.roles import Role
from dueregard.access.scope import scope
from dueregard.access.viewer import Viewer
from dueregard.accounts.tests.people import a_viewer, sign_in, sign_in_stranger
from dueregard.organisations.tests.factories import AreaFactory, BodyFactory, PersonFactory
from dueregard.partnership.tests.pages import sent_back, words
from dueregard.training.actions import returns as actions
from dueregard.training.models import Return, ReturnAsk, ReturnChase

pytestmark = pytest.mark.django_db
LIST = "/ours/training/returns/"
PAGES = ("", "RT-1/", "bodies/B-901/", "partners.docx", "partners.xlsx")
FORMS = ("new/", "chase/", "record/", "RT-1/chase/", "RT-1/end/", "RT-1/record/", "RT-1/links/AL-1/revoke/")


@pytest.fixture
def area() -> Any:
    """The police answered, for twelve of whom three are trained; a contractor is overdue; a college was never asked."""
    area = AreaFactory(slug="ours")
    for ref, name, kind in (("B-901", "Police", "police"), ("B-902", "Cleaners", "contractor"), ("B-903", "College", "education")):
        PersonFactory(area=area, body=BodyFactory(area=area, ref=ref, name=name, kind=kind), ref=f"P-{ref[2:]}", name=f"Contact of {name}")
    then = a_viewer(area, Role.TRAINING, now=timezone.now() - timedelta(days=30))
    about = {"as_at": then.today, "due": then.today + timedelta(days=20), "subjects": ["awareness", "referral"]}
    actions.ask_several({"B-901": "P-901", "B-902": "P-902"}, by=then, on=then.today, **about, once=uuid4())
    now = lead(area)
    actions.record_return(by=now, on=now.today, as_at=then.today, figures={"awareness": (12, 3)}, ask="RT-1")
    return area


def lead(area: Any) -> Viewer:
    return a_viewer(area, Role.TRAINING, now=timezone.now())


def client_of(area: Any, role: Role) -> Client:
    client = Client()
    sign_in(client, area, role)
    return client


@pytest.mark.parametrize("page", PAGES)
def test_everybody_who_reads_the_section_sees_returns_and_a_stranger_nothing(area: Any, page: str) -> None:
    stranger = Client()
    sign_in_stranger(stranger)
    clients = (client_of(area, Role.MEMBER), client_of(area, Role.TRAINING), stranger)

    assert [client.get(f"{LIST}{page}").status_code for client in clients] == [200, 200, 404]


@pytest.mark.parametrize("page", FORMS)
def test_only_who_keeps_the_programme_asks_chases_and_records(area: Any, page: str) -> None:
    assert client_of(area, Role.TRAINING).get(f"{LIST}{page}").status_code == 200
    assert client_of(area, Role.MEMBER).get(f"{LIST}{page}").status_code == 403


def test_the_list_says_no_return_in_words_and_hides_small_numbers_from_who_may_not_see_names(area: Any) -> None:
    by_lead, by_member = (words(client_of(area, role).get(LIST)) for role in (Role.TRAINING, Role.MEMBER))

    assert (
        "1 of 2 bodies has sent what was asked (1 of them not of every subject); 1 overdue, 1 without any return that still counts."
        in by_lead
    )
    assert "Cleaners commissioned Overdue No return RT-2" in by_lead
    assert "Awareness: 3 of 12" in by_lead
    assert "3 of 12" not in by_member
    assert "Awareness: not shown" in by_member


@pytest.mark.parametrize(
    ("query", "there", "gone"),
    [
        ("stands=overdue", "Cleaners", "Police"),
        ("stands=missing", "Cleaners", "Police"),
        ("stands=in", "Police", "Cleaners"),
        ("which=commissioned", "Cleaners", "Police"),
        ("which=partners", "Police", "Cleaners"),
    ],
)
def test_the_list_is_filtered(area: Any, query: str, there: str, gone: str) -> None:
    page = words(client_of(area, Role.TRAINING).get(f"{LIST}?{query}"))

    assert f" {there} " in page.split("Chased", 1)[1]
    assert f" {gone} " not in page.split("Chased", 1)[1]


def test_where_nobody_is_asked_or_like_that_the_list_says_so(area: Any) -> None:
    other = AreaFactory(slug="other")

    assert "No body has been asked" in words(client_of(other, Role.TRAINING).get("/other/training/returns/"))
    assert "No body stands like that" in words(client_of(area, Role.TRAINING).get(f"{LIST}?stands=waiting"))


def test_several_bodies_are_asked_from_one_page_which_shows_each_address_once(area: Any) -> None:
    client = client_of(area, Role.TRAINING)
    form = sent_back(client.get(f"{LIST}new/"), **{"ask-B-903": "P-903", "ask-B-902": "-", "ask-B-901": "", "subjects": ["awareness"]})

    page = words(client.post(f"{LIST}new/", form))

    assert "2 bodies asked" in page
    assert page.count("/ours/return/") == 1
    assert "no link; record the return when it comes" in page
    with scope(lead(area)):
        assert ReturnAsk.objects.filter(area=area).count() == 4


def test_a_page_that_asks_nobody_keeps_what_was_typed(area: Any) -> None:
    client = client_of(area, Role.TRAINING)
    form = sent_back(client.get(f"{LIST}new/"), **{"ask-B-902": "", "ask-B-901": "", "due": "1/2/2030"})

    page = client.post(f"{LIST}new/", form)

    assert "one body at least" in words(page)
    assert 'value="1/2/2030"' in page.text


def test_one_is_chased_from_its_page_and_the_fresh_address_is_shown_once(area: Any) -> None:
    client = client_of(area, Role.TRAINING)

    page = words(client.post(f"{LIST}RT-2/chase/", sent_back(client.get(f"{LIST}RT-2/chase/"), how="mail")))

    assert "/ours/return/" in page
    assert "/ours/return/" not in words(client.get(f"{LIST}RT-2/"))
    assert "chased by e-mail" in words(client.get(f"{LIST}RT-2/"))


def test_a_chase_by_telephone_is_recorded_without_a_link(area: Any) -> None:
    client = client_of(area, Role.TRAINING)

    page = words(client.post(f"{LIST}RT-2/chase/", sent_back(client.get(f"{LIST}RT-2/chase/"), how="other")))

    assert "you asked again another way" in page
    with scope(lead(area)):
        assert not ReturnChase.objects.get(area=area).is_by_mail


def test_a_return_is_recorded_for_an_ask_and_for_a_body_nobody_asked(area: Any) -> None:
    client = client_of(area, Role.TRAINING)
    asked = sent_back(client.get(f"{LIST}RT-2/record/"), **{"awareness-in": "30", "awareness-has": "30"})
    unasked = sent_back(client.get(f"{LIST}record/"), body_ref="B-903", as_at="1/10/2026", **{"venue-in": "9", "venue-has": "0"})

    client.post(f"{LIST}RT-2/record/", asked)
    client.post(f"{LIST}record/", unasked)

    with scope(lead(area)):
        kept = {
            row.body.name: [(line.subject, line.in_scope, line.trained) for line in row.lines] for row in Return.objects.filter(area=area)
        }
    assert kept == {"Police": [("awareness", 12, 3)], "Cleaners": [("awareness", 30, 30)], "College": [("venue", 9, 0)]}


def test_what_came_before_stands_in_the_form_so_that_a_correction_loses_nothing(area: Any) -> None:
    form = sent_back(client_of(area, Role.TRAINING).get(f"{LIST}RT-1/record/"))

    assert (form["awareness-in"], form["awareness-has"], form["referral-in"]) == ("12", "3", "")


def test_a_link_is_taken_back_and_opens_nothing(area: Any) -> None:
    client = client_of(area, Role.TRAINING)

    client.post(f"{LIST}RT-1/links/AL-1/revoke/", {"because": "Sent to the wrong person"})

    assert "Revoked" in words(client.get(f"{LIST}RT-1/"))
    assert client.get(f"{LIST}RT-1/links/AL-2/revoke/").status_code == 404


def test_the_table_leaves_the_house_without_a_total_while_a_return_is_missing(area: Any) -> None:
    client = client_of(area, Role.TRAINING)

    paper = Document(BytesIO(client.get(f"{LIST}partners.docx").content))
    sheet = CalamineWorkbook.from_filelike(BytesIO(client.get(f"{LIST}partners.xlsx").content)).get_sheet_by_index(0).to_python()

    said = " ".join(block.text for block in paper.paragraphs)
    assert "No return: Cleaners. No total is given under Awareness and Referral, while a return asked for it is missing" in said
    assert [cell.text for cell in paper.tables[0].rows[1].cells][0::2] == ["Cleaners (commissioned)", "No return"]
    rows = {row[0]: row[1:] for row in sheet}
    assert (rows["Cleaners (commissioned)"][0], *rows["Cleaners (commissioned)"][4:]) == ("Overdue", "No return", "No return")
    assert rows["Police"][4:] == ["Not shown", "Not said"]
    assert "All of them" not in rows


def test_once_every_return_is_in_all_of_them_are_counted_unless_that_gives_a_small_number_away(area: Any) -> None:
    by, client = lead(area), client_of(area, Role.TRAINING)
    as_at = by.today - timedelta(days=30)
    actions.record_return(by=by, on=by.today, as_at=as_at, figures={"awareness": (30, 10)}, ask="RT-2")

    def total() -> Any:
        """Of awareness and of referral: nobody said the latter."""
        sheet = CalamineWorkbook.from_filelike(BytesIO(client.get(f"{LIST}partners.xlsx").content)).get_sheet_by_index(0).to_python()
        return {row[0]: row[5:] for row in sheet}["All of them"]

    assert total() == ["Not shown", "No total: not all said"]
    actions.record_return(by=lead(area), on=by.today, as_at=as_at, figures={"awareness": (12, 7)}, ask="RT-1")
    assert total() == ["40% (17 of 42)", "No total: not all said"]
