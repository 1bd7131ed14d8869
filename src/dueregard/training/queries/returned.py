"""Reads of bodies that answer for their own people by returns: the latest figures of each, and who has not answered."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from dueregard.access.viewer import Viewer
from dueregard.basics.dates import in_window
from dueregard.organisations.queries.asked import Asked
from dueregard.organisations.rules import BodyKind
from dueregard.training.models import Return, ReturnAsk
from dueregard.training.rules.courses import Subject
from dueregard.training.rules.levels import LEVELS, Figures, Pair, Said, SaidSeen, by_level, seen, together
from dueregard.training.rules.returns import (
    RETURN_MONTHS,
    BodyStands,
    SubjectStands,
    body_stands,
    is_answer,
    state_of_ask,
    subject_stands,
)
from dueregard.training.rules.workforce import Tier


def asks(viewer: Viewer) -> QuerySet[ReturnAsk]:
    """The area's asks, oldest first, each with its body, what it is about and whether it ended."""
    rows = ReturnAsk.objects.filter(area=viewer.area_id).select_related("body__ending", "person", "ending")
    return rows.prefetch_related("subjects").order_by("as_at", "on", "typed_at")


def ask_to_change(viewer: Viewer) -> QuerySet[ReturnAsk]:
    """The area's asks, locked as they are fetched."""
    return ReturnAsk.objects.filter(area=viewer.area_id).select_for_update(of=("self",))


def returns(viewer: Viewer) -> QuerySet[Return]:
    """The area's returns with their figures; of two as at one day the later comes last, and takes the earlier one's place."""
    rows = Return.objects.filter(area=viewer.area_id).select_related("body__ending", "ask", "by_link__person")
    return rows.prefetch_related("figures").order_by("as_at", "on", "typed_at")


def subjects_of(ask: ReturnAsk) -> list[Subject]:
    """The subjects an ask is about, in their own order; all of them where it does not say."""
    wanted = {row.subject for row in ask.subjects.all()}
    return [subject for subject in Subject if not wanted or subject.value in wanted]


def answers_to(ask: ReturnAsk, sent: Sequence[Return]) -> list[Return]:
    """Those of a body's returns that answer an ask."""
    wanted = subjects_of(ask)
    return [row for row in sent if is_answer(ask.as_at, wanted, as_at=row.as_at, says=row.said, is_to_it=row.ask_id == ask.pk)]


@dataclass(frozen=True, kw_only=True)
class Answering:
    """A body that was asked, or answered: what its latest return on each subject says, as far as it is not too old to say anything."""

    body: Any
    latest: Return | None
    said: Figures  # by subject
    as_at: dict[str, date]  # of what is said, by subject
    wanted: frozenset[str]  # what it is asked about
    left_out: frozenset[str]  # of that, what its latest return did not say
    ask: ReturnAsk | None  # what is still unanswered: of several, what is due first
    stands: BodyStands = BodyStands.MISSING

    @property
    def figures(self) -> dict[str, Pair]:
        """By subject, of everybody: in scope, trained."""
        return {subject: together(said) for subject, said in self.said.items()}

    @property
    def is_missing(self) -> bool:
        """It is asked, and no return of it still says something."""
        return bool(self.wanted) and not self.said

    @property
    def is_commissioned(self) -> bool:
        """A contractor or commissioned service."""
        return str(self.body.kind) == BodyKind.CONTRACTOR

    @property
    def subjects(self) -> list[Subject]:
        """What it is asked about, and what it says without being asked."""
        return [subject for subject in Subject if subject.value in self.wanted or subject.value in self.said]

    def on_subject(self, subject: str) -> SubjectStands:
        """How it stands with a subject."""
        return subject_stands(is_said=subject in self.said, is_asked=subject in self.wanted, is_left_out=subject in self.left_out)

    def lacks(self, subject: str) -> bool:
        """Whether it was asked about a subject and nothing is known: then no total can be given."""
        return self.on_subject(subject) in {SubjectStands.MISSING, SubjectStands.UNSAID}

    def by_level(self, columns: Sequence[tuple[str, str]]) -> list[tuple[Tier, list[Pair | None]]]:
        """Level by level what it says of each column, for those who may see names; nothing where it never said it by level."""
        said = [by_level(self.said[key]) if key in self.said else {} for key, _words in columns]
        return [(level, [of.get(level.value) for of in said]) for level in LEVELS] if any(said) else []

    @property
    def lacks_some(self) -> bool:
        """Whether it was asked about some subject of which nothing is known."""
        return not self.wanted <= set(self.said)

    def seen(self, subject: str, *, names: bool) -> SaidSeen | None:
        """What is shown of what it says of a subject; nothing where it says nothing."""
        said = self.said.get(subject)
        return None if said is None else seen(said, names=names)


