"""The lead of the next council, who may do everything there, reaches nothing here: no page, no file, no form."""

from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import Page

from dueregard.access.roles import Role
from dueregard.accounts.tests.people import the_lead
from dueregard.assurance import actions
from dueregard.assurance.models import Evidence
from dueregard.assurance.tests.factories import a_round, the_signer
from dueregard.documents.models import File
from dueregard.documents.tests.samples import PDF
from dueregard.organisations.tests.factories import AreaFactory
from dueregard.partnership.models import Action
from dueregard.partnership.tests.pages import World, a_world
from dueregard.partnership.tests.stories import a_cleared_meeting, a_decision, a_group, a_held_meeting, rows, trail
from tests.journeys.walking import Walk, today

PAGES = (
    "",
    "due/",
    "loose-ends/",
    "organisations/",
    "organisations/people/",
    "guidance/",
    "trail/",
    "accounts/",
    "dispatch/",
    "documents/",
    "assurance/",
    "assurance/findings/toolkit-2024/1/",
    "partnership/",
    "partnership/actions/",
    "partnership/attendance/",
    "partnership/meetings/plan/",
)


@pytest.fixture
def world(transactional_db: None) -> World:
    """A council with a cleared meeting, a decision, an action, and a round with a file as evidence."""
    world = a_world()
    day = today() - timedelta(days=30)
    _held, item = a_held_meeting(world.group, day, came=list(world.seats.values()))
    a_decision(item, on=day, kind="procedural")
    a_cleared_meeting(world.group, day - timedelta(days=90), came=list(world.seats.values()))
    world.meeting(days=20)
    lead = the_lead(world.area, now=timezone.now())
    officer = the_signer(world.area, now=timezone.now())
    ref = a_round(world.area, by=officer, as_at=today(), on=today(), due=today() + timedelta(days=60))
    actions.keep_evidence(ref, by=lead, on=today(), line="1", title="Structure chart", received=today(), file=(PDF, "chart.pdf"))
    actions.raise_improvement(ref, by=lead, on=today(), line="1", what="Name a deputy", body=world.seats["police"].body.ref)
    return world


class TestAStrangerIsRefused:
    """Everywhere, and with the same words as for what does not exist."""

    def test_the_lead_of_the_next_council_reaches_nothing_here(self, page: Page, world: World) -> None:
        self.world, self.walk = world, Walk(page)
        self.next = AreaFactory(slug="next-council", name="Next council")
        self.walk.signed_in(self.next, Role.LEAD, cleared=True)
        self.group = a_group(self.next, name="Group of the next council")
        before = trail(world.area)

        self.given_the_stranger_is_at_home_next_door()
        self.then_no_page_of_this_council_exists()
        self.and_no_file_of_it_can_be_downloaded()
        self.and_its_records_are_not_found_under_the_stranger_s_own_address()
        self.and_a_form_sent_to_its_address_is_refused()
        self.and_a_form_that_names_one_of_its_records_is_refused()

        assert trail(world.area) == before

    def given_the_stranger_is_at_home_next_door(self) -> None:
        self.walk.open("/")
        self.walk.arrives("Today")
        self.walk.open("/next-council/partnership/")
        self.walk.arrives("1 Multi-agency partnership group")

    def then_no_page_of_this_council_exists(self) -> None:
        for place in (*PAGES, *self.records()):
            self.walk.is_refused(f"/westmarch/{place}")
        self.walk.is_refused("/no-council-at-all/")

    def and_no_file_of_it_can_be_downloaded(self) -> None:
        for meeting in ("M-1", "M-2"):
            for name in ("pack.pdf", "pack.docx", "minutes.pdf", "minutes.docx", "meeting.ics"):
                self.walk.is_refused(f"/westmarch/partnership/meetings/{meeting}/{name}")
        self.walk.is_refused("/westmarch/assurance/rounds/RD-1/return.pdf")
        self.walk.is_refused("/westmarch/assurance/rounds/RD-1/return.docx")
        for file in rows(File, self.world.area):
            self.walk.is_refused(f"/westmarch/documents/files/{file.pk}/")

    def and_its_records_are_not_found_under_the_stranger_s_own_address(self) -> None:
        for place in self.records():
            self.walk.is_refused(f"/next-council/{place}")
        for file in rows(File, self.world.area):
            self.walk.is_refused(f"/next-council/documents/files/{file.pk}/")
        for kept in rows(Evidence, self.world.area):
            self.walk.is_refused(f"/next-council/assurance/rounds/RD-1/evidence/{kept.pk}/take-away/")

    def and_a_form_sent_to_its_address_is_refused(self) -> None:
        walk = self.walk
        walk.open("/next-council/partnership/groups/new/")
        walk.page.locator("main form[method=post]").evaluate("form => form.action = '/westmarch/partnership/groups/new/'")

        walk.page.locator("main form[method=post] button").click()

        walk.arrives("Page not found")

    def and_a_form_that_names_one_of_its_records_is_refused(self) -> None:
        walk, body = self.walk, self.world.seats["police"].body
        walk.open("/next-council/partnership/actions/new/")
        walk.arrives("Record an action")
        walk.types("What is to be done", "Something for the neighbours to do")
        owner = walk.field("Body that owns it")
        owner.evaluate(f"list => {{ const other = new Option('Theirs', '{body.ref}'); list.add(other); list.value = other.value }}")
        walk.press("Record it")

        walk.arrives("Record an action", is_error=True)
        walk.sees("The action is not recorded yet")
        assert walk.field("What is to be done").input_value() == "Something for the neighbours to do"
        walk.misses(body.name)
        assert not rows(Action, self.next)

    def records(self) -> list[str]:
        """The places of what this council recorded and the next one has not."""
        police = self.world.seats["police"]
        return [
            "partnership/meetings/M-1/",
            "partnership/meetings/M-1/write-up/",
            "partnership/meetings/M-2/",
            *(f"partnership/actions/{action.ref}/" for action in rows(Action, self.world.area)),
            f"partnership/seats/{police.ref}/",
            f"organisations/bodies/{police.body.ref}/",
            f"organisations/people/{self.world.people['police']}/",
            *(f"documents/{file.of.document.ref}/" for file in rows(File, self.world.area)),
            "assurance/rounds/RD-1/",
            "assurance/rounds/RD-1/sections/1/",
            "assurance/rounds/RD-1/lines/1/",
        ]
