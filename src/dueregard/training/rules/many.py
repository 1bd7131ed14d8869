"""Why one of many cannot be taken, in the words that its row is refused with."""

from collections.abc import Collection
from datetime import date

from dueregard.basics.dates import say
from dueregard.training.rules.workforce import LearnerKind


def why_not_joined(kind: str, *, knows: bool, taken: Collection[str], on: date, today: date) -> str | None:
    """Why somebody cannot have joined the workforce like this."""
    if kind not in LearnerKind.values:
        return f"The kind is one of: {', '.join(LearnerKind.values)}"
    if not knows:
        return "Give an employee number or an e-mail address: a name alone cannot be matched"
    if taken:
        return "Somebody of this body with this employee number or e-mail address is already there"
    return f"{say(on)} has not come yet: record it when it has happened" if on > today else None
