"""The triggers that make the trail append-only in the database itself, whoever writes to it."""

from django.db.backends.base.base import BaseDatabaseWrapper

NAMES = ("audit_event_no_update", "audit_event_no_delete")

SQLITE = """
create trigger if not exists {name} before {deed} on audit_event
begin select raise(abort, 'the trail can be extended, never changed'); end
"""
POSTGRES_FUNCTION = """
create or replace function audit_event_is_fixed() returns trigger language plpgsql as
$$ begin raise exception 'the trail can be extended, never changed'; end $$
"""
POSTGRES = """
create or replace trigger {name} before {deed} on audit_event for each {unit} execute function audit_event_is_fixed()
"""


def install(connection: BaseDatabaseWrapper) -> None:
    """Put the triggers on (idempotent; after every migrate, since SQLite drops them when it rebuilds a table)."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(POSTGRES_FUNCTION)
            cursor.execute(POSTGRES.format(name=NAMES[0], deed="update", unit="row"))
            cursor.execute(POSTGRES.format(name=NAMES[1], deed="delete or truncate", unit="statement"))
        else:
            cursor.execute(SQLITE.format(name=NAMES[0], deed="update"))
            cursor.execute(SQLITE.format(name=NAMES[1], deed="delete"))


def remove(connection: BaseDatabaseWrapper) -> None:
    """Take them off: for the test harness around a flush, and for nothing else."""
    on = " on audit_event" if connection.vendor == "postgresql" else ""
    with connection.cursor() as cursor:
        for name in NAMES:
            cursor.execute(f"drop trigger if exists {name}{on}")


def missing(connection: BaseDatabaseWrapper) -> list[str]:
    """The triggers that ought to be there and are not: check, serve and audit verify refuse over them."""
    catalogue = (
        "select tgname from pg_trigger" if connection.vendor == "postgresql" else "select name from sqlite_master where type = 'trigger'"
    )
    with connection.cursor() as cursor:
        cursor.execute(catalogue)
        there = {row[0] for row in cursor.fetchall()}
    return [name for name in NAMES if name not in there]
