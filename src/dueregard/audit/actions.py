"""Writing to the trail, called last in a deed; and taking a copy of it away."""

import json
from collections.abc import Sequence
from csv import writer
from dataclasses import dataclass
from datetime import UTC, datetime
from io import StringIO
from typing import Any

from django.db.models import Model

from dueregard.access.deeds import deed
from dueregard.access.roles import Permission
from dueregard.access.viewer import Viewer
from dueregard.audit.models import Event, Head
from dueregard.audit.queries import INSTALL, events
from dueregard.audit.rules import GENESIS, as_cell, digest, runs
from dueregard.privacy.marking import Marking, highest

COLUMNS = ("at", "user", "machine", "verb", "kind", "ref", "details")
OF_THE_CHAIN = ("number", "digest")  # only beside the whole of it: a gap would tell of what is left out


def record(verb: str, thing: Model, *, by: Viewer, beside: str = Marking.OFFICIAL, **details: Any) -> None:
    """Say in the trail what was done to which record, in the deed's transaction. Details are dates, numbers and refs, never typed text.

    The event is as sensitive as the record, as what else it tells of (`beside`, its marking) and as a marking that it names.
    """
    _append(
        Event(
            area_id=by.area_id,
            at=by.now,
            user_id=by.user_id,
            person_id=by.person_id,
            machine=by.machine,
            verb=verb,
            kind=thing._meta.label_lower,
            subject=str(thing.pk),
            ref=getattr(thing, "ref", ""),
            details=_plain(details),
            marking=highest((getattr(thing, "marking", ""), beside, str(details.get("marking", "")))),
        )
    )


@dataclass(frozen=True, kw_only=True)
class Among:
    """One of many records that an event is about: whether it was made or changed, and the marking of what was told of it."""

    ref: str
    is_new: bool
    marking: str


def record_many(verb: str, thing: Model, *, by: Viewer, kind: str, among: Sequence[Among], **details: Any) -> None:
    """Say in one event what was done to many records of a kind; what is Official-Sensitive of it in one of its own (ADR 13)."""
    for marking in Marking:
        those = [one for one in among if one.marking == marking]
        if those or (marking is Marking.OFFICIAL and not among):
            refs = {"made": runs(one.ref for one in those if one.is_new), "changed": runs(one.ref for one in those if not one.is_new)}
            record(verb, thing, by=by, beside=marking, of=kind, records=len(those), **refs, **details)


def record_install(verb: str, *, at: datetime, user_id: int | None = None, kind: str, subject: str, **details: Any) -> None:
    """Say in the install's own chain what happened outside any area: a sign-in, an account, a new area."""
    _append(Event(area_id=INSTALL, at=at, user_id=user_id, verb=verb, kind=kind, subject=subject, details=_plain(details)))


@deed
def export(asked: dict[str, Any], *, by: Viewer) -> str:
    """The trail, filtered as on the page, as one CSV text; taking it away is an event itself."""
    by.must(Permission.AUDIT_READ)
    text = StringIO()
    rows = writer(text, lineterminator="\r\n")
    taken = f"taken out on {by.now.astimezone(UTC):%Y-%m-%d at %H:%M} UTC"
    found = list(events(by, **asked))
    marking = highest(event.marking for event in found)
    marked = f"{marking.label}. The trail of {by.area_name}, {taken}. Permission: {Permission.AUDIT_READ.label}"
    rows.writerow([as_cell(marked)])
    rows.writerow((*COLUMNS, *OF_THE_CHAIN) if by.reads_sensitive else COLUMNS)
    rows.writerows([as_cell(value) for value in _cells(event, is_whole=by.reads_sensitive)] for event in found)
    head = Head.objects.filter(area_id=by.area_id).first() or Head(area_id=by.area_id)
    record("audit.trail.exported", head, by=by, events=len(found))
    return text.getvalue()


def _cells(event: Event, *, is_whole: bool) -> list[object]:
    at = event.at.astimezone(UTC).isoformat(timespec="seconds")
    details = json.dumps(event.details, sort_keys=True, ensure_ascii=False) if event.details else ""
    of_the_chain = (event.number, event.digest) if is_whole else ()
    return [at, event.user_id, event.machine, event.verb, event.kind, event.ref, details, *of_the_chain]


def _append(event: Event) -> None:
    there = Head.objects.select_for_update(of=("self",)).filter(area_id=event.area_id)
    head = there.first()
    if head is None:  # once for each chain; two may try at once
        Head.objects.get_or_create(area_id=event.area_id, defaults={"digest": GENESIS})
        head = there.get()
    event.number = head.count + 1
    event.previous = head.digest
    event.digest = digest(head.digest, event.as_written())
    event.save(force_insert=True)
    head.count, head.digest = event.number, event.digest
    head.save(update_fields=["count", "digest"])


def _plain(details: dict[str, Any]) -> dict[str, Any]:
    """Details as JSON keeps them, so that the digest is over what will be read back."""
    return {key: value if isinstance(value, int | str | bool | list | type(None)) else str(value) for key, value in details.items()}
