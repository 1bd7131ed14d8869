"""What each line of a pasted list, and each row of a file, says of somebody."""

from io import BytesIO
from itertools import chain

import pytest

from dueregard.sheets.rules.tables import Unreadable
from dueregard.training.rules.attendance_lists import MOST_LINES, Said, said_in_rows, said_in_text
from dueregard.training.rules.bringing_in.reading import read_rows


def keys(said: list[Said]) -> list[tuple[str, str, str]]:
    return [(one.number, one.email, one.ref) for one in said]


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("12345", [("12345", "", "")]),
        ("abc", [("abc", "", "")]),
        ("a.ode@council.example", [("", "a.ode@council.example", "")]),
        ("Ann Ode <a.ode@council.example>", [("", "a.ode@council.example", "")]),
        ("12345\tAnn Ode\ta.ode@council.example", [("12345", "a.ode@council.example", "")]),
        ("Ode, Ann (12345)", [("12345", "", "")]),
        ("Ode, Ann, 27/03/2026 10:30", [("", "", "")]),
        ("A <a@x.example>; B <b@x.example>", [("", "a@x.example", ""), ("", "b@x.example", "")]),
        ("1001, 1002", [("1001", "", ""), ("1002", "", "")]),
        ("1001, team 4", [("1001", "", "")]),
        ("ln-12", [("", "", "LN-12")]),
        ("   ", []),
    ],
)
def test_a_line_says_a_number_an_email_or_a_reference(line: str, found: list[tuple[str, str, str]]) -> None:
    assert keys(said_in_text(line)) == found


def in_file(content: bytes) -> list[Said]:
    rows = read_rows(BytesIO(content))
    return said_in_rows(chain([(rows.first, rows.headings)], rows.after))


def test_a_file_is_read_by_its_headings_wherever_they_stand() -> None:
    said = in_file("Meeting summary\nParticipants,2\nFull name;Email;Staff number\nAnn;ANN@x.example;12\n".replace(";", ",").encode())

    assert keys(said) == [("12", "ANN@x.example", "")]
    assert said[0].line == 4


def test_whoever_the_list_says_stayed_away_is_told_apart() -> None:
    said = in_file(b"Email,Attended\na@x.example,Yes\nb@x.example,no\nc@x.example,\n")

    assert [one.stayed_away for one in said] == [False, True, True]


def test_a_file_without_headings_is_read_as_if_it_were_pasted() -> None:
    assert keys(in_file("a@x.example\nb@x.example\n".encode("utf-16"))) == [("", "a@x.example", ""), ("", "b@x.example", "")]


def test_a_row_without_number_and_email_is_kept_to_be_shown() -> None:
    (said,) = in_file(b"Email,Name\n,Ann Ode\n")

    assert (said.has_key, said.says) == (False, "Ann Ode")


def test_a_list_that_is_too_long_is_refused() -> None:
    text = "1\n" * (MOST_LINES + 1)

    with pytest.raises(Unreadable, match="more than 2,000 lines"):
        said_in_text(text)
    with pytest.raises(Unreadable, match="more than 2,000 lines"):
        in_file(("Email\n" + "a@x.example\n" * (MOST_LINES + 40)).encode())
