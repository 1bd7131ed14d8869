"""A contractor without an account: asked for a return, they answer it on a phone by their own link, and the training lead sees it."""

import re
from collections.abc import Callable
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Locator, Page, expect

from dueregard.access.roles import Role
from dueregard.basics.dates import say
from dueregard.organisations.rules import BodyKind
from dueregard.organisations.tests.factories import AreaFactory, BodyFactory, PersonFactory
from tests.journeys.walking import Walk, barriers, today

SAID = "Two depots are left out"


@pytest.fixture
def area(transactional_db: None) -> Any:
    """A council and a contractor, one of whose people is known."""
    area = AreaFactory(slug="westmarch", name="Westmarch")
    BodyFactory(area=area, name="Westmarch Council")
    contractor = BodyFactory(area=area, name="Fenwick Homecare", kind=BodyKind.CONTRACTOR)
    PersonFactory(area=area, body=contractor, name="Manager, Fenwick", email="manager@fenwick.example")
    return area


class TestAContractorSendsAReturn:
    """From the ask to the figures that are marked as theirs."""

    def test_a_contractor_answers_on_a_phone_and_what_was_no_return_is_a_number(
        self, new_page: Callable[..., Page], phone: Page, area: Any
    ) -> None:
        self.area, self.lead, self.contractor = area, Walk(new_page()), Walk(phone)
        self.lead.signed_in(area, Role.TRAINING)

        self.given_the_contractor_is_asked()
        self.then_no_return_is_a_state_and_not_nought()
        self.when_the_link_is_opened_without_an_account()
        self.then_more_trained_than_there_are_is_refused()
        self.and_the_figures_are_sent()
        self.and_the_lead_sees_whose_they_are()
        self.and_the_figures_can_be_put_right()

    def given_the_contractor_is_asked(self) -> None:
        walk = self.lead
        walk.open("/westmarch/training/returns/")
        walk.follow("Ask for returns")
        walk.arrives("Ask for returns")
        walk.picks("Fenwick Homecare", "Manager, Fenwick")
        walk.press("Ask them")

        walk.arrives("They are asked")
        assert not barriers(walk.page)
        self.address = urlsplit(walk.page.locator(".dr-address").inner_text()).path
        assert re.fullmatch(r"/westmarch/return/[\w-]{20,}/", self.address)

    def then_no_return_is_a_state_and_not_nought(self) -> None:
        walk = self.lead
        walk.open("/westmarch/training/returns/")
        walk.sees("Fenwick Homecare", "No return")
        assert not barriers(walk.page)

    def when_the_link_is_opened_without_an_account(self) -> None:
        walk = self.contractor
        assert walk.open(self.address) == 200

        walk.arrives("How many of your people have had Prevent training?", title="Training return")
        walk.sees("Manager, Fenwick", "Fenwick Homecare", say(today()))
        expect(walk.page.get_by_role("navigation", name="Main")).to_have_count(0)
        self.fits_the_phone()

    def then_more_trained_than_there_are_is_refused(self) -> None:
        walk = self.contractor
        self.figures("Awareness", "61", "62")
        walk.press("Send the figures")

        expect(walk.page.locator(".govuk-error-summary")).to_contain_text("Awareness: 62 trained is more than the 61 who need it")
        self.fits_the_phone()

    def and_the_figures_are_sent(self) -> None:
        walk = self.contractor
        self.figures("Awareness", "61", "58")
        self.figures("Referral", "61", "55")
        walk.types("Anything to add, if you like", SAID)
        walk.press("Send the figures")

        walk.arrives("Thank you")
        walk.sees("Fenwick Homecare", f"You added: {SAID}", "58")
        self.fits_the_phone()

    def and_the_lead_sees_whose_they_are(self) -> None:
        walk = self.lead
        walk.open("/westmarch/training/returns/")
        walk.sees("Return in", "58 of 61", "55 of 61")
        walk.misses("No return as at")
        walk.follow("Fenwick Homecare")
        walk.sees(SAID, "by their own link")
        assert not barriers(walk.page)

    def and_the_figures_can_be_put_right(self) -> None:
        walk = self.contractor
        walk.follow("send the figures again")
        walk.sees(f"You answered on {say(today())}")
        self.figures("Referral", "61", "56")
        walk.press("Send the figures")
        walk.arrives("Thank you")

        self.lead.open("/westmarch/training/returns/")
        self.lead.sees("56 of 61")
        self.lead.misses("55 of 61")

    def figures(self, subject: str, need: str, have: str) -> None:
        within = self.subject(subject)
        for field, number in zip(within.get_by_role("textbox").all(), (need, have), strict=True):
            field.fill(number)

    def subject(self, words: str) -> Locator:
        """The part of the page about one subject."""
        return self.contractor.page.get_by_role("group", name=words)

    def fits_the_phone(self) -> None:
        """Nothing hangs out at the side, and nothing is in anybody's way."""
        page = self.contractor.page
        assert page.evaluate("document.documentElement.scrollWidth") == page.viewport_size["width"]
        assert not barriers(page)


