"""A section's row of places shows each viewer what they can open."""

import pytest

from dueregard.access.roles import Permission, Role
from dueregard.accounts.tests.people import a_viewer
from dueregard.organisations.models import Area
from dueregard.ui.section import Section

SECTION = Section(
    app="partnership",
    number=1,
    title="Multi-agency partnership group",
    places=(("Overview", "partnership:overview"), ("Bring in", "partnership:bringing-in")),
    may={"may_edit": Permission.PARTNERSHIP_EDIT},
)


@pytest.mark.parametrize(
    ("role", "words"), [(Role.LEAD, ["Overview", "Bring in", "Assurance"]), (Role.STRATEGIC, ["Overview", "Assurance"])]
)
def test_only_what_the_viewer_can_open_is_shown(role: Role, words: list[str]) -> None:
    viewer = a_viewer(Area(pk=1, slug="westmarch", name="Westmarch"), role)

    assert [place[0] for place in SECTION.places_for(viewer)] == words


def test_assurance_is_of_this_section() -> None:
    viewer = a_viewer(Area(pk=1, slug="westmarch", name="Westmarch"), Role.LEAD)

    assert SECTION.places_for(viewer)[-1][2] == "/westmarch/assurance/findings/toolkit-2024/1/"
