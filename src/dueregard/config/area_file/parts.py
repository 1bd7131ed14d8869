"""The parts of an area file, in floor order: what a later part names, an earlier one has made."""

from typing import Any

from dueregard.assurance.exchange import PART as ASSURANCE
from dueregard.basics.part import Part
from dueregard.documents.exchange import PART as DOCUMENTS
from dueregard.guidance.exchange import PART as GUIDANCE
from dueregard.organisations.exchange import PART as ORGANISATIONS
from dueregard.partnership.exchange import PART as PARTNERSHIP
from dueregard.plan.exchange import PART as PLAN
from dueregard.risk.exchange import PART as RISK
from dueregard.training.exchange import PART as TRAINING

# A floor is loaded once the one below it is whole. The parts of one floor lean on each other, so they are loaded together, day by day.
FLOORS: tuple[tuple[Part[Any], ...], ...] = (
    (ORGANISATIONS,),
    (GUIDANCE,),
    (DOCUMENTS,),
    (RISK,),
    (PARTNERSHIP, PLAN),
    (TRAINING,),
    (ASSURANCE,),
)
PARTS: tuple[Part[Any], ...] = tuple(part for floor in FLOORS for part in floor)
