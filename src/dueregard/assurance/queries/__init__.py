"""Reads of assurance: findings and loose ends computed from the records, expected numbers, rounds and what they hold."""

from dueregard.assurance.queries.contents import home_office_views, newest_round, previous_round, round_contents, whole_contents
from dueregard.assurance.queries.expectations import changed_numbers, expectations
from dueregard.assurance.queries.findings import changed_by_meeting, findings, findings_in
from dueregard.assurance.queries.over_years import scores_over_years
from dueregard.assurance.queries.review import review_files, reviewed_round, reviewers
from dueregard.assurance.queries.rounds import (
    evidence_like,
    evidence_to_change,
    kept_findings,
    round_in_view,
    round_list,
    round_pages,
    round_to_change,
    rounds,
    typed_days,
)
from dueregard.assurance.queries.sections import SECTIONS, facts_of, loose_ends

__all__ = [
    "SECTIONS",
    "changed_by_meeting",
    "changed_numbers",
    "evidence_like",
    "evidence_to_change",
    "expectations",
    "facts_of",
    "findings",
    "findings_in",
    "home_office_views",
    "kept_findings",
    "loose_ends",
    "newest_round",
    "previous_round",
    "review_files",
    "reviewed_round",
    "reviewers",
    "round_contents",
    "round_in_view",
    "round_list",
    "round_pages",
    "round_to_change",
    "rounds",
    "scores_over_years",
    "typed_days",
    "whole_contents",
]
