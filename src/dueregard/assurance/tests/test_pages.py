"""The pages: what each shows, to whom, and with how many reads."""

from datetime import date
from html import unescape

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from dueregard.access.roles import Role
from dueregard.accounts.tests.people import sign_in, sign_in_stranger
from dueregard.assurance import actions
from dueregard.assurance.rules.rounds import CAUTION
from dueregard.assurance.tests.factories import a_round, shown, the_signer
from dueregard.guidance import catalogue
from dueregard.guidance.models import OfficialText
from dueregard.organisations.tests.factories import AreaFactory

pytestmark = pytest.mark.django_db
TODAY = timezone.localdate()


def a_round_now(area, **asked):
    now = the_signer(area, now=timezone.now())
    today = {"on": TODAY, "as_at": TODAY, "due": date(2099, 1, 1), "period_to": TODAY}
    return a_round(area, by=now, **(today | asked))


def page(client, area, name, **where):
    return client.get(reverse(f"assurance:{name}", kwargs={"area": area.slug, **where}))


def text_of(response):
    assert response.status_code == 200, response
    return response.content.decode()


EVERY = [
    ("now", {}),
    ("section", {"framework": "toolkit-2024", "section": "1"}),
    ("section", {"framework": "toolkit-2024", "section": "5"}),
    ("section", {"framework": "statute", "section": "duty"}),
    ("section", {"framework": "channel-assurance-skeleton", "section": "legal"}),
    ("expectation-list", {}),
    ("expectation-set", {"line": "1.g1", "key": "months"}),
    ("round-list", {}),
    ("round-open", {}),
    ("round", {"ref": "ROUND"}),
    ("round-section", {"ref": "ROUND", "section": "1"}),
    ("round-section", {"ref": "ROUND", "section": "5"}),
    ("line", {"ref": "ROUND", "line": "1.g3"}),
    ("line-stand", {"ref": "ROUND", "line": "1.g3"}),
    ("evidence-keep", {"ref": "ROUND", "line": "1.g3"}),
    ("line-improvement-raise", {"ref": "ROUND", "line": "1.g3"}),
    ("improvement-raise", {"ref": "ROUND"}),
    ("moderate", {"ref": "ROUND", "about": "1.g3"}),
    ("section-score", {"ref": "ROUND", "section": "1"}),
    ("round-refresh", {"ref": "ROUND"}),
    ("round-sign", {"ref": "ROUND"}),
    ("home-office-view", {"ref": "ROUND"}),
    ("reviewer-invite", {"ref": "ROUND"}),
]


@pytest.mark.parametrize(("name", "where"), EVERY, ids=lambda value: str(value))
def test_every_page_opens_for_the_strategic_officer_and_carries_the_caution(client, name, where):
    area = AreaFactory()
    sign_in(client, area, Role.STRATEGIC)
    ref = a_round_now(area, framework="toolkit-2024", scale="one-to-five", scored_by="section")
    if name == "section" and where["framework"] == "statute":
        where = {**where, "section": catalogue.framework("statute").sections[0].id}

    text = text_of(page(client, area, name, **{**where, **({"ref": ref} if "ref" in where else {})}))

    assert any(words in unescape(text) for words in (CAUTION, *(framework.caution for framework in catalogue.frameworks())))
    assert text.count("<h1") == 1


def test_the_law_is_not_called_an_example_of_good_delivery(client):
    area = AreaFactory()
    sign_in(client, area, Role.STRATEGIC)

    text = text_of(page(client, area, "section", framework="statute", section=catalogue.framework("statute").sections[0].id))

    assert "not legal requirements" not in text
    assert catalogue.framework("statute").caution in unescape(text)


@pytest.mark.parametrize(
    ("role", "name", "field", "is_there"),
    [
        (Role.LEAD, "evidence-keep", "file", True),
        (Role.STRATEGIC, "evidence-keep", "file", False),
        (Role.LEAD, "line-improvement-raise", "what", True),
        (Role.STRATEGIC, "line-improvement-raise", "what", False),
    ],
)
def test_nobody_is_asked_for_what_their_role_could_not_save(client, role, name, field, is_there):
    area = AreaFactory()
    sign_in(client, area, role)
    ref = a_round_now(area, framework="toolkit-2024", scale="one-to-five", scored_by="section")

    text = text_of(page(client, area, name, ref=ref, line="1.g3"))

    assert (f'name="{field}"' in text) is is_there
    assert ("Ask the Prevent lead" in text) is not is_there


@pytest.mark.parametrize(("name", "where"), EVERY, ids=lambda value: str(value))
def test_a_stranger_finds_nothing(client, name, where):
    area = AreaFactory()
    sign_in_stranger(client)
    ref = a_round_now(area)

    response = page(client, area, name, **{**where, **({"ref": ref} if "ref" in where else {})})

    assert response.status_code == 404


def test_no_page_counts_all_fifty_lines(client):
    area = AreaFactory()
    sign_in(client, area, Role.LEAD)

    text = text_of(page(client, area, "now"))

    assert "50 lines" not in text
    assert "The records show 8 lines with not enough recorded." in text


def test_the_section_page_asks_about_another_day(client):
    area = AreaFactory()
    sign_in(client, area, Role.MEMBER)

    address = reverse("assurance:section", kwargs={"area": area.slug, "framework": "toolkit-2024", "section": "1"})
    text = text_of(client.get(address, {"as_at": "1/3/2025", "known_on": "2/3/2025"}))

    assert "As things stood on 1 March 2025, as far as was typed by 2 March 2025." in text


