"""Fingerprints of published lines: enough to know a line again, or to see that it was reworded, without keeping its words."""

import hashlib
import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from dueregard.guidance.catalogue import Framework, GuidanceError, Tier
from dueregard.guidance.catalogue.strict import Part
from dueregard.guidance.catalogue.strict import read as read_strictly

HERE = Path(__file__).parent.parent / "fingerprints"
BENCHMARK, OUTCOME = "benchmark", "outcome"
KINDS = (BENCHMARK, OUTCOME, Tier.GOOD.value, Tier.BEST.value)
OPENING = 30  # letters that mark where a known piece of prose begins
WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, kw_only=True)
class Print:
    """What is kept of one published line."""

    id: str
    section: str
    kind: str
    length: int  # how many letters and digits it has
    digest: str
    runs: frozenset[str]


@dataclass(frozen=True, kw_only=True)
class Question:
    """What is kept of one published question of the Security Threat Check."""

    opening: str
    length: int
    digest: str


@dataclass(frozen=True, kw_only=True)
class Fingerprints:
    """What is kept of one published page: its lines, where the prose after each section's lines begins, and the three questions."""

    framework: str
    lines: tuple[Print, ...]
    prose: dict[str, str]
    questions: tuple[Question, ...]

    def of(self, section: str, kind: str) -> tuple[Print, ...]:
        """The lines of one kind in one section, in the published order."""
        return tuple(line for line in self.lines if line.section == section and line.kind == kind)


def digest(letters: str) -> str:
    """The digest of a line's normal form: its letters and digits, lower case, nothing between them."""
    return hashlib.sha256(letters.lower().encode()).hexdigest()


def opening(letters: str) -> str:
    """The short digest of how a piece of text begins."""
    return digest(letters[:OPENING])[:16]


def runs(text: str) -> frozenset[str]:
    """Short hashes of every run of three words; of the whole where there are fewer."""
    words = WORD.findall(re.sub(r"['’‘]", "", text).lower())
    threes = [" ".join(words[start : start + 3]) for start in range(max(1, len(words) - 2))]
    return frozenset(hashlib.sha256(three.encode()).hexdigest()[:8] for three in threes)


def line_kinds(framework: Framework) -> dict[str, tuple[str, str]]:
    """Every published line a framework accounts for, in order: its id, and the section and kind it stands under."""
    found: dict[str, tuple[str, str]] = {}
    for section in framework.sections:
        if section.benchmark:
            found[f"{section.id}.{BENCHMARK}"] = (section.id, BENCHMARK)
        if section.outcome:
            found[f"{section.id}.{OUTCOME}"] = (section.id, OUTCOME)
        found.update({line.id: (section.id, line.tier.value) for line in section.lines})
    return found


def _print(line_id: str, part: Part, section: str, kind: str) -> Print:
    found = part.keys("length", "digest", "runs")
    shared = frozenset(found["runs"].text().split())
    return Print(id=line_id, section=section, kind=kind, length=int(found["length"].number()), digest=found["digest"].text(), runs=shared)


def _question(part: Part) -> Question:
    found = part.keys("opening", "length", "digest")
    return Question(opening=found["opening"].text(), length=int(found["length"].number()), digest=found["digest"].text())


@cache
def kept_for(framework: Framework) -> Fingerprints:
    """The fingerprints kept for a framework; refuses one whose published page is not known to us."""
    path = HERE / f"{framework.id}.yaml"
    if not path.exists():
        known = ", ".join(sorted(each.stem for each in HERE.glob("*.yaml")))
        raise GuidanceError(
            f"The words of the published page of {framework.id} are not known, so a page cannot be checked against it. Known: {known}. "
            "For any other, give the words by line: dueregard guidance attach --help"
        )
    return read_fingerprints(path, framework)


def read_fingerprints(path: Path, framework: Framework) -> Fingerprints:
    """The fingerprints of a file, one for each line of the framework."""
    part = read_strictly(path).keys("framework", "lines", "prose", "questions")
    lines = part["lines"].pairs()
    expected = line_kinds(framework)
    if list(lines) != list(expected):
        raise part["lines"].wrong(f"expected a fingerprint for each line of {framework.id}, in its order")
    return Fingerprints(
        framework=part["framework"].text(),
        lines=tuple(_print(line_id, lines[line_id], *expected[line_id]) for line_id in lines),
        prose={section: prose.text() for section, prose in part["prose"].pairs().items()},
        questions=tuple(_question(question) for question in part["questions"].each()),
    )


def as_yaml(framework: Framework, *, lines: Iterable[tuple[str, str]], prose: dict[str, str], questions: Iterable[str]) -> str:
    """The fingerprint file: `lines` and `prose` as (letters, words) and letters by section, `questions` as letters."""
    expected = line_kinds(framework)
    found = list(lines)
    if len(found) != len(expected):
        raise GuidanceError(f"{framework.id} has {len(expected)} lines and the page has {len(found)}; fingerprints need them one to one")
    out = [
        f"# What is kept of the published page of {framework.id}: digests, not words. Written by published.fingerprints_from.",
        f"framework: {framework.id}",
        "lines:",
    ]
    for line_id, (letters, words) in zip(expected, found, strict=True):
        out += [f"  {line_id}:", f"    length: {len(letters)}", f'    digest: "{digest(letters)}"', "    runs: >-"]
        out += [f"      {line}" for line in _rows(sorted(runs(words)))]
    out += ["prose:", *(f'  "{section}": "{opening(letters)}"' for section, letters in prose.items()), "questions:"]
    out += [f'  - {{opening: "{opening(each)}", length: {len(each)}, digest: "{digest(each)}"}}' for each in questions]
    return "\n".join(out) + "\n"


def _rows(hashes: list[str]) -> list[str]:
    return [" ".join(hashes[start : start + 14]) for start in range(0, len(hashes), 14)]
