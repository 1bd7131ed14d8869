"""Reads of asks for returns one by one: how each stands, what came of it, and what somebody who answers by a link is asked."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from dueregard.access.roles import Permission
from dueregard.access.viewer import Viewer
from dueregard.accounts import queries as accounts
from dueregard.accounts.rules import LinkState
from dueregard.organisations import queries as organisations
from dueregard.organisations.queries.asked import Asked
from dueregard.training.models import Learner, Return, ReturnAsk, ReturnChase
from dueregard.training.queries.returned import Answering, answering, answers_to, asks, returns, subjects_of
from dueregard.training.rules.courses import Subject
from dueregard.training.rules.levels import Figures, SaidSeen, seen
from dueregard.training.rules.returns import AskState, BodyStands, SubjectStands, state_of_ask, why_not_chase_by_mail

NOBODY = "-"  # a body is asked another way than by a link


@dataclass(frozen=True, kw_only=True)
class SubjectSeen:
    """One subject of a return as a page shows it; nothing seen where nothing is said."""

    subject: Subject
    seen: SaidSeen | None
    stands: SubjectStands = SubjectStands.SAID
    as_at: date | None = None  # where it is said in an earlier return than the body's latest


def subjects_seen(figures: Figures, *, names: bool, wanted: Sequence[Subject] = ()) -> list[SubjectSeen]:
    """What a return says, subject by subject, and what it was asked and left out."""
    return [
        SubjectSeen(subject=subject, seen=seen(figures[subject.value], names=names))
        if subject.value in figures
        else SubjectSeen(subject=subject, seen=None, stands=SubjectStands.UNSAID)
        for subject in Subject
        if subject.value in figures or subject in wanted
    ]


def body_seen(row: Answering, *, names: bool) -> list[SubjectSeen]:
    """What a body says of each subject it is asked about, or says without being asked."""
    last = row.latest.as_at if row.latest else None
    return [
        SubjectSeen(
            subject=subject,
            seen=row.seen(subject.value, names=names),
            stands=row.on_subject(subject.value),
            as_at=day if (day := row.as_at.get(subject.value)) != last else None,
        )
        for subject in row.subjects
    ]


@dataclass(frozen=True, kw_only=True)
class BodyRow:
    """A body of the list: how it stands, and how often it was chased for what is still asked of it."""

    answering: Answering
    chased: tuple[date, ...]
    seen: tuple[SubjectSeen, ...] = ()


def return_rows(viewer: Viewer) -> list[BodyRow]:
    """Every body that is asked for returns or sent one, as it stands today: by name."""
    rows = answering(Asked(viewer=viewer, on=viewer.today, known=viewer.today))
    chases = chased(viewer, [row.ask.pk for row in rows if row.ask])
    names = viewer.may(Permission.TRAINING_NAMES)
    return [
        BodyRow(answering=row, chased=tuple(chases[row.ask.pk]) if row.ask else (), seen=tuple(body_seen(row, names=names))) for row in rows
    ]


def chased(viewer: Viewer, keys: list[UUID]) -> dict[UUID, list[date]]:
    """When each of these asks was chased, oldest first."""
    found: dict[UUID, list[date]] = defaultdict(list)
    for ask, on in ReturnChase.objects.filter(area=viewer.area_id, ask__in=keys).order_by("on", "typed_at").values_list("ask", "on"):
        found[ask].append(on)
    return found


def mailed(viewer: Viewer, ask: ReturnAsk) -> date | None:
    """The day of the last e-mail about an ask: the ask itself, or a chase."""
    return ask.links.filter(area=viewer.area_id).order_by("-link__on").values_list("link__on", flat=True).first()


def to_chase(viewer: Viewer) -> list[ReturnAsk]:
    """The asks that are overdue, of a person whose e-mail address is known, and about which no e-mail went lately."""
    asking = [row.answering.ask for row in return_rows(viewer) if row.answering.stands is BodyStands.OVERDUE]
    with_address = [ask for ask in asking if ask and ask.person and ask.person.email]
    return [ask for ask in with_address if why_not_chase_by_mail(mailed(viewer, ask), on=viewer.today) is None]


def answer_to(viewer: Viewer, ask: ReturnAsk) -> Return | None:
    """The return that answers an ask: the body's latest that is as at the day asked about or a later one, and about what is asked."""
    sent = {row.as_at: row for row in returns(viewer).filter(body=ask.body_id, as_at__gte=ask.as_at)}
    return next(reversed(answers_to(ask, list(sent.values()))), None)


