"""What is Official-Sensitive draws its references from counters of its own, so that no gap in the numbers others see tells of it."""

import pytest
from pytest_django import Settings

from dueregard.access.roles import Role
from dueregard.accounts.tests.people import TODAY, a_viewer
from dueregard.basics.refused import Refused
from dueregard.documents.tests.factories import DocumentFactory, VersionFactory
from dueregard.guidance.models import ThreatCheck
from dueregard.guidance.queries import threat_checks
from dueregard.partnership import actions
from dueregard.partnership.tests.house import House, a_house
from dueregard.partnership.tests.stories import YES, inside, rows, the_lead_on

pytestmark = pytest.mark.django_db

SEALED = {"marking": "official-sensitive"}


@pytest.fixture
def house(settings: Settings) -> House:
    settings.DISK_ENCRYPTED = True
    return a_house()


def _number(ref: str) -> int:
    return int(ref.rpartition("-")[2])


def test_an_action_an_item_and_an_exchange_leave_no_gap(house: House) -> None:
    lead = the_lead_on(house.area)
    writes = {
        "A": lambda **more: actions.raise_action("Ring", by=lead, on=TODAY, body=house.body, **more).ref,
        "I": lambda **more: actions.add_item(house.today, by=lead, on=TODAY, title="Profile", **more).ref,
        "X": lambda **more: actions.note_exchange("Allotments", by=lead, on=TODAY, how="A visit", **more).ref,
    }

    refs = {prefix: (write(), write(**SEALED), write()) for prefix, write in writes.items()}

    assert {prefix: sealed for prefix, (_, sealed, _) in refs.items()} == {"A": "AS-1", "I": "IS-1", "X": "XS-1"}
    assert {_number(after) - _number(before) for before, _, after in refs.values()} == {1}


def test_a_decision_at_a_sealed_item_its_check_and_a_paper_leave_no_gap(house: House) -> None:
    lead = the_lead_on(house.area)
    sealed = actions.add_item(house.today, by=lead, on=TODAY, title="The profile", **SEALED).ref
    given = {"by": lead, "on": TODAY, "words": "Watch", "kind": "delivery", "answers": YES}

    decisions = [actions.record_decision(item, **given).ref for item in (house.today_item, sealed, house.today_item)]
    version = VersionFactory(document=DocumentFactory(area=house.area, sensitive=True))
    paper = actions.add_paper(house.coming_items[0], by=lead, on=TODAY, version=f"{version.document.ref}/{version.number}")

    assert decisions[1] == f"DS-{TODAY.year}-01"
    assert _number(decisions[2]) - _number(decisions[0]) == 1
    assert paper.ref == "PAS-1"
    assert "CS-1" in {check.ref for check in rows(ThreatCheck, house.area)}


def test_the_check_of_something_sealed_is_as_sealed_and_covers_nothing_less(house: House) -> None:
    lead, partner = the_lead_on(house.area), a_viewer(house.area, Role.PARTNER)
    sealed = actions.raise_action("Ring", by=lead, on=TODAY, body=house.body, **SEALED)
    actions.check_action(sealed.ref, by=lead, on=TODAY, answers=YES)

    with inside(house.area):
        seen = [{check.ref for check in threat_checks(who)} for who in (lead, partner)]

    assert seen[0] - seen[1] == {"CS-1"}
    with pytest.raises(Refused, match="The check is Official-Sensitive"):
        actions.check_action(house.action, by=lead, on=TODAY, check="CS-1")
