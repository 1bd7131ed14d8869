"""What is Official-Sensitive is seen by whoever is cleared for it, and words that name somebody can be taken out."""

import pytest
from pytest_django import Settings

from dueregard.access.roles import Role
from dueregard.accounts.tests.people import TODAY, a_viewer
from dueregard.basics.refused import Refused
from dueregard.partnership import actions, queries
from dueregard.partnership.models import Decision, PersonMark, Redaction
from dueregard.partnership.tests.house import House, a_house
from dueregard.partnership.tests.stories import inside, rows, the_lead_on

pytestmark = pytest.mark.django_db


@pytest.fixture
def house(settings: Settings) -> House:
    settings.DISK_ENCRYPTED = True
    return a_house()


def test_a_sensitive_item_its_minute_and_its_decision_are_hidden_from_whoever_is_not_cleared(house: House) -> None:
    lead, partner = the_lead_on(house.area), a_viewer(house.area, Role.PARTNER)
    item = actions.add_item(house.today, by=lead, on=TODAY, title="The profile", marking="official-sensitive")
    actions.write_minute(item.ref, by=lead, words="Two towns")
    actions.record_decision(item.ref, by=lead, on=TODAY, words="Watch", kind="procedural")
    actions.write_minute(house.today_item, by=lead, words="A sensitive aside", marking="official-sensitive")

    with inside(house.area):
        seen = queries.agenda(lead, meeting=house.today)
        hidden = queries.agenda(partner, meeting=house.today)
        decided = [row.decision.words for row in queries.decision_rows(partner, meeting=house.today)]

    assert [row.marking for row in seen] == ["official-sensitive", "official-sensitive"]
    assert [(row.item.title, row.minute, row.is_minuted) for row in hidden] == [("Any other business", None, True)]
    assert [row.marking for row in hidden] == ["official"]
    assert decided == []


def test_whoever_is_not_cleared_can_neither_reach_nor_write_what_is_sensitive(house: House) -> None:
    lead, clerk = the_lead_on(house.area), a_viewer(house.area, Role.CLERK)
    action = actions.raise_action("Ring", by=lead, on=TODAY, body=house.body, marking="official-sensitive")

    with pytest.raises(type(action).DoesNotExist):
        actions.update_action(action.ref, by=clerk, on=TODAY, words="Well")
    with pytest.raises(Refused, match="clearance"):
        actions.raise_action("Ring", by=clerk, on=TODAY, body=house.body, marking="official-sensitive")


def test_taking_words_out_leaves_a_mark_and_not_the_words(house: House) -> None:
    actions.mark_person("decision", by=a_viewer(house.area, Role.PARTNER), on=TODAY, ref=house.decision)

    actions.redact("decision", by=the_lead_on(house.area), on=TODAY, ref=house.decision, because="It named a pupil")

    [decision] = rows(Decision, house.area)
    assert decision.words == "[Words taken out on 18 November 2026: they named a person who should not be here]"
    assert [row.because for row in rows(Redaction, house.area)] == ["It named a pupil"]
    assert [row.subject for row in rows(PersonMark, house.area)] == [decision.pk]
