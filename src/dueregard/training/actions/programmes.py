"""Deeds on programmes of induction, of continuing development and of work with educational settings."""

from datetime import date
from uuid import UUID

from dueregard.access.deeds import deed
from dueregard.access.roles import Permission
from dueregard.access.viewer import Viewer
from dueregard.basics.refused import refuse_if
from dueregard.documents import queries as documents
from dueregard.organisations.actions.given import change, choice, happened, new, one, words
from dueregard.training.actions.recording import record
from dueregard.training.models import Programme, ProgrammeEnd, ProgrammeReview
from dueregard.training.queries import programme as queries
from dueregard.training.rules import programme as rules
from dueregard.training.rules.courses import why_not_end


@deed
def begin_programme(
    title: str,
    *,
    by: Viewer,
    on: date,
    kind: str,
    what: str = "",
    document: str | None = None,
    review_due: date | None = None,
    ref: str | None = None,
    once: UUID | None = None,
) -> Programme:
    """Record a programme, what it consists of, and when it is to be reviewed."""
    by.must(Permission.TRAINING_EDIT)
    first, before = new(Programme, "PG", by=by, ref=ref, once=once)
    if before:
        return before
    refuse_if(rules.why_not_review(review_due, on=on))
    made = Programme.objects.create(
        **first,
        kind=choice(kind, rules.ProgrammeKind, what="kind").value,
        title=words(title, ask="Say what the programme is called"),
        words=what.strip(),
        document=one(documents.documents(by), document, what="document") if document else None,
        review_due=review_due,
        on=happened(on, by=by),
    )
    record("training.programme.begun", made, by=by, on=on)
    return made


@deed
def review_programme(
    ref: str, *, by: Viewer, on: date, said: str = "", review_due: date | None = None, seen: int | None = None
) -> ProgrammeReview:
    """Record that a programme was looked at again and goes on, and when the next review is due."""
    by.must(Permission.TRAINING_EDIT)
    programme = queries.programmes_to_change(by).get(ref=ref)
    refuse_if(rules.why_not_go_on(_ended(programme, by=by), began=programme.on, on=happened(on, by=by), what="programme"))
    refuse_if(rules.why_not_review(review_due, on=on))
    change(programme, by=by, seen=seen)
    made = ProgrammeReview.objects.create(**by.stamp, programme=programme, words=said.strip(), review_due=review_due, on=on)
    record("training.programme.reviewed", programme, by=by, on=on)
    return made


@deed
def end_programme(ref: str, *, by: Viewer, on: date, seen: int | None = None) -> None:
    """Say that a programme runs no longer, from a day."""
    by.must(Permission.TRAINING_EDIT)
    programme = queries.programmes_to_change(by).get(ref=ref)
    refuse_if(why_not_end(_ended(programme, by=by), begins=programme.on, on=happened(on, by=by), what="programme"))
    change(programme, by=by, seen=seen)
    ProgrammeEnd.objects.create(**by.stamp, programme=programme, on=on)
    record("training.programme.ended", programme, by=by, on=on)


def _ended(programme: Programme, *, by: Viewer) -> date | None:
    return ProgrammeEnd.objects.filter(area=by.area_id, programme=programme).values_list("on", flat=True).first()
