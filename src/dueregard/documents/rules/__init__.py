"""Words and rules of the register and of the files it keeps. Pure Python."""

from dueregard.documents.rules.files import MEDIA_TYPES, FileType, file_type, why_not_keep
from dueregard.documents.rules.register import (
    SOON_DAYS,
    ClauseTopic,
    DocumentKind,
    State,
    is_past_review,
    why_no_reason,
    why_not_add,
    why_not_approve,
    why_not_cover,
    why_not_happen,
    why_not_link,
    why_not_put_right,
    why_not_receive,
    why_not_review,
    why_not_sign,
    why_not_withdraw,
)

__all__ = [
    "MEDIA_TYPES",
    "SOON_DAYS",
    "ClauseTopic",
    "DocumentKind",
    "FileType",
    "State",
    "file_type",
    "is_past_review",
    "why_no_reason",
    "why_not_add",
    "why_not_approve",
    "why_not_cover",
    "why_not_happen",
    "why_not_keep",
    "why_not_link",
    "why_not_put_right",
    "why_not_receive",
    "why_not_review",
    "why_not_sign",
    "why_not_withdraw",
]
