"""Finding the benchmark, outcome, good-practice and best-practice lines on a page, and where each one ends."""

import re
from dataclasses import dataclass

from dueregard.guidance.catalogue import Tier
from dueregard.guidance.published.fingerprints import BENCHMARK, OPENING, OUTCOME, Fingerprints, Print, digest, opening
from dueregard.guidance.published.reading import BREAKS, ITEM, Page

HEADING = re.compile(r"(?:Section|SECTION)(\d{1,2})(?=[A-Z])")
LABEL = re.compile(r"(?:Good|GOOD|Best|BEST)(?:practice|Practice|PRACTICE)|Benchmark|BENCHMARK|Outcome|OUTCOME")
ACTIVITY = re.compile("activity", re.IGNORECASE)
KIND = {"good": Tier.GOOD.value, "best": Tier.BEST.value, "benc": BENCHMARK, "outc": OUTCOME}
SENTENCE_MARKS = frozenset(".,;!?)]…")
AFTER_A_NUMBER = re.compile(f"[:–—{BREAKS}-]")


@dataclass(frozen=True)
class Label:
    """Where a label such as Best practice activity stands, and the line it opens begins."""

    section: str
    kind: str
    starts: int
    line: int
    stands_alone: bool  # on its own in a cell, heading or paragraph: several lines may follow under it


@dataclass(frozen=True)
class Piece:
    """A line as found: from which letter to which, and the known line whose words it has."""

    section: str
    kind: str
    labelled: int
    start: int
    end: int
    known: Print | None


def headings(page: Page) -> list[tuple[int, int, str]]:
    """Where each section begins, where its heading's words begin, and its number."""
    found = []
    for match in HEADING.finditer(page.letters):
        if AFTER_A_NUMBER.search(page.between(match.end())):
            found.append((match.start(), match.end(), match[1]))
    return found


def _label_end(page: Page, start: int, end: int) -> tuple[int, bool] | None:
    """Where the line under a label begins and whether the label stands alone; None where it only looks like a label."""
    if end >= len(page.letters) or SENTENCE_MARKS & set(page.marked[page.at[start] : page.at[end - 1]]):
        return None
    gap = page.between(end)
    alone = any(mark in gap for mark in BREAKS)
    if SENTENCE_MARKS & set(gap) or not (alone or page.letters[end].isupper() or page.letters[end].isdigit()):
        return None
    return end, alone


def labels(page: Page) -> list[Label]:
    """Every label that opens a line, in the section it stands in. A sentence goes on in small letters; a line begins with a capital."""
    starts = headings(page)
    found = []
    for match in LABEL.finditer(page.letters):
        section = next((number for begins, _, number in reversed(starts) if begins < match.start()), None)
        activity = ACTIVITY.match(page.letters, match.end())
        ends = ([activity.end()] if activity else []) + [match.end()]
        opened = next((each for each in (_label_end(page, match.start(), end) for end in ends) if each), None)
        if section is not None and opened is not None:
            found.append(Label(section, KIND[match[0][:4].lower()], match.start(), opened[0], opened[1]))
    return found


def lookalikes(page: Page) -> frozenset[int]:
    """Where the words of a label begin a sentence, which is not a line but may end the one before it."""
    opened = {label.starts for label in labels(page)}
    return frozenset(match.start() for match in LABEL.finditer(page.letters) if match.start() not in opened and page.between(match.start()))


def find_opening(page: Page, wanted: str, start: int, end: int) -> int | None:
    """The first letter, at the beginning of a word, from which the page opens as a known piece of text does."""
    for place in range(start, min(end + 1, len(page.letters))):
        if (place == 0 or page.between(place)) and opening(page.letters[place : place + OPENING]) == wanted:
            return place
    return None


class Finder:
    """The lines of one page, found with the help of what is known of the published ones."""

    def __init__(self, page: Page, known: Fingerprints | None) -> None:
        self.page = page
        self.known = known
        self.sentences = lookalikes(page)

    def pieces(self) -> list[Piece]:
        """Every line on the page in order, prose that only looks like a line left out."""
        opened = labels(self.page)
        sections = [begins for begins, _, _ in headings(self.page)]
        found: list[Piece] = []
        for number, label in enumerate(opened):
            ends = [each.starts for each in opened[number + 1 : number + 2]] + [each for each in sections if each > label.starts]
            found += self._under(label, min(ends, default=len(self.page.letters)))
        return found

    def _under(self, label: Label, end: int) -> list[Piece]:
        """The line under a label, or the lines where the label stands alone above several."""
        points = [label.line, *self._breaks(label, end)]
        first = self._known_from(label, points, 0, end)
        stop = first.length + label.line if first else self.natural_end(label.line, end, points[1:])
        found = [Piece(label.section, label.kind, label.starts, label.line, stop, first)]
        return found + (self._siblings(label, points, stop, end) if label.stands_alone else [])

    def _siblings(self, label: Label, points: list[int], stop: int, end: int) -> list[Piece]:
        """Further lines under one label, as long as they follow as items."""
        found: list[Piece] = []
        while stop in points:
            known = self._known_from(label, points, points.index(stop), end)
            if known is None and ITEM not in self.page.between(stop):
                break
            later = [point for point in points if point > stop]
            last = stop + known.length if known else self.natural_end(stop, end, later)
            found.append(Piece(label.section, label.kind, stop, stop, last, known))
            stop = last
        return found

    def _breaks(self, label: Label, end: int) -> list[int]:
        """Where the line might end; where all breaks were lost, the known beginning of the section's prose is one."""
        places = self.page.breaks(label.line, end)
        prose = self.known.prose.get(label.section) if self.known else None
        starts = find_opening(self.page, prose, label.line + 1, end - 1) if prose else None
        return sorted({*places, *([starts] if starts is not None else [])})

    def _known_from(self, label: Label, points: list[int], number: int, end: int) -> Print | None:
        """The known line whose words stand between this point and one of the later ones."""
        start = points[number]
        stops = {*points[number + 1 :], *self.sentences, end}
        for each in self.known.of(label.section, label.kind) if self.known else ():
            if start + each.length in stops and digest(self.page.letters[start : start + each.length]) == each.digest:
                return each
        return None

    def natural_end(self, start: int, end: int, points: list[int]) -> int:
        """Where an unknown line ends: at the first break, but a list it announces with a colon belongs to it."""
        in_list = False
        for point in points:
            gap = self.page.between(point)
            if not in_list and ":" in gap.split(ITEM)[0]:
                in_list = ITEM in gap
            elif not in_list or ITEM not in gap:
                return point
        return end
