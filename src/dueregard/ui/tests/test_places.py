"""Where a link leads, and that it leads nobody to a page that refuses them."""

import pytest

from dueregard.access.roles import Role
from dueregard.accounts.tests.people import a_viewer
from dueregard.organisations.models import Area
from dueregard.ui.places import address_for, address_of


@pytest.fixture
def area() -> Area:
    return Area(pk=1, slug="westmarch", name="Westmarch")


def test_a_record_has_the_address_of_its_page() -> None:
    assert address_of("decision", "D-2026-01", area="westmarch") == "/westmarch/partnership/decisions/D-2026-01/"


def test_a_kind_without_a_page_has_no_address() -> None:
    assert address_of("wind", "W-1", area="westmarch") == ""


def test_whoever_may_close_a_gap_is_led_to_the_page_that_does(area: Area) -> None:
    lead = a_viewer(area, Role.LEAD)

    assert address_for(lead, "partnership:check-record", "D-2026-01") == "/westmarch/partnership/decisions/D-2026-01/check/"


@pytest.mark.parametrize("role", [Role.STRATEGIC, Role.PARTNER, Role.MEMBER])
def test_whoever_may_not_is_not_led_there(area: Area, role: Role) -> None:
    assert address_for(a_viewer(area, role), "partnership:check-record", "D-2026-01") == ""


def test_a_page_that_everybody_here_reads_is_offered_to_everybody(area: Area) -> None:
    assert address_for(a_viewer(area, Role.PARTNER), "partnership:decision", "D-2026-01") == "/westmarch/partnership/decisions/D-2026-01/"
