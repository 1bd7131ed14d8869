"""Every worked example of section 6, and of lines 4.g2 and 7.b2, is found as it says."""

from collections import Counter

import pytest

from dueregard.guidance import catalogue
from dueregard.guidance.indicator import indicators_in
from dueregard.guidance.tests.worked_examples import Example, examples
from dueregard.training import indicators
from dueregard.training.tests.worked_examples import read


@pytest.mark.parametrize("example", examples("training"), ids=lambda example: f"{example.line}: {example.name}")
def test_a_worked_example_is_found_as_it_says(example: Example) -> None:
    finding = example.find(read, indicators)

    assert finding.status == example.finding, finding.because
    for words in example.because_includes:
        assert words in " ".join(finding.because)


def test_every_line_of_section_6_has_an_indicator_of_its_own_with_four_examples_or_more() -> None:
    lines = {line.indicator for section in catalogue.framework("toolkit-2024").sections if section.id == "6" for line in section.lines}
    counted = Counter(example.indicator for example in examples("training"))

    assert lines < set(indicators_in(indicators)) == set(counted)
    assert len(lines) == 10
    assert min(counted.values()) >= 4


def test_no_two_worked_examples_of_a_line_have_one_name() -> None:
    names = [(example.line, example.name) for example in examples("training")]

    assert len(names) == len(set(names))
