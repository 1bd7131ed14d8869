"""Text in an area file is as long as its column at the most, on either database, and what is longer is refused with its place."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args

import pytest
from pydantic import BaseModel, TypeAdapter, ValidationError

from dueregard.basics.part import HELD_IN
from dueregard.config.area_file import WrongFile, load
from dueregard.config.area_file.parts import PARTS
from dueregard.config.tests.files import NOW, SMALL, written
from dueregard.organisations.models import Area

# Keys that name something else of the file, and so are as long as its own reference; or a word out of a list that a deed checks.
NAMING = {
    *("action", "area", "at", "at_meeting", "body", "carried_from", "chaired_by", "check", "decision", "document", "done_by", "exchange"),
    *("for_body", "for_seat", "group", "item", "letter", "meeting", "minutes_of", "paper", "person", "post", "read_by", "seat"),
    *("substitute", "takes_over", "terms", "to_group", "version", "by", "files_from"),
}
LISTED = {"answer", "covers", "function", "kind", "marking", "outcome", "presence", "quorum_required", "rag", "role", "scored_by"}
NAMING |= {"custodian", "continues", "district", "follows", "given_by", "risk", "source", "actions", "assessment", "lead", "objective"}
NAMING |= {"ask", "requirement", "team", "course", "learner", "learners", "came_with", "profile", "setting", "columns"}
LISTED |= {"subject", "subjects", "scope", "sector", "standing", "status", "wording", "findings", "band", "impact", "likelihood"}


def shapes(found: Any) -> Iterator[type[BaseModel]]:
    """A shape and every shape in it."""
    if isinstance(found, type) and issubclass(found, BaseModel):
        yield found
        for field in found.model_fields.values():
            yield from shapes(field.annotation)
    for inner in get_args(found):
        yield from shapes(inner)


SHAPES = {shape for part in PARTS for shape in shapes(part.shape)}
LIMITS = [
    (shape, key, column)
    for shape in sorted(SHAPES, key=str)
    for base in shape.__mro__
    for key, columns in HELD_IN.get(base, {}).items()
    for column in columns
]


def keys_of_text() -> list[tuple[type[BaseModel], str]]:
    return [(shape, key) for shape in SHAPES for key, field in shape.model_fields.items() if "str" in repr(field.annotation)]


def test_every_text_of_a_file_is_held_to_the_length_of_its_column() -> None:
    left = [
        f"{shape.__module__}.{shape.__name__}: {key}"
        for shape, key in keys_of_text()
        if not any(key in HELD_IN.get(base, {}) for base in shape.__mro__)
    ]

    assert [one for one in left if one.rpartition(" ")[2] not in NAMING | LISTED] == []


@pytest.mark.parametrize(("shape", "key", "column"), LIMITS, ids=lambda part: getattr(part, "__name__", str(part)))
def test_a_shape_takes_as_much_as_its_column_and_no_more(shape: type[BaseModel], key: str, column: Any) -> None:
    text = TypeAdapter(shape.model_fields[key].annotation)
    too_long = "x" * ((column.max_length or 0) + 1)

    if column.max_length and not column.choices:
        with pytest.raises(ValidationError, match="should have at most"):
            text.validate_python(too_long)
    else:
        assert text.validate_python(too_long) == too_long


@pytest.mark.django_db
def test_what_is_too_long_is_refused_with_its_line_and_its_place(tmp_path: Path) -> None:
    long = written(SMALL.replace("name: Brook Council", f"name: {'x' * 161}"), tmp_path)

    with pytest.raises(WrongFile) as refused:
        load(long, now=NOW)

    assert "organisations.bodies.0.name: this is longer than 160 characters (it says xxx" in str(refused.value)
    assert not Area.objects.exists()
