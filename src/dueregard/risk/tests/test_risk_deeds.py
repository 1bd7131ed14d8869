"""Deeds on risks: what is refused in words, what two editors are told, and what goes on under another marking."""

from datetime import date, timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.core.exceptions import ObjectDoesNotExist

from dueregard.accounts.tests.people import TODAY
from dueregard.basics.refused import Changed, Refused
from dueregard.organisations.tests.factories import AreaFactory, BodyFactory
from dueregard.risk import actions, queries
from dueregard.risk.actions import Scores, Wording
from dueregard.risk.models import Matrix, Risk, RiskReview, RiskStep, RiskWording
from dueregard.risk.rules.risks import RiskStatus
from dueregard.risk.tests.factories import ControlFactory, RiskSourceFactory, SourceFactory
from dueregard.risk.tests.register import FOUR, HALLS, Deed, Register, a_register
from dueregard.risk.tests.world import JANUARY, JUNE, at_work, inside, rows, trail

pytestmark = pytest.mark.django_db
TOMORROW, LONG_AGO = TODAY + timedelta(days=1), date(2019, 1, 1)
NEVER = uuid4()
SCORED: dict[str, Any] = {"because": "So"}

REFUSED: list[tuple[str, Deed, str]] = [
    ("no title", lambda by, it: actions.identify_risk(Wording(title=" "), by=by, on=TODAY, kind="corporate"), "Give the risk a title"),
    ("tomorrow", lambda by, it: actions.identify_risk(HALLS, by=by, on=TOMORROW, kind="corporate"), "has not come yet"),
    ("no such kind", lambda by, it: actions.identify_risk(HALLS, by=by, on=TODAY, kind="personal"), "The kind of risk is one of"),
    ("of nothing", lambda by, it: actions.identify_risk(HALLS, by=by, on=TODAY, kind="situational"), "The risk of what is one of"),
    (
        "situational, of the duty",
        lambda by, it: actions.identify_risk(HALLS, by=by, on=TODAY, kind="situational", concerns="duty"),
        "record the duty not being met as a corporate one",
    ),
    (
        "corporate, of people",
        lambda by, it: actions.identify_risk(HALLS, by=by, on=TODAY, kind="corporate", concerns="people"),
        "record what may happen in the area as a situational one",
    ),
    (
        "no such driver",
        lambda by, it: actions.identify_risk(Wording(title="Halls", driver="gloom"), by=by, on=TODAY, kind="corporate"),
        "The ideological driver is one of",
    ),
    (
        "a driver not used any more",
        lambda by, it: actions.reword_risk(it.halls, by=by, on=TODAY, wording=Wording(title="Halls", driver="unspecified")),
        "The ideological driver is one of",
    ),
    (
        "a reference of a situational risk",
        lambda by, it: actions.refer_risk(it.halls, by=by, on=TODAY, reference="CR 1"),
        "Only a corporate risk",
    ),
    ("twice the same ref", lambda by, it: actions.identify_risk(HALLS, by=by, on=TODAY, kind="corporate", ref=it.halls), "already there"),
    ("reword before", lambda by, it: actions.reword_risk(it.halls, by=by, on=LONG_AGO, wording=HALLS), "The risk was identified on"),
    ("reword a closed one", lambda by, it: actions.reword_risk(it.closed, by=by, on=TODAY, wording=HALLS), "open it again first"),
    ("no such owner", lambda by, it: actions.hand_over_risk(it.halls, by=by, on=TODAY, body="B-none"), "There is no body"),
    ("no such source", lambda by, it: actions.rest_risk_on(it.halls, by=by, on=TODAY, source="S-none"), "There is no source"),
    ("empty control", lambda by, it: actions.put_control(it.halls, by=by, on=TODAY, words=" "), "Say what is in place"),
    (
        "control twice",
        lambda by, it: actions.put_control(it.halls, by=by, on=TODAY, words="Two people look into each letting"),
        "in place already",
    ),
    ("no such control", lambda by, it: actions.end_control(it.halls, by=by, on=TODAY, control=NEVER), "no such control"),
    ("another’s control", lambda by, it: actions.end_control(it.duty, by=by, on=TODAY, control=it.control), "no such control"),
    ("review without words", lambda by, it: actions.review_risk(it.halls, by=by, on=TODAY, because=" "), "Say why"),
    ("review a closed one", lambda by, it: actions.review_risk(it.closed, by=by, on=TODAY, **SCORED), "open it again first"),
    (
        "outside the matrix",
        lambda by, it: actions.review_risk(it.halls, by=by, on=TODAY, scores=Scores(residual=(6, 1)), **SCORED),
        "The likelihood of the residual score is 6, and the matrix in force goes from 1 to 5",
    ),
    (
        "nothing below one",
        lambda by, it: actions.review_risk(it.halls, by=by, on=TODAY, scores=Scores(target=(1, 0)), **SCORED),
        "The impact of the target score is 0",
    ),
    (
        "half a score",
        lambda by, it: actions.review_risk(it.halls, by=by, on=TODAY, scores=Scores(inherent=(3, None)), **SCORED),
        "Give both the likelihood and the impact of the inherent score",
    ),
    (
        "next review before this one",
        lambda by, it: actions.review_risk(it.halls, by=by, on=TODAY, next_due=TODAY, **SCORED),
        "The next review comes after this one",
    ),
    ("close without words", lambda by, it: actions.close_risk(it.halls, by=by, on=TODAY, because=""), "Say why it no longer stands"),
    ("close twice", lambda by, it: actions.close_risk(it.closed, by=by, on=TODAY, because="So"), "already closed"),
    ("close before it was", lambda by, it: actions.close_risk(it.halls, by=by, on=LONG_AGO, because="So"), "It has been open since"),
    ("reopen an open one", lambda by, it: actions.reopen_risk(it.halls, by=by, on=TODAY, because="So"), "already open"),
    ("reopen before", lambda by, it: actions.reopen_risk(it.closed, by=by, on=JANUARY, because="So"), "It has been closed since"),
    (
        "continue without words",
        lambda by, it: actions.continue_risk(it.secret, by=by, on=TODAY, wording=HALLS, because=" "),
        "Say why it is closed",
    ),
]


