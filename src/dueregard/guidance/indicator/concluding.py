"""How a finding concludes: what falls short, whose number it was, how the young are counted, what nobody uses."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from dueregard.basics.dates import listed, months_after, months_before, say
from dueregard.guidance.indicator.found import Expects, Fact, Finding, Gap, Status, cite
from dueregard.guidance.indicator.rows import Area

WORST_LAST = (Status.MET, Status.PARTLY, Status.NEEDS_JUDGEMENT, Status.NOT)
MOST_NAMED = 6  # records in one sentence
UNUSED_MONTHS = 6  # so long after an area began, a register without a row is named as one nobody uses


@dataclass(frozen=True)
class Short:
    """A part that does not hold: what is said about it, how far it takes the finding down, and what would close it."""

    says: str
    gaps: tuple[Gap, ...]
    status: Status = Status.PARTLY


def short(says: str, do: str, page: str, ref: str | None = None, *, status: Status = Status.PARTLY) -> Short:
    """One part that does not hold, with the one thing that would close it."""
    return Short(says, (Gap(do, page, ref),), status)


def conclude(holds: Iterable[str], shorts: Sequence[Short], *, rests_on: Sequence[Fact], notes: Iterable[str] = ()) -> Finding:
    """The finding: met if nothing falls short, otherwise the worst of what does."""
    status = max((part.status for part in shorts), key=WORST_LAST.index, default=Status.MET)
    because = tuple(words for words in (*holds, *(part.says for part in shorts), *notes) if words)
    gaps = dict.fromkeys(gap for part in shorts for gap in part.gaps)
    return Finding(status, because, cite(tuple(rests_on)), tuple(gaps))


@dataclass(frozen=True)
class Part:
    """One of several things a line asks for: what is said where it holds, what falls short, which records it rests on."""

    holds: str = ""
    shorts: tuple[Short, ...] = ()
    rests_on: tuple[Fact, ...] = ()


def together(parts: Sequence[Part], *, notes: Iterable[str] = ()) -> Finding:
    """The finding of several parts: met if every one holds."""
    shorts = [one for part in parts for one in part.shorts]
    return conclude([part.holds for part in parts], shorts, rests_on=[fact for part in parts for fact in part.rests_on], notes=notes)


def some(names: Sequence[str]) -> str:
    """Names as a sentence lists them: the first few, and how many more."""
    if len(names) <= MOST_NAMED:
        return listed(list(names))
    return f"{', '.join(names[:MOST_NAMED])} and {len(names) - MOST_NAMED} more"


def unrecorded(area: Area, on: date, *, what: str, register: str, do: str, page: str, ref: str | None = None) -> Finding:
    """Nothing of the kind has been recorded, so nobody can tell; in time, the register nobody uses is named."""
    because = [f"No {what} has been recorded, so nobody can tell."]
    if on >= months_after(area.began, UNUSED_MONTHS):
        because.append(f"{area.name} began on {say(area.began)} and nobody has used the register of {register} since.")
    return Finding(Status.NOT_ENOUGH, tuple(because), (), (Gap(do, page, ref),))


def whose(expects: Expects, key: str) -> str:
    """Whose number it is, where the area changed ours: said after the number, on every finding that uses it."""
    change = expects.get("changed", {}).get(key)
    if not change:
        return ""
    return f" (the area’s own number since {say(change['from'])}; ours is {change['was']})"


def is_young(began: date, on: date, *, months: int, expects: Expects) -> bool:
    """Whether a group or register is younger than half the window."""
    return (on - began).days < window_days(on, months=months) * float(expects.get("young_share", 0.5))


def window_days(on: date, *, months: int) -> int:
    """How many days a window of so many months has, up to a day."""
    return (on - months_before(on, months)).days


def scaled(number: int, began: date, on: date, *, months: int, expects: Expects) -> int:
    """A count as expected of something this old: whole for most, in proportion to its age for the young, never below one."""
    if not is_young(began, on, months=months, expects=expects):
        return number
    return max(1, number * (on - began).days // window_days(on, months=months))


def named(fact: Fact) -> str:
    """A record in a sentence: its reference never stands without its title."""
    return fact.label if fact.ref in fact.label else f"{fact.ref} ({fact.label})"
