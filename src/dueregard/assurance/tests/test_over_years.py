"""Scores of several rounds side by side: three series, never merged, never converted."""

from datetime import date

import pytest
from django.test import Client

from dueregard.access.roles import Role
from dueregard.access.scope import scope
from dueregard.accounts.tests.people import TODAY, sign_in, the_lead, the_stranger
from dueregard.assurance import actions, queries
from dueregard.assurance.actions import Criterion
from dueregard.assurance.rules.over_years import Chart, Whose
from dueregard.assurance.tests.factories import a_round, the_signer
from dueregard.organisations.models import Area
from dueregard.organisations.tests.factories import AreaFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def area() -> Area:
    return AreaFactory(slug="westmarch", name="Westmarch")


def a_scored_round(area: Area, year: int, score: str, *, scale: str = "one-to-five", others: str = "", signed: bool = True) -> str:
    ref = a_round(area, title=f"Round of {year}", scale=scale, scored_by="section", as_at=date(year, 11, 1))
    actions.score_section(ref, by=the_lead(area), on=TODAY, section="1", score=score)
    if others:
        actions.moderate(ref, by=the_lead(area), on=TODAY, section="1", score=others, because="Seen", who="Lead of Eastmarch")
    if signed:
        actions.sign_off(ref, by=the_signer(area), on=TODAY, because="Only one section is scored")
    if others and signed:
        said = [Criterion("1", "", score=others)]
        actions.receive_home_office_view(ref, by=the_lead(area), on=TODAY, says="Read", criteria=said)
    return ref


def charts(area: Area) -> list[Chart]:
    with scope(the_lead(area)):
        return queries.scores_over_years(the_lead(area))


def test_the_three_stand_beside_each_other_round_by_round(area: Area) -> None:
    a_scored_round(area, 2025, "4", others="3")
    a_scored_round(area, 2024, "2", others="2")

    [chart] = charts(area)

    [strip] = chart.strips
    assert [column.round.title for column in chart.columns] == ["Round of 2024", "Round of 2025"]
    assert [said for _round, said in strip.rows] == [("2", "2", "2"), ("4", "3", "3")]
    assert [whose for whose, _path in strip.lines] == list(Whose)


def test_a_higher_score_stands_higher_and_equal_ones_beside_each_other(area: Area) -> None:
    a_scored_round(area, 2024, "2", others="2")
    a_scored_round(area, 2025, "5")

    [strip] = charts(area)[0].strips

    own = [point.y for point in strip.points if point.whose is Whose.COUNCIL]
    first = [(point.x, point.y) for point in strip.points][:3]
    assert own[1] < own[0]
    assert len({x for x, _y in first}) == 3
    assert len({y for _x, y in first}) == 1


def test_scores_on_another_scale_are_never_laid_on_this_one(area: Area) -> None:
    a_scored_round(area, 2023, "green", scale="rag")
    a_scored_round(area, 2024, "2")
    a_scored_round(area, 2025, "4")

    [chart] = charts(area)

    assert [column.round.title for column in chart.columns] == ["Round of 2024", "Round of 2025"]


def test_one_round_makes_no_picture_and_an_open_one_does_not_count(area: Area) -> None:
    a_scored_round(area, 2024, "2")
    a_scored_round(area, 2025, "4", signed=False)

    assert charts(area) == []


def test_another_council_sees_none(area: Area) -> None:
    a_scored_round(area, 2024, "2")
    a_scored_round(area, 2025, "4")
    stranger = the_stranger()

    with scope(stranger):
        assert queries.scores_over_years(stranger) == []


def test_the_page_shows_the_picture_with_its_table(client: Client, area: Area) -> None:
    for year, score in ((2024, "2"), (2025, "4")):
        a_scored_round(area, year, score, others="3")
    sign_in(client, area, Role.MEMBER)

    page = client.get("/westmarch/assurance/rounds/").content.decode()

    assert "Scores over 2 rounds" in page
    assert "<svg" in page
    assert "The same as a table" in page
    assert "No score" not in page
