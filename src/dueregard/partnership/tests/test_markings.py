"""What is Official-Sensitive is seen by whoever is cleared for it, and words that name somebody can be taken out."""

from datetime import timedelta

import pytest
from pytest_django import Settings

from dueregard.access.roles import Role
from dueregard.accounts.tests.people import TODAY, a_viewer
from dueregard.basics.refused import Refused
from dueregard.documents.tests.factories import DocumentFactory, VersionFactory
from dueregard.partnership import actions, queries
from dueregard.partnership.models import Correction, Decision, PersonMark, Redaction
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


def test_words_about_a_sealed_decision_and_a_sealed_document_are_as_sealed_as_they_are(house: House) -> None:
    lead, partner = the_lead_on(house.area), a_viewer(house.area, Role.PARTNER)
    sealed = VersionFactory(document=DocumentFactory(area=house.area, title="Sealed profile", sensitive=True))
    actions.approve_document(house.decision, by=lead, version=f"{sealed.document.ref}/{sealed.number}")
    later = the_lead_on(house.area, TODAY + timedelta(days=1))
    actions.mark_person("decision", by=lead, on=TODAY, ref=house.decision)
    item = actions.add_item(house.today, by=lead, on=TODAY, title="The profile", marking="official-sensitive")
    with inside(house.area):
        told = Correction.objects.create(**later.stamp, ref="X-9", meeting=item.meeting, item=item, words="It was the other town", on=TODAY)

        seen, hidden = (
            ([row.pk for row in queries.corrections(who)], queries.decision_row(who, house.decision)) for who in (lead, partner)
        )

    assert told.pk in seen[0]
    assert told.pk not in hidden[0]
    assert [one.version_approved.pk for one in seen[1].approvals] == [sealed.pk]
    assert hidden[1].approvals == ()
    assert (seen[1].marking, hidden[1].marking) == ("official-sensitive", "official")
