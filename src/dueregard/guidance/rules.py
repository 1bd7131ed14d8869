"""Rules about Security Threat Checks. Pure Python."""

from collections.abc import Sequence

QUESTIONS = ("first", "second", "third")


def why_not_answer(reasons: Sequence[str]) -> str | None:
    """The reason a check is not whole: an answer without its reason."""
    for which, because in zip(QUESTIONS, reasons, strict=True):
        if not because.strip():
            return f"Give a reason for the {which} answer of the Security Threat Check"
    return None


def why_not_go_ahead(answers: Sequence[bool], *, because: str) -> str | None:
    """The reason a check with a no is not whole: nobody said why it goes ahead all the same."""
    if not all(answers) and not because.strip():
        return "One of the three answers is no. Say why it goes ahead all the same"
    return None
