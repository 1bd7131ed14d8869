"""Who is in the workforce, and which teams are in scope."""

from dueregard.basics.choice import Choice


class LearnerKind(Choice):
    """What somebody is to the body they learn for."""

    STAFF = "staff", "Staff"
    CONTRACTOR = "contractor", "Contractor’s staff"
    MEMBER = "member", "Elected member"
    PANEL = "panel", "Channel panel member"
    SAFEGUARDING_LEAD = "safeguarding-lead", "Designated safeguarding lead"
    VOLUNTEER = "volunteer", "Volunteer"


class Service(Choice):
    """What a team does, as far as the guidance on children’s social care and the toolkit tell teams apart."""

    SOCIAL_WORK = "social-work", "Children’s social work"
    FAMILY = "family", "Family support"
    EARLY_HELP = "early-help", "Early help"
    YOUTH = "youth", "Youth work"
    SUPPORT = "support", "Support work with children and families"
    ADULTS = "adults", "Adult social care"
    EDUCATION = "education", "Education"
    HOUSING = "housing", "Housing and homelessness"
    COMMUNITY_SAFETY = "community-safety", "Community safety"
    PUBLIC = "public", "Libraries, leisure and customer services"
    VENUES = "venues", "Venues for hire"
    OTHER = "other", "Other"


IN_BY_DEFAULT = frozenset({Service.SOCIAL_WORK, Service.FAMILY, Service.EARLY_HELP, Service.YOUTH, Service.SUPPORT})
LONG_ABSENCE_DAYS = 90  # ours: whoever has been away longer is left out of coverage, counted


class Tier(Choice):
    """Whose work a profile describes (toolkit section 6, levels of training)."""

    OPERATIONAL = "operational", "Operational"
    MANAGERIAL = "managerial", "Managerial"
    STRATEGIC = "strategic", "Strategic"


class Contact(Choice):
    """How much contact the work brings with people who may be susceptible."""

    REGULAR = "regular", "Regular contact"
    SOME = "some", "Some contact"
    NONE = "none", "No contact"
