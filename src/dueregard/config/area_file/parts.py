"""The parts of an area file, in floor order: what a later part names, an earlier one has made."""

from typing import Any

from dueregard.assurance.exchange import PART as ASSURANCE
from dueregard.basics.part import Part
from dueregard.documents.exchange import PART as DOCUMENTS
from dueregard.guidance.exchange import PART as GUIDANCE
from dueregard.organisations.exchange import PART as ORGANISATIONS
from dueregard.partnership.exchange import PART as PARTNERSHIP

PARTS: tuple[Part[Any], ...] = (ORGANISATIONS, GUIDANCE, DOCUMENTS, PARTNERSHIP, ASSURANCE)
