"""Every deed of section 1 as it can be done in the house, and what the trail then says."""

from collections.abc import Callable
from datetime import time, timedelta
from typing import Any

from dueregard.access.viewer import Viewer
from dueregard.accounts.tests.people import TODAY
from dueregard.partnership import actions
from dueregard.partnership.tests.house import AHEAD, JUNE, OCTOBER, House
from dueregard.partnership.tests.stories import YES

Deed = Callable[[Viewer, House], Any]

DEEDS: dict[str, tuple[Deed, str]] = {
    "found_group": (lambda by, it: actions.found_group("Forum", by=by, on=TODAY, takes_over=it.group), "group.founded"),
    "end_group": (lambda by, it: actions.end_group(it.panel, by=by, on=TODAY, because="Merged"), "group.ended"),
    "give_function": (lambda by, it: actions.give_function(it.group, by=by, on=TODAY, function="risk"), "function.given"),
    "stop_function": (lambda by, it: actions.stop_function(it.group, by=by, on=TODAY, function="oversight"), "function.stopped"),
    "report_to": (lambda by, it: actions.report_to(it.group, by=by, on=TODAY, to_group=it.panel), "group.reports"),
    "take_terms": (lambda by, it: actions.take_terms(it.group, by=by, on=TODAY, version=it.version, quorum_members=2), "terms.taken"),
    "open_seat": (lambda by, it: actions.open_seat(it.group, by=by, on=TODAY, kind="adviser", body=it.body), "seat.opened"),
    "end_seat": (lambda by, it: actions.end_seat(it.seat, by=by, on=TODAY), "seat.ended"),
    "represent": (lambda by, it: actions.represent(it.twin, by=by, on=TODAY, agreed="Yes", for_body=it.body), "representation.agreed"),
    "end_representation": (lambda by, it: actions.end_representation(it.agreement, by=by, on=TODAY), "representation.ended"),
    "appoint": (lambda by, it: actions.appoint(it.group, by=by, on=TODAY, person=it.person, role="member"), "member.appointed"),
    "end_membership": (lambda by, it: actions.end_membership(it.membership, by=by, on=TODAY), "member.ended"),
    "plan_meeting": (lambda by, it: actions.plan_meeting(it.group, by=by, on=TODAY, day=AHEAD), "meeting.planned"),
    "write_up_meeting": (lambda by, it: actions.write_up_meeting(it.group, by=by, on=OCTOBER), "meeting.written-up"),
    "call_at_once": (
        lambda by, it: actions.call_at_once(it.group, by=by, on=TODAY, day=TODAY, because="A march"),
        "meeting.called-at-once",
    ),
    "call_meeting": (lambda by, it: actions.call_meeting(it.coming, by=by, on=TODAY), "meeting.called"),
    "move_meeting": (lambda by, it: actions.move_meeting(it.coming, by=by, on=TODAY, day=AHEAD + timedelta(days=7)), "meeting.moved"),
    "cancel_meeting": (lambda by, it: actions.cancel_meeting(it.coming, by=by, on=TODAY, because="Flood"), "meeting.cancelled"),
    "reply": (lambda by, it: actions.reply(it.coming, by=by, on=TODAY, person=it.person, answer="coming"), "meeting.replied"),
    "record_attendance": (
        lambda by, it: actions.record_attendance(it.held, by=by, came=[actions.Came(seat=it.twin, presence="absent")]),
        "attendance.recorded",
    ),
    "record_held": (lambda by, it: actions.record_held(it.today, by=by, on=TODAY, chaired_by=it.person), "meeting.held"),
    "correct_sitting": (lambda by, it: actions.correct_sitting(it.held, by=by, chaired_by=it.person), "meeting.sitting-corrected"),
    "declare_interest": (
        lambda by, it: actions.declare_interest(it.held, by=by, person=it.person, words="A governor", item=it.held_item),
        "interest.declared",
    ),
    "approve_minutes": (lambda by, it: actions.approve_minutes(it.cleared, by=by, at_meeting=it.held), "minutes.approved"),
    "correct_after_clearing": (
        lambda by, it: actions.correct_after_clearing(it.cleared, by=by, on=TODAY, words="It was nine", item=it.cleared_item),
        "minutes.corrected",
    ),
    "add_item": (lambda by, it: actions.add_item(it.coming, by=by, on=TODAY, title="New"), "item.added"),
    "take_up": (lambda by, it: actions.take_up(it.coming_items[0], by=by, on=TODAY, actions=[it.action]), "item.took-up"),
    "alter_item": (lambda by, it: actions.alter_item(it.coming_items[0], by=by, title="Newer"), "item.altered"),
    "withdraw_item": (lambda by, it: actions.withdraw_item(it.coming_items[0], by=by, on=TODAY), "item.withdrawn"),
    "reorder": (lambda by, it: actions.reorder(it.coming, by=by, order=it.coming_items[::-1]), "agenda.reordered"),
    "add_paper": (lambda by, it: actions.add_paper(it.coming_items[0], by=by, on=TODAY, version=it.version), "paper.added"),
    "start_item": (lambda by, it: actions.start_item(it.today_item, by=by, at=time(10, 5)), "item.started"),
    "write_minute": (lambda by, it: actions.write_minute(it.today_item, by=by, words="Said"), "minute.written"),
    "carry_over": (lambda by, it: actions.carry_over(it.held, by=by, on=TODAY, to=it.coming), "item.carried"),
    "record_decision": (
        lambda by, it: actions.record_decision(it.today_item, by=by, on=TODAY, words="Pay", kind="delivery", answers=YES),
        "decision.taken",
    ),
    "decide_between_meetings": (
        lambda by, it: actions.decide_between_meetings(it.group, by=by, on=TODAY, words="Pay", kind="procedural"),
        "decision.taken",
    ),
    "add_check_later": (lambda by, it: actions.add_check_later(it.decision, by=by, on=TODAY, answers=YES), "check.added"),
    "check_paper": (lambda by, it: actions.check_paper(it.paper, by=by, on=TODAY, answers=YES), "paper.checked"),
    "withdraw_decision": (
        lambda by, it: actions.withdraw_decision(it.decision, by=by, on=TODAY, because="Never taken"),
        "decision.withdrawn",
    ),
    "approve_document": (lambda by, it: actions.approve_document(it.decision, by=by, version=it.version), "document.approved"),
    "raise_action": (lambda by, it: actions.raise_action("Ring", by=by, on=TODAY, body=it.body, item=it.today_item), "action.raised"),
    "hand_over_action": (lambda by, it: actions.hand_over_action(it.action, by=by, on=TODAY, body=it.body), "action.handed-over"),
    "update_action": (lambda by, it: actions.update_action(it.action, by=by, on=TODAY, words="Well", rag="green"), "action.updated"),
    "review_action": (
        lambda by, it: actions.review_action(it.action, by=by, item=it.today_item, words="Late", due=AHEAD),
        "action.reviewed",
    ),
    "redate_action": (lambda by, it: actions.redate_action(it.action, by=by, item=it.today_item, due=AHEAD), "action.redated"),
    "finish_action": (lambda by, it: actions.finish_action(it.action, by=by, on=TODAY), "action.done"),
    "drop_action": (lambda by, it: actions.drop_action(it.action, by=by, on=TODAY, because="No need"), "action.dropped"),
    "reopen_action": (lambda by, it: actions.reopen_action(it.finished, by=by, on=TODAY, because="Not so"), "action.opened-again"),
    "nil_return": (
        lambda by, it: actions.nil_return("delivery-decisions", by=by, on=TODAY, since=JUNE, until=OCTOBER, post=it.post),
        "nil-return.made",
    ),
    "brief_members": (lambda by, it: actions.brief_members("All", by=by, on=TODAY, about="risk", post=it.post), "briefing.given"),
    "link_area": (lambda by, it: actions.link_area("Hythe", by=by, on=TODAY, kind="network"), "link.made"),
    "do_under_link": (lambda by, it: actions.do_under_link(it.link, by=by, on=TODAY, what="Trained"), "link.used"),
    "end_link": (lambda by, it: actions.end_link(it.link, by=by, on=TODAY), "link.ended"),
    "note_exchange": (lambda by, it: actions.note_exchange("Club", by=by, on=TODAY, how="Letter", body=it.body), "exchange.noted"),
    "hear": (lambda by, it: actions.hear(it.exchange, by=by, on=TODAY, words="Ask us"), "exchange.heard"),
    "answer_exchange": (lambda by, it: actions.answer_exchange(it.exchange, by=by, on=TODAY, words="We will"), "exchange.answered"),
    "report_exchange": (lambda by, it: actions.report_exchange(it.exchange, by=by, meeting=it.held), "exchange.reported"),
    "note_involvement": (
        lambda by, it: actions.note_involvement(it.person, by=by, on=TODAY, how="cleared", what="A notice"),
        "involvement.noted",
    ),
    "mark_person": (lambda by, it: actions.mark_person("decision", by=by, on=TODAY, ref=it.decision), "text.marked"),
    "redact": (lambda by, it: actions.redact("decision", by=by, on=TODAY, ref=it.decision, because="A name"), "text.redacted"),
}
ABOUT_NOBODY = {"link_area"}  # it names nothing of the area, so there is nothing of another's to reach
