"""Deeds on sessions: planned, given by whom, held, cancelled; and what people answered before and after."""

from collections.abc import Sequence
from datetime import date, time
from typing import Any
from uuid import UUID

from dueregard.access.deeds import deed
from dueregard.access.roles import Permission
from dueregard.access.viewer import Viewer
from dueregard.basics.refused import Refused, refuse_if
from dueregard.documents import queries as documents
from dueregard.organisations.actions.given import body_or_none, change, happened, new, one, person_or_none, words
from dueregard.privacy.marking import Marking
from dueregard.training.actions.recording import record
from dueregard.training.models import Confidence, Session, SessionCancelled, SessionHeld, SessionMove, SessionWith, SessionWithEnd
from dueregard.training.queries import courses
from dueregard.training.queries import sessions as queries
from dueregard.training.rules import confidence as answers
from dueregard.training.rules import sessions as rules
from dueregard.training.rules.programme import When


@deed
def plan_session(
    course: str,
    *,
    by: Viewer,
    on: date,
    day: date,
    audience: str,
    starts: time | None = None,
    ends: time | None = None,
    place: str = "",
    places: int | None = None,
    person: str = "",
    body: str = "",
    ref: str | None = None,
    once: UUID | None = None,
) -> Session:
    """Plan a session of a course for a day: for whom, where, how many can come, and who gives it."""
    by.must(Permission.TRAINING_EDIT)
    first, before = new(Session, "TS", by=by, ref=ref, once=once)
    if before:
        return before
    of = one(courses.courses(by), course, what="course")
    slot = rules.Slot(day=day, starts=starts, ends=ends, place=place.strip())
    refuse_if(_why_not_offered(of, day, places=places) or rules.why_not_slot(slot))
    made = Session.objects.create(
        **first,
        course=of,
        on=day,
        planned_on=happened(on, by=by),
        starts=starts,
        ends=ends,
        place=slot.place,
        audience=words(audience, ask="Say for whom it is"),
        places=places,
    )
    for given in ({"person": person}, {"body": body}):
        if any(given.values()):
            _give(made, by=by, person=given.get("person", ""), body=given.get("body", ""))
    record("training.session.planned", made, by=by, on=on)
    return made


def _why_not_offered(course: Any, day: date, *, places: int | None = None) -> str | None:
    end = getattr(course, "ending", None)
    return rules.why_not_plan(day, offered=course.on, ended=end.on if end else None, places=places)


@deed
def move_session(
    ref: str,
    *,
    by: Viewer,
    on: date,
    day: date,
    because: str,
    starts: time | None = None,
    ends: time | None = None,
    place: str = "",
    seen: int | None = None,
) -> SessionMove:
    """Move a session to another day, time or place, with the reason: who gives it and for whom it is stay as they are."""
    by.must(Permission.TRAINING_EDIT)
    session = queries.sessions_to_change(by).select_related("course__ending").get(ref=ref)
    row = queries.session_row(by, session)
    to = rules.Slot(day=day, starts=starts, ends=ends, place=place.strip())
    refuse_if(rules.why_not_move(row.stage, now=row.slot, to=to, today=by.today) or _why_not_offered(session.course, day))
    said = words(because, ask="Say why it moves")
    change(session, by=by, seen=seen)
    made = SessionMove.objects.create(
        **by.stamp, session=session, on=happened(on, by=by), day=day, starts=starts, ends=ends, place=to.place, because=said
    )
    record("training.session.moved", session, by=by, on=on, day=day)
    return made


@deed
def say_gives(ref: str, *, by: Viewer, person: str = "", body: str = "") -> SessionWith:
    """Say who gives a session, or with which body it is given jointly."""
    by.must(Permission.TRAINING_EDIT)
    session = queries.sessions_to_change(by).get(ref=ref)
    made = _give(session, by=by, person=person, body=body)
    record("training.session.given-by", session, by=by, person=person, body=body)
    return made


def _give(session: Session, *, by: Viewer, person: str, body: str) -> SessionWith:
    who = {"person": person_or_none(person, by=by), "body": body_or_none(body, by=by)}
    is_there = queries.given_by(by, session).filter(**who).exists()
    refuse_if(rules.why_not_give(has_person=bool(person), has_body=bool(body), is_there=is_there))
    return SessionWith.objects.create(**by.stamp, session=session, **who)


