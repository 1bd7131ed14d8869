"""From a published page, as plain text or HTML however wrapped, to its bare letters and where its paragraphs, items and cells break."""

import html
import re
import unicodedata
from bisect import bisect_left
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path

from dueregard.guidance.catalogue import GuidanceError

PARAGRAPH, ITEM, CELL = "\ue000", "\ue001", "\ue002"  # private letters: no page has them, and no pattern takes them for spaces
BREAKS = PARAGRAPH + ITEM + CELL
ANY_BREAK = re.compile(f"[{BREAKS}]")
# A page loses nothing we compare when it loses these: the marks of footnotes, in brackets, raised, or left behind on a word.
FOOTNOTE = re.compile(
    r"\[\s*(?:" + r"\s*".join("footnote") + r"|note)?\s*\d{1,3}\s*\]|[⁰¹²³⁴-⁹]+|(?<=[a-z][.’'”\"])\d{1,2}(?=\s|$)", re.IGNORECASE
)
BULLET = re.compile(r"^\s*(?:[-*+o]\s+|\d{1,3}[.)]\s+(?=(?:Good|Best|Benchmark|Outcome)\b))")
DOTS = re.compile("[•‣◦▪●∙⁃]")
RULE = re.compile(r"^\s*(?:[-=_*|:+]\s*){3,}$")
TAG = re.compile(r"</?(?:html|body|p|div|table|tr|td|th|ul|ol|li|h[1-6]|section|article|br)\b[^>]*>", re.IGNORECASE)
BLOCKS = frozenset({"p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "table", "ul", "ol", "dl", "pre", "blockquote", "figure"}) | frozenset(
    {"section", "article", "header", "footer", "main", "nav"}
)
ITEMS, CELLS = frozenset({"li", "tr", "dt", "dd"}), frozenset({"td", "th"})
SKIPPED = frozenset({"script", "style", "noscript", "template"})
FOOTNOTE_ONLY = re.compile(r"\W*(?:footnote|note)?\W*\d{0,3}\W*", re.IGNORECASE)


@dataclass(frozen=True)
class Page:
    """A page's letters and digits with everything between them left out, so that no wrapping can change them."""

    marked: str  # the words, with a mark at each break
    letters: str  # the letters and digits alone, case kept
    at: tuple[int, ...]  # where each letter stands in `marked`

    def between(self, place: int) -> str:
        """What stands between a letter and the one before it."""
        before = self.at[place - 1] + 1 if place else 0
        return self.marked[before : self.at[place] if place < len(self.at) else len(self.marked)]

    def breaks(self, start: int, end: int) -> list[int]:
        """The letters after `start`, up to `end`, that a paragraph, an item or a cell begins with."""
        if start >= end:
            return []
        last = self.at[end] if end < len(self.at) else len(self.marked)
        places = {bisect_left(self.at, mark.start()) for mark in ANY_BREAK.finditer(self.marked, self.at[start], last)}
        return sorted(place for place in places if start < place < end)

    def words(self, start: int, end: int) -> str:
        """The text from a letter up to another, as people read it, items each on a line."""
        if start >= end:
            return ""
        last = self.at[end - 1] + 1
        closing = re.match(r"[^\s\w" + BREAKS + r"(\[‘“]*", self.marked[last:])
        text = self.marked[self.at[start] : last] + (closing[0] if closing else "")
        return re.sub(r"\s*\n\s*• ", "\n• ", _squeezed(text.replace(PARAGRAPH, " ").replace(CELL, " ")).replace(ITEM, "\n• ")).strip()


def _squeezed(text: str) -> str:
    return re.sub(r"\s+", " ", re.sub(f"\\s*{ITEM}[\\s{ITEM}]*", ITEM, text))


class _Html(HTMLParser):
    """Plain HTML to marked text; raised footnote marks and scripts left out."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.out: list[str] = []
        self.raised: list[str] | None = None
        self.skipping = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in SKIPPED:
            self.skipping = tag
        elif tag == "sup":
            self.raised = []
        elif _mark(tag):
            self._lower()
            self.out.append(_mark(tag))

    def handle_endtag(self, tag: str) -> None:
        if tag == self.skipping:
            self.skipping = ""
        elif tag == "sup" or tag in BLOCKS:
            self._lower()
            self.out.append(PARAGRAPH if tag in BLOCKS else "")

    def handle_data(self, data: str) -> None:
        if not self.skipping:
            (self.out if self.raised is None else self.raised).append(_joined(data))

    def _lower(self) -> None:
        """End what is raised, closed or not, and keep it unless it is only the mark of a footnote."""
        raised = "".join(self.raised or [])
        self.out.append("" if FOOTNOTE_ONLY.fullmatch(raised) else raised)
        self.raised = None


def _mark(tag: str) -> str:
    if tag in BLOCKS:
        return PARAGRAPH
    if tag in ITEMS:
        return ITEM
    if tag in CELLS:
        return CELL
    return " " if tag == "br" else ""


def _joined(text: str) -> str:
    """Line ends become spaces, but a word broken at its own hyphen is whole again."""
    return re.sub(r"\s*\n\s*", " ", re.sub(r"(?<=\w-)[ \t]*\n\s*(?=\w)", "", text))


def _from_plain(text: str) -> str:
    lines: list[str] = []
    for line in html.unescape(text).split("\n"):
        if not line.strip() or RULE.match(line):
            lines.append(PARAGRAPH)
        else:
            lines.append(BULLET.sub(ITEM, line).replace("|", CELL))
    return _joined("\n".join(lines))


def _is_html(text: str) -> bool:
    return len(TAG.findall(text)) >= 3


def page(text: str) -> Page:
    """The page behind a text, whatever form it came in."""
    clean = re.sub(
        r"[\x00-\x08\x0e-\x1f\x7f\u00ad\u200b-\u200d\u2060\ufeff\ue000-\ue002]", "", text.replace("\r\n", "\n").replace("\r", "\n")
    )
    clean = clean.replace("\f", "\n\n").replace("\v", "\n")
    if _is_html(clean):
        parser = _Html()
        parser.feed(clean)
        parser.close()
        marked = "".join(parser.out)
    else:
        marked = _from_plain(clean)
    marked = unicodedata.normalize("NFKC", DOTS.sub(ITEM, FOOTNOTE.sub("", marked)))
    at = tuple(place for place, letter in enumerate(marked) if letter.isalnum())
    return Page(marked=marked, letters="".join(marked[place] for place in at), at=at)


def why_not_text(text: str) -> str | None:
    """The reason a text cannot be a published page, in words; None if it can."""
    if not text.strip():
        return "The file is empty."
    strange = sum(1 for letter in text if letter == "\ufffd" or (unicodedata.category(letter) == "Cc" and letter not in "\n\r\t\f\v"))
    if "\x00" in text or strange * 20 > len(text):
        return "The file is not text. Save the published page as plain text or as HTML."
    return None


KINDS_OF_FILE = ((b"%PDF", "a PDF"), (b"PK\x03\x04", "a Word, Excel or zip file"), (b"\xd0\xcf\x11\xe0", "an old Word or Excel file"))


def read(path: Path) -> str:
    """The words of a file, whichever common encoding it was saved in; refuses what is not text."""
    try:
        content = path.read_bytes()
    except OSError as error:
        raise GuidanceError(f"{path} cannot be read: {error.strerror or error}") from error
    for begins, name in KINDS_OF_FILE:
        if content.startswith(begins):
            raise GuidanceError(f"{path} is {name}. Save the published page as plain text or as HTML.")
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return content.decode("utf-16", errors="replace")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", errors="replace")
