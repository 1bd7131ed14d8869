"""Reading a plain file that gives official words by the ids of a framework's lines, for a page we do not know."""

import re
from itertools import groupby

from dueregard.guidance.catalogue import Framework, GuidanceError
from dueregard.guidance.published.report import PublishedLine
from dueregard.guidance.rules import ANSWERS, WORDING_OF

ID_ALONE = re.compile(r"\[([^\[\]\s]+)\]")


def lines_by_id(text: str, against: Framework, *, file: str) -> list[PublishedLine]:
    """The words under each [id] of a file; refuses, with file and line, what is no id, stands twice or has no words."""
    known = _kinds(against)
    words: dict[str, list[str]] = {}
    begun: dict[str, int] = {}
    under = ""
    for number, line in enumerate(text.lstrip("\ufeff").splitlines(), start=1):
        heading = ID_ALONE.fullmatch(line.strip())
        if heading:
            under = heading[1]
            _check(under, known, begun, against=against, place=f"{file}, line {number}")
            begun[under], words[under] = number, []
        elif under:
            words[under].append(line.strip())
        elif line.strip():
            raise GuidanceError(
                f"{file}, line {number}: begin with the id of a line, alone and in square brackets, such as [{next(iter(known))}]"
            )
    for line_id, number in begun.items():
        if not any(words[line_id]):
            raise GuidanceError(f"{file}, line {number}: no words stand under [{line_id}]")
    return [PublishedLine(*known[line_id], _paragraphs(said), line_id) for line_id, said in words.items()]


def _check(line_id: str, known: dict[str, tuple[str, str]], begun: dict[str, int], *, against: Framework, place: str) -> None:
    if line_id not in known:
        raise GuidanceError(f"{place}: {against.title} has no line {line_id}; `dueregard guidance show {against.id}` prints them")
    if line_id in begun:
        raise GuidanceError(f"{place}: [{line_id}] stood at line {begun[line_id]} already")


def _kinds(against: Framework) -> dict[str, tuple[str, str]]:
    """What official words can be kept for, by id: the section and the kind of each line, and the three questions the document prints."""
    known = {line.id: (section.id, line.tier.value) for section in against.sections for line in section.lines}
    for section in against.sections:
        known |= {f"{section.id}.{kind}": (section.id, kind) for kind in ("benchmark", "outcome") if getattr(section, kind)}
    if against.id in WORDING_OF:
        known |= {f"{WORDING_OF[against.id]}.{question}": (WORDING_OF[against.id], "question") for question in ANSWERS}
    return known


def _paragraphs(said: list[str]) -> str:
    """Lines that were wrapped are one again; an empty line begins a paragraph."""
    return "\n".join(" ".join(lines) for has_words, lines in groupby(said, key=bool) if has_words)
