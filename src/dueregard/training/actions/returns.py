"""Deeds on returns: asking bodies for them, asking again, asking no more, and recording what came back another way than by a link."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID, uuid5

from dueregard.access.deeds import deed
from dueregard.access.roles import Permission
from dueregard.access.viewer import Viewer
from dueregard.audit.actions import record
from dueregard.basics.many import write
from dueregard.basics.refused import Refused, refuse_if
from dueregard.organisations import queries as organisations
from dueregard.organisations.actions.given import body, change, choice, happened, new, one, person_or_none, words
from dueregard.training.actions.asking_for_returns import send_link
from dueregard.training.models import Return, ReturnAsk, ReturnAskEnd, ReturnAskSubject, ReturnChase, ReturnFigure
from dueregard.training.queries import return_asks
from dueregard.training.queries import returned as queries
from dueregard.training.rules import returns as rules
from dueregard.training.rules.courses import Subject
from dueregard.training.rules.levels import Figures, lines_of


@dataclass(frozen=True)
class Asked:
    """An ask that was made, and the address to hand over where a link was made for it: it is given back this once."""

    ask: ReturnAsk
    address: str


@deed
def ask_return(
    body_ref: str,
    *,
    by: Viewer,
    on: date,
    as_at: date,
    due: date,
    subjects: Sequence[str],
    is_by_level: bool = False,
    person: str | None = None,
    by_link: bool = False,
    ref: str | None = None,
    once: UUID | None = None,
) -> Asked:
    """Ask a body how many of its people need training and have had it, as at a day; the person asked is sent a link to answer by."""
    by.must(Permission.TRAINING_EDIT)
    first, before = new(ReturnAsk, "RT", by=by, ref=ref, once=once)
    if before:
        return Asked(before, "")
    of = body(body_ref, by=by)
    about = [choice(subject, Subject, what="subject") for subject in subjects]
    earlier = queries.asks(by).filter(body=of, as_at=as_at, ending=None).values_list("ref", flat=True).first()
    refuse_if(
        rules.why_not_ask(as_at=as_at, due=due, on=happened(on, by=by), subjects=about, earlier=f"{of.name}, {earlier}" if earlier else "")
    )
    asked = person_or_none(person, by=by)
    ask = ReturnAsk.objects.create(**first, body=of, as_at=as_at, due=due, is_by_level=is_by_level, person=asked, on=on)
    write(ReturnAskSubject(**by.stamp, ask=ask, subject=subject.value) for subject in dict.fromkeys(about))
    address = send_link(ask, person, by=by) if by_link else ""
    record("training.return.asked", ask, by=by, on=on, as_at=as_at, due=due)
    return Asked(ask, address)


@deed
def ask_several(
    bodies: Mapping[str, str | None],
    *,
    by: Viewer,
    on: date,
    as_at: date,
    due: date,
    subjects: Sequence[str],
    once: UUID,
    is_by_level: bool = False,
) -> list[Asked]:
    """Ask several bodies for the same return at once: each by a link to the person named, or another way where none is. All or none."""
    by.must(Permission.TRAINING_EDIT)
    if not bodies:
        raise Refused("Choose whom to ask: one body at least")
    about: dict[str, Any] = {"as_at": as_at, "due": due, "subjects": subjects, "is_by_level": is_by_level}
    return [
        ask_return(ref, by=by, on=on, **about, person=person, by_link=bool(person), once=uuid5(once, ref)) for ref, person in bodies.items()
    ]


@deed
def chase_return(ref: str, *, by: Viewer, on: date, by_mail: bool, person: str | None = None, seen: int | None = None) -> str:
    """Ask a body again: by an e-mail with a fresh link to whom it asked first or somebody else of it, or another way."""
    by.must(Permission.TRAINING_EDIT)
    ask = _open(ref, by=by, on=happened(on, by=by), seen=seen)
    address = ""
    if by_mail:
        refuse_if(rules.why_not_chase_by_mail(return_asks.mailed(by, ask), on=by.today))
        address = send_link(ask, person or (ask.person.ref if ask.person else None), by=by)
    ReturnChase.objects.create(**by.stamp, ask=ask, is_by_mail=by_mail, on=by.today if by_mail else on)
    record("training.return.chased", ask, by=by, on=on, by_mail=by_mail)
    return address


@deed
def chase_overdue(*, by: Viewer, on: date) -> int:
    """Chase every body whose return is overdue and whose person has an e-mail address, unless one went lately; how many is given back."""
    by.must(Permission.TRAINING_EDIT)
    refs = [ask.ref for ask in return_asks.to_chase(by)]
    for ref in refs:
        chase_return(ref, by=by, on=on, by_mail=True)
    record("training.returns.chased", organisations.area(by), by=by, on=on, bodies=len(refs))
    return len(refs)


@deed
def end_ask(ref: str, *, by: Viewer, on: date, because: str, seen: int | None = None) -> ReturnAskEnd:
    """Ask a body no more, with the reason: it was asked by mistake, or its work ended. What it answered stays."""
    by.must(Permission.TRAINING_EDIT)
    ask = _open(ref, by=by, on=happened(on, by=by), seen=seen)
    why = words(because, ask="Say why it is asked no longer: everybody who sees the returns can read it")
    made = ReturnAskEnd.objects.create(**by.stamp, ask=ask, on=on, because=why)
    record("training.return.asked-no-more", ask, by=by, on=on)
    return made


@deed
def record_return(
    *,
    by: Viewer,
    on: date,
    as_at: date,
    figures: Figures,
    body_ref: str | None = None,
    ask: str | None = None,
    said: str = "",
    ref: str | None = None,
    once: UUID | None = None,
) -> Return:
    """Record a return that came by e-mail, letter or telephone; a later one as at the same day takes its place, and it stays."""
    by.must(Permission.TRAINING_EDIT)
    asked = one(queries.asks(by), ask, what="ask") if ask else None
    of = asked.body if asked else body(body_ref or "", by=by)
    first, before = new(Return, "RN", by=by, ref=ref, once=once)
    if before:
        return before
    refuse_if(rules.why_not_return(figures, as_at=as_at, on=happened(on, by=by)))
    made = Return.objects.create(**first, ask=asked, body=of, as_at=as_at, on=on, words=said.strip())
    write_figures(made, figures, by=by)
    record("training.return.recorded", made, by=by, on=on, as_at=as_at)
    return made


@deed
def take_returns_away(*, by: Viewer, on: date, ending: str) -> None:
    """Take the table of partners' returns as at a day out of the house."""
    by.must(Permission.TRAINING_READ)
    record("training.returns.taken-away", organisations.area(by), by=by, on=on, ending=ending)


def write_figures(answer: Return, figures: Figures, *, by: Viewer) -> None:
    """Write the lines of a return: part of a deed that made it."""
    write(
        ReturnFigure(**by.stamp, answer=answer, subject=subject, level=level, in_scope=in_scope, trained=trained)
        for subject, level, in_scope, trained in lines_of(figures)
    )


def _open(ref: str, *, by: Viewer, on: date, seen: int | None) -> ReturnAsk:
    """An ask that still waits for its answer, locked and taken a version further."""
    ask = queries.ask_to_change(by).get(ref=ref)
    refuse_if(rules.why_not_change_ask(return_asks.state_of(by, ask), asked=ask.on, on=on))
    change(ask, by=by, seen=seen)
    return ask
