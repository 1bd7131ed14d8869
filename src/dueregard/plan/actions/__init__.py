"""Deeds of section 3: each whole or not at all, each leaving a trail."""

from dueregard.plan.actions.agreeing import agree_plan, attach_equality_analysis, check_plan, note_reference, ratify
from dueregard.plan.actions.evaluations import Change, add_change, evaluate, take_evaluation
from dueregard.plan.actions.making import add_objective, drop_objective, give_role, note_contribution
from dueregard.plan.actions.measures import reach_milestone, read_measure, set_measure, set_milestone
from dueregard.plan.actions.on_agenda import put_on_agenda
from dueregard.plan.actions.planned import carry_forward, carry_several, move_planned, put_in_plan, take_out_of_plan
from dueregard.plan.actions.plans import begin_plan, close_plan, draft_from, say_governance
from dueregard.plan.actions.projects import (
    check_project,
    end_project,
    look_into_provider,
    record_amount,
    record_output,
    start_project,
    tie_project,
)
from dueregard.plan.actions.resting import rest_on
from dueregard.plan.actions.risk_sheets import bring_in_register
from dueregard.plan.actions.sheets import Layout, bring_in_plan
from dueregard.plan.actions.writing import write_action

__all__ = [
    "Change",
    "Layout",
    "add_change",
    "add_objective",
    "agree_plan",
    "attach_equality_analysis",
    "begin_plan",
    "bring_in_plan",
    "bring_in_register",
    "carry_forward",
    "carry_several",
    "check_plan",
    "check_project",
    "close_plan",
    "draft_from",
    "drop_objective",
    "end_project",
    "evaluate",
    "give_role",
    "look_into_provider",
    "move_planned",
    "note_contribution",
    "note_reference",
    "put_in_plan",
    "put_on_agenda",
    "ratify",
    "reach_milestone",
    "read_measure",
    "record_amount",
    "record_output",
    "rest_on",
    "say_governance",
    "set_measure",
    "set_milestone",
    "start_project",
    "take_evaluation",
    "take_out_of_plan",
    "tie_project",
    "write_action",
]
