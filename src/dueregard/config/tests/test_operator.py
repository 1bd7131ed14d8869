"""An operator's home from nothing to restored, and what is found when somebody went into the database."""

import json
import os
import shutil
import socket
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from dueregard.audit import triggers
from dueregard.config.tests.files import SMALL, written

Told = subprocess.CompletedProcess[str]
DATABASE = "dueregard.sqlite3"


def tell(home: Path, *words: object, **more: str) -> Told:
    """A command in a home of its own, on the embedded database."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("DUEREGARD_", "DATABASE_"))}
    env = {**kept, "DUEREGARD_HOME": str(home), "DUEREGARD_INVENTED": "yes", **more}
    command = [sys.executable, "-m", "dueregard.config.command_line", *map(str, words)]
    return subprocess.run(command, capture_output=True, text=True, env=env, check=False, timeout=120)


@pytest.fixture(scope="module")
def _first(tmp_path_factory: pytest.TempPathFactory) -> Path:
    home = tmp_path_factory.mktemp("first") / "home"
    assert tell(home, "areas").stderr == "dueregard: The database is not up to date: run dueregard setup\n"
    assert tell(home, "setup").returncode == 0
    assert tell(home, "load", written(SMALL, home.parent)).returncode == 0
    return home


@pytest.fixture(scope="module")
def _copied(_first: Path) -> Path:
    folder = _first.parent / "copy"
    assert tell(_first, "backup", folder).returncode == 0
    return folder


@pytest.fixture
def copy(_copied: Path, tmp_path: Path) -> Path:
    """A backup of a home, this test's own."""
    return Path(shutil.copytree(_copied, tmp_path / "copy"))


@pytest.fixture
def home(_first: Path, tmp_path: Path) -> Path:
    """A home with one area in it, this test's own."""
    return Path(shutil.copytree(_first, tmp_path / "home"))


def went_in(home: Path, *statements: str) -> None:
    """Somebody takes the guard off, changes the trail, and puts the guard back."""
    with sqlite3.connect(home / DATABASE) as database:
        for name in triggers.NAMES:
            database.execute(f"drop trigger {name}")
        for statement in statements:
            database.execute(statement)
        for name, deed in zip(triggers.NAMES, ("update", "delete"), strict=True):
            database.execute(triggers.SQLITE.format(name=name, deed=deed))
    database.close()


CUT = "delete from audit_event where area_id = 1 and number = (select max(number) from audit_event where area_id = 1)"
HEAD = """
    update audit_head set (count, digest) = (select number, digest from audit_event where area_id = 1 order by number desc)
    where area_id = 1
"""


def test_a_backup_is_restored_into_an_empty_home(home: Path, tmp_path: Path) -> None:
    (home / "files" / "1").mkdir()
    (home / "files" / "1" / "bytes").write_bytes(b"kept")

    backed_up = tell(home, "backup", tmp_path / "copy")
    again = tell(home, "backup", tmp_path / "copy")
    restored = tell(tmp_path / "new", "restore", tmp_path / "copy")
    over = tell(tmp_path / "new", "restore", tmp_path / "copy")

    assert backed_up.returncode == 0
    assert again.stderr.endswith("is not an empty folder: a backup is never written over anything\n")
    assert (restored.returncode, restored.stderr) == (0, "")
    assert "a backup is restored only into an empty home" in over.stderr
    assert (tmp_path / "new" / "files" / "1" / "bytes").read_bytes() == b"kept"
    assert (tmp_path / "new" / "sealing-key").read_text() == (home / "sealing-key").read_text()
    assert tell(tmp_path / "new", "check").stdout == "Fit to serve.\n"
    assert json.loads(tell(tmp_path / "new", "areas", "--json").stdout)[0]["slug"] == "brook"


@pytest.mark.parametrize("spoil", ["database.sqlite3", "trail.json", "files"])
def test_half_a_backup_is_refused_before_anything_is_restored(spoil: str, copy: Path, tmp_path: Path) -> None:
    place = copy / spoil
    (shutil.rmtree if place.is_dir() else Path.unlink)(place)

    done = tell(tmp_path / "new", "restore", copy)

    assert done.returncode == 1
    assert done.stderr == f"dueregard: {copy} does not hold a backup: there is no {spoil} in it\n"
    assert not (tmp_path / "new" / DATABASE).exists()


