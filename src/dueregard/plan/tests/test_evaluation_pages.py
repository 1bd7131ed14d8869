"""Pages of evaluations: what waits, what was recorded, what became of a proposed score, and what is said before an action is closed."""

from datetime import date, timedelta

import pytest
from django.test import Client
from django.utils import timezone

from dueregard.access.roles import Role
from dueregard.accounts.tests.people import sign_in, sign_in_stranger
from dueregard.organisations.tests.factories import AreaFactory
from dueregard.partnership.tests.pages import sent_back, words
from dueregard.partnership.tests.stories import the_lead_on
from dueregard.plan import actions
from dueregard.plan.tests.factories import PlanFactory
from dueregard.plan.tests.finished import MET, NOTHING, Finished, finished, reviewed

pytestmark = pytest.mark.django_db


@pytest.fixture
def house() -> Finished:
    return finished(on=timezone.localdate())


@pytest.fixture
def lead(house: Finished) -> Client:
    client = Client()
    sign_in(client, house.area, Role.LEAD)
    return client


def at(house: Finished, path: str) -> str:
    return f"/{house.area.slug}/plan/{path}"


def test_the_first_sentence_counts_what_waits(house: Finished, lead: Client) -> None:
    page = lead.get(at(house, "evaluations/"))

    assert "Of 4 completed actions, 1 is evaluated, 2 are due for it, and 1 is not due yet." in words(page)
    assert f"?action={house.done}" in page.content.decode()


def test_an_area_where_nothing_is_completed_is_told_so() -> None:
    area, client = AreaFactory(), Client()
    sign_in(client, area, Role.LEAD)

    says = words(client.get(f"/{area.slug}/plan/evaluations/"))

    assert "No action of a plan is completed yet" in says
    assert "nobody can tell what the plan has changed" in says


def test_only_who_writes_the_plan_opens_a_form_and_the_next_council_finds_no_page(house: Finished, lead: Client) -> None:
    partner, stranger = Client(), Client()
    sign_in(partner, house.area, Role.PARTNER)
    sign_in_stranger(stranger)

    for path in ("evaluations/new/", f"evaluations/{house.evaluation}/change/", f"evaluations/{house.evaluation}/meeting/"):
        assert lead.get(at(house, path)).status_code == 200
        assert partner.get(at(house, path)).status_code == 403
        assert stranger.get(at(house, path)).status_code == 404
    assert partner.get(at(house, f"evaluations/{house.evaluation}/")).status_code == 200
    assert lead.get(at(house, "evaluations/EV-99/")).status_code == 404


def test_several_are_evaluated_at_once_and_the_second_post_shows_the_first(house: Finished, lead: Client) -> None:
    form = lead.get(f"{at(house, 'evaluations/new/')}?action={house.done}")
    assert f'value="{house.done}" checked' in " ".join(form.content.decode().split()) or "checked" in form.content.decode()
    typed = sent_back(form, words="Fewer lettings", actions=[house.done, house.twin], changed="score", because="Lettings fell")
    typed |= {"risk": house.risk.ref, "likelihood": "2", "impact": "3", "next_plan": "Keep at it"}

    first, second = (lead.post(at(house, "evaluations/new/"), typed) for _ in range(2))

    assert first.status_code == 302
    assert first["Location"] == second["Location"]
    says = words(lead.get(first["Location"]))
    assert "What came of 2 actions" in says
    assert "2 × 3 = 6" in says
    assert "Before, it stood at 5 × 4 = 20" in says
    assert "Waits for a review of the risk" in says


def test_an_incomplete_change_is_refused_in_words_and_what_was_typed_stays(house: Finished, lead: Client) -> None:
    form = lead.get(at(house, "evaluations/new/"))

    page = lead.post(at(house, "evaluations/new/"), sent_back(form, words="Kept as typed", actions=[house.done], changed="nothing"))

    assert page.status_code == 200
    assert "The evaluation is not recorded yet" in words(page)
    assert "Say why nothing changes" in words(page)
    assert "Kept as typed" in words(page)


def test_a_followed_proposal_says_by_which_review(house: Finished, lead: Client) -> None:
    made = actions.evaluate("Fewer", by=the_lead_on(house.area), on=MET, actions=[house.done], changes=[house.score()])
    reviewed(house.risk, 2, 3, on=MET)

    says = words(lead.get(at(house, f"evaluations/{made.ref}/")))

    assert "Followed The review of 7 October 2026 scored it 2 × 3 = 6" in says


def test_a_waiting_proposal_leads_to_the_review_of_the_risk_filled_in(
    house: Finished, lead: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("dueregard.plan.views.evaluations.address_for", lambda _viewer, page, ref: f"/{page}/{ref}/")
    made = actions.evaluate("Fewer", by=the_lead_on(house.area), on=MET, actions=[house.done], changes=[house.score()])

    page = lead.get(at(house, f"evaluations/{made.ref}/")).content.decode()

    filled = f"likelihood=2&amp;impact=3&amp;because={made.ref}%3A+Lettings+fell"
    assert f'href="/risk:risk-review/{house.risk.ref}/?{filled}"' in page


def test_a_meeting_is_recorded_for_it(house: Finished, lead: Client) -> None:
    there = at(house, f"evaluations/{house.evaluation}/meeting/")

    answer = lead.post(there, sent_back(lead.get(there), item=house.item))

    assert answer.status_code == 302
    assert "taken at a meeting on 7 October 2026" in words(lead.get(answer["Location"]))


def test_something_more_that_it_changed_is_recorded(house: Finished, lead: Client) -> None:
    there = at(house, f"evaluations/{house.evaluation}/change/")

    answer = lead.post(there, sent_back(lead.get(there), changed="action", action=house.still))

    assert answer.status_code == 302
    assert "Changed or led to still" in words(lead.get(answer["Location"]))


def test_two_editors_are_told_of_each_other(house: Finished, lead: Client) -> None:
    there = at(house, f"evaluations/{house.evaluation}/change/")
    typed = sent_back(lead.get(there), changed="action", action=house.still)
    actions.add_change(house.evaluation, by=the_lead_on(house.area), on=MET, change_made=NOTHING)

    assert "This was changed" in words(lead.post(there, typed))


def test_the_next_plan_shows_what_evaluations_say_for_it(house: Finished, lead: Client) -> None:
    after = PlanFactory(group=house.group, covers_from=date(2027, 4, 1), covers_to=date(2028, 3, 31))

    assert "What evaluations say for this plan Go on with it" in words(lead.get(at(house, f"plans/{after.ref}/")))
    assert "What evaluations say" not in words(lead.get(at(house, f"plans/{house.plan.ref}/")))


def test_closing_an_action_with_something_open_is_warned_of_and_not_refused(house: Finished, lead: Client) -> None:
    today = timezone.localdate()
    actions.set_milestone(house.still, by=the_lead_on(house.area, today), on=today, words="Half looked into", due=today + timedelta(days=9))
    there = f"/{house.area.slug}/partnership/actions/{house.still}/done/"

    page = lead.get(there)

    assert "Still open on this action. It can be closed all the same. The milestone “Half looked into”" in words(page)
    assert lead.post(there, sent_back(page)).status_code == 302


def test_an_actions_own_page_says_what_came_of_it_or_when_it_is_due(house: Finished, lead: Client) -> None:
    says = words(lead.get(f"/{house.area.slug}/partnership/actions/{house.done}/"))

    assert "It was completed on 12 August 2026 and is to be evaluated by 11 October 2026." in says
