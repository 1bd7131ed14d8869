"""The shape of editions of the assessment."""

from dueregard.basics.part import Dated, Strict, held_in
from dueregard.risk.models import Assessment, AssessmentBriefing, AssessmentStep, AssessmentUpdate, Paragraph


@held_in(Paragraph)
class ParagraphIn(Dated):
    """A paragraph; the order of the list is the order of the paragraphs."""

    heading: str = ""
    words: str
    marking: str = "official"


class EditionSourceIn(Dated):
    """The edition rests on a source."""

    source: str


class EditionRiskIn(Dated):
    """A risk of the register stands in the edition."""

    risk: str


@held_in(AssessmentStep)
class StepIn(Dated):
    """It was submitted, sent back, approved or withdrawn; that it was superseded follows from the approval of the next."""

    stage: str
    done_by: str | None = None
    minute: str = ""
    because: str = ""


@held_in(AssessmentUpdate)
class UpdateIn(Dated):
    """It was looked at again."""

    ref: str
    changed: bool = False
    words: str
    done_by: str | None = None


class ToldIn(Strict):
    """A body that was briefed, and perhaps who of it."""

    body: str
    person: str | None = None


@held_in(AssessmentBriefing)
class AssessmentBriefingIn(Dated):
    """Somebody was briefed on it: on its Official edition, where nothing else is said."""

    ref: str
    edition: str = "official"
    told: list[ToldIn] = []
    audience: str = ""
    given_by: str | None = None
    because: str = ""


@held_in(Assessment)
class AssessmentIn(Dated):
    """An edition with everything of its own; its date is the day it was begun."""

    ref: str
    title: str
    follows: str | None = None
    done_by: str | None = None
    paragraphs: list[ParagraphIn] = []
    sources: list[EditionSourceIn] = []
    risks: list[EditionRiskIn] = []
    steps: list[StepIn] = []
    updates: list[UpdateIn] = []
    briefings: list[AssessmentBriefingIn] = []
