"""Section 6: its places, and how its pages are shown and ask for something."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.http import HttpResponse

from dueregard.access.requires import ViewerRequest
from dueregard.access.roles import Permission
from dueregard.access.viewer import Viewer
from dueregard.training.rules.expected import Expected
from dueregard.ui import slots
from dueregard.ui.fields import Form
from dueregard.ui.places import address_for
from dueregard.ui.section import Section

SECTION = Section(
    app="training",
    number=6,
    title="Training programme",
    places=(
        ("Overview", "training:overview"),
        ("Coverage", "training:coverage"),
        ("Workforce", "training:team-list"),
        ("Plan", "training:plan-list"),
        ("Sessions", "training:session-list"),
        ("Returns", "training:return-list"),
        ("Settings", "training:setting-list"),
        ("Programmes", "training:programme-list"),
        ("Information", "training:material-list"),
        ("Files", "training:import-list"),
    ),
    may={"may_edit": Permission.TRAINING_EDIT, "may_name": Permission.TRAINING_NAMES},
)
# Too many places for one row of a page: those that belong together share one, and stand beside each other below it.
BESIDE: dict[str, tuple[tuple[str, str], ...]] = {
    "training:team-list": (
        ("Teams in and out of scope", "training:team-list"),
        ("Learners", "training:learner-list"),
        ("Reminders", "training:reminders"),
    ),
    "training:plan-list": (
        ("Training plans", "training:plan-list"),
        ("Courses", "training:course-list"),
        ("Role profiles", "training:profile-list"),
    ),
    "training:programme-list": (
        ("Programmes", "training:programme-list"),
        ("Inductions", "training:induction-list"),
        ("Those who deliver Prevent", "training:development-list"),
    ),
    "training:material-list": (("Written information", "training:material-list"), ("Updates to staff", "training:update-list")),
}
ABOVE = {page: top for top, pages in BESIDE.items() for _words, page in pages}


def show(request: ViewerRequest, template: str, shown: dict[str, Any], *, place: str = "") -> HttpResponse:
    """A page of the section, with its row of places and what stands beside it."""
    return SECTION.show(request, template, _beside(request, place) | shown, place=ABOVE.get(place, place))


def asked(request: ViewerRequest, form: Form, *, place: str = "", extra: Mapping[str, Any] | None = None, **said: Any) -> HttpResponse:
    """The page on which the section asks for something."""
    more = {**_beside(request, place), **(extra or {})}
    return SECTION.asked(request, form, place=ABOVE.get(place, place), extra=more, **said)


def _beside(request: ViewerRequest, place: str) -> dict[str, Any]:
    """The places that share one of the row with this one, as far as the viewer may open them; none where it stands alone."""
    pages = BESIDE.get(ABOVE.get(place, ""), ())
    found = [(words, page, address_for(request.viewer, page)) for words, page in pages]
    there = [each for each in found if each[2]]
    return {"beside": there if len(there) > 1 else [], "beside_place": place}


def expected(viewer: Viewer, *, on: date, known: date) -> Expected:
    """The share expected of each subject on a day: ours, where the area keeps no other."""
    return Expected.of_lines(slots.numbers("shares-expected", viewer, on=on, known=known))
