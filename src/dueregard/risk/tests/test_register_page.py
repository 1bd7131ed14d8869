"""The page of the register: what it lists and draws, what it leaves out, and what it says to whom."""

from html import unescape
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from dueregard.access.roles import Role
from dueregard.organisations.tests.factories import AreaFactory
from dueregard.risk import actions
from dueregard.risk.actions import Scores, Wording
from dueregard.risk.tests.register import FOUR, Register, a_register, many
from dueregard.risk.tests.test_section_pages import words
from dueregard.risk.tests.world import JANUARY, JUNE, at_work, signed_in, today

pytestmark = pytest.mark.django_db


@pytest.fixture
def register() -> Register:
    return a_register()


@pytest.fixture
def member(register: Register) -> Client:
    """The least privileged who may read the register."""
    return signed_in(register.area, Role.MEMBER)


def page(client: Client, register: Register, query: str = "") -> str:
    response = client.get(register.world.at(f"register/{query}"))
    assert response.status_code == 200
    return response.content.decode()


def listed(client: Client, register: Register, query: str = "") -> set[str]:
    """The refs the table names."""
    text = page(client, register, query)
    return {ref for ref in (register.halls, register.duty, register.closed, register.secret) if f'/">{ref}</a></th>' in text}


def test_both_kinds_stand_in_one_list_highest_first_with_how_they_went(register: Register, member: Client) -> None:
    text = words(member.get(register.world.at("register/?then=1/2/2026")))

    assert "3 risks: 2 situational and 1 corporate. 1 is above tolerance. Since 1 February 2026, 1 is worse, 1 is the same" in text
    assert text.index("Situational: what may happen") < text.index("Corporate: not meeting the duty")
    assert f"{register.halls} Halls let to a front group Westmarch Council 12 (3 × 4) 16 (4 × 4) Above ↑ Worse None" in text
    assert f"{register.duty} The lead’s post is not filled Westmarch Council; CR 7 12 (3 × 4) 8 (2 × 4) ↓ Better None" in text
    assert "The assessment In force First assessment , since 12 January 2026" in text


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("", {"halls", "duty"}),
        ("?kind=corporate", {"duty"}),
        ("?status=closed", {"closed"}),
        ("?status=all", {"halls", "duty", "closed"}),
        ("?above=on", {"halls"}),
        ("?driver=islamist", {"halls"}),
        ("?driver=none", set()),
        ("?text=LOOKED+into", {"halls"}),
        ("?text=lead’s", {"duty"}),
        ("?text=%25", set()),
        ("?likelihood=4&impact=4", {"halls"}),
        ("?likelihood=9&impact=zero", {"halls", "duty"}),
        ("?as_at=1/2/2026&status=all", {"halls", "duty", "closed"}),
        ("?as_at=1/1/2020", set()),
        ("?as_at=nonsense", {"halls", "duty"}),
        ("?page=99", {"halls", "duty"}),
    ],
)
def test_the_list_is_narrowed_as_asked(register: Register, member: Client, query: str, found: set[str]) -> None:
    assert listed(member, register, query) == {getattr(register, name) for name in found}


def test_it_is_narrowed_to_an_owner_and_a_ref(register: Register, member: Client) -> None:
    assert listed(member, register, f"?owner={register.world.body}") == {register.halls, register.duty}
    assert listed(member, register, "?owner=B-none") == {register.halls, register.duty}  # nothing to pick: not asked
    assert listed(member, register, f"?text={register.halls.lower()}") == {register.halls}


def test_as_at_a_day_it_shows_what_stood_then(register: Register, member: Client) -> None:
    text = words(member.get(register.world.at("register/?as_at=1/2/2026&then=1/2/2026")))

    assert f"{register.halls} Halls let to a front group Westmarch Council 12 (3 × 4) 12 (3 × 4) → Same" in text
    assert "None is above tolerance" in text
    assert "No risk had been identified by 1 January 2020" in words(member.get(register.world.at("register/?as_at=1/1/2020")))


def test_the_heat_map_links_each_risk_in_words_and_has_its_table(register: Register, member: Client) -> None:
    text = page(member, register, "?then=1/2/2026")

    assert f'register/{register.halls}/" aria-label="{register.halls}: Halls let to a front group, 16 now, 12 then"' in text
    assert text.count("<polygon") == 2
    assert "The same as a table" in text
    assert "15 and over is above it" in text


