"""What an assessment may rest on: the kinds of source, the national threat levels, and what must not be kept of the local profile."""

from dueregard.basics.choice import Choice


class SourceKind(Choice):
    """Where something known of the local threat comes from (toolkit section 2, figure 1)."""

    PROFILE = "profile", "Counter-terrorism local profile, by reference"
    THREAT_LEVEL = "threat-level", "National threat level"
    TREND = "trend", "Emerging trend"
    DATA = "data", "Data series"
    PARTNER = "partner", "Information from a partner"


class ThreatLevel(Choice):
    """The national threat levels, lowest first, as they are published."""

    LOW = "low", "Low"
    MODERATE = "moderate", "Moderate"
    SUBSTANTIAL = "substantial", "Substantial"
    SEVERE = "severe", "Severe"
    CRITICAL = "critical", "Critical"
