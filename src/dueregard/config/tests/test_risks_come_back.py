"""Section 2 in an area file: one of everything comes back exactly, and an Official file holds no trace of what is Official-Sensitive."""

import re
from pathlib import Path

import pytest
import yaml
from pytest_django import Settings

from dueregard.access.scope import scope
from dueregard.config.area_file import export, load
from dueregard.config.area_file.parts import PARTS
from dueregard.config.tests.files import NOW, SMALL, operator, written
from dueregard.config.tests.risk_story import SECRET, everything_of_section_2
from dueregard.config.tests.test_area_files_come_back import taken_back, the_lead_of_brook
from dueregard.config.tests.test_lengths import shapes
from dueregard.risk import models
from dueregard.risk.exchange import PART

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _invented(settings: Settings) -> None:
    settings.INVENTED = True


def told(folder: Path, *, official: bool = False) -> str:
    """The file of an area with one of everything, which is taken back again."""
    with taken_back():
        load(written(SMALL, folder), now=NOW)
        lead = the_lead_of_brook()
        with scope(lead):
            everything_of_section_2(lead)
        return export(operator("brook"), official=official)
    raise AssertionError


def test_the_story_has_a_row_in_every_table(tmp_path: Path) -> None:
    load(written(SMALL, tmp_path), now=NOW)
    lead = the_lead_of_brook()

    with scope(lead):
        everything_of_section_2(lead)

        assert [name for name in models.__all__ if not getattr(models, name).objects.exists()] == []


def test_one_of_everything_comes_back_byte_for_byte(tmp_path: Path) -> None:
    first = told(tmp_path)

    load(written(first, tmp_path, "moved.yaml"), now=NOW)

    assert export(operator("brook")) == first


def test_every_value_of_every_table_comes_back(tmp_path: Path) -> None:
    first = told(tmp_path)
    keys = {key for row in rows_of(yaml.safe_load(first)["risk"]) for key in row}

    assert keys >= {key for shape in shapes(PART.shape) for key in shape.model_fields} - {"since"}


def test_an_official_file_holds_no_trace_of_what_is_sensitive_and_loads(tmp_path: Path) -> None:
    official = told(tmp_path, official=True)

    load(written(official, tmp_path, "moved.yaml"), now=NOW)

    assert SECRET not in official
    assert not re.search(r"RS\d|SS-\d|CCS-\d|whole", official)
    assert "sensitive" not in official.lower().replace("a sensitive one", "")
    assert export(operator("brook"), official=True) == official
    assert [row["ref"] for row in yaml.safe_load(official)["risk"]["risks"]] == ["R1", "R2", "R3"]


def test_of_an_official_file_the_same_is_left_whether_there_was_anything_sensitive_or_not(tmp_path: Path) -> None:
    whole = yaml.safe_load(told(tmp_path))
    with taken_back():
        load(written(told(tmp_path, official=True), tmp_path, "moved.yaml"), now=NOW)
        again = yaml.safe_load(export(operator("brook")))

    paragraphs = [row["words"] for row in again["risk"]["assessments"][0]["paragraphs"]]
    assert paragraphs == ["First", "Second", "Third"]
    assert [row["words"] for row in whole["risk"]["assessments"][0]["paragraphs"] if "marking" not in row] == paragraphs


def test_what_is_typed_on_one_day_keeps_its_order(tmp_path: Path) -> None:
    risk = """risk:
  risks:
  - date: 2025-02-03
    ref: R1
    kind: situational
    concerns: both
    wordings: [{date: 2025-02-03, title: First}, {date: 2025-02-03, title: Second}]
    reviews:
    - {date: 2025-02-03, residual: {likelihood: 2, impact: 2}, because: Low}
    - {date: 2025-02-03, residual: {likelihood: 4, impact: 4}, because: High}
    steps: [{date: 2025-02-03, status: closed, because: Over}, {date: 2025-02-03, status: open, because: Not over}]
"""
    with taken_back():
        load(written(SMALL + risk, tmp_path), now=NOW)
        first = export(operator("brook"))

    load(written(first, tmp_path, "moved.yaml"), now=NOW)

    assert export(operator("brook")) == first
    [row] = yaml.safe_load(first)["risk"]["risks"]
    assert [one["title"] for one in row["wordings"]] == ["First", "Second"]
    assert [one["because"] for one in row["reviews"]] == ["Low", "High"]
    assert [one["status"] for one in row["steps"]] == ["closed", "open"]


def test_risks_are_made_before_the_actions_that_answer_them() -> None:
    names = [part.name for part in PARTS]

    assert names.index("documents") < names.index("risk") < names.index("partnership")


def rows_of(value: object) -> list[dict[str, object]]:
    """Every row of a part, whatever it is in."""
    if isinstance(value, dict):
        return [value, *(row for inner in value.values() for row in rows_of(inner))]
    return [row for inner in value for row in rows_of(inner)] if isinstance(value, list) else []
