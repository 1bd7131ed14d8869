"""Reads of programmes, inductions and continuing development: who delivers Prevent, who is being inducted, who did what."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from dueregard.access.viewer import Viewer
from dueregard.basics.dates import in_window
from dueregard.organisations.queries.asked import Asked
from dueregard.partnership import queries as partnership
from dueregard.partnership.rules.groups import GroupFunction, MemberRole
from dueregard.training.models import Completion, Development, Induction, InductionStep, Learner, Programme
from dueregard.training.queries.counting import that_count
from dueregard.training.queries.withdrawn import standing, stands
from dueregard.training.queries.workforce import post_holders
from dueregard.training.rules.courses import PREVENT_POST_MONTHS
from dueregard.training.rules.programme import INDUCTION_DAYS, StepKind


def programmes(viewer: Viewer) -> QuerySet[Programme]:
    """The area's programmes, newest first."""
    rows = Programme.objects.filter(area=viewer.area_id).select_related("ending", "document").prefetch_related("reviews")
    return rows.order_by("-on", "-ref")


def programmes_to_change(viewer: Viewer) -> QuerySet[Programme]:
    """The area's programmes, locked as they are fetched."""
    return Programme.objects.filter(area=viewer.area_id).select_for_update(of=("self",))


def inductions(viewer: Viewer) -> QuerySet[Induction]:
    """The area's inductions, newest first."""
    return Induction.objects.filter(area=viewer.area_id).select_related("person", "post").order_by("-on", "-ref")


def inductions_to_change(viewer: Viewer) -> QuerySet[Induction]:
    """The area's inductions, locked as they are fetched."""
    return Induction.objects.filter(area=viewer.area_id).select_for_update(of=("self",))


def developments(viewer: Viewer) -> QuerySet[Development]:
    """What those who deliver Prevent did for their development, newest first, what was withdrawn of it too."""
    return Development.objects.filter(area=viewer.area_id).select_related("person", "withdrawal").order_by("-on", "-ref")


def steps_standing(viewer: Viewer) -> QuerySet[InductionStep]:
    """The steps of inductions that nobody has withdrawn."""
    return InductionStep.objects.filter(area=viewer.area_id, withdrawal=None)


@dataclass(frozen=True, kw_only=True)
class ProgrammeSeen:
    """A programme with the day its next review is due, as it stands on a day."""

    programme: Programme
    reviews: tuple[Any, ...]  # newest first
    review_due: date | None
    ended: date | None
    is_overdue: bool

    @property
    def runs(self) -> bool:
        """Not ended; a review may be overdue."""
        return self.ended is None


def programme_rows(viewer: Viewer, *, on: date, known: date | None = None) -> list[ProgrammeSeen]:
    """Every programme begun by a day, those that run first."""
    asked = Asked(viewer=viewer, on=on, known=known or viewer.today)
    seen = [_seen(row, asked) for row in asked.rows(programmes(viewer))]
    return sorted(seen, key=lambda row: (not row.runs, row.programme.kind))


def _seen(row: Programme, asked: Asked) -> ProgrammeSeen:
    reviews = [each for each in row.reviews.all() if asked.holds(each.on, each.typed_at)]
    newest = sorted(reviews, key=lambda each: (each.on, each.typed_at), reverse=True)
    ending = getattr(row, "ending", None)
    ended = ending.on if ending is not None and asked.holds(ending.on, ending.typed_at) else None
    due = newest[0].review_due if newest else row.review_due
    is_overdue = ended is None and due is not None and due < asked.on
    return ProgrammeSeen(programme=row, reviews=tuple(newest), review_due=due, ended=ended, is_overdue=is_overdue)


@dataclass(frozen=True, kw_only=True)
class InductionSeen:
    """An induction with its steps by a day: whether the adviser was met, when it was finished, when it is due to be."""

    induction: Induction
    recorded: tuple[InductionStep, ...]  # oldest first, those withdrawn too
    steps: tuple[InductionStep, ...]  # those that count
    met: date | None
    finished: date | None
    due: date
    is_late: bool

    @property
    def is_open(self) -> bool:
        """Not finished, or the adviser not met."""
        return self.finished is None or self.met is None


