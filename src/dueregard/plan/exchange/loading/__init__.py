"""A file's section 3 as deeds: the loader does them with those of section 1, day by day, and those of one day in this order."""

from collections.abc import Iterator

from dueregard.basics.part import FileDeed, Phase
from dueregard.partnership.exchange.loading.asked import in_phase
from dueregard.plan.exchange.loading import evaluations, planned, plans, projects
from dueregard.plan.exchange.shapes import PlanPart


def deeds(shape: PlanPart) -> Iterator[FileDeed]:
    """What a day may need comes first in it: plans and what is in them, what actions came to, and what ends last."""
    yield from plans.begun(shape.plans)
    yield from plans.written(shape.plans)
    yield from plans.planned(shape.plans)
    yield from plans.standing(shape.plans)
    yield from planned.milestones(shape.milestones)
    yield from planned.measures(shape.measures)
    yield from in_phase(Phase.FOLLOWED, projects.projects(shape.projects))
    yield from in_phase(Phase.WEIGHED, evaluations.evaluations(shape.evaluations))
    yield from in_phase(Phase.CLOSED, plans.dropped(shape.plans))
    yield from in_phase(Phase.CLOSED, projects.ended(shape.projects))
    yield from in_phase(Phase.CLOSED, plans.closed(shape.plans))


__all__ = ["deeds"]
