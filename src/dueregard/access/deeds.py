"""A deed: whole or not at all."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import wraps
from typing import ParamSpec, TypeVar

from django.db import connection, transaction

from dueregard.access.scope import scope
from dueregard.access.viewer import Viewer
from dueregard.basics.label import label

P = ParamSpec("P")
R = TypeVar("R")
_doing: ContextVar[bool] = ContextVar("doing", default=False)


def is_doing() -> bool:
    """Whether a deed is under way: rows may be written that the trail does not know of yet."""
    return _doing.get()


@contextmanager
def _at_work() -> Iterator[None]:
    before = _doing.set(True)
    try:
        yield
    finally:
        _doing.reset(before)


def deed(function: Callable[P, R]) -> Callable[P, R]:
    """One transaction in the scope of whoever does it (`by`): on PostgreSQL inside the request's, on SQLite its own."""

    @wraps(function)
    def whole(*args: P.args, **kwargs: P.kwargs) -> R:
        by = kwargs.get("by")
        if not isinstance(by, Viewer):
            raise TypeError(f"{function.__name__} needs by=, the Viewer who does it")
        if connection.vendor == "postgresql":
            with _at_work(), scope(by), transaction.atomic():
                return function(*args, **kwargs)
        with _at_work(), transaction.atomic():
            return function(*args, **kwargs)

    return label(whole, is_deed=True)  # the shape test asks every public function of an actions file for it
