"""The config app: what happens after the database was migrated."""

from typing import Any

from django.apps import AppConfig, apps
from django.core.management import call_command
from django.db import connections
from django.db.models.signals import post_migrate

from dueregard.access import policies
from dueregard.audit import triggers
from dueregard.search import triggers as search


class ConfigConfig(AppConfig):
    """The top floor."""

    name = "dueregard.config"
    label = "config"

    def ready(self) -> None:
        post_migrate.connect(guard, sender=apps.get_app_config("audit"))  # sent once for each app, after all of them were migrated


def guard(using: str, **_: Any) -> None:
    """Put on triggers, the index of words and row-level security, each time tables may have changed. The only signal in the house."""
    call_command("createcachetable", database=using, verbosity=0)
    triggers.install(connections[using])
    search.install(connections[using])
    policies.install(connections[using])
