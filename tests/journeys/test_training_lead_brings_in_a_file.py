"""A training lead brings in a file with errors, undoes it, puts a column right, sees coverage rise and prints the committee’s table."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from io import BytesIO
from typing import Any

import pytest
from docx import Document
from playwright.sync_api import Page, expect

from dueregard.access.roles import Role
from dueregard.organisations.tests.factories import AreaFactory, BodyFactory, TeamFactory
from dueregard.training.tests import workforces as made
from dueregard.training.tests.factories import CompletionFactory, LearnerFactory
from tests.journeys.walking import Walk, barriers, today, typed

PEOPLE, HAD, BOOKED, FINISHED = 60, 12, 30, 51
WHY = "The column of bookings was read, not the day people finished"


@dataclass
class World:
    """A council with one team in scope, of which a few have had the one course that is required."""

    area: Any
    course: Any

    def at(self, page: str) -> str:
        return f"/{self.area.slug}/training/{page}"


@pytest.fixture
def world(transactional_db: None) -> World:
    area = AreaFactory(slug="westmarch", name="Westmarch")
    body = BodyFactory(area=area, name="Westmarch Council")
    team = TeamFactory(body=body, name="Early help")
    made.TeamPlacingFactory(team=team)
    course = made.TaughtFactory(area=area, ref="CR-1", title="Noticing")
    plan = made.TrainingPlanFactory(area=area, covers_to=today() + timedelta(days=90))
    made.RequirementFactory(plan=plan, course=course)
    for number in range(PEOPLE):
        learner = LearnerFactory(body=body, team=team, number=f"{1000 + number}", email=f"n{number}@westmarch.example", name="")
        if number < HAD:
            CompletionFactory(learner=learner, course=course)
    return World(area, course)


def export() -> bytes:
    """What the system wrote: somebody it does not know here, a course of another kind, days of booking beside days of finishing."""
    booked, ahead, finished = (f"{today() + timedelta(days=days)}" for days in (-40, 10, -3))
    rows = [f"{1000 + number};Prevent basics;{booked if number < BOOKED else ahead};{finished}" for number in range(FINISHED)]
    rows += [f"4711;Prevent basics;{booked};{finished}", f"1019;Cycling to work;{booked};{finished}"]
    return "\n".join(("Staff ref;Module;Date;Finished", *rows, "")).encode()


class TestATrainingLeadBringsInAFile:
    """From an export with errors to the table that a committee is given."""

    def test_a_wrong_column_is_undone_and_put_right_and_coverage_rises(self, new_page: Callable[..., Page], world: World) -> None:
        self.world, self.lead = world, Walk(new_page())
        self.lead.signed_in(world.area, Role.TRAINING)

        self.given_a_source_of_files()
        self.when_the_file_is_chosen_it_is_asked_who_the_people_are()
        self.then_the_days_look_wrong()
        self.and_once_it_is_in_it_can_be_undone()
        self.when_the_column_is_put_right_all_of_it_is_new()
        self.then_coverage_has_risen()
        self.and_the_committee_is_given_it()

    def given_a_source_of_files(self) -> None:
        walk = self.lead
        walk.open(self.world.at("coverage/"))
        walk.sees(f"{HAD} of {PEOPLE}")
        walk.follow("Files")
        walk.arrives("Files brought in")
        walk.follow("Add a source of files")
        walk.types("Name of the system", "Learning portal")
        walk.chooses("What its files hold", "Courses completed")
        walk.picks("Whose people it knows", "Westmarch Council")
        walk.press("Add it")
        walk.sees("Learning portal")
        assert not barriers(walk.page)

    def when_the_file_is_chosen_it_is_asked_who_the_people_are(self) -> None:
        walk = self.lead
        self.choose()
        walk.press("Look at the rows")

        asked = "Say which column tells who it is: employee number or e-mail or name, or first name."
        walk.is_told("Nothing is brought in yet", f"{asked} The file has: “Staff ref”, “Module”, “Date”, “Finished”")

    def then_the_days_look_wrong(self) -> None:
        walk = self.lead
        walk.picks("Employee number", "Staff ref")
        walk.press("Look at the rows")

        walk.sees("“prevent basics”, in 52 rows, is")
        walk.picks("“prevent basics”, in 52 rows, is", "Noticing")
        walk.picks("“cycling to work”, in 1 row, is", "Leave its rows out")
        walk.press("Look again with these answers")
        walk.sees(f"{BOOKED} of 53 rows would be new", "The day has not come yet", "Nobody with this employee number")
        assert not barriers(walk.page)

    def and_once_it_is_in_it_can_be_undone(self) -> None:
        walk = self.lead
        walk.press("Bring it in")
        walk.sees(f"Done: {BOOKED} new of 53 rows")
        walk.follow("Withdraw all of it")
        walk.types("Why it is withdrawn", WHY)
        walk.press("Withdraw all of it")

        walk.sees("Withdrawn", WHY)
        assert not barriers(walk.page)
        walk.open(self.world.at("coverage/"))
        walk.sees(f"{HAD} of {PEOPLE}")

    def when_the_column_is_put_right_all_of_it_is_new(self) -> None:
        walk = self.lead
        self.choose()
        walk.picks("Completed on", "Finished")
        walk.press("Look at the rows")

        walk.sees(f"{FINISHED} of 53 rows would be new", "Nobody with this employee number")
        walk.misses("The day has not come yet")
        walk.press("Bring it in")
        walk.sees(f"Done: {FINISHED} new of 53 rows")

    def then_coverage_has_risen(self) -> None:
        walk = self.lead
        walk.open(self.world.at("coverage/"))
        walk.sees(f"{FINISHED} of {PEOPLE}", "85%")
        assert not barriers(walk.page)

    def and_the_committee_is_given_it(self) -> None:
        paper = Document(BytesIO(self.lead.takes("Word")))

        cells = [cell.text for table in paper.tables for row in table.rows for cell in row.cells]
        assert f"85% ({FINISHED} of {PEOPLE})" in cells
        assert "– Early help" in cells

    def choose(self) -> None:
        walk = self.lead
        walk.open(self.world.at("imports/new/"))
        walk.arrives("Choose a file")
        walk.picks("Where the file comes from", "Learning portal")
        walk.field("File").set_input_files({"name": "Ada Example 1234.csv", "mimeType": "text/csv", "buffer": export()})
        walk.types("The day it tells of", typed(today()))
        walk.press("Go on")
        expect(walk.page.get_by_role("button", name="Look at the rows")).to_be_visible()
        assert "Ada" not in walk.page.url
        assert not barriers(walk.page)
