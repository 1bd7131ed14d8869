"""The scope: the transaction in which one area's rows, and no others, can be reached."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection, transaction

from dueregard.access.viewer import Viewer


@contextmanager
def scope(viewer: Viewer) -> Iterator[None]:
    """Everything inside belongs to the viewer's area. On PostgreSQL row-level security says so too; scopes nest."""
    if connection.vendor != "postgresql":
        yield
        return
    with transaction.atomic():
        outer = _set_area(str(viewer.area_id))
        try:
            yield
        finally:
            if not connection.needs_rollback:
                _set_area(outer)


def _set_area(area_id: str) -> str:
    """Set the area for this transaction and give back the one that was set before."""
    with connection.cursor() as cursor:
        cursor.execute("select coalesce(current_setting('app.area_id', true), ''), set_config('app.area_id', %s, true)", [area_id])
        row: tuple[str, str] = cursor.fetchone()
    return row[0]
