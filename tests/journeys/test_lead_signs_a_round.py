"""A lead judges section 1 in a round beside what the records show, the strategic officer signs it off, and it stays as it was then."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from playwright.sync_api import Locator, Page

from dueregard.access.roles import Role
from dueregard.assurance.tests.factories import a_document
from dueregard.basics.dates import say
from dueregard.partnership.tests.pages import World, a_world
from dueregard.partnership.tests.stories import a_held_meeting
from tests.journeys.walking import Walk, today, typed

TITLE = "Round of this year"
WHY = "Agreed with the board: the other sections are judged next quarter"


@pytest.fixture
def world(transactional_db: None) -> World:
    """A partnership that met twice, and its terms of reference in the register."""
    world = a_world()
    for days in (250, 90):
        a_held_meeting(world.group, today() - timedelta(days=days), came=list(world.seats.values()))
    a_document(world.area, title="Terms of reference of the group")
    return world


class TestALeadSignsARound:
    """From opening the round to the return, and to the round seen again later."""

    def test_the_round_is_judged_scored_signed_and_then_stays_as_it_was(self, new_page: Callable[..., Page], world: World) -> None:
        self.world, self.lead, self.officer = world, Walk(new_page()), Walk(new_page())
        self.lead.signed_in(world.area, Role.LEAD)
        self.officer.signed_in(world.area, Role.STRATEGIC)

        self.given_the_officer_opens_a_round()
        self.when_the_lead_judges_a_line_as_the_records_show_it()
        self.and_keeps_a_document_already_held_as_its_evidence()
        self.and_judges_another_line_against_the_records_with_the_reason()
        self.and_scores_the_section()
        self.then_signing_asks_why_the_rest_is_not_judged()
        self.and_the_officer_signs_it_off_with_the_reason()
        self.and_the_return_can_be_taken_away()
        self.and_whatever_is_recorded_later_the_round_stays_as_it_was()

    def given_the_officer_opens_a_round(self) -> None:
        walk = self.officer
        walk.open(f"/{self.world.area.slug}/assurance/rounds/")
        walk.arrives("Assurance rounds")
        walk.follow("Open a round")
        walk.arrives("Open a round")
        walk.press("Open the round")
        walk.is_told(
            "The round is not open yet",
            "Fill in “Title”",
            "Fill in “First day of the period”",
            "Fill in “Last day of the period”",
            "Fill in “To be signed off by”",
        )

        walk.types("Title", TITLE)
        walk.types("First day of the period", typed(today() - timedelta(days=365)))
        walk.types("Last day of the period", typed(today() - timedelta(days=1)))
        walk.types("To be signed off by", typed(today() + timedelta(days=60)))
        walk.picks("Scale", "One to five")
        walk.chooses("What is scored on it", "Each section")
        walk.press("Open the round")

        walk.arrives(TITLE)
        walk.sees("The round is open, and the finding of every line is kept in it", "1 Multi-agency partnership group")
        self.round = walk.page.url

    def when_the_lead_judges_a_line_as_the_records_show_it(self) -> None:
        walk = self.lead
        walk.open(self.round)
        walk.follow("1 Multi-agency partnership group")
        walk.arrives("1 Multi-agency partnership group")
        self.section = walk.page.url

        walk.follow("Judge this line , 1.g2")
        walk.press("Save judgement")
        walk.is_told("The judgement is not saved yet", "Choose an answer for “Your judgement”", "Fill in “Why, in one or two sentences”")
        walk.chooses("Your judgement", "Met")
        walk.types("Why, in one or two sentences", "It met twice, with papers each time")
        walk.press("Save judgement")

        walk.sees("Your judgement of 1.g2 is saved")
        walk.sees("It met twice, with papers each time", within=self.line("g2"))

    def and_keeps_a_document_already_held_as_its_evidence(self) -> None:
        walk = self.lead
        walk.follow("History, evidence and actions of 1.g2")
        walk.follow("Add a document already held, or a new file")
        walk.arrives("Keep evidence beside 1.g2")
        walk.picks("A document already held", "Terms of reference of the group")
        walk.press("Keep it")

        walk.sees("The evidence is kept", "Terms of reference of the group")

    def and_judges_another_line_against_the_records_with_the_reason(self) -> None:
        walk = self.lead
        walk.open(self.section)
        walk.follow("Judge this line , 1.b3")
        walk.chooses("Your judgement", "Met")
        walk.types("Why, in one or two sentences", "The forum meets monthly; its notes are in the office")
        walk.press("Save judgement")

        walk.sees("The forum meets monthly; its notes are in the office", "Goes beyond the records", within=self.line("b3"))

    def and_scores_the_section(self) -> None:
        walk = self.lead
        walk.chooses("Score for the section, on this round’s scale", walk.page.locator("#score label").first.inner_text())
        walk.press("Save score")

        walk.sees("The score is saved")
        assert walk.page.url.startswith(self.section)

    def then_signing_asks_why_the_rest_is_not_judged(self) -> None:
        walk = self.officer
        walk.open(self.round)
        walk.follow("Sign the round off")
        walk.arrives("Sign the round off")
        walk.press("Sign off")

        walk.arrives("Sign the round off", is_error=True)
        walk.sees("This is not recorded yet", "not judged")

    def and_the_officer_signs_it_off_with_the_reason(self) -> None:
        walk = self.officer
        walk.types("If something is not judged or scored, why it is signed all the same and who agreed it", WHY)
        walk.press("Sign off")

        walk.arrives(TITLE)
        walk.sees("The round is signed off", f"Signed off {say(today())}", WHY)

    def and_the_return_can_be_taken_away(self) -> None:
        assert self.officer.takes("Word").startswith(b"PK")
        assert self.officer.takes("PDF").startswith(b"%PDF-")

    def and_whatever_is_recorded_later_the_round_stays_as_it_was(self) -> None:
        walk = self.lead
        before = [self.reads(address) for address in (self.round, self.section)]

        a_held_meeting(self.world.group, today() - timedelta(days=30), came=list(self.world.seats.values()))

        assert [self.reads(address) for address in (self.round, self.section)] == before
        assert walk.page.get_by_role("link", name="Change this judgement").count() == 0
        assert walk.page.get_by_role("button").count() == 0

    def reads(self, address: str) -> str:
        """What the lead reads at an address."""
        self.lead.open(address)
        return self.lead.page.locator("main").inner_text()

    def line(self, anchor: str) -> Locator:
        return self.lead.page.locator(f"#{anchor}")
