"""What a plan is agreed, ratified and referenced by, and how a partner took part in making it."""

from dueregard.basics.choice import Choice


class TookPart(Choice):
    """How a body took part in making the plan. Being given an action is not taking part."""

    CONTRIBUTION = "contribution", "Sent a contribution"
    WORKSHOP = "workshop", "Took part in a workshop on it"


class RatifiedBy(Choice):
    """Which members' body ratified the plan."""

    CABINET = "cabinet", "Cabinet"
    COMMITTEE = "committee", "A committee"
    COUNCIL = "council", "Full council"


class Referenced(Choice):
    """What kind of document the plan is referenced in."""

    CORPORATE = "corporate", "A corporate strategy or plan"
    SERVICE = "service", "A service strategy or plan"
