"""Findings are read by people who may not see who has had what: what they say of a few people is said in words."""

from uuid import UUID, uuid4

from hypothesis import given
from hypothesis import strategies as st

from dueregard.accounts.tests.people import TODAY
from dueregard.training.rules.courses import Subject
from dueregard.training.rules.coverage import Cell, Coverage, Place, Tally
from dueregard.training.rules.expected import Expected
from dueregard.training.rules.suppression import is_small
from dueregard.training.rules.tables import ALL, Shown, gives_nobody_away, sight

COLUMN, BODY = Subject.AWARENESS.value, uuid4()
numbers = st.integers(0, 12)


@st.composite
def areas(draw: st.DrawFn) -> tuple[Coverage, set[UUID | None]]:
    """A body of teams with jobs, and some of the teams: those a finding asks about."""
    teams = [uuid4() for _ in range(draw(st.integers(1, 4)))]
    cells = {}
    for team in teams:
        for job in [uuid4() for _ in range(draw(st.integers(1, 3)))]:
            has, never = draw(numbers), draw(numbers)
            cells[Place(body=BODY, team=team, job=job, kind="staff")] = Cell(
                people=has + never, required={}, subjects={COLUMN: Tally(covered=has, never=never)}
            )
    return Coverage(on=TODAY, cells=cells), set(draw(st.sets(st.sampled_from(teams))))


@given(areas())
def test_what_is_told_of_a_part_leaves_no_few_people_beside_it_and_no_hidden_team_within_it(drawn) -> None:
    coverage, asked = drawn
    seen = sight(coverage, columns=[COLUMN], sectors={}, expected=Expected(), names=False)

    told = gives_nobody_away(coverage, seen, COLUMN, where=lambda place: place.team in asked)

    (_n, part), (_m, whole) = coverage.total(COLUMN, where=lambda place: place.team in asked), coverage.total(COLUMN)
    if told:
        assert seen.cell(ALL, COLUMN).shown in {Shown.COUNTS, Shown.NOT_NEEDED}
        assert not any(is_small(number) for number in (part.has, part.lacks, whole.has - part.has, whole.lacks - part.lacks))
        hidden = seen.sizes[COLUMN] | seen.counts[COLUMN]
        everybody = asked == {place.team for place in coverage.cells}  # the table gives their numbers already
        assert everybody or not [team for team in asked if ("team", BODY, team) in hidden]
