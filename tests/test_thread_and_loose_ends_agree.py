"""The golden thread draws what is missing from the loose ends of the sections: each kind it has a place for is one they find."""

import re
from pathlib import Path

import pytest

import dueregard
from dueregard.home.rules.thread.missing import PLACES

SOURCE = Path(dueregard.__file__).parent


def kinds_of(section: str) -> set[str]:
    """The kinds of loose end a section finds, as its indicators name them."""
    return set(re.findall(r'_end\(\s*"([a-z-]+)"', (SOURCE / section / "indicators" / "loose.py").read_text()))


@pytest.mark.parametrize("kind", sorted(PLACES))
def test_what_the_thread_draws_as_missing_is_a_loose_end_of_its_section(kind):
    section, _, name = kind.partition(".")

    assert name in kinds_of(section)
