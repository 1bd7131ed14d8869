"""Courses: what kinds there are, and what they teach."""

from dueregard.basics.choice import Choice


class CourseKind(Choice):
    """How a course is given."""

    GOV_UK = "gov-uk", "GOV.UK online course"
    ONLINE = "online", "Other online course"
    FACE_TO_FACE = "face-to-face", "Face to face"
    FACILITATED = "facilitated", "Facilitated training"
    BRIEFING = "briefing", "Briefing"


class Subject(Choice):
    """What a course teaches; the findings read coverage by it."""

    AWARENESS = "awareness", "Awareness"
    REFERRAL = "referral", "Referral"
    IDEOLOGY = "ideology", "Ideology"
    CHANNEL = "channel", "Channel or PMAP"
    PREVENT_POST = "prevent-post", "For Prevent-specific posts"
    VENUE = "venue", "Due diligence for venue staff"
    MEMBERS = "members", "For elected members"


class Duty(Choice):
    """Whether a requirement has to be met or is offered."""

    MANDATORY = "mandatory", "Mandatory"
    ADVISED = "advised", "Advised"


PREVENT_POST_MONTHS = 24  # toolkit section 6: refreshed at least every two years
