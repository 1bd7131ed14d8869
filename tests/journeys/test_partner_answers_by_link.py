"""A partner without an account: the lead sends a link, the partner answers it on a phone, and a link taken back opens nothing."""

import re
from collections.abc import Callable
from datetime import timedelta
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Locator, Page, expect

from dueregard.access.roles import Role
from dueregard.basics.dates import say
from dueregard.partnership import actions
from dueregard.partnership.tests.pages import World, a_world
from dueregard.partnership.tests.stories import the_lead_on
from tests.journeys.walking import Walk, barriers, today, typed

WHAT = "Brief the neighbourhood teams on online influence"
ALSO = "Send the figures of the quarter"
NOT_THEIRS = "Print the leaflet"
SAID = "Four of six teams are briefed; the last two in a fortnight"
SENT = "The duty sergeant, who runs the teams"


@pytest.fixture
def world(transactional_db: None) -> World:
    """The police own two actions and health another; a meeting of the group is called."""
    world = a_world()
    raised, soon = today() - timedelta(days=60), today() + timedelta(days=7)
    lead = the_lead_on(world.area, raised)
    for sector, what in (("police", WHAT), ("police", ALSO), ("health", NOT_THEIRS)):
        body = world.seats[sector].body.ref
        actions.raise_action(what, by=lead, on=raised, body=body, due=soon, group=world.group.ref)
    world.meeting(days=14)
    return world


class TestAPartnerAnswersByALink:
    """From the link that is sent to the answer that is marked as theirs."""

    def test_the_partner_answers_on_a_phone_and_the_lead_sees_who_said_it(
        self, new_page: Callable[..., Page], phone: Page, world: World
    ) -> None:
        self.world, self.lead, self.partner = world, Walk(new_page()), Walk(phone)
        self.lead.signed_in(world.area, Role.LEAD)

        self.given_the_lead_sends_a_link()
        self.when_the_partner_opens_it_without_an_account()
        self.then_an_answer_without_words_is_refused()
        self.and_what_is_said_of_one_action_is_kept()
        self.and_whom_they_send_is_kept()
        self.and_the_lead_sees_both_marked_as_theirs()
        self.when_the_lead_takes_the_link_back()
        self.then_it_opens_nothing()

    def given_the_lead_sends_a_link(self) -> None:
        walk = self.lead
        walk.open(self.world.at("answer-links/"))
        walk.arrives("Links to answer by")
        walk.follow("Send a link")
        walk.arrives("Send a link")
        walk.press("Send the link")
        walk.is_told("The link is not sent yet", "Choose an answer for “Whom to ask”")

        walk.picks("Whom to ask", "Member for police")
        walk.types("The last day the link opens", typed(today() + timedelta(days=10)))
        walk.press("Send the link")

        walk.arrives("The link is made", title="Send a link")
        assert not barriers(walk.page)
        self.address = urlsplit(walk.page.locator(".dr-address").inner_text()).path
        assert re.fullmatch(r"/westmarch/answer/[\w-]{20,}/", self.address)

    def when_the_partner_opens_it_without_an_account(self) -> None:
        walk = self.partner
        assert walk.open(self.address) == 200

        walk.arrives("What is asked of you")
        walk.sees("how these 2 actions are going", WHAT, ALSO, say(today() + timedelta(days=10)), self.world.group.name)
        walk.misses(NOT_THEIRS)
        expect(walk.page.get_by_role("navigation", name="Main")).to_have_count(0)
        self.fits_the_phone()

    def then_an_answer_without_words_is_refused(self) -> None:
        walk = self.partner
        walk.press("Send what you say of A-1")

        walk.is_told("This is not saved yet", "Choose an answer for “How is it going?”", "Fill in “In a sentence or two”")
        self.fits_the_phone()

    def and_what_is_said_of_one_action_is_kept(self) -> None:
        walk, own = self.partner, self.panel("A-1")
        walk.chooses("How is it going?", "At risk", within=own)
        walk.types("In a sentence or two", SAID, within=own)
        walk.press("Send what you say of A-1")

        walk.sees("Thank you. Your answer is with the partnership", f"You said on {say(today())}: {SAID}")
        self.fits_the_phone()

    def and_whom_they_send_is_kept(self) -> None:
        walk, own = self.partner, self.panel("M-1")
        walk.chooses("Will you come?", "Sends a substitute", within=own)
        walk.types("Or who, and what they do, if they are not in the list", SENT, within=own)
        own.get_by_role("button").click()

        walk.sees("Thank you. Your answer is with the partnership", f"You answered on {say(today())}")
        self.fits_the_phone()

    def and_the_lead_sees_both_marked_as_theirs(self) -> None:
        walk = self.lead
        walk.open(self.world.at("actions/A-1/"))
        walk.arrives(WHAT, title="A-1")
        walk.sees(SAID, "Member for police, ", ", by their own link")

        walk.open(self.world.at("meetings/M-1/"))
        walk.sees("Member for police", SENT)

    def when_the_lead_takes_the_link_back(self) -> None:
        walk = self.lead
        walk.open(self.world.at("answer-links/"))
        walk.sees("1 link opens today, of 1 sent")
        walk.follow("Take back the link of Member for police")
        walk.arrives("Take the link back")
        walk.types("Why", "Sent to the wrong address")
        walk.press("Take it back")

        walk.arrives("Links to answer by")
        walk.sees("The link is taken back")

    def then_it_opens_nothing(self) -> None:
        walk = self.partner
        assert walk.open(self.address) == 410

        walk.arrives("This link was taken back", title="This link has ended")
        walk.misses(WHAT, SAID, self.world.group.name)
        self.fits_the_phone()
        assert walk.open(self.address[:-4] + "/") == 404
        walk.arrives("This link does not open")

    def panel(self, ref: str) -> Locator:
        """The part of the page about one action or meeting."""
        return self.partner.page.locator(f"section[aria-labelledby='{ref}']")

    def fits_the_phone(self) -> None:
        """Nothing hangs out at the side, and nothing is in anybody's way."""
        page = self.partner.page
        assert page.evaluate("document.documentElement.scrollWidth") == page.viewport_size["width"]
        assert not barriers(page)
