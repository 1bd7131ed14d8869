"""What the findings of section 1 share: how they conclude, whose number it is, how a young group is counted, what nobody uses."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from dueregard.basics.dates import months_after, months_before, say
from dueregard.guidance.indicator import Expects, Fact, Finding, Gap, Status, cite
from dueregard.partnership.indicators.facts import Overseer, PartnershipFacts, is_cancelled
from dueregard.partnership.indicators.rows import Meeting

WORST_LAST = (Status.MET, Status.PARTLY, Status.NEEDS_JUDGEMENT, Status.NOT)
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


def nothing_recorded(facts: PartnershipFacts, on: date, *, what: str, register: str, do: str, page: str, ref: str | None = None) -> Finding:
    """Nothing of the kind has been recorded, so nobody can tell; in time, the register nobody uses is named."""
    because = [f"No {what} has been recorded, so nobody can tell."]
    if on >= months_after(facts.area.began, UNUSED_MONTHS):
        because.append(f"{facts.area.name} began on {say(facts.area.began)} and nobody has used the register of {register} since.")
    return Finding(Status.NOT_ENOUGH, tuple(because), (), (Gap(do, page, ref),))


def no_group(facts: PartnershipFacts, on: date) -> Finding:
    """There is no group to read: none recorded, or none that oversees delivery on the day."""
    known = tuple(group for group in facts.groups if group.on <= on)
    if not known:
        return nothing_recorded(
            facts,
            on,
            what="partnership group",
            register="groups",
            do="Record the group that oversees Prevent",
            page="partnership:group-new",
        )
    ended = [group for group in known if not group.holds(on)]
    says = f"No group oversees Prevent delivery on {say(on)}."
    if ended:
        last = max(ended, key=lambda group: (group.until or on, group.ref))
        says += f" {last.label} ended on {say(last.until or on)}."
    part = short(says, "Record which group oversees Prevent", "partnership:group-new", status=Status.NOT)
    return conclude([], [part], rests_on=known)


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


def too_young(overseer: Overseer, on: date, *, months: int, expects: Expects) -> Short | None:
    """A group younger than half the window is at most partly met until it has met twice."""
    met = sum(sitting.on <= on for sitting in overseer.ordinary)
    if met >= 2 or not is_young(overseer.began, on, months=months, expects=expects):
        return None
    says = f"The group began on {say(overseer.began)}; until it has met twice this is at most partly met."
    return Short(says, (gap_next_meeting(overseer, on),))


def gap_next_meeting(overseer: Overseer, on: date) -> Gap:
    """Hold the next meeting, or plan one."""
    ahead = overseer.next_meeting(on)
    if ahead is None:
        return Gap("Plan the next meeting", "partnership:meeting-plan", overseer.group.ref)
    return Gap(f"Hold the meeting planned for {say(ahead.on)}", "partnership:meeting", ahead.ref)


def also_overseeing(overseers: Sequence[Overseer]) -> str:
    """Which group is read where several oversee delivery."""
    if len(overseers) < 2:
        return ""
    others = ", ".join(one.group.label for one in overseers[1:])
    return f"{others} also oversees delivery; this reads {overseers[0].group.label}."


def serving(overseer: Overseer) -> str:
    """Where the group belongs to another area that serves this one, it is said."""
    return f"{overseer.group.label} belongs to {overseer.group.of}, which serves the area." if overseer.group.of else ""


def named(fact: Fact) -> str:
    """A record in a sentence: its reference never stands without its title."""
    return fact.label if fact.ref in fact.label else f"{fact.ref} ({fact.label})"


def is_unwritten(meeting: Meeting, on: date) -> bool:
    """Whether the day of a planned meeting is past and nobody has recorded whether it took place."""
    is_planned = meeting.planned is not None and meeting.planned <= on
    return is_planned and meeting.on < on and not meeting.took_place and not is_cancelled(meeting, on)
