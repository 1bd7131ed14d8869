"""Making a Security Threat Check."""

from typing import Any
from uuid import uuid4

import pytest
from django.core.exceptions import PermissionDenied

from dueregard.access.scope import scope
from dueregard.access.viewer import Viewer
from dueregard.accounts.tests.people import TODAY, the_lead, the_partner, the_stranger
from dueregard.accounts.tests.trail import deeds_of
from dueregard.basics.part import typed_moment
from dueregard.basics.refused import Refused
from dueregard.guidance import queries
from dueregard.guidance.actions import make_check
from dueregard.guidance.exchange import PART
from dueregard.guidance.rules import ANSWERS
from dueregard.organisations.models import Person
from dueregard.organisations.tests.factories import AreaFactory, PersonFactory

pytestmark = pytest.mark.django_db
YES: dict[str, Any] = dict.fromkeys(ANSWERS, True) | {f"{question}_because": "Read and weighed" for question in ANSWERS}


def test_the_lead_makes_one_and_it_leaves_a_trail() -> None:
    lead = the_lead(AreaFactory())

    check = make_check(by=lead, on=TODAY, **YES)

    assert (check.ref, check.wording) == ("C-1", "threat-check-2024-local")
    assert deeds_of(lead) == ["guidance.threat-check.made"]


def test_whoever_made_it_is_a_person_of_the_area() -> None:
    area = AreaFactory()
    lead, ours, theirs = the_lead(area), PersonFactory(area=area), PersonFactory()

    check = make_check(by=lead, on=TODAY, done_by=ours.ref, **YES)

    assert check.done_by == ours
    with pytest.raises(Person.DoesNotExist):
        make_check(by=lead, on=TODAY, done_by=theirs.ref, **YES)


def test_the_partner_may_not() -> None:
    with pytest.raises(PermissionDenied):
        make_check(by=the_partner(AreaFactory()), on=TODAY, **YES)


def test_the_stranger_does_not_see_it() -> None:
    lead, stranger = the_lead(AreaFactory()), the_stranger()

    make_check(by=lead, on=TODAY, **YES)

    with scope(stranger):
        assert not queries.threat_checks(stranger).exists()


@pytest.mark.parametrize(("question", "said"), [("mindful", "first"), ("proportionate", "second"), ("reduces", "third")])
def test_an_answer_without_a_reason_is_refused(question: str, said: str) -> None:
    lead = the_lead(AreaFactory())

    with pytest.raises(Refused, match=f"Give a reason for the {said} answer"):
        make_check(by=lead, on=TODAY, **{**YES, f"{question}_because": " "})

    assert deeds_of(lead) == []


def test_a_no_is_allowed_only_with_the_reason_for_going_ahead() -> None:
    lead = the_lead(AreaFactory())
    no = {**YES, "proportionate": False}

    with pytest.raises(Refused, match="The second answer is no"):
        make_check(by=lead, on=TODAY, **no)
    check = make_check(by=lead, on=TODAY, **no, go_ahead_because="The chair asked for it on 1 May")

    assert not check.proportionate


def test_a_wording_that_there_is_not_is_refused() -> None:
    with pytest.raises(Refused, match="no threat-check wording"):
        make_check(by=the_lead(AreaFactory()), on=TODAY, wording="threat-check-1999", **YES)


def test_posted_twice_it_is_made_once() -> None:
    lead, once = the_lead(AreaFactory()), uuid4()

    first, second = (make_check(by=lead, on=TODAY, once=once, **YES) for _ in range(2))

    assert first == second
    assert deeds_of(lead) == ["guidance.threat-check.made"]


def loaded(viewer: Viewer, written: Any) -> Any:
    """What a file's part makes in an area, written again."""
    for deed in sorted(PART.deeds(PART.shape.model_validate(written)), key=lambda deed: deed.on):
        deed.do(viewer.at(deed.typed_at))
    with scope(viewer):
        return PART.write(viewer)


def test_what_a_file_says_is_written_the_same_again() -> None:
    area = AreaFactory()
    PersonFactory(area=area, ref="P-1")
    operator = Viewer.operator(area=area.slug, area_id=area.pk, area_name=area.name, now=typed_moment(TODAY, None))
    answer = {"answer": True, "because": "Read"}
    check = {"date": TODAY, "ref": "C-4", "wording": "threat-check-2023-uk", "mindful": answer, "proportionate": answer}
    written = {
        "threat_checks": [{**check, "reduces": {"answer": False, "because": "Too small"}, "go_ahead_because": "So", "done_by": "P-1"}]
    }

    assert loaded(operator, written) == written
