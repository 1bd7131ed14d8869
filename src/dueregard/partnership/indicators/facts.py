"""The facts of section 1 as at a date, and what several findings read from them."""

from dataclasses import dataclass

from dueregard.partnership.indicators.rows import (
    Action,
    AgendaItem,
    Area,
    Decision,
    District,
    Exchange,
    Function,
    Group,
    Holding,
    Involvement,
    Link,
    LinkDeed,
    Meeting,
    Membership,
    NilReturn,
    Post,
    Representation,
    RequiredSector,
    Seat,
    Terms,
    TierDecision,
)


@dataclass(frozen=True, kw_only=True)
class PartnershipFacts:
    """Everything section 1 reads: the area's own rows, and those of areas that serve it or came before it (`of` names them)."""

    area: Area
    tiers: tuple[TierDecision, ...] = ()
    required: tuple[RequiredSector, ...] = ()
    districts: tuple[District, ...] = ()
    groups: tuple[Group, ...] = ()
    functions: tuple[Function, ...] = ()
    terms: tuple[Terms, ...] = ()
    seats: tuple[Seat, ...] = ()
    members: tuple[Membership, ...] = ()
    representations: tuple[Representation, ...] = ()
    meetings: tuple[Meeting, ...] = ()
    agenda: tuple[AgendaItem, ...] = ()
    decisions: tuple[Decision, ...] = ()
    nil_returns: tuple[NilReturn, ...] = ()
    strategic_posts: tuple[Post, ...] = ()
    holdings: tuple[Holding, ...] = ()
    involvements: tuple[Involvement, ...] = ()
    links: tuple[Link, ...] = ()
    link_deeds: tuple[LinkDeed, ...] = ()
    exchanges: tuple[Exchange, ...] = ()
    actions: tuple[Action, ...] = ()
