"""A round as plain data: what its pages show, its return prints and its sign-off keeps. Pure Python."""

import hashlib
from datetime import date

from dueregard.assurance.rules.found import FindingSeen, anchor_of, canonical, standing_of
from dueregard.assurance.rules.judging import differs, goes_beyond
from dueregard.basics.dates import counted, listed
from dueregard.basics.part import Strict
from dueregard.guidance import catalogue


class Rating(Strict):
    """One value of the round's scale and, where the source gives one, its meaning."""

    value: str
    label: str
    meaning: str | None = None

    @property
    def words(self) -> str:
        """The rating as a person reads it: 3, duty met."""
        return f"{self.label}, {self.meaning.lower()}" if self.meaning else self.label


class ScaleSeen(Strict):
    """The scale of the round, with its source's own caution."""

    id: str
    title: str
    caution: str
    ratings: tuple[Rating, ...]

    @classmethod
    def of(cls, scale_id: str) -> "ScaleSeen | None":
        """A scale as a round holds it, with its source's meanings and no others; None where nothing is scored."""
        if not scale_id:
            return None
        scale = catalogue.scale(scale_id)
        ratings = tuple(Rating(value=each.value, label=each.label, meaning=scale.meaning(each.value)) for each in scale.values)
        return cls(id=scale.id, title=scale.title, caution=scale.caution, ratings=ratings)

    def words(self, value: str) -> str:
        """A rating of this scale in words."""
        return next((rating.words for rating in self.ratings if rating.value == value), value)


class Said(Strict):
    """What somebody decided or viewed, with the reason, in which capacity and when."""

    because: str
    who: str
    on: date


class JudgementMade(Said):
    """A person's judgement of a line and the finding it saw."""

    status: str
    label: str
    score: str = ""
    score_words: str = ""
    saw: str  # the finding it saw, in short
    saw_digest: str


class ScoreGiven(Said):
    """A person's score for a section: their choice, worked out from nothing."""

    score: str
    words: str


class ViewGiven(Said):
    """The local moderator's view of a line or a section."""

    label: str


class EvidenceKept(Strict):
    """A document or a record kept beside a line."""

    id: str
    kind: str  # "document", or the kind of record
    ref: str
    label: str
    about: str  # what kind of file, which period it covers
    marking: str
    who: str
    on: date
    version: str = ""  # the document's edition, for a reviewer who may open its files
    dropped_on: date | None = None


class ImprovementSeen(Strict):
    """An action this line led to: the one Action, with its due day and owner as they stood."""

    ref: str
    title: str
    owner: str
    due: date | None = None
    line: str
    asked_by: str
    marking: str


class LineContents(Strict):
    """One line of a round: the finding on one side, what people decided on the other."""

    id: str
    tier: str
    tier_label: str
    says: str
    official: str | None = None
    source: str
    finding: FindingSeen
    seen_on: date
    judgements: tuple[JudgementMade, ...] = ()  # newest first
    evidence: tuple[EvidenceKept, ...] = ()
    hidden: int = 0  # evidence this viewer may not see
    moderations: tuple[ViewGiven, ...] = ()  # newest first
    improvements: tuple[ImprovementSeen, ...] = ()

    @property
    def judged(self) -> JudgementMade | None:
        """The judgement that stands."""
        return self.judgements[0] if self.judgements else None

    @property
    def differs(self) -> bool:
        """Whether the judgement that stands says something else than the records."""
        return self.judged is not None and differs(judged=self.judged.status, found=self.finding.status)

    @property
    def goes_beyond(self) -> bool:
        """Whether the judgement that stands says what the records cannot tell."""
        return self.judged is not None and goes_beyond(judged=self.judged.status, found=self.finding.status)

    @property
    def has_changed(self) -> bool:
        """Whether the finding is another than the one the judgement saw."""
        return self.judged is not None and self.judged.saw_digest != self.finding.digest

    @property
    def anchor(self) -> str:
        """The place of the line on its page."""
        return anchor_of(self.id)


class LastRound(Strict):
    """How the same section stood in the round before, on that round's own scale."""

    title: str
    own: str
    moderated: str


