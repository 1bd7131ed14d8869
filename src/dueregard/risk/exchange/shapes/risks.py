"""The shape of risks and of the matrix they are scored on."""

import datetime

from pydantic import Field

from dueregard.basics.part import Dated, Strict, held_in
from dueregard.risk.models import Control, ControlEnd, CorporateReference, Matrix, Risk, RiskReview, RiskStep, RiskWording


class BandIn(Strict):
    """A band of scores, by the lowest of them."""

    band: str
    since: int = Field(alias="from")


@held_in(Matrix)
class MatrixIn(Dated):
    """The matrix in force from a day."""

    size: int
    likelihood: list[str]
    impact: list[str]
    bands: list[BandIn]
    tolerance: int
    because: str


@held_in(RiskWording)
class WordingIn(Dated):
    """What a risk says from a day."""

    title: str
    cause: str = ""
    event: str = ""
    effect: str = ""
    influence: str = ""
    narratives: str = ""
    methods: str = ""
    targets: str = ""
    environment: str = ""
    setting: str = ""
    driver: str = ""


class RiskOwnerIn(Dated):
    """A body owns it from a day."""

    body: str
    person: str | None = None


@held_in(CorporateReference)
class ReferenceIn(Dated):
    """Where it stands in the corporate register from a day."""

    reference: str


@held_in(ControlEnd)
class ControlEndIn(Dated):
    """The last day of a control."""

    because: str = ""


@held_in(Control)
class ControlIn(Dated):
    """A control in place from a day."""

    words: str
    ended: ControlEndIn | None = None


class RestIn(Dated):
    """It rests on a source from a day."""

    source: str


class ScoreIn(Strict):
    """A likelihood and an impact."""

    likelihood: int
    impact: int


@held_in(RiskReview)
class ReviewIn(Dated):
    """A review; a score that is not given stays as it was."""

    inherent: ScoreIn | None = None
    residual: ScoreIn | None = None
    target: ScoreIn | None = None
    because: str
    next_due: datetime.date | None = None
    done_by: str | None = None


@held_in(RiskStep)
class RiskStepIn(Dated):
    """A risk was closed, or opened again."""

    status: str
    because: str = ""


@held_in(Risk)
class RiskIn(Dated):
    """A risk with its history; the first of its wordings is what it said when it was identified."""

    ref: str
    kind: str
    concerns: str
    district: str | None = None
    continues: str | None = None
    marking: str = "official"
    wordings: list[WordingIn] = Field(min_length=1)
    owners: list[RiskOwnerIn] = []
    references: list[ReferenceIn] = []
    controls: list[ControlIn] = []
    sources: list[RestIn] = []
    reviews: list[ReviewIn] = []
    steps: list[RiskStepIn] = []
