"""An officer loads a published plan, ties its actions to risks, reviews them at a meeting, and evaluates one: its loose end goes."""

import re
from datetime import timedelta

import pytest
from playwright.sync_api import Locator, Page, expect

from dueregard.access.roles import Role
from dueregard.partnership.tests.pages import World, a_world
from dueregard.partnership.tests.stories import a_held_meeting, the_lead_on
from dueregard.plan import actions as plan
from dueregard.plan.tests.sheets import book
from dueregard.risk import actions as risk
from dueregard.risk.rules.matrix import Scores
from dueregard.risk.rules.risks import Wording
from tests.journeys.walking import Walk, barriers, today, typed

BEGUN = timedelta(days=200)
LEAFLET, LETTINGS, HEADS = "Print the leaflet for parents", "Look into every letting of a hall", "Brief the head of every school"
RISK = "Halls let to a front for a group"
HEADINGS = ("Outcome", "Risk/Vulnerability", "Action to address risk", "Owner", "Evidence of progress", "RAG")
ROWS = (
    ("Prevent action plan",),
    HEADINGS,
    ("Venues",),
    ("Halls are safe", "", LETTINGS, "{police}", "Two of nine looked into", "Amber"),
    ("Schools",),
    ("Parents know", "", LEAFLET, "{health}", "", "Green"),
    ("Heads know", "", HEADS, "The forces of order", "", ""),
)
CONCLUDED = "Seven halls left; the police go on"


@pytest.fixture
def world(transactional_db: None) -> World:
    """A partnership with a risk above tolerance, a plan without actions, a meeting behind it and one today."""
    world = a_world()
    day = today() - BEGUN
    lead = the_lead_on(world.area, day)
    police = world.seats["police"].body.ref
    ref = risk.identify_risk(Wording(title=RISK), by=lead, on=day, kind="situational", concerns="both", owner=police).ref
    risk.review_risk(ref, by=lead, on=day, because="Three reports", scores=Scores(inherent=(5, 5), residual=(5, 4), target=(2, 2)))
    plan.begin_plan("Prevent plan", by=lead, on=day, group=world.group.ref, covers_from=day, covers_to=day + timedelta(days=364))
    a_held_meeting(world.group, today() - timedelta(days=110), came=list(world.seats.values()))
    world.meeting(days=0)
    return world


