"""Official words given by line in a plain file, for a document whose published page we do not know."""

import pytest

from dueregard.guidance import catalogue, published

GIVEN = """
[leadership.1]
Invented words
over two lines.

A second paragraph.

[partnership.1]
Other invented words.
[threat-check-2023-uk.mindful]
An invented question?
"""
DUTY = "duty-guidance-2023"


def read(text: str, framework: str = DUTY) -> dict[str | None, str]:
    lines = published.lines_by_id(text, catalogue.framework(framework), file="words.txt")
    return {line.id: line.text for line in lines}


@pytest.mark.parametrize("text", [GIVEN, "\ufeff" + GIVEN.lstrip(), GIVEN.replace("\n", "\r\n")])
def test_the_words_under_an_id_are_its_line_s(text: str) -> None:
    assert read(text) == {
        "leadership.1": "Invented words over two lines.\nA second paragraph.",
        "partnership.1": "Other invented words.",
        "threat-check-2023-uk.mindful": "An invented question?",
    }


def test_any_framework_can_be_given_so() -> None:
    assert read("[1.benchmark]\nInvented\n", "toolkit-2024") == {"1.benchmark": "Invented"}


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("[leadership.1]\nWords\n\n[leadership.99]\nWords\n", "words.txt, line 4: .* has no line leadership.99"),
        ("[leadership.1]\nWords\n[leadership.1]\nMore\n", r"words.txt, line 3: \[leadership.1\] stood at line 1 already"),
        ("[leadership.1]\n\n[leadership.2]\nWords\n", r"words.txt, line 1: no words stand under \[leadership.1\]"),
        ("\nWords\n[leadership.1]\n", r"words.txt, line 2: begin with the id of a line"),
    ],
)
def test_a_mistake_is_refused_with_file_and_line(text: str, says: str) -> None:
    with pytest.raises(catalogue.GuidanceError, match=says):
        read(text)
