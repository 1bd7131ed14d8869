"""What is true of every finding of section 1, whatever the records: properties."""

from dataclasses import fields, replace
from datetime import date, timedelta
from itertools import pairwise

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dueregard.basics.dates import months_after
from dueregard.guidance import catalogue
from dueregard.guidance.indicator import Finding, Status, indicators_in
from dueregard.partnership import indicators
from dueregard.partnership.indicators import rows
from dueregard.partnership.indicators.facts import PartnershipFacts
from dueregard.partnership.tests.records import AS_AT, ROWS, facts

JUDGES = [
    (line.numbers, indicators_in(indicators)[line.indicator or ""])
    for section in catalogue.framework("toolkit-2024").sections
    if section.id == "1"
    for line in section.lines
]
NO_ROWS = {"area", "tells_tier"}  # of the facts
UNHURRIED = settings(deadline=None, max_examples=40, suppress_health_check=list(HealthCheck))


def found(of: PartnershipFacts, on: date = AS_AT) -> list[Finding]:
    return [judge(of, numbers, on) for numbers, judge in JUDGES]


def is_known(row: object, on: date) -> bool:
    """A row that had happened by the day, or a meeting whose date had been set by then."""
    if isinstance(row, rows.Meeting) and not row.took_place:
        return row.planned is not None and row.planned <= on
    return row.on <= on


LATER_DAYS = ("answered", "reported", "cleared", "approved", "cancelled")
LATER_ROWS = ("checks", "clauses", "dues")


def trimmed(row: object, on: date) -> object:
    """The row without what happened to it after the day: a check added, a clause read, an answer given."""
    said = vars(row)
    gone = {name: None for name in LATER_DAYS if isinstance(said.get(name), date) and said[name] > on}
    kept = {name: tuple(part for part in said[name] if part.on <= on) for name in LATER_ROWS if name in said}
    return replace(row, **gone, **kept)


def only_until(of: PartnershipFacts, on: date) -> PartnershipFacts:
    """The same facts without any row dated after the day."""
    kept = {
        field.name: tuple(trimmed(row, on) for row in getattr(of, field.name) if is_known(row, on))
        for field in fields(of)
        if field.name not in NO_ROWS
    }
    return replace(of, **kept)


@UNHURRIED
@given(facts())
def test_nothing_dated_after_the_day_changes_a_finding_or_a_loose_end(many: PartnershipFacts):
    fewer = only_until(many, AS_AT)

    assert found(many) == found(fewer)
    assert indicators.loose_ends(many, AS_AT) == indicators.loose_ends(fewer, AS_AT)


@UNHURRIED
@given(facts(), st.data())
def test_one_more_record_dated_after_the_day_changes_nothing(before: PartnershipFacts, data: st.DataObject):
    name = data.draw(st.sampled_from(sorted(ROWS)))
    row = data.draw(ROWS[name].filter(lambda row: not is_known(row, AS_AT)))

    after = replace(before, **{name: (*getattr(before, name), row)})

    assert found(after) == found(before)


@UNHURRIED
@given(facts())
def test_a_period_that_ends_after_the_day_is_as_if_it_had_not_ended(many: PartnershipFacts):
    def opened(row: object) -> object:
        has_ended_later = isinstance(row, rows.Period) and row.until is not None and row.until >= AS_AT
        return replace(row, until=None) if has_ended_later and not isinstance(row, rows.Action) else row

    endless = replace(
        many, **{field.name: tuple(opened(row) for row in getattr(many, field.name)) for field in fields(many) if field.name not in NO_ROWS}
    )

    assert found(endless) == found(many)


@UNHURRIED
@given(facts(), st.randoms(use_true_random=False))
def test_the_order_in_which_records_were_made_does_not_matter(many: PartnershipFacts, random):
    shuffled = replace(
        many,
        **{
            field.name: tuple(random.sample(getattr(many, field.name), len(getattr(many, field.name))))
            for field in fields(many)
            if field.name not in NO_ROWS
        },
    )

    assert found(shuffled) == found(many)
    assert indicators.loose_ends(shuffled, AS_AT) == indicators.loose_ends(many, AS_AT)


