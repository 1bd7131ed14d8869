"""What the findings of section 1 share: no group to read, a group too young, its next meeting, which group is read."""

from collections.abc import Sequence
from datetime import date

from dueregard.basics.dates import say
from dueregard.guidance.indicator import Expects, Finding, Gap, Short, Status, conclude, is_young, short, unrecorded
from dueregard.partnership.indicators.facts import Overseer, PartnershipFacts, is_cancelled
from dueregard.partnership.indicators.rows import Meeting


def nothing_recorded(facts: PartnershipFacts, on: date, *, what: str, register: str, do: str, page: str, ref: str | None = None) -> Finding:
    """Nothing of the kind has been recorded, so nobody can tell; in time, the register nobody uses is named."""
    return unrecorded(facts.area, on, what=what, register=register, do=do, page=page, ref=ref)


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


def is_unwritten(meeting: Meeting, on: date) -> bool:
    """Whether the day of a planned meeting is past and nobody has recorded whether it took place."""
    is_planned = meeting.planned is not None and meeting.planned <= on
    return is_planned and meeting.on < on and not meeting.took_place and not is_cancelled(meeting, on)
