"""Words and rules about groups: functions, seats, sectors, members, terms of reference and their quorum. Pure Python."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date

from dueregard.basics.choice import Choice
from dueregard.basics.dates import counted, listed, say


class GroupFunction(Choice):
    """What a group is there to do; one group may do several."""

    OVERSIGHT = "oversight", "Oversees Prevent delivery"
    CHANNEL = "channel", "Channel panel"
    ENVIRONMENTS = "environments", "Permissive environments forum"
    MEMBERS = "members", "Engagement of elected members"
    RISK = "risk", "Risk assessment"
    OTHER = "other", "Another purpose"


class Sector(Choice):
    """The sectors of Schedule 6 that may hold a seat; which of them are required is dated data."""

    LOCAL_AUTHORITY = "local-authority", "Local authority"
    POLICE = "police", "Police"
    EDUCATION = "education", "Education"
    HEALTH = "health", "Health"
    PROBATION = "probation", "Probation"
    PRISON = "prison", "Prison"
    OTHER = "other", "Another specified authority"


REQUIRED_SECTORS = (
    Sector.LOCAL_AUTHORITY,
    Sector.POLICE,
    Sector.EDUCATION,
    Sector.HEALTH,
    Sector.PROBATION,
)  # toolkit 1.g3; prison where there is one


class SeatKind(Choice):
    """Why a seat is at the table; only a sector's seat counts for attendance and quorum by sector."""

    SECTOR = "sector", "Holds a sector’s seat"
    INVITED = "invited", "Invited partner"
    ADVISER = "adviser", "Adviser, holds no sector"


class MemberRole(Choice):
    """What a person is on a group."""

    CHAIR = "chair", "Chair"
    CO_CHAIR = "co-chair", "Co-chair"
    DEPUTY = "deputy", "Deputy chair"
    MEMBER = "member", "Member"
    ADVISER = "adviser", "Adviser"
    SUBSTITUTE = "substitute", "Substitute"


CHAIRS = frozenset({MemberRole.CHAIR, MemberRole.CO_CHAIR})
CONFLICTING = frozenset({GroupFunction.OVERSIGHT, GroupFunction.CHANNEL})  # one person should not chair both (toolkit 1.g5)
Others = Collection[tuple[str, Collection[str]]]  # other groups somebody chairs, each with its functions
BOTH_IN_ONE = "This group oversees Prevent and is also the Channel panel, so its chair would be chair of both"
APART = "The chair of the partnership group should not also chair the Channel panel"


class Tier(Choice):
    """How high the threat and risk in the area are: it sets how often the group is expected to meet."""

    ORDINARY = "ordinary", "Ordinary"
    HIGHER = "higher", "Higher"


@dataclass(frozen=True)
class Quorum:
    """How many have to be there, as the terms of reference put it; all empty where they are silent."""

    members: int | None = None
    sectors: int | None = None
    required: frozenset[str] = frozenset()

    @property
    def is_stated(self) -> bool:
        return bool(self.members or self.sectors or self.required)

    @property
    def says(self) -> str:
        """The quorum in words."""
        parts = [counted(self.members, "member")] if self.members else []
        parts += [counted(self.sectors, "sector")] if self.sectors else []
        required = listed(sector_words(self.required))
        return ", among them ".join(filter(None, [listed(parts), required])) or "no quorum in the terms of reference"


@dataclass(frozen=True)
class Quoracy:
    """Whether a meeting was quorate, and why in words: what was missing, or the note that no quorum is set."""

    holds: bool
    says: str = ""


def sector_words(sectors: Collection[str]) -> list[str]:
    """The sectors by name, in the order of Schedule 6's list here."""
    return [sector.label.lower() for sector in Sector if sector.value in set(sectors)]


def is_quorate(quorum: Quorum | None, *, members: int, sectors: Collection[str]) -> Quoracy:
    """Whether enough members and sectors were there; without a quorum in the terms the meeting counts, with a note."""
    if quorum is None or not quorum.is_stated:
        return Quoracy(True, "no quorum is set in the terms of reference")
    short = []
    if quorum.members and members < quorum.members:
        short.append(f"{counted(members, 'member')} of the {quorum.members} needed")
    if quorum.sectors and len(set(sectors)) < quorum.sectors:
        short.append(f"{counted(len(set(sectors)), 'sector')} of the {quorum.sectors} needed")
    if absent := set(quorum.required) - set(sectors):
        short.append(f"nobody from {listed(sector_words(absent))}")
    return Quoracy(not short, listed(short))


