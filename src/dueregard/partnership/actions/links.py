"""Deeds that tie an action to what it is for: when it starts, the risks it answers, the lines it furthers, its threat check."""

from datetime import date

from dueregard.access.deeds import deed
from dueregard.access.roles import Permission
from dueregard.access.viewer import Viewer
from dueregard.basics.dates import say
from dueregard.basics.many import write
from dueregard.basics.refused import Refused
from dueregard.guidance import catalogue
from dueregard.organisations.actions import given
from dueregard.partnership import queries
from dueregard.partnership.actions import rows
from dueregard.partnership.actions.checks import Answers, check_made
from dueregard.partnership.actions.recording import record
from dueregard.partnership.models import Action, ActionCheck, ActionLine, ActionRisk, ActionRiskEnd
from dueregard.partnership.queries.standing import Standing
from dueregard.partnership.rules.decisions import CheckCovers
from dueregard.risk.queries.thread import risks_there


def _to_tie(ref: str, *, by: Viewer, on: date, seen: int | None) -> Action:
    """The action, locked and taken a version further, if something dated this day can be tied to it."""
    action = queries.actions_to_change(by).get(ref=ref)
    rows.to_tie(action, by=by, on=on)
    given.change(action, by=by, seen=seen)
    return action


@deed
def start_action(ref: str, *, by: Viewer, on: date, start: date, seen: int | None = None) -> None:
    """Say when an action begins, or began; what was said before stays to be seen."""
    by.must(Permission.PARTNERSHIP_EDIT)
    action = _to_tie(ref, by=by, on=on, seen=seen)
    write([rows.started(Standing(action), by=by, on=on, start=start)])
    record("partnership.action.start-set", action, by=by, on=on, start=start)


@deed
def answer_risk(ref: str, *, by: Viewer, on: date, risk: str, seen: int | None = None) -> None:
    """Say that an action answers a risk, from a day."""
    by.must(Permission.PARTNERSHIP_EDIT)
    action = _to_tie(ref, by=by, on=on, seen=seen)
    answered = given.one(risks_there(by, on=on), risk, what="risk")
    write([rows.answering(Standing(action), by=by, on=on, risk=answered)])
    record("partnership.action.risk-answered", action, by=by, beside=answered.marking, on=on)


@deed
def stop_answering(ref: str, *, by: Viewer, on: date, risk: str, because: str = "", seen: int | None = None) -> None:
    """Say that an action no longer answers a risk; the date is the last day it did."""
    by.must(Permission.PARTNERSHIP_EDIT)
    action = _to_tie(ref, by=by, on=on, seen=seen)
    answered = given.one(risks_there(by, on=on), risk, what="risk")
    link = ActionRisk.objects.filter(area=by.area_id, action=action, risk=answered, ending=None).first()
    if link is None:
        raise Refused("The action does not answer this risk")
    if on < link.on:
        raise Refused(f"It has answered the risk since {say(link.on)}, so it cannot have stopped on {say(on)}")
    ActionRiskEnd.objects.create(**by.stamp, link=link, on=on, because=because.strip())
    record("partnership.action.risk-let-go", action, by=by, on=on)


@deed
def further_line(ref: str, *, by: Viewer, on: date, framework: str, line: str, seen: int | None = None) -> None:
    """Say that an action is meant to further a line of the guidance."""
    by.must(Permission.PARTNERSHIP_EDIT)
    action = _to_tie(ref, by=by, on=on, seen=seen)
    there = {one.id for one in catalogue.framework(framework).lines} if framework in catalogue.framework_ids() else set()
    if line not in there:
        raise Refused(f"There is no line {line} in {framework}")
    if ActionLine.objects.filter(area=by.area_id, action=action, framework=framework, line=line).exists():
        raise Refused("The action furthers this line already")
    ActionLine.objects.create(**by.stamp, action=action, framework=framework, line=line, on=on)
    record("partnership.action.line-furthered", action, by=by, on=on)


@deed
def check_action(
    ref: str,
    *,
    by: Viewer,
    on: date,
    answers: Answers | None = None,
    check: str | None = None,
    covers: str = CheckCovers.ACTION.value,
    seen: int | None = None,
) -> None:
    """Cover an action with a Security Threat Check: its own, or one made before for its decision or project."""
    by.must(Permission.PARTNERSHIP_EDIT)
    action = _to_tie(ref, by=by, on=on, seen=seen)
    made = check_made(by=by, on=on, marking=action.marking, answers=answers, check=check)
    if ActionCheck.objects.filter(area=by.area_id, action=action, check_made=made).exists():
        raise Refused("This check covers the action already")
    wanted = given.choice(covers, CheckCovers, what="cover of a check")
    ActionCheck.objects.create(**by.stamp, action=action, check_made=made, covers=wanted, on=max(on, made.on))
    record("partnership.action.checked", action, by=by, on=on)