@UNHURRIED
@given(facts(), st.dates(date(2024, 1, 1), date(2027, 12, 31)))
def test_met_cites_and_anything_less_names_what_would_close_it(many: PartnershipFacts, on: date):
    for finding in found(many, on):
        assert finding.because
        assert all(cited.on is None or cited.on <= on for cited in finding.cites)
        if finding.status is Status.MET:
            assert finding.cites
            assert not finding.gaps
        else:
            assert finding.gaps


def a_board(met: list[date], *, tier: str = "ordinary") -> PartnershipFacts:
    """A whole board whose cadence alone is in question."""
    clauses = tuple(
        rows.Clause(ref=topic, label=topic, on=date(2020, 1, 1), covers=topic, place="4")
        for topic in ("statutory-delivery", "referral-pathway", "channel")
    )
    return PartnershipFacts(
        area=rows.Area(name="Westmarch", began=date(2020, 1, 1)),
        tiers=(rows.TierDecision(ref="T-1", label=tier, on=date(2020, 1, 1), tier=tier),),
        groups=(rows.Group(ref="G-1", label="Board", on=date(2020, 1, 1)),),
        functions=(rows.Function(ref="F-1", label="Oversight", on=date(2020, 1, 1), group="G-1", function="oversight"),),
        terms=(rows.Terms(ref="T-1", label="Terms", on=date(2020, 1, 1), group="G-1", clauses=clauses),),
        seats=tuple(
            rows.Seat(ref=sector, label=sector, on=date(2020, 1, 1), group="G-1", sector=sector)
            for sector in ("local-authority", "police", "education", "health", "probation")
        ),
        meetings=tuple(
            rows.Meeting(
                ref=f"M-{number}",
                label="Meeting",
                on=day,
                group="G-1",
                took_place=True,
                attendance=(rows.Attendance(seat="police", person="A"),),
            )
            for number, day in enumerate(met)
        ),
    )


MEETING_DAYS = st.lists(st.dates(date(2025, 1, 1), AS_AT), max_size=8, unique=True)


@UNHURRIED
@given(MEETING_DAYS, st.sampled_from(["ordinary", "higher"]), st.dates(date(2025, 1, 1), AS_AT))
def test_one_more_meeting_never_makes_the_count_of_meetings_worse(met: list[date], tier: str, one_more: date):
    rank = [Status.NOT_ENOUGH, Status.NOT, Status.PARTLY, Status.MET]
    numbers, judge = JUDGES[1]
    longer_gap = {**numbers, "gap_months_ordinary": 60, "gap_days_higher": 2000}

    before = judge(a_board(met, tier=tier), longer_gap, AS_AT).status
    after = judge(a_board([*met, one_more], tier=tier), longer_gap, AS_AT).status

    assert rank.index(after) >= rank.index(before)


@UNHURRIED
@given(MEETING_DAYS)
def test_cadence_is_met_exactly_when_two_are_far_enough_apart_and_no_gap_is_too_long(met: list[date]):
    numbers, judge = JUDGES[1]

    status = judge(a_board(met), numbers, AS_AT).status

    within = sorted(day for day in met if date(2025, 6, 30) < day <= AS_AT)
    stretches = [*sorted(day for day in met if day <= date(2025, 6, 30))[-1:], *within, AS_AT]
    is_steady = all(end <= months_after(start, 9) for start, end in pairwise(stretches))
    assert (status is Status.MET) is (len(within) >= 2 and within[-1] - within[0] >= timedelta(days=90) and is_steady)


@UNHURRIED
@given(st.lists(st.booleans(), min_size=1, max_size=8))
def test_a_seat_attends_enough_exactly_when_it_came_to_half_and_to_one_of_the_last_two(came: list[bool]):
    numbers, judge = JUDGES[2]
    board = a_board([AS_AT - timedelta(days=30 * number) for number in range(len(came))][::-1])
    others = ("local-authority", "police", "education", "probation")
    present = [[*others, "health"] if there else list(others) for there in came]
    meetings = tuple(
        replace(meeting, attendance=tuple(rows.Attendance(seat=seat, person=seat) for seat in seats))
        for meeting, seats in zip(board.meetings, present, strict=True)
    )

    status = judge(replace(board, meetings=meetings), numbers, AS_AT).status

    is_enough = sum(came) * 2 >= len(came) and any(came[-2:])
    assert status is (Status.MET if is_enough else Status.PARTLY if any(came) else Status.NOT)
