"""The page of a risk and the forms on it: what a person reads, types and is told."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.test import Client

from dueregard.access.roles import Role
from dueregard.risk import actions
from dueregard.risk.actions import Scores, Wording
from dueregard.risk.models import Control, Matrix, Risk, RiskReview
from dueregard.risk.tests.register import FOUR, Register, a_register
from dueregard.risk.tests.test_section_pages import post, said, words
from dueregard.risk.tests.world import JANUARY, JUNE, at_work, inside, rows, signed_in, today

pytestmark = pytest.mark.django_db


@pytest.fixture
def register() -> Register:
    return a_register()


@pytest.fixture
def lead(register: Register) -> Client:
    return signed_in(register.area, person=register.world.person)


def at(register: Register, ref: str, path: str = "") -> str:
    return register.world.at(f"register/{ref}/{path}")


def test_it_says_how_the_risk_stands_and_keeps_its_history(register: Register, lead: Client) -> None:
    by = at_work(register.area, JUNE)
    actions.reword_risk(register.halls, by=by, on=JUNE, wording=Wording(title="Rooms let to a front group", cause="Nobody looks"))
    actions.end_control(register.halls, by=by, on=JUNE, control=register.control, because="They left")

    text = words(lead.get(at(register, register.halls)))

    assert "It stands at 16 (4 × 4: likely, major), high, above tolerance. Westmarch Council owns it" in text
    assert "How it was worded: 2 wordings" in text
    assert "Changed: title, cause, what may happen and ideological driver" in text
    assert "Two people look into each letting 12 January 2026 to 3 June 2026: They left" in text
    assert "3 June 2026 Not given 16 (4 × 4) ↑ Worse Not given Two lettings" in text
    assert "Identified on 12 January 2026" in text


def test_a_score_over_time_is_drawn_with_every_score_in_the_table(register: Register, lead: Client) -> None:
    text = lead.get(at(register, register.halls)).content.decode()

    assert 'aria-label="Residual score from 12 on 12 January 2026 to 16 on 3 June 2026; every score is in the table below"' in text
    assert "Residual score from" not in lead.get(at(register, register.closed)).content.decode()


def test_a_risk_is_identified_reviewed_and_closed_on_its_pages(register: Register, lead: Client) -> None:
    typed = {"kind": "situational", "concerns": "people", "title": "A chat server", "setting": "online", "on": said(today())}

    made = post(lead, register.world.at("register/new/"), **typed)
    ref = rows(Risk, register.area, wordings__title="A chat server")[0].ref
    review = {"residual_likelihood": "2", "residual_impact": "3", "because": "Seen once", "on": said(today()), "next_due": said(later(90))}
    reviewed = post(lead, at(register, ref, "review/"), **review)
    closed = post(lead, at(register, ref, "close/"), because="It is gone", on=said(today()))

    assert "The risk is in the register" in words(made) or "The risk is in the register" in made.content.decode()
    assert "It stands at 6 (2 × 3: unlikely, moderate), low, within tolerance" in words(reviewed)
    assert f"Closed on {today().day} " in words(closed)
    assert "Open it again" in words(closed)


def later(days: int) -> date:
    return today() + timedelta(days=days)


@pytest.mark.parametrize("path", ["new/", "{halls}/words/", "{halls}/controls/put/"])
def test_where_a_risk_is_typed_it_says_never_of_a_person(register: Register, lead: Client, path: str) -> None:
    text = words(lead.get(register.world.at(f"register/{path.format(halls=register.halls)}")))

    assert "never of a person: name nobody" in text


def test_a_score_outside_the_matrix_is_refused_in_words_and_what_was_typed_stays(register: Register, lead: Client) -> None:
    typed = {"residual_likelihood": "6", "residual_impact": "3", "because": "Seen once", "on": said(today())}

    page = post(lead, at(register, register.halls, "review/"), **typed)

    assert "The likelihood of the residual score goes from 1 to 5 on the matrix in force" in words(page)
    assert "Seen once" in page.content.decode()
    assert not rows(RiskReview, register.area, because="Seen once")


def test_half_a_score_and_a_day_to_come_are_refused_on_the_form(register: Register, lead: Client) -> None:
    half = post(lead, at(register, register.halls, "review/"), residual_likelihood="2", because="So", on=said(today()))
    ahead = post(lead, at(register, register.halls, "close/"), because="So", on=said(later(3)))
    before = post(lead, at(register, register.halls, "owner/"), body=register.world.body, on="1/1/2019")

    assert "Give both the likelihood and the impact of the residual score, or neither" in words(half)
    assert "has not come yet" in words(ahead)
    assert "The risk was identified on 12 January 2026" in words(before)


def test_an_evaluation_fills_the_review_in(register: Register, lead: Client) -> None:
    page = lead.get(at(register, register.halls, "review/?likelihood=2&impact=3&because=E-1%3A+fewer")).content.decode()

    assert '<option value="2" selected>2 Unlikely</option>' in page
    assert '<option value="3" selected>3 Moderate</option>' in page
    assert "E-1: fewer" in page


def test_the_second_to_save_is_told_and_sees_the_risk_as_it_is(register: Register, lead: Client) -> None:
    address = at(register, register.halls, "owner/")
    version = rows(Risk, register.area, ref=register.halls)[0].version
    actions.put_control(register.halls, by=at_work(register.area), on=JUNE, words="A list")

    page: Any = lead.post(address, {"seen": str(version), "body": register.world.body, "on": said(today())})

    assert "This was changed by somebody else" in words(page)
    assert f'name="seen" value="{version + 1}"' in page.content.decode()


def test_controls_sources_and_the_corporate_reference_are_kept_on_their_forms(register: Register, lead: Client) -> None:
    post(lead, at(register, register.halls, "controls/put/"), words="A list of groups", on=said(today()))
    control = rows(Control, register.area, words="A list of groups")[0].pk
    ended = post(lead, at(register, register.halls, f"controls/{control}/end/"), on=said(today()), because="Not kept up")
    rested = post(lead, at(register, register.halls, "sources/"), source=register.world.trend, on=said(today()))
    referred = post(lead, at(register, register.duty, "corporate-register/"), reference="CR 21", on=said(today()))

    assert "Not kept up" in words(ended)
    assert "What it rests on Leaflets" in words(rested)
    assert "CR 21 in the corporate register" in words(referred)


def test_a_cleared_lead_continues_a_risk_and_an_uncleared_one_has_no_such_page(register: Register, settings: Any) -> None:
    settings.DISK_ENCRYPTED = True
    cleared, uncleared = signed_in(register.area, cleared=True), signed_in(register.area)
    actions.rest_risk_on(register.duty, by=at_work(register.area), on=JUNE, source=register.world.trend)
    with inside(register.area):
        Risk.objects.filter(ref=register.secret).update(ref="RS40")

    page = post(cleared, at(register, register.duty, "continue/"), title="The lead’s post", because="Merged with another", on=said(today()))
    seen = words(uncleared.get(at(register, register.duty)))

    assert "Goes on from R2" in words(page)
    assert "Leaflets" in words(page)
    assert "Merged with another" in seen
    assert "Goes on" not in seen
    assert uncleared.get(at(register, register.halls, "continue/")).status_code == 404


def test_an_official_risk_never_names_a_sensitive_one_it_goes_on_from(register: Register) -> None:
    new = actions.continue_risk(register.secret, by=at_work(register.area), on=JUNE, wording=Wording(title="Known by now"), because="So")
    cleared, uncleared = signed_in(register.area, cleared=True), signed_in(register.area)

    assert "Goes on from RS1" in words(cleared.get(at(register, new.ref)))
    assert "RS1" not in uncleared.get(at(register, new.ref)).content.decode()


def test_pages_that_are_not_there(register: Register, lead: Client) -> None:
    missing = [f"{register.secret}/", "R999/", f"{register.closed}/close/", f"{register.halls}/open-again/"]
    missing += [f"{register.duty}/controls/{register.control}/end/"]

    assert {lead.get(register.world.at(f"register/{path}")).status_code for path in missing} == {404}
    assert signed_in(register.area, Role.MEMBER).get(at(register, register.halls, "review/")).status_code == 403
    assert signed_in(register.area, Role.AUDITOR).get(at(register, register.halls)).status_code == 403


def test_the_matrix_page_shows_the_one_in_force_and_sets_another(register: Register, lead: Client) -> None:
    before = words(lead.get(register.world.at("matrix/")))
    typed = {
        "size": "4",
        "likelihood": "\n".join(FOUR.likelihood),
        "impact": "\n".join(FOUR.impact),
        "bands": "1 Low\n9 High",
        "tolerance": "8",
        "on": said(today()),
        "because": "The council’s own",
    }

    wrong = post(lead, register.world.at("matrix/set/"), **typed | {"bands": "Low\nHigh"})
    short = post(lead, register.world.at("matrix/set/"), **typed | {"impact": "Slight"})
    after = post(lead, register.world.at("matrix/set/"), **typed)

    assert "the area has set none of its own" in before
    assert "Write each band as its lowest score, then its word" in words(wrong)
    assert "Give 4 words for impact, one for each step: there are 1" in words(short)
    assert "Risks are scored on a matrix of 4 by 4; 9 and over is above tolerance" in words(after)
    assert len(rows(Matrix, register.area)) == 1


def test_reviews_of_two_matrices_stand_side_by_side_unconverted(register: Register, lead: Client) -> None:
    by = at_work(register.area, today())
    actions.set_matrix(FOUR, by=by, on=today(), because="Ours")
    stale = words(lead.get(at(register, register.halls)))
    actions.review_risk(register.halls, by=by, on=today(), because="Anew", scores=Scores(residual=(2, 2)))

    text = words(lead.get(at(register, register.halls)))

    assert "on the earlier matrix of 5 by 5: review it on the one in force" in stale
    assert "It stands at 4 (2 × 2: possible, moderate), low, within tolerance" in text
    assert "16 (4 × 4) on the earlier matrix of 5 by 5" in text
    assert today() > JANUARY
