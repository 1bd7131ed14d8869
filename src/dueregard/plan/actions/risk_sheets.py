"""Deeds on a register’s sheet: bringing one in by the rules of section 2, all of it or nothing; taking one away."""

from collections.abc import Sequence
from datetime import date

from dueregard.access.deeds import deed
from dueregard.access.roles import Permission
from dueregard.access.viewer import Viewer
from dueregard.audit.actions import record, record_many
from dueregard.organisations import queries as organisations
from dueregard.plan.actions.sheets import Layout, remember
from dueregard.risk.actions.several import among, tell_risks
from dueregard.risk.rules.said import RiskSaid

SHEET = "As the register’s sheet says"


@deed
def bring_in_register(
    said: Sequence[RiskSaid], *, by: Viewer, on: date, concerns: str, digest: str, marking: str = "official", layout: Layout | None = None
) -> int:
    """Record what a sheet says of the register, new risks and changes, and remember which column held what."""
    by.must(Permission.RISK_EDIT)
    risks = tell_risks(said, by=by, on=on, concerns=concerns, marking=marking, source=SHEET)
    if layout:
        remember(layout, by=by)
    told = among(risks, said)
    record_many("plan.register.brought-in", organisations.area(by), by=by, kind="risk.risk", among=told, digest=digest)
    return len(said)


@deed
def take_register_away(*, by: Viewer, rows: int, ending: str, marking: str) -> None:
    """Take the risk register out of the house as a sheet, to be changed and brought in again."""
    by.must(Permission.RISK_READ)
    record("plan.register.taken-away", organisations.area(by), by=by, rows=rows, ending=ending, marking=marking)
