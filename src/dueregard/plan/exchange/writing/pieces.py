"""How rows of section 3 are written: in which order, and numbers as short as they are exact."""

from decimal import Decimal
from typing import Any

from dueregard.risk.exchange.writing.kept import IN_ORDER, Written, said


def number(value: Decimal | None) -> int | float | None:
    """A number with its decimals where it has some: fourteen digits at the most, which a float keeps exactly."""
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() else float(value)


def end(row: Any) -> Written | None:
    """The last day of something with why, where it has ended."""
    ending = getattr(row, "ending", None)
    return said(ending, because=ending.because) if ending else None


def checked(rows: Any) -> list[Written]:
    """The Security Threat Checks that cover it, oldest first."""
    found = rows.select_related("check_made").order_by(*IN_ORDER, "check_made__ref")
    return [said(row, check=row.check_made.ref) for row in found]


def version(row: Any) -> str:
    """The version of a document as files name it: DOC-4/2."""
    return f"{row.version_read.document.ref}/{row.version_read.number}"
