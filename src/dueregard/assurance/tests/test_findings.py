"""A finding for every line of every framework, as JSON and as a table."""

import json
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dueregard.access.scope import scope
from dueregard.accounts.tests.people import TODAY, the_lead, the_partner
from dueregard.assurance import queries
from dueregard.assurance.exchange import as_json, as_table
from dueregard.assurance.tests.factories import a_group_that_met, found
from dueregard.guidance import catalogue
from dueregard.organisations.tests.factories import AreaFactory
from dueregard.partnership.tests.stories import a_held_meeting

pytestmark = pytest.mark.django_db
STATUSES = {"met", "partly-met", "not-met", "not-enough-recorded", "does-not-apply", "needs-judgement"}


def json_of(viewer, framework="toolkit-2024", *, on=TODAY):
    with scope(viewer):
        return as_json(viewer, framework, on=on, known=on)


@pytest.mark.parametrize("framework", catalogue.framework_ids())
def test_every_line_has_one_and_nothing_short_of_met_is_without_a_gap(framework):
    area = AreaFactory()
    a_group_that_met(area, TODAY - timedelta(days=30))

    plain = json.loads(json_of(the_lead(area), framework))

    lines = [line for section in plain["sections"] for line in section["lines"]]
    assert [line["id"] for line in lines] == [line.id for line in catalogue.framework(framework).lines]
    for line in lines:
        assert set(line) == {"id", "tier", "status", "because", "cites", "gaps"}
        assert line["status"] in STATUSES
        assert line["because"]
        assert line["cites"] if line["status"] == "met" else (line["gaps"] or line["status"] == "does-not-apply")


def test_the_json_is_as_it_was_promised():
    area = AreaFactory(slug="westmarch")

    plain = json.loads(json_of(the_lead(area)))

    assert list(plain) == ["area", "framework", "as_at", "sections"]
    assert (plain["area"], plain["framework"], plain["as_at"]) == ("westmarch", "toolkit-2024", TODAY.isoformat())
    assert [section["id"] for section in plain["sections"]] == [str(number) for number in range(1, 9)]
    assert set(plain["sections"][0]) == {"id", "title", "benchmark", "lines"}
    assert plain["sections"][0]["lines"][0]["gaps"]


def test_a_met_line_cites_records_by_kind_ref_label_and_day():
    area = AreaFactory()
    a_group_that_met(area, TODAY - timedelta(days=30), TODAY - timedelta(days=200))

    plain = json.loads(json_of(the_lead(area)))

    line = next(line for line in plain["sections"][0]["lines"] if line["id"] == "1.g3")
    assert line["status"] == "met"
    assert {"kind", "ref", "label", "on"} == set(line["cites"][0])
    assert line["cites"][0]["kind"] == "meeting"


def test_the_same_records_give_the_same_bytes_to_whoever_asks():
    area = AreaFactory()
    a_group_that_met(area, TODAY - timedelta(days=30))

    assert json_of(the_lead(area)) == json_of(the_lead(area)) == json_of(the_partner(area))


def test_lines_of_later_sections_say_honestly_that_nothing_is_kept_yet():
    area = AreaFactory()

    sections = found(the_lead(area))

    later = [line for section in sections for line in section.lines if not line.line.indicator]
    assert {line.line.section for line in later} == {"4", "7", "8"}
    assert {line.finding.status.value for line in later} == {"not-enough-recorded"}
    assert {line.finding.gaps[0].page for line in later} == {"assurance:round-list"}


def test_of_an_area_without_records_nobody_can_tell_and_every_line_leads_to_the_first_step():
    area = AreaFactory()

    sections = found(the_lead(area))

    computed = [line for section in sections for line in section.lines if line.line.indicator]
    assert {line.line.section for line in computed} == {"1", "2", "3", "4", "6", "7"}
    assert {line.finding.status.value for line in computed} == {"not-enough-recorded"}
    assert all(line.finding.gaps for line in computed)


@pytest.mark.parametrize("framework", ["benchmarks-2018", "channel-assurance-skeleton", "statute", "duty-guidance-2023"])
def test_lines_nothing_can_compute_need_a_person(framework):
    area = AreaFactory()

    sections = found(the_lead(area), framework)

    assert {line.finding.status.value for section in sections for line in section.lines} == {"needs-judgement"}


def test_attendance_is_shown_beside_the_finding_about_it():
    area = AreaFactory()
    a_group_that_met(area, *(TODAY - timedelta(days=days) for days in (30, 120, 210, 300, 390)))

    table = next(line.table for line in found(the_lead(area))[0].lines if line.line.id == "1.g3")

    assert table is not None
    assert len(table.heads) == 6
    assert table.rows[1] == ("Police", "Yes", "Yes", "Yes", "Yes", "4 of 4")


def test_the_terminal_s_table_names_the_area_the_day_and_every_line():
    area = AreaFactory()

    with scope(the_lead(area)):
        table = as_table(the_lead(area), "toolkit-2024", on=TODAY, known=TODAY)

    assert "as at 18 November 2026" in table
    assert all(line.id in table for line in catalogue.framework("toolkit-2024").lines)
    assert "not legal requirements" in " ".join(table.split())


def test_reads_do_not_grow_with_the_records():
    small, large = AreaFactory(), AreaFactory()
    a_group_that_met(small, TODAY - timedelta(days=30))
    a_group_that_met(large, *(TODAY - timedelta(days=days) for days in range(20, 400, 40)))

    counts = []
    for area in (small, large):
        with CaptureQueriesContext(connection) as reads:
            found(the_partner(area), ahead=True)
        counts.append(len(reads))

    assert counts[0] == counts[1]


@settings(max_examples=6, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(after=st.integers(min_value=22, max_value=300), back=st.integers(min_value=310, max_value=600))
def test_nothing_that_happens_after_a_day_changes_the_findings_as_at_it(after, back):
    area = AreaFactory()
    as_at = TODAY - timedelta(days=back)
    group, seats = a_group_that_met(area, as_at - timedelta(days=40))
    before = json_of_known(area, as_at)

    a_held_meeting(group, as_at + timedelta(days=after), came=seats)

    assert json_of_known(area, as_at) == before


def json_of_known(area, as_at):
    viewer = the_lead(area)
    with scope(viewer):
        return as_json(viewer, "toolkit-2024", on=as_at, known=TODAY)


def test_loose_ends_are_gathered_from_every_section():
    area = AreaFactory()
    viewer = the_lead(area)
    a_group_that_met(area, TODAY - timedelta(days=30))

    with scope(viewer):
        ends = queries.loose_ends(viewer, on=TODAY, known=TODAY)

    assert {end.kind.split(".")[0] for end in ends} == {"partnership"}
