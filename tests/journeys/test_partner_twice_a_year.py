"""A partner on a phone, who comes by twice a year: sees what is due from them and says how it is going."""

from datetime import timedelta

import pytest
from django.test import Client
from playwright.sync_api import Page, expect

from dueregard.access.roles import Role
from dueregard.accounts.tests.people import sign_in
from dueregard.organisations.models import Person
from dueregard.partnership import actions
from dueregard.partnership.tests.pages import World, a_world
from dueregard.partnership.tests.stories import the_lead_on
from tests.journeys.walking import Walk, barriers, today

WHAT = "Brief the neighbourhood teams on online influence"
SAID = "Four of six teams are briefed; the last two in a fortnight"


@pytest.fixture
def world(transactional_db: None) -> World:
    """The police own one action, due next week, and health another; a meeting of the group is planned."""
    world = a_world()
    raised = today() - timedelta(days=60)
    lead, due = the_lead_on(world.area, raised), today() + timedelta(days=7)
    for sector, what in (("police", WHAT), ("health", "Print the leaflet")):
        body = world.seats[sector].body.ref
        actions.raise_action(what, by=lead, on=raised, body=body, person=world.people[sector], due=due, group=world.group.ref)
    world.meeting(days=14)
    return world


class TestAPartnerTwiceAYear:
    """From Today to the saved update, with a thumb."""

    def test_the_partner_sees_today_and_updates_its_own_action(self, phone: Page, world: World) -> None:
        self.world, self.walk = world, Walk(phone)

        self.given_the_partner_is_signed_in_as_a_member_of_the_group()
        self.when_it_opens_today()
        self.and_follows_its_action()
        self.then_an_empty_update_is_refused()
        self.and_an_update_in_a_sentence_is_kept()
        self.and_somebody_elses_action_is_not_among_its_own()

    def given_the_partner_is_signed_in_as_a_member_of_the_group(self) -> None:
        client = Client()
        user = sign_in(client, self.world.area, Role.PARTNER)
        user.memberships.update(person=Person.objects.get(area=self.world.area, ref=self.world.people["police"]))
        self.walk.carry(client)

    def when_it_opens_today(self) -> None:
        self.walk.open("/")

        self.walk.arrives("Today")
        self.walk.sees(WHAT, "Next meeting", self.world.group.name)
        self.fits_the_phone()

    def and_follows_its_action(self) -> None:
        self.walk.follow(WHAT, exact=False)

        self.walk.arrives(WHAT, title="A-")
        self.fits_the_phone()
        self.walk.follow("Say how it is going")
        self.walk.arrives("Say how it is going")
        self.fits_the_phone()

    def then_an_empty_update_is_refused(self) -> None:
        self.walk.press("Save")

        self.walk.is_told("Nothing is saved yet", "Choose an answer for “How is it going?”", "Fill in “In a sentence or two”")
        self.fits_the_phone()

    def and_an_update_in_a_sentence_is_kept(self) -> None:
        self.walk.chooses("How is it going?", "On course")
        self.walk.types("In a sentence or two", SAID)
        self.walk.press("Save")

        self.walk.arrives(WHAT, title="A-")
        self.walk.sees("Saved", SAID)

    def and_somebody_elses_action_is_not_among_its_own(self) -> None:
        self.walk.open(self.world.at("actions/mine/"))

        self.walk.arrives("My actions")
        self.walk.sees(WHAT)
        self.walk.misses("Print the leaflet")
        self.fits_the_phone()

    def fits_the_phone(self) -> None:
        """Nothing hangs out at the side, and nothing is in anybody's way."""
        assert self.walk.page.evaluate("document.documentElement.scrollWidth") == self.walk.page.viewport_size["width"]
        assert not barriers(self.walk.page)
        expect(self.walk.page.get_by_role("navigation", name="Main")).to_be_visible()
