"""Reads for reminders: everybody in scope who is at work, where each stands, who was reminded of what, and on what terms."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from django.db.models import Max, Q, QuerySet

from dueregard.access.viewer import Viewer
from dueregard.accounts.rules import why_not_address
from dueregard.organisations.queries.asked import Asked
from dueregard.organisations.queries.remembering import remembered
from dueregard.training.models import (
    Absence,
    Completion,
    CompletionWithdrawal,
    Learner,
    LearnerLeaving,
    LearnerMove,
    Reminder,
    ReminderRun,
    ReminderTerms,
    Requirement,
)
from dueregard.training.queries import workforce
from dueregard.training.queries.counting import uncounted_imports
from dueregard.training.queries.courses import required
from dueregard.training.rules.reminders import A_DAY, DEFAULT, Somebody, Terms, Turn, is_due, turn
from dueregard.training.rules.requirements import Required
from dueregard.training.rules.scope import away_since


def terms(viewer: Viewer) -> Terms:
    """On what terms people are reminded today: as the area said last, otherwise as we would."""
    row = ReminderTerms.objects.filter(area=viewer.area_id, on__lte=viewer.today).order_by("-on", "-typed_at").first()
    if row is None:
        return DEFAULT
    return Terms(is_on=row.is_on, ahead_days=row.ahead_days, again_days=row.again_days, most=row.most)


def terms_said(viewer: Viewer) -> QuerySet[ReminderTerms]:
    """The terms the area ever said, newest first."""
    return ReminderTerms.objects.filter(area=viewer.area_id).order_by("-on", "-typed_at")


def runs_waiting(viewer: Viewer) -> QuerySet[ReminderRun]:
    """What somebody asked to be sent now and the worker has not done yet."""
    return ReminderRun.objects.filter(area=viewer.area_id, done_at=None).order_by("typed_at")


def days_reminded(viewer: Viewer) -> list[tuple[date, int, int]]:
    """The last days on which reminders went, newest first: to how many people, and of how many people to their managers."""
    rows = Reminder.objects.filter(area=viewer.area_id).values_list("on", "is_to_manager", "learner").distinct()
    found: dict[date, list[int]] = defaultdict(lambda: [0, 0])
    for on, is_to_manager, _learner in rows.order_by("-on")[:20_000]:
        found[on][is_to_manager] += 1
    return [(on, own, theirs) for on, (own, theirs) in list(found.items())[:10]]


def everybody(viewer: Viewer, *, on: date, only: Sequence[int] | None = None, as_counted: bool = False) -> Iterator[Somebody]:
    """Everybody of a team in scope who has not left and is not away, each with their latest completions: a fixed number of statements.

    As coverage counts them, their last day is one more, and only who has been away for long is left out.
    """
    of = {} if only is None else {"learner__in": only}
    uncounted = uncounted_imports(viewer, on=on, known=viewer.today)

    def counting(rows: QuerySet[Any], **also: Any) -> QuerySet[Any]:
        return _counting(rows.filter(area=viewer.area_id, **also), uncounted, on=on)

    asked = Asked(viewer=viewer, on=on, known=viewer.today)
    fitting = workforce.fitting(asked)
    placed = dict(asked.rows(workforce.placings(viewer)).values_list("team_id", "is_in"))
    holders = workforce.holder_keys(workforce.post_holders(asked)) if fitting.has_posts else frozenset()
    moves = {
        key: (team, job)
        for key, team, job in counting(LearnerMove.objects.all(), **of)
        .order_by("on", "typed_at", "id")
        .values_list("learner", "team", "job")
    }
    left = LearnerLeaving.objects.filter(on__lt=on) if as_counted else LearnerLeaving.objects.all()
    away = Absence.objects.filter(on__lt=away_since(on)) if as_counted else Absence.objects.all()
    gone = set(counting(left, **of).values_list("learner", flat=True))
    gone |= set(counting(away.exclude(endings__on__lte=on), **of).values_list("learner", flat=True))
    courses = {course for each in required(asked) for course in each.courses}
    done = _completed(viewer, counting(Completion.objects.filter(course__in=courses), **of), on=on)
    fields = ("pk", "email", "manager", "on", "team", "job", "person")
    rows = counting(Learner.objects.all() if only is None else Learner.objects.filter(pk__in=only)).order_by("pk")
    for key, email, manager, joined, first_team, first_job, person in rows.values_list(*fields):
        team, job = moves.get(key, (first_team, first_job))
        if key not in gone and placed.get(team):
            profiles = fitting.fits.profiles(team=team, job=job, learner=key, holds_post=person in holders)
            yield Somebody(key=key, email=email, manager=manager, joined=joined, profiles=profiles, completed=tuple(done[key]))


def _counting(rows: QuerySet[Any], uncounted: list[int], *, on: date) -> QuerySet[Any]:
    """Rows that count today. When they were typed is not asked: all is known by now, and it stands in no index."""
    dated = rows.filter(on__lte=on)
    return dated.filter(Q(came_with=None) | ~Q(came_with__in=uncounted)) if uncounted else dated


def _completed(viewer: Viewer, rows: QuerySet[Any], *, on: date) -> dict[int, list[tuple[int, date]]]:
    """The latest of these completions by each learner of each course, but for those taken back: read along one index."""
    taken_back = CompletionWithdrawal.objects.filter(area=viewer.area_id, on__lte=on).values("completion")
    latest = rows.exclude(pk__in=taken_back).order_by().values("learner", "course").annotate(last=Max("on"))
    found: dict[int, list[tuple[int, date]]] = defaultdict(list)
    for learner, course, last in latest.values_list("learner", "course", "last"):
        found[learner].append((course, last))
    return found


@dataclass(frozen=True, kw_only=True)
class Message:
    """One mail: to somebody, or to their manager for everybody of theirs; each row is a learner and a requirement."""

    to: str
    is_to_manager: bool
    rows: tuple[tuple[int, str], ...]

    @property
    def learners(self) -> int:
        """How many people it is about."""
        return len({learner for learner, _ref in self.rows})


@dataclass(frozen=True, kw_only=True)
class Outlook:
    """Who would be reminded now, and why others with something due would not be."""

    people: int = 0
    managers: int = 0
    about: int = 0  # how many people have something due or overdue
    no_address: int = 0
    lately: int = 0
    ended: int = 0
    by_title: tuple[tuple[str, int], ...] = ()

    @property
    def mails(self) -> int:
        """How many mails would go, over all days."""
        return self.people + self.managers

    @property
    def days(self) -> int:
        """On how many days."""
        return -(-self.mails // A_DAY)


class Reminding:
    """Who is due to be reminded of what on a day."""

    def __init__(self, viewer: Viewer, *, on: date) -> None:
        self.viewer, self.on, self.terms = viewer, on, terms(viewer)
        self.required = [each for each in required(Asked(viewer=viewer, on=on, known=viewer.today)) if each.is_mandatory]
        self.had = _had(viewer)
        self.due: list[tuple[Somebody, list[Required]]] = []
        for who in everybody(viewer, on=on):
            wanted = [each for each in self.required if is_due(who, each, on=on, terms=self.terms)]
            if wanted:
                self.due.append((who, wanted))

    def _turns(self, who: Somebody, wanted: list[Required], *, is_to_manager: bool) -> list[tuple[Required, Turn]]:
        had = self.had
        return [
            (each, turn(had[who.key, each.courses[0], is_to_manager], since=who.last(each), on=self.on, terms=self.terms))
            for each in wanted
        ]

    @cached_property
    def messages(self) -> list[Message]:
        """The mails that are due, those to people first: one for each address, however much it is about."""
        found: dict[tuple[bool, str], list[tuple[int, str]]] = defaultdict(list)
        for is_to_manager in (False, True):
            for who, wanted in self.due:
                to = who.manager if is_to_manager else who.email
                if has_address(to):
                    turns = self._turns(who, wanted, is_to_manager=is_to_manager)
                    rows = [(who.key, each.ref) for each, now in turns if now is Turn.NOW]
                    found[is_to_manager, to] += rows
        return [Message(to=to, is_to_manager=boss, rows=tuple(rows)) for (boss, to), rows in found.items() if rows]

    def outlook(self) -> Outlook:
        """The same in numbers."""
        turns: Counter[Turn] = Counter()
        no_address, titles = 0, Counter[str]()
        for who, wanted in self.due:
            titles.update(each.title for each in wanted)
            if not has_address(who.email):
                no_address += 1
                continue
            own = {now for _each, now in self._turns(who, wanted, is_to_manager=False)}
            turns[Turn.NOW if Turn.NOW in own else Turn.LATELY if Turn.LATELY in own else Turn.ENDED] += 1
        return Outlook(
            people=sum(not message.is_to_manager for message in self.messages),
            managers=sum(message.is_to_manager for message in self.messages),
            about=len(self.due),
            no_address=no_address,
            lately=turns[Turn.LATELY],
            ended=turns[Turn.ENDED],
            by_title=tuple(sorted(titles.items())),
        )


def outlook(viewer: Viewer) -> Outlook:
    """Who would be reminded today, in numbers: worked out once for as long as nothing is recorded."""
    return remembered(viewer, ("reminders", viewer.today), lambda: Reminding(viewer, on=viewer.today).outlook())


def _had(viewer: Viewer) -> dict[tuple[int, int, bool], list[date]]:
    """The days on which each learner, or their manager, was reminded of each course."""
    found: dict[tuple[int, int, bool], list[date]] = defaultdict(list)
    rows = Reminder.objects.filter(area=viewer.area_id).values_list("learner", "requirement__course", "is_to_manager", "on")
    for learner, course, is_to_manager, on in rows:
        found[learner, course, is_to_manager].append(on)
    return found


def requirement_keys(viewer: Viewer) -> dict[str, Any]:
    """The keys of the area's requirements, by reference."""
    return dict(Requirement.objects.filter(area=viewer.area_id).values_list("ref", "pk"))


def has_address(email: str) -> bool:
    """Whether a mail can be sent there."""
    return bool(email) and why_not_address(email) is None
