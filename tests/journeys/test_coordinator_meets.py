"""A coordinator calls a meeting, writes it up from scribbled notes, and the chair clears the minutes, which locks them."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from playwright.sync_api import Locator, Page

from dueregard.access.roles import Role
from dueregard.basics.dates import say
from dueregard.partnership.tests.pages import World, a_world
from dueregard.partnership.tests.stories import a_held_meeting
from tests.journeys.walking import Walk, today, typed

NOTES = "Both schools want the workshop. Police back it. Money from the small grant."
AGREED = "Pay for two workshops in the autumn"
REASON = "The profile of May names it"


@pytest.fixture
def world(transactional_db: None) -> World:
    """A partnership with a chair and three seats that met in spring and has its next meeting before it."""
    world = a_world()
    a_held_meeting(world.group, today() - timedelta(days=180), came=list(world.seats.values()))
    return world


class TestACoordinatorMeets:
    """The whole of a meeting, from the plan to the locked minutes."""

    def test_the_meeting_is_called_written_up_cleared_and_then_stands(self, new_page: Callable[..., Page], world: World) -> None:
        self.world, self.coordinator, self.chair = world, Walk(new_page()), Walk(new_page())
        self.coordinator.signed_in(world.area, Role.LEAD)
        self.chair.signed_in(world.area, Role.CHAIR)

        self.given_a_meeting_is_planned()
        self.and_its_agenda_is_set()
        self.and_it_is_called()
        self.when_who_came_is_written_up()
        self.and_the_first_decision_is_procedural()
        self.then_a_delivery_decision_without_its_third_reason_is_refused_and_nothing_is_lost()
        self.and_it_is_recorded_with_its_action_once_the_reason_is_given()
        self.when_the_chair_clears_the_minutes()
        self.then_nothing_can_be_changed()
        self.and_the_findings_show_it()
        self.and_pack_and_minutes_can_be_taken_away()

    def given_a_meeting_is_planned(self) -> None:
        walk = self.coordinator
        walk.open(self.world.at("meetings/"))
        walk.arrives("Meetings")
        walk.open(self.world.at(f"groups/{self.world.group.ref}/meetings/plan/"))
        walk.arrives("Plan a meeting")

        walk.press("Plan the meeting")

        walk.is_told("The meeting is not planned yet", "Fill in “Day of the meeting”")
        walk.types("Day of the meeting", typed(today()))
        walk.types("From", "10:00")
        walk.types("Place", "Council house, room 2")
        walk.press("Plan the meeting")
        walk.arrives(f"{self.world.group.name}, {say(today())}")
        walk.sees("The meeting is planned. Next: its agenda", "Nothing is on the agenda", "Council house, room 2")
        self.meeting = walk.page.url

    def and_its_agenda_is_set(self) -> None:
        walk = self.coordinator
        walk.follow("Add the first item")
        walk.arrives("Agenda", title="Agenda, Prevent partnership group")

        for title, minutes in (("Terms of reference", "10"), ("Online influence", "30")):
            walk.types("Item", title)
            walk.types("Minutes", minutes)
            walk.press("Add it")
            walk.sees("The item is on the agenda", title)

        walk.press("Put the review of actions on it")
        walk.sees("The review of actions is on the agenda")
        walk.follow("The meeting’s page")

    def and_it_is_called(self) -> None:
        walk = self.coordinator
        walk.open(f"{self.meeting}call/")
        walk.arrives("Call the meeting")
        walk.sees("3 of 4 people on the group will be asked by e-mail", "Ines Chair: tell them yourself")

        walk.press("Call it")

        walk.sees("The meeting is called", "Who is asked")

    def when_who_came_is_written_up(self) -> None:
        walk = self.coordinator
        walk.follow("Write it up")
        walk.arrives("Write up the meeting", title="Write up the meeting of")

        for seat in self.world.seats.values():
            walk.chooses(seat.body.name, "Present")
        walk.picks("Who chaired", "Ines Chair")
        walk.types("Began", "10.05")
        walk.press("Save what is written here")

        walk.sees("Saved: who came and who chaired and when it sat")

    def and_the_first_decision_is_procedural(self) -> None:
        walk, item = self.coordinator, self.item("1. Terms of reference")
        walk.types("What was said", "The terms were read through", within=item)
        walk.unfold("Record a decision", within=item)
        walk.types("What was decided", "Keep the terms as they are", within=item)
        walk.chooses("What kind of decision it is", "Procedural: minutes, noting, dates", within=item)
        walk.press("Save what is written here, at item 1", within=item)

        walk.sees("Saved: the minutes of item 1 and a decision at item 1", "Keep the terms as they are")

    def then_a_delivery_decision_without_its_third_reason_is_refused_and_nothing_is_lost(self) -> None:
        walk, item = self.coordinator, self.item("2. Online influence")
        walk.types("What was said", NOTES, within=item)
        walk.unfold("Record a decision", within=item)
        walk.types("What was decided", AGREED, within=item)
        walk.chooses("What kind of decision it is", "Delivery: needs a Security Threat Check", within=item)
        for answer in item.locator(".dr-answer").all():
            answer.get_by_role("radio", name="Yes").check()
        walk.types("Reason for the first answer", REASON, within=item)
        walk.types("Reason for the second answer", "Two schools, no names", within=item)
        walk.unfold("Record an action", within=item)
        walk.types("What is to be done", "Book both workshops", within=item)
        walk.picks("Body that owns it", self.world.seats["police"].body.name, within=item)
        walk.types("Due", typed(today() + timedelta(days=60)), within=item)
        walk.picks("Follows from", "The decision written above", within=item)
        walk.press("Save what is written here, at item 2", within=item)

        walk.is_told(
            "Some of it is not saved yet",
            "Give a reason for the third answer",
            "An action at item 2. The decision written above is not recorded, so nothing can follow from it yet",
        )
        item = self.item("2. Online influence")
        for label, words in (
            ("What was said", NOTES),
            ("What was decided", AGREED),
            ("Reason for the first answer", REASON),
            ("Reason for the second answer", "Two schools, no names"),
            ("What is to be done", "Book both workshops"),
        ):
            assert walk.field(label, item).input_value() == words

    def and_it_is_recorded_with_its_action_once_the_reason_is_given(self) -> None:
        walk, item = self.coordinator, self.item("2. Online influence")
        walk.types("Reason for the third answer", "Parents asked for it", within=item)
        walk.press("Save what is written here, at item 2", within=item)
        walk.sees("a decision at item 2", AGREED, "Book both workshops")

        item = self.item("3. Review of actions")
        walk.types("What was said", "Nothing was open", within=item)
        walk.press("Save what is written here, at item 3", within=item)
        walk.sees("the minutes of item 3")

        walk.follow("The meeting’s page, and what is still missing")
        walk.sees("Nothing stands in the way", "The chair clears them", AGREED)

    def when_the_chair_clears_the_minutes(self) -> None:
        walk = self.chair
        walk.open(self.meeting)
        walk.follow("Clear the minutes")
        walk.arrives("Clear the minutes")
        walk.press("Clear the minutes")

        walk.sees("The minutes are cleared and the record is locked", "Nothing here can be changed")

    def then_nothing_can_be_changed(self) -> None:
        walk = self.coordinator
        walk.open(f"{self.meeting}write-up/")
        walk.sees("The chair has cleared these minutes, so they are locked")
        walk.open(f"{self.meeting}agenda/")
        walk.sees("The chair has cleared these minutes, so they are locked")
        assert walk.page.get_by_role("button", name="Add it").count() == 0

    def and_the_findings_show_it(self) -> None:
        walk = self.coordinator
        walk.open(f"/{self.world.area.slug}/assurance/findings/toolkit-2024/1/")
        walk.arrives("1 Multi-agency partnership group")
        walk.sees("The group meets as often as is expected of this area", "M-2", within=walk.page.locator("#g2"))
        walk.sees("The records show Met", "1 of 1", within=walk.page.locator("#g4"))

    def and_pack_and_minutes_can_be_taken_away(self) -> None:
        walk = self.coordinator
        walk.open(self.meeting)

        for words, begins in (("(PDF)", b"%PDF-"), ("(Word)", b"PK")):
            assert walk.takes(f"Agenda and papers as one pack {words}").startswith(begins)
            assert walk.takes(f"Minutes {words}").startswith(begins)

    def item(self, title: str) -> Locator:
        page = self.coordinator.page
        return page.locator("li", has=page.get_by_role("heading", name=title, exact=True))
