"""What a deed is given: refs looked up in the viewer's area, references for new records, and the version somebody saw."""

from datetime import date
from typing import Any, TypeVar
from uuid import UUID

from django.db.models import Model, QuerySet

from dueregard.access.viewer import Viewer
from dueregard.basics.choice import Choice
from dueregard.basics.dates import say
from dueregard.basics.records import Record
from dueregard.basics.refused import Refused, refuse_if, refuse_unless
from dueregard.organisations import queries as organisations
from dueregard.organisations.actions.editing import refuse_if_changed_since
from dueregard.organisations.actions.refs import made_before, ref_for
from dueregard.privacy.marking import Marking, why_not_mark

M = TypeVar("M", bound=Model)
R = TypeVar("R", bound=Record)
C = TypeVar("C", bound=Choice)


def one(rows: "QuerySet[M]", ref: str, *, what: str) -> M:
    """The row a form or a file names; refused in words where there is none in this area that the viewer can see."""
    found = rows.filter(ref=ref).first()
    if found is None:
        raise Refused(f"There is no {what} {ref} in this area that you can see")
    return found


def body(ref: str, *, by: Viewer) -> Any:
    """A body of the area."""
    return one(organisations.bodies(by), ref, what="body")


def body_or_none(ref: str | None, *, by: Viewer) -> Any:
    """A body, where one is given."""
    return body(ref, by=by) if ref else None


def person_or_none(ref: str | None, *, by: Viewer) -> Any:
    """A person of the area, where one is given."""
    return one(organisations.people(by), ref, what="person") if ref else None


def person(ref: str, *, by: Viewer) -> Any:
    """A person of the area."""
    return one(organisations.people(by), ref, what="person")


def post_or_none(ref: str | None, *, by: Viewer) -> Any:
    """A post of the area, where one is given."""
    return one(organisations.posts(by), ref, what="post") if ref else None


def choice(value: str, words: type[C], *, what: str) -> C:
    """A value as one of the words it may be; refused where it is none of them."""
    if value not in words.values:
        raise Refused(f"The {what} is one of: {', '.join(words.values)}")
    return words(value)


def new(
    model: type[R], prefix: str, *, by: Viewer, ref: str | None, once: UUID | None, year: int | None = None
) -> tuple[dict[str, Any], R | None]:
    """The first fields of a new record; or, where the form with this one-time key has made it already, that record."""
    given = ref_for(prefix, ref, by=by, year=year)  # its lock lets one post through at a time, so the key is asked after it
    if ref is not None and model._default_manager.filter(area=by.area_id, ref=ref).exists():
        raise Refused(f"{ref} is already there: a reference is given once")
    return {**by.stamp, "ref": given, "once": once}, made_before(model, once, by=by)


def words(text: str, *, ask: str) -> str:
    """Text that has to be there, without the blanks around it."""
    if not text.strip():
        raise Refused(ask)
    return text.strip()


def marked(marking: str, *, by: Viewer) -> Marking:
    """A marking that may be written here by this viewer."""
    given = choice(marking, Marking, what="marking")
    refuse_if(why_not_mark(given, viewer=by))
    return given


def conduct(reason: str | None, *, because: str, agreed_by: str) -> dict[str, str]:
    """Why something is done that conduct advises against, and who agreed: asked for where there is a reason, and both or neither kept."""
    said = {"because": because.strip(), "agreed_by": agreed_by.strip()}
    refuse_unless(said["because"] and said["agreed_by"], reason)
    if bool(said["because"]) != bool(said["agreed_by"]):
        raise Refused("Say both why it has to be so and who agreed it")
    return said


def happened(on: date, *, by: Viewer) -> date:
    """A day something happened: not one that has yet to come."""
    if on > by.today:
        raise Refused(f"{say(on)} has not come yet: record it when it has happened")
    return on


def change(record: Record, *, by: Viewer, seen: int | None) -> None:
    """Take a record a version further, refused where somebody else did since it was opened (None: not opened on a page)."""
    if seen is not None:
        refuse_if_changed_since(record, seen, by=by)
    record.version += 1
    record.save(update_fields=["version"])