def test_above_three_in_a_cell_their_number_leads_to_them(register: Register, member: Client) -> None:
    many(register, 60)

    text = page(member, register)
    narrowed = words(member.get(register.world.at("register/?likelihood=1&impact=2")))

    assert 'aria-label="60 risks at likelihood 1, impact 2"' in text
    assert "Page 1 of 2" in words(member.get(register.world.at("register/")))
    assert "60 risks: 60 situational" in narrowed


def test_an_uncleared_reader_learns_of_no_sensitive_risk(register: Register, member: Client) -> None:
    cleared = signed_in(register.area, Role.CHAIR, cleared=True)

    texts = [page(member, register, query) for query in ("", "?status=all", "?text=undisclosed", "?above=on", "?likelihood=5&impact=4")]

    assert not any(word in text for text in texts for word in ("RS1", "undisclosed thing", "OFFICIAL-SENSITIVE"))
    assert "The undisclosed thing" in page(cleared, register)
    assert "OFFICIAL-SENSITIVE" in page(cleared, register)
    assert member.get(register.world.at("register/RS1/")).status_code == 404


def test_scores_of_an_older_matrix_are_told_and_not_drawn(register: Register, member: Client) -> None:
    lead = at_work(register.area, today())
    actions.set_matrix(FOUR, by=lead, on=today(), because="Ours")
    actions.review_risk(register.duty, by=lead, on=today(), because="Anew", scores=Scores(residual=(2, 2)))

    text = words(member.get(register.world.at("register/")))

    assert "16 (4 × 4) Above on the matrix of 5 by 5 before" in text
    assert "12 (3 × 4) 4 (2 × 2) Cannot be told" in text
    assert "scored on an earlier matrix" in text


def test_what_is_typed_is_never_markup(register: Register, member: Client) -> None:
    bad = "<script>alert('x')</script>"
    lead = at_work(register.area, JUNE)
    typed = Wording(
        **dict.fromkeys(("title", "cause", "event", "effect", "influence", "narratives", "methods", "targets", "environment"), bad)
    )
    risk = actions.identify_risk(typed, by=lead, on=JUNE, kind="corporate", reference=bad).ref
    actions.put_control(risk, by=lead, on=JUNE, words=bad)
    actions.review_risk(risk, by=lead, on=JUNE, because=bad, scores=Scores(residual=(5, 5)))

    texts = [page(member, register), member.get(register.world.at(f"register/{risk}/")).content.decode()]

    assert not any("<script" in text for text in texts)
    assert all(bad in unescape(text) for text in texts)


def test_an_area_without_a_risk_is_led_to_the_first() -> None:
    area = AreaFactory(slug="newbury")

    assert "Identify the first risk" in words(signed_in(area).get("/newbury/risk/register/"))
    assert "Identify" not in words(signed_in(area, Role.MEMBER).get("/newbury/risk/register/"))
    assert signed_in(area, Role.AUDITOR).get("/newbury/risk/register/").status_code == 403


def test_statements_do_not_grow_with_rows(register: Register, member: Client) -> None:
    asked = ("", "?kind=situational", "?text=e", f"?owner={register.world.body}", "?as_at=1/2/2026")
    page(member, register)  # what the process keeps from its first page on
    few = [counted(member, register, query) for query in asked]

    many(register, 40)

    assert [counted(member, register, query) for query in asked] == few
    assert max(few) <= 30


def counted(client: Client, register: Register, query: str) -> int:
    with CaptureQueriesContext(connection) as caught:
        page(client, register, query)
    return len(caught)


def test_a_page_of_many_is_small(register: Register, member: Client) -> None:
    many(register, 120)

    assert len(page(member, register).encode()) < 100_000


@pytest.mark.django_db(transaction=True)
def test_it_is_remembered_until_a_deed_is_done(settings: Any) -> None:
    settings.REMEMBER = True
    register = a_register()
    member = signed_in(register.area, Role.MEMBER)
    first, again = [counted(member, register, "?as_at=1/11/2026") for _ in range(2)]

    actions.review_risk(register.duty, by=at_work(register.area, JANUARY), on=JANUARY, because="So", scores=Scores(residual=(3, 4)))
    actions.reword_risk(register.duty, by=at_work(register.area, JUNE), on=JUNE, wording=Wording(title="Nobody leads"))

    assert again < first / 2
    assert "Nobody leads" in page(member, register, "?as_at=1/11/2026")
