"""What pages of assurance have worked out, remembered while the heads of the trails of every area that counts stay as they are (ADR 11)."""

from collections.abc import Hashable
from contextlib import AbstractContextManager

from dueregard.access.remembering import Remembered, remembering_while
from dueregard.access.roles import Permission
from dueregard.access.scope import scope
from dueregard.access.viewer import Viewer
from dueregard.assurance.facts.places import ever_counting
from dueregard.audit import queries as audit
from dueregard.basics.memory import Memory

FACTS = Memory(most=64)  # all an area's rows as at a date: the large ones
ANSWERS = Memory(most=512)  # findings, loose ends, judgements: what pages ask for


def remembering(viewer: Viewer) -> AbstractContextManager[Remembered]:
    """Ask for what was worked out before from the very records that count now, for a reader who may do and know as much."""
    return remembering_while(lambda: _records(viewer))


def _records(viewer: Viewer) -> Hashable | None:
    """Exactly which records count, and what the reader may do and know here; None where there is no trail to tell by."""
    count, digest = audit.head(viewer)
    if not count:
        return None
    said, others = ever_counting(viewer)
    heads = []
    for there in others:
        with scope(there):
            heads.append(audit.head(there))
    may = frozenset(permission for permission in Permission if viewer.may(permission))
    return viewer.area_id, viewer.area_name, may, viewer.reads_sensitive, count, digest, said, tuple(heads)
