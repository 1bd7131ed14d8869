"""Row-level security on PostgreSQL: which tables it guards, and the statement that guards them."""

from typing import Any

from django.apps import apps
from django.conf import settings
from django.db.backends.base.base import BaseDatabaseWrapper

# select: worked out once a query. nullif: the setting reads '' after its first use. 0: outside any area, where only the install's trail is.
AREA = "(select coalesce(nullif(current_setting('app.area_id', true), ''), '0')::bigint)"

# Tables without an area, each with its reason. Everything else of ours has an area_id and is guarded; a test says so.
INSTALL_WIDE: dict[str, str] = {
    "organisations.Area": "an address names its area before any scope exists; the name of an area is no secret inside an install",
    "organisations.Serving": "which area serves which is asked from both sides",
    "organisations.ServingEnd": "when that ended is asked from both sides",
    "organisations.Succession": "which area took over from which is asked from both sides",
    "accounts.User": "one sign-in over several areas",
    "accounts.Membership": "which areas somebody has is asked before any scope exists",
    "accounts.Clearance": "a clearance belongs to the person who signs in, whatever the area",
    "accounts.Invitation": "an invitation is opened by somebody who is not yet anybody",
    "guidance.OfficialText": "the published guidance is the same for every area of an install",
}


def guarded_tables() -> list[str]:
    """The tables of ours that hold rows of an area."""
    ours = [config for config in apps.get_app_configs() if config.name.startswith("dueregard.")]
    return sorted(
        model._meta.db_table
        for config in ours
        for model in config.get_models(include_auto_created=True)
        if model._meta.label not in INSTALL_WIDE
    )


def install(connection: BaseDatabaseWrapper) -> None:
    """Guard every table (idempotent, after each migrate) and grant the app's role what it needs and no more."""
    if connection.vendor != "postgresql":
        return
    with connection.cursor() as cursor:
        for table in guarded_tables():
            cursor.execute(f'alter table "{table}" enable row level security')
            cursor.execute(f'drop policy if exists own_area on "{table}"')
            cursor.execute(f'create policy own_area on "{table}" using (area_id = {AREA}) with check (area_id = {AREA})')
        _grant(cursor)


def _grant(cursor: Any) -> None:
    role = settings.DATABASES["default"].get("USER")
    cursor.execute("select current_user")
    if not role or cursor.fetchone()[0] == role:
        return
    cursor.execute(f'grant usage on schema public to "{role}"')
    cursor.execute(f'grant select, insert, update, delete on all tables in schema public to "{role}"')
    cursor.execute(f'grant usage, select on all sequences in schema public to "{role}"')
    cursor.execute(f'revoke update, delete on audit_event from "{role}"')
    cursor.execute(f'revoke insert, update, delete on django_migrations from "{role}"')


def missing(connection: BaseDatabaseWrapper) -> list[str]:
    """The tables that row-level security ought to guard and does not, for check and serve to refuse over."""
    if connection.vendor != "postgresql":
        return []
    with connection.cursor() as cursor:
        cursor.execute("select tablename from pg_policies where policyname = 'own_area'")
        guarded = {row[0] for row in cursor.fetchall()}
    return [table for table in guarded_tables() if table not in guarded]