def test_a_deed_at_the_wrong_moment_is_refused_in_words() -> None:
    register = a_register()
    lead = at_work(register.area)
    before = trail(register.area)

    said = {name: what_it_said(deed, lead, register) for name, deed, _ in REFUSED}

    assert {name: said[name] for name, _, words in REFUSED if words not in said[name]} == {}
    assert trail(register.area) == before


def what_it_said(deed: Deed, by: Any, register: Register) -> str:
    try:
        deed(by, register)
    except Refused as refusal:
        return str(refusal)
    return "it was done"


def test_another_areas_refs_are_no_refs_here() -> None:
    register = a_register()
    there = AreaFactory()
    lead = at_work(register.area)

    with pytest.raises(Refused, match="There is no body"):
        actions.hand_over_risk(register.halls, by=lead, on=TODAY, body=BodyFactory(area=there, ref="B-there").ref)
    with pytest.raises(Refused, match="There is no source"):
        actions.rest_risk_on(register.halls, by=lead, on=TODAY, source=SourceFactory(area=there, ref="S-there").ref)


def test_the_second_to_save_is_told_that_somebody_else_did() -> None:
    register = a_register()
    lead = at_work(register.area)
    seen = rows(Risk, register.area, ref=register.halls)[0].version
    actions.review_risk(register.halls, by=lead, on=TODAY, because="First", seen=seen)

    with pytest.raises(Changed, match="This was changed by somebody else"):
        actions.review_risk(register.halls, by=lead, on=TODAY, because="Second", seen=seen)

    assert not rows(RiskReview, register.area, because="Second")


def test_a_form_sent_twice_makes_one_risk() -> None:
    register = a_register()
    lead, key = at_work(register.area), uuid4()

    made = [actions.identify_risk(HALLS, by=lead, on=TODAY, kind="corporate", once=key) for _ in range(2)]
    again = [
        actions.continue_risk(register.secret, by=lead, on=TODAY, wording=HALLS, because="So", once=made_by).ref
        for made_by in [uuid4()] * 2
    ]

    assert made[0] == made[1]
    assert again[0] == again[1]
    assert len(rows(Risk, register.area, once=key)) == 1


