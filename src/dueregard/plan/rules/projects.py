"""Funded projects: who pays, and how far the provider has been looked into."""

from dueregard.basics.choice import Choice


class Funder(Choice):
    """Who funds a project."""

    HOME_OFFICE = "home-office", "The Home Office"
    COUNCIL = "council", "The council"
    OTHER = "other", "Somebody else"


class DueDiligence(Choice):
    """How far the provider of a project has been looked into."""

    ASKED = "asked", "Asked for"
    PASSED = "passed", "Done, nothing against"
    CONDITIONS = "conditions", "Done, with conditions"
    REFUSED = "refused", "Done, not to be used"


class AmountKind(Choice):
    """What an amount of a project is."""

    AWARDED = "awarded", "Awarded"
    SPENT = "spent", "Spent"
