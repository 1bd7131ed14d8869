"""The shape of section 2’s part of an area file."""

from dueregard.basics.part import Strict
from dueregard.risk.exchange.shapes.assessments import AssessmentIn
from dueregard.risk.exchange.shapes.risks import MatrixIn, RiskIn
from dueregard.risk.exchange.shapes.sources import ContributionIn, RequestIn, SourceIn


class RiskPart(Strict):
    """The part called risk."""

    matrices: list[MatrixIn] = []
    sources: list[SourceIn] = []
    contributions: list[ContributionIn] = []
    requests: list[RequestIn] = []
    risks: list[RiskIn] = []
    assessments: list[AssessmentIn] = []


__all__ = ["RiskPart"]
