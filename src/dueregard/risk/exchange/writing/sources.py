"""Writing sources to a file, and what was given and asked for towards the local profile."""

from decimal import Decimal

from django.db.models import Prefetch, QuerySet

from dueregard.access.viewer import Viewer
from dueregard.risk import queries
from dueregard.risk.exchange.writing.kept import IN_ORDER, Written, by_number, kept, marked, record, ref, said
from dueregard.risk.models import LevelSet, Profile, ProfileBriefing, Reading, Source


def sources(viewer: Viewer) -> list[Written]:
    """The sources the viewer may see, the withdrawn too, each with everything known from it."""
    found = queries.sources(viewer).prefetch_related(
        Prefetch("levels", LevelSet.objects.order_by(*IN_ORDER, "level", "words")),
        Prefetch("readings", Reading.objects.order_by(*IN_ORDER, "covers_to", "covers_from", "unit", "value", "words")),
        Prefetch("prompts", queries.prompts(viewer).order_by(*IN_ORDER, "released_on", "words", "released_by")),
        Prefetch("briefings", _briefings()),
    )
    return [_source(row) for row in sorted(found, key=by_number)]


def _briefings() -> QuerySet[ProfileBriefing]:
    rows = ProfileBriefing.objects.select_related("body", "given_by")
    return rows.order_by(*IN_ORDER, "body__ref", "audience", "given_by__ref")


def _source(row: Source) -> Written:
    gone, profile = getattr(row, "withdrawal", None), getattr(row, "profile", None)
    return record(
        row,
        kind=row.kind,
        title=row.title,
        words=row.words,
        body=ref(row.body),
        person=ref(row.person),
        marking=marked(row.marking),
        profile=_profile(profile) if profile else None,
        levels=[said(one, level=one.level, words=one.words) for one in row.levels.all()],
        readings=[_reading(one) for one in row.readings.all()],
        prompts=[
            said(one, words=one.words, released_by=one.released_by, released_on=one.released_on, marking=marked(one.marking))
            for one in row.prompts.all()
        ],
        briefings=[said(one, body=ref(one.body), audience=one.audience, given_by=ref(one.given_by)) for one in row.briefings.all()],
        withdrawn=said(gone, because=gone.because) if gone else None,
    )


def _profile(row: Profile) -> Written:
    return kept({"edition": row.edition, "dated": row.dated, "held_at": row.held_at, "custodian": ref(row.custodian)})


def _reading(row: Reading) -> Written:
    return said(row, covers_from=row.covers_from, covers_to=row.covers_to, value=_plain(row.value), unit=row.unit, words=row.words)


def _plain(value: Decimal) -> int | float:
    return int(value) if value == int(value) else float(value)


def contributions(viewer: Viewer) -> list[Written]:
    """What bodies gave towards the local profile, as far as the viewer may see it."""
    return [
        record(row, what=row.what, body=row.body.ref, towards=row.towards, person=ref(row.person), marking=marked(row.marking))
        for row in sorted(queries.contributions(viewer), key=by_number)
    ]


def requests(viewer: Viewer) -> list[Written]:
    """What police were asked for, with their answers."""
    return [
        record(row, words=row.words, body=ref(row.body), answers=[said(one, words=one.words) for one in row.answers.all()])
        for row in sorted(queries.requests(viewer), key=by_number)
    ]