@deed
def end_giving(key: UUID, *, by: Viewer, on: date) -> None:
    """Say that somebody does not give a session after all."""
    by.must(Permission.TRAINING_EDIT)
    given = queries.giving_to_change(by).get(pk=key)
    if SessionWithEnd.objects.filter(area=by.area_id, ends=given).exists():
        raise Refused("This was taken back already")
    SessionWithEnd.objects.create(**by.stamp, ends=given, on=happened(on, by=by))
    record("training.session.not-given-by", given.session, by=by, on=on)


@deed
def hold_session(ref: str, *, by: Viewer, on: date, came: int | None = None, seen: int | None = None) -> SessionHeld:
    """Record that a session took place on a day, and how many came where only their number is known; said again, the last holds."""
    by.must(Permission.TRAINING_EDIT)
    session = queries.sessions_to_change(by).get(ref=ref)
    row = queries.session_row(by, session)
    held_on = row.day if row.is_held else None
    refuse_if(rules.why_not_hold(on, today=by.today, held_on=held_on, attended=row.named, came=came))
    change(session, by=by, seen=seen)
    made = SessionHeld.objects.create(**by.stamp, session=session, on=on, came=came)
    record("training.session.held", session, by=by, on=on)
    return made


@deed
def cancel_session(ref: str, *, by: Viewer, on: date, because: str, seen: int | None = None) -> SessionCancelled:
    """Record that a session does not take place, with the reason."""
    by.must(Permission.TRAINING_EDIT)
    session = queries.sessions_to_change(by).get(ref=ref)
    row = queries.session_row(by, session)
    has_answers = bool(queries.questions(by, session, names=True))
    refuse_if(rules.why_not_cancel(stage=row.stage, attended=row.named, has_answers=has_answers))
    said = words(because, ask="Say why it does not take place")
    change(session, by=by, seen=seen)
    made = SessionCancelled.objects.create(**by.stamp, session=session, on=happened(on, by=by), because=said)
    record("training.session.cancelled", session, by=by, on=on)
    return made


@deed
def say_confidence(
    ref: str,
    *,
    by: Viewer,
    on: date,
    asked: str,
    before: Sequence[answers.Number] = (),
    after: Sequence[answers.Number] = (),
    is_percent: bool = False,
    base_before: int | None = None,
    base_after: int | None = None,
    document: str = "",
) -> list[Confidence]:
    """Record how confident people said they were, 0 to 3: counts, or percentages as a document published them; never turned into people."""
    by.must(Permission.TRAINING_EDIT)
    session = queries.sessions_to_change(by).get(ref=ref)
    row = queries.session_row(by, session)
    refuse_if(rules.why_not_record(row.stage))
    question = words(asked, ask="Write what they were asked")
    published = one(documents.documents(by), document, what="document") if document else None
    given = [(When.BEFORE, list(before), base_before), (When.AFTER, list(after), base_after)]
    found = [(when, steps, base if is_percent else None) for when, steps, base in given if steps]
    if not found:
        raise Refused("Give what they answered before, or after, or both")
    for when, steps, base in found:
        why = _why_not(steps, is_percent=is_percent, base=base, came=row.came, has_document=published is not None)
        refuse_if(f"{when.label}: {why[:1].lower()}{why[1:]}" if why else None)
    stamp = {**by.stamp, "session": session, "asked": question, "on": happened(on, by=by), "document": published}
    made = [Confidence(**stamp, when=when, steps=steps, base=base, is_percent=is_percent) for when, steps, base in found]
    Confidence.objects.bulk_create(made)
    beside = published.marking if published else Marking.OFFICIAL  # whoever may not read the document learns nothing of what it says
    record("training.confidence.recorded", session, by=by, beside=beside, on=on, document=document)
    return made


def _why_not(steps: Sequence[answers.Number], *, is_percent: bool, base: int | None, came: int | None, has_document: bool) -> str | None:
    if is_percent:
        return answers.why_not_percentages(steps, base=base, came=came, has_document=has_document)
    return answers.why_not_counts(steps, came=came)


@deed
def take_back_confidence(ref: str, *, by: Viewer, on: date, key: UUID) -> None:
    """Say that what people answered to a question was recorded by mistake: it is no longer shown, and stays."""
    by.must(Permission.TRAINING_EDIT)
    session = queries.sessions_to_change(by).get(ref=ref)
    asked = queries.confidence(by, session).get(pk=key).asked
    if asked not in {question.asked for question in queries.questions(by, session, names=True)}:
        raise Refused("This was withdrawn already")
    stamp = {**by.stamp, "session": session, "asked": asked, "on": happened(on, by=by)}
    Confidence.objects.bulk_create(Confidence(**stamp, when=when, steps=[]) for when in When)
    record("training.confidence.withdrawn", session, by=by, on=on)
