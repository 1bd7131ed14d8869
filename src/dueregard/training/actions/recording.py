"""The last step of the deeds on what is searched: what the record now says goes to the index, what was done to it to the trail."""

from typing import Any

from django.db.models import Model

from dueregard.access.viewer import Viewer
from dueregard.audit import actions as audit
from dueregard.search.actions import index
from dueregard.training.queries.searchable import searchable


def record(verb: str, thing: Model, *, by: Viewer, **details: Any) -> None:
    """Say in the trail what was done to which record, once search finds it by what it says now."""
    index(searchable(by, thing), by=by)
    audit.record(verb, thing, by=by, **details)
