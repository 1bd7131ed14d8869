"""The last step of every deed of section 3: what the record now says goes to the index, what was done to it to the trail."""

from collections.abc import Sequence
from typing import Any

from django.db.models import Model

from dueregard.access.viewer import Viewer
from dueregard.audit import actions as audit
from dueregard.plan.queries.searchable import searchable
from dueregard.search.actions import index


def record(verb: str, thing: Model, *, by: Viewer, **details: Any) -> None:
    """Say in the trail what was done to which record, once search finds it by what it says now."""
    index(searchable(by, thing), by=by)
    audit.record(verb, thing, by=by, **details)


def record_many(verb: str, thing: Model, *, by: Viewer, kind: str, among: Sequence[audit.Among], **details: Any) -> None:
    """Say in the trail what was done to many records, which are in the index by now, once search finds what they belong to."""
    index(searchable(by, thing), by=by)
    audit.record_many(verb, thing, by=by, kind=kind, among=among, **details)
