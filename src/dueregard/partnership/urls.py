"""Addresses of section 1, below /<area>/partnership/: a list for each module of pages, /new/ before /<ref>/. No address holds a name."""

from django.urls import path

from dueregard.partnership.views import (
    action_deeds,
    actions,
    agenda,
    answer_links,
    bringing_in,
    decisions,
    exchanges,
    groups,
    links,
    meetings,
    overview,
    pictures,
    registers,
    risks,
    seats,
    sittings,
    taking_away,
    writing_up,
)

app_name = "partnership"

GROUP, MEETING, ITEM = "groups/<str:ref>", "meetings/<str:ref>", "items/<str:ref>"
ACTION, DECISION, LINK, EXCHANGE = "actions/<str:ref>", "decisions/<str:ref>", "links/<str:ref>", "exchanges/<str:ref>"

action_deeds_urls = [
    path("actions/new/", action_deeds.action_new, name="action-new"),
    path(f"{ACTION}/update/", action_deeds.action_update, name="action-update"),
    path(f"{ACTION}/review/", action_deeds.action_review, name="action-review"),
    path(f"{ACTION}/redate/", action_deeds.action_redate, name="action-redate"),
    path(f"{ACTION}/owner/", action_deeds.action_hand_over, name="action-hand-over"),
    path(f"{ACTION}/done/", action_deeds.action_finish, name="action-finish"),
    path(f"{ACTION}/drop/", action_deeds.action_drop, name="action-drop"),
    path(f"{ACTION}/open-again/", action_deeds.action_reopen, name="action-reopen"),
]
groups_urls = [
    path("groups/", groups.group_list, name="group-list"),
    path("groups/new/", groups.group_new, name="group-new"),
    path(f"{GROUP}/", groups.group, name="group"),
    path(f"{GROUP}/end/", groups.group_end, name="group-end"),
    path(f"{GROUP}/functions/", groups.function_give, name="function-give"),
    path(f"{GROUP}/functions/<str:function>/stop/", groups.function_stop, name="function-stop"),
    path(f"{GROUP}/report/", groups.group_report, name="group-report"),
    path(f"{GROUP}/terms/record/", groups.terms_record, name="terms-record"),
    path("terms/", groups.terms_list, name="terms-list"),
    path("terms/record/", groups.terms_record_for, name="terms-record"),
]
seats_urls = [
    path(f"{GROUP}/seats/new/", seats.seat_new, name="seat-new"),
    path("seats/new/", seats.seat_new_for, name="seat-new"),
    path("seats/<str:ref>/", seats.seat, name="seat"),
    path("seats/<str:ref>/end/", seats.seat_end, name="seat-end"),
    path(f"{GROUP}/representations/record/", seats.representation_record, name="representation-record"),
    path("representations/record/", seats.representation_record_for, name="representation-record"),
    path("representations/<str:ref>/end/", seats.representation_end, name="representation-end"),
    path("members/", seats.member_list, name="member-list"),
    path("members/record/", seats.member_record_for, name="member-record"),
    path(f"{GROUP}/members/record/", seats.member_record, name="member-record"),
    path("members/<str:ref>/end/", seats.member_end, name="member-end"),
]
meetings_urls = [
    path("meetings/", meetings.meeting_list, name="meeting-list"),
    path("meetings/plan/", meetings.meeting_plan_for, name="meeting-plan"),
    path(f"{GROUP}/meetings/plan/", meetings.meeting_plan, name="meeting-plan"),
    path("meetings/at-once/", meetings.meeting_at_once_for, name="meeting-at-once"),
    path(f"{GROUP}/meetings/at-once/", meetings.meeting_at_once, name="meeting-at-once"),
    path("meetings/record/", meetings.meeting_record_for, name="meeting-record"),
    path(f"{GROUP}/meetings/record/", meetings.meeting_record, name="meeting-record"),
    path(f"{MEETING}/call/", meetings.meeting_call, name="meeting-call"),
    path(f"{MEETING}/move/", meetings.meeting_move, name="meeting-move"),
    path(f"{MEETING}/reply/", meetings.meeting_reply, name="meeting-reply"),
    path(f"{MEETING}/cancel/", meetings.meeting_cancel, name="meeting-cancel"),
]
agenda_urls = [
    path(f"{MEETING}/agenda/", agenda.agenda, name="agenda"),
    path(f"{MEETING}/agenda/review/", agenda.review_add, name="review-add"),
    path(f"{MEETING}/carry-over/", agenda.carry_over, name="carry-over"),
    path(f"{ITEM}/", agenda.item, name="item"),
    path(f"{ITEM}/change/", agenda.item_alter, name="item-alter"),
    path(f"{ITEM}/move/", agenda.item_move, name="item-move"),
    path(f"{ITEM}/take-off/", agenda.item_withdraw, name="item-withdraw"),
    path(f"{ITEM}/papers/add/", agenda.paper_add, name="paper-add"),
]
sittings_urls = [
    path(f"{MEETING}/", sittings.meeting, name="meeting"),
    path(f"{MEETING}/clear/", sittings.minutes_clear, name="minutes-clear"),
    path(f"{MEETING}/approve/", sittings.minutes_approve, name="minutes-approve"),
    path(f"{MEETING}/correct/", sittings.minutes_correct, name="minutes-correct"),
]
writing_up_urls = [
    path(f"{MEETING}/write-up/", writing_up.write_up, name="write-up"),
]
taking_away_urls = [
    path(f"{MEETING}/pack.docx", taking_away.pack_docx, name="pack-docx"),
    path(f"{MEETING}/pack.pdf", taking_away.pack_pdf, name="pack-pdf"),
    path(f"{MEETING}/minutes.docx", taking_away.minutes_docx, name="minutes-docx"),
    path(f"{MEETING}/minutes.pdf", taking_away.minutes_pdf, name="minutes-pdf"),
    path(f"{MEETING}/meeting.ics", taking_away.meeting_ics, name="meeting-ics"),
]
actions_urls = [
    path("actions/", actions.action_list, name="action-list"),
    path("actions/mine/", actions.action_mine, name="action-mine"),
    path(f"{ACTION}/", actions.action, name="action"),
]
answer_links_urls = [
    path("answer-links/", answer_links.answer_link_list, name="answer-link-list"),
    path("answer-links/new/", answer_links.answer_link_new, name="answer-link-new"),
    path("answer-links/<str:ref>/revoke/", answer_links.answer_link_revoke, name="answer-link-revoke"),
]
decisions_urls = [
    path("decisions/", decisions.decision_list, name="decision-list"),
    path(f"{DECISION}/", decisions.decision, name="decision"),
    path(f"{DECISION}/check/", decisions.check_record, name="check-record"),
    path(f"{DECISION}/mistake/", decisions.decision_withdraw, name="decision-withdraw"),
]
risks_urls = [
    path(f"{DECISION}/accept-risk/", risks.decision_accept, name="decision-accept"),
    path("risks/<str:ref>/answer/", risks.risk_answer, name="risk-answer"),
    path("risks/<str:ref>/accept/", risks.risk_accept, name="risk-accept"),
]
registers_urls = [
    path("registers/", registers.register_list, name="register-list"),
    path("nil-returns/", registers.nil_list, name="nil-list"),
    path("nil-returns/record/", registers.nil_record, name="nil-record"),
    path("briefings/", registers.briefing_list, name="briefing-list"),
    path("briefings/record/", registers.briefing_record, name="briefing-record"),
    path("involvement/", registers.involvement_list, name="involvement-list"),
    path("involvement/record/", registers.involvement_record, name="involvement-record"),
]
links_urls = [
    path("links/", links.link_list, name="link-list"),
    path("links/record/", links.link_new, name="link-record"),
    path(f"{LINK}/", links.link, name="link"),
    path(f"{LINK}/record/", links.link_deed, name="link-record"),  # a gap that names the link asks what was done under it
    path(f"{LINK}/end/", links.link_end, name="link-end"),
]
exchanges_urls = [
    path("exchanges/", exchanges.exchange_list, name="exchange-list"),
    path("exchanges/record/", exchanges.exchange_new, name="exchange-record"),
    path(f"{EXCHANGE}/", exchanges.exchange, name="exchange"),
    path(f"{EXCHANGE}/record/", exchanges.exchange_record, name="exchange-record"),  # likewise: what was heard or answered
    path(f"{EXCHANGE}/report/", exchanges.exchange_report, name="exchange-report"),
]
bringing_in_urls = [
    path("bringing-in/", bringing_in.bringing_in, name="bringing-in"),
]
pictures_urls = [
    path("attendance/", pictures.attendance_for, name="attendance"),
    path(f"{GROUP}/attendance/", pictures.attendance, name="attendance"),
]
urlpatterns = [
    path("", overview.overview, name="overview"),
    *action_deeds_urls,
    *groups_urls,
    *seats_urls,
    *meetings_urls,
    *agenda_urls,
    *sittings_urls,
    *writing_up_urls,
    *taking_away_urls,
    *actions_urls,
    *answer_links_urls,
    *decisions_urls,
    *risks_urls,
    *registers_urls,
    *links_urls,
    *exchanges_urls,
    *bringing_in_urls,
    *pictures_urls,
]
