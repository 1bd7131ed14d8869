"""What every test stands on: its database, what is collected, and no network. ./run chooses through TEST_DB and TEST_BROWSER.

Everything down to django.setup() happens on import, since settings are read once and tests' own conftests may import models.
"""

import atexit
import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import django
import hypothesis
import pytest
import pytest_socket
from django.apps import apps
from django.conf import settings
from django.core.management import call_command
from django.db import connections
from django.db.backends.base.base import BaseDatabaseWrapper
from django.test import TransactionTestCase
from pytest_django import DjangoDbBlocker
from tests.engines import postgresql, soffice

from dueregard.access import policies
from dueregard.audit import triggers

ROOT = Path(__file__).parent
WORKER = os.environ.get("PYTEST_XDIST_WORKER", "")
KEPT = {"DUEREGARD_PUBLISHED", "DUEREGARD_REQUIRE_ALL"}  # every other setting of the house is the test's own business, not the shell's


# The environment, before the settings are read


def begin() -> None:
    """The first process of a run makes a folder to keep things in, and a server if asked; xdist's workers inherit both."""
    if not WORKER:
        for name in [name for name in os.environ if name.startswith(("DUEREGARD_", "DATABASE_")) and name not in KEPT]:
            del os.environ[name]
        home = tempfile.mkdtemp(prefix="dueregard-tests-")
        atexit.register(shutil.rmtree, home, ignore_errors=True)
        os.environ["DUEREGARD_HOME"] = home
        if os.environ.get("TEST_DB") == "pg":
            start_postgresql()
    else:
        os.environ["DUEREGARD_HOME"] = os.path.join(os.environ["DUEREGARD_HOME"], WORKER)
    os.environ["DJANGO_SETTINGS_MODULE"] = "dueregard.config.settings"
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"  # playwright's synchronous interface runs a loop in the test's own thread
    django.setup()
    settings.REMEMBER = False  # most tests write rows without the deeds that would say so in the trail


