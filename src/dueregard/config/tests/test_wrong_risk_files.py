"""A mistake in section 2 of a file is named with its line and its place, and nothing of the file is written."""

from pathlib import Path

import pytest

from dueregard.accounts.queries import areas
from dueregard.config.area_file import export, load
from dueregard.config.tests.files import NOW, SMALL, mistakes, operator, written

pytestmark = pytest.mark.django_db

RISK = """\
risk:
  sources:
  - {date: 2025-02-03, ref: S-1, kind: threat-level, title: National level, levels: [{date: 2025-02-03, level: substantial}]}
  - date: 2025-02-03
    ref: S-2
    kind: profile
    title: Local profile
    profile: {edition: Spring, dated: 2025-01-20, held_at: The safe}
    prompts: [{date: 2025-02-04, words: Who hears first?, released_by: Superintendent, released_on: 2025-02-03}]
  requests:
  - {date: 2025-02-03, ref: CQ-1, words: Send the next, answers: [{date: 2025-02-05, words: In June}]}
  risks:
  - date: 2025-02-03
    ref: R1
    kind: situational
    concerns: both
    wordings: [{date: 2025-02-03, title: Halls let unseen}]
    controls: [{date: 2025-02-03, words: Two people look, ended: {date: 2025-03-03}}]
    sources: [{date: 2025-02-03, source: S-2}]
    reviews: [{date: 2025-02-03, residual: {likelihood: 2, impact: 2}, because: Low}]
    steps: [{date: 2025-04-03, status: closed, because: Over}]
  assessments:
  - date: 2025-02-10
    ref: RA-1
    title: First
    paragraphs: [{date: 2025-02-10, words: It is quiet}]
    risks: [{date: 2025-02-10, risk: R1}]
    steps: [{date: 2025-02-11, stage: submitted}, {date: 2025-02-12, stage: approved, minute: Item 1}]
    updates: [{date: 2025-06-03, ref: U-1, words: Nothing new}]
    briefings: [{date: 2025-03-03, ref: BF-1, told: [{body: B-2}]}]
"""
FIRST = SMALL.count("\n") + 1  # the line the part begins on


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("level: substantial", "level: dreadful", "risk.sources.0.levels.0: The threat level is one of: low,"),
        ("kind: threat-level", "kind: rumour", "risk.sources.0: The kind of source is one of: profile,"),
        ("    kind: profile\n", "    kind: profile\n    words: A copy of it\n", "risk.sources.1: Of the local profile its edition"),
        ("    kind: profile\n", "    kind: trend\n", "risk.sources.1: Only the local profile has an edition"),
        ("held_at: The safe", f"held_at: {'x' * 201}", "risk.sources.1.profile.held_at: this is longer than 200 characters"),
        ("words: Who hears first?", f"words: {'x' * 601}", "risk.sources.1.prompts.0.words: this is longer than 600 characters"),
        ("{date: 2025-02-05, words", "{date: 2025-02-01, words", "risk.requests.0.answers.0: 2025-02-01 is before CQ-1 itself"),
        ("ref: R1\n", "ref: R1\n    colour: red\n", "risk.risks.0.colour: there is no such key"),
        ("concerns: both", "concerns: duty", "risk.risks.0: A situational risk is of people"),
        ("wordings: [{date: 2025-02-03", "wordings: [{date: 2025-02-04", "risk.risks.0: The first wording of a risk is dated the day"),
        ("ended: {date: 2025-03-03}", "ended: {date: 2025-02-01}", "risk.risks.0.controls.0.ended: 2025-02-01 is before"),
        (
            "{date: 2025-02-03, source: S-2}",
            "{date: 2025-02-03, source: S-9}",
            "risk.risks.0.sources.0.source: there is no S-9 in this file",
        ),
        ("{likelihood: 2", "{likelihood: 6", "risk.risks.0.reviews.0: The likelihood of the residual score is 6"),
        ("status: closed", "status: gone", "risk.risks.0.steps.0: What became of R1 is one of: open, closed"),
        ("risk: R1", "risk: R9", "risk.assessments.0.risks.0.risk: there is no R9 in this file"),
        ("stage: submitted", "stage: shelved", "risk.assessments.0.steps.0: What became of RA-1 is one of: submitted,"),
        (", minute: Item 1", "", "risk.assessments.0.steps.1: Say who approved it"),
        ("{date: 2025-06-03, ref: U-1", "{date: 2025-02-11, ref: U-1", "risk.assessments.0.updates.0: It was not in force on 11 February"),
        ("told: [{body: B-2}]", "told: []", "risk.assessments.0.briefings.0: Say who was briefed"),
    ],
)
def test_a_mistake_in_section_2_is_named_with_its_line_and_nothing_is_written(old: str, new: str, says: str, tmp_path: Path) -> None:
    assert RISK.count(old) == 1

    said = mistakes(SMALL + RISK.replace(old, new), tmp_path)

    assert [line for line in said if f", {says}" in line and int(line.split()[1].rstrip(",")) >= FIRST], said
    assert not areas().exists()


def test_the_file_without_a_mistake_loads_and_comes_back(tmp_path: Path) -> None:
    load(written(SMALL + RISK, tmp_path), now=NOW)

    text = export(operator("brook"))

    assert "title: Halls let unseen" in text
    assert "held_at: The safe" in text
    assert "stage: approved" in text
    assert "typed: 20" not in text.partition("\nrisk:\n")[2].partition("\npartnership:\n")[0]
