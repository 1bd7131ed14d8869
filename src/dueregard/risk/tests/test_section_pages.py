"""Pages of sources, assessments and the section: what a person reads, types and is told."""

import re
from datetime import timedelta
from html import unescape
from typing import Any

import pytest
from django.http import HttpResponse
from django.test import Client

from dueregard.access.roles import Role
from dueregard.organisations.tests.factories import AreaFactory
from dueregard.risk import actions
from dueregard.risk.models import AssessmentStep, AssessmentUpdate, Paragraph, Profile, Prompt, Reading, Source
from dueregard.risk.tests.factories import RiskFactory, RiskReviewFactory, RiskWordingFactory
from dueregard.risk.tests.world import JANUARY, World, a_world, at_work, rows, signed_in, today

pytestmark = pytest.mark.django_db
PASTED = "The town has three venues of concern. " * 40


@pytest.fixture
def world() -> World:
    return a_world()


@pytest.fixture
def lead(world: World) -> Client:
    return signed_in(world.area, person=world.person)


def words(response: HttpResponse) -> str:
    body = response.content.decode().split("<main", 1)[-1].split("</main>", 1)[0]
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", body)).split())


def post(client: Client, address: str, **typed: Any) -> HttpResponse:
    """What a browser sends when this is typed into the page and the rest left as it is."""
    page = client.get(address).content.decode()
    hidden = dict(re.findall(r'<input type="hidden" name="(?!csrf)(\w+)" value="([^"]*)"', page))
    response: Any = client.post(address, hidden | typed, follow=True)
    return response


def said(day: Any) -> str:
    return f"{day.day}/{day.month}/{day.year}"


def test_an_area_without_anything_is_led_to_its_first_steps() -> None:
    client = signed_in(AreaFactory(slug="newbury"))

    assert "No assessment is in force, so nobody can tell how the area sees its risks" in words(client.get("/newbury/risk/"))
    assert "Record the first source" in words(client.get("/newbury/risk/sources/"))
    assert "Begin the first edition" in words(client.get("/newbury/risk/assessments/"))
    assert "Nothing has been recorded as given" in words(client.get("/newbury/risk/local-profile/"))


def test_the_overview_says_how_the_section_stands(world: World, lead: Client) -> None:
    page = words(lead.get(world.at()))

    assert "First assessment has been in force since 12 January 2026, was not updated since" in page
    assert "2025 , received 12 January 2026" in page
    assert "Second assessment is being drafted" in page


def test_the_overview_shows_the_highest_risks_above_tolerance_and_leads_to_the_rest(world: World, lead: Client) -> None:
    for number in range(12):
        risk = RiskFactory(area=world.area, ref=f"R{number + 50}", on=JANUARY)
        RiskWordingFactory(risk=risk, title=f"High {number}")
        RiskReviewFactory(risk=risk, residual_likelihood=5, residual_impact=5 if number == 11 else 4)

    page = lead.get(world.at()).content.decode()

    assert "12 above tolerance" in page
    assert page.count(">High ") == 10
    assert page.index("High 11") < page.index("High 0")
    assert 'href="/westmarch/risk/register/?above=on">All 12 in the register' in page


def test_an_assessment_leads_to_its_thread(world: World, lead: Client) -> None:
    assert f"/westmarch/thread/assessment/{world.in_force}/" in lead.get(world.at(f"assessments/{world.in_force}/")).content.decode()


def test_the_overview_can_be_asked_about_another_day(world: World, lead: Client) -> None:
    page = words(lead.get(world.at("?as_at=11/1/2026")))

    assert "No assessment is in force" in page
    assert "None has been received" in page


def test_a_change_of_the_threat_level_proposes_a_review_until_there_is_an_update(world: World, lead: Client) -> None:
    post(lead, world.at(f"sources/{world.level}/level/"), level="severe", on=said(today()))
    before = words(lead.get(world.at()))
    actions.update_assessment("Looked at again", by=at_work(world.area, today()), on=today(), is_changed=False)

    assert "went up from substantial to severe" in before
    assert "Review it, and record the update" in before
    assert "went up from substantial to severe" not in words(lead.get(world.at()))


def test_the_profile_form_says_no_copy_is_kept_and_refuses_a_pasted_text(world: World, lead: Client) -> None:
    address = world.at("sources/new/profile/")

    assert "no copy: do not type or paste its text" in words(lead.get(address))
    page = post(lead, address, edition=PASTED, dated="1/3/2026", on=said(today()), held_at="With police")

    assert "no copy of it is kept here" in words(page)
    assert len(rows(Profile, world.area)) == 1


def test_a_profile_and_a_released_prompt_are_recorded(world: World, lead: Client) -> None:
    page = post(lead, world.at("sources/new/profile/"), edition="2026", dated="1/3/2026", on=said(today()), held_at="With police")
    assert "The source is recorded" in words(page)

    page = post(
        lead,
        world.at("sources/S-5/prompts/take/"),
        words="Look at how halls are let",
        released_by="Head of unit",
        released_on=said(today()),
        on=said(today()),
    )

    assert "Look at how halls are let" in words(page)
    assert [row.released_by for row in rows(Prompt, world.area)] == ["Head of unit"]


def test_readings_are_drawn_and_stand_in_the_table(world: World, lead: Client) -> None:
    for days, value in ((120, "4"), (30, "7.5")):
        until = today() - timedelta(days=days)
        post(lead, world.at(f"sources/{world.series}/readings/take/"), covers_to=said(until), value=value, unit="reports", on=said(today()))

    page = lead.get(world.at(f"sources/{world.series}/"))

    assert "7.5 reports" in words(page)
    assert "2 readings of reports, from 4 to 7.5" in page.content.decode()
    assert len(rows(Reading, world.area)) == 2


