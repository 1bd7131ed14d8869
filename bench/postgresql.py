"""A PostgreSQL server for one run of the bench, where this machine has the programs: no network, nothing kept."""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.engines import postgresql

PLAIN = "-c listen_addresses="  # as it comes, but for the network: what it costs to keep a promise is part of the cost


@contextmanager
def server() -> Iterator[None]:
    """The environment names it while it runs. The site's role owns nothing, as in an install."""
    programs = postgresql()
    if programs is None:
        raise SystemExit("bench: this machine has no initdb and pg_ctl (on Debian: apt install postgresql)")
    folder = Path(tempfile.mkdtemp(prefix="dueregard-bench-pg-"))
    account = "postgres" if os.geteuid() == 0 else None  # the server refuses to run as root
    if account:
        shutil.chown(folder, account, account)

    def run(program: str, *arguments: object) -> None:
        command = [str(programs / program), "-D", str(folder / "data"), *map(str, arguments)]
        others: list[str] | None = [] if account else None
        subprocess.run(command, check=True, cwd="/", stdout=subprocess.DEVNULL, user=account, group=account, extra_groups=others)

    try:
        run("initdb", "-A", "trust", "-U", "postgres", "-E", "UTF8", "--locale=C.UTF-8")
        run("pg_ctl", "-w", "-l", folder / "log", "-o", f"{PLAIN} -k {folder}", "start")
        try:
            _make_roles(folder)
            yield
        finally:
            run("pg_ctl", "-m", "immediate", "stop")
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _make_roles(folder: Path) -> None:
    """One role that owns and migrates, and one that the site runs as."""
    import psycopg  # here, since a run on SQLite does without it

    with psycopg.connect(host=str(folder), user="postgres", dbname="postgres", autocommit=True) as database:
        database.execute("create role dueregard_owner login nosuperuser nobypassrls")
        database.execute("create role dueregard_site login nosuperuser nobypassrls")
        database.execute("create database dueregard owner dueregard_owner")
    os.environ["DATABASE_OWNER_URL"] = f"postgresql://dueregard_owner@/dueregard?host={folder}"
    os.environ["DATABASE_URL"] = f"postgresql://dueregard_site@/dueregard?host={folder}"
