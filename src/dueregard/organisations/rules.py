"""Words and rules of areas, bodies and posts. Pure Python."""

from datetime import date

from dueregard.basics.choice import Choice


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


def why_not_end(*, began: date, ends: date) -> str | None:
    """The reason a term cannot end on a day; None if it can."""
    if ends < began:
        return "A term cannot end before it begins"
    return None


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
