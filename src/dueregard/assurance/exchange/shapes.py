"""The shape of assurance in an area file: expected numbers, rounds with what was found and decided in them, views beside them."""

from datetime import date

from dueregard.assurance.models import (
    Evidence,
    EvidenceDrop,
    Expectation,
    HomeOfficeAction,
    HomeOfficeCriterion,
    HomeOfficeView,
    ImprovementAction,
    Judgement,
    LocalModeration,
    Round,
    RoundStep,
    SectionScore,
    SignOff,
)
from dueregard.assurance.rules.rounds import ScoredBy
from dueregard.basics.part import Dated, Strict, held_in
from dueregard.privacy.marking import Marking


@held_in(Expectation, number="key")
class ExpectationIn(Dated):
    """From a day, another number than ours."""

    framework: str
    line: str
    number: str
    value: int | float
    because: str


@held_in(RoundStep)
class Deed(Dated):
    """Something somebody did in a round: `by` is a person's ref, `who` the words for them."""

    by: str | None = None
    who: str = ""


class KeptIn(Deed):
    """The findings as they were looked up: at the opening, or again. Left out, they are computed as the file is loaded."""

    findings: dict[str, str] | None = None  # by line, each as the text that was kept


@held_in(Judgement)
class JudgementIn(Deed):
    """A judgement of a line."""

    line: str
    status: str = ""
    score: str = ""
    because: str
    saw: int | None = None  # which edition of the line's finding, where it was not the newest


@held_in(SectionScore)
class ScoreIn(Deed):
    """A score for a section."""

    section: str
    score: str
    because: str = ""


@held_in(Evidence, kind="record_kind", ref="record_ref", label="record_label")
class RecordIn(Strict):
    """A record, as a finding cites it."""

    kind: str
    ref: str
    label: str


@held_in(EvidenceDrop)
class DroppedIn(Dated):
    """Evidence was taken away again."""

    because: str


@held_in(Evidence)
class EvidenceIn(Deed):
    """A document's edition (DOC-4/2), or a record the finding rests on, beside a line."""

    line: str
    document: str = ""
    record: RecordIn | None = None
    dropped: DroppedIn | None = None


@held_in(LocalModeration)
class ModerationIn(Deed):
    """The local moderator's view."""

    section: str = ""
    line: str = ""
    status: str = ""
    score: str = ""
    because: str


@held_in(ImprovementAction)
class ImprovementIn(Dated):
    """An action the round, or the Home Office's letter, led to."""

    action: str
    line: str = ""
    asked_by_letter: bool = False


@held_in(SignOff)
class SignedIn(Deed):
    """The sign-off. What was kept comes with its digest; left out, it is put together as the file is loaded."""

    because: str = ""
    kept: str = ""
    digest: str = ""


@held_in(HomeOfficeCriterion)
class CriterionIn(Strict):
    """What the letter says of one line or section."""

    criterion: str
    outcome: str = ""
    score: str = ""
    says: str = ""


@held_in(HomeOfficeAction)
class AskedIn(Strict):
    """What the letter asks for, by when."""

    says: str
    due: date


@held_in(HomeOfficeView)
class ViewIn(Dated):
    """The Home Office's view; the date is the day it was received."""

    says: str
    letter: str = ""
    who: str = ""
    criteria: list[CriterionIn] = []
    asked: list[AskedIn] = []


@held_in(Round)
class RoundIn(KeptIn):
    """One round; the date is the day it was opened."""

    ref: str
    title: str
    framework: str = ""
    criteria: str = ""
    scale: str = ""
    scored_by: str = ScoredBy.NOTHING.value
    period_from: date
    period_to: date
    as_at: date
    due: date
    marking: str = Marking.OFFICIAL.value
    refreshed: list[KeptIn] = []
    judgements: list[JudgementIn] = []
    scores: list[ScoreIn] = []
    evidence: list[EvidenceIn] = []
    moderations: list[ModerationIn] = []
    improvements: list[ImprovementIn] = []
    signed: SignedIn | None = None
    home_office_views: list[ViewIn] = []


class Assurance(Strict):
    """Everything of assurance in an area file."""

    expectations: list[ExpectationIn] = []
    rounds: list[RoundIn] = []