class TestAContractorSendsAReturnByLevel:
    """Asked by level: a table of each subject, a level that is left out is asked again, and the total is added up."""

    def test_a_contractor_answers_by_level_on_a_phone(self, new_page: Callable[..., Page], phone: Page, area: Any) -> None:
        self.lead, self.contractor = Walk(new_page()), Walk(phone)
        self.lead.signed_in(area, Role.TRAINING)

        self.given_the_contractor_is_asked_by_level()
        self.when_one_level_is_left_out_it_is_asked_again()
        self.then_the_figures_are_sent_and_added_up()
        self.and_the_lead_reads_each_level()

    def given_the_contractor_is_asked_by_level(self) -> None:
        walk = self.lead
        walk.open("/westmarch/training/returns/new/")
        walk.chooses("How they count their people", "By level: operational, managerial and strategic")
        walk.picks("Fenwick Homecare", "Manager, Fenwick")
        walk.press("Ask them")
        walk.arrives("They are asked")
        self.address = urlsplit(walk.page.locator(".dr-address").inner_text()).path

    def when_one_level_is_left_out_it_is_asked_again(self) -> None:
        walk = self.contractor
        walk.open(self.address)
        self.fits_the_phone()
        self.figures("Awareness, operational", "50", "48")
        self.figures("Awareness, managerial", "9", "9")
        walk.press("Send the figures")

        expect(walk.page.locator(".govuk-error-summary")).to_contain_text("Awareness, strategic: fill it in, 0 where nobody is")
        self.fits_the_phone()

    def then_the_figures_are_sent_and_added_up(self) -> None:
        walk = self.contractor
        self.figures("Awareness, strategic", "2", "1")
        walk.press("Send the figures")

        walk.arrives("Thank you")
        walk.sees("58 of 61", "48 of 50", "1 of 2", "What you left out stays not known")
        self.fits_the_phone()

    def and_the_lead_reads_each_level(self) -> None:
        walk = self.lead
        walk.open("/westmarch/training/returns/")
        walk.sees("58 of 61", "48 of 50", "not said")
        assert not barriers(walk.page)
        walk.open("/westmarch/training/returns/RT-1/record/")
        walk.follow("All staff together instead")
        walk.sees("By level instead")
        assert not barriers(walk.page)

    def figures(self, line: str, need: str, have: str) -> None:
        page = self.contractor.page
        page.get_by_label(f"{line}: how many need it").fill(need)
        page.get_by_label(f"{line}: how many of them have had it").fill(have)

    def fits_the_phone(self) -> None:
        page = self.contractor.page
        assert page.evaluate("document.documentElement.scrollWidth") == page.viewport_size["width"]
        assert not barriers(page)
