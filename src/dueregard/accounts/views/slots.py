"""What accounts shows on lower pages: who the numbers in the trail are."""

from collections.abc import Collection

from django.template.loader import render_to_string

from dueregard.access.viewer import Viewer
from dueregard.accounts import queries


def trail_people(viewer: Viewer, *, users: Collection[int]) -> str:
    """The members behind the user numbers of a page of the trail, with the roles they hold."""
    rows = [row for row in queries.member_rows(viewer) if row.user_id in set(users)]
    return render_to_string("accounts/slot_trail_people.html", {"viewer": viewer, "rows": rows}) if rows else ""
