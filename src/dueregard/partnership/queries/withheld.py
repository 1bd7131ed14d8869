"""Whether something of a meeting is kept from a viewer by its marking: never what, nor how much."""

from django.db.models import Model, Q, QuerySet

from dueregard.access.viewer import Viewer
from dueregard.partnership.models import Action, AgendaItem, Correction, Decision, Minute, Paper
from dueregard.privacy.marking import Marking

HERE = Q(marking=Marking.SENSITIVE)


def holds_back(viewer: Viewer, *, meetings: list[str], group: str = "") -> bool:
    """Whether anything of these meetings, or of the group's actions, is Official-Sensitive and so kept from this viewer."""
    if viewer.reads_sensitive:
        return False
    of_area = {"area": viewer.area_id}
    kept: list[QuerySet[Model]] = [
        AgendaItem.objects.filter(HERE, **of_area, meeting__ref__in=meetings, withdrawal__isnull=True),
        Minute.objects.filter(HERE, **of_area, item__meeting__ref__in=meetings, item__withdrawal__isnull=True),
        Decision.objects.filter(HERE, **of_area, meeting__ref__in=meetings, withdrawal__isnull=True),
        Correction.objects.filter(HERE, **of_area, meeting__ref__in=meetings),
        Action.objects.filter(HERE, **of_area).filter(Q(group__ref=group) | Q(item__meeting__ref__in=meetings)),
    ]
    return holds_back_papers(viewer, meetings=meetings) or any(rows.exists() for rows in kept)


def holds_back_papers(viewer: Viewer, *, meetings: list[str]) -> bool:
    """Whether a paper of these meetings is kept from this viewer by the marking of its document or its item."""
    if viewer.reads_sensitive:
        return False
    sealed = Q(version_read__document__marking=Marking.SENSITIVE) | Q(item__marking=Marking.SENSITIVE)
    sent = Paper.objects.filter(area=viewer.area_id, item__meeting__ref__in=meetings, item__withdrawal__isnull=True)
    return sent.filter(sealed).exists()
