"""The shape of section 1 in an area file: what may be written, and nothing else."""

from dueregard.basics.part import Strict
from dueregard.partnership.exchange.shapes.decisions import ActionIn, DecisionIn
from dueregard.partnership.exchange.shapes.groups import GroupIn
from dueregard.partnership.exchange.shapes.meetings import MeetingIn
from dueregard.partnership.exchange.shapes.registers import BriefingIn, ExchangeIn, InvolvementIn, LinkIn, NilIn, RedactedIn, TextIn


class Partnership(Strict):
    """The part called partnership."""

    groups: list[GroupIn] = []
    meetings: list[MeetingIn] = []
    decisions: list[DecisionIn] = []
    actions: list[ActionIn] = []
    exchanges: list[ExchangeIn] = []
    links: list[LinkIn] = []
    nil_returns: list[NilIn] = []
    briefings: list[BriefingIn] = []
    involvements: list[InvolvementIn] = []
    marked: list[TextIn] = []
    redacted: list[RedactedIn] = []
