"""Whatever is done after a day, the register as at that day stays as it was, and its history never shrinks."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dueregard.accounts.tests.people import TODAY
from dueregard.basics.refused import Refused
from dueregard.organisations.queries.remembering import remembering
from dueregard.organisations.tests.factories import AreaFactory
from dueregard.risk import actions, queries
from dueregard.risk.actions import Scores, Wording
from dueregard.risk.tests.register import DEEDS, FOUR, Register, a_register
from dueregard.risk.tests.world import JUNE, at_work, inside

pytestmark = pytest.mark.django_db
AS_AT = JUNE + timedelta(days=30)


def seen(register: Register, on: date) -> list[Any]:
    """Everything the register shows as at a day."""
    lead = at_work(register.area)
    with inside(register.area), remembering(lead) as kept:
        rows = queries.risks(lead, as_at=on)
        whole = queries.register(lead, kept, as_at=on, known=TODAY, then=JUNE - timedelta(days=30), wanted=queries.Wanted(status="all"))
    return [[(row.ref, row.title, row.owner, row.residual, row.status, row.next_due, row.driver) for row in rows], whole]


def history(register: Register, ref: str) -> dict[str, list[Any]]:
    """Every dated row of a risk, by what its page calls it."""
    lead = at_work(register.area)
    with inside(register.area):
        page = queries.risk_page(lead, queries.risks_seen(lead).get(ref=ref))
        return {
            "wordings": [(one.on, one.title) for one in page.wordings],
            "reviews": [(one.on, one.because, one.residual) for one in page.reviews],
            "owners": [(one.on, one.body_id) for one in page.owners],
            "controls": [(one.on, one.words) for one in page.controls],
            "references": [(one.on, one.reference) for one in page.references],
            "steps": [(one.on, one.status, one.because) for one in page.steps],
        }


@pytest.mark.parametrize("name", DEEDS)
def test_no_deed_of_today_changes_what_stood_before(name: str) -> None:
    register = a_register()
    before, told = seen(register, AS_AT), {ref: history(register, ref) for ref in (register.halls, register.duty, register.closed)}

    DEEDS[name][0](at_work(register.area), register)

    assert seen(register, AS_AT) == before
    for ref, rows in told.items():
        assert all(set(kept) <= set(history(register, ref)[what]) for what, kept in rows.items())


steps = st.integers(1, 4)
days = st.integers(1, 120).map(lambda number: AS_AT + timedelta(days=number))
deeds = st.lists(
    st.tuples(st.sampled_from(["review", "reword", "close", "reopen", "matrix", "control", "own"]), days, steps, steps), max_size=8
)


@given(deeds)
@settings(max_examples=10, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_no_run_of_later_deeds_changes_an_earlier_day_or_takes_history_away(run: Sequence[tuple[str, date, int, int]]) -> None:
    register = a_register(AreaFactory())
    before, told = seen(register, AS_AT), history(register, register.halls)

    for name, on, likelihood, impact in sorted(run, key=lambda each: each[1]):
        try:
            do(register, name, on, likelihood, impact)
        except Refused:
            continue  # closed already, or no new matrix: refused deeds change nothing either

    after = history(register, register.halls)
    assert seen(register, AS_AT) == before
    assert all(set(kept) <= set(after[what]) and len(after[what]) >= len(kept) for what, kept in told.items())


def do(register: Register, name: str, on: date, likelihood: int, impact: int) -> None:
    ref, by = register.halls, at_work(register.area)
    if name == "review":
        actions.review_risk(ref, by=by, on=on, because="So", scores=Scores(residual=(likelihood, impact)))
    elif name == "reword":
        actions.reword_risk(ref, by=by, on=on, wording=Wording(title=f"Halls {likelihood}"))
    elif name == "close":
        actions.close_risk(ref, by=by, on=on, because="Gone")
    elif name == "reopen":
        actions.reopen_risk(ref, by=by, on=on, because="Back")
    elif name == "matrix":
        actions.set_matrix(FOUR, by=by, on=on, because="Ours")
    elif name == "control":
        actions.put_control(ref, by=by, on=on, words=f"Control {impact}")
    else:
        actions.hand_over_risk(ref, by=by, on=on, body=register.world.body)


def test_what_was_typed_later_is_not_known_before() -> None:
    register = a_register()
    lead = at_work(register.area)
    actions.review_risk(register.duty, by=lead, on=JUNE, because="Typed late", scores=Scores(residual=(5, 5)))

    with inside(register.area):
        then = {row.ref: row for row in queries.risks(lead, as_at=JUNE, known=AS_AT)}
        now = {row.ref: row for row in queries.risks(lead, as_at=JUNE)}

    assert [row[register.duty].residual and row[register.duty].residual.product for row in (then, now)] == [8, 25]


def test_reviews_that_are_due_are_on_today_with_whose_they_are() -> None:
    register = a_register()
    lead = at_work(register.area)

    with inside(register.area):
        found = [one for one in queries.due(lead, until=TODAY) if one.page == "risk:risk"]
        uncleared = queries.due(at_work(register.area, TODAY, cleared=False), until=TODAY)

    assert [(one.ref, one.why) for one in found if one.ref == register.halls] == [
        (register.halls, "Westmarch Council owns it; above tolerance")
    ]
    assert register.secret not in {one.ref for one in uncleared}
    assert register.secret in {one.ref for one in found}
