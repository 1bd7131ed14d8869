"""Deeds of section 2: each whole or not at all, each leaving a trail."""

from dueregard.risk.actions.assessments import (
    approve_assessment,
    draft_assessment,
    send_back_assessment,
    submit_assessment,
    take_assessment_away,
    withdraw_assessment,
)
from dueregard.risk.actions.contributions import answer_request, contribute, request_profile
from dueregard.risk.actions.drafting import (
    move_paragraph,
    place_risks,
    rest_on,
    rewrite_paragraph,
    take_out_paragraph,
    write_paragraph,
)
from dueregard.risk.actions.matrix import set_matrix
from dueregard.risk.actions.reviews import close_risk, continue_risk, reopen_risk, review_risk
from dueregard.risk.actions.risks import (
    end_control,
    hand_over_risk,
    identify_risk,
    put_control,
    refer_risk,
    rest_risk_on,
    reword_risk,
)
from dueregard.risk.actions.sources import (
    brief_on_profile,
    name_source,
    receive_profile,
    set_level,
    take_prompt,
    take_reading,
    withdraw_source,
)
from dueregard.risk.actions.telling import Told, brief_on_assessment, update_assessment
from dueregard.risk.rules.matrix import Scores
from dueregard.risk.rules.risks import Wording

__all__ = [
    "Scores",
    "Told",
    "Wording",
    "answer_request",
    "approve_assessment",
    "brief_on_assessment",
    "brief_on_profile",
    "close_risk",
    "continue_risk",
    "contribute",
    "draft_assessment",
    "end_control",
    "hand_over_risk",
    "identify_risk",
    "move_paragraph",
    "name_source",
    "place_risks",
    "put_control",
    "receive_profile",
    "refer_risk",
    "reopen_risk",
    "request_profile",
    "rest_on",
    "rest_risk_on",
    "review_risk",
    "reword_risk",
    "rewrite_paragraph",
    "send_back_assessment",
    "set_level",
    "set_matrix",
    "submit_assessment",
    "take_assessment_away",
    "take_out_paragraph",
    "take_prompt",
    "take_reading",
    "update_assessment",
    "withdraw_assessment",
    "withdraw_source",
    "write_paragraph",
]
