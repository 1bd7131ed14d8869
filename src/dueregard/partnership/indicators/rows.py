"""The rows a finding of section 1 reads: each carries the day it happened (`on`) and the day it was typed (`typed`)."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from dueregard.guidance.indicator.rows import Action as Action
from dueregard.guidance.indicator.rows import Area as Area
from dueregard.guidance.indicator.rows import Check as Check
from dueregard.guidance.indicator.rows import Due as Due
from dueregard.guidance.indicator.rows import Period as Period
from dueregard.guidance.indicator.rows import Row as Row
from dueregard.partnership.rules.decisions import DecisionKind
from dueregard.partnership.rules.groups import Quorum, SeatKind, Tier
from dueregard.partnership.rules.meetings import MeetingKind, Presence


@dataclass(frozen=True, kw_only=True)
class Group(Period):
    """A group, from the day it began. The label is its name."""

    kind: str = "group"
    is_existing_body: bool = False  # not made for Prevent: its terms have to name it
    succeeds: tuple[str, ...] = ()  # refs of the groups whose history it inherits


@dataclass(frozen=True, kw_only=True)
class Function(Period):
    """A group has a function from a day to a day (rules.groups.GroupFunction)."""

    kind: str = "group"
    group: str
    function: str


@dataclass(frozen=True, kw_only=True)
class TierDecision(Period):
    """The area's tier, a dated decision (rules.groups.Tier)."""

    kind: str = "tier"
    tier: str = Tier.ORDINARY


@dataclass(frozen=True, kw_only=True)
class RequiredSector(Period):
    """A sector that must have a seat, from a day to a day; prison only where and while there is one."""

    kind: str = "required-sector"
    sector: str


@dataclass(frozen=True, kw_only=True)
class District(Period):
    """A district council of a two-tier area, by the ref of its body. The label is its name."""

    kind: str = "body"


@dataclass(frozen=True, kw_only=True)
class Clause(Row):
    """A clause of the terms as somebody read it (`on`): what it covers (documents.rules.ClauseTopic) and where it stands."""

    kind: str = "clause"
    covers: str
    place: str
    read_by: str = ""


@dataclass(frozen=True, kw_only=True)
class Terms(Row):
    """One approved edition of a group's terms of reference; `on` is the day of approval."""

    kind: str = "terms"
    group: str
    review_due: date | None = None
    quorum: Quorum | None = None
    clauses: tuple[Clause, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Seat(Period):
    """A place at the table. The label is the body that sits there."""

    kind: str = "seat"
    group: str
    body: str = ""  # its ref
    seat_kind: str = SeatKind.SECTOR
    sector: str = ""
    district: str = ""  # ref of the district's body, where it is a district's seat
    succeeds: tuple[str, ...] = ()  # refs of seats (of this or a preceding group) whose attendance it inherits


@dataclass(frozen=True, kw_only=True)
class Membership(Period):
    """A person on a group in a role, from a day to a day. The label is their post, never their name; `person` is an opaque key."""

    kind: str = "member"
    group: str
    person: str
    role: str
    seat: str = ""


@dataclass(frozen=True, kw_only=True)
class Representation(Period):
    """A recorded agreement that one seat represents another seat, or a district without one (`represents`: its ref)."""

    kind: str = "representation"
    seat: str
    represents: str


@dataclass(frozen=True)
class Attendance:
    """How one seat stood at a meeting, and who sat there (an opaque key, empty if only the seat was noted)."""

    seat: str
    presence: str = Presence.PRESENT
    person: str = ""
    typed: date | None = None

    @property
    def attended(self) -> bool:
        return self.presence in {Presence.PRESENT, Presence.SUBSTITUTE}


@dataclass(frozen=True, kw_only=True)
class Meeting(Row):
    """A meeting; `on` is the day it is for, or took place. The other days are None until they have happened and been typed."""

    kind: str = "meeting"
    group: str
    meeting_kind: str = MeetingKind.ORDINARY
    planned: date | None = None  # the day its date was set; None where it was only ever recorded as held
    called: date | None = None
    took_place: bool = False  # recorded as having taken place, on `on`
    attendance: tuple[Attendance, ...] = ()
    cleared: date | None = None
    approved: date | None = None
    cancelled: date | None = None


@dataclass(frozen=True, kw_only=True)
class AgendaItem(Row):
    """A record was put on a meeting's agenda on a day (`on`): the terms for review, an action, an exchange."""

    kind: str = "agenda-item"
    meeting: str
    about_kind: str
    about_ref: str


@dataclass(frozen=True, kw_only=True)
class Decision(Row):
    """A decision of a group, dated to the meeting it was taken at (or to its own day between meetings)."""

    kind: str = "decision"
    group: str
    decision_kind: str = DecisionKind.DELIVERY
    meeting: str = ""
    checks: tuple[Check, ...] = ()

    @cached_property
    def cover_in_time(self) -> Check | None:
        """A whole check made on or before it: the last such."""
        whole = (check for check in self.checks if check.is_whole and check.on <= self.on)
        return max(whole, key=lambda check: (check.on, check.ref), default=None)


@dataclass(frozen=True, kw_only=True)
class NilReturn(Row):
    """A named post (`by`) said on a day that nothing of a kind arose (rules.decisions.NilAbout)."""

    kind: str = "nil-return"
    about: str
    by: str


@dataclass(frozen=True, kw_only=True)
class Post(Period):
    """The strategic officer's post, from the day it was set up. The label is its name."""

    kind: str = "post"


@dataclass(frozen=True, kw_only=True)
class Holding(Period):
    """A person (an opaque key) held a post from a day to a day."""

    kind: str = "post-holding"
    post: str
    person: str


@dataclass(frozen=True, kw_only=True)
class Involvement(Row):
    """Something a person did as an officer: attended, approved, decided, cleared (rules.reach.InvolvementKind). The label says what."""

    kind: str = "involvement"
    person: str
    how: str


@dataclass(frozen=True, kw_only=True)
class Link(Period):
    """A link with another area, authority or network (rules.reach.LinkKind). The label says with whom."""

    kind: str = "link"
    link_kind: str


@dataclass(frozen=True, kw_only=True)
class LinkDeed(Row):
    """Something done under a link."""

    kind: str = "link-deed"
    link: str


@dataclass(frozen=True, kw_only=True)
class Exchange(Row):
    """An exchange with a community organisation: whether what was heard is written down, when it was answered, when the group was told."""

    kind: str = "exchange"
    organisation: str
    heard: bool = False
    answered: date | None = None
    reported: date | None = None


@dataclass(frozen=True, kw_only=True)
class Briefing(Row):
    """Elected members were briefed. The label says on what."""

    kind: str = "briefing"
