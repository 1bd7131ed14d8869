"""Deeds on those who deliver Prevent: their induction, step by step, and what they did for their continuing development."""

from datetime import date
from decimal import Decimal
from uuid import UUID

from dueregard.access.deeds import deed
from dueregard.access.roles import Permission
from dueregard.access.viewer import Viewer
from dueregard.audit.actions import record
from dueregard.basics.refused import Refused, refuse_if
from dueregard.organisations.actions.given import change, choice, happened, new, post_or_none, words
from dueregard.organisations.actions.given import person as given_person
from dueregard.training.models import Development, Induction, InductionStep
from dueregard.training.queries import programme as queries
from dueregard.training.rules import programme as rules
from dueregard.training.rules.programme import StepKind


@deed
def begin_induction(
    person: str, *, by: Viewer, on: date, post: str | None = None, ref: str | None = None, once: UUID | None = None
) -> Induction:
    """Record that somebody began to deliver Prevent, in which post, and is to be inducted."""
    by.must(Permission.TRAINING_NAMES)
    first, before = new(Induction, "IN", by=by, ref=ref, once=once)
    if before:
        return before
    who = given_person(person, by=by)
    finished = queries.steps_standing(by).filter(kind=StepKind.FINISH).values("induction")
    if queries.inductions(by).filter(person=who).exclude(pk__in=finished).exists():
        raise Refused("An induction of theirs is open already: record its steps")
    made = Induction.objects.create(**first, person=who, post=post_or_none(post, by=by), on=happened(on, by=by))
    record("training.induction.begun", made, by=by, on=on)
    return made


@deed
def take_step(ref: str, *, by: Viewer, on: date, kind: str, said: str = "", seen: int | None = None) -> InductionStep:
    """Record a step of an induction: the regional adviser met, another step, or that it is finished."""
    by.must(Permission.TRAINING_NAMES)
    induction = queries.inductions_to_change(by).get(ref=ref)
    step = choice(kind, StepKind, what="step")
    finished = queries.steps_standing(by).filter(induction=induction, kind=StepKind.FINISH).values_list("on", flat=True)
    refuse_if(rules.why_not_step(step, said, began=induction.on, finished=finished.first(), on=happened(on, by=by)))
    change(induction, by=by, seen=seen)
    made = InductionStep.objects.create(**by.stamp, induction=induction, kind=step.value, words=said.strip(), on=on)
    record("training.induction.step-taken", induction, by=by, on=on, step=step.value)
    return made


@deed
def log_development(
    person: str, *, by: Viewer, on: date, what: str, hours: Decimal | None = None, ref: str | None = None, once: UUID | None = None
) -> Development:
    """Record what somebody who delivers Prevent did for their continuing development."""
    by.must(Permission.TRAINING_NAMES)
    first, before = new(Development, "CD", by=by, ref=ref, once=once)
    if before:
        return before
    refuse_if(rules.why_not_log(hours))
    said, who = words(what, ask="Say what they did"), given_person(person, by=by)
    if queries.developments(by).filter(person=who, on=on, what__iexact=said, withdrawal=None).exists():
        raise Refused("This is recorded of them already")
    made = Development.objects.create(**first, person=who, what=said, hours=hours, on=happened(on, by=by))
    record("training.development.logged", made, by=by, on=on)
    return made
