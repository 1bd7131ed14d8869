"""Backups: the database and the files in one folder, the keys in another, so that neither alone opens anything sealed."""

import shutil
import sqlite3
import subprocess
from argparse import Namespace
from pathlib import Path

from django.conf import settings
from django.db import connection, connections

from dueregard.config.commands.asking import complain, say, stop, write_file
from dueregard.config.commands.fitness import stop_if_unfit
from dueregard.config.commands.trail import NOTE, broken, note

KEYS = ("secret-key", "sealing-key")
DATABASE = "database.sqlite3"


def backup(asked: Namespace) -> None:
    """Copy the database, the files and the trail's counts and heads; the keys go into a folder of their own."""
    stop_if_unfit()
    folder = Path(asked.folder).absolute()
    keys = _keys_of(folder)
    for made in (folder, keys):
        if made.exists() and (not made.is_dir() or any(made.iterdir())):
            stop(f"{made} is not an empty folder: a backup is never written over anything")
    for made in (folder, keys):
        made.mkdir(parents=True, exist_ok=True, mode=0o700)
    write_file(folder / NOTE, note(None))  # before the copy, which then holds at least as many events
    _copy_database(folder)
    shutil.copytree(settings.MEDIA_ROOT, folder / "files")
    for name in KEYS:
        if (settings.HOME / name).exists():
            shutil.copy2(settings.HOME / name, keys / name)
    say(f"Database and files: {folder}\nKeys: {keys}. Keep them apart from the rest: together they open everything.")


def _keys_of(folder: Path) -> Path:
    return folder.with_name(folder.name + "-keys")


def _copy_database(folder: Path) -> None:
    if connection.vendor == "postgresql":
        _dump(folder / "database.dump")
        return
    connection.ensure_connection()
    with sqlite3.connect(folder / DATABASE) as copy:
        connection.connection.backup(copy)
    copy.close()
    (folder / DATABASE).chmod(0o600)


def _dump(path: Path) -> None:
    owner = connections["owner" if "owner" in connections else "default"].settings_dict
    command = ["pg_dump", "--format=custom", f"--file={path}", f"--dbname={owner['NAME']}", f"--username={owner['USER']}"]
    command += [f"--host={owner['HOST']}"] if owner["HOST"] else []
    command += [f"--port={owner['PORT']}"] if owner["PORT"] else []
    env = {"PGPASSWORD": owner["PASSWORD"], "PATH": "/usr/bin:/bin:/usr/local/bin"}
    try:
        subprocess.run(command, check=True, env=env)  # noqa: S603 - a fixed command
    except (OSError, subprocess.CalledProcessError) as error:
        stop(f"pg_dump did not finish: {error}")


def restore(asked: Namespace) -> int:
    """Put a backup into an empty home and verify its trail against what the backup noted."""
    folder = Path(asked.folder).absolute()
    if connection.vendor == "postgresql":
        stop("Restore PostgreSQL with pg_restore as the owner, copy the files folder, then run: dueregard audit verify --against BACKUP")
    target = Path(settings.DATABASES["default"]["NAME"])
    _stop_unless_whole(folder)
    if target.exists() and target.stat().st_size:
        stop(f"{target} is there already: a backup is restored only into an empty home (set DUEREGARD_HOME)")
    _copy_back(folder, target)
    wrong = broken(None, against=str(folder))
    for reason in wrong:
        complain(reason)
    if not wrong:
        say(f"Restored into {settings.HOME}; the trail is whole.")
    if not _keys_of(folder).is_dir():
        complain(f"There are no keys beside it ({_keys_of(folder)}): put them into {settings.HOME}, or nothing sealed can be read.")
    return 1 if wrong else 0


def _copy_back(folder: Path, target: Path) -> None:
    for left in ("-wal", "-shm"):  # of a database that is gone: SQLite would play it into this one
        target.with_name(target.name + left).unlink(missing_ok=True)
    shutil.copy2(folder / DATABASE, target)
    shutil.copytree(folder / "files", settings.MEDIA_ROOT, dirs_exist_ok=True)
    for name in KEYS:
        if (_keys_of(folder) / name).exists():
            shutil.copy2(_keys_of(folder) / name, settings.HOME / name)


def _stop_unless_whole(folder: Path) -> None:
    """A backup has its database, its files and its note, and the database is one."""
    for name in (DATABASE, "files", NOTE):
        if not (folder / name).exists():
            stop(f"{folder} does not hold a backup: there is no {name} in it")
    try:
        with sqlite3.connect(f"file:{folder / DATABASE}?mode=ro", uri=True) as copy:
            found = copy.execute("pragma quick_check").fetchone()[0]
        copy.close()
    except sqlite3.DatabaseError as error:
        found = str(error)
    if found != "ok":
        stop(f"{folder / DATABASE} is damaged: {found}")
