"""The tables of section 1, split by noun. What happened is a row with two dates; nothing a finding reads is overwritten."""

from dueregard.partnership.models.actions import Action, ActionDue, ActionOwner, ActionReview, ActionStep, ActionUpdate
from dueregard.partnership.models.agenda import (
    AgendaItem,
    Correction,
    Declaration,
    ItemStart,
    ItemWithdrawal,
    Minute,
    Paper,
    PaperCheck,
)
from dueregard.partnership.models.decisions import Approval, Decision, DecisionCheck, DecisionWithdrawal
from dueregard.partnership.models.groups import FunctionTerm, FunctionTermEnd, Group, GroupEnd, GroupReport
from dueregard.partnership.models.meetings import Attendance, Meeting, MeetingDate, MeetingHeld, MeetingStep, Reply
from dueregard.partnership.models.redactions import PersonMark, Redaction
from dueregard.partnership.models.registers import (
    AreaLink,
    AreaLinkDeed,
    AreaLinkEnd,
    Exchange,
    ExchangeAnswer,
    ExchangeHeard,
    ExchangeReport,
    Involvement,
    MemberBriefing,
    NilReturn,
)
from dueregard.partnership.models.seats import (
    Membership,
    MembershipEnd,
    Representation,
    RepresentationEnd,
    Seat,
    SeatEnd,
)
from dueregard.partnership.models.terms import GroupTerms

__all__ = [
    "Action",
    "ActionDue",
    "ActionOwner",
    "ActionReview",
    "ActionStep",
    "ActionUpdate",
    "AgendaItem",
    "Approval",
    "AreaLink",
    "AreaLinkDeed",
    "AreaLinkEnd",
    "Attendance",
    "Correction",
    "Decision",
    "DecisionCheck",
    "DecisionWithdrawal",
    "Declaration",
    "Exchange",
    "ExchangeAnswer",
    "ExchangeHeard",
    "ExchangeReport",
    "FunctionTerm",
    "FunctionTermEnd",
    "Group",
    "GroupEnd",
    "GroupReport",
    "GroupTerms",
    "Involvement",
    "ItemStart",
    "ItemWithdrawal",
    "Meeting",
    "MeetingDate",
    "MeetingHeld",
    "MeetingStep",
    "MemberBriefing",
    "Membership",
    "MembershipEnd",
    "Minute",
    "NilReturn",
    "Paper",
    "PaperCheck",
    "PersonMark",
    "Redaction",
    "Reply",
    "Representation",
    "RepresentationEnd",
    "Seat",
    "SeatEnd",
]
