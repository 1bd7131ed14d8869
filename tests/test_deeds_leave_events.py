"""Every deed says in the trail what it did, so that the head of a chain is an exact number of how an area's records stand (ADR 11)."""

import ast
import inspect
import textwrap
from collections.abc import Callable, Iterator
from importlib import import_module
from types import ModuleType
from typing import Any

from dueregard.audit.actions import record, record_install
from tests.test_architecture import APPS, modules_of

SAID = {record, record_install}
OF_AN_IMPORT = "rows of an import count only once it is done, and that is the one event, with the file's digest"
NOT_RECORDS = {
    "dueregard.documents.actions.files.sweep_strays": "removes bytes that no row points to, and writes no row",
    "dueregard.training.actions.import_runs.claim": "says who works on a file; no finding reads it",
    "dueregard.training.actions.import_runs.keep_completions": OF_AN_IMPORT,
    "dueregard.training.actions.import_runs.note": "says how far a file is; no finding reads it",
    "dueregard.training.actions.import_runs.note_missing": OF_AN_IMPORT,
    "dueregard.training.actions.import_runs.end_check": "nothing was brought in",
}


def deeds() -> list[tuple[str, Callable[..., Any]]]:
    modules = [import_module(module) for app in APPS for module in modules_of(app, "actions")]
    return [
        (f"{module.__name__}.{name}", function)
        for module in modules
        for name, function in inspect.getmembers(module, inspect.isfunction)
        if getattr(function, "is_deed", False) and function.__module__ == module.__name__
    ]


def leads_to_an_event(function: Callable[..., Any], seen: set[Any]) -> bool:
    """Whether a function, or one of ours that it calls, records an event."""
    plain = inspect.unwrap(function)
    if plain in seen or not (plain.__module__ or "").startswith("dueregard."):
        return False
    seen.add(plain)
    return any(named in SAID or (inspect.isroutine(named) and leads_to_an_event(named, seen)) for named in named_in(plain))


def named_in(function: Callable[..., Any]) -> Iterator[Any]:
    """Everything a function's body names that its module knows."""
    for node in ast.walk(ast.parse(textwrap.dedent(inspect.getsource(function)))):
        if isinstance(node, ast.Name) and callable(named := function.__globals__.get(node.id)):
            yield named
        elif isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
            module = function.__globals__.get(node.value.id)
            if isinstance(module, ModuleType) and callable(named := getattr(module, node.attr, None)):
                yield named


def test_every_deed_leaves_an_event_or_says_why_no_finding_reads_what_it_writes() -> None:
    silent = {name for name, deed in deeds() if not leads_to_an_event(deed, set())}

    assert silent == set(NOT_RECORDS)


def test_a_deed_that_leaves_none_would_be_noticed() -> None:
    def says_nothing() -> None:
        """Writes, perhaps, and is silent."""

    says_nothing.__module__ = "dueregard.partnership.actions.groups"

    assert not leads_to_an_event(says_nothing, set())
