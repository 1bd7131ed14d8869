"""The area file's part on bodies and people: what is written loads again, and is written the same."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from typing import Any

import pytest
from pydantic import ValidationError
from pytest_django import Settings

from dueregard.access.scope import scope
from dueregard.access.viewer import Viewer
from dueregard.accounts.tests.people import NOW, the_lead
from dueregard.basics.part import FileDeed
from dueregard.organisations.exchange import PART
from dueregard.organisations.models import Area
from dueregard.organisations.tests.factories import AreaFactory

APRIL, MAY, JUNE = date(2024, 4, 1), date(2024, 5, 1), date(2024, 6, 1)
LATE = datetime(2025, 2, 3, 16, 20, 1, 5, tzinfo=UTC)
WHOLE: dict[str, Any] = {
    "standings": [
        {"date": APRIL, "standing": "prison", "value": "yes", "because": "Known"},
        {"date": APRIL, "standing": "tier", "value": "higher", "because": "Letter of 20 March"},
        {"date": APRIL, "typed": LATE, "standing": "tier", "value": "ordinary", "because": "The letter was misread"},
    ],
    "bodies": [
        {"date": APRIL, "ref": "B-1", "name": "Westmarch Council", "kind": "unitary-council", "specified": True},
        {"date": APRIL, "ref": "B-2", "name": "Old trust", "kind": "health", "closed": {"date": JUNE, "typed": LATE}},
    ],
    "teams": [{"date": MAY, "ref": "T-1", "body": "B-1", "name": "Community safety"}],
    "people": [
        {
            "date": APRIL,
            "ref": "P-1",
            "name": "Somebody",
            "email": "a@example.org",
            "body": "B-2",
            "moved": [{"date": JUNE, "body": "B-1"}],
        },
        {"date": JUNE, "typed": LATE, "ref": "P-2", "name": "Another", "moved": [{"date": JUNE, "typed": LATE}]},
    ],
    "posts": [
        {
            "date": APRIL,
            "ref": "J-1",
            "body": "B-1",
            "kind": "prevent-lead",
            "title": "Prevent lead",
            "held": [
                {"date": APRIL, "person": "P-1", "left": {"date": MAY, "typed": LATE}},
                {"date": MAY, "person": "P-2", "because": "A job share"},
            ],
        },
        {
            "date": MAY,
            "ref": "J-2",
            "body": "B-2",
            "kind": "other",
            "title": "Old post",
            "given_up": {"date": JUNE},
        },
    ],
    "serves": [{"date": APRIL, "area": "next-council", "stopped": {"date": MAY}}, {"date": JUNE, "area": "next-council"}],
    "succeeds": [{"date": APRIL, "area": "old-council", "share": "The whole"}],
}


@pytest.fixture
def operator(db: None, settings: Settings) -> Viewer:
    settings.INVENTED = True
    AreaFactory(slug="next-council")
    AreaFactory(slug="old-council")
    return the_operator(AreaFactory(kind="joint"))


def the_operator(area: Area) -> Viewer:
    return Viewer.operator(area=area.slug, area_id=area.pk, area_name=area.name, now=NOW)


def ordered(written: dict[str, Any]) -> Iterator[FileDeed]:
    return iter(sorted(PART.deeds(PART.shape.model_validate(written)), key=lambda deed: deed.on))


def load(viewer: Viewer, written: dict[str, Any]) -> None:
    for deed in ordered(written):
        deed.do(viewer.at(deed.typed_at))


def write(viewer: Viewer) -> Any:
    with scope(viewer):
        return PART.write(viewer)


def test_what_a_file_says_is_written_the_same_again(operator: Viewer) -> None:
    load(operator, WHOLE)

    assert write(operator) == WHOLE


def test_what_was_written_loads_into_another_area_and_is_written_the_same(operator: Viewer) -> None:
    load(operator, WHOLE)
    second = the_operator(AreaFactory(kind="joint"))

    load(second, write(operator))

    assert write(second) == WHOLE


def test_without_a_clearance_the_tier_is_not_written(operator: Viewer) -> None:
    load(operator, WHOLE)
    area = Area.objects.get(pk=operator.area_id)

    assert [said["standing"] for said in write(the_lead(area))["standings"]] == ["prison"]


def test_an_area_with_nothing_is_written_as_nothing(operator: Viewer) -> None:
    assert write(operator) == {}


@pytest.mark.parametrize(
    ("part", "row", "place"),
    [
        ("bodies", {"date": APRIL, "ref": "B-1", "name": "X", "kind": "police", "colour": "red"}, ("bodies", 0, "colour")),
        ("teams", {"date": APRIL, "ref": "T-1", "name": "X"}, ("teams", 0, "body")),
        ("people", {"date": "soon", "ref": "P-1", "name": "X"}, ("people", 0, "date")),
    ],
)
def test_a_wrong_key_or_value_is_an_error_with_its_place(part: str, row: dict[str, Any], place: tuple[str | int, ...]) -> None:
    with pytest.raises(ValidationError) as wrong:
        PART.shape.model_validate({part: [row]})

    assert [error["loc"] for error in wrong.value.errors()] == [place]


def test_every_deed_says_where_in_the_file_it_stands() -> None:
    places = [deed.path for deed in ordered(WHOLE)]

    assert ("posts", 0, "held", 0, "left") in places
    assert len(places) == len(set(places))


def test_a_deed_is_stamped_with_when_it_was_typed() -> None:
    stamps = {deed.path: deed.typed_at for deed in ordered(WHOLE)}

    assert stamps["posts", 0, "held", 0, "left"] == LATE
    assert stamps["bodies", 0] == datetime(2024, 4, 1, 12, tzinfo=UTC)
