"""Bringing files of the training programme in from the terminal, and undoing it."""

import json
import sys
from argparse import Namespace
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.db import OperationalError
from django.utils import timezone

from dueregard.access.scope import scope
from dueregard.access.viewer import Viewer
from dueregard.basics.dates import counted
from dueregard.basics.refused import Refused
from dueregard.config.commands.asking import complain, operator, say, stop
from dueregard.sheets.rules.tables import Unreadable
from dueregard.training.actions import import_files as files
from dueregard.training.actions import sources
from dueregard.training.queries import imports as queries
from dueregard.training.rules.bringing_in.columns import guessed, why_not_read
from dueregard.training.rules.bringing_in.reading import read_rows
from dueregard.training.rules.imports import ImportState, RowFate, Why
from dueregard.training.tasks import carry_on

PIECE = 1024 * 1024
NEEDS_A_LOOK = 3  # it was brought in, and some rows need somebody to look at them


def bring_in(asked: Namespace) -> int:
    """Bring a file in, or say what would become of it. Exit 0: every row was taken or left out on purpose; 3: some were not; 1: none."""
    viewer, path = operator(asked.area), Path(asked.file)
    if not path.is_file():
        stop(f"{asked.file} is not a file")
    try:
        source = _source(viewer, asked, path)
        import_ = _worked(viewer, source, path, is_dry=asked.dry_run, on=asked.on or viewer.today)
    except (Refused, Unreadable) as why:
        stop(str(why))
    except OperationalError:
        stop("The database could not be written. Nothing of the file counts")
    say(json.dumps(_as_data(import_), indent=2, ensure_ascii=False) if asked.json else _as_words(import_))
    if import_.state not in {ImportState.DONE, ImportState.CHECKED}:
        complain(import_.because or "The file waits: another is being brought in. The worker goes on with it")
        return 1
    return NEEDS_A_LOOK if import_.rows_ambiguous or import_.rows_rejected else 0


def _source(viewer: Viewer, asked: Namespace, path: Path) -> Any:
    """The source a file comes from, with its columns said: by somebody before, or by headings that leave nothing open."""
    with scope(viewer):
        there = {source.name.casefold(): source for source in queries.sources(viewer)}
    source = there.get(asked.source.casefold())
    if source is None:
        named = ", ".join(sorted(one.name for one in there.values())) or "none yet"
        stop(f"There is no source called {asked.source!r} in {viewer.area_name}. The sources are: {named}")
    if asked.dates:
        sources.say_date_order(source.ref, by=viewer, order=asked.dates)
    with path.open("rb") as file:
        headings = read_rows(file).headings
    if not source.columns:
        columns = guessed(headings, holds=source.holds)
        if why := why_not_read(columns, headings, holds=source.holds):
            stop(f"{why}. Say it on the page of the source ({source.ref})")
        sources.say_columns(source.ref, by=viewer, columns=columns)
    elif why := why_not_read(source.columns, headings, holds=source.holds):
        stop(f"{why}. Choose the file once on the site, under Files, to say its columns anew")
    return source


def _worked(viewer: Viewer, source: Any, path: Path, *, is_dry: bool, on: Any) -> Any:
    ref = files.choose_file(_pieces(path), by=viewer, on=on, source=source.ref).ref
    (files.check if is_dry else files.bring_in)(ref, by=viewer)

    def told(step: str) -> None:
        if step == "noted" and sys.stderr.isatty():
            with scope(viewer):
                far = queries.progress(queries.imports(viewer).get(ref=ref))
            sys.stderr.write(f"\r{ref}: {far}%")

    try:
        carry_on(ref, by=viewer.at(timezone.now()), clock=timezone.now, pause=told)
    except KeyboardInterrupt:
        _interrupted(ref, viewer.at(timezone.now()))
        raise
    sys.stderr.write("\r" if sys.stderr.isatty() else "")
    with scope(viewer):
        import_ = queries.imports(viewer).get(ref=ref)
    if is_dry and import_.state == ImportState.CHECKED:
        files.give_up(ref, by=viewer, because="Only looked at")
    return import_


def _interrupted(ref: str, viewer: Viewer) -> None:
    """Whoever stops it wants it stopped: left alone, the worker would go on with it in a minute."""
    try:
        files.give_up(ref, by=viewer, because="Interrupted")
    except Refused as over:
        complain(f"Interrupted too late, {ref}: {over}")
    else:
        complain(f"Interrupted: nothing of {ref} counts. The same command begins anew")


def _pieces(path: Path) -> Iterator[bytes]:
    with path.open("rb") as file:
        while piece := file.read(PIECE):
            yield piece


def _counts(import_: Any) -> dict[str, int]:
    return {str(fate): getattr(import_, f"rows_{fate.replace('-', '_')}") for fate in RowFate.values}


def _as_data(import_: Any) -> dict[str, Any]:
    return {
        "import": import_.ref,
        "state": import_.state,
        "because": import_.because,
        "rows": {"read": import_.line, **_counts(import_)},
        "reasons": import_.asks.get("reasons", {}),
        "unknown_courses": import_.asks.get("courses", {}),
    }


def _as_words(import_: Any) -> str:
    state = ImportState(import_.state)
    lines = [f"{import_.ref}: {state.label}. {counted(import_.line, 'row')} read"]
    lines += [f"  {rows:>9,}  {RowFate(fate).label}" for fate, rows in _counts(import_).items() if rows]
    lines += [f"  {rows:>9,}  {Why(why).label}" for why, rows in import_.asks.get("reasons", {}).items()]
    unknown = list(import_.asks.get("courses", {}))
    if unknown:
        lines.append(f"Say on the page of the source which courses these are: {', '.join(unknown[:10])}{' …' if len(unknown) > 10 else ''}")
    return "\n".join(lines)


def withdraw(asked: Namespace) -> None:
    """Undo a whole import: nothing that came with it counts any more."""
    viewer = operator(asked.area)
    with scope(viewer):
        import_ = queries.imports(viewer).filter(ref=asked.ref).first()
    if import_ is None:
        stop(f"There is no import {asked.ref} in {viewer.area_name}")
    try:
        files.withdraw(asked.ref, by=viewer, on=viewer.today, because=asked.because)
    except Refused as refusal:
        stop(str(refusal))
    say(f"{asked.ref}: withdrawn. Nothing that came with it counts any more")
