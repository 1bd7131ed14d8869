"""Rules about groups: quorum, chairs, seats, terms, as tables of cases."""

from datetime import date

import pytest

from dueregard.partnership.rules import groups
from dueregard.partnership.rules.groups import Quorum

JANUARY, JUNE = date(2026, 1, 15), date(2026, 6, 15)


@pytest.mark.parametrize(
    ("quorum", "members", "sectors", "holds", "says"),
    [
        (None, 0, set(), True, "no quorum is set in the terms of reference"),
        (Quorum(), 1, {"police"}, True, "no quorum is set in the terms of reference"),
        (Quorum(members=3), 3, {"police"}, True, ""),
        (Quorum(members=3), 2, {"police"}, False, "2 members of the 3 needed"),
        (Quorum(sectors=3), 9, {"police", "health"}, False, "2 sectors of the 3 needed"),
        (Quorum(required=frozenset({"police", "health"})), 9, {"police"}, False, "nobody from health"),
        (Quorum(members=2, required=frozenset({"health"})), 1, {"police"}, False, "1 member of the 2 needed and nobody from health"),
        (Quorum(members=2, sectors=2, required=frozenset({"police"})), 2, {"police", "health"}, True, ""),
    ],
)
def test_a_meeting_is_quorate_as_the_terms_say(quorum, members, sectors, holds, says):
    found = groups.is_quorate(quorum, members=members, sectors=sectors)

    assert (found.holds, found.says) == (holds, says)


def test_a_quorum_says_itself_in_words():
    quorum = Quorum(members=5, sectors=3, required=frozenset({"police", "local-authority"}))

    assert quorum.says == "5 members and 3 sectors, among them local authority and police"


@pytest.mark.parametrize(
    ("to", "reports_to", "is_refused"),
    [
        ("GRP-2", {}, False),
        ("GRP-1", {}, True),
        ("GRP-2", {"GRP-2": "GRP-3"}, False),
        ("GRP-2", {"GRP-2": "GRP-1"}, True),
        ("GRP-2", {"GRP-2": "GRP-3", "GRP-3": "GRP-1"}, True),
        ("GRP-2", {"GRP-2": "GRP-3", "GRP-3": "GRP-2"}, False),
    ],
)
def test_a_group_does_not_report_to_itself_however_long_the_way(to, reports_to, is_refused):
    reason = groups.why_not_report("GRP-1", to=to, reports_to=reports_to)

    assert (reason is not None) is is_refused


@pytest.mark.parametrize(
    ("role", "functions", "others", "is_refused"),
    [
        ("chair", {"oversight"}, [], False),
        ("chair", {"oversight"}, [("Channel panel", {"channel"})], True),
        ("co-chair", {"channel"}, [("Prevent Board", {"oversight"})], True),
        ("chair", {"oversight"}, [("Venue forum", {"environments"})], False),
        ("deputy", {"oversight"}, [("Channel panel", {"channel"})], False),
        ("member", {"oversight"}, [("Channel panel", {"channel"})], False),
        ("chair", {"oversight", "channel"}, [], True),
        ("chair", {"environments"}, [("Channel panel", {"channel"})], False),
    ],
)
def test_one_person_in_two_chairs_is_asked_for_a_reason(role, functions, others, is_refused):
    reason = groups.why_not_chair(role, functions=functions, other_chairs=others)

    assert (reason is not None) is is_refused


@pytest.mark.parametrize(
    ("role", "chairs", "is_refused"),
    [
        ("chair", [], False),
        ("chair", ["Director of Communities"], True),
        ("co-chair", ["Director of Communities"], False),
        ("co-chair", ["Director of Communities", "Head of Safeguarding"], True),
        ("deputy", ["Director of Communities"], False),
    ],
)
def test_a_group_has_one_chair_or_two_co_chairs(role, chairs, is_refused):
    assert (groups.why_not_second_chair(role, chairs=chairs) is not None) is is_refused


@pytest.mark.parametrize(("until", "is_refused"), [(None, False), (JUNE, False), (JANUARY, False), (date(2026, 1, 14), True)])
def test_a_term_cannot_end_before_it_starts(until, is_refused):
    assert (groups.why_not_period(JANUARY, until=until) is not None) is is_refused


@pytest.mark.parametrize(
    ("kind", "sector", "is_refused"),
    [("sector", "health", False), ("sector", None, True), ("adviser", "health", True), ("adviser", None, False), ("invited", None, False)],
)
def test_a_sectors_seat_names_its_sector_and_an_adviser_has_none(kind, sector, is_refused):
    assert (groups.why_not_seat(kind, sector=sector) is not None) is is_refused


def test_a_substitute_stands_in_for_a_seat():
    assert groups.why_not_substitute("substitute", seat=None) == "Choose the seat this person stands in for"
    assert groups.why_not_substitute("substitute", seat="police") is None
    assert groups.why_not_substitute("member", seat=None) is None


@pytest.mark.parametrize(
    ("seat", "represented", "sectors", "is_refused"),
    [("a", "b", ("health", "health"), False), ("a", "a", ("health", "health"), True), ("a", "b", ("health", "police"), True)],
)
def test_a_seat_represents_others_of_its_sector_only(seat, represented, sectors, is_refused):
    reason = groups.why_not_represent(seat, represented=represented, its_sector=sectors[0], other_sector=sectors[1])

    assert (reason is not None) is is_refused


@pytest.mark.parametrize(("due", "is_refused"), [(None, False), (JUNE, False), (JANUARY, True)])
def test_terms_are_reviewed_after_they_are_approved(due, is_refused):
    assert (groups.why_not_approve_terms(JANUARY, review_due=due) is not None) is is_refused
