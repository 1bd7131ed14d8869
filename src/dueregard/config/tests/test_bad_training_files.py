"""Bad files at the terminal: each ends with one sentence or a reason for each row, and an exit code; nothing half counts."""

import errno
import json
from pathlib import Path
from typing import Any

import pytest

from dueregard.config.command_line import parser
from dueregard.config.commands import training
from dueregard.training.actions.kept_files import KeptFile
from dueregard.training.rules.imports import Why
from dueregard.training.tests.bad import MARCH_27, REFUSED, ROW, ROWS, SAME, TEXT
from dueregard.training.tests.factories import LearnerFactory
from dueregard.training.tests.files import Office, a_file, an_office, what_counts

pytestmark = pytest.mark.django_db
Said = pytest.CaptureFixture[str]


@pytest.fixture
def office() -> Office:
    return an_office()


def brought_in(path: Path, office: Office, *more: str) -> int:
    named: Any = ["--area", office.lead.area, "--source", office.source.name]
    return training.bring_in(parser().parse_args(["training", "import", str(path), *named, *more]))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "export.csv"


@pytest.mark.parametrize("content", SAME.values(), ids=SAME.keys())
def test_it_is_brought_in_all_the_same(path: Path, office: Office, content: bytes) -> None:
    path.write_bytes(content)

    assert brought_in(path, office) == 0

    assert what_counts(office) == MARCH_27


@pytest.mark.parametrize(("content", "why"), REFUSED.values(), ids=REFUSED.keys())
def test_it_is_refused_in_a_sentence_and_nothing_of_it_counts(path: Path, office: Office, capsys: Said, content: bytes, why: str) -> None:
    path.write_bytes(content)

    try:
        code: Any = brought_in(path, office)
    except SystemExit as ended:
        code = ended.code

    assert code == 1
    assert why in capsys.readouterr().err
    assert what_counts(office) == set()


@pytest.mark.parametrize(("row", "why"), ROWS, ids=[why for _, why in ROWS])
def test_a_row_says_why_it_is_not_taken(path: Path, office: Office, capsys: Said, row: str, why: Why) -> None:
    for number in ("2000", "02000"):
        LearnerFactory(body=office.source.body, number=number, email="shared@council.example")
    path.write_bytes(a_file(ROW, row))

    assert brought_in(path, office) == 3

    assert f"1  {why.label}" in capsys.readouterr().out
    assert what_counts(office) == MARCH_27


def test_a_day_that_can_be_read_two_ways_is_not_taken_until_it_is_said(path: Path, office: Office, capsys: Said) -> None:
    with office.inside():
        office.source.date_order = ""
        office.source.save()
    path.write_bytes(a_file("1000,,,,Prevent,03/04/2026"))

    assert brought_in(path, office) == 3
    assert Why.TWO_WAYS.label in capsys.readouterr().out
    assert what_counts(office) == set()

    assert brought_in(path, office, "--dates", "day-first") == 0
    assert [day.isoformat() for _, day in what_counts(office)] == ["2026-04-03"]


def test_two_gigabytes_of_nothing_are_refused_before_they_are_copied(path: Path, office: Office, capsys: Said) -> None:
    path.write_bytes(TEXT.encode())
    with path.open("r+b") as sparse:
        sparse.truncate(2 * 1024**3)
    before = KeptFile.all_of(office.lead.area_id, before=1e12)

    with pytest.raises(SystemExit):
        brought_in(path, office)

    assert "filled up with nothing" in capsys.readouterr().err
    assert KeptFile.all_of(office.lead.area_id, before=1e12) == before


@pytest.mark.parametrize("where", ["dueregard.training.actions.kept_files.os.fsync", "dueregard.training.tasks.files.read_rows"])
def test_a_disk_that_fills_is_said_and_nothing_counts(
    path: Path, office: Office, capsys: Said, monkeypatch: pytest.MonkeyPatch, where: str
) -> None:
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(where, full)
    path.write_bytes(a_file(ROW))

    try:
        code: Any = brought_in(path, office)
    except SystemExit as ended:
        code = ended.code

    assert code == 1
    assert "disk" in capsys.readouterr().err
    assert what_counts(office) == set()


def test_the_same_file_again_changes_nothing(path: Path, office: Office, capsys: Said) -> None:
    path.write_bytes(a_file(ROW))
    brought_in(path, office, "--json")
    capsys.readouterr()

    assert brought_in(path, office, "--json") == 0

    rows = json.loads(capsys.readouterr().out)["rows"]
    assert (rows["new"], rows["same"]) == (0, 1)
    assert what_counts(office) == MARCH_27


def test_a_file_that_grows_while_it_is_read_is_taken_as_it_was_copied(
    path: Path, office: Office, capsys: Said, monkeypatch: pytest.MonkeyPatch
) -> None:
    path.write_bytes(a_file(ROW))
    carry_on = training.carry_on

    def grown(*asked: Any, **more: Any) -> bool:
        with path.open("ab") as file:
            file.write(b"1001,,,,Prevent,27/03/2026\n")
        return carry_on(*asked, **more)

    monkeypatch.setattr(training, "carry_on", grown)

    assert brought_in(path, office) == 0

    assert "1 row read" in capsys.readouterr().out
    assert what_counts(office) == MARCH_27
