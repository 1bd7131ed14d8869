"""Every deed at the wrong moment, or with something impossible: refused in words, with nothing half-written."""

from collections.abc import Callable
from datetime import date, time, timedelta
from typing import Any

import pytest

from dueregard.access.viewer import Viewer
from dueregard.accounts.tests.people import TODAY
from dueregard.basics.refused import Refused
from dueregard.partnership import actions
from dueregard.partnership.tests.house import AHEAD, JUNE, MARCH, OCTOBER, House, a_house
from dueregard.partnership.tests.stories import YES, the_chair_on, the_lead_on, trail

pytestmark = pytest.mark.django_db
TOMORROW, LONG_AGO = TODAY + timedelta(days=1), date(2020, 5, 5)
Deed = Callable[[Viewer, House], Any]

GROUPS: list[tuple[str, Deed, str]] = [
    ("found", lambda by, it: actions.found_group("Forum", by=by, on=TOMORROW), "has not come yet"),
    ("found without a name", lambda by, it: actions.found_group("  ", by=by, on=TODAY), "Give the group’s name"),
    ("found for nothing known", lambda by, it: actions.found_group("Forum", by=by, on=TODAY, functions=["tea"]), "one of: oversight"),
    ("found with a ref in use", lambda by, it: actions.found_group("Forum", by=by, on=TODAY, ref=it.group), "already there"),
    ("end", lambda by, it: actions.end_group(it.panel, by=by, on=LONG_AGO, because="Merged"), "It cannot end on 5 May 2020"),
    ("give", lambda by, it: actions.give_function(it.group, by=by, on=TODAY, function="oversight"), "already has this function"),
    ("give too soon", lambda by, it: actions.give_function(it.group, by=by, on=LONG_AGO, function="risk"), "nothing of it can begin"),
    ("stop", lambda by, it: actions.stop_function(it.panel, by=by, on=TODAY, function="risk"), "does not have this function"),
    ("report to itself", lambda by, it: actions.report_to(it.group, by=by, on=TODAY, to_group=it.group), "cannot report to itself"),
    ("report to nobody", lambda by, it: actions.report_to(it.group, by=by, on=TODAY), "Say which board"),
    ("terms", lambda by, it: actions.take_terms(it.group, by=by, on=TODAY, version=it.version, quorum_members=0), "one or more"),
    ("no terms", lambda by, it: actions.take_terms(it.group, by=by, on=TODAY, version="DOC-77/1"), "There is no document DOC-77/1"),
    ("seat", lambda by, it: actions.open_seat(it.group, by=by, on=TODAY, kind="sector", body=it.body), "Choose the sector"),
    ("end a seat", lambda by, it: actions.end_seat(it.seat, by=by, on=LONG_AGO), "It cannot end"),
    ("represent itself", lambda by, it: actions.represent(it.seat, by=by, on=TODAY, agreed="So", for_seat=it.seat), "itself"),
    ("represent nobody", lambda by, it: actions.represent(it.seat, by=by, on=TODAY, agreed="So"), "Say who is represented"),
    ("end an agreement", lambda by, it: actions.end_representation(it.agreement, by=by, on=MARCH), "It cannot end"),
    (
        "a second chair",
        lambda by, it: actions.appoint(it.group, by=by, on=TODAY, person=it.person, role="chair"),
        "already has a chair",
    ),
    (
        "a substitute for no seat",
        lambda by, it: actions.appoint(it.group, by=by, on=TODAY, person=it.person, role="substitute"),
        "Choose the seat",
    ),
    ("end a membership", lambda by, it: actions.end_membership(it.membership, by=by, on=LONG_AGO), "It cannot end"),
]
MEETINGS: list[tuple[str, Deed, str]] = [
    ("plan", lambda by, it: actions.plan_meeting(it.group, by=by, on=TODAY, day=JUNE), "already past"),
    (
        "plan backwards",
        lambda by, it: actions.plan_meeting(it.group, by=by, on=TODAY, day=AHEAD, starts=time(12), ends=time(10)),
        "cannot end before it starts",
    ),
    ("write up", lambda by, it: actions.write_up_meeting(it.group, by=by, on=TOMORROW), "has not come yet"),
    ("at once", lambda by, it: actions.call_at_once(it.group, by=by, on=TODAY, day=AHEAD, because=" "), "Say why"),
    ("call", lambda by, it: actions.call_meeting(it.held, by=by, on=TODAY), "cannot be called"),
    ("move", lambda by, it: actions.move_meeting(it.held, by=by, on=TODAY, day=AHEAD), "cannot be moved"),
    ("cancel", lambda by, it: actions.cancel_meeting(it.held, by=by, on=TODAY, because="Flood"), "cannot be cancelled"),
    ("cancel silently", lambda by, it: actions.cancel_meeting(it.coming, by=by, on=TODAY, because=""), "Say why"),
    ("reply", lambda by, it: actions.reply(it.held, by=by, on=TODAY, person=it.person, answer="coming"), "Record who came"),
    (
        "attendance too soon",
        lambda by, it: actions.record_attendance(it.coming, by=by, came=[actions.Came(seat=it.seat, presence="present")]),
        "has not come yet",
    ),
    (
        "attendance when locked",
        lambda by, it: actions.record_attendance(it.cleared, by=by, came=[actions.Came(seat=it.seat, presence="absent")]),
        "locked",
    ),
    (
        "one person in two seats",
        lambda by, it: actions.record_attendance(
            it.today, by=by, came=[actions.Came(seat=seat, person=it.person, presence="present") for seat in (it.seat, it.twin)]
        ),
        "One person counts for one seat",
    ),
    ("held too soon", lambda by, it: actions.record_held(it.coming, by=by, on=AHEAD), "It can be recorded as held from that day"),
    ("held on another day", lambda by, it: actions.record_held(it.today, by=by, on=OCTOBER), "move it to that day first"),
    ("held twice", lambda by, it: actions.record_held(it.held, by=by, on=JUNE), "cannot be recorded as held"),
    ("sitting", lambda by, it: actions.correct_sitting(it.coming, by=by), "Record the meeting as held first"),
    ("interest", lambda by, it: actions.declare_interest(it.cleared, by=by, person=it.person, words="So"), "locked"),
    ("approve unlocked", lambda by, it: actions.approve_minutes(it.held, by=by, at_meeting=it.today), "cannot be approved"),
    ("approve earlier", lambda by, it: actions.approve_minutes(it.cleared, by=by, at_meeting=it.cleared), "Only a later meeting"),
    ("correct", lambda by, it: actions.correct_after_clearing(it.held, by=by, on=TODAY, words="So"), "not cleared yet"),
    ("item", lambda by, it: actions.add_item(it.cleared, by=by, on=TODAY, title="New"), "locked"),
    ("item about nothing", lambda by, it: actions.add_item(it.coming, by=by, on=TODAY, title="New", kind="action"), "Choose what"),
    ("alter", lambda by, it: actions.alter_item(it.held_item, by=by, title="New"), "its agenda stands"),
    ("withdraw", lambda by, it: actions.withdraw_item(it.held_item, by=by, on=TODAY), "its agenda stands"),
    ("reorder", lambda by, it: actions.reorder(it.coming, by=by, order=it.coming_items[:1]), "Name every item"),
    ("paper", lambda by, it: actions.add_paper(it.cleared_item, by=by, on=TODAY, version=it.version), "locked"),
    ("start", lambda by, it: actions.start_item(it.coming_items[0], by=by, at=time(10)), "has not come yet"),
    ("minute too soon", lambda by, it: actions.write_minute(it.coming_items[0], by=by, words="Said"), "has not come yet"),
    ("minute when locked", lambda by, it: actions.write_minute(it.cleared_item, by=by, words="Said"), "locked"),
    ("minute of nothing", lambda by, it: actions.write_minute(it.today_item, by=by), "Write what was said"),
    ("carry over back", lambda by, it: actions.carry_over(it.held, by=by, on=TODAY, to=it.cleared), "to a later meeting"),
    ("carry over nothing", lambda by, it: actions.carry_over(it.cleared, by=by, on=TODAY, to=it.coming), "nothing to carry over"),
]
REST: list[tuple[str, Deed, str]] = [
    (
        "decide on another day",
        lambda by, it: actions.record_decision(it.held_item, by=by, on=TODAY, words="Pay", kind="delivery"),
        "dated to it: 3 June 2026",
    ),
    (
        "decide when locked",
        lambda by, it: actions.record_decision(it.cleared_item, by=by, on=MARCH, words="Pay", kind="delivery"),
        "locked",
    ),
    (
        "check what needs none",
        lambda by, it: actions.record_decision(it.today_item, by=by, on=TODAY, words="Note", kind="procedural", answers=YES),
        "needs no Security Threat Check",
    ),
    (
        "decide before it began",
        lambda by, it: actions.decide_between_meetings(it.group, by=by, on=LONG_AGO, words="Pay", kind="delivery"),
        "was not active",
    ),
    ("check before", lambda by, it: actions.add_check_later(it.decision, by=by, on=MARCH, answers=YES), "on or after its decision"),
    ("check with nothing", lambda by, it: actions.add_check_later(it.decision, by=by, on=TODAY), "Answer the three questions"),
    ("check a paper", lambda by, it: actions.check_paper(it.paper, by=by, on=TOMORROW, answers=YES), "has not come yet"),
    ("undo", lambda by, it: actions.withdraw_decision(it.decision, by=by, on=MARCH, because="So"), "before the day it was taken"),
    ("approve nothing", lambda by, it: actions.approve_document(it.decision, by=by, version="DOC-77"), "There is no document"),
    ("raise", lambda by, it: actions.raise_action("Ring", by=by, on=TODAY, body=it.body, due=JUNE), "cannot be due"),
    ("raise of nobody", lambda by, it: actions.raise_action("Ring", by=by, on=TODAY, body="B-none"), "There is no body"),
    ("hand over", lambda by, it: actions.hand_over_action(it.finished, by=by, on=TODAY, body=it.body), "Open it again first"),
    ("update", lambda by, it: actions.update_action(it.finished, by=by, on=TODAY, words="Well"), "Open it again first"),
    ("update too soon", lambda by, it: actions.update_action(it.action, by=by, on=MARCH, words="Well"), "nothing to update"),
    ("review", lambda by, it: actions.review_action(it.action, by=by, item=it.cleared_item, words="Late"), "locked"),
    ("redate", lambda by, it: actions.redate_action(it.action, by=by, item=it.today_item, due=OCTOBER), "already"),
    ("finish", lambda by, it: actions.finish_action(it.finished, by=by, on=TODAY), "already done"),
    ("drop", lambda by, it: actions.drop_action(it.action, by=by, on=TODAY, because=""), "Say why"),
    ("reopen", lambda by, it: actions.reopen_action(it.action, by=by, on=TODAY, because="So"), "already open"),
    (
        "nil too soon",
        lambda by, it: actions.nil_return("delivery-decisions", by=by, on=TODAY, since=JUNE, until=TOMORROW, post=it.post),
        "has not ended",
    ),
    (
        "nil backwards",
        lambda by, it: actions.nil_return("delivery-decisions", by=by, on=TODAY, since=OCTOBER, until=JUNE, post=it.post),
        "cannot end",
    ),
    ("brief", lambda by, it: actions.brief_members("All", by=by, on=TOMORROW, about="risk"), "has not come yet"),
    ("link", lambda by, it: actions.link_area("Hythe", by=by, on=TODAY, kind="friend"), "The kind of link is one of"),
    ("do under a link", lambda by, it: actions.do_under_link(it.link, by=by, on=LONG_AGO, what="So"), "The link began"),
    ("end a link", lambda by, it: actions.end_link(it.link, by=by, on=LONG_AGO), "It cannot end"),
    ("exchange", lambda by, it: actions.note_exchange("Club", by=by, on=TODAY, how=""), "Say how it was"),
    ("hear", lambda by, it: actions.hear(it.exchange, by=by, on=LONG_AGO, words="So"), "too early"),
    ("answer", lambda by, it: actions.answer_exchange(it.exchange, by=by, on=LONG_AGO, words="So"), "too early"),
    ("report too soon", lambda by, it: actions.report_exchange(it.exchange, by=by, meeting=it.coming), "has not come yet"),
    ("involve", lambda by, it: actions.note_involvement(it.person, by=by, on=TODAY, how="waved", what="So"), "one of"),
    ("mark", lambda by, it: actions.mark_person("decision", by=by, on=TODAY, ref=it.decision, number=2), "no such text"),
    ("redact", lambda by, it: actions.redact("decision", by=by, on=TODAY, ref=it.decision, because=" "), "Say why"),
]


