"""The national objectives of Prevent, read once and strictly from objectives.yaml."""

from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from pydantic import TypeAdapter
from yaml import safe_load

from dueregard.basics.part import Strict

HERE = Path(__file__).parent


class ObjectiveSource(Strict):
    """Where an objective is stated, and through whom we know of it."""

    document: str
    place: str
    reported_by: str


class NationalObjective(Strict):
    """One of the national objectives, in our own words."""

    id: str
    title: str
    means: str
    source: ObjectiveSource
    in_force_from: date


@dataclass(frozen=True)
class _Read:
    objectives: tuple[NationalObjective, ...]


@cache
def national_objectives() -> tuple[NationalObjective, ...]:
    """The national objectives, in the order policy states them."""
    read = safe_load((HERE / "objectives.yaml").read_text(encoding="utf-8"))
    return TypeAdapter(_Read).validate_python(read).objectives


def national_objective(objective_id: str) -> NationalObjective | None:
    """The national objective with this id; None where there is none."""
    return next((one for one in national_objectives() if one.id == objective_id), None)
