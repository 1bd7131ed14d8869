"""Deeds in assurance: open a round, judge, keep evidence, score, moderate, sign off, and what is put beside a signed round."""

from dueregard.assurance.actions.beside import Criterion, invite_reviewer, receive_home_office_view
from dueregard.assurance.actions.evidence import drop_evidence, keep_evidence
from dueregard.assurance.actions.expectations import set_expectation
from dueregard.assurance.actions.improvements import raise_improvement
from dueregard.assurance.actions.judging import judge_line, let_stand, moderate, score_section
from dueregard.assurance.actions.rounds import open_round, refresh_findings, sign_off
from dueregard.assurance.actions.taking_away import take_return_away

__all__ = [
    "Criterion",
    "drop_evidence",
    "invite_reviewer",
    "judge_line",
    "keep_evidence",
    "let_stand",
    "moderate",
    "open_round",
    "raise_improvement",
    "receive_home_office_view",
    "refresh_findings",
    "score_section",
    "set_expectation",
    "sign_off",
    "take_return_away",
]
