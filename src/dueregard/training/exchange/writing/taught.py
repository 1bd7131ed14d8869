"""Writing courses, placings, profiles and training plans to a file."""

from collections import defaultdict
from typing import Any

from dueregard.access.viewer import Viewer
from dueregard.plan.exchange.writing.pieces import end
from dueregard.risk.exchange.writing.kept import IN_ORDER, Written, record, ref, said, seen
from dueregard.training.exchange.writing.pieces import by_ref, last_day, line
from dueregard.training.models import TeamPlacing
from dueregard.training.queries import courses as read
from dueregard.training.queries import workforce
from dueregard.training.rules.courses import Duty


def courses(viewer: Viewer) -> list[Written]:
    """The courses, each with what it teaches and what it counts as."""
    counting: dict[Any, list[Written]] = defaultdict(list)
    for row in read.equivalents(viewer).order_by(*IN_ORDER, "counts_as__ref"):
        counting[row.course_id].append(said(row, course=row.counts_as.ref))
    return [
        record(
            row,
            title=row.title,
            kind=row.kind,
            provider=row.provider,
            address=row.address,
            months=row.months,
            subjects=sorted(taught.subject for taught in row.subjects.all()),
            counts_as=counting[row.pk],
            ended=last_day(row),
        )
        for row in by_ref(read.courses(viewer))
    ]


def placings(viewer: Viewer) -> list[Written]:
    """Every placing of a team, oldest first."""
    rows = TeamPlacing.objects.filter(area=viewer.area_id).select_related("team")
    return [
        line(said(row, team=row.team.ref, service=row.service, scope="in" if row.is_in else "out", because=row.because))
        for row in rows.order_by(*IN_ORDER, "team__ref", "service", "is_in", "because")
    ]


def profiles(viewer: Viewer) -> list[Written]:
    """The role profiles, each with whom it fits."""
    fits: dict[Any, list[Written]] = defaultdict(list)
    for row in workforce.matches(viewer).order_by(*IN_ORDER, "team__ref", "job__title", "learner__ref", "ending__on", "ending__typed_at"):
        whom = {"team": ref(row.team), "job": row.job.title if row.job else None, "learner": ref(row.learner)}
        fits[row.profile_id].append(line(said(row, **whom, ended=last_day(row))))
    return [
        record(
            row,
            name=row.name,
            tier=row.tier,
            contact=row.contact,
            frontline=row.is_frontline,
            for_posts=row.fits_posts,
            fits=fits[row.pk],
            ended=last_day(row),
        )
        for row in by_ref(workforce.profiles(viewer))
    ]


def plans(viewer: Viewer) -> list[Written]:
    """The training plans, each with what it requires."""
    required: dict[Any, list[Written]] = defaultdict(list)
    for row in by_ref(read.requirements(viewer)):
        required[row.plan_id].append(_requirement(row, viewer))
    return [
        record(
            row,
            title=row.title,
            document=seen(row.document, by=viewer),
            covers_from=row.covers_from,
            covers_to=row.covers_to,
            requirements=required[row.pk],
            ended=end(row),
        )
        for row in by_ref(read.plans(viewer))
    ]


def _requirement(row: Any, viewer: Viewer) -> Written:
    return record(
        row,
        course=row.course.ref,
        profile=ref(row.profile),
        within_days=row.within_days,
        every_months=row.every_months,
        duty=None if row.duty == Duty.MANDATORY else row.duty,
        because=row.because,
        risk=seen(row.risk, by=viewer),
        line=row.line,
        ended=end(row),
    )
