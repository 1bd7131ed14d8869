"""Reads of Security Threat Checks."""

from django.db.models import QuerySet

from dueregard.access.viewer import Viewer
from dueregard.guidance.models import ThreatCheck


def threat_checks(viewer: Viewer) -> QuerySet[ThreatCheck]:
    """The checks made in the area, newest first."""
    return ThreatCheck.objects.filter(area=viewer.area_id).select_related("done_by").order_by("-on", "-ref")