def test_the_national_threat_level_is_one_source_to_which_levels_are_added(world: World, lead: Client) -> None:
    response = lead.get(world.at("sources/new/threat-level/"))

    assert response["Location"] == world.at(f"sources/{world.level}/level/")


def test_a_withdrawn_source_leaves_the_list_and_is_found_when_asked_for(world: World, lead: Client) -> None:
    post(lead, world.at(f"sources/{world.trend}/withdraw/"), on=said(today()), because="Entered twice")

    assert "Leaflets" not in words(lead.get(world.at("sources/")))
    assert "Withdrawn on" in words(lead.get(world.at("sources/?withdrawn=on")))


def test_contributions_and_requests_to_police_are_kept_with_their_answers(world: World, lead: Client) -> None:
    post(lead, world.at("local-profile/contributions/record/"), what="Counts of referrals", body=world.body, on=said(today()))
    page = post(lead, world.at(f"local-profile/requests/{world.request}/answer/"), words="In the spring", on=said(today()))

    assert "1 contribution from the area" in words(page)
    assert "In the spring" in words(page)


def test_an_edition_is_written_submitted_and_approved_on_pages(world: World, lead: Client) -> None:
    post(lead, world.at(f"assessments/{world.draft}/write/"), words="Schools have a part", heading="Schools")
    [second] = [row.pk for row in rows(Paragraph, world.area, words="Schools have a part")]
    lead.post(world.at(f"assessments/{world.draft}/paragraphs/{second}/move/"), {"way": "up"})
    post(lead, world.at(f"assessments/{world.draft}/paragraphs/{second}/"), words="Schools play a part", heading="Schools")
    post(lead, world.at(f"assessments/{world.draft}/submit/"), on=said(today()), done_by=world.person)
    page = post(lead, world.at(f"assessments/{world.draft}/approve/"), on=said(today()), done_by=world.other, minute="Board, minute 7")

    assert "The assessment is approved and in force" in words(page)
    read = words(lead.get(world.at(f"assessments/{world.draft}/")))
    assert read.index("1. Schools play a part") < read.index("2. Halls are let")
    assert {row.stage for row in rows(AssessmentStep, world.area, assessment__ref=world.in_force)} >= {"superseded"}


def test_an_author_who_approves_is_asked_for_a_reason_and_what_was_typed_stays(world: World, lead: Client) -> None:
    post(lead, world.at(f"assessments/{world.draft}/submit/"), on=said(today()), done_by=world.person)

    page = post(lead, world.at(f"assessments/{world.draft}/approve/"), on=said(today()), done_by=world.person, minute="Board, minute 7")

    assert "Somebody other than its author should approve an assessment" in words(page)
    assert "Board, minute 7" in page.content.decode()


def test_the_words_of_an_edition_in_force_have_no_page_to_write_them(world: World, lead: Client) -> None:
    assert lead.get(world.at(f"assessments/{world.in_force}/write/")).status_code == 404


def test_what_changed_since_the_edition_before_is_shown(world: World, lead: Client) -> None:
    post(lead, world.at(f"assessments/{world.draft}/paragraphs/{world.paragraph}/"), words="Halls are let after checks.", heading="Venues")
    actions.place_risks(world.draft, by=at_work(world.area, today()), on=today(), risks=[])

    page = lead.get(world.at(f"assessments/{world.draft}/changes/"))

    assert "1 risk went out and 1 paragraph rewritten" in words(page)
    assert "<ins>" in page.content.decode()


def test_an_update_and_a_briefing_are_recorded(world: World, lead: Client) -> None:
    post(lead, world.at("assessments/update/"), is_changed="unchanged", words="Nothing new was heard", on=said(today()))
    page = post(lead, world.at(f"assessments/{world.in_force}/brief/"), people=world.person, on=said(today()), audience="Cabinet")

    assert [row.is_changed for row in rows(AssessmentUpdate, world.area)] == [False]
    assert "Westmarch Council: Ada Author Cabinet" in words(page)


def test_whoever_only_reads_sees_no_draft_and_is_offered_nothing_to_do(world: World) -> None:
    member = signed_in(world.area, Role.MEMBER)

    assert member.get(world.at(f"assessments/{world.draft}/")).status_code == 404
    assert "Second assessment" not in words(member.get(world.at("assessments/")))
    assert "Record a source" not in words(member.get(world.at("sources/")))
    assert member.get(world.at(f"assessments/{world.in_force}/")).status_code == 200


def test_the_official_edition_is_as_everybody_reads_it_whoever_asks(world: World, settings: Any) -> None:
    settings.DISK_ENCRYPTED = True
    actions.write_paragraph(world.draft, by=at_work(world.area), on=at_work(world.area).today, words="Sealed", marking="official-sensitive")
    cleared = signed_in(world.area, cleared=True)

    whole, official = (cleared.get(world.at(f"assessments/{world.draft}/{page}")) for page in ("", "official/"))

    assert "2. Sealed Official-Sensitive" in words(whole)
    assert "dr-strip--sensitive" in whole.content.decode()
    assert "Sealed" not in official.content.decode()
    assert "dr-strip--sensitive" not in official.content.decode()
    assert "1 paragraph," in words(official)


def test_the_same_form_sent_twice_makes_one_source(world: World, lead: Client) -> None:
    address = world.at("sources/new/trend/")
    once = re.findall(r'name="once" value="([^"]+)"', lead.get(address).content.decode())[0]

    for _ in range(2):
        lead.post(address, {"title": "Graffiti", "on": said(today()), "once": once})

    assert len(rows(Source, world.area, title="Graffiti")) == 1
