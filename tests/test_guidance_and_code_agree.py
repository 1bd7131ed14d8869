"""The guidance files, the code and the worked examples name the same indicators."""

from collections import Counter
from pathlib import Path

import yaml

from dueregard.assurance.queries.sections import INDICATORS
from dueregard.guidance import catalogue

EXAMPLES = Path(catalogue.__file__).parents[1] / "examples"
FEWEST_EXAMPLES = 4


def named() -> dict[str, str]:
    """By indicator: the line that names it."""
    return {line.indicator: line.id for framework in catalogue.frameworks() for line in framework.lines if line.indicator}


def test_guidance_and_code_name_the_same_indicators():
    assert set(named()) == set(INDICATORS)


def test_a_line_names_an_indicator_and_no_two_lines_the_same_one():
    lines = [line.indicator for framework in catalogue.frameworks() for line in framework.lines if line.indicator]

    assert len(lines) == len(set(lines))


def test_every_indicator_has_its_worked_examples():
    shown = Counter()
    for path in sorted(EXAMPLES.glob("*.yaml")):
        data = yaml.safe_load(path.read_text(encoding="utf-8"))
        shown[data["indicator"]] += len(data["examples"])

    assert {name for name in INDICATORS if shown[name] < FEWEST_EXAMPLES} == set()
    assert set(shown) <= set(INDICATORS)


def test_every_example_is_of_the_line_that_names_its_indicator():
    for path in sorted(EXAMPLES.glob("*.yaml")):
        data = yaml.safe_load(path.read_text(encoding="utf-8"))
        assert named()[data["indicator"]] == str(data["line"]), path.name
