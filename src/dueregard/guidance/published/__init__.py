"""Reading a published toolkit page and accounting for every line of it against the framework."""

from itertools import pairwise
from pathlib import Path

from dueregard.guidance.catalogue import Framework, GuidanceError, framework
from dueregard.guidance.published.by_line import lines_by_id
from dueregard.guidance.published.comparing import rows, without_prose
from dueregard.guidance.published.fingerprints import OPENING, Fingerprints, as_yaml, digest, kept_for
from dueregard.guidance.published.lines import Finder, find_opening, headings
from dueregard.guidance.published.reading import Page, page, read, why_not_text
from dueregard.guidance.published.report import Outcome, PublishedLine, Report, Row

ANOTHER_PAGE = "This does not read as the page of {title}: it has {what}. Save that page whole, as text or HTML, and check that file."
CUT_OFF = "The page has nothing after section {last}. Is it whole?"
TOOLKIT = "toolkit-2024"


def _why_not_the_page(read_page: Page, found: int, against: Framework) -> str | None:
    """The reason a text is not the page of a framework at all; None if it may be."""
    if not headings(read_page):
        return ANOTHER_PAGE.format(title=against.title, what="no section headings such as “Section 1:”")
    if not found:
        return ANOTHER_PAGE.format(title=against.title, what="no benchmark, outcome, good-practice or best-practice line")
    return None


def _notes(read_page: Page, against: Framework) -> tuple[str, ...]:
    """What else a reader should know: sections that the page lacks or has besides."""
    there = {number for _, _, number in headings(read_page)}
    known = [section.id for section in against.sections]
    absent = [section for section in known if section not in there]
    notes = [f"The page has a section {number}, which the framework lacks." for number in sorted(there - set(known), key=int)]
    if absent and absent == known[-len(absent) :] and there & set(known):
        notes.append(CUT_OFF.format(last=max(there & set(known), key=int)))
    elif absent:
        notes.append(f"The page has no heading for section {', '.join(absent)}.")
    return tuple(notes)


def check(text: str, against: Framework, *, known: Fingerprints | None = None) -> Report:
    """Account for every line of a framework and of a published page, section by section; `known` is what is kept for it unless given."""
    known = known or kept_for(against)
    problem = why_not_text(text)
    if problem:
        return Report(against, (), problem=problem)
    read_page = page(text)
    pieces = Finder(read_page, known).pieces()
    problem = _why_not_the_page(read_page, len(pieces), against)
    if problem:
        return Report(against, (), problem=problem)
    return Report(against, tuple(rows(read_page, pieces, known)), notes=_notes(read_page, against))


def check_file(path: Path, against: Framework) -> Report:
    """Account for every line of the page saved in a file; a file that is no text is a report with a problem."""
    try:
        text = read(path)
    except GuidanceError as error:
        return Report(against, (), problem=str(error))
    return check(text, against)


def extract(text: str, against: Framework | None = None) -> list[PublishedLine]:
    """Every line of a published page with its words, each with the id of the known line whose words they are."""
    known = kept_for(against or framework(TOOLKIT))
    if why_not_text(text):
        return []
    read_page = page(text)
    pieces = without_prose(read_page, Finder(read_page, known).pieces(), known)
    return [
        PublishedLine(piece.section, piece.kind, read_page.words(piece.start, piece.end), piece.known.id if piece.known else None)
        for piece in pieces
    ]


def threat_check_questions(text: str, against: Framework | None = None) -> list[str]:
    """The published words of the three questions of the Security Threat Check; none unless all three stand there as known."""
    known = kept_for(against or framework(TOOLKIT))
    if why_not_text(text):
        return []
    read_page = page(text)
    found = []
    for question in known.questions:
        start = find_opening(read_page, question.opening, 0, len(read_page.letters))
        if start is None or digest(read_page.letters[start : start + question.length]) != question.digest:
            return []
        found.append(read_page.words(start, start + question.length))
    return found


def fingerprints_from(text: str, against: Framework, *, questions_after: str) -> str:
    """The fingerprint file for a framework, made from the published page as its publisher laid it out, paragraphs and all.

    `questions_after` is the last few words before the three questions of the Security Threat Check. The page itself is not kept.
    """
    read_page = page(text)
    pieces = Finder(read_page, None).pieces()
    last = {piece.section: piece for piece in pieces}
    prose = {section: read_page.letters[piece.end : piece.end + OPENING] for section, piece in last.items()}
    lines = [(read_page.letters[piece.start : piece.end], read_page.words(piece.start, piece.end)) for piece in pieces]
    before = "".join(letter for letter in questions_after if letter.isalnum())
    start = read_page.letters.index(before) + len(before)
    ends = [start, *read_page.breaks(start, len(read_page.letters))][:4]
    questions = [read_page.letters[begin:end] for begin, end in pairwise(ends)]
    return as_yaml(against, lines=lines, prose=prose, questions=questions)


__all__ = [
    "Fingerprints",
    "Outcome",
    "PublishedLine",
    "Report",
    "Row",
    "check",
    "check_file",
    "extract",
    "fingerprints_from",
    "lines_by_id",
    "read",
    "threat_check_questions",
]
