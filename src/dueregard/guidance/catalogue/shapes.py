"""What a framework, a line, a number, a scale, a crosswalk and a threat-check wording are, once read."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from dueregard.guidance.catalogue.numbers import shown_as, words_for


class GuidanceError(Exception):
    """A guidance file is wrong; the message names the file, the line and what was expected."""


class Tier(StrEnum):
    """How strongly a line binds, strongest first. The values are the words of the command line and the files."""

    MUST = "must"
    SHOULD = "should"
    GOOD = "good-practice"
    BEST = "best-practice"

    @property
    def label(self) -> str:
        """The words a page uses."""
        return TIER_LABELS[self]


TIER_LABELS = {Tier.MUST: "Must", Tier.SHOULD: "Should", Tier.GOOD: "Good practice", Tier.BEST: "Best practice"}


class Whose(StrEnum):
    """Whose number an expected number is: the toolkit's cannot be changed, ours are defaults an area may change."""

    TOOLKIT = "toolkit"
    OURS = "ours"


@dataclass(frozen=True, kw_only=True)
class Source:
    """Where a line stands: the document, the section, the place in it, the Act for a must, who reported it where we did not read it."""

    document: str
    section: str
    place: str
    act: str | None = None
    reported_by: str | None = None

    @property
    def words(self) -> str:
        """The source as one phrase, saying so where the published text has not been checked."""
        where = f"{self.act or self.document}, {self.section}, {self.place}"
        return f"{where}, as reported by {self.reported_by}, not checked against the published text" if self.reported_by else where


@dataclass(frozen=True, kw_only=True)
class Number:
    """A number a line expects, whose it is and why it is that."""

    key: str
    value: int | float
    whose: Whose
    reason: str

    @property
    def is_fixed(self) -> bool:
        """The toolkit's own numbers cannot be changed by an area."""
        return self.whose is Whose.TOOLKIT

    @property
    def words(self) -> str:
        """What the number counts."""
        return words_for(self.key)

    @property
    def shown(self) -> str:
        """The number as people read it."""
        return shown_as(self.key, self.value)


@dataclass(frozen=True, kw_only=True)
class Line:
    """One thing a framework asks for, in our words."""

    id: str
    tier: Tier
    says: str
    source: Source
    framework: str
    section: str
    differs: Mapping[str, str] = field(hash=False)
    indicator: str | None
    expects: Mapping[str, Number] = field(hash=False)
    is_placeholder: bool

    @property
    def numbers(self) -> dict[str, int | float]:
        """The expected numbers as an indicator reads them, before any change an area has made."""
        return {key: number.value for key, number in self.expects.items()}


@dataclass(frozen=True, kw_only=True)
class Section:
    """A section of a framework with its lines, or the document it points to instead."""

    id: str
    title: str
    benchmark: str | None
    outcome: str | None
    points_to: str | None
    lines: tuple[Line, ...]


@dataclass(frozen=True, kw_only=True)
class Framework:
    """A dated piece of law or guidance, by section."""

    id: str
    title: str
    published: date
    in_force_from: date | None
    source: str
    nations: tuple[str, ...]
    caution: str
    sections: tuple[Section, ...]

    @property
    def lines(self) -> tuple[Line, ...]:
        """Every line in the published order."""
        return tuple(line for section in self.sections for line in section.lines)

    def section(self, section_id: str) -> Section:
        """The section with this id."""
        for section in self.sections:
            if section.id == section_id:
                return section
        raise GuidanceError(f"{self.title} has no section {section_id}")

    def line(self, line_id: str) -> Line:
        """The line with this id."""
        for line in self.lines:
            if line.id == line_id:
                return line
        raise GuidanceError(f"{self.title} has no line {line_id}")


@dataclass(frozen=True, kw_only=True)
class ScaleValue:
    """One rating of a scale."""

    value: str
    label: str


@dataclass(frozen=True, kw_only=True)
class Band:
    """What a source says a group of ratings means."""

    says: str
    values: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Scale:
    """A way of rating, lowest first, with the meanings its source gives and no others; never converted into another."""

    id: str
    title: str
    source: Source
    caution: str
    values: tuple[ScaleValue, ...]
    bands: tuple[Band, ...]

    def label(self, value: str) -> str:
        """The words for a rating on this scale."""
        for each in self.values:
            if each.value == value:
                return each.label
        raise GuidanceError(f"{value} is not on the scale {self.title}")

    def meaning(self, value: str) -> str | None:
        """What the source says the rating means, or None where it says nothing."""
        return next((band.says for band in self.bands if value in band.values), None)


@dataclass(frozen=True, kw_only=True)
class Pair:
    """Sections of the older framework that are read beside one of the newer."""

    old: tuple[str, ...]
    new: str


@dataclass(frozen=True, kw_only=True)
class Crosswalk:
    """How a reader finds an older framework's sections in a newer one; it never carries a score."""

    from_framework: str
    to_framework: str
    source: Source
    caution: str
    pairs: tuple[Pair, ...]

    def new_for(self, old: str) -> str | None:
        """The newer section read beside this older one."""
        return next((pair.new for pair in self.pairs if old in pair.old), None)

    def old_for(self, new: str) -> tuple[str, ...]:
        """The older sections read beside this newer one."""
        return next((pair.old for pair in self.pairs if pair.new == new), ())


@dataclass(frozen=True, kw_only=True)
class ThreatCheckQuestion:
    """One of the three questions, as help in our words."""

    id: str
    says: str


@dataclass(frozen=True, kw_only=True)
class ThreatCheckWording:
    """The three questions as one document asks them: about the local picture or the UK's."""

    id: str
    title: str
    picture: str
    published: date
    in_force_from: date
    source: Source
    questions: tuple[ThreatCheckQuestion, ...]
