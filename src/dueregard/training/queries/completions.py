"""Reads of completions: those that count as at a day, and those of one learner."""

from datetime import date

from django.db.models import F, Q, QuerySet

from dueregard.access.viewer import Viewer
from dueregard.training.models import Completion
from dueregard.training.queries.counting import that_count


def counted(viewer: Viewer, *, on: date, known: date) -> QuerySet[Completion]:
    """The completions that count as at a day, as far as was known on another."""
    rows = that_count(Completion.objects.filter(area=viewer.area_id), viewer, on=on, known=known)
    taken_back = Q(withdrawal__on__lte=on, withdrawal__typed_at__date__lte=known)
    return rows.exclude(taken_back).order_by("learner", "course", "on")


def completion_to_change(viewer: Viewer) -> QuerySet[Completion]:
    """The area's completions, locked for a deed."""
    return Completion.objects.filter(area=viewer.area_id).select_for_update(of=("self",))


def of_learner(viewer: Viewer, learner: str, *, course: str, on: date, came_with: str | None, without: str = "") -> Completion | None:
    """A learner's completion of a course on a day, by hand or with a file: of several, one that was not taken back.

    `without`: one that has no certificate of this digest yet.
    """
    rows = Completion.objects.filter(area=viewer.area_id, learner__ref=learner, course__ref=course, on=on, came_with__ref=came_with)
    if without:
        rows = rows.exclude(certificates__digest=without)
    return rows.order_by(F("withdrawal__on").desc(nulls_first=True), "-pk").first()
