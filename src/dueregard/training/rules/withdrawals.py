"""When what was entered by mistake can be withdrawn. Pure Python."""

from datetime import date

from dueregard.basics.dates import say


def why_not_withdraw(on: date, *, today: date, because: str, is_withdrawn: bool) -> str | None:
    """The reason an entry cannot be withdrawn; None if it can."""
    if is_withdrawn:
        return "This was withdrawn already"
    if not because.strip():
        return "Say why it does not count"
    return f"{say(on)} has not come yet" if on > today else None
