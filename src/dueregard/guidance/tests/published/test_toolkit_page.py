"""The published toolkit page against our framework: every line accounted for, however wrapped, and any change told."""

import re
import textwrap
from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dueregard.guidance import catalogue, published
from dueregard.guidance.published.fingerprints import HERE
from dueregard.guidance.published.report import Outcome

TOOLKIT = catalogue.framework("toolkit-2024")
LABELLED = re.compile(r"^((?:Good|Best) practice(?: [Aa]ctivity)?|Benchmark|Outcome) [A-Z]")


def odd(report):
    """What is not as it was."""
    return [(row.outcome.value, row.id) for row in report.rows if row.outcome is not Outcome.MATCHED]


def places_of_lines(page):
    """The places of the labelled lines among the lines of the page, each with the id we know it by."""
    ids = [row.id for row in published.check(page, TOOLKIT).rows]
    places = [place for place, line in enumerate(page.split("\n")) if LABELLED.match(line)]
    assert len(ids) == len(places) == 64
    return list(zip(places, ids, strict=True))


def wrapped(page, width, *, keep_paragraphs):
    """The page at another width, its paragraphs kept or every break lost."""
    parts = re.split(r"\n\s*\n", page) if keep_paragraphs else [page]
    return "\n\n".join(textwrap.fill(part, width) for part in parts)


def test_every_line_of_the_published_page_is_matched(published_page):
    report = published.check(published_page, TOOLKIT)

    assert report.ok, report.as_text()
    assert Counter(row.kind for row in report.rows) == {"benchmark": 7, "outcome": 7, "good-practice": 29, "best-practice": 21}


def test_the_fingerprints_are_what_the_published_page_gives(published_page):
    made = published.fingerprints_from(published_page, TOOLKIT, questions_after="consideration of the following guiding questions")

    assert made == (HERE / "toolkit-2024.yaml").read_text(encoding="utf-8")


def test_the_lines_come_out_with_their_published_words(published_page):
    lines = published.extract(published_page)

    assert [line.id for line in lines if line.section == "4"] == ["4.benchmark", "4.outcome", "4.g1", "4.g2", "4.g3", "4.g4", "4.b1"]
    page = " ".join(re.sub(r"\[footnote \d\]", "", published_page).split())
    assert all(line.text.replace("\n", " ") in page for line in lines)


def test_the_three_questions_come_out_with_their_published_words(published_page):
    questions = published.threat_check_questions(wrapped(published_page, 40, keep_paragraphs=False))

    assert len(questions) == 3
    assert all(question.rstrip(".").endswith(("?", "information")) for question in questions)


def test_changed_questions_are_not_passed_off_as_the_published_ones(published_page):
    assert published.threat_check_questions(published_page.replace("terrorist-adjacent", "extremist")) == []


def test_sentences_that_merely_begin_with_good_practice_are_in_the_page_and_are_not_lines(published_page):
    assert "Good practice is for training records" in published_page
    assert "Good practice venue hire" in published_page

    lines = published.extract(published_page)

    assert not any(line.text.startswith(("is for", "venue hire")) for line in lines)


def test_our_words_are_not_the_published_ones(published_page):
    words = " ".join(re.findall(r"\w+", published_page.lower()))

    for line in TOOLKIT.lines:
        assert " ".join(re.findall(r"\w+", line.says.lower())) not in words


@given(width=st.integers(min_value=4, max_value=300), keep_paragraphs=st.booleans())
@settings(max_examples=25, deadline=None)
def test_no_width_hides_a_line(published_page, width, keep_paragraphs):
    report = published.check(wrapped(published_page, width, keep_paragraphs=keep_paragraphs), TOOLKIT)

    assert report.ok, report.as_text()


@given(data=st.data(), width=st.integers(min_value=12, max_value=200), keep_paragraphs=st.booleans())
@settings(max_examples=25, deadline=None)
def test_a_line_taken_away_is_gone(published_page, data, width, keep_paragraphs):
    one_liners = [each for each in places_of_lines(published_page) if each[1] != "1.g3"]  # that line's list would stay behind
    place, line_id = data.draw(st.sampled_from(one_liners))
    lines = published_page.split("\n")
    del lines[place]

    report = published.check(wrapped("\n".join(lines), width, keep_paragraphs=keep_paragraphs), TOOLKIT)

    assert odd(report) == [("gone", line_id)]


@given(data=st.data(), width=st.integers(min_value=12, max_value=200), keep_paragraphs=st.booleans())
@settings(max_examples=25, deadline=None)
def test_a_line_with_one_word_changed_is_reworded(published_page, data, width, keep_paragraphs):
    place, line_id = data.draw(st.sampled_from(places_of_lines(published_page)))
    lines = published_page.split("\n")
    words = lines[place].split(" ")
    changed = data.draw(st.integers(min_value=4, max_value=len(words) - 1))
    words[changed] = "marmalade"
    lines[place] = " ".join(words)

    report = published.check(wrapped("\n".join(lines), width, keep_paragraphs=keep_paragraphs), TOOLKIT)

    assert odd(report) == [("reworded", line_id)]


@given(data=st.data(), width=st.integers(min_value=12, max_value=200), keep_paragraphs=st.booleans())
@settings(max_examples=25, deadline=None)
def test_a_line_put_in_is_new(published_page, data, width, keep_paragraphs):
    place, line_id = data.draw(st.sampled_from([each for each in places_of_lines(published_page) if each[1] != "1.g3"]))
    lines = published_page.split("\n")
    lines.insert(place + 1, "Good practice Marmalade is offered to whoever comes.")

    report = published.check(wrapped("\n".join(lines), width, keep_paragraphs=keep_paragraphs), TOOLKIT)

    assert odd(report) == [("new", None)], line_id


@pytest.mark.parametrize("share", [0.2, 0.5, 0.8])
def test_a_page_cut_short_says_so(published_page, share):
    report = published.check(published_page[: int(len(published_page) * share)], TOOLKIT)

    assert not report.ok
    assert "Is it whole?" in " ".join(report.notes)
    assert not any(row.outcome is Outcome.NEW for row in report.rows)
