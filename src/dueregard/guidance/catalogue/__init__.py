"""The guidance files, read once and strictly: frameworks, lines, scales, crosswalk and threat-check wordings."""

from datetime import date
from functools import cache
from pathlib import Path

from dueregard.guidance.catalogue.reading import read_crosswalks, read_framework, read_scales, read_wordings
from dueregard.guidance.catalogue.shapes import (
    Band,
    Crosswalk,
    Framework,
    GuidanceError,
    Line,
    Number,
    Pair,
    Scale,
    ScaleValue,
    Section,
    Source,
    ThreatCheckQuestion,
    ThreatCheckWording,
    Tier,
    Whose,
)

HERE = Path(__file__).parent.parent
ORDER = (
    "statute",
    "duty-guidance-2023",
    "toolkit-2024",
    "benchmarks-2018",
    "channel-assurance-skeleton",
)  # as people read them; others after


@cache
def framework_ids() -> tuple[str, ...]:
    """The ids of the frameworks there are, without reading them."""
    found = {path.stem for path in (HERE / "frameworks").glob("*.yaml")}
    return tuple(each for each in ORDER if each in found) + tuple(sorted(found - set(ORDER)))


@cache
def framework(framework_id: str) -> Framework:
    """The framework with this id."""
    if framework_id not in framework_ids():
        raise GuidanceError(f"There is no framework {framework_id}; there are {', '.join(framework_ids())}")
    return read_framework(HERE / "frameworks" / f"{framework_id}.yaml")


@cache
def frameworks() -> tuple[Framework, ...]:
    """Every framework: law, guidance, toolkit, then older and narrower ones."""
    return tuple(framework(framework_id) for framework_id in framework_ids())


def line(framework_id: str, line_id: str) -> Line:
    """The line with this id in this framework."""
    return framework(framework_id).line(line_id)


@cache
def scales() -> tuple[Scale, ...]:
    """Every rating scale."""
    return read_scales(HERE / "scales.yaml")


def scale(scale_id: str) -> Scale:
    """The scale with this id."""
    for each in scales():
        if each.id == scale_id:
            return each
    raise GuidanceError(f"There is no scale {scale_id}; there are {', '.join(each.id for each in scales())}")


@cache
def crosswalk() -> Crosswalk:
    """The way from the ten benchmarks of 2018 to the toolkit of 2024."""
    return read_crosswalks(HERE / "crosswalk.yaml", frameworks())[0]


@cache
def threat_check_wordings() -> tuple[ThreatCheckWording, ...]:
    """Every version of the three questions, oldest first."""
    return read_wordings(HERE / "threat-check.yaml")


def threat_check_wording(wording_id: str) -> ThreatCheckWording:
    """The version with this id."""
    for each in threat_check_wordings():
        if each.id == wording_id:
            return each
    raise GuidanceError(f"There is no threat-check wording {wording_id}")


def threat_check_wording_on(on: date) -> ThreatCheckWording:
    """The newest version in force on a date, or the oldest there is for a date before all of them."""
    in_force = [each for each in threat_check_wordings() if each.in_force_from <= on]
    return in_force[-1] if in_force else threat_check_wordings()[0]


__all__ = [
    "Band",
    "Crosswalk",
    "Framework",
    "GuidanceError",
    "Line",
    "Number",
    "Pair",
    "Scale",
    "ScaleValue",
    "Section",
    "Source",
    "ThreatCheckQuestion",
    "ThreatCheckWording",
    "Tier",
    "Whose",
    "crosswalk",
    "framework",
    "framework_ids",
    "frameworks",
    "line",
    "scale",
    "scales",
    "threat_check_wording",
    "threat_check_wording_on",
    "threat_check_wordings",
]
