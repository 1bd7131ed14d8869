"""Pieces that several shapes of section 3 are made of: a number with its decimals, words, a check, a version, an end."""

from decimal import Decimal, InvalidOperation
from typing import Annotated

from pydantic import BeforeValidator, Field

from dueregard.basics.part import Dated, held_in
from dueregard.plan.models import ObjectiveEnd, PlanClosing, PlannedActionEnd, ProjectEnd


def _decimal(value: object) -> object:
    """A number as a file says it, as exact as it is written."""
    if isinstance(value, bool) or not isinstance(value, int | float | str):
        return value
    try:
        return Decimal(str(value))
    except InvalidOperation:
        return value


Number = Annotated[Decimal, BeforeValidator(_decimal), Field(max_digits=14, decimal_places=2)]
Pounds = Annotated[Decimal, BeforeValidator(_decimal), Field(max_digits=12, decimal_places=2)]


@held_in(ObjectiveEnd, PlanClosing, PlannedActionEnd, ProjectEnd)
class EndIn(Dated):
    """The last day of something, perhaps with why."""

    because: str = ""


class CheckedIn(Dated):
    """A Security Threat Check covers it from a day."""

    check: str


class VersionIn(Dated):
    """A version of a document. DOC-4/2 names one."""

    version: str


class ActionNamedIn(Dated):
    """An action, from a day."""

    action: str


class ObjectiveNamedIn(Dated):
    """An objective, from a day."""

    objective: str
