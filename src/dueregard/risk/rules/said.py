"""What a sheet says of one risk, once somebody has looked at it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date


@dataclass(frozen=True, kw_only=True)
class RiskSaid:
    """What is to be recorded of one risk; empty is nothing to be recorded."""

    number: int  # its row
    ref: str  # empty: it is not there yet
    texts: Mapping[str, str] = field(default_factory=dict)  # of its wording
    body: str = ""
    person: str = ""
    scores: Mapping[str, str] = field(default_factory=dict)  # inherent, residual and target, as 4 x 3
    review: date | None = None  # when it is next to be reviewed
    controls: tuple[str, ...] = ()
    reference: str = ""
    status: str = ""
