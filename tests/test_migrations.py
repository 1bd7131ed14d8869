"""Tests make their tables straight from the models; here every migration runs, as it would in an install."""

import os
import subprocess
import sys
from pathlib import Path

import psycopg
import pytest

OWNER = "owner" if "DATABASE_OWNER_URL" in os.environ else "default"
GUARDS = """
import django
django.setup()
from django.db import connection
from dueregard.access import policies
from dueregard.audit import triggers
print(triggers.missing(connection) + policies.missing(connection))
"""


def an_empty_install(folder: Path) -> dict[str, str]:
    house = {**os.environ, "DUEREGARD_HOME": str(folder)}
    if OWNER == "owner":
        with psycopg.connect(os.environ["DATABASE_OWNER_URL"], autocommit=True) as owner:
            owner.execute("drop database if exists migrated")
            owner.execute("create database migrated")
        for name in ("DATABASE_URL", "DATABASE_OWNER_URL"):
            house[name] = os.environ[name].replace("/dueregard?", "/migrated?")
    return house


def python(*arguments: str, house: dict[str, str]) -> str:
    done = subprocess.run([sys.executable, *arguments], env=house, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout.strip()


@pytest.mark.each_engine
def test_every_migration_runs_on_an_empty_database_and_leaves_it_guarded(tmp_path: Path) -> None:
    house = an_empty_install(tmp_path)

    python("-m", "dueregard.config.manage", "migrate", "--database", OWNER, house=house)

    python("-m", "dueregard.config.manage", "migrate", "--check", house=house)
    assert python("-c", GUARDS, house=house) == "[]"
