"""Expected numbers, rounds, what people decided in them, and what outsiders said. Every row is dated and none is overwritten."""

from dueregard.assurance.models.judging import Evidence, EvidenceDrop, ImprovementAction, Judgement, LocalModeration, SectionScore
from dueregard.assurance.models.outside import HomeOfficeAction, HomeOfficeCriterion, HomeOfficeView, ReviewerAccess
from dueregard.assurance.models.rounds import Expectation, FindingKept, Round, RoundStep, SignOff

__all__ = [
    "Evidence",
    "EvidenceDrop",
    "Expectation",
    "FindingKept",
    "HomeOfficeAction",
    "HomeOfficeCriterion",
    "HomeOfficeView",
    "ImprovementAction",
    "Judgement",
    "LocalModeration",
    "ReviewerAccess",
    "Round",
    "RoundStep",
    "SectionScore",
    "SignOff",
]
