"""What an auditor asks of the trail."""

from typing import Any

from dueregard.access.viewer import Viewer
from dueregard.audit import queries
from dueregard.ui.fields import Day, FilterForm, Pick, Text


class EventFilterForm(FilterForm):
    """Which events: every answer narrows it down."""

    verb = Text("What was done", required=False, width="10", max_length=60)
    kind = Pick("Kind of record", required=False)
    ref = Text("Reference", required=False, width="10", max_length=40)
    who = Text("Who", required=False, width="10", max_length=18, help_text="A user’s number, operator or worker")
    since = Day("From", required=False)
    until = Day("To", required=False)

    def __init__(self, *args: Any, viewer: Viewer, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offer("kind", [("", "Any"), *queries.kinds(viewer)])

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        since, until = given.get("since"), given.get("until")
        if since and until and until < since:
            self.add_error("until", "The last day is before the first")
        return given
