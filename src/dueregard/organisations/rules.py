"""Words and rules of areas, bodies and posts. Pure Python."""

from collections.abc import Sequence
from datetime import date, timedelta

from dueregard.basics.choice import Choice
from dueregard.basics.dates import listed, say


class AreaKind(Choice):
    """The footprint of one partnership."""

    UNITARY = "unitary", "Unitary authority"
    COUNTY = "county", "County with districts"
    DISTRICT = "district", "District with a group of its own"
    TWO_COUNCILS = "two-councils", "Two councils with one team"
    JOINT = "joint", "Joint arrangement that serves other areas"
    REGIONAL = "regional", "Regional arrangement that serves other areas"
    COMBINED = "combined", "Combined authority that serves other areas"


class Nation(Choice):
    """Where the area is: some terms and routes differ."""

    ENGLAND = "england", "England"
    WALES = "wales", "Wales"


class Standing(Choice):
    """What is decided or known of an area as a whole, each with a date and a reason."""

    TIER = "tier", "Tier"
    FUNDED = "funded", "Prevent funding"
    PRISON = "prison", "A prison in the area"


class Tier(Choice):
    """How often the group is expected to meet, and the assessment to be updated."""

    ORDINARY = "ordinary", "Ordinary: at least twice a year"
    HIGHER = "higher", "Higher: at least quarterly"


STANDING_VALUES: dict[str, tuple[str, ...]] = {
    Standing.TIER: (Tier.ORDINARY, Tier.HIGHER),
    Standing.FUNDED: ("yes", "no"),
    Standing.PRISON: ("yes", "no"),
}


def value_words(standing: str, value: str) -> str:
    """What is said of the area, in the words of a page."""
    return Tier(value).label if standing == Standing.TIER else value.capitalize()


class BodyKind(Choice):
    """What kind of organisation a body is."""

    COUNTY = "county-council", "County council"
    DISTRICT = "district-council", "District council"
    UNITARY = "unitary-council", "Unitary council"
    POLICE = "police", "Police"
    HEALTH = "health", "Health body"
    EDUCATION = "education", "Education"
    PROBATION = "probation", "Probation provider"
    PRISON = "prison", "Prison or young offender institution"
    FIRE = "fire", "Fire and rescue"
    VOLUNTARY = "voluntary", "Voluntary or community organisation"
    CONTRACTOR = "contractor", "Contractor or commissioned service"
    GOVERNMENT = "government", "Government department"
    OTHER = "other", "Other"


COUNCILS = frozenset({BodyKind.COUNTY, BodyKind.DISTRICT, BodyKind.UNITARY})


class PostKind(Choice):
    """Offices of a body that the guidance speaks of."""

    PREVENT_LEAD = "prevent-lead", "Prevent lead"
    STRATEGIC_OFFICER = "strategic-officer", "Strategic officer"
    DESIGNATED_LEADER = "designated-leader", "Designated leader of a specified authority"
    PORTFOLIO_HOLDER = "portfolio-holder", "Portfolio holder"
    PREVENT_OFFICER = "prevent-officer", "Prevent officer"
    EDUCATION_OFFICER = "education-officer", "Prevent education officer"
    ADVISER = "adviser", "Home Office or DfE adviser"
    OTHER = "other", "Other post"


EARLIEST = date(1990, 1, 1)  # nothing this house keeps began before; a year typed with a slip usually does


def why_not_date(on: date, *, today: date) -> str | None:
    """The reason a day cannot be meant; None if it can. What is planned may be up to a year ahead."""
    if on < EARLIEST or on > today + timedelta(days=366):
        return f"{say(on)} cannot be right: check the year"
    return None


def why_not_end(*, began: date, ends: date) -> str | None:
    """The reason a term cannot end on a day; None if it can."""
    if ends < began:
        return f"A term cannot end before it begins, which was {say(began)}"
    return None


