"""A plan told twice, like the area it is in: whole, and as if what is Official-Sensitive in it had never been written."""

from datetime import date
from decimal import Decimal
from typing import Any

from dueregard.documents import actions as documents
from dueregard.organisations.actions import add_body
from dueregard.partnership import actions as partnership
from dueregard.partnership.tests.stories import YES
from dueregard.plan import actions
from tests.sensitive_story import CANARY, DAY, LATER, Story

FROM, TO, COMING = date(2026, 4, 1), date(2027, 3, 31), date(2026, 12, 9)
SEALED = {"marking": "official-sensitive"}
TIED = {"lines": [("toolkit-2024", "3.g5")]}
NOTHING = actions.Change(changed="nothing", because="It is too early to tell")


def tell_plan(story: Story) -> None:
    """A group, its plan with an action in it, a project, an evaluation and a meeting to come; beside each a sealed one."""
    story.district = add_body("Tarn District Council", by=story.by(), on=DAY, kind="district-council", ref="B-2").ref
    group = partnership.found_group("Prevent group", by=story.by(), on=DAY, functions=["oversight"]).ref
    meeting = partnership.plan_meeting(group, by=story.by(LATER), on=LATER, day=COMING).ref
    plan = _plan(story, group, "Plan of 2026")
    _numbered_between(story, group)
    first = _written(story, plan, "Look into lettings of halls", said="Halls")
    if story.is_whole:
        second = _written(story, plan, f"{CANARY} to be looked into", said=CANARY, **SEALED)
        sealed = _plan(story, group, f"{CANARY} plan", covers_from=date(2027, 4, 1), covers_to=date(2028, 3, 31), **SEALED)
        third = _written(story, sealed, f"{CANARY} in a sealed plan", said=CANARY, **SEALED)
        _finished(story, second, said=CANARY, **SEALED)
        _project(story, f"{CANARY} project", actions_of=[second, third], **SEALED)
        for risk in story.told.get("official-sensitive risk", []):
            partnership.answer_risk(first, by=story.by(LATER), on=LATER, risk=risk)
        _beside(story, plan, group)
    last = _written(story, plan, "Train the staff of halls", said="Staff")
    _project(story, "Hall training", actions_of=[last])
    _taken_up(story, meeting, [first, last])
    _finished(story, first, said="Halls")


def _plan(story: Story, group: str, title: str, *, covers_from: date = FROM, covers_to: date = TO, **marked: str) -> str:
    """A plan with its objective, role and governance."""
    period = {"covers_from": covers_from, "covers_to": covers_to}
    plan = actions.begin_plan(title, by=story.by(), on=DAY, group=group, **period, **marked).ref
    actions.add_objective(plan, by=story.by(), on=DAY, title=f"Objective of {title}")
    actions.give_role(plan, by=story.by(), on=DAY, body=story.body, words=f"Leads {title}")
    actions.say_governance(plan, by=story.by(), on=DAY, words=f"The group looks at {title}")
    return plan


def _written(story: Story, plan: str, what: str, *, said: str, **marked: str) -> str:
    """An action of a plan with its milestone, measure, reading and update."""
    by = story.by(LATER)
    ref = actions.write_action(plan, by=by, on=LATER, what=what, body=story.body, due=LATER, **TIED, district=story.district, **marked)
    actions.set_milestone(ref, by=story.by(LATER), on=LATER, words=f"{said} listed", due=LATER)
    measure = actions.set_measure(ref, by=story.by(LATER), on=LATER, words=f"{said} seen", baseline=Decimal(1), target=Decimal(9))
    actions.read_measure(str(measure.pk), by=story.by(LATER), on=LATER, value=Decimal(4), words=said)
    partnership.update_action(ref, by=story.by(LATER), on=LATER, words=f"{said} are being asked", rag="amber")
    return ref


def _finished(story: Story, action: str, *, said: str, **marked: str) -> None:
    partnership.finish_action(action, by=story.by(LATER), on=LATER)
    changes: list[Any] = [NOTHING]
    actions.evaluate(f"{said} are asked now", by=story.by(LATER), on=LATER, actions=[action], changes=changes, next_plan=said, **marked)


def _project(story: Story, title: str, *, actions_of: list[str], **marked: str) -> None:
    given = {"funder": "other", "funder_named": "A trust", "provider": "A college", "actions": actions_of}
    project = actions.start_project(title, by=story.by(LATER), on=LATER, **given, **marked).ref
    actions.check_project(project, by=story.by(LATER), on=LATER, answers=YES)


def _taken_up(story: Story, meeting: str, refs: list[str]) -> None:
    item = partnership.add_item(meeting, by=story.by(LATER), on=LATER, title="The plan", kind="plan").ref
    partnership.take_up(item, by=story.by(LATER), on=LATER, actions=refs)


def _numbered_between(story: Story, group: str) -> None:
    """A sealed record of each kind that draws a number, between two that are not."""
    for marked in ({}, SEALED, {}):
        if marked and not story.is_whole:
            continue
        words = CANARY if marked else "Halls"
        by = story.by(LATER)
        partnership.decide_between_meetings(group, by=by, on=LATER, words=f"{words} are asked", kind="delivery", answers=YES, **marked)
        partnership.note_exchange(f"{words} trust", by=story.by(LATER), on=LATER, how="A visit", heard=words, **marked)
        ref = documents.register(by=story.by(LATER), on=LATER, kind="policy", title=f"{words} policy", **marked)
        documents.add_version(ref, by=story.by(LATER), on=LATER, label=words)


def _beside(story: Story, plan: str, group: str) -> None:
    """Sealed records that an Official plan points to."""
    actions.note_reference(plan, by=story.by(LATER), on=LATER, version="DOCS-1/1", kind="corporate", place=CANARY)
    actions.attach_equality_analysis(plan, by=story.by(LATER), on=LATER, version="DOCS-1/1")
    decided = {"words": f"{CANARY} accepted", "kind": "procedural"}
    decision = partnership.decide_between_meetings(group, by=story.by(LATER), on=LATER, **decided, **SEALED).ref
    for risk in (refs[0] for kind, refs in story.told.items() if kind.endswith(" risk")):
        partnership.accept_risk(decision, by=story.by(LATER), risk=risk, because=CANARY)
