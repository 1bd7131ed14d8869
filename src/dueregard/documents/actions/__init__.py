"""Deeds on documents, their versions and their files."""

from dueregard.documents.actions.bringing_in import bring_in, bring_in_version, take
from dueregard.documents.actions.files import (
    Opened,
    attach_file,
    attach_link,
    note_file,
    note_removal,
    open_file,
    remove_file,
    remove_link,
    sweep_strays,
)
from dueregard.documents.actions.register import correct, hand_over, register, withdraw
from dueregard.documents.actions.versions import add_version, approve_version, read_clause, set_review_due, sign

__all__ = [
    "Opened",
    "add_version",
    "approve_version",
    "attach_file",
    "attach_link",
    "bring_in",
    "bring_in_version",
    "correct",
    "hand_over",
    "note_file",
    "note_removal",
    "open_file",
    "read_clause",
    "register",
    "remove_file",
    "remove_link",
    "set_review_due",
    "sign",
    "sweep_strays",
    "take",
    "withdraw",
]