@dataclass(kw_only=True)
class _Told:
    """What is known of one body by the day: what it is asked, and what it sent, the oldest first."""

    body: Any = None
    asks: list[ReturnAsk] = field(default_factory=list)
    is_stopped: bool = False  # something was asked of it, and is asked no more
    sent: dict[date, Return] = field(default_factory=dict)  # as at each day the last, which takes the earlier ones' place


def answering(asked: Asked) -> list[Answering]:
    """Every body that is asked for a return or sent one by the day, by name, and has not closed: four statements."""
    told: dict[UUID, _Told] = defaultdict(_Told)
    about: dict[UUID, list[Subject]] = {}
    for ask in asked.rows(asks(asked.viewer)):
        one, about[ask.pk] = told[ask.body_id], subjects_of(ask)
        one.body = ask.body
        if _holds(asked, getattr(ask, "ending", None)):
            one.is_stopped = True
        else:
            one.asks.append(ask)
    for answer in asked.rows(returns(asked.viewer).filter(as_at__lte=asked.on)):
        told[answer.body_id].body = answer.body
        told[answer.body_id].sent[answer.as_at] = answer
    found = [(one, _answering(one, about, asked.on)) for one in told.values() if not _closed(asked, one.body)]
    still = [each for one, each in found if one.asks or each.said or not one.is_stopped]
    return sorted(still, key=lambda row: row.body.name)


def _holds(asked: Asked, end: Any) -> bool:
    return end is not None and asked.holds(end.on, end.typed_at)


def _closed(asked: Asked, body: Any) -> bool:
    """Whether a body's last day was before the day."""
    end = getattr(body, "ending", None)
    return end is not None and end.on < asked.on and asked.holds(end.on, end.typed_at)


def _answering(told: _Told, about: dict[UUID, list[Subject]], on: date) -> Answering:
    sent = list(told.sent.values())
    spoke: dict[str, Return] = {}  # of each subject, the latest return that says it, or was asked to and did not
    for answer in sent:
        wanted_then = about.get(answer.ask_id, []) if answer.ask_id else []
        spoke |= dict.fromkeys([*(subject.value for subject in wanted_then), *answer.said], answer)
    fresh = {subject: answer for subject, answer in spoke.items() if in_window(answer.as_at, until=on, months=RETURN_MONTHS)}
    said: dict[str, Said] = {subject: answer.said[subject] for subject, answer in fresh.items() if subject in answer.said}
    wanted = _wanted(told.asks, about, on)
    ask = min(_open(told.asks, about, sent), key=lambda row: row.due, default=None)
    state = state_of_ask(due=ask.due, is_answered=False, ended=None, on=on) if ask else None
    return Answering(
        body=told.body,
        latest=sent[-1] if sent else None,
        said=said,
        as_at={subject: fresh[subject].as_at for subject in said},
        wanted=wanted,
        left_out=frozenset(fresh) - frozenset(said),
        ask=ask,
        stands=body_stands(state, has_figures=bool(said), is_asked=bool(wanted)),
    )


def _wanted(asking: list[ReturnAsk], about: dict[UUID, list[Subject]], on: date) -> frozenset[str]:
    """What a body is asked about: by what was asked as at a day that still says something of today, and by the last ask however old."""
    lately = [ask for ask in asking if in_window(ask.as_at, until=on, months=RETURN_MONTHS)]
    return frozenset(subject.value for ask in [*lately, *asking[-1:]] for subject in about[ask.pk])


def _open(asking: list[ReturnAsk], about: dict[UUID, list[Subject]], sent: list[Return]) -> list[ReturnAsk]:
    """The asks that wait for an answer; a later one about the same takes an earlier one's place."""
    rows = [
        ask for number, ask in enumerate(asking) if not any(set(about[ask.pk]) <= set(about[later.pk]) for later in asking[number + 1 :])
    ]
    return [ask for ask in rows if not answers_to(ask, sent)]
