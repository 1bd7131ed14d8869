"""Section 6 in an area file: one of everything comes back exactly, what came with files too, and wrong rows are named with their place."""

import shutil
from pathlib import Path

import pytest
import yaml
from pytest_django import Settings

from dueregard.access.scope import scope
from dueregard.config.area_file import WrongFile, export, load
from dueregard.config.tests.files import NOW, SMALL, mistakes, operator, written
from dueregard.config.tests.risk_story import SECRET
from dueregard.config.tests.test_area_files_come_back import taken_back
from dueregard.config.tests.test_lengths import shapes
from dueregard.config.tests.test_risks_come_back import rows_of
from dueregard.config.tests.training_story import everything_of_section_6
from dueregard.documents.tests.samples import PDF
from dueregard.training import models
from dueregard.training.actions.certificates import open_certificate
from dueregard.training.exchange import PART, write_bytes
from dueregard.training.exchange.shapes.workforce import RowsIn
from dueregard.training.queries.certificates import certificates
from dueregard.training.queries.coverage import coverage

pytestmark = pytest.mark.django_db
# how a file went; whom a source means by what it writes of a person
NOT_IN_IT = {"ImportPerson", "MissingFromRegister", "ReminderRun", "RowNotTaken"}


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
            everything_of_section_6(lead)
        return export(operator("brook"), official=official)
    raise AssertionError


def test_the_story_has_a_row_in_every_table(tmp_path: Path) -> None:
    load(written(SMALL, tmp_path), now=NOW)
    lead = operator("brook")

    with scope(lead):
        everything_of_section_6(lead)

        empty = {name for name in models.__all__ if not getattr(models, name).objects.exists()}
        assert empty <= NOT_IN_IT


def test_one_of_everything_comes_back_byte_for_byte(tmp_path: Path) -> None:
    first = told(tmp_path)

    load(written(first, tmp_path, "moved.yaml"), now=NOW)

    assert export(operator("brook")) == first


def test_every_value_of_every_table_comes_back(tmp_path: Path) -> None:
    first = told(tmp_path)
    keys = {key for row in rows_of(yaml.safe_load(first)["training"]) for key in row}

    assert keys >= {key for shape in shapes(PART.shape) if shape is not RowsIn for key in shape.model_fields} - {"files_from"}


def moved_with_bytes(folder: Path) -> str:
    """The file of an area with one of everything, and beside it the bytes of its certificates."""
    with taken_back():
        load(written(SMALL, folder), now=NOW)
        lead = operator("brook")
        with scope(lead):
            everything_of_section_6(lead)
            assert write_bytes(lead, folder=folder / "moved-files") == 1
        return export(operator("brook"))
    raise AssertionError


def test_a_certificate_comes_back_with_its_bytes_on_the_completion_it_shows(tmp_path: Path) -> None:
    first = moved_with_bytes(tmp_path)

    load(written(first, tmp_path, "moved.yaml"), now=NOW)

    there = operator("brook")
    assert export(there) == first
    with scope(there):
        [kept] = certificates(there)
        assert open_certificate(kept.pk, by=there).content == PDF
        assert (kept.completion.learner.ref, hasattr(kept.completion, "withdrawal")) == ("LN-1", False)


def test_bytes_that_are_not_those_of_the_certificate_are_refused(tmp_path: Path) -> None:
    first = moved_with_bytes(tmp_path)
    [beside] = (tmp_path / "moved-files").iterdir()
    beside.write_bytes(PDF + b" ")

    with pytest.raises(WrongFile, match=r"certificates\.0: The file in the folder is not the one whose digest stands here"):
        load(written(first, tmp_path, "moved.yaml"), now=NOW)


def test_where_something_else_of_the_file_is_wrong_no_certificate_is_left_on_the_disk(tmp_path: Path) -> None:
    first = moved_with_bytes(tmp_path)
    shutil.rmtree(tmp_path / "kept")

    with pytest.raises(WrongFile, match="Say why it does not count"):
        load(written(first.replace("because: Recorded twice", "because: ' '"), tmp_path, "moved.yaml"), now=NOW)

    assert [one for one in (tmp_path / "kept").rglob("*") if one.is_file()] == []


def test_coverage_is_the_same_where_the_area_was_moved_to(tmp_path: Path) -> None:
    with taken_back():
        load(written(SMALL, tmp_path), now=NOW)
        lead = operator("brook")
        with scope(lead):
            everything_of_section_6(lead)
            before = coverage(lead, on=lead.today, known=lead.today).total("awareness")
        first = export(operator("brook"))

    load(written(first, tmp_path, "moved.yaml"), now=NOW)

    there = operator("brook")
    with scope(there):
        assert coverage(there, on=there.today, known=there.today).total("awareness") == before
    assert before[0] > 0


def test_an_official_file_holds_no_trace_of_what_is_sensitive_and_loads(tmp_path: Path) -> None:
    official = told(tmp_path, official=True)

    load(written(official, tmp_path, "moved.yaml"), now=NOW)

    assert SECRET not in official
    assert "sensitive" not in official.lower()
    assert export(operator("brook"), official=True) == official


def test_the_same_file_twice_is_nothing_to_do(tmp_path: Path) -> None:
    moved = written(told(tmp_path), tmp_path, "moved.yaml")
    load(moved, now=NOW)

    assert load(moved, now=NOW) == "nothing to do"
    assert load(written(export(operator("brook")), tmp_path, "copy.yaml"), now=NOW) == "nothing to do"


WRONG = """training:
  courses:
  - {date: 2025-02-03, ref: CR-1, title: Noticing, kind: gov-uk, subjects: [awareness]}
  learners:
  - {ref: LN-1, date: 2025-02-03, body: B-1, number: "1"}
  - {ref: LN-2, date: 2025-02-03, body: B-1, number: "1"}
  - {ref: LN-3, date: 2025-02-03, body: B-9, number: "3"}
  - {ref: LN-4, date: 2025-02-03, body: B-1}
  - {ref: LN-5, date: 2025-02-03, body: B-1, number: "5", kind: friend}
  completions:
  - {date: 2025-03-03, course: CR-1, learners: [LN-1, LN-8]}
  - {date: 2025-03-04, course: CR-1, learners: [LN-1, LN-1]}
  - {date: 2025-03-05, course: CR-7, learners: [LN-1]}
"""


def test_each_wrong_row_of_many_is_named_with_its_line_and_its_place(tmp_path: Path) -> None:
    said = mistakes(SMALL + WRONG, tmp_path)

    first = SMALL.count("\n")
    assert said == [
        f"line {first + 6}, training.learners.1: Somebody of this body with this employee number or e-mail address is already there",
        f"line {first + 7}, training.learners.2.body: there is no B-9 in this file",
        f"line {first + 8}, training.learners.3: Give an employee number or an e-mail address: a name alone cannot be matched",
        f"line {first + 9}, training.learners.4: The kind is one of: staff, contractor, member, panel, safeguarding-lead, volunteer",
        f"line {first + 11}, training.completions.0: There is no learner LN-8 in this area that you can see",
        f"line {first + 12}, training.completions.1: LN-1 is recorded already as having completed CR-1 on 4 March 2025",
        f"line {first + 13}, training.completions.2.course: there is no CR-7 in this file",
    ]
