"""After every deed on sessions, courses and training plans, search finds what they say now, and nobody's name."""

import pytest

from dueregard.access.roles import Role
from dueregard.access.scope import scope
from dueregard.access.viewer import Viewer
from dueregard.accounts.tests.people import TODAY, a_viewer
from dueregard.organisations.tests.factories import AreaFactory
from dueregard.search.actions import rebuild
from dueregard.search.models import Entry
from dueregard.training.actions.education import bring_in_settings
from dueregard.training.queries.searchable import everything_searchable
from dueregard.training.rules.bringing_in.settings import SettingSaid
from dueregard.training.tests.sessions import Hall
from dueregard.training.tests.test_core_deeds import GOOD, World
from dueregard.training.tests.test_programme_deeds import GOOD as OF_PROGRAMMES
from dueregard.training.tests.test_programme_deeds import World as Around
from dueregard.training.tests.test_session_deeds import GOOD as OF_SESSIONS

pytestmark = pytest.mark.django_db


def found(viewer: Viewer) -> list[tuple[object, ...]]:
    fields = ("kind", "ref", "part", "title", "words", "on", "marking", "permission")
    return sorted(Entry.objects.filter(area=viewer.area_id).exclude(kind="document").values_list(*fields), key=str)


def is_kept(viewer: Viewer) -> bool:
    """Whether the index is as if it were made anew."""
    with scope(viewer):
        kept = found(viewer)
        rebuild(everything_searchable(viewer), by=viewer)
        return kept == found(viewer)


@pytest.mark.parametrize("verb", OF_SESSIONS)
def test_search_finds_what_sessions_say(verb: str) -> None:
    hall = Hall()
    with scope(hall.lead):
        rebuild(everything_searchable(hall.lead), by=hall.lead)

    OF_SESSIONS[verb](hall, hall.lead)

    assert is_kept(hall.lead)
    with scope(hall.lead):
        assert not Entry.objects.filter(area=hall.area, words__contains="person").exists()


@pytest.mark.parametrize("verb", [verb for verb in GOOD if verb.split(".")[1] in {"course", "plan", "requirement"}])
def test_search_finds_what_courses_and_plans_say(verb: str) -> None:
    world = World(AreaFactory())
    lead = Hall(area=AreaFactory()).lead
    lead = Viewer(area=world.area.slug, area_id=world.area.pk, area_name=world.area.name, now=lead.now, roles=lead.roles)
    with scope(lead):
        rebuild(everything_searchable(lead), by=lead)

    GOOD[verb](world, lead)

    assert is_kept(lead)


@pytest.mark.parametrize("verb", [*OF_PROGRAMMES, "training.settings.brought-in"])
def test_search_finds_what_programmes_settings_information_and_updates_say(verb: str) -> None:
    world = Around(AreaFactory())
    lead = a_viewer(world.area, Role.LEAD)
    with scope(lead):
        rebuild(everything_searchable(lead), by=lead)

    if verb in OF_PROGRAMMES:
        OF_PROGRAMMES[verb](world, lead)
    else:
        numbered = SettingSaid(line=3, name="Oak Nursery", urn="100008", ref="ED-902")
        bring_in_settings([SettingSaid(line=2, name="Elm", kind="academy"), numbered], by=lead, on=TODAY, digest="d")

    assert is_kept(lead)
