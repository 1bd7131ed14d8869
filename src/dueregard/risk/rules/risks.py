"""The register: what a risk is of, where it plays out, and how far it has come."""

from dueregard.basics.choice import Choice


class RiskKind(Choice):
    """Of radicalisation in the area, or of the council not meeting its duty."""

    SITUATIONAL = "situational", "Situational: what may happen in the area"
    CORPORATE = "corporate", "Corporate: not meeting the duty"


class Concerns(Choice):
    """What a risk is a risk of. Never a person: a place, a service, an influence."""

    PEOPLE = "people", "People being drawn into terrorism"
    INFLUENCES = "influences", "Radicalising influences"
    BOTH = "both", "People and influences"
    DUTY = "duty", "The duty not being met"


class Setting(Choice):
    """Where a risk plays out."""

    OFFLINE = "offline", "Offline"
    ONLINE = "online", "Online"
    BOTH = "both", "Online and offline"


class RiskStatus(Choice):
    """Whether a risk stands in the register."""

    OPEN = "open", "Open"
    CLOSED = "closed", "Closed"