def why_not_end(began: date, *, until: date) -> str | None:
    """The reason a term, a seat or a membership cannot end on this day: it had not begun."""
    if until < began:
        return f"It cannot end on {say(until)}: it began on {say(began)}"
    return None


def why_not_period(began: date, *, until: date | None) -> str | None:
    """The reason these two days are not a term: it would end before it starts."""
    return why_not_end(began, until=until) if until else None


def why_not_seat(kind: str, *, sector: str | None) -> str | None:
    """The reason a seat cannot carry this sector: a sector's seat needs one, an adviser's has none."""
    if kind == SeatKind.SECTOR and not sector:
        return "Choose the sector this seat holds"
    if kind != SeatKind.SECTOR and sector:
        return f"{SeatKind(kind).label}: it cannot hold a sector"
    return None


def why_not_chair(role: str, *, functions: Collection[str], other_chairs: Others) -> str | None:
    """The reason one person should not chair this group: they chair the Channel panel, or the group that oversees it (toolkit 1.g5).

    A rule of conduct: with a reason and who agreed, it may be recorded, and shows as a break while it lasts.
    """
    if role not in CHAIRS:
        return None
    if set(functions) >= CONFLICTING:
        return BOTH_IN_ONE
    other = _faced(functions, other_chairs)
    return f"This person is already chair of {other}. {APART}" if other else None


def _faced(functions: Collection[str], other_chairs: Others) -> str:
    """Of the other groups somebody chairs, one whose chair should be somebody else than the chair of a group with these functions."""
    facing = {GroupFunction.OVERSIGHT: GroupFunction.CHANNEL, GroupFunction.CHANNEL: GroupFunction.OVERSIGHT}
    wanted = {facing[GroupFunction(function)] for function in functions if function in CONFLICTING}
    return next((group for group, held in other_chairs if wanted & set(held)), "")


def why_not_give(
    function: str, *, has: Collection[str], chairs: Collection[tuple[str, Collection[tuple[str, Collection[str]]]]]
) -> str | None:
    """The reason a group should not take up this function: somebody who chairs it would be chair of both (toolkit 1.g5).

    `chairs` is who chairs it, each with the other groups they chair. A rule of conduct, as for a new chair.
    """
    if function not in CONFLICTING:
        return None
    if chairs and {*has, function} >= CONFLICTING:
        return BOTH_IN_ONE
    for name, other_chairs in chairs:
        if other := _faced([function], other_chairs):
            return f"{name} chairs this group and {other}. {APART}"
    return None


def why_not_report(group: str, *, to: str, reports_to: Mapping[str, str]) -> str | None:
    """The reason a group cannot report to another: it is itself, or the other reports to it, if only through others."""
    if to == group:
        return "A group cannot report to itself"
    above, seen = to, {to}
    while (above := reports_to.get(above, "")) and above not in seen:
        if above == group:
            return "That group reports to this one already, itself or through others: one of the two must be the parent"
        seen.add(above)
    return None


def why_not_second_chair(role: str, *, chairs: Collection[str]) -> str | None:
    """The reason a group cannot take another chair: it has one; two share it as co-chairs."""
    if role == MemberRole.CHAIR and chairs:
        return f"The group already has a chair ({listed(list(chairs))}). End that first, or record both as co-chairs"
    if role == MemberRole.CO_CHAIR and len(chairs) > 1:
        return "The group already has two co-chairs. End one of them first"
    return None


def why_not_substitute(role: str, *, seat: str | None) -> str | None:
    """The reason a substitute cannot be recorded: they stand in for a seat, so it must be named."""
    if role == MemberRole.SUBSTITUTE and not seat:
        return "Choose the seat this person stands in for"
    return None


def why_not_represent(seat: str, *, represented: str, its_sector: str | None, other_sector: str | None) -> str | None:
    """The reason one seat cannot represent another: it is itself, or of another sector."""
    if seat == represented:
        return "A seat cannot represent itself"
    if its_sector != other_sector:
        return "A seat can represent others of its own sector only"
    return None


def why_not_approve_terms(approved: date, *, review_due: date | None) -> str | None:
    """The reason terms of reference cannot be recorded as approved: their review would fall before their approval."""
    if review_due is not None and review_due <= approved:
        return f"The review is due on {say(review_due)}, which is not after the approval on {say(approved)}"
    return None
