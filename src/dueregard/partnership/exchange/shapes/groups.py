"""Groups in an area file."""

from dueregard.basics.part import Dated, held_in
from dueregard.partnership.exchange.shapes.pieces import End, EndBecause
from dueregard.partnership.models import FunctionTerm, Group, GroupReport, GroupTerms, Membership, Representation, Seat


@held_in(FunctionTerm)
class FunctionIn(Dated):
    """A group had a function from a day."""

    function: str
    because: str = ""
    agreed_by: str = ""
    ended: End | None = None


@held_in(GroupReport)
class ReportIn(Dated):
    """A group reported to a board from a day."""

    to_group: str | None = None
    to_board: str = ""


@held_in(GroupTerms)
class TermsIn(Dated):
    """A version became a group's terms of reference. DOC-4/2 names a version."""

    ref: str
    version: str
    quorum_members: int | None = None
    quorum_sectors: int | None = None
    quorum_required: list[str] = []
    calls_at_once: bool = False


@held_in(Seat)
class SeatIn(Dated):
    """A seat on a group."""

    ref: str
    kind: str = "sector"
    sector: str = ""
    body: str
    takes_over: str | None = None
    ended: End | None = None


@held_in(Representation)
class RepresentationIn(Dated):
    """A seat represents another, or a body without one."""

    ref: str
    seat: str
    for_seat: str | None = None
    for_body: str | None = None
    agreed: str
    ended: End | None = None


@held_in(Membership)
class MemberIn(Dated):
    """A person on a group."""

    ref: str
    person: str
    role: str
    seat: str | None = None
    post: str | None = None
    because: str = ""
    agreed_by: str = ""
    ended: End | None = None


@held_in(Group)
class GroupIn(Dated):
    """A group with what it does, its terms, its seats and its people."""

    ref: str
    name: str
    is_existing_body: bool = False
    takes_over: str | None = None
    functions: list[FunctionIn] = []
    reports: list[ReportIn] = []
    terms: list[TermsIn] = []
    seats: list[SeatIn] = []
    representations: list[RepresentationIn] = []
    members: list[MemberIn] = []
    ended: EndBecause | None = None
