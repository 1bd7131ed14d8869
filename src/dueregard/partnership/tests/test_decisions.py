"""Decisions with their checks and the documents they approve: whole or not at all."""

import pytest

from dueregard.accounts.tests.people import TODAY
from dueregard.basics.refused import Refused
from dueregard.documents.queries import versions
from dueregard.documents.tests.factories import VersionFactory
from dueregard.guidance.models import ThreatCheck
from dueregard.partnership import actions, queries
from dueregard.partnership.models import Approval, Decision
from dueregard.partnership.rules.decisions import CheckCovers
from dueregard.partnership.tests.house import JUNE, House, a_house
from dueregard.partnership.tests.stories import YES, inside, rows, the_lead_on

pytestmark = pytest.mark.django_db


def shown(house: House, ref: str) -> queries.DecisionRow:
    with inside(house.area):
        return queries.decision_row(the_lead_on(house.area), ref)


def test_a_delivery_decision_takes_its_check_with_it() -> None:
    house = a_house()

    made = actions.record_decision(house.today_item, by=the_lead_on(house.area), on=TODAY, words="Pay", kind="delivery", answers=YES)

    row = shown(house, made.ref)
    assert [(check.covers, check.days_after) for check in row.checks] == [(CheckCovers.DECISION, 0)]
    assert not row.is_break
    assert made.ref == "D-2026-02"


def test_without_a_check_it_is_recorded_and_is_a_break_until_one_is_added() -> None:
    house = a_house()
    assert shown(house, house.decision).is_break

    actions.add_check_later(house.decision, by=the_lead_on(house.area), on=TODAY, answers=YES)

    [check] = shown(house, house.decision).checks
    assert check.days_after == (TODAY - JUNE).days


def test_a_check_without_a_reason_takes_the_decision_down_with_it() -> None:
    house = a_house()
    before = rows(Decision, house.area)
    silent = actions.Answers(
        mindful=True, mindful_because=" ", proportionate=True, proportionate_because="So", reduces=True, reduces_because="So"
    )

    with pytest.raises(Refused, match="Give a reason for the first answer"):
        actions.record_decision(house.today_item, by=the_lead_on(house.area), on=TODAY, words="Pay", kind="delivery", answers=silent)

    assert rows(Decision, house.area) == before
    assert rows(ThreatCheck, house.area) == []


def test_a_no_asks_why_it_goes_ahead() -> None:
    house = a_house()
    no = {"mindful": True, "mindful_because": "So", "proportionate": False, "proportionate_because": "Dear", "reduces": True}
    lead, asked = the_lead_on(house.area), {"on": TODAY, "words": "Pay", "kind": "delivery"}

    with pytest.raises(Refused, match=r"(?i)say why it goes ahead"):
        actions.record_decision(house.today_item, by=lead, answers=actions.Answers(**no, reduces_because="So"), **asked)
    answers = actions.Answers(**no, reduces_because="So", go_ahead_because="Nothing cheaper is to be had")
    actions.record_decision(house.today_item, by=lead, answers=answers, **asked)

    assert [row.go_ahead_because for row in rows(ThreatCheck, house.area)] == ["Nothing cheaper is to be had"]


def test_the_check_of_a_paper_covers_what_is_decided_under_it() -> None:
    house = a_house()
    lead = the_lead_on(house.area)
    actions.check_paper(house.paper, by=lead, on=TODAY, answers=YES)

    made = actions.record_decision(house.today_item, by=lead, on=TODAY, words="Pay", kind="delivery", paper=house.paper)

    assert [check.covers for check in shown(house, made.ref).checks] == [CheckCovers.PAPER]


def test_the_register_learns_of_an_approval_in_the_same_deed() -> None:
    house = a_house()
    lead = the_lead_on(house.area)

    actions.approve_document(house.decision, by=lead, version=house.version)

    with inside(house.area):
        version = versions(lead).get(document__ref=house.version.split("/")[0])
        assert (version.approval.on, version.approval.decision) == (JUNE, house.decision)
    assert len(rows(Approval, house.area)) == 1


def test_an_approval_the_register_refuses_is_not_half_kept() -> None:
    house = a_house()
    received_after = VersionFactory(document__area=house.area, on=TODAY)

    with pytest.raises(Refused, match="received or made"):
        actions.approve_document(house.decision, by=the_lead_on(house.area), version=f"{received_after.document.ref}/1")

    assert rows(Approval, house.area) == []


def test_a_decision_taken_out_leaves_every_list() -> None:
    house = a_house()
    lead = the_lead_on(house.area)

    actions.withdraw_decision(house.decision, by=lead, on=TODAY, because="Written down twice")

    with inside(house.area):
        assert queries.decision_rows(lead) == []
        assert [row.decisions for row in queries.agenda(lead, meeting=house.held)] == [(), ()]
    assert len(rows(Decision, house.area)) == 1
