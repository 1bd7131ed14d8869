"""The pages of the guidance, and the check as other pages embed it."""

from datetime import UTC, datetime

import pytest
from django.template.loader import get_template
from django.test import Client
from jinja2 import Template

from dueregard.access.roles import Role
from dueregard.accounts.tests.people import TODAY, sign_in, sign_in_stranger, the_lead
from dueregard.guidance import catalogue
from dueregard.guidance.actions import attach_official, make_check
from dueregard.guidance.forms import ThreatCheckForm
from dueregard.guidance.published import PublishedLine
from dueregard.guidance.tests.factories import ThreatCheckFactory
from dueregard.organisations.models import Area
from dueregard.organisations.tests.factories import AreaFactory, PersonFactory

pytestmark = pytest.mark.django_db
GUIDANCE = "/westmarch/guidance/"
YES = {"mindful": "yes", "proportionate": "yes", "reduces": "yes"}
REASONS = {"mindful_because": "Read", "proportionate_because": "Small", "reduces_because": "Reaches them"}


@pytest.fixture
def area() -> Area:
    return AreaFactory(slug="westmarch", name="Westmarch")


def words(client: Client, address: str = "") -> str:
    response = client.get(f"{GUIDANCE}{address}")
    assert response.status_code == 200
    return str(response.content.decode())


@pytest.mark.parametrize("framework", catalogue.framework_ids())
def test_every_framework_and_every_line_has_a_page(client: Client, area: Area, framework: str) -> None:
    sign_in(client, area, Role.MEMBER)

    shown = words(client, f"{framework}/")

    for line in catalogue.framework(framework).lines:
        assert f"{GUIDANCE}{framework}/{line.id}/" in shown
    assert "our words" in words(client, f"{framework}/{catalogue.framework(framework).lines[0].id}/")


def test_a_line_says_its_numbers_and_whose_they_are(client: Client, area: Area) -> None:
    sign_in(client, area, Role.PARTNER)

    shown = words(client, "toolkit-2024/1.g2/")

    assert "Meetings, in an ordinary-tier area" in shown
    assert "The toolkit’s: it cannot be changed" in shown
    assert "Ours, not the toolkit’s" in shown


def test_a_line_says_what_the_records_here_show_of_it(client: Client, area: Area) -> None:
    sign_in(client, area, Role.PARTNER)

    shown = words(client, "toolkit-2024/1.g1/")

    assert "What the records here show today" in shown
    assert "No partnership group has been recorded" in shown


def test_a_line_of_the_act_is_for_a_person_to_judge(client: Client, area: Area) -> None:
    sign_in(client, area, Role.PARTNER)

    assert "What the records here show today" not in words(client, "statute/s26.1/")


def test_the_official_words_stand_first_once_attached(client: Client, area: Area) -> None:
    at = datetime(2026, 3, 2, 9, tzinfo=UTC)
    attach_official("toolkit-2024", [PublishedLine("1", "good-practice", "Invented official words", "1.g1")], at=at)
    sign_in(client, area, Role.PARTNER)

    shown = words(client, "toolkit-2024/1.g1/")

    assert shown.index("Invented official words") < shown.index("In our words:")
    assert "attached 2 March 2026, last checked 2 March 2026" in shown
    assert "last checked on 2 March 2026" in words(client)


def test_what_differs_in_wales_is_said_in_wales(client: Client) -> None:
    area = AreaFactory(slug="westmarch", nation="wales")
    sign_in(client, area, Role.PARTNER)

    assert "local health board" in words(client, "toolkit-2024/1.g3/")


def test_the_older_benchmarks_are_named_beside_the_sections(client: Client, area: Area) -> None:
    sign_in(client, area, Role.PARTNER)

    assert "2 Multi-agency partnership board</a>, The ten benchmarks of 2018" in words(client, "toolkit-2024/")


@pytest.mark.parametrize("address", ["toolkit-1999/", "toolkit-2024/9.z9/", "threat-checks/C-99/"])
def test_what_there_is_not_is_not_found(client: Client, area: Area, address: str) -> None:
    sign_in(client, area, Role.LEAD)

    assert client.get(f"{GUIDANCE}{address}").status_code == 404


@pytest.mark.parametrize("address", ["", "toolkit-2024/", "toolkit-2024/1.g1/", "threat-checks/"])
def test_to_the_stranger_no_page_exists(client: Client, area: Area, address: str) -> None:
    sign_in_stranger(client)

    assert client.get(f"{GUIDANCE}{address}").status_code == 404


def test_checks_are_listed_and_each_has_a_page(client: Client, area: Area) -> None:
    ThreatCheckFactory(area=area, ref="C-7", mindful=False, go_ahead_because="<b>Agreed</b> by the chair", done_by=PersonFactory(area=area))
    ThreatCheckFactory(ref="C-8")
    sign_in(client, area, Role.PARTNER)

    shown = words(client, "threat-checks/C-7/")

    assert "C-8" not in words(client, "threat-checks/")
    assert "&lt;b&gt;Agreed&lt;/b&gt; by the chair" in shown
    assert client.get(f"{GUIDANCE}threat-checks/C-8/").status_code == 404


def test_whoever_reads_no_partnership_records_reads_no_checks(client: Client, area: Area) -> None:
    sign_in(client, area, Role.AUDITOR)

    assert client.get(f"{GUIDANCE}threat-checks/").status_code == 403


def form(area: Area, typed: dict[str, str] | None, *, optional: bool = False) -> ThreatCheckForm:
    data = None if typed is None else {f"check-{name}": value for name, value in typed.items()}
    return ThreatCheckForm(data, viewer=the_lead(area), on=TODAY, prefix="check", optional=optional)


def test_the_form_gives_what_the_deed_takes(area: Area) -> None:
    filled = form(area, YES | REASONS)

    assert filled.is_valid()
    assert filled.answers is not None
    assert make_check(by=the_lead(area), on=TODAY, **filled.answers).ref == "C-1"


def test_a_no_asks_why_it_goes_ahead(area: Area) -> None:
    filled = form(area, YES | REASONS | {"reduces": "no"})

    assert not filled.is_valid()
    assert filled.errors == {"go_ahead_because": ["The third answer is no: say why it goes ahead all the same"]}


def test_a_missing_reason_is_asked_for_and_nothing_is_lost(area: Area) -> None:
    filled = form(area, YES | REASONS | {"reduces_because": ""})

    assert filled.errors == {"reduces_because": ["Fill in “Reason for the third answer”"]}
    assert filled["mindful_because"].value() == "Read"


def test_it_may_stay_empty_where_the_page_says_so_but_not_half_empty(area: Area) -> None:
    empty, half = form(area, {}, optional=True), form(area, {"mindful": "yes"}, optional=True)

    assert empty.is_valid()
    assert empty.answers is None
    assert not half.is_valid()


def test_embedded_it_draws_its_questions_under_its_prefix(area: Area) -> None:
    source = '{% import "guidance/threat_check.html" as check %}{{ check.fields(form) }}'
    template: Template = get_template("guidance/threat_check.html").template.environment.from_string(source)

    drawn = template.render(form=form(area, None))

    assert 'name="check-mindful"' in drawn
    assert "Security Threat Check" in drawn
    assert "Our wording: the official one is not attached here." in drawn
