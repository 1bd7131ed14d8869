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

__all__ = [
    "Told",
    "answer_request",
    "approve_assessment",
    "brief_on_assessment",
    "brief_on_profile",
    "contribute",
    "draft_assessment",
    "move_paragraph",
    "name_source",
    "place_risks",
    "receive_profile",
    "request_profile",
    "rest_on",
    "rewrite_paragraph",
    "send_back_assessment",
    "set_level",
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
