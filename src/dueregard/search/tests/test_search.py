"""Searching: the same on both databases, and nothing a viewer may not open is found or counted."""

from collections.abc import Iterator
from datetime import date

import pytest
from django.db import transaction

from dueregard.access.roles import Permission, Role
from dueregard.access.scope import scope
from dueregard.accounts.tests.people import a_viewer, the_lead, the_stranger
from dueregard.organisations.models import Area
from dueregard.organisations.tests.factories import AreaFactory, BodyFactory, PostFactory
from dueregard.search.actions import Says, index, rebuild
from dueregard.search.models import Entry
from dueregard.search.queries import search

pytestmark = pytest.mark.django_db


@pytest.fixture
def area() -> Iterator[Area]:
    """An area, in whose scope the test runs."""
    area = AreaFactory()
    with scope(the_lead(area)):
        yield area


def says(ref: str, title: str, *texts: str, **changed: object) -> Says:
    told = {"kind": "action", "ref": ref, "title": title, "texts": texts, "permission": Permission.PARTNERSHIP_READ, **changed}
    return Says(**told)  # changed by the test


def refs(area: Area, asked: str, **changed: object) -> list[str]:
    return [hit.ref for hit in search(changed.pop("viewer", the_lead(area)), asked, **changed).hits]


def test_every_word_has_to_be_there_and_a_beginning_will_do(area: Area) -> None:
    index([says("A-1", "Train venue staff", "due diligence"), says("A-2", "Train teachers")], by=the_lead(area))

    assert refs(area, "train") == ["A-1", "A-2"]
    assert refs(area, "train venue") == ["A-1"]
    assert refs(area, "dilig") == ["A-1"]
    assert refs(area, "diligently") == []


def test_a_reference_is_found_however_it_is_typed(area: Area) -> None:
    index([says("A-19", "Train venue staff"), says("A-1", "Nineteen venues, 19 checks")], by=the_lead(area))

    assert refs(area, "a19") == refs(area, "A-19") == ["A-19"]


def test_a_title_goes_before_a_text_and_then_the_newest(area: Area) -> None:
    index(
        [
            says("A-1", "Something else", "venue", on=date(2026, 11, 1)),
            says("A-2", "Venue hire", on=date(2025, 1, 1)),
            says("A-3", "Venue staff", on=date(2026, 1, 1)),
            says("A-4", "Venue lists"),
        ],
        by=the_lead(area),
    )

    assert refs(area, "venue") == ["A-3", "A-2", "A-4", "A-1"]


def test_what_a_record_said_before_is_not_found(area: Area) -> None:
    index([says("A-1", "Train venue staff")], by=the_lead(area))

    index([says("A-1", "Train teachers")], by=the_lead(area))

    assert refs(area, "venue") == []
    assert refs(area, "teachers") == ["A-1"]


def test_what_is_gone_is_not_found(area: Area) -> None:
    index([says("A-1", "Train venue staff")], by=the_lead(area))

    index([says("A-1", "Train venue staff", is_gone=True)], by=the_lead(area))

    assert refs(area, "venue") == []
    assert not Entry.objects.filter(area=area.pk).exists()


def test_an_official_sensitive_part_is_found_by_the_cleared_alone_and_not_counted_for_others(area: Area) -> None:
    cleared = the_lead(area, cleared=True)
    index([says("A-1", "Venues"), says("A-1", "Venues", "narrative", part="sensitive", marking="official-sensitive")], by=cleared)

    assert search(the_lead(area), "narrative").hits == ()
    assert search(the_lead(area), "narrative").kinds == ()
    assert refs(area, "narrative", viewer=cleared) == ["A-1"]
    assert refs(area, "venues", viewer=cleared) == ["A-1"]


def test_what_a_role_may_not_open_it_does_not_find(area: Area) -> None:
    index([says("A-1", "Venues")], by=the_lead(area))

    assert refs(area, "venues", viewer=a_viewer(area, Role.AUDITOR)) == []


def test_another_area_finds_nothing_of_this_one(area: Area) -> None:
    index([says("A-1", "Venues")], by=the_lead(area))

    stranger = the_stranger()

    with scope(stranger):
        assert search(stranger, "venues").hits == ()


def test_a_kind_narrows_what_is_shown_and_not_what_is_counted(area: Area) -> None:
    index([says("A-1", "Venues"), says("D-2026-01", "Venues", kind="decision")], by=the_lead(area))

    found = search(the_lead(area), "venues", of_kind="decision")

    assert [hit.ref for hit in found.hits] == ["D-2026-01"]
    assert found.kinds == (("action", 1), ("decision", 1))


def test_posts_and_bodies_are_found_with_one_wrong_letter(area: Area) -> None:
    body = BodyFactory(area=area, name="Westmarch Probation Service")
    post = PostFactory(area=area, body=body, title="Prevent education officer")

    assert refs(area, "probaton") == [body.ref]
    assert refs(area, "educatoin officer") == [post.ref]


@pytest.mark.parametrize("asked", ["", " ", "!!!", "'", '"', "a", "& | !", "venue'); drop table search_entry; --", "*", "NEAR(", "é" * 400])
def test_whatever_is_typed_is_answered(area: Area, asked: str) -> None:
    index([says("A-1", "Teachers")], by=the_lead(area))

    assert search(the_lead(area), asked).hits == ()


def test_making_it_anew_finds_the_same(area: Area) -> None:
    told = [says("A-1", "Train venue staff", "due diligence"), says("A-2", "Train teachers")]
    index([says("A-3", "Gone since"), *told], by=the_lead(area))

    assert rebuild(told, by=the_lead(area)) == 2

    assert refs(area, "train") == ["A-1", "A-2"]
    assert refs(area, "gone") == []


def test_what_is_rolled_back_is_not_found(area: Area) -> None:
    with transaction.atomic():
        index([says("A-1", "Venues")], by=the_lead(area))
        transaction.set_rollback(True)

    assert refs(area, "venues") == []
