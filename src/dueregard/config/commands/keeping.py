"""Backups: the database and the files in one folder, the keys in another, so that neither alone opens anything sealed."""

import json
import shutil
import sqlite3
import subprocess
from argparse import Namespace
from pathlib import Path

from django.conf import settings
from django.db import connection, connections

from dueregard.config.commands.asking import say, stop
from dueregard.config.commands.trail import broken, heads

KEYS = ("secret-key", "sealing-key")


def backup(asked: Namespace) -> None:
    """Copy the database, the files and the trail's counts and heads; the keys go into a folder of their own."""
    folder = Path(asked.folder)
    keys = folder.with_name(folder.name + "-keys")
    for made in (folder, keys):
        if made.exists() and any(made.iterdir()):
            stop(f"{made} is not empty: a backup is never written over another")
        made.mkdir(parents=True, exist_ok=True, mode=0o700)
    _copy_database(folder)
    shutil.copytree(settings.MEDIA_ROOT, folder / "files")
    (folder / "trail.json").write_text(json.dumps({"trail": heads(None)}, indent=2))
    for name in KEYS:
        if (settings.HOME / name).exists():
            shutil.copy2(settings.HOME / name, keys / name)
    say(f"Database and files: {folder}\nKeys: {keys}. Keep them apart from the rest: together they open everything.")


def _copy_database(folder: Path) -> None:
    if connection.vendor == "postgresql":
        _dump(folder / "database.dump")
        return
    connection.ensure_connection()
    with sqlite3.connect(folder / "database.sqlite3") as copy:
        connection.connection.backup(copy)
    copy.close()


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
    folder = Path(asked.folder)
    if connection.vendor == "postgresql":
        stop(
            "Restore PostgreSQL with pg_restore as the owner, copy the files folder, then run: dueregard audit verify --against trail.json"
        )
    source, target = folder / "database.sqlite3", Path(settings.DATABASES["default"]["NAME"])
    if not source.exists():
        stop(f"{folder} does not hold a backup: there is no database.sqlite3 in it")
    if target.exists() and target.stat().st_size:
        stop(f"{target} is there already: a backup is restored only into an empty home (set DUEREGARD_HOME)")
    connection.close()
    shutil.copy2(source, target)
    shutil.copytree(folder / "files", settings.MEDIA_ROOT, dirs_exist_ok=True)
    keys = folder.with_name(folder.name + "-keys")
    for name in KEYS:
        if (keys / name).exists():
            shutil.copy2(keys / name, settings.HOME / name)
    wrong = broken(None, against=str(folder / "trail.json"))
    say("\n".join(wrong) if wrong else "Restored; the trail is whole.")
    return 1 if wrong else 0
