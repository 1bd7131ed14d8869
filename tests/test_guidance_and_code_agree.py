"""The guidance files, the code and the worked examples name the same indicators."""

from collections import Counter

import pytest

from dueregard.assurance.queries.sections import INDICATORS, SECTIONS
from dueregard.guidance import catalogue
from dueregard.guidance.tests.worked_examples import Example, examples

FEWEST_EXAMPLES = 4
EXAMPLES = [example for section in SECTIONS for example in examples(section.name)]


def named() -> dict[str, str]:
    """By indicator: the line that names it."""
    return {line.indicator: line.id for framework in catalogue.frameworks() for line in framework.lines if line.indicator}


def test_guidance_and_code_name_the_same_indicators():
    assert set(named()) == set(INDICATORS), "is the function named in the __init__ of its section's indicators?"


def test_a_line_names_an_indicator_and_no_two_lines_the_same_one():
    lines = [line.indicator for framework in catalogue.frameworks() for line in framework.lines if line.indicator]

    assert len(lines) == len(set(lines))


@pytest.mark.parametrize("section", ["1", "2", "3"])
def test_every_line_of_a_section_that_stands_is_answered(section: str):
    lines = catalogue.framework("toolkit-2024").section(section).lines

    assert not [line.id for line in lines if line.indicator not in INDICATORS]


def test_every_indicator_has_its_worked_examples():
    shown = Counter(example.indicator for example in EXAMPLES)

    assert {name for name in INDICATORS if shown[name] < FEWEST_EXAMPLES} == set()
    assert set(shown) <= set(INDICATORS)


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: f"{example.line}: {example.name}")
def test_an_example_is_of_the_line_that_names_its_indicator(example: Example):
    assert named()[example.indicator] == example.line


def test_no_two_examples_of_a_line_have_one_name():
    names = Counter((example.line, example.name) for example in EXAMPLES)

    assert not [name for name, times in names.items() if times > 1]