def test_references_are_said_without_a_dash_and_counted_apart_by_marking(settings: Any) -> None:
    settings.DISK_ENCRYPTED = True
    register = a_register()
    lead = at_work(register.area)
    actions.identify_risk(HALLS, by=lead, on=TODAY, kind="corporate", marking="official-sensitive", ref="RS1000")

    made = actions.identify_risk(HALLS, by=lead, on=TODAY, kind="corporate", ref="R90")
    after = actions.identify_risk(HALLS, by=lead, on=TODAY, kind="corporate")
    secret = actions.identify_risk(HALLS, by=lead, on=TODAY, kind="corporate", marking="official-sensitive")

    assert [made.ref, after.ref, secret.ref] == ["R90", "R91", "RS1001"]


def test_a_risk_goes_on_under_another_marking_with_what_holds_and_without_its_history() -> None:
    register = a_register()
    lead = at_work(register.area)
    with inside(register.area):
        old = Risk.objects.get(ref=register.secret)
    RiskSourceFactory(risk=old)
    ControlFactory(risk=old, words="Held")

    new = actions.continue_risk(register.secret, by=lead, on=TODAY, wording=HALLS, because="It is known by now")

    with inside(register.area):
        [row] = queries.risks(lead, as_at=TODAY, among=[new.pk])
        assert (row.marking, row.title, row.residual and row.residual.product) == ("official", HALLS.title, 20)
        assert new.continues == old
        assert [new.controls.get().words, new.sources.count(), new.wordings.count(), new.reviews.count()] == ["Held", 1, 1, 1]
        assert RiskStep.objects.get(risk=old).status == RiskStatus.CLOSED


def test_an_uncleared_officer_can_neither_mark_nor_continue() -> None:
    register = a_register()
    officer = at_work(register.area, TODAY, cleared=False)

    with pytest.raises(Refused, match="clearance"):
        actions.identify_risk(HALLS, by=officer, on=TODAY, kind="corporate", marking="official-sensitive")
    with pytest.raises(Refused, match="clearance"):
        actions.continue_risk(register.halls, by=officer, on=TODAY, wording=HALLS, because="So")
    with pytest.raises(ObjectDoesNotExist):
        actions.close_risk(register.secret, by=officer, on=TODAY, because="So")


def test_a_new_matrix_converts_no_score() -> None:
    register = a_register()
    lead = at_work(register.area)
    actions.set_matrix(FOUR, by=lead, on=TODAY, because="The council’s own")

    with pytest.raises(Refused, match="goes from 1 to 4"):
        actions.review_risk(register.duty, by=lead, on=TODAY, scores=Scores(residual=(5, 5)), because="So")
    actions.review_risk(register.duty, by=lead, on=TODAY, scores=Scores(residual=(3, 3)), because="On the new one")

    with inside(register.area):
        then = {row.ref: row for row in queries.risks(lead, as_at=JUNE)}
        now = {row.ref: row for row in queries.risks(lead, as_at=TODAY)}
    for row, size, is_above in ((then[register.duty], 5, False), (now[register.halls], 5, True), (now[register.duty], 4, True)):
        assert row.residual is not None
        assert (row.residual.scale.size, row.is_above) == (size, is_above)
    assert now[register.duty].inherent == then[register.duty].inherent


def test_a_matrix_that_does_not_fit_together_is_refused_in_words() -> None:
    register = a_register()
    lead = at_work(register.area)
    actions.set_matrix(FOUR, by=lead, on=JUNE, because="The council’s own")

    with pytest.raises(Refused, match="in force already"):
        actions.set_matrix(FOUR, by=lead, on=TODAY, because="Again")
    with pytest.raises(Refused, match="dated on or after it"):
        actions.set_matrix(FOUR, by=lead, on=JANUARY, because="Before")

    assert len(rows(Matrix, register.area)) == 1
    assert len(rows(RiskWording, register.area, risk__ref=register.halls)) == 1
