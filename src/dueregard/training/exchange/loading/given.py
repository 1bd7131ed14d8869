"""The deeds that make a file's sessions and partners' returns."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from dueregard.access.viewer import Viewer
from dueregard.basics.part import FileDeed, typed_moment
from dueregard.basics.refused import Refused
from dueregard.plan.exchange.loading.planned import Made
from dueregard.training.actions import attendance, carried, returns, sessions
from dueregard.training.exchange.loading.asked import Path, deed
from dueregard.training.exchange.shapes import TrainingPart
from dueregard.training.exchange.shapes.given import AnsweredIn, AskIn, GivenByIn, NotAttendedIn, SessionIn
from dueregard.training.queries import sessions as queries
from dueregard.training.rules.levels import figures_of

PLANNED = {"ref", "day", "audience", "starts", "ends", "place", "places"}
MOVED = {"day", "starts", "ends", "place", "because"}
ANSWERED = {"asked", "before", "after", "base_before", "base_after"}


def sessions_given(shape: TrainingPart) -> Iterator[FileDeed]:
    """Sessions with who gave them, who came and what they answered; of one day, what a later step needs comes first."""
    for place, row in enumerate(shape.sessions):
        yield deed(("sessions", place), row, sessions.plan_session, row.course, **row.model_dump(include=PLANNED))
        for number, gives in enumerate(row.given_by):
            yield from _given(row, gives, ("sessions", place, "given_by", number))
        for number, moved in enumerate(row.moved):
            at = ("sessions", place, "moved", number)
            yield deed(at, moved, sessions.move_session, row.ref, **moved.model_dump(include=MOVED))
        for number, held in enumerate(row.held):
            yield deed(("sessions", place, "held", number), held, sessions.hold_session, row.ref, came=held.came)
        yield from _came(row, ("sessions", place))
        for number, said in enumerate(row.confidence):
            yield deed(("sessions", place, "confidence", number), said, _answered, row.ref, said)
        for number, not_held in enumerate(row.cancelled):
            at = ("sessions", place, "cancelled", number)
            yield deed(at, not_held, sessions.cancel_session, row.ref, because=not_held.because)


def _given(row: SessionIn, gives: GivenByIn, path: Path) -> Iterator[FileDeed]:
    made = Made("giving of the session")
    moment = typed_moment(row.date, gives.typed or row.typed)

    def give(viewer: Viewer) -> object:
        return made.make(sessions.say_gives)(row.ref, by=viewer, person=gives.person or "", body=gives.body or "")

    yield FileDeed(moment.date(), path, give, moment)
    if gives.ended:
        yield deed((*path, "ended"), gives.ended, made.say(sessions.end_giving))


def _came(row: SessionIn, path: Path) -> Iterator[FileDeed]:
    for number, came in enumerate(row.attended):
        yield deed((*path, "attended", number), came, _attended, row.ref, came.learners)
    for number, wrong in enumerate(row.not_attended):
        yield deed((*path, "not_attended", number), wrong, _withdrawn, row.ref, wrong)


def _attended(ref: str, learners: list[str], *, by: Viewer, on: date) -> None:
    attendance.record_attendance(ref, by=by, learners=learners)


def _withdrawn(ref: str, wrong: NotAttendedIn, *, by: Viewer, on: date) -> None:
    found = queries.attendance(by).filter(session__ref=ref, learner__ref=wrong.learner, withdrawal=None).first()
    if found is None:
        raise Refused(f"There is no {wrong.learner} among those who came to {ref} on this day")
    attendance.withdraw_attendance(found.pk, by=by, on=on, because=wrong.because)


def _answered(ref: str, said: AnsweredIn, *, by: Viewer, on: date) -> None:
    if not said.withdrawn:
        given: dict[str, Any] = said.model_dump(include=ANSWERED) | {"is_percent": said.percent, "document": said.document or ""}
        sessions.say_confidence(ref, by=by, on=on, **given)
        return
    session = queries.sessions(by).get(ref=ref)
    key = next((question.key for question in queries.questions(by, session, names=True) if question.asked == said.asked), None)
    if key is None:
        raise Refused(f"There is no answer to this question of {ref} to withdraw on this day")
    sessions.take_back_confidence(ref, by=by, on=on, key=key)


def returned(shape: TrainingPart) -> Iterator[FileDeed]:
    """What bodies were asked, what they returned, and what is asked no more."""
    for place, row in enumerate(shape.asked):
        yield from _asked(row, ("asked", place))
    for place, answer in enumerate(shape.returns):
        figures = figures_of((line.subject, line.level, line.in_scope, line.trained) for line in answer.figures)
        of = {"ref": answer.ref, "ask": answer.ask, "body_ref": answer.body, "as_at": answer.as_at}
        yield deed(("returns", place), answer, returns.record_return, figures=figures, said=answer.words, **of)
    for place, row in enumerate(shape.asked):
        if row.ended:
            yield deed(("asked", place, "ended"), row.ended, returns.end_ask, row.ref, because=row.ended.because)


def _asked(row: AskIn, path: Path) -> Iterator[FileDeed]:
    given = row.model_dump(include={"ref", "as_at", "due", "subjects", "person"}) | {"is_by_level": row.by_level}
    yield deed(path, row, returns.ask_return, row.body, **given)
    for number, chase in enumerate(row.chases):
        yield deed((*path, "chases", number), chase, carried.carry_chase, row.ref, by_mail=chase.by_mail)