def start_postgresql() -> None:
    """A server for this run alone: no network, nothing kept. The site's role owns nothing, as in an install."""
    programs = postgresql()
    if programs is None:
        raise pytest.UsageError("TEST_DB=pg needs PostgreSQL's initdb and pg_ctl (on Debian: apt install postgresql)")
    folder = Path(tempfile.mkdtemp(prefix="dueregard-pg-"))
    data = folder / "data"
    account = "postgres" if os.geteuid() == 0 else None  # the server refuses to run as root
    if account:
        shutil.chown(folder, account, account)

    def run(program: str, *arguments: object) -> None:
        command = [str(programs / program), "-D", str(data), *map(str, arguments)]
        others: list[str] | None = [] if account else None
        subprocess.run(  # noqa: S603 (the programs were found on this machine, the arguments are ours)
            command, check=True, cwd="/", stdout=subprocess.DEVNULL, user=account, group=account, extra_groups=others
        )

    run("initdb", "-A", "trust", "-U", "postgres", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync")
    # fsync and the like: nothing here outlives the run; lock_timeout: a test that waits for itself says so
    quick = "-c fsync=off -c synchronous_commit=off -c full_page_writes=off -c lock_timeout=20s -c listen_addresses="
    run("pg_ctl", "-w", "-l", folder / "log", "-o", f"{quick} -k {folder}", "start")
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    atexit.register(run, "pg_ctl", "-m", "immediate", "stop")
    make_roles(folder)


def make_roles(folder: Path) -> None:
    """One role that owns and migrates, and one that the site and the tests run as."""
    import psycopg  # here, since a run on SQLite does without it

    with psycopg.connect(host=str(folder), user="postgres", dbname="postgres", autocommit=True) as server:
        server.execute("create role dueregard_owner login createdb nosuperuser nobypassrls")
        server.execute("create role dueregard_site login nosuperuser nobypassrls")
        server.execute("create database dueregard owner dueregard_owner")
    os.environ["DATABASE_OWNER_URL"] = f"postgresql://dueregard_owner@/dueregard?host={folder}"
    os.environ["DATABASE_URL"] = f"postgresql://dueregard_site@/dueregard?host={folder}"


begin()
hypothesis.settings.register_profile("house", deadline=None, derandomize="CI" in os.environ)
hypothesis.settings.load_profile("house")


# What is collected


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_setupnodes() -> None:
    """A worker that inherited where the settings are would read them before it has a home of its own."""
    os.environ.pop("DJANGO_SETTINGS_MODULE", None)


def pytest_ignore_collect(collection_path: Path) -> bool | None:
    """An engine that is absent is not collected; ./run says so."""
    inside = collection_path.relative_to(ROOT).parts if collection_path.is_relative_to(ROOT) else ()
    if inside[:2] == ("tests", "journeys") and os.environ.get("TEST_BROWSER") != "1":
        return True
    if inside[:2] == ("tests", "libreoffice") and (os.environ.get("TEST_DB") == "pg" or not soffice()):
        return True  # a sheet is the same on either database
    if inside[:2] == ("tests", "postgresql") and os.environ.get("TEST_DB") != "pg":
        return True
    if collection_path.name == "published" and "tests" in inside and not os.environ.get("DUEREGARD_PUBLISHED"):
        return True
    return None


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """On PostgreSQL, what an engine can make a difference to: tests that use no database have run on SQLite, and would say the same."""
    if os.environ.get("TEST_DB") == "pg":
        config.hook.pytest_deselected(items=[item for item in items if not uses_a_database(item)])
        items[:] = [item for item in items if uses_a_database(item)]


def uses_a_database(item: pytest.Item) -> bool:
    """A test asks for one by its mark or a fixture, or starts the engine by itself."""
    fixtures = getattr(item, "fixturenames", ())
    return any(item.iter_markers("django_db")) or any(item.iter_markers("each_engine")) or bool({"db", "transactional_db"} & {*fixtures})


def pytest_runtest_setup() -> None:
    pytest_socket.socket_allow_hosts(["127.0.0.1", "::1"], allow_unix_socket=True)


# The database


@pytest.fixture(scope="session")
def django_db_setup(
    django_test_environment: None, django_db_blocker: DjangoDbBlocker, django_db_modify_db_settings: None
) -> Iterator[None]:
    """Make the tables as the owner where there is one, then let the tests in as the site's role."""
    alias = "owner" if "owner" in connections else "default"
    with django_db_blocker.unblock(), pytest.MonkeyPatch.context() as patch:
        patch.setattr(settings, "MIGRATION_MODULES", straight_from_the_models())
        name = connections[alias].creation.create_test_db(verbosity=0, autoclobber=True, serialize=False)
        connections.close_all()
        owner = connections["default"]
        if alias == "owner":
            connections["default"].settings_dict["NAME"] = name
            owner = connections.create_connection("owner")
            policies.install(owner)  # which also opens it: later, inside a test, Django would not let us
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(TransactionTestCase, "_fixture_teardown", lambda case: empty_every_table(owner))
        yield
    if owner.alias == "owner":
        owner.close()


def straight_from_the_models() -> dict[str, None]:
    """Migrating an empty database takes ten seconds and tables take half of one; tests/test_migrations.py runs every migration."""
    return {app.label: None for app in apps.get_app_configs() if app.label != "sessions"}  # one, so that the table of migrations is there


def empty_every_table(owner: BaseDatabaseWrapper) -> None:
    """After a test that commits. Only here does the trail lose its guard, and only for as long as the flush takes."""
    with standing_in(owner):
        triggers.remove(owner)
        try:
            call_command("flush", verbosity=0, interactive=False, database=owner.alias)
        finally:
            triggers.install(owner)


@contextmanager
def standing_in(owner: BaseDatabaseWrapper) -> Iterator[None]:
    """Django's test case bars each connection that a test did not ask for; for a moment ours takes its place."""
    barred, connections[owner.alias] = connections[owner.alias], owner
    try:
        yield
    finally:
        connections[owner.alias] = barred