def why_not_named(name: str, *, there: str | None) -> str | None:
    """The reason a body cannot have a name; None if it can. `there` is the reference of a body that has it already."""
    return f"{name} is here already: {there}" if there else None


def why_not_in(body: str, on: date, *, began: date, closed: date | None) -> str | None:
    """The reason a team or a post cannot be set up in a body on a day; None if it can."""
    if on < began:
        return f"{body} has been in the area since {say(began)}: give that day or a later one"
    if closed and on > closed:
        return f"{body} closed on {say(closed)}"
    return None


def why_not_close(*, began: date, on: date, closed: date | None, held: Sequence[str]) -> str | None:
    """The reason a body cannot close on a day; None if it can. A post in it that is still held has to be left first."""
    if closed:
        return f"It closed on {say(closed)} already"
    if held:
        return f"Say first who left which post: {listed(list(held))} would still be held"
    return why_not_end(began=began, ends=on)


def why_not_set_up(kind: str, *, is_specified: bool, body: str) -> str | None:
    """The reason a body cannot have a post of a kind; None if it can. Only a specified authority designates a leader."""
    if kind == PostKind.DESIGNATED_LEADER and not is_specified:
        return f"Only a specified authority has a designated leader, and {body} is not recorded as one"
    return None


def why_not_hold(on: date, *, set_up: date, given_up: date | None, holds_already: bool) -> str | None:
    """The reason a person cannot hold a post from a day; None if they can."""
    if on < set_up:
        return f"The post was set up on {say(set_up)}: nobody can have held it before"
    if given_up and on > given_up:
        return f"The post was given up on {say(given_up)}"
    if holds_already:
        return "They hold this post then already"
    return None


def why_not_share(*, others: Sequence[str]) -> str | None:
    """The reason to think again before two hold one post; None if nobody else holds it."""
    if others:
        return f"{listed(list(others))} {'holds' if len(others) == 1 else 'hold'} this post then: say first when they left"
    return None


def why_not_give_up(*, set_up: date, on: date, given_up: date | None, is_held: bool) -> str | None:
    """The reason a post cannot be given up on a day; None if it can."""
    if given_up:
        return f"It was given up on {say(given_up)} already"
    if is_held:
        return "Somebody would still hold it: say first when they left"
    return why_not_end(began=set_up, ends=on)


SERVERS = frozenset({AreaKind.JOINT, AreaKind.REGIONAL, AreaKind.COMBINED})
# What an arrangement holds counts in the areas it serves, and a successor reads its predecessor's history: so both have to agree.
ONLY_BOTH = "Only somebody with a role in both areas can say this, and there is no such area among yours"


def why_not_serve(kind: str, *, is_itself: bool, serves_already: bool) -> str | None:
    """The reason an area cannot serve another from a day; None if it can."""
    if kind not in SERVERS:
        return "Only a joint, regional or combined arrangement serves other areas"
    if is_itself:
        return "An area cannot serve itself"
    return "It serves that area then already" if serves_already else None


def why_not_succeed(*, is_itself: bool, is_said: bool, is_reverse: bool) -> str | None:
    """The reason an area cannot take over from another; None if it can."""
    if is_itself:
        return "An area cannot take over from itself"
    if is_reverse:
        return "That area is recorded as taking over from this one"
    return "That is recorded already" if is_said else None


def why_not_say(standing: str, value: str) -> str | None:
    """The reason a value does not fit what is being said of the area; None if it does."""
    if value not in STANDING_VALUES[standing]:
        return f"{Standing(standing).label} is one of: {', '.join(STANDING_VALUES[standing])}"
    return None


RESERVED = frozenset({"sign-in", "account", "help", "static", "invitation", "area", "areas", "today", "demo"})


def why_not_call(slug: str) -> str | None:
    """The reason an area cannot have this short name in addresses; None if it can."""
    if slug in RESERVED:
        return f"An area cannot be called {slug}: that address is used for something else"
    return None
