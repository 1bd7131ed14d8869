"""dueregard training: a file brought in and undone from the terminal, each outcome with its exit code."""

import json
from pathlib import Path
from typing import Any

import pytest

from dueregard.config.command_line import parser
from dueregard.config.commands import training
from dueregard.config.commands.sending import one_pass
from dueregard.training.actions import import_files
from dueregard.training.models import Import
from dueregard.training.rules.imports import ImportState
from dueregard.training.tests.files import NOW, Office, a_file, an_office, chosen

pytestmark = pytest.mark.django_db
Said = pytest.CaptureFixture[str]


@pytest.fixture
def office() -> Office:
    return an_office()


def run(tmp_path: Path, office: Office, content: bytes, *more: str, source: str = "") -> int:
    path = tmp_path / "export.csv"
    path.write_bytes(content)
    named: Any = ["--area", office.lead.area, "--source", source or office.source.name]
    return training.bring_in(parser().parse_args(["training", "import", str(path), *named, *more]))


def the_import(office: Office) -> Import:
    with office.inside():
        return Import.objects.get(area=office.lead.area_id)


def test_a_file_is_brought_in_and_withdrawn_by_its_number(tmp_path: Path, office: Office, capsys: Said) -> None:
    assert run(tmp_path, office, a_file("1000,,,,Prevent,27/03/2026")) == 0
    assert "IM-1: Done. 1 row read" in capsys.readouterr().out

    training.withdraw(parser().parse_args(["training", "withdraw", "IM-1", "--area", office.lead.area, "--because", "The wrong file"]))
    assert the_import(office).state == ImportState.WITHDRAWN


def test_rows_that_need_somebody_are_an_exit_of_their_own_and_a_program_can_read_them(tmp_path: Path, office: Office, capsys: Said) -> None:
    assert run(tmp_path, office, a_file("1000,,,,Prevent,27/03/2026", "7,,,,Prevent,27/03/2026"), "--json") == 3

    told = json.loads(capsys.readouterr().out)
    assert (told["rows"]["new"], told["rows"]["rejected"], told["reasons"]) == (1, 1, {"unknown-person": 1})


def test_a_dry_run_brings_nothing_in(tmp_path: Path, office: Office, capsys: Said) -> None:
    assert run(tmp_path, office, a_file("1000,,,,Prevent,27/03/2026"), "--dry-run", "--json") == 0

    assert json.loads(capsys.readouterr().out)["rows"]["new"] == 1
    assert (the_import(office).state, the_import(office).path) == (ImportState.STOPPED, "")


def test_whoever_interrupts_it_reads_that_nothing_of_it_counts(
    tmp_path: Path, office: Office, capsys: Said, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(training, "carry_on", interrupted)

    with pytest.raises(KeyboardInterrupt):
        run(tmp_path, office, a_file("1000,,,,Prevent,27/03/2026"))

    assert "Interrupted: nothing of IM-1 counts. The same command begins anew" in capsys.readouterr().err
    assert (the_import(office).state, the_import(office).path) == (ImportState.STOPPED, "")


@pytest.mark.parametrize(
    ("content", "source", "why"),
    [
        (b"\x89PNG1234", "", "This is a picture"),
        (b"Room,Price\n1,2\n", "", "The file has no column headed"),
        (a_file(), "Payroll", "There is no source called 'Payroll'"),
    ],
)
def test_what_cannot_be_brought_in_ends_with_one_sentence(
    tmp_path: Path, office: Office, capsys: Said, content: bytes, source: str, why: str
) -> None:
    with pytest.raises(SystemExit) as ended:
        run(tmp_path, office, content, source=source)

    assert ended.value.code == 1
    assert why in capsys.readouterr().err


def test_the_worker_brings_in_what_waits(office: Office) -> None:
    ref = chosen(office, a_file("1000,,,,Prevent,27/03/2026"))
    import_files.bring_in(ref, by=office.lead)

    assert "Files of the training programme: 1" in one_pass(NOW, swept=NOW.date())
    assert (the_import(office).ref, the_import(office).state) == (ref, ImportState.DONE)