@pytest.mark.parametrize("refusals", [GROUPS, MEETINGS, REST], ids=["groups", "meetings", "decisions and registers"])
def test_a_deed_at_the_wrong_moment_is_refused_in_words(refusals: list[tuple[str, Deed, str]]) -> None:
    house = a_house()
    lead = the_lead_on(house.area)
    before = trail(house.area)

    said = {name: what_it_said(deed, lead, house) for name, deed, _ in refusals}

    assert {name: said[name] for name, _, words in refusals if words not in said[name]} == {}
    assert trail(house.area) == before


def what_it_said(deed: Deed, by: Viewer, house: House) -> str:
    try:
        deed(by, house)
    except Refused as refusal:
        return str(refusal)
    return "it was done"


def test_minutes_with_an_item_that_says_nothing_are_not_cleared() -> None:
    house = a_house()
    lead, chair = the_lead_on(house.area), the_chair_on(house.area)
    actions.record_held(house.today, by=lead, on=TODAY)

    with pytest.raises(Refused, match="1 of its items says nothing yet"):
        actions.clear_minutes(house.today, by=chair, on=TODAY)
    with pytest.raises(Refused, match=r"has not been recorded as held|cannot be cleared"):
        actions.clear_minutes(house.coming, by=chair, on=TODAY)
