"""Every worked example of section 3 is found as it says."""

import pytest

from dueregard.guidance.tests.worked_examples import Example, examples
from dueregard.plan import indicators
from dueregard.plan.tests.worked_examples import read


@pytest.mark.parametrize("example", examples("plan"), ids=lambda example: f"{example.line}: {example.name}")
def test_a_worked_example_is_found_as_it_says(example: Example):
    finding = example.find(read, indicators)

    assert finding.status == example.finding, finding.because
    for words in example.because_includes:
        assert words in " ".join(finding.because)