def test_a_damaged_backup_is_refused(copy: Path, tmp_path: Path) -> None:
    (copy / "database.sqlite3").write_bytes(b"not a database at all" * 100)

    done = tell(tmp_path / "new", "restore", copy)

    assert "is damaged" in done.stderr
    assert done.stderr.count("\n") == 1


def test_a_changed_event_is_named(home: Path) -> None:
    went_in(home, "update audit_event set verb = 'nothing.happened' where area_id = 1 and number = 2")

    done = tell(home, "audit", "verify")

    assert (done.returncode, done.stderr) == (1, "dueregard: brook: Event 2 is not as it was written\n")


def test_a_removed_event_is_named(home: Path) -> None:
    went_in(home, "delete from audit_event where area_id = 1 and number = 2")

    done = tell(home, "audit", "verify")

    assert (done.returncode, done.stderr) == (1, "dueregard: brook: Event 2 is missing: the next one is number 3\n")


def test_a_cut_tail_is_found_against_what_was_kept_elsewhere(home: Path, tmp_path: Path) -> None:
    tell(home, "audit", "verify", "--note", tmp_path / "note.json")
    went_in(home, CUT, HEAD)

    alone, against = tell(home, "audit", "verify"), tell(home, "audit", "verify", "--against", tmp_path / "note.json")

    assert alone.returncode == 0
    assert (against.returncode, against.stderr.startswith("dueregard: brook: The trail was cut: ")) == (1, True)


def test_a_cut_tail_is_found_by_the_head_that_was_left(home: Path) -> None:
    went_in(home, CUT)

    done = tell(home, "audit", "verify")

    assert (done.returncode, done.stderr.startswith("dueregard: brook: The trail was cut: ")) == (1, True)


@pytest.mark.parametrize("words", [["check"], ["serve", "--port", "18123"], ["audit", "verify"], ["worker", "--once"]])
def test_a_missing_trigger_stops_what_rests_on_it(words: list[str], home: Path) -> None:
    with sqlite3.connect(home / DATABASE) as database:
        database.execute(f"drop trigger {triggers.NAMES[1]}")
    database.close()

    done = tell(home, *words)

    assert done.returncode == 1
    assert done.stderr == f"dueregard: The trail's trigger {triggers.NAMES[1]} is missing: run dueregard setup\n"


def test_a_port_in_use_is_said(home: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()

        done = tell(home, "serve", "--port", taken.getsockname()[1])

    assert done.returncode == 1
    assert "cannot be listened on (Address already in use): name another with --port" in done.stderr


def _a_file(home: Path) -> None:
    home.parent.mkdir(exist_ok=True)
    home.write_text("")


def _not_a_database(home: Path) -> None:
    home.mkdir()
    (home / DATABASE).write_bytes(b"no database" * 1000)


@pytest.mark.parametrize(("make", "says"), [(_a_file, "cannot hold what is kept"), (_not_a_database, "The database")])
def test_a_home_that_is_none_is_said_in_one_sentence(make: Callable[[Path], None], says: str, tmp_path: Path) -> None:
    make(tmp_path / "wrong")

    done = tell(tmp_path / "wrong", "areas")

    assert done.returncode == 1
    assert says in done.stderr
    assert done.stderr.count("\n") == 1


def test_a_server_that_does_not_answer_is_said_in_one_sentence(tmp_path: Path) -> None:
    done = tell(tmp_path / "home", "areas", DATABASE_URL="postgresql://nobody@127.0.0.1:1/nothing")

    assert (done.returncode, done.stderr.count("\n")) == (1, 1)
    assert done.stderr.startswith("dueregard: The database does not answer: ")


@pytest.mark.parametrize("fresh", [[], ["--fresh"]])
def test_the_demo_leaves_an_install_that_is_somebodys_alone(fresh: list[str], home: Path) -> None:
    done = tell(home, "demo", "--no-serve", *fresh)

    assert done.returncode == 1
    assert "demo" in done.stderr
    with sqlite3.connect(home / DATABASE) as database:
        assert database.execute("select slug from organisations_area").fetchall() == [("brook",)]
    database.close()