class SectionContents(Strict):
    """One section of a round."""

    id: str
    title: str
    benchmark: str | None = None
    outcome: str | None = None
    points_to: str | None = None
    lines: tuple[LineContents, ...]
    scores: tuple[ScoreGiven, ...] = ()  # newest first
    moderations: tuple[ViewGiven, ...] = ()
    last: LastRound | None = None

    @property
    def standing(self) -> str:
        """What the records show, in numbers and words."""
        return standing_of([line.finding.status for line in self.lines])

    @property
    def tiers(self) -> tuple[tuple[str, tuple[LineContents, ...]], ...]:
        """The lines under the words of their tier."""
        words = dict.fromkeys(line.tier_label for line in self.lines)
        return tuple((tier, tuple(line for line in self.lines if line.tier_label == tier)) for tier in words)

    @property
    def statuses(self) -> tuple[tuple[str, ...], ...]:
        """The statuses tier by tier, for the bar of marks."""
        return tuple(tuple(line.finding.status for line in lines) for _, lines in self.tiers)

    @property
    def unjudged(self) -> tuple[str, ...]:
        """The lines nobody has judged."""
        return tuple(line.id for line in self.lines if not line.judgements)

    @property
    def judged_words(self) -> str:
        """How far people have come: 6 of the 8 are judged; 1 judgement differs from the records."""
        if not self.lines:
            return ""
        said = [f"{len(self.lines) - len(self.unjudged)} of the {counted(len(self.lines), 'line')} are judged"]
        differing = sum(line.differs for line in self.lines)
        again = sum(line.has_changed for line in self.lines)
        if differing:
            said.append(f"{counted(differing, 'judgement')} {'differs' if differing == 1 else 'differ'} from the records")
        if again:
            said.append(f"{again} should be looked at again")
        return "; ".join([said[0], listed(said[1:])] if said[1:] else said) + "."


class Signing(Strict):
    """The sign-off: who, when, why with lines unjudged, and the trail as it then was."""

    who: str
    on: date
    because: str
    trail_count: int
    trail_head: str
    lately: str  # how many records were typed in the days before


class RoundContents(Strict):
    """The whole round."""

    area: str
    area_name: str
    ref: str
    title: str
    framework: str
    framework_title: str
    framework_caution: str
    caution: str
    marking: str
    scored_by: str
    scored_by_words: str
    scale: ScaleSeen | None = None
    period_from: date
    period_to: date
    as_at: date
    due: date
    opened_on: date
    opened_by: str
    refreshed_on: date
    sections: tuple[SectionContents, ...]
    improvements: tuple[ImprovementSeen, ...] = ()
    signing: Signing | None = None

    @property
    def unscored(self) -> tuple[str, ...]:
        """The sections nobody has scored, where sections are scored."""
        if self.scored_by != "section":
            return ()
        return tuple(section.id for section in self.sections if section.lines and not section.scores)

    @property
    def unjudged(self) -> tuple[str, ...]:
        """The lines nobody has judged; where a section is its one line, the section's score is its judgement."""
        return tuple(
            line
            for section in self.sections
            for line in section.unjudged
            if not (self.scored_by == "section" and len(section.lines) == 1 and section.scores)
        )

    def section(self, section_id: str) -> SectionContents | None:
        """The section with this id."""
        return next((section for section in self.sections if section.id == section_id), None)

    def line(self, line_id: str) -> LineContents | None:
        """The line with this id."""
        return next((line for section in self.sections for line in section.lines if line.id == line_id), None)

    @property
    def kept(self) -> str:
        """The text a sign-off keeps."""
        return canonical(self.model_dump(mode="json"))


class CriterionSeen(Strict):
    """What the Home Office's letter says of one criterion."""

    criterion: str
    label: str
    score: str = ""
    says: str = ""


class HomeOfficeSeen(Strict):
    """The Home Office's view of a round, with its letter: beside the council's, never merged into it."""

    on: date
    letter_ref: str = ""
    letter: str = ""
    letter_hidden: bool = False
    says: str
    who: str
    criteria: tuple[CriterionSeen, ...] = ()
    due: tuple[ImprovementSeen, ...] = ()
    asked: tuple[tuple[str, date], ...] = ()  # what the letter asks for, and by when


def digest_of(kept: str) -> str:
    """The digest a signed round is known by."""
    return hashlib.sha256(kept.encode()).hexdigest()
