"""Reading a published page, with an invented one: the real page's words are not kept here."""

import html
import json
import re
import textwrap

import pytest

from dueregard.guidance import catalogue, published
from dueregard.guidance.catalogue import GuidanceError
from dueregard.guidance.catalogue.reading import read_framework
from dueregard.guidance.published.fingerprints import read_fingerprints
from dueregard.guidance.published.report import Outcome

PAGE = """\
Invented toolkit

Section 1: Gardens

Benchmark A shared garden is kept in good order by its neighbours.
Outcome Everybody has somewhere green to sit.
Good practice There is a rota which says who waters the beds in which week.
Good practice Those sharing the tool-shed as a minimum include:

• the nearest household
• the school (where there is one)
Good practice activity The rota is reviewed every spring.[footnote 1]
Best practice activity The neighbours’ association lends out its ladder – and asks for it back.

Good practice is for ladders to be checked each year by somebody who knows ladders.

Which questions are asked?

  • Is this bed mindful of the shade in its corner of the garden?

  • Is this bed in proportion to the watering that it wants?

  • Is this bed likely to flower at all in an ordinary year?

What does good look like?

The garden is tended. Good practice watering habits are shared with every new neighbour.

Section 2: Ponds

Benchmark The pond is safe for small children and for newts.
Outcome Nobody falls in.
Good practice There is a fence round the pond with a gate that closes by itself.
Best practice Activity Newts are counted once a year by the school.

A pond is a commitment.
"""
FRAMEWORK = """\
id: invented
title: Invented toolkit
published: 2024-02-12
source: Nobody
nations: [england, wales]
caution: Invented for a test.
sections:
"""
LINES = {"1": ["g1", "g2", "g3", "b1"], "2": ["g1", "b1"]}
LABELLED = re.compile(r"^((?:Good|Best) practice(?: [Aa]ctivity)?|Benchmark|Outcome) ([A-Z].*)$")


@pytest.fixture(scope="module")
def checker(tmp_path_factory):
    """Checks a text against the invented page, of which only fingerprints are known."""
    folder = tmp_path_factory.mktemp("invented")
    text = FRAMEWORK
    for section, lines in LINES.items():
        text += f'  - id: "{section}"\n    title: T\n    benchmark: B\n    outcome: O\n    lines:\n'
        for line in lines:
            tier = "good-practice" if line.startswith("g") else "best-practice"
            text += f"      - {{id: {section}.{line}, tier: {tier}, says: X, source: {{document: D, section: S, place: P}}}}\n"
    (folder / "invented.yaml").write_text(text, encoding="utf-8")
    framework = read_framework(folder / "invented.yaml")
    kept = folder / "prints.yaml"
    kept.write_text(published.fingerprints_from(PAGE, framework, questions_after="questions are asked?"), encoding="utf-8")
    known = read_fingerprints(kept, framework)
    return lambda page: published.check(page, framework, known=known)


def odd(report):
    """What is not as it was."""
    return [(row.outcome.value, row.id) for row in report.rows if row.outcome is not Outcome.MATCHED]


def as_table(page):
    """The page as HTML, its lines in tables, its quotes and footnotes as a browser would save them."""
    out = ["<!DOCTYPE html><html><head><style>p {color: black}</style></head><body>"]
    for line in page.split("\n"):
        found = LABELLED.match(line)
        words = html.escape(found[2] if found else line).replace("’", "&rsquo;").replace(" ", "&nbsp;", 1)
        words = re.sub(r"\[footnote (\d)\]", r'<sup id="fn"><a href="#">[\1]</a></sup>', words)
        if found:
            out.append(f"<tr><th><strong>{found[1]}</strong></th><td>{words}</td></tr>")
        elif line.lstrip().startswith("•"):
            out.append(f"<ul><li>{words.replace('•', '')}</li></ul>")
        elif line:
            out.append(f"<p>{words}</p>")
    return "\n".join(out)


def as_grouped_list(page):
    """The page as HTML, each label once above its lines."""
    out, open_label = [], ""
    for line in page.split("\n"):
        found = LABELLED.match(line)
        if found and found[1][:4] != open_label:
            out.append(f"</ul><h3>{found[1]}</h3><ul>")
            open_label = found[1][:4]
        if found:
            out.append(f"<li>{found[2]}</li>")
        elif line.lstrip().startswith("•"):
            out.append(f"<li>{line.lstrip()[1:]}</li>")
        elif line:
            out.append(f"</ul><p>{line}</p>")
            open_label = ""
    return "\n".join(out)


FORMS = {
    "as published": lambda page: page,
    "each paragraph wrapped": lambda page: "\n\n".join(textwrap.fill(part, 31) for part in re.split(r"\n\s*\n", page)),
    "narrower than its words": lambda page: textwrap.fill(page, 9),
    "all breaks lost": lambda page: " ".join(page.split()),
    "no blank lines": lambda page: re.sub(r"\n+", "\n", page),
    "every line apart": lambda page: re.sub(r"\n+", "\n\n", page),
    "bullets before its lines": lambda page: re.sub(r"(?m)^(?=(?:Good|Best|Benchmark|Outcome)\b)", "• ", page),
    "dashes before its lines": lambda page: re.sub(r"(?m)^(?=(?:Good|Best|Benchmark|Outcome)\b)", "- ", page),
    "quoted in a mail": lambda page: re.sub(r"(?m)^", "> ", page),
    "a Markdown table": lambda page: re.sub(LABELLED.pattern, r"| **\1** | \2 |", page, flags=re.MULTILINE),
    "HTML tables": as_table,
    "HTML lists under one label": as_grouped_list,
    "straight quotes and dashes": lambda page: page.replace("’", "'").replace("–", "-"),
    "Windows line ends": lambda page: "\ufeff" + page.replace("\n", "\r\n"),
    "raised footnotes": lambda page: page.replace("[footnote 1]", "¹"),
    "a contents list first": lambda page: "Contents\n\nSection 1: Gardens\n\nSection 2: Ponds\n\n" + page,
}


