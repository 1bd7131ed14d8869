"""The shape of section 3 in an area file: what may be written, and nothing else."""

from dueregard.basics.part import Strict
from dueregard.plan.exchange.shapes.evaluations import EvaluationIn
from dueregard.plan.exchange.shapes.planned import MeasureIn, MilestoneIn
from dueregard.plan.exchange.shapes.plans import PlanIn
from dueregard.plan.exchange.shapes.projects import ProjectIn


class PlanPart(Strict):
    """The part called plan."""

    plans: list[PlanIn] = []
    milestones: list[MilestoneIn] = []
    measures: list[MeasureIn] = []
    evaluations: list[EvaluationIn] = []
    projects: list[ProjectIn] = []
