"""The head of an area file: the area itself, and what may stand beside it."""

from datetime import date
from typing import Annotated, Any

from pydantic import StringConstraints
from pydantic import ValidationError as ShapeError

from dueregard.basics.part import Strict
from dueregard.config.area_file.mistakes import said
from dueregard.config.area_file.parts import PARTS
from dueregard.config.area_file.problem import Problem, WrongFile
from dueregard.config.area_file.yaml_places import Places
from dueregard.organisations.rules import AreaKind, Nation, why_not_call


class Header(Strict):
    """The area itself."""

    slug: Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=40)]
    name: Annotated[str, StringConstraints(min_length=1, max_length=120)]
    kind: str
    nation: str = Nation.ENGLAND.value
    held_by: Annotated[str, StringConstraints(max_length=160)] = ""
    began: date
    invented: bool = False
    ends: date | None = None  # invented areas: the last day of their story, moved into this week at the demo's first load


def read_header(data: dict[str, Any], places: Places) -> tuple[Header | None, list[Problem]]:
    """The head of a file and what is wrong with it; parts there are none of among that."""
    known = {"area", *(part.name for part in PARTS)}
    problems = [Problem(places.line((key,)), str(key), "there is no such part in an area file") for key in data if key not in known]
    try:
        header = Header.model_validate(data.get("area", {}))
    except ShapeError as error:
        return None, problems + list(said(error, ("area",), places))

    def wrong(key: str, says: str) -> Problem:
        return Problem(places.line(("area", key)), f"area.{key}", says)

    if header.kind not in AreaKind.values:
        problems.append(wrong("kind", f"one of: {', '.join(AreaKind.values)}"))
    if header.nation not in Nation.values:
        problems.append(wrong("nation", f"one of: {', '.join(Nation.values)}"))
    if reason := why_not_call(header.slug):
        problems.append(wrong("slug", reason))
    return header, problems


def the_mapping(data: Any) -> dict[str, Any]:
    """The file as named parts, or the mistake that it is something else."""
    if not isinstance(data, dict):
        raise WrongFile([Problem(1, "the file", "an area file is a list of named parts; see the examples")])
    return data