@pytest.mark.parametrize("form", FORMS)
def test_every_line_is_matched_in_whatever_form_the_page_comes(checker, form):
    report = checker(FORMS[form](PAGE))

    assert odd(report) == []
    assert report.ok
    assert len(report.rows) == 10


CHANGES = [
    ("Good practice activity The rota is reviewed every spring.[footnote 1]\n", "", [("gone", "1.g3")]),
    ("reviewed every spring.", "reviewed every second spring.", [("reworded", "1.g3")]),
    ("The rota is reviewed every spring.", "Slugs are moved at dusk.", [("reworded", "1.g3")]),
    ("asks for it back.\n", "asks for it back. Twice.\n", [("reworded", "1.b1")]),
    ("• the nearest household\n", "• the nearest household\n• the vicar\n", [("reworded", "1.g2")]),
    ("Outcome Nobody", "Good practice The vicar helps.\nOutcome Nobody", [("new", None)]),
    ("asks for it back.\n", "asks for it back.\nBest practice activity Hedges are cut for hedgehogs.\n", [("new", None)]),
    ("Best practice Activity Newts", "Good practice Newts", [("new", None), ("gone", "2.b1")]),
    ("Good practice There is a fence round the pond with a gate that closes by itself.\n", "", [("gone", "2.g1")]),
]


@pytest.mark.parametrize("form", ["as published", "each paragraph wrapped", "all breaks lost", "HTML tables"])
@pytest.mark.parametrize(("was", "becomes", "expected"), CHANGES)
def test_a_changed_page_is_told_line_by_line(checker, form, was, becomes, expected):
    assert was in PAGE
    report = checker(FORMS[form](PAGE.replace(was, becomes)))

    assert odd(report) == expected
    assert not report.ok


@pytest.mark.parametrize("form", ["as published", "each paragraph wrapped", "all breaks lost", "HTML tables"])
@pytest.mark.parametrize(
    "sentence", ["Good practice is to sweep.", "Good practice sweeping habits spread.", "Good practice Ponds never freeze."]
)
def test_a_sentence_of_the_prose_that_begins_like_a_line_is_none(checker, form, sentence):
    page = PAGE.replace("Which questions are asked?", f"{sentence} So it goes.\n\nWhich questions are asked?")

    report = checker(FORMS[form](page))

    assert odd(report) == []


def test_a_line_under_another_label_says_where_its_words_belong(checker):
    report = checker(PAGE.replace("Best practice Activity Newts", "Good practice Newts"))

    assert "the words of 2.b1" in next(row.note for row in report.rows if row.outcome is Outcome.NEW)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "The file is empty."),
        (" \n\n ", "The file is empty."),
        ("\x00\x01\x02\x03" * 20, "The file is not text."),
        ("The minutes of some meeting.", "no section headings"),
        ("Section 1: Welcome\n\nThese are other rules.", "no benchmark"),
        ("<p><table><sup>" * 9, "no section headings"),
    ],
)
def test_what_is_not_the_page_is_said_in_one_sentence(checker, text, says):
    report = checker(text)

    assert not report.ok
    assert says in report.summary
    assert says in report.as_text()


def test_a_page_cut_short_has_its_last_lines_gone_and_says_so(checker):
    report = checker(PAGE[: PAGE.index("Section 2")])

    assert [outcome for outcome, _ in odd(report)] == ["gone"] * 4
    assert report.notes == ("The page has nothing after section 1. Is it whole?",)


@pytest.mark.parametrize("width", [20, 500])
def test_a_sentence_between_two_lines_that_begins_as_a_line_does_ends_the_one_before(checker, width):
    sentence = "Good practice in this is to speak to the neighbours first.\nBest practice activity"
    page = PAGE.replace("Best practice activity", sentence, 1)

    report = checker("\n\n".join(textwrap.fill(part, width) for part in page.split("\n\n")))

    assert odd(report) == []


def test_the_report_reads_as_a_table_and_as_json(checker):
    report = checker(PAGE.replace("every spring", "every autumn"))

    data = json.loads(report.as_json())

    assert "reworded  1.g3" in report.as_text()
    assert data["counts"] == {"matched": 9, "reworded": 1, "new": 0, "gone": 0}
    assert [section["id"] for section in data["sections"]] == ["1", "2"]
    assert report.as_json() == report.as_json()


@pytest.mark.parametrize(("content", "says"), [(b"%PDF-1.7", "is a PDF"), (b"PK\x03\x04", "zip file"), (b"", "empty")])
def test_a_file_of_another_kind_is_named(tmp_path, content, says):
    path = tmp_path / "page.txt"
    path.write_bytes(content)

    report = published.check_file(path, catalogue.framework("toolkit-2024"))

    assert says in report.summary


def test_a_file_that_is_not_there_is_a_problem_and_no_traceback(tmp_path):
    report = published.check_file(tmp_path / "nowhere.txt", catalogue.framework("toolkit-2024"))

    assert "cannot be read" in report.summary


def test_a_framework_without_fingerprints_is_refused_in_words():
    with pytest.raises(GuidanceError, match="cannot be checked against it"):
        published.check(PAGE, catalogue.framework("statute"))
