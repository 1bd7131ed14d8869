"""Whoever may not know the area's tier is not told it by the finding, nor by a number it could be told from."""

from dataclasses import replace

import pytest

from dueregard.guidance import catalogue
from dueregard.guidance.tests.worked_examples import Example, examples
from dueregard.partnership.indicators import governs_and_meets
from dueregard.partnership.tests.worked_examples import read

CADENCE = [example for example in examples("partnership") if example.indicator == "partnership.governs-and-meets"]


@pytest.mark.parametrize("example", CADENCE, ids=lambda example: example.name)
def test_the_status_stays_and_the_tier_is_not_told(example: Example):
    numbers = catalogue.line("toolkit-2024", example.line).numbers | dict(example.expects)

    untold = governs_and_meets(replace(read(example.facts), tells_tier=False), numbers, example.as_at)

    said = " ".join([*untold.because, *(gap.says for gap in untold.gaps)])
    assert untold.status == example.finding
    assert not [words for words in ("tier", "13 months", "expected in", "are expected;", "limit is") if words in said]
