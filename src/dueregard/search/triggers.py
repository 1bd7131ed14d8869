"""The full-text index in the database: kept by triggers on SQLite, worked out of the row by PostgreSQL. The words are split already."""

from django.db.backends.base.base import BaseDatabaseWrapper

TABLE = "create virtual table if not exists search_word using fts5(words, tokenize='ascii')"
# Not "insert or replace": an upsert's own way with conflicts would stand in for the trigger's
KEEP = "delete from search_word where rowid = new.id; insert into search_word (rowid, words) values (new.id, new.words);"
TRIGGERS = {
    "search_entry_put": f"after insert on search_entry begin {KEEP} end",
    "search_entry_changed": f"after update on search_entry begin {KEEP} end",
    "search_entry_gone": "after delete on search_entry begin delete from search_word where rowid = old.id; end",
}
SQLITE = (TABLE, *(f"create trigger if not exists {name} {deed}" for name, deed in TRIGGERS.items()))
POSTGRES = (
    """alter table search_entry add column if not exists found tsvector
    generated always as (array_to_tsvector(string_to_array(words, ' '))) stored""",
    "create index if not exists search_entry_found on search_entry using gin (found)",
)


def install(connection: BaseDatabaseWrapper) -> None:
    """Make the index and what keeps it (idempotent; after every migrate, since SQLite drops triggers when it rebuilds a table)."""
    with connection.cursor() as cursor:
        for statement in POSTGRES if connection.vendor == "postgresql" else SQLITE:
            cursor.execute(statement)


def missing(connection: BaseDatabaseWrapper) -> list[str]:
    """What keeps the index and is not there: check and serve refuse over it."""
    if connection.vendor == "postgresql":
        asked, wanted = "select attname from pg_attribute where attrelid = 'search_entry'::regclass", ["found"]
    else:
        asked, wanted = "select name from sqlite_master where type = 'trigger'", list(TRIGGERS)
    with connection.cursor() as cursor:
        cursor.execute(asked)
        there = {row[0] for row in cursor.fetchall()}
    return [name for name in wanted if name not in there]
