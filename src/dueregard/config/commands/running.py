"""Making the database, serving the site, sending the outbox, saying whether the install is fit."""

import sys
import time
from argparse import Namespace

from django.conf import settings
from django.core.management import call_command
from django.db import OperationalError, connection
from django.db.migrations.executor import MigrationExecutor
from django.utils import timezone
from granian import Granian
from granian.constants import Interfaces

from dueregard.access import policies
from dueregard.access.viewer import Viewer
from dueregard.accounts.queries import areas
from dueregard.audit import triggers
from dueregard.config.commands.asking import say, stop
from dueregard.dispatch.tasks import send_due


def setup(_: Namespace) -> None:
    """Make or update the database, as its owner where there is one."""
    call_command("migrate", database="owner" if "owner" in settings.DATABASES else "default", verbosity=0)
    say("The database is ready.")


def why_unfit() -> list[str]:
    """What stands in the way of serving, each in one sentence."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("select 1")
    except OperationalError as error:
        return [f"The database does not answer: {error}"]
    executor = MigrationExecutor(connection)
    if executor.migration_plan(executor.loader.graph.leaf_nodes()):
        return ["The database is not up to date: run dueregard setup"]
    reasons = [f"The trail's trigger {name} is missing: run dueregard setup" for name in triggers.missing(connection)]
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
    """Say whether this install is fit to serve."""
    reasons = why_unfit()
    for reason in reasons:
        say(reason)
    if not reasons:
        say("Fit to serve.")
    return 1 if reasons else 0


def serve(asked: Namespace) -> None:
    """Serve the site, unless something makes that unsafe."""
    for reason in why_unfit():
        stop(reason)
    host = getattr(asked, "host", "127.0.0.1")
    say(f"Due Regard is at http://{'localhost' if host == '127.0.0.1' else host}:{asked.port}/  (stop with Ctrl-C)")
    sys.stdout.flush()
    Granian(
        "dueregard.config.wsgi:application", address=host, port=asked.port, interface=Interfaces.WSGI, blocking_threads=1, log_access=False
    ).serve()


def worker(asked: Namespace) -> None:
    """Send what is in the outboxes of all areas, again and again."""
    for reason in why_unfit():
        stop(reason)
    while True:
        now = timezone.now()
        viewers = [Viewer.worker(area=area.slug, area_id=area.pk, area_name=area.name, now=now) for area in areas()]
        sent = send_due(viewers)
        if asked.once:
            say(f"Sent: {sent}")
            return
        time.sleep(5)
