"""When a Security Threat Check is whole. Pure Python."""

from collections.abc import Mapping
from dataclasses import dataclass

ANSWERS = ("mindful", "proportionate", "reduces")  # the three questions, in their order
WORDING_OF = {"duty-guidance-2023": "threat-check-2023-uk", "toolkit-2024": "threat-check-2024-local"}  # whose questions a document prints
ORDINALS = {"mindful": "first", "proportionate": "second", "reduces": "third"}


@dataclass(frozen=True)
class Answer:
    """An answer to one of the three questions, with its reason."""

    is_yes: bool
    because: str


def why_not_whole(answers: Mapping[str, Answer]) -> str | None:
    """The reason a check is not whole yet; None if it is. An answer without a reason is none."""
    for question in ANSWERS:
        if not answers[question].because.strip():
            return f"Give a reason for the {ORDINALS[question]} answer"
    return None


def why_not_go_ahead(answers: Mapping[str, Answer]) -> str | None:
    """The reason to think again before going ahead; None where every answer is yes. A no is allowed, with the reason for going ahead."""
    said_no = next((question for question in ANSWERS if not answers[question].is_yes), None)
    return f"The {ORDINALS[said_no]} answer is no: say why it goes ahead all the same" if said_no else None
