"""What is typed on the pages of a round reaches the deeds, and what cannot be is said on the form."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone

from dueregard.access.roles import Role
from dueregard.accounts.tests.people import sign_in
from dueregard.assurance import actions
from dueregard.assurance.models import Evidence, Expectation
from dueregard.assurance.tests.factories import CRITERIA, a_document, shown, the_signer
from dueregard.assurance.tests.test_pages import TODAY, a_round_now, text_of
from dueregard.organisations.tests.factories import AreaFactory
from dueregard.partnership.tests.stories import a_body, rows

pytestmark = pytest.mark.django_db
TODAY_TYPED = TODAY.strftime("%d/%m/%Y")
PDF = b"%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n"


def post(client, area, name, data, **where):
    return client.post(reverse(f"assurance:{name}", kwargs={"area": area.slug, **where}), data, follow=True)


@pytest.fixture
def area(client):
    area = AreaFactory()
    sign_in(client, area, Role.LEAD, Role.STRATEGIC)
    return area


def signed(area, **asked):
    ref = a_round_now(area, **asked)
    actions.sign_off(ref, by=the_signer(area, now=timezone.now()), on=TODAY, because="Scored elsewhere")
    return ref


def test_a_held_document_and_a_new_file_are_kept_and_one_taken_away(client, area):
    ref, held = a_round_now(area), a_document(area, title="Structure chart")

    first = text_of(post(client, area, "evidence-keep", {"held": held}, ref=ref, line="1"))
    new = {"title": "Letter", "received": TODAY_TYPED, "file": SimpleUploadedFile("letter.pdf", PDF)}
    second = text_of(post(client, area, "evidence-keep", new, ref=ref, line="1"))
    pk = next(row.pk for row in rows(Evidence, area) if row.document_id)
    third = text_of(post(client, area, "evidence-drop", {"because": "The wrong one"}, ref=ref, pk=pk))

    assert "Structure chart" in first
    assert "Letter" in second
    assert "taken away" in third


def test_neither_a_document_nor_a_file_is_said_on_the_form(client, area):
    ref = a_round_now(area)

    text = text_of(post(client, area, "evidence-keep", {"held": ""}, ref=ref, line="1"))

    assert "This is not recorded yet" in text


@pytest.mark.parametrize(
    ("data", "words"),
    [
        ({"what": ""}, "Choose an action there is, or write a new one"),
        ({"what": "Train the venues"}, "Say which body owns the new action"),
    ],
)
def test_an_action_is_one_there_is_or_a_whole_new_one(client, area, data, words):
    ref = a_round_now(area)

    assert words in text_of(post(client, area, "line-improvement-raise", data, ref=ref, line="1"))


def test_a_new_action_is_raised_from_the_line(client, area):
    ref = a_round_now(area)

    text = text_of(post(client, area, "line-improvement-raise", {"what": "Train them", "body": a_body(area)}, ref=ref, line="1"))

    assert "Train them" in text


def test_a_moderator_s_view_is_recorded_of_a_line_and_of_a_section(client, area):
    ref = a_round_now(area)
    view = {"who": "Lead of Eastmarch", "on": TODAY_TYPED, "status": "met", "because": "Harsh on themselves"}

    of_line = text_of(post(client, area, "moderate", view, ref=ref, about="1"))
    address = reverse("assurance:moderate", kwargs={"area": area.slug, "ref": ref, "about": "2"})
    of_section = text_of(client.post(f"{address}?of=section", view, follow=True))

    assert "Lead of Eastmarch" in of_line
    assert shown(the_signer(area), ref).line("1").moderations
    assert "Lead of Eastmarch" in of_section
    assert shown(the_signer(area), ref).section("2").moderations


def test_the_home_office_s_letter_is_typed_section_by_section(client, area):
    ref = signed(area, scale="one-to-five", scored_by="section")
    letter = {"on": TODAY_TYPED, "says": "Met in the main", "found_1": "outcome:exceeding", "found_2": "score:3"}

    text = text_of(post(client, area, "home-office-view", letter | {"unmet": "9, 10", "asked": "31/3/2099 A forum"}, ref=ref))

    assert "Met in the main" in text
    assert "Exceeding" in text
    assert "3, duty met" in text
    assert text.count("Unmet") == 2
    assert "A forum, by 31 March 2099" in text


@pytest.mark.parametrize(
    ("typed", "words"),
    [({"unmet": "9.g9"}, "9.g9 is not a line of this round"), ({"asked": "soon a forum"}, "Begin each line with the day it is due")],
)
def test_what_the_letter_cannot_say_is_said_on_the_form(client, area, typed, words):
    ref = signed(area)

    text = text_of(post(client, area, "home-office-view", {"on": TODAY_TYPED, "says": "Met"} | typed, ref=ref))

    assert words in text
    assert "Met</textarea>" in text


def test_the_findings_are_looked_up_again(client, area):
    ref = a_round_now(area)

    assert "The findings are looked up again" in text_of(post(client, area, "round-refresh", {}, ref=ref))


def test_a_reviewer_is_invited(client, area):
    ref = signed(area)
    who = {"name": "A. Adviser", "body": "The Home Office", "email": "adviser@example.org", "until": TODAY_TYPED}

    refused = text_of(post(client, area, "reviewer-invite", who, ref=ref))
    late = TODAY.replace(year=TODAY.year + 1, day=1).strftime("%d/%m/%Y")
    invited = text_of(post(client, area, "reviewer-invite", who | {"until": late}, ref=ref))

    assert "Give a last day after today" in refused
    assert "A. Adviser, The Home Office" in invited


def test_another_number_is_expected_from_the_page(client, area):
    data = {"value": "9", "on": TODAY_TYPED, "because": "We meet every six weeks"}

    text = text_of(post(client, area, "expectation-set", data, line="1.g1", key="months"))

    assert "We meet every six weeks" in text
    assert [row.value for row in rows(Expectation, area)] == [9]


def test_a_toolkit_number_is_not_changed_from_the_page(client, area):
    data = {"value": "1", "on": TODAY_TYPED, "because": "We would like fewer"}

    assert "own and cannot be changed" in text_of(post(client, area, "expectation-set", data, line="1.g2", key="meetings_ordinary"))


def test_the_year_s_criteria_are_brought_in_as_a_file(client, area):
    given = {
        "once": "6b1b7c1e-8f55-4d4b-9a53-0d5a1a3f5f11",
        "title": "The year",
        "framework": "toolkit-2024",
        "period_from": "1/4/2025",
        "period_to": "31/3/2026",
        "as_at": TODAY_TYPED,
        "due": "1/1/2099",
        "scored_by": "nothing",
        "marking": "official",
    }

    wrong = text_of(post(client, area, "round-open", given | {"criteria": SimpleUploadedFile("year.yaml", b"\xff\xfe\x00")}))
    right = text_of(post(client, area, "round-open", given | {"criteria": SimpleUploadedFile("year.yaml", CRITERIA.encode())}))

    assert "is not text" in wrong
    assert "The year&#39;s criteria" in right


@pytest.mark.parametrize(("kind", "begins"), [("docx", b"PK"), ("pdf", b"%PDF")])
def test_the_return_is_downloaded_under_the_area_s_name_and_the_round_s(client, area, kind, begins):
    ref = signed(area)

    response = client.get(reverse("assurance:round-return", kwargs={"area": area.slug, "ref": ref, "kind": kind}))

    assert response.content.startswith(begins)
    assert f'filename="{area.slug}-{ref}-' in response["Content-Disposition"]


def test_there_is_no_other_kind_of_file(client, area):
    ref = a_round_now(area)

    assert client.get(reverse("assurance:round-return", kwargs={"area": area.slug, "ref": ref, "kind": "odt"})).status_code == 404
