"""A query that forgets its filter returns nothing of another area: PostgreSQL says so whatever the code forgot."""

import pytest
from django.db import ProgrammingError, connection, transaction
from django.utils import timezone

from dueregard.access import policies
from dueregard.access.scope import scope
from dueregard.access.viewer import Viewer
from dueregard.audit.models import Event
from dueregard.organisations.models import Body
from dueregard.organisations.tests.factories import AreaFactory, BodyFactory

pytestmark = pytest.mark.django_db


def operator(area):
    return Viewer.operator(area=area.slug, area_id=area.pk, area_name=area.name, now=timezone.now())


@pytest.fixture
def two_areas():
    ours, theirs = AreaFactory(), AreaFactory()
    for area in (ours, theirs):
        BodyFactory(area=area)
    return ours, theirs


def test_outside_any_scope_there_is_nothing(two_areas):
    assert Body.objects.count() == 0


def test_a_query_without_a_filter_sees_its_own_area_and_no_other(two_areas):
    ours, _theirs = two_areas

    with scope(operator(ours)):
        seen = {body.area_id for body in Body.objects.all()}

    assert seen == {ours.pk}


def test_a_scope_inside_another_gives_the_outer_one_back(two_areas):
    ours, theirs = two_areas

    with scope(operator(ours)):
        with scope(operator(theirs)):
            inner = {body.area_id for body in Body.objects.all()}
        outer = {body.area_id for body in Body.objects.all()}

    assert (inner, outer) == ({theirs.pk}, {ours.pk})


def test_a_row_cannot_be_written_into_another_area(two_areas):
    ours, theirs = two_areas

    with scope(operator(ours)), pytest.raises(ProgrammingError, match="row-level security"), transaction.atomic():
        Body.objects.create(area=theirs, ref="B-99", name="Elsewhere", kind="other", on=timezone.now(), typed_at=timezone.now())


def test_a_row_cannot_be_moved_into_another_area(two_areas):
    ours, theirs = two_areas

    with scope(operator(ours)), pytest.raises(ProgrammingError, match="row-level security"), transaction.atomic():
        Body.objects.update(area=theirs)


def test_every_table_with_an_area_is_guarded():
    assert policies.missing(connection) == []


def test_the_site_owns_nothing_and_cannot_walk_past_the_policies():
    with connection.cursor() as cursor:
        cursor.execute("select rolsuper or rolbypassrls from pg_roles where rolname = current_user")
        powerful = cursor.fetchone()[0]
        cursor.execute("select count(*) from pg_tables where tableowner = current_user")
        owned = cursor.fetchone()[0]

    assert (powerful, owned) == (False, 0)


@pytest.mark.parametrize("deed", [lambda: Event.objects.update(verb="x"), lambda: Event.objects.all().delete()])
def test_the_site_may_not_change_the_trail(two_areas, deed):
    with pytest.raises(ProgrammingError, match="permission denied"), transaction.atomic():
        deed()
