"""Reads of sources, of what is known from them, and of what was given towards the local profile."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Prefetch, Q, QuerySet

from dueregard.access.viewer import Viewer
from dueregard.basics.figures import plain
from dueregard.privacy.marking import Marking, highest, readable
from dueregard.risk.models import (
    Contribution,
    LevelSet,
    Profile,
    ProfileAnswer,
    ProfileBriefing,
    ProfileRequest,
    Prompt,
    Reading,
    Source,
    SourceWithdrawal,
)
from dueregard.risk.queries.then import by_then
from dueregard.risk.rules.sources import LevelChange, SourceKind, ThreatLevel, level_changes


def sources(viewer: Viewer) -> QuerySet[Source]:
    """The sources the viewer may see, newest first, the withdrawn too."""
    rows = Source.objects.filter(readable(viewer), area=viewer.area_id)
    return rows.select_related("body", "person", "profile__custodian__body", "withdrawal").order_by("-on", "-ref")


def standing_sources(viewer: Viewer, *, as_at: date, known: date | None = None) -> QuerySet[Source]:
    """The sources that were here on a day and not withdrawn by then."""
    known = known or max(viewer.today, as_at)
    gone = by_then(SourceWithdrawal.objects.filter(area=viewer.area_id), on=as_at, known=known)
    return by_then(sources(viewer), on=as_at, known=known).exclude(pk__in=gone.values("source"))


def sources_to_change(viewer: Viewer) -> QuerySet[Source]:
    """The sources the viewer may see, locked for a deed."""
    return Source.objects.filter(readable(viewer), area=viewer.area_id).select_for_update(of=("self",))


def withdrawn_on(source: Source) -> date | None:
    """The day a source was withdrawn, if it was."""
    return source.withdrawal.on if hasattr(source, "withdrawal") else None


def prompts(viewer: Viewer) -> QuerySet[Prompt]:
    """The released prompts the viewer may see, of sources they may see, oldest first."""
    rows = Prompt.objects.filter(readable(viewer), readable(viewer, "source__marking"), area=viewer.area_id)
    return rows.select_related("source").order_by("on", "released_on", "words")


@dataclass(frozen=True, kw_only=True)
class SourceRow:
    """A source as a list shows it: its kind, and the newest thing known from it."""

    source: Source
    kind: SourceKind
    newest: str
    withdrawn: date | None


def source_rows(viewer: Viewer, *, kind: str = "", withdrawn: bool = False) -> list[SourceRow]:
    """The sources for a list, of one kind where it is given, those withdrawn only where asked for; in a fixed number of queries."""
    rows = sources(viewer).prefetch_related(
        Prefetch("levels", LevelSet.objects.order_by("on", "typed_at")),
        Prefetch("readings", Reading.objects.order_by("covers_to", "on", "typed_at")),
    )
    rows = rows.filter(kind=kind) if kind in SourceKind.values else rows
    return [_row(row) for row in rows.filter(Q() if withdrawn else Q(withdrawal__isnull=True))]


def _row(source: Source) -> SourceRow:
    levels, readings = list(source.levels.all()), list(source.readings.all())
    newest = f"{ThreatLevel(levels[-1].level).label}" if levels else ""
    newest = f"{plain(readings[-1].value)} {readings[-1].unit}" if readings else newest
    return SourceRow(source=source, kind=SourceKind(source.kind), newest=newest, withdrawn=withdrawn_on(source))


@dataclass(frozen=True, kw_only=True)
class SourcePage:
    """One source with everything known from it that the viewer may see."""

    source: Source
    kind: SourceKind
    profile: Profile | None
    prompts: tuple[Prompt, ...]
    briefings: tuple[ProfileBriefing, ...]
    levels: tuple[LevelSet, ...]
    readings: tuple[Reading, ...]
    withdrawal: SourceWithdrawal | None

    @property
    def marking(self) -> Marking:
        """The page is as sensitive as the most sensitive thing on it."""
        return highest([self.source.marking, *(prompt.marking for prompt in self.prompts)])


def source_page(viewer: Viewer, source: Source) -> SourcePage:
    """Everything a source's page shows."""
    return SourcePage(
        source=source,
        kind=SourceKind(source.kind),
        profile=getattr(source, "profile", None),
        prompts=tuple(prompts(viewer).filter(source=source)),
        briefings=tuple(source.briefings.select_related("body", "given_by__body").order_by("-on", "body__name", "audience")),
        levels=tuple(source.levels.order_by("-on", "-typed_at")),
        readings=tuple(source.readings.order_by("covers_to", "on", "typed_at")),
        withdrawal=getattr(source, "withdrawal", None),
    )


def newest_profile(viewer: Viewer, *, as_at: date, known: date | None = None) -> Source | None:
    """The latest edition of the local profile that had been received, by the date it bears."""
    rows = standing_sources(viewer, as_at=as_at, known=known).filter(kind=SourceKind.PROFILE, profile__isnull=False)
    return rows.order_by("-profile__dated", "-on", "-ref").first()


def levels_set(viewer: Viewer, *, as_at: date, known: date | None = None) -> QuerySet[LevelSet]:
    """The national threat levels as they were set, oldest first, of sources that stand."""
    standing = standing_sources(viewer, as_at=as_at, known=known).filter(kind=SourceKind.THREAT_LEVEL)
    rows = LevelSet.objects.filter(area=viewer.area_id, source__in=standing.order_by().values("pk"))
    return by_then(rows, on=as_at, known=known or max(viewer.today, as_at)).order_by("on", "typed_at")


def threat_level(viewer: Viewer, *, as_at: date, known: date | None = None) -> tuple[LevelSet | None, list[LevelChange]]:
    """The national threat level in force on a day, and its changes up to then."""
    rows = list(levels_set(viewer, as_at=as_at, known=known).select_related("source"))
    return (rows[-1] if rows else None), level_changes([(row.on, ThreatLevel(row.level)) for row in rows])


def contributions(viewer: Viewer) -> QuerySet[Contribution]:
    """What bodies of the area gave towards the local profile, as far as the viewer may see it, newest first."""
    rows = Contribution.objects.filter(readable(viewer), area=viewer.area_id)
    return rows.select_related("body", "person").order_by("-on", "-ref")


def requests(viewer: Viewer) -> QuerySet[ProfileRequest]:
    """What police were asked for, with their answers, newest first."""
    rows = ProfileRequest.objects.filter(area=viewer.area_id).select_related("body")
    return rows.prefetch_related(Prefetch("answers", ProfileAnswer.objects.order_by("on", "typed_at"))).order_by("-on", "-ref")


def requests_to_change(viewer: Viewer) -> QuerySet[ProfileRequest]:
    """The requests to police, locked for a deed."""
    return ProfileRequest.objects.filter(area=viewer.area_id).select_for_update(of=("self",))


def source_choices(viewer: Viewer, *, on: date) -> list[tuple[str, str]]:
    """The sources that stand on a day, for a form to offer."""
    return [(row.ref, f"{row.ref}: {row.title}") for row in standing_sources(viewer, as_at=on)]
