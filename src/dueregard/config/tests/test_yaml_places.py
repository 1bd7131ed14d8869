"""Reading and writing YAML: what is written reads back, every value has its line, nothing is hidden."""

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as some

from dueregard.config.area_file.problem import WrongFile
from dueregard.config.area_file.yaml_places import DEEPEST, read, write

TEXT = some.text(some.characters(exclude_categories=("Cs", "Cc"), include_characters="\n\t"))
DATES = some.dates() | some.datetimes(timezones=some.just(UTC), min_value=datetime(1000, 1, 1))
VALUES = TEXT | some.booleans() | some.integers() | some.none() | DATES
DATA = some.dictionaries(some.from_regex(r"[a-z_]{1,12}", fullmatch=True), VALUES | some.lists(VALUES, max_size=4), min_size=1, max_size=6)


@given(DATA)
def test_what_is_written_reads_back_the_same(data: dict[str, object]) -> None:
    read_back, _ = read(write({"part": data}))

    assert read_back == {"part": data}


def test_text_of_several_lines_stands_as_lines() -> None:
    assert write({"words": "One.\nTwo.\n"}) == "words: |\n  One.\n  Two.\n"


def test_every_value_has_the_line_of_its_key() -> None:
    _, places = read("area:\n  slug: x\npeople:\n- ref: P-1\n  name:\n    Ada\n")

    assert places.line(("area", "slug")) == 2
    assert places.line(("people", 0)) == 4
    assert places.line(("people", 0, "name")) == 5
    assert places.line(("people", 0, "missing")) == 4


@pytest.mark.parametrize("words", ["2025-02-31", "0000-01-01", "!!timestamp soon", "!!int many", "!!bool maybe", "9" * 5000])
def test_a_value_that_only_looks_like_one_is_left_as_text(words: str) -> None:
    data, _ = read(f"when: {words}")

    assert data["when"] == words.split()[-1]


def test_dates_and_moments_are_read() -> None:
    data, _ = read("when: 2025-02-28\nat: 2025-02-28T10:00:00Z")

    assert data == {"when": date(2025, 2, 28), "at": datetime(2025, 2, 28, 10, tzinfo=UTC)}


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "line 1, the file: the file is empty"),
        ("# nothing\n", "line 1, the file: the file is empty"),
        ("a: &x 1\nb: *x\n", "line 2, the file: aliases"),
        ("a: 1\nb: 2\na: 3\n", "line 3, a: a is given twice"),
        ("a:\n  b: 1\n  b: 2\n", "line 3, a.b: b is given twice"),
        ("a:\n\tb: 1\n", "line 2, the file: it is not YAML"),
        ("a: [1, 2\nb: 3}\n", "line 2, the file: it is not YAML"),
        ("a: 1\n---\nb: 2\n", "line 2, the file: it is not YAML"),
        ("? [a, b]\n: 1\n", "line 1, the file: the name of a key is a word"),
        ("1: one\n", "line 1, the file: the name of a key is a word"),
        ("<<: {a: 1}\n", "line 1, the file: the name of a key is a word"),
        ("a: !!python/object:os.system x\n", "line 1, a: tags"),
        ("a: !!set {x}\n", "line 1, a: tags (set)"),
        ('a: "\\0"\n', "line 1, a: it holds a sign that does not show"),
        ("[" * 200_000, "line 1, the file: there are more brackets"),
        ("- " * 200_000, "line 1, the file: there are more brackets"),
    ],
)
def test_what_a_reader_would_not_see_is_refused_at_its_line(text: str, says: str) -> None:
    with pytest.raises(WrongFile) as wrong:
        read(text)

    assert str(wrong.value).startswith(says)


def test_as_deep_as_files_go_is_read() -> None:
    data, _ = read("[" * DEEPEST + "]" * DEEPEST)

    depth = 0
    while data is not None:
        [data], depth = data or [None], depth + 1
    assert depth == DEEPEST
