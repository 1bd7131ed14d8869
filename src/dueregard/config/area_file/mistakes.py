"""What is wrong with the shape of a file, in words: unknown keys, missing keys, values of the wrong kind."""

from collections.abc import Iterator
from typing import Any

from pydantic import ValidationError as ShapeError

from dueregard.config.area_file.problem import Problem, dotted
from dueregard.config.area_file.yaml_places import Places

WORDS = {
    "extra_forbidden": "there is no such key",
    "missing": "this is missing",
    "date_type": "this is not a date; write year-month-day, such as 2026-03-31",
    "datetime_type": "this is not a moment; write a date with a time, such as 2026-03-31T10:00:00Z",
    "string_type": "this is not text; put it in quotation marks",
    "int_type": "this is not a whole number",
    "float_type": "this is not a number",
    "bool_type": "this is not true or false",
    "list_type": "this is not a list",
    "dict_type": "this is not a row of keys with values",
    "model_type": "this is not a row of keys with values",
    "string_too_short": "this is empty",
    "string_pattern_mismatch": "this may have small letters, digits and single hyphens only",
}


def said(error: ShapeError, above: tuple[str, ...], places: Places) -> Iterator[Problem]:
    """Each mistake with its place and, where it is a value, the value."""
    for wrong in error.errors(include_url=False):
        path = (*above, *wrong["loc"])
        yield Problem(places.line(path), dotted(path), _words(wrong))


def _words(wrong: Any) -> str:
    words = WORDS.get(wrong["type"])
    if wrong["type"] == "string_too_long":
        words = f"this is longer than {wrong['ctx']['max_length']} characters"
    if words is None:
        words = str(wrong["msg"]).removeprefix("Value error, ")
        words = "this is not a time of day; write 09:30" if words.startswith(("Invalid isoformat", "hour must", "minute must")) else words
    given = wrong["input"]
    is_value = wrong["type"] not in {"extra_forbidden", "missing"} and not isinstance(given, dict | list | None)
    return f"{words} (it says {str(given)[:60]})" if is_value and given != "" else words
