"""Editions of the assessment: how far one has come, and which edition of its words somebody was told."""

from collections.abc import Mapping

from dueregard.basics.choice import Choice


class Stage(Choice):
    """How far an edition of the assessment has come."""

    DRAFTED = "drafted", "Draft"
    SUBMITTED = "submitted", "Submitted for approval"
    APPROVED = "approved", "Approved"
    SUPERSEDED = "superseded", "Superseded"
    WITHDRAWN = "withdrawn", "Withdrawn"


MOVES: Mapping[Stage, frozenset[Stage]] = {
    Stage.DRAFTED: frozenset({Stage.SUBMITTED, Stage.WITHDRAWN}),
    Stage.SUBMITTED: frozenset({Stage.DRAFTED, Stage.APPROVED, Stage.WITHDRAWN}),
    Stage.APPROVED: frozenset({Stage.SUPERSEDED}),
    Stage.SUPERSEDED: frozenset(),
    Stage.WITHDRAWN: frozenset(),
}


class Edition(Choice):
    """Which of the two editions of one assessment somebody was briefed on."""

    OFFICIAL = "official", "The Official edition"
    WHOLE = "whole", "The whole, Official-Sensitive"
