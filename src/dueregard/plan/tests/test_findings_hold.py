"""What is true of every finding of sections 2 and 3, whatever the records: properties."""

from collections.abc import Callable
from dataclasses import fields, is_dataclass, replace
from datetime import date
from typing import Any

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from dueregard.guidance import catalogue
from dueregard.guidance.indicator import Finding, Status, find, indicators_in
from dueregard.guidance.indicator.rows import Period
from dueregard.plan import indicators as plan_indicators
from dueregard.plan.indicators import PlanFacts
from dueregard.plan.tests.records import AS_AT, FIRST, LAST, OF_PLANS, ROWS, facts
from dueregard.risk import indicators as risk_indicators

# failing facts are not made smaller: they are large, and that takes many minutes
UNHURRIED = settings(deadline=None, max_examples=25, phases=[Phase.generate], suppress_health_check=list(HealthCheck))
LINES = {line.indicator: line.numbers for line in catalogue.framework("toolkit-2024").lines if line.section in {"2", "3"}}
RISK, PLAN = indicators_in(risk_indicators), indicators_in(plan_indicators)


def found(of: PlanFacts, on: date = AS_AT) -> list[Finding]:
    """Every finding of the two sections on a day."""
    of_risk = [judge(of.risk, LINES[name], on) for name, judge in RISK.items()]
    return of_risk + [judge(of, LINES[name], on) for name, judge in PLAN.items()]


def loose(of: PlanFacts, on: date = AS_AT) -> list[Any]:
    return risk_indicators.loose_ends(of.risk, on) + plan_indicators.loose_ends(of, on)


def changed(of: PlanFacts, rows_of: Callable[[str, tuple[Any, ...]], tuple[Any, ...]]) -> PlanFacts:
    """The same facts with the rows of each kind changed."""
    risk = replace(of.risk, **{name: rows_of(name, getattr(of.risk, name)) for name in ROWS})
    return replace(of, risk=risk, **{name: rows_of(name, getattr(of, name)) for name in OF_PLANS})


def is_past(part: Any) -> bool:
    return part <= AS_AT if isinstance(part, date) else not hasattr(part, "on") or part.on <= AS_AT


def trimmed(row: Any) -> Any:
    """The row without what happened to it after the day."""
    said = {field.name: getattr(row, field.name) for field in fields(row)}
    kept = {name: tuple(part for part in value if is_past(part)) for name, value in said.items() if isinstance(value, tuple)}
    gone = {name: None for name in ("agreed", "closed") if isinstance(said.get(name), date) and said[name] > AS_AT}
    return replace(row, **kept, **gone)


def only_until(of: PlanFacts) -> PlanFacts:
    return changed(of, lambda _, rows: tuple(trimmed(row) for row in rows if row.on <= AS_AT))


@UNHURRIED
@given(facts())
def test_nothing_dated_after_the_day_changes_a_finding_or_a_loose_end(many: PlanFacts):
    fewer = only_until(many)

    assert found(many) == found(fewer)
    assert loose(many) == loose(fewer)


@UNHURRIED
@given(facts(), st.data())
def test_one_more_record_dated_after_the_day_changes_nothing(before: PlanFacts, data: st.DataObject):
    name = data.draw(st.sampled_from(sorted({**ROWS, **OF_PLANS})))
    row = data.draw({**ROWS, **OF_PLANS}[name].filter(lambda row: row.on > AS_AT))
    row = replace(row, ref="another")

    after = changed(before, lambda kind, rows: (*rows, row) if kind == name else rows)

    assert found(after) == found(before)
    assert loose(after) == loose(before)


@UNHURRIED
@given(facts())
def test_a_period_that_ends_after_the_day_is_as_if_it_had_not_ended(many: PlanFacts):
    def opened(row: Any) -> Any:
        ends_later = isinstance(row, Period) and row.until is not None and row.until > AS_AT
        return replace(row, until=None) if ends_later else row

    assert found(changed(many, lambda _, rows: tuple(opened(row) for row in rows))) == found(many)


@UNHURRIED
@given(facts(), st.randoms(use_true_random=False))
def test_the_order_in_which_records_were_made_does_not_matter(many: PlanFacts, random: Any):
    shuffled = changed(many, lambda _, rows: tuple(random.sample(rows, len(rows))))

    assert found(shuffled) == found(many)
    assert loose(shuffled) == loose(many)


@UNHURRIED
@given(facts(), st.dates(FIRST, LAST))
def test_every_finding_says_why_and_anything_short_of_met_names_what_would_close_it(many: PlanFacts, on: date):
    for finding in found(many, on):
        assert finding.because
        assert all(cited.on is None or cited.on <= on for cited in finding.cites)
        if finding.status is Status.MET:
            assert finding.cites
            assert not finding.gaps
        elif finding.status is not Status.DOES_NOT_APPLY:
            assert finding.gaps


@UNHURRIED
@given(facts())
def test_a_record_typed_late_changes_no_status_and_is_said(many: PlanFacts):
    def late(row: Any) -> Any:
        return replace(row, typed=LAST) if is_dataclass(row) and hasattr(row, "typed") else row

    typed_late = changed(many, lambda _, rows: tuple(late(row) for row in rows))

    for name, judge in {**RISK, **PLAN}.items():
        of, was = (typed_late.risk, many.risk) if name in RISK else (typed_late, many)
        after, before = find(judge, of, LINES[name], AS_AT), find(judge, was, LINES[name], AS_AT)
        assert after.status is before.status
        if any(cited.is_late for cited in after.cites):
            assert "typed more than 30 days after" in " ".join(after.because)


@UNHURRIED
@given(facts())
def test_every_loose_end_is_a_break_a_gap_or_a_note_of_a_line_with_a_page(many: PlanFacts):
    for end in loose(many):
        assert end.kind.startswith(("risk.", "plan."))
        assert end.line in {line.id for line in catalogue.framework("toolkit-2024").lines}
        assert end.says
        assert ":" in end.tie_at