def induction_rows(viewer: Viewer, *, on: date, known: date | None = None) -> list[InductionSeen]:
    """Every induction begun by a day, the open ones first and of those the oldest."""
    asked = Asked(viewer=viewer, on=on, known=known or viewer.today)
    steps: dict[Any, list[InductionStep]] = defaultdict(list)
    for step in asked.rows(InductionStep.objects.select_related("withdrawal")).order_by("on", "typed_at"):
        steps[step.induction_id].append(step)
    rows = [_inducted(row, steps[row.pk], asked) for row in asked.rows(inductions(viewer))]
    return sorted(rows, key=lambda row: (not row.is_open, row.induction.on if row.is_open else date.max - (row.induction.on - date.min)))


def _inducted(row: Induction, recorded: list[InductionStep], asked: Asked) -> InductionSeen:
    steps = [step for step in recorded if stands(asked, step)]
    met = next((step.on for step in steps if step.kind == StepKind.ADVISER), None)
    finished = next((step.on for step in steps if step.kind == StepKind.FINISH), None)
    due = row.on + timedelta(days=INDUCTION_DAYS)
    is_late = (finished or asked.on) > due
    return InductionSeen(induction=row, recorded=tuple(recorded), steps=tuple(steps), met=met, finished=finished, due=due, is_late=is_late)


@dataclass(frozen=True, kw_only=True)
class Deliverer:
    """Somebody who delivers Prevent on a day: as what, when they last trained, what they did for their development in the year to it."""

    person: Any
    roles: tuple[str, ...]
    lately: tuple[Development, ...]
    last: date | None
    in_post: bool  # holds a Prevent-specific post, so that their training is to be refreshed every two years
    learner: str  # their reference in the workforce kept here; empty where they are not in it
    trained: date | None

    def is_trained(self, on: date) -> bool:
        """Whether their training is no older than two years."""
        return self.trained is not None and in_window(self.trained, until=on, months=PREVENT_POST_MONTHS)

    @property
    def hours(self) -> Decimal:
        """The hours said of it."""
        return sum((row.hours for row in self.lately if row.hours), Decimal())


def deliverers(viewer: Viewer, *, on: date) -> list[Deliverer]:
    """Holders of Prevent-specific posts and everybody on the Channel panel, chair and deputy included, by name."""
    asked = Asked(viewer=viewer, on=on, known=viewer.today)
    people: dict[Any, Any] = {}
    roles: dict[Any, list[str]] = defaultdict(list)
    holders = post_holders(asked)
    for holding in holders:
        people[holding.person_id] = holding.person
        roles[holding.person_id].append(holding.post.title)
    for seat in _panel(viewer, on=on):
        people[seat.person_id] = seat.person
        roles[seat.person_id].append(_panel_words(seat))
    logged: dict[Any, list[Development]] = defaultdict(list)
    for row in standing(asked, developments(viewer)):
        logged[row.person_id].append(row)
    trained, held = _trained(asked, list(people)), {holding.person_id for holding in holders}
    found = [
        Deliverer(
            person=person,
            roles=tuple(dict.fromkeys(roles[key])),
            lately=tuple(row for row in logged[key] if in_window(row.on, until=on)),
            last=max((row.on for row in logged[key]), default=None),
            in_post=key in held,
            learner=trained.get(key, ("", None))[0],
            trained=trained.get(key, ("", None))[1],
        )
        for key, person in people.items()
    ]
    return sorted(found, key=lambda row: (not row.in_post, bool(row.lately), row.person.name))


def _trained(asked: Asked, people: list[UUID]) -> dict[UUID, tuple[str, date | None]]:
    """Those who are learners here: by which reference, and when they last completed anything that counts."""
    viewer, on, known = asked.viewer, asked.on, asked.known
    learners = that_count(Learner.objects.filter(area=viewer.area_id, person__in=people), viewer, on=on, known=known)
    whose = dict(learners.values_list("pk", "person_id"))
    refs = dict(learners.values_list("pk", "ref"))
    done = that_count(Completion.objects.filter(area=viewer.area_id, learner__in=list(whose)), viewer, on=on, known=known)
    last: dict[int, date] = dict(done.filter(withdrawal=None).order_by("on").values_list("learner_id", "on"))
    return {person: (refs[key], last.get(key)) for key, person in whose.items()}


def _panel(viewer: Viewer, *, on: date) -> list[Any]:
    """Who sits on a group that is the Channel panel on the day."""
    terms = partnership.function_terms(viewer).filter(function=GroupFunction.CHANNEL, on__lte=on).exclude(ending__on__lt=on)
    return list(partnership.memberships(viewer, on=on).filter(group__in=[term.group_id for term in terms]))


def _panel_words(seat: Any) -> str:
    role = MemberRole(seat.role)
    return f"{role.label if role is not MemberRole.MEMBER else 'Member'} of {seat.group.name}"
