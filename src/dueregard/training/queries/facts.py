"""What the findings of section 6 read: counts of people, and dated records of the programme, as at a date and known on a date."""

from collections import defaultdict
from collections.abc import Callable
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Q

from dueregard.basics.dates import day_of
from dueregard.organisations import queries as organisations
from dueregard.organisations.queries.asked import ENDING, Asked, end_of
from dueregard.organisations.rules import BodyKind
from dueregard.training.indicators import rows
from dueregard.training.models import (
    Completion,
    Development,
    Induction,
    Learner,
    Material,
    Programme,
    SettingReached,
    StaffUpdate,
    TrainingPlan,
)
from dueregard.training.queries.counting import that_count
from dueregard.training.queries.coverage import coverage
from dueregard.training.queries.returned import answering
from dueregard.training.queries.workforce import Fitting, fitting, post_holders, team_rows
from dueregard.training.rules.coverage import Coverage, Place
from dueregard.training.rules.programme import StepKind
from dueregard.training.rules.workforce import Service

Counts = dict[str, rows.Counted]


class Counting:
    """The people of an area as its findings count them."""

    def __init__(self, asked: Asked) -> None:
        self.asked = asked
        self.coverage: Coverage = coverage(asked.viewer, on=asked.on, known=asked.known)
        self.fitting: Fitting = fitting(asked)
        self.teams = team_rows(asked.viewer, on=asked.on, known=asked.known)
        self._frontline = {ref for ref, profile in self.fitting.profiles.items() if profile.is_frontline}
        self._venues = {row.team.pk for row in self.teams if row.placing and row.placing.service == Service.VENUES}

    def scope(self) -> rows.Scope:
        """The workforce by scope, and what nobody has placed."""
        force = self.coverage.workforce
        bare = sum(cell.people for place, cell in self.coverage.cells.items() if not place.profiles)
        return rows.Scope(
            inside=force.inside,
            outside=force.outside,
            unplaced=force.unplaced,
            absent=force.absent,
            teams=len(self.teams),
            teams_unplaced=tuple(row.team.name for row in self.teams if row.placing is None),
            without_profile=bare,
        )

    def everybody(self) -> Counts:
        """By subject, of everybody in scope."""
        return self._counts(lambda place: True)

    def frontline(self) -> Counts:
        """By subject, of those with a frontline profile."""
        return self._counts(lambda place: bool(place.profiles & self._frontline))

    def venues(self) -> Counts:
        """By subject, of the teams that let venues."""
        return self._counts(lambda place: place.team in self._venues)

    def _counts(self, where: Callable[[Place], bool]) -> Counts:
        found: Counts = {}
        for subject in ("awareness", "referral", "ideology", "venue"):
            people, tally = self.coverage.total(subject, where=where)
            found[subject] = rows.Counted(people=people, joining=tally.joining, has=tally.has, unasked=people - tally.all)
        return found

    def requires(self) -> list[rows.Requires]:
        """What the plans in force require, as findings tell it apart."""
        tiers = {ref: profile.tier for ref, profile in self.fitting.profiles.items()}
        names = {ref: profile.name for ref, profile in self.fitting.profiles.items()}
        return [
            rows.Requires(
                ref=each.plan,
                label=f"{each.title}, of {names.get(each.profile, 'everybody in scope')}",
                on=each.on,
                subjects=each.subjects,
                profile=each.profile,
                tier=tiers.get(each.profile, ""),
                risk=each.risk,
                is_mandatory=each.is_mandatory,
            )
            for each in self.coverage.required
        ]

    def services(self) -> list[rows.Service]:
        """The commissioned services: whose people are kept here, and what the others return."""
        here = {place.body for place in self.coverage.cells}
        answers = {row.body.pk: row for row in answering(self.asked)}
        bodies = self.asked.rows(organisations.open_bodies(self.asked.viewer, on=self.asked.on).filter(kind=BodyKind.CONTRACTOR.value))
        return [self._service(body, answers.get(body.pk), is_here=body.pk in here) for body in bodies]

    def _service(self, body: Any, answer: Any, *, is_here: bool) -> rows.Service:
        figures = tuple((subject, *pair) for subject, pair in sorted(answer.figures.items())) if answer else ()
        as_at = answer.latest.as_at if answer and answer.latest else None
        return rows.Service(ref=body.ref, label=body.name, on=as_at or body.on, is_kept_here=is_here, as_at=as_at, figures=figures)


def plans(asked: Asked) -> list[rows.TrainingPlan]:
    """The training plans; the day of an end is the first without."""
    found = asked.found(TrainingPlan.objects.all(), "ref", "title", "covers_from", "covers_to", *ENDING)
    return [
        rows.TrainingPlan(
            ref=row.ref, label=row.title, covers_from=row.covers_from, covers_to=row.covers_to, **asked.dated(row), **_before(asked, row)
        )
        for row in found
    ]


def _before(asked: Asked, row: Any) -> dict[str, Any]:
    """The last day before an end that is the first day without."""
    until = asked.until(row)
    return until | {"until": date.fromordinal(until["until"].toordinal() - 1)} if until["until"] else until


