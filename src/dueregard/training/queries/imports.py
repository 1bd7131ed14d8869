"""Reads of sources and imports: which there are, where each stands, what it left open."""

from dataclasses import dataclass
from datetime import timedelta

from django.db.models import Q, QuerySet

from dueregard.access.viewer import Viewer
from dueregard.training.models import Course, Import, ImportCourse, ImportSource, MissingFromRegister, RowNotTaken
from dueregard.training.queries.registers import left_already
from dueregard.training.rules.imports import ALIVE_SECONDS, AT_WORK, OVER, RowFate, Why, fate_of


def sources(viewer: Viewer) -> QuerySet[ImportSource]:
    """The area's sources of files, by name."""
    return ImportSource.objects.filter(area=viewer.area_id).select_related("body").order_by("name")


def source_to_change(viewer: Viewer) -> QuerySet[ImportSource]:
    """The area's sources, locked for a deed."""
    return ImportSource.objects.filter(area=viewer.area_id).select_for_update(of=("self",))


def imports(viewer: Viewer) -> QuerySet[Import]:
    """The area's imports, newest first."""
    return Import.objects.filter(area=viewer.area_id).select_related("source__body", "withdrawal").order_by("-pk")


def import_to_change(viewer: Viewer) -> QuerySet[Import]:
    """The area's imports, locked for a deed."""
    return Import.objects.filter(area=viewer.area_id).select_for_update(of=("self",))


def waiting(viewer: Viewer) -> list[str]:
    """The imports that somebody said to work on and nobody is working on, oldest first."""
    silent = Q(seen_at=None) | Q(seen_at__lt=viewer.now - timedelta(seconds=ALIVE_SECONDS))
    found = Import.objects.filter(silent, area=viewer.area_id, state__in=AT_WORK)
    return list(found.order_by("pk").values_list("ref", flat=True))


def is_another_alive(viewer: Viewer, import_: Import) -> bool:
    """Whether another file of the area is being worked on: one at a time, so that two never both call a row new."""
    alive = viewer.now - timedelta(seconds=ALIVE_SECONDS)
    return Import.objects.filter(area=viewer.area_id, state__in=AT_WORK, seen_at__gte=alive).exclude(pk=import_.pk).exists()


def kept_paths(viewer: Viewer) -> set[str]:
    """Where the bytes of files lie that somebody may still want."""
    return set(Import.objects.filter(area=viewer.area_id).exclude(path="").values_list("path", flat=True))


def leftovers(viewer: Viewer) -> QuerySet[Import]:
    """The imports that ended without counting and may have left rows behind."""
    return Import.objects.filter(area=viewer.area_id, state__in=OVER, done_at=None).exclude(seen_at=None).order_by("pk")


def brought_before(viewer: Viewer, import_: Import) -> Import | None:
    """The import that brought the very same file in and counts, if there is one."""
    same = Import.objects.filter(area=viewer.area_id, source=import_.source_id, digest=import_.digest, withdrawal=None)
    return same.exclude(done_at=None).exclude(pk=import_.pk).order_by("-pk").first()


@dataclass(frozen=True, kw_only=True)
class AskedCourse:
    """What a source calls a course, how often, and what was said of it."""

    words: str
    rows: int
    course: Course | None = None
    is_said: bool = False


def courses_asked(viewer: Viewer, import_: Import) -> list[AskedCourse]:
    """The courses a file names that nobody has said of its source yet, the most frequent first."""
    told: dict[str, int] = import_.asks.get("courses", {})
    said = set(ImportCourse.objects.filter(area=viewer.area_id, source=import_.source_id).values_list("words", flat=True))
    asked = [AskedCourse(words=words, rows=rows) for words, rows in told.items() if words not in said]
    return sorted(asked, key=lambda one: (-one.rows, one.words))


def not_taken(viewer: Viewer, import_: Import) -> QuerySet[RowNotTaken]:
    """The rows of a file that were not taken, in its order."""
    return RowNotTaken.objects.filter(area=viewer.area_id, came_with=import_).order_by("line", "pk")


def doubts(viewer: Viewer, import_: Import, *, most: int) -> list[RowNotTaken]:
    """The rows of which only name and team say whose they are, each person once."""
    rows = not_taken(viewer, import_).filter(fate=RowFate.AMBIGUOUS, why=Why.LOOKS_LIKE).select_related("proposed__team")
    return list({row.key: row for row in rows[: most * 4]}.values())[:most]


def by_reason(viewer: Viewer, import_: Import) -> list[tuple[Why, RowFate, int]]:
    """How many rows of a file were not taken for each reason, the most frequent first."""
    told: dict[str, int] = import_.asks.get("reasons", {})
    from_file = [(Why(why), rows) for why, rows in told.items()]
    return [(why, fate_of(why), rows) for why, rows in sorted(from_file, key=lambda one: -one[1])]


def courses_said_of(viewer: Viewer, source: ImportSource) -> QuerySet[ImportCourse]:
    """What was said of the courses a source names."""
    return ImportCourse.objects.filter(area=viewer.area_id, source=source).select_related("course").order_by("words")


def still_missing(viewer: Viewer, import_: Import) -> QuerySet[MissingFromRegister]:
    """Whom a full register did not name, and who has not left since."""
    return missing(viewer, import_).exclude(learner__in=left_already(viewer))


def missing(viewer: Viewer, import_: Import) -> QuerySet[MissingFromRegister]:
    """Whom a full register did not name."""
    found = MissingFromRegister.objects.filter(area=viewer.area_id, came_with=import_)
    return found.select_related("learner__team").order_by("learner__name", "learner__pk")


def courses_to_pick(viewer: Viewer) -> list[tuple[str, str]]:
    """The courses a source's words may mean: reference and title."""
    there = Course.objects.filter(area=viewer.area_id).order_by("title")
    return [(ref, f"{title} ({ref})") for ref, title in there.values_list("ref", "title")]


def progress(import_: Import) -> int:
    """How much of a file was read, in hundredths."""
    return min(100, import_.bytes_read * 100 // import_.size) if import_.size else 0
