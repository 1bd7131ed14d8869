"""After every deed of section 3, search finds what its records say now: the same as if the index were made anew."""

from collections.abc import Callable
from typing import Any

import pytest

from dueregard.access.scope import scope
from dueregard.access.viewer import Viewer
from dueregard.partnership.tests.stories import the_lead_on
from dueregard.plan.queries.searchable import everything_searchable
from dueregard.plan.tests.finished import finished
from dueregard.plan.tests.test_evaluation_and_project_deeds import DEEDS as AFTER
from dueregard.plan.tests.test_plan_deeds import DEEDS
from dueregard.plan.tests.written import written
from dueregard.search.actions import rebuild
from dueregard.search.models import Entry

pytestmark = pytest.mark.django_db
KINDS = ("plan", "objective", "evaluation", "project")
CASES = [*((name, written, deed) for name, (deed, _) in DEEDS.items()), *((name, finished, deed) for name, (deed, _) in AFTER.items())]


def found(viewer: Viewer) -> list[tuple[object, ...]]:
    fields = ("kind", "ref", "part", "title", "words", "on", "marking", "permission")
    return sorted(Entry.objects.filter(area=viewer.area_id, kind__in=KINDS).values_list(*fields), key=str)


@pytest.mark.parametrize(("name", "house", "deed"), CASES, ids=[name for name, _, _ in CASES])
def test_search_finds_what_is_said_now(name: str, house: Callable[[], Any], deed: Callable[[Viewer, Any], Any]) -> None:
    it = house()
    lead = the_lead_on(it.area)
    with scope(lead):
        rebuild(everything_searchable(lead), by=lead)

    deed(lead, it)

    with scope(lead):
        kept = found(lead)
        rebuild(everything_searchable(lead), by=lead)
        assert kept == found(lead)
