"""Deeds on accounts: invitations, roles, clearances, users, and what the trail says of signing in."""

from dueregard.accounts.actions.answering import make_answer_link, revoke_answer_link
from dueregard.accounts.actions.invitations import accept_invitation, invite, withdraw_invitation
from dueregard.accounts.actions.roles import end_clearance, end_role, give_role, record_clearance, require_second_factor
from dueregard.accounts.actions.users import create_user, deactivate, reactivate, sign_out_everywhere, turn_off_second_factor

__all__ = [
    "accept_invitation",
    "create_user",
    "deactivate",
    "end_clearance",
    "end_role",
    "give_role",
    "invite",
    "make_answer_link",
    "reactivate",
    "record_clearance",
    "require_second_factor",
    "revoke_answer_link",
    "sign_out_everywhere",
    "turn_off_second_factor",
    "withdraw_invitation",
]