def answer_as_at(viewer: Viewer, ask: ReturnAsk) -> Return | None:
    """What a body sent last as at the very day asked about: an answer now would take its place."""
    return returns(viewer).filter(body=ask.body_id, as_at=ask.as_at).last()


def state_of(viewer: Viewer, ask: ReturnAsk) -> AskState:
    """How an ask stands today."""
    ending = getattr(ask, "ending", None)
    is_answered = answer_to(viewer, ask) is not None
    return state_of_ask(due=ask.due, is_answered=is_answered, ended=ending.on if ending else None, on=viewer.today)


@dataclass(frozen=True, kw_only=True)
class Answer:
    """A return that came in, and whether a later one as at the same day has taken its place."""

    answer: Return
    seen: tuple[SubjectSeen, ...]
    is_replaced: bool

    @property
    def is_by_level(self) -> bool:
        """Its people are counted by level, of one subject at least."""
        return any(row.seen and row.seen.levels for row in self.seen)


def answers_of(viewer: Viewer, *, body: UUID) -> list[Answer]:
    """What a body ever sent, newest first."""
    rows = list(returns(viewer).filter(body=body).prefetch_related("ask__subjects"))
    last, names = {row.as_at: row.pk for row in rows}, viewer.may(Permission.TRAINING_NAMES)
    return [
        Answer(answer=row, seen=tuple(subjects_seen(row.said, names=names, wanted=_wanted(row))), is_replaced=last[row.as_at] != row.pk)
        for row in reversed(rows)
    ]


def _wanted(row: Return) -> Sequence[Subject]:
    return subjects_of(row.ask) if row.ask else ()


def links_of(viewer: Viewer, ask: ReturnAsk) -> list[tuple[Any, LinkState]]:
    """The links the person asked was sent, newest first, and how each stands."""
    links = accounts.answer_links(viewer).filter(pk__in=ask.links.values("link"))
    return [(link, accounts.state_of_link(link, on=viewer.today)) for link in links]


def asks_by_link(viewer: Viewer) -> list[ReturnAsk]:
    """What is asked by the link somebody opened: nothing else of the area."""
    if viewer.link_id is None:
        return []
    return list(asks(viewer).filter(links__link=viewer.link_id, ending=None))


def said_by_link(viewer: Viewer, ask: ReturnAsk) -> Return | None:
    """What came back by this very link, last."""
    return returns(viewer).filter(ask=ask, by_link=viewer.link_id).last() if viewer.link_id else None


@dataclass(frozen=True, kw_only=True)
class ToAsk:
    """A body that can be asked, whom of it, who was asked last, and whether its people's own records are here."""

    body: Any
    people: tuple[Any, ...]
    last: str  # the person asked last
    has_records: bool
    is_asked: bool  # it is asked or answered by return already


def people_of(viewer: Viewer, body: UUID) -> list[Any]:
    """The people of a body today, by name."""
    rows = organisations.people_at(viewer, on=viewer.today)
    return [row.person for row in rows if row.body is not None and row.body.pk == body]


def bodies_to_ask(viewer: Viewer) -> list[ToAsk]:
    """Every body there is, those that answer by return first: whoever's records are here comes last."""
    people: dict[UUID, list[Any]] = defaultdict(list)
    for row in organisations.people_at(viewer, on=viewer.today):
        if row.body is not None:
            people[row.body.pk].append(row.person)
    before = {ask.body_id: ask.person for ask in asks(viewer)}
    sent = set(returns(viewer).values_list("body", flat=True))
    here = set(Learner.objects.filter(area=viewer.area_id).values_list("body", flat=True).distinct().order_by())
    found = [
        ToAsk(
            body=body,
            people=tuple(people[body.pk]),
            last=last.ref if (last := before.get(body.pk)) else "",
            has_records=body.pk in here,
            is_asked=body.pk in before or body.pk in sent,
        )
        for body in organisations.open_bodies(viewer, on=viewer.today)
    ]
    return sorted(found, key=lambda row: (not row.is_asked, row.has_records, row.body.name))
