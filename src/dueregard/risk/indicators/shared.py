"""What the findings of section 2 share: no assessment to read, what an uncleared reader is told, a register too young."""

from datetime import date

from dueregard.basics.dates import say
from dueregard.guidance.indicator import Expects, Finding, Gap, Short, Status, conclude, is_young, short, unrecorded
from dueregard.risk.indicators.facts import RiskFacts


def only_official(facts: RiskFacts) -> str:
    """Said to whoever may not read Official-Sensitive, whether or not there is any."""
    return "" if facts.tells_all else "Only what is marked Official is read here."


def no_assessment(facts: RiskFacts, on: date) -> Finding:
    """No edition was ever begun."""
    what, register = "risk assessment", "assessments"
    return unrecorded(facts.area, on, what=what, register=register, do="Record the assessment in force", page="risk:assessment-new")


def none_in_force(facts: RiskFacts, on: date) -> Finding:
    """Editions were begun, and none is approved and in force on the day."""
    begun = facts.begun(on)
    last = begun[-1]
    were = "1 edition was begun" if len(begun) == 1 else f"{len(begun)} editions were begun"
    says = f"{were}; none is approved and in force on {say(on)}."
    part = short(says, f"Approve {last.label}, or begin a new edition", "risk:assessment", last.ref, status=Status.NOT)
    return conclude([], [part], rests_on=begun, notes=[only_official(facts)])


def too_young(facts: RiskFacts, on: date, *, months: int, expects: Expects) -> list[Short]:
    """A register younger than half the window is at most partly met until the group has met twice."""
    began = facts.began or on
    if len(facts.meetings(on)) >= 2 or not is_young(began, on, months=months, expects=expects):
        return []
    says = f"The first assessment was begun on {say(began)}; until the group has met twice this is at most partly met."
    return [Short(says, (next_meeting(facts),))]


def next_meeting(facts: RiskFacts) -> Gap:
    """Plan the next meeting of the group, or say which group it is."""
    if not facts.group:
        return Gap("Record which group oversees Prevent", "partnership:group-new")
    return Gap("Put the risk assessment on the agenda of the next meeting", "partnership:meeting-plan", facts.group)
