"""Reads worked examples: people's shorthand for records, the day asked about, and what should be found."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from types import ModuleType
from typing import Any

import yaml

from dueregard.guidance import catalogue
from dueregard.guidance.indicator import Finding, find, indicators_in

FOLDER = Path(catalogue.__file__).parent.parent / "examples"


@dataclass(frozen=True)
class Example:
    """One worked example of a line."""

    line: str
    name: str
    indicator: str
    facts: Mapping[str, Any]
    expects: Mapping[str, Any]
    as_at: date
    finding: str
    because_includes: tuple[str, ...]

    def find(self, read: Callable[[Mapping[str, Any]], Any], indicators: ModuleType) -> Finding:
        """What the indicator finds in the facts, once they are read."""
        numbers = catalogue.line("toolkit-2024", self.line).numbers | dict(self.expects)
        return find(indicators_in(indicators)[self.indicator], read(self.facts), numbers, self.as_at)


def examples(section: str) -> list[Example]:
    """Every worked example of a section's files, file by file."""
    return [
        _example(written, each)
        for path in sorted(FOLDER.glob(f"{section}-*.yaml"))
        for written in [yaml.safe_load(path.read_text(encoding="utf-8"))]
        for each in written["examples"]
    ]


def _example(written: Mapping[str, Any], each: Mapping[str, Any]) -> Example:
    says = each.get("because_includes", [])
    return Example(
        line=written["line"],
        name=each["name"],
        indicator=written["indicator"],
        facts=each["facts"],
        expects=each.get("expects", {}),
        as_at=each["as_at"],
        finding=each["finding"],
        because_includes=(says,) if isinstance(says, str) else tuple(says),
    )