def posts(asked: Asked) -> list[rows.PostHeld]:
    """Who holds a Prevent-specific post on the day, by the post, with the days they completed anything of ours: three statements."""
    holders = post_holders(asked)
    people = [row.person_id for row in holders]
    learners = that_count(
        Learner.objects.filter(area=asked.viewer.area_id, person__in=people), asked.viewer, on=asked.on, known=asked.known
    ).values_list("pk", "person_id")
    whose: dict[int, UUID] = dict(learners)
    trained: dict[UUID, list[date]] = defaultdict(list)
    done = that_count(
        Completion.objects.filter(area=asked.viewer.area_id, learner__in=list(whose)), asked.viewer, on=asked.on, known=asked.known
    )
    withdrawn = Q(withdrawal__on__lte=asked.on, withdrawal__typed_at__lt=end_of(asked.known))
    for learner, day in done.exclude(withdrawn).values_list("learner_id", "on"):
        trained[whose[learner]].append(day)
    return [
        rows.PostHeld(
            ref=row.post.ref,
            label=row.post.title,
            on=row.on,
            typed=day_of(row.typed_at),
            is_known=row.person_id in whose.values(),
            trained=tuple(sorted(trained[row.person_id])),
        )
        for row in holders
    ]


def delivers(asked: Asked) -> list[rows.Delivers]:
    """The holders of Prevent-specific posts, by an opaque key."""
    return [
        rows.Delivers(ref=row.post.ref, label=row.post.title, on=row.on, person=asked.person(row.person.ref)) for row in post_holders(asked)
    ]


def materials(asked: Asked) -> list[rows.MaterialRow]:
    """Written information, with the days it was looked at."""
    found: dict[str, Any] = {}
    checks: dict[str, list[tuple[date, bool]]] = defaultdict(list)
    fields = ("ref", "title", "audience", "says_how_to_refer", "checks__on", "checks__typed_at", "checks__is_current")
    for row in asked.found(Material.objects.all(), *fields, *ENDING):
        found[row.ref] = row
        if asked.holds(row.checks__on, row.checks__typed_at):
            checks[row.ref].append((row.checks__on, row.checks__is_current))
    return [
        rows.MaterialRow(
            ref=row.ref,
            label=row.title,
            audience=row.audience,
            says_how_to_refer=row.says_how_to_refer,
            checks=tuple(sorted(checks[row.ref])),
            **asked.dated(row),
            **_before(asked, row),
        )
        for row in found.values()
    ]


def updates(asked: Asked) -> list[rows.Told]:
    """What staff were told."""
    return [rows.Told(ref=row.ref, label=row.title, **asked.dated(row)) for row in asked.found(StaffUpdate.objects.all(), "ref", "title")]


def programmes(asked: Asked) -> list[rows.ProgrammeRow]:
    """The programmes, each with the day its next review is due."""
    found: dict[str, Any] = {}
    due: dict[str, date | None] = {}
    fields = ("ref", "title", "kind", "review_due", "reviews__on", "reviews__typed_at", "reviews__review_due")
    for row in asked.found(Programme.objects.order_by("reviews__on", "reviews__typed_at"), *fields, *ENDING):
        found[row.ref] = row
        due.setdefault(row.ref, row.review_due)
        if asked.holds(row.reviews__on, row.reviews__typed_at):
            due[row.ref] = row.reviews__review_due
    return [
        rows.ProgrammeRow(
            ref=row.ref, label=row.title, programme=row.kind, review_due=due[row.ref], **asked.dated(row), **_before(asked, row)
        )
        for row in found.values()
    ]


def inductions(asked: Asked) -> list[rows.Inducted]:
    """Who began to deliver Prevent, by the post, with how far the induction has come."""
    found: dict[str, Any] = {}
    steps: dict[tuple[str, str], list[date]] = defaultdict(list)
    for row in asked.found(Induction.objects.all(), "ref", "post__title", "steps__on", "steps__typed_at", "steps__kind"):
        found[row.ref] = row
        if asked.holds(row.steps__on, row.steps__typed_at):
            steps[row.ref, row.steps__kind].append(row.steps__on)
    return [
        rows.Inducted(
            ref=row.ref,
            label=row.post__title or "A new officer",
            met=tuple(sorted(steps[row.ref, StepKind.ADVISER])),
            finished=min(steps[row.ref, StepKind.FINISH], default=None),
            **asked.dated(row),
        )
        for row in found.values()
    ]


def developments(asked: Asked) -> list[rows.Developed]:
    """What those who deliver Prevent did for their development; who, by an opaque key."""
    found = asked.found(Development.objects.all(), "ref", "what", "person__ref")
    return [rows.Developed(ref=row.ref, label=row.what, person=asked.person(row.person__ref), **asked.dated(row)) for row in found]


def reached(asked: Asked) -> list[rows.ReachedRow]:
    """Which settings the education programme reached."""
    found = asked.found(SettingReached.objects.all(), "setting__ref", "setting__name", "setting__kind")
    return [rows.ReachedRow(ref=row.setting__ref, label=row.setting__name, setting=row.setting__kind, **asked.dated(row)) for row in found]
