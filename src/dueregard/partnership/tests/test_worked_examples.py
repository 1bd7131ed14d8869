"""Every worked example of section 1 is found as it says."""

from collections import Counter

import pytest

from dueregard.guidance import catalogue
from dueregard.guidance.indicator import indicators_in
from dueregard.partnership import indicators
from dueregard.partnership.tests.worked_examples import Example, examples


@pytest.mark.parametrize("example", examples(), ids=lambda example: f"{example.line}: {example.name}")
def test_a_worked_example_is_found_as_it_says(example: Example):
    finding = example.find()

    assert finding.status == example.finding, finding.because
    for words in example.because_includes:
        assert words in " ".join(finding.because)


def test_every_line_of_section_1_has_an_indicator_of_its_own():
    lines = next(section for section in catalogue.framework("toolkit-2024").sections if section.id == "1").lines

    assert {line.indicator for line in lines} == set(indicators_in(indicators))


def test_every_indicator_has_at_least_four_worked_examples():
    counted = Counter(example.indicator for example in examples())

    assert set(counted) == set(indicators_in(indicators))
    assert min(counted.values()) >= 4


def test_no_two_worked_examples_of_a_line_have_one_name():
    names = [(example.line, example.name) for example in examples()]

    assert len(names) == len(set(names))
