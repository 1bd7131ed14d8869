"""What the rows of a file are set beside: the learners of a body, what a source calls courses, whom somebody said a row to be."""

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet

from dueregard.access.scope import scope
from dueregard.access.viewer import Viewer
from dueregard.training.models import Completion, Course, ImportCourse, ImportPerson, ImportSource, Learner, LearnerLeaving, LearnerMove
from dueregard.training.queries.counting import uncounted_imports
from dueregard.training.rules.bringing_in.columns import plain
from dueregard.training.rules.bringing_in.judging import Completed
from dueregard.training.rules.bringing_in.people import SEVERAL, Known, People, as_name

AT_A_TIME = 5_000
ASKED_AT_ONCE = 500


def learners_of(viewer: Viewer, source: ImportSource, *, with_rows_of: int | None = None) -> QuerySet[Any, Any]:
    """Everybody of the body a source knows, whoever left included; not those of registers that do not count, but for one under work."""
    uncounted = [pk for pk in uncounted_imports(viewer, on=viewer.today, known=viewer.today) if pk != with_rows_of]
    leavings = LearnerLeaving.objects.filter(Q(came_with=None) | ~Q(came_with__in=uncounted), learner=OuterRef("pk"), on__lte=viewer.today)
    found = Learner.objects.filter(Q(came_with=None) | ~Q(came_with__in=uncounted), area=viewer.area_id, body=source.body_id)
    return found.annotate(has_left=Exists(leavings)).order_by("pk")


def people(viewer: Viewer, source: ImportSource, *, with_rows_of: int | None = None) -> People:
    """The learners of a body as an index that finds them by what a file says."""
    rows = learners_of(viewer, source, with_rows_of=with_rows_of)
    said = dict(ImportPerson.objects.filter(area=viewer.area_id, source=source).values_list("key", "learner"))
    found = People(_known(viewer, rows), said=said, names=lambda: _names(viewer, source, found))
    return found


def _known(viewer: Viewer, rows: QuerySet[Any, Any]) -> Iterator[Known]:
    fields = rows.values_list("pk", "number", "email", "on", "has_left")
    for pk, number, email, on, has_left in fields.iterator(chunk_size=AT_A_TIME):
        yield pk, number, email, on.toordinal(), has_left


def _names(viewer: Viewer, source: ImportSource, found: People) -> dict[tuple[str, str], int]:
    """By name and team: the place of the one learner who has both. Asked for only by a file that needs it."""
    with scope(viewer):
        return _names_in_scope(viewer, source, found)


def _names_in_scope(viewer: Viewer, source: ImportSource, found: People) -> dict[tuple[str, str], int]:
    place = {found.learner(number): number for number in range(len(found))}
    moved = LearnerMove.objects.filter(learner=OuterRef("pk")).order_by("-on", "-typed_at")
    rows = learners_of(viewer, source).exclude(name="").annotate(to=moved.values("team__name")[:1])
    names: dict[tuple[str, str], int] = {}
    for pk, name, team, to in rows.values_list("pk", "name", "team__name", "to").iterator(chunk_size=AT_A_TIME):
        key = (as_name(name), as_name(to or team or ""))
        names[key] = SEVERAL if key in names else place.get(pk, SEVERAL)
    return names


def courses_said(viewer: Viewer, source: ImportSource) -> dict[str, int | None]:
    """What a source calls each course; none where its rows are left out. What is called as it is here need not be said."""
    titles: dict[str, list[int]] = defaultdict(list)
    for key, title in Course.objects.filter(area=viewer.area_id).values_list("pk", "title"):
        titles[plain(title)].append(key)
    alike: dict[str, int | None] = {words: keys[0] for words, keys in titles.items() if len(keys) == 1}
    return alike | dict(ImportCourse.objects.filter(area=viewer.area_id, source=source).values_list("words", "course"))


def has_completions(viewer: Viewer, *, besides: int) -> bool:
    """Whether any completion is here that did not come with this import."""
    return Completion.objects.filter(area=viewer.area_id).exclude(came_with=besides).exists()


def refs_of(viewer: Viewer, learners: set[int]) -> dict[int, str]:
    """The references of these learners."""
    wanted, found = sorted(learners), dict[int, str]()
    for start in range(0, len(wanted), AT_A_TIME):
        rows = Learner.objects.filter(area=viewer.area_id, pk__in=wanted[start : start + AT_A_TIME])
        found.update(rows.values_list("pk", "ref"))
    return found


def here_already(viewer: Viewer, rows: set[Completed]) -> set[Completed]:
    """Those of these completions that are here and count."""
    uncounted = set(uncounted_imports(viewer, on=viewer.today, known=viewer.today))
    learners = sorted({learner for learner, _, _ in rows})
    there: set[Completed] = set()
    for start in range(0, len(learners), ASKED_AT_ONCE):
        found = Completion.objects.filter(area=viewer.area_id, learner__in=learners[start : start + ASKED_AT_ONCE])
        fields = found.values_list("learner", "course", "on", "came_with")
        there |= {(learner, course, on.toordinal()) for learner, course, on, came_with in fields if came_with not in uncounted}
    return there & rows