class TestAnOfficerTiesTheThread:
    """From a spreadsheet to what came of it."""

    def test_a_loaded_plan_is_tied_reviewed_and_evaluated_until_its_loose_end_goes(self, page: Page, world: World) -> None:
        self.world, self.walk = world, Walk(page)
        self.walk.signed_in(world.area, Role.LEAD)

        self.given_a_sheet_is_read_and_nothing_is_written_yet()
        self.and_it_is_brought_in_once_its_doubtful_owner_is_named()
        self.and_one_more_action_is_written_against_the_risk()
        self.and_an_action_of_the_sheet_is_linked_to_it()
        self.when_the_plan_is_put_on_the_agenda()
        self.and_its_actions_are_reviewed_at_the_meeting()
        self.and_an_action_is_recorded_as_done_some_time_ago()
        self.then_it_is_a_loose_end()
        self.when_it_is_evaluated_with_a_score_proposed()
        self.then_the_loose_end_is_gone()
        self.and_the_thread_holds_the_whole_line()

    def given_a_sheet_is_read_and_nothing_is_written_yet(self) -> None:
        walk = self.walk
        walk.open(self.at("actions/"))
        walk.follow("Bring in a sheet")
        walk.arrives("Bring in a plan")
        walk.press("Read the file")
        walk.is_told("The file is not read yet", "Choose a file for “The file”")

        names = {sector: seat.body.name for sector, seat in self.world.seats.items()}
        rows = [tuple(cell.format(**names) for cell in row) for row in ROWS]
        sheet = {"name": "plan.xlsx", "mimeType": "application/vnd.ms-excel", "buffer": book(rows, merged=[(2, "Venues"), (4, "Schools")])}
        walk.field("The file").set_input_files(sheet)
        walk.press("Read the file")

        walk.arrives("What would become of each row")
        walk.sees(LETTINGS, LEAFLET, "Nothing is written yet", "Read as objectives", "1 row still needs an answer")
        assert not barriers(walk.page)

    def and_it_is_brought_in_once_its_doubtful_owner_is_named(self) -> None:
        walk = self.walk
        walk.picks("“The forces of order” is", self.world.seats["local-authority"].body.name)
        walk.press("Look again with these answers")
        walk.sees("It would bring in 3 new actions")

        walk.press("Bring it in")

        walk.arrives("Actions of the plan")
        walk.sees("Brought in: 3 new actions", LETTINGS, LEAFLET, HEADS, "Venues", "Schools")
        assert not barriers(walk.page)

    def and_one_more_action_is_written_against_the_risk(self) -> None:
        walk = self.walk
        walk.follow("Write an action")
        walk.arrives("Write an action")
        walk.types("What is to be done", "Train the caretakers")
        walk.picks("Body that owns it", self.world.seats["local-authority"].body.name)
        walk.types("Starts", typed(today()))
        walk.types("Due", typed(today() + timedelta(days=60)))
        walk.page.get_by_role("checkbox", name=re.compile(RISK)).check()
        walk.press("Write it into the plan")

        walk.arrives("Train the caretakers", title="A-")
        walk.sees("The action is in the plan", RISK)
        assert not barriers(walk.page)

    def and_an_action_of_the_sheet_is_linked_to_it(self) -> None:
        walk = self.walk
        self.open_action(LETTINGS)
        walk.sees("None is linked")
        walk.follow("Link a risk")
        walk.arrives("Link a risk it answers")
        walk.picks("Risk", "R1")
        walk.types("Since", typed(today() - timedelta(days=150)))
        walk.press("Link it")

        walk.sees("The risk is linked", RISK)

    def when_the_plan_is_put_on_the_agenda(self) -> None:
        walk = self.walk
        walk.open(self.world.at("meetings/M-2/agenda/"))
        walk.follow("Put the plan’s actions on it")
        walk.arrives("Put the plan’s actions on the agenda")
        expect(walk.page.get_by_role("checkbox")).to_have_count(4)
        assert not barriers(walk.page)
        walk.press("Put them on the agenda")

        walk.arrives("Agenda", title="Agenda, Prevent partnership group")
        walk.sees("On the agenda: 4 actions of the plan", "Takes up A-1")

    def and_its_actions_are_reviewed_at_the_meeting(self) -> None:
        walk = self.walk
        walk.open(self.world.at("meetings/M-2/write-up/"))
        for seat in self.world.seats.values():
            walk.chooses(seat.body.name, "Present")
        walk.picks("Who chaired", "Ines Chair")
        walk.types("Began", "10.00")
        item = self.item()
        walk.types("What was said", "The plan was gone through", within=item)
        walk.unfold("Record what was said of the 4 open actions", within=item)
        walk.types(f"A-1 {LETTINGS}", CONCLUDED, within=item)
        item.get_by_role("checkbox", name="The others were reviewed and go on as they are").check()
        walk.press("Save what is written here, at item 1", within=item)

        walk.sees("Saved", f"Reviewed A-1: {CONCLUDED}")
        assert not barriers(walk.page)

    def and_an_action_is_recorded_as_done_some_time_ago(self) -> None:
        walk = self.walk
        self.open_action(LETTINGS)
        walk.follow("All that was said of it")
        walk.sees("Reviewed at the meeting", CONCLUDED)
        walk.follow("Record that it was done")
        walk.arrives("Record that it was done")
        walk.sees("Still open on this action")
        walk.types("Done on", typed(today() - timedelta(days=70)))
        walk.types("What came of it", "Nine halls are looked into")
        walk.press("Record it")

        walk.sees("The action is done", "is to be evaluated by")

    def then_it_is_a_loose_end(self) -> None:
        walk = self.walk
        walk.open("/westmarch/loose-ends/")
        walk.arrives("Loose ends")
        expect(self.loose_end()).to_have_count(1)
        assert not barriers(walk.page)

    def when_it_is_evaluated_with_a_score_proposed(self) -> None:
        walk = self.walk
        walk.follow("Evaluate it", within=self.loose_end())
        walk.arrives("Evaluate completed actions")
        walk.page.get_by_role("checkbox", name=re.compile(LETTINGS)).check()
        walk.press("Record the evaluation")
        walk.is_told(
            "The evaluation is not recorded yet",
            "Fill in “What difference it made, and how we know”",
            "Choose an answer for “What does it change?”",
        )

        walk.types("What difference it made, and how we know", "All nine halls ask who hires them; none was let to a front since")
        walk.chooses("What does it change?", "Proposes a new residual score")
        walk.types("Because", "No letting to a front in six months")
        walk.picks("For a new residual score: which risk", "R1")
        walk.picks("Likelihood it proposes", "2")
        walk.picks("Impact it proposes", "4")
        walk.press("Record the evaluation")

        walk.sees("The evaluation is recorded", LETTINGS, RISK)
        assert not barriers(walk.page)

    def then_the_loose_end_is_gone(self) -> None:
        self.walk.open("/westmarch/loose-ends/")
        self.walk.arrives("Loose ends")
        expect(self.loose_end()).to_have_count(0)

    def and_the_thread_holds_the_whole_line(self) -> None:
        walk = self.walk
        walk.open("/westmarch/thread/risk/R1/")
        walk.sees(RISK, LETTINGS, CONCLUDED, "Train the caretakers", "All nine halls ask who hires them")
        assert not barriers(walk.page)

    def at(self, path: str) -> str:
        return f"/westmarch/plan/{path}"

    def open_action(self, what: str) -> None:
        """The plan's side of an action, by its words in the list."""
        self.walk.open(self.at("actions/"))
        self.walk.follow(what)
        self.walk.arrives(what, title="A-")

    def item(self) -> Locator:
        """The first item of the meeting being written up."""
        return self.walk.page.locator("li[id^='item-']").first

    def loose_end(self) -> Locator:
        """The row that says the action was completed and not evaluated."""
        rows = self.walk.page.get_by_role("row").filter(has_text=LETTINGS)
        return rows.filter(has_text="was completed on").filter(has_text="and not evaluated")
