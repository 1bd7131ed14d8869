"""The words of a box are cut to fit it, and what is missing always stands in it."""

import pytest

from dueregard.home.rules.drawing import ROWS, cut, wrapped
from dueregard.home.rules.thread.cells import Said, Tone

LONG = "Brief the staff of every secondary school and every college of the two districts before the end of term"


@pytest.mark.parametrize(
    ("words", "width", "lines"),
    [
        ("Brief staff", 17, ["Brief staff"]),
        ("Brief staff in 22 secondary schools", 17, ["Brief staff in 22", "secondary schools"]),
        ("", 17, []),
        ("Safeguardingarrangements", 17, ["Safeguardingarra-", "ngements"]),
        ("A Safeguardingarrangements", 17, ["A", "Safeguardingarra-", "ngements"]),
    ],
)
def test_words_are_cut_into_lines(words, width, lines):
    assert wrapped(words, width) == lines


def test_what_fits_is_left_as_it_is():
    said = [Said("A-14, done 30 June", Tone.QUIET), Said("Brief staff", Tone.BOLD), Said("The council")]

    assert cut(said, ROWS) == [("A-14, done 30 June", Tone.QUIET), ("Brief staff", Tone.BOLD), ("The council", Tone.PLAIN)]


def test_a_long_saying_is_shortened_and_says_so():
    found = cut([Said("A-14", Tone.QUIET), Said(LONG, Tone.BOLD), Said("The council")], ROWS)

    assert len(found) == ROWS
    assert found[0] == ("A-14", Tone.QUIET)
    assert found[-2][0].endswith("…")
    assert found[-1] == ("The council", Tone.PLAIN)


def test_what_is_missing_stays_whole_however_much_else_there_is():
    said = [Said(LONG, Tone.BOLD), Said(LONG), Said("D-1", Tone.QUIET), Said("No Security Threat Check", Tone.MISSING)]

    found = cut(said, ROWS)

    assert len(found) == ROWS
    assert [words for words, tone in found if tone is Tone.MISSING] == ["No Security", "Threat Check"]


@pytest.mark.parametrize("tone", Tone)
def test_no_text_is_too_much_for_a_box(tone):
    assert 0 < len(cut([Said(LONG, tone)] * 7, ROWS)) <= ROWS


def test_what_only_the_list_says_is_not_in_the_box():
    assert cut([Said("24 June", Tone.QUIET, is_in_box=False), Said("16 Sept", Tone.QUIET)], ROWS) == [("16 Sept", Tone.QUIET)]