def test_the_official_wording_stands_first_once_attached(client):
    area = AreaFactory()
    sign_in(client, area, Role.LEAD)
    now = timezone.now()
    words = {"1.g1": "The words as published, invented for this test"}
    OfficialText.objects.create(
        framework="toolkit-2024", digest="0" * 64, published=date(2024, 2, 12), attached_at=now, checked_at=now, lines=words
    )
    ref = a_round_now(area, framework="toolkit-2024")

    working = text_of(page(client, area, "section", framework="toolkit-2024", section="1"))
    kept = text_of(page(client, area, "round-section", ref=ref, section="1"))

    for text in (working, kept):
        assert text.index("The words as published") < text.index("In our words: A multi-agency group oversees")


def test_a_line_is_judged_where_its_finding_stands(client):
    area = AreaFactory()
    sign_in(client, area, Role.LEAD)
    ref = a_round_now(area, framework="toolkit-2024")
    address = reverse("assurance:round-section", kwargs={"area": area.slug, "ref": ref, "section": "1"})
    finding = shown(the_signer(area), ref).line("1.g3").finding

    form = text_of(client.get(address, {"judge": "1.g3"}))
    done = client.post(
        address, {"line": "1.g3", "saw": finding.digest, "seen": "0", "status": "partly-met", "because": "Two seats are new"}, follow=True
    )

    assert "Save judgement" in form
    text = text_of(done)
    assert "Two seats are new" in text
    assert "Goes beyond the records." in text
    assert "1 of the 8 lines are judged." in text


def test_a_judgement_without_a_reason_keeps_what_was_chosen(client):
    area = AreaFactory()
    sign_in(client, area, Role.LEAD)
    ref = a_round_now(area, framework="toolkit-2024")
    address = reverse("assurance:round-section", kwargs={"area": area.slug, "ref": ref, "section": "1"})

    text = text_of(client.post(address, {"line": "1.g3", "saw": "", "seen": "0", "status": "met", "because": ""}))

    assert "The judgement is not saved yet" in text
    assert 'value="met"' in text
    assert "checked" in text


def test_a_judgement_of_a_finding_that_changed_is_refused_in_words(client):
    area = AreaFactory()
    sign_in(client, area, Role.LEAD)
    ref = a_round_now(area, framework="toolkit-2024")
    address = reverse("assurance:round-section", kwargs={"area": area.slug, "ref": ref, "section": "1"})

    text = text_of(client.post(address, {"line": "1.g3", "saw": "0" * 64, "seen": "0", "status": "met", "because": "As I saw it"}))

    assert "has changed since you opened it" in text
    assert "As I saw it" in text


def test_a_partner_sees_judgements_and_no_form(client):
    area = AreaFactory()
    sign_in(client, area, Role.PARTNER)
    ref = a_round_now(area, framework="toolkit-2024")

    text = text_of(page(client, area, "round-section", ref=ref, section="1"))

    assert "Judge this line" not in text
    assert page(client, area, "round-sign", ref=ref).status_code == 403


def test_reads_do_not_grow_with_lines_and_judgements(client):
    area = AreaFactory()
    sign_in(client, area, Role.MEMBER)
    small, large = a_round_now(area), a_round_now(area, framework="toolkit-2024")
    by = the_signer(area, now=timezone.now())
    for line in shown(by, large).sections[0].lines:
        actions.judge_line(large, by=by, on=TODAY, line=line.id, status="met", because="Seen")
        actions.moderate(large, by=by, on=TODAY, line=line.id, status="met", because="Seen", who="A peer")

    text_of(page(client, area, "round-list"))  # the first page of a session writes when it was last seen

    counts = []
    for ref in (small, large):
        with CaptureQueriesContext(
            connection,
        ) as reads:
            text_of(page(client, area, "round-section", ref=ref, section="1"))
        counts.append(len(reads))

    assert counts[0] == counts[1]


def test_the_round_is_opened_scored_and_signed_through_the_pages(client):
    area = AreaFactory()
    sign_in(client, area, Role.STRATEGIC)
    opened = client.post(
        reverse("assurance:round-open", kwargs={"area": area.slug}),
        {
            "once": "6b1b7c1e-8f55-4d4b-9a53-0d5a1a3f5f11",
            "title": "Round 2026",
            "framework": "benchmarks-2018",
            "period_from": "1/4/2025",
            "period_to": "31/3/2026",
            "as_at": TODAY.strftime("%d/%m/%Y"),
            "due": "1/1/2099",
            "scale": "one-to-five",
            "scored_by": "section",
            "marking": "official",
        },
        follow=True,
    )
    assert "Round 2026" in text_of(opened)
    ref = opened.redirect_chain[-1][0].rstrip("/").rpartition("/")[2]

    scored = client.post(
        reverse("assurance:section-score", kwargs={"area": area.slug, "ref": ref, "section": "1"}),
        {"seen": "0", "score": "4", "because": "As last year"},
        follow=True,
    )
    refused = client.post(
        reverse("assurance:round-sign", kwargs={"area": area.slug, "ref": ref}),
        {"seen": "2", "on": TODAY.strftime("%d/%m/%Y"), "because": ""},
    )
    signed = client.post(
        reverse("assurance:round-sign", kwargs={"area": area.slug, "ref": ref}),
        {"seen": "2", "on": TODAY.strftime("%d/%m/%Y"), "because": "Only one section this year"},
        follow=True,
    )

    assert "4, duty exceeded" in text_of(scored)
    assert "are not judged, and sections 2, 3, 4" in text_of(refused)
    assert "are not scored" in text_of(refused)
    assert "Signed off" in text_of(signed)
    assert "Only one section this year" in text_of(signed)
