"""Writing to the trail: one function, called last in a deed."""

from datetime import datetime
from typing import Any

from django.db.models import Model

from dueregard.access.viewer import Viewer
from dueregard.audit.models import Event, Head
from dueregard.audit.queries import INSTALL, as_written
from dueregard.audit.rules import GENESIS, digest


def record(verb: str, thing: Model, *, by: Viewer, **details: Any) -> None:
    """Say in the trail what was done to which record, in the deed's transaction. Details are dates, numbers and refs, never typed text."""
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
        )
    )


def record_install(verb: str, *, at: datetime, user_id: int | None = None, kind: str, subject: str, **details: Any) -> None:
    """Say in the install's own chain what happened outside any area: a sign-in, an account, a new area."""
    _append(Event(area_id=INSTALL, at=at, user_id=user_id, verb=verb, kind=kind, subject=subject, details=_plain(details)))


def _append(event: Event) -> None:
    Head.objects.get_or_create(area_id=event.area_id, defaults={"digest": GENESIS})
    head = Head.objects.select_for_update(of=("self",)).get(area_id=event.area_id)
    event.number = head.count + 1
    event.previous = head.digest
    event.digest = digest(head.digest, as_written(event))
    event.save(force_insert=True)
    head.count, head.digest = event.number, event.digest
    head.save(update_fields=["count", "digest"])


def _plain(details: dict[str, Any]) -> dict[str, Any]:
    """Details as JSON keeps them, so that the digest is over what will be read back."""
    return {key: value if isinstance(value, int | str | bool | list | type(None)) else str(value) for key, value in details.items()}
