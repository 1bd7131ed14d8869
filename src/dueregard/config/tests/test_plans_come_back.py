"""Section 3 in an area file: one of everything comes back exactly, and an Official file holds no trace of what is Official-Sensitive."""

import re
from pathlib import Path

import pytest
import yaml
from pytest_django import Settings

from dueregard.access.scope import scope
from dueregard.config.area_file import WrongFile, export, load
from dueregard.config.tests.files import NOW, SMALL, operator, written
from dueregard.config.tests.plan_story import everything_of_section_3
from dueregard.config.tests.risk_story import SECRET
from dueregard.config.tests.test_area_files_come_back import taken_back
from dueregard.config.tests.test_lengths import shapes
from dueregard.config.tests.test_risks_come_back import rows_of
from dueregard.partnership import models as section_1
from dueregard.plan import models
from dueregard.plan.exchange import PART

pytestmark = pytest.mark.django_db
NOT_IN_IT = {"SheetLayout"}  # how somebody's sheet is read: no part of what happened
TIED = ("ActionStart", "ActionRisk", "ActionRiskEnd", "ActionLine", "ActionCheck", "RiskAccepted", "ItemAction")


@pytest.fixture(autouse=True)
def _invented(settings: Settings, tmp_path: Path) -> None:
    settings.INVENTED = True
    settings.MEDIA_ROOT = tmp_path / "kept"


def told(folder: Path, *, official: bool = False) -> str:
    """The file of an area with one of everything, which is taken back again."""
    with taken_back():
        load(written(SMALL, folder), now=NOW)
        lead = operator("brook")
        with scope(lead):
            everything_of_section_3(lead)
        return export(operator("brook"), official=official)
    raise AssertionError


def test_the_story_has_a_row_in_every_table(tmp_path: Path) -> None:
    load(written(SMALL, tmp_path), now=NOW)
    lead = operator("brook")

    with scope(lead):
        everything_of_section_3(lead)

        empty = {name for name in models.__all__ if not getattr(models, name).objects.exists()}
        assert empty <= NOT_IN_IT
        assert [name for name in TIED if not getattr(section_1, name).objects.exists()] == []


def test_one_of_everything_comes_back_byte_for_byte(tmp_path: Path) -> None:
    first = told(tmp_path)

    load(written(first, tmp_path, "moved.yaml"), now=NOW)

    assert export(operator("brook")) == first


def test_every_value_of_every_table_comes_back(tmp_path: Path) -> None:
    first = told(tmp_path)
    keys = {key for row in rows_of(yaml.safe_load(first)["plan"]) for key in row}

    assert keys >= {key for shape in shapes(PART.shape) for key in shape.model_fields}


def test_what_section_1_ties_to_an_action_comes_back(tmp_path: Path) -> None:
    partnership = yaml.safe_load(told(tmp_path))["partnership"]
    action = next(row for row in partnership["actions"] if row["ref"] == "A-1")

    assert {"starts", "risks", "lines", "checks"} <= action.keys()
    assert [row["risk"] for row in action["risks"]] == ["R1", "R1", "RS1", "RS1"]
    assert [row["risk"] for row in partnership["decisions"][0]["accepts"]] == ["R1", "RS1"]
    assert [row["action"] for row in partnership["meetings"][2]["items"][0]["takes_up"]] == ["A-1", "AS-1"]
    assert partnership["meetings"][1]["replies"][0]["words"] == "Our deputy"


def test_an_official_file_holds_no_trace_of_what_is_sensitive_and_loads(tmp_path: Path) -> None:
    official = told(tmp_path, official=True)

    load(written(official, tmp_path, "moved.yaml"), now=NOW)

    assert SECRET not in official
    assert not re.search(r"\b(RS\d|(EV|PR|PLAN|O|A|I|D|DOC)S-\d)", official)
    assert "sensitive" not in official.lower()
    assert export(operator("brook"), official=True) == official


def test_what_names_something_of_a_later_day_is_done_once_that_is_there(tmp_path: Path) -> None:
    plan = """plan:
  plans:
  - date: 2025-02-03
    ref: PLAN-1
    title: The plan
    group: GRP-1
    covers_from: 2025-04-01
    covers_to: 2026-03-31
    objectives: [{date: 2025-03-03, ref: O-1, title: Halls}]
  projects:
  - date: 2025-02-10
    ref: PR-1
    title: Evenings
    funder: council
    provider: Brook Youth
    objectives: [{date: 2025-02-10, objective: O-1}]
    amounts: [{date: 2025-02-20, kind: awarded, pounds: 99.5}]
"""

    load(written(SMALL + plan, tmp_path), now=NOW)

    [project] = yaml.safe_load(export(operator("brook")))["plan"]["projects"]
    assert project["objectives"][0]["objective"] == "O-1"
    assert project["amounts"][0]["pounds"] == 99.5


def test_what_is_never_there_is_said_with_its_place(tmp_path: Path) -> None:
    with pytest.raises(WrongFile) as refused:
        load(written(SMALL + "plan:\n  milestones: [{date: 2025-02-03, action: A-9, words: First, due: 2025-03-03}]\n", tmp_path), now=NOW)

    assert "plan.milestones.0.action: there is no A-9 in this file" in str(refused.value)
