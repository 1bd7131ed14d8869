"""After every deed of section 1, search finds what its records say now: the same as if the index were made anew."""

import pytest

from dueregard.access.scope import scope
from dueregard.access.viewer import Viewer
from dueregard.partnership.queries.searchable import everything_searchable
from dueregard.partnership.tests.every_deed import DEEDS
from dueregard.partnership.tests.house import a_house
from dueregard.partnership.tests.stories import the_lead_on
from dueregard.search.actions import rebuild
from dueregard.search.models import Entry

pytestmark = pytest.mark.django_db


def found(viewer: Viewer) -> list[tuple[object, ...]]:
    fields = ("kind", "ref", "part", "title", "words", "on", "marking", "permission")
    of_section = Entry.objects.filter(area=viewer.area_id).exclude(kind="document")  # the register keeps its own
    return sorted(of_section.values_list(*fields), key=str)


@pytest.mark.parametrize("name", DEEDS)
def test_search_finds_what_is_said_now(name: str) -> None:
    house = a_house()
    lead = the_lead_on(house.area)
    with scope(lead):
        rebuild(everything_searchable(lead), by=lead)

    DEEDS[name][0](lead, house)

    with scope(lead):
        kept = found(lead)
        rebuild(everything_searchable(lead), by=lead)
        assert kept == found(lead)
