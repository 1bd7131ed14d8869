"""Making the database, and saying whether the install is fit to serve."""

from argparse import Namespace

from django.conf import settings
from django.core.management import call_command
from django.db import DatabaseError, ProgrammingError, connection
from django.db.migrations.exceptions import MigrationSchemaMissing
from django.db.migrations.executor import MigrationExecutor

from dueregard.access import policies
from dueregard.audit import triggers
from dueregard.config.commands.asking import complain, say, stop
from dueregard.search import triggers as search


def setup(_: Namespace) -> None:
    """Make or update the database, as its owner where there is one."""
    owner = "owner" if "owner" in settings.DATABASES else "default"
    try:
        call_command("migrate", database=owner, verbosity=0)
    except (ProgrammingError, MigrationSchemaMissing):
        if owner == "default" and connection.vendor == "postgresql":
            stop("DATABASE_URL may not make tables: name the role that owns the database in DATABASE_OWNER_URL, and run this again")
        raise
    say("The database is ready.")


def why_unfit() -> list[str]:
    """What stands in the way of serving, each in one sentence."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("select 1")
        executor = MigrationExecutor(connection)
        plan = executor.migration_plan(executor.loader.graph.leaf_nodes())
    except DatabaseError as error:
        return [f"The database does not answer: {' '.join(str(error).split())}"]
    if plan:
        return ["The database is not up to date: run dueregard setup"]
    reasons = [f"The trail's trigger {name} is missing: run dueregard setup" for name in triggers.missing(connection)]
    reasons += [f"The search index lacks {name}: run dueregard setup" for name in search.missing(connection)]
    reasons += [f"Row-level security does not guard {table}: run dueregard setup" for table in policies.missing(connection)]
    return reasons + _why_wrong_role()


def _why_wrong_role() -> list[str]:
    if connection.vendor != "postgresql":
        return []
    with connection.cursor() as cursor:
        cursor.execute("select rolsuper or rolbypassrls from pg_roles where rolname = current_user")
        powerful = cursor.fetchone()[0]
        cursor.execute("select count(*) from pg_tables where schemaname = 'public' and tableowner = current_user")
        owned = cursor.fetchone()[0]
    if powerful or owned:
        return ["DATABASE_URL signs in as the owner or a superuser, who walks past row-level security: use a role that owns nothing"]
    return []


def check(_: Namespace) -> int:
    """Say whether this install is fit to serve: yes on the terminal, every reason against it as an error."""
    reasons = why_unfit()
    for reason in reasons:
        complain(reason)
    if not reasons:
        say("Fit to serve.")
    return 1 if reasons else 0


def stop_if_unfit() -> None:
    """Go no further in an install that is not fit to serve."""
    for reason in why_unfit():
        stop(reason)
