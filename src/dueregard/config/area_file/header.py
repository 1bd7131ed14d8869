"""The head of an area file: the area itself, and what may stand beside it."""

from datetime import date
from typing import Annotated, Any

from pydantic import AfterValidator, StringConstraints
from pydantic import ValidationError as ShapeError

from dueregard.basics.choice import Choice
from dueregard.basics.part import Strict
from dueregard.config.area_file.mistakes import said
from dueregard.config.area_file.parts import PARTS
from dueregard.config.area_file.problem import Problem, WrongFile
from dueregard.config.area_file.yaml_places import Places
from dueregard.organisations.rules import AreaKind, Nation, why_not_call


def _known(choice: type[Choice]) -> AfterValidator:
    """One of a choice's values, or the mistake that names them."""

    def check(value: str) -> str:
        if value not in choice.values:
            raise ValueError(f"one of: {', '.join(choice.values)}")
        return value

    return AfterValidator(check)


def _slug(value: str) -> str:
    if reason := why_not_call(value):
        raise ValueError(reason)
    return value


class Header(Strict):
    """The area itself."""

    slug: Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=40), AfterValidator(_slug)]
    name: Annotated[str, StringConstraints(min_length=1, max_length=120)]
    kind: Annotated[str, _known(AreaKind)]
    nation: Annotated[str, _known(Nation)] = Nation.ENGLAND.value
    held_by: Annotated[str, StringConstraints(max_length=160)] = ""
    began: date
    invented: bool = False
    ends: date | None = None  # invented areas: the last day of their story, moved into this week at the demo's first load


def read_header(data: dict[str, Any], places: Places) -> tuple[Header | None, list[Problem]]:
    """The head of a file and what is wrong with it; parts there are none of among that."""
    known = {"area", *(part.name for part in PARTS)}
    problems = [Problem(places.line((key,)), str(key), "there is no such part in an area file") for key in data if key not in known]
    try:
        return Header.model_validate(data.get("area", {})), problems
    except ShapeError as error:
        return None, problems + list(said(error, ("area",), places))


def the_mapping(data: Any) -> dict[str, Any]:
    """The file as named parts, or the mistake that it is something else."""
    if not isinstance(data, dict):
        raise WrongFile([Problem(1, "the file", "an area file is a list of named parts; see the examples")])
    return data
