"""A plan or a risk register brought in from the terminal: the dry run of the page, answered by options, all of it or nothing."""

import json
from argparse import Namespace
from collections.abc import Callable, Iterator
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

from dueregard.access.scope import scope
from dueregard.access.viewer import Viewer
from dueregard.config.commands.asking import complain, operator, say, stop
from dueregard.plan import queries
from dueregard.plan.forms.sheets import LEAVE
from dueregard.plan.queries.risk_sheets import register_beside
from dueregard.plan.rules.sheets.verdicts import Row, Verdict, counts
from dueregard.plan.views.dry_runs import PLAN, Doubt, DryRun, plan_dry_run
from dueregard.plan.views.kept_sheet import Kept, read_content
from dueregard.plan.views.risk_sheets import REGISTER, risk_dry_run
from dueregard.sheets.rules.naming import whole
from dueregard.sheets.rules.tables import MOST_BYTES, Unreadable
from dueregard.sheets.views.carried import TOO_LARGE

SAID = {"raised": "raised", "as_of": "log_day", "nobody": "nobody", "item": "item", "concerns": "concerns", "order": "order"}
OPTION = {"order": "--order", "nobody": "--nobody", "concerns": "--concerns", "item": "--item"}
SHOWN = 12  # doubtful names said at a time


def bring_in(asked: Namespace) -> int:
    """Say what would become of each row and, unless it is a dry run, write it all; the exit is 1 where anything is not clear."""
    viewer = operator(asked.area)
    with scope(viewer):
        try:
            run = _answered(asked, viewer)
        except Unreadable as why:
            stop(f"{asked.file}: {why}")
        open_ones = [row for row in run.rows if row.verdict in {Verdict.ASKS, Verdict.WRONG}]
        is_clear = not open_ones and not run.unanswered
        is_written = is_clear and not asked.dry_run and bool(run.holds)
        if is_written:
            run.do()
    _tell(asked, run, is_written=is_written)
    if is_clear:
        return 0
    for sentence in _unclear(run):
        complain(sentence)
    return 1


def _answered(asked: Namespace, viewer: Viewer) -> DryRun:
    """The dry run, with what the options answer filled into its form as somebody would on the page."""
    dry_run = _dry_run(asked, viewer)
    first = dry_run(None)
    said = {name: _typed(first.form.get_initial_for_field(field, name)) for name, field in first.form.fields.items()}
    for option, name in (*SAID.items(), ("as_of", "day")):
        if (value := getattr(asked, option)) is not None and name in first.form.fields:
            said[name] = _typed(value)
    if asked.nobody and "nobody" in said:
        said["nobody"] = _key_of(asked.nobody, [one.key for one in first.candidates])
    for kind in ("owner", "risk"):
        said |= dict(_named(kind, getattr(asked, kind), [one for one in first.doubtful if one.kind == kind]))
    run = dry_run(said)
    if not run.form.is_valid():
        stop("; ".join(why for every in run.form.errors.get_json_data().values() for why in (one["message"] for one in every)))
    return run


def _dry_run(asked: Namespace, viewer: Viewer) -> Callable[[Any], DryRun]:
    if asked.kind == PLAN:
        plan = _plan(asked.plan, viewer)
        return partial(plan_dry_run, viewer, plan, _kept(asked, kind=PLAN, of=plan.ref))
    return partial(risk_dry_run, viewer, register_beside(viewer), _kept(asked, kind=REGISTER, of=""))


def _plan(ref: str | None, viewer: Viewer) -> Any:
    plan = queries.plans(viewer).filter(ref=ref).first() if ref else queries.plan_in_force(viewer, as_at=viewer.today, known=viewer.today)
    if plan is None:
        there = ", ".join(one.ref for one in queries.plans(viewer)) or "none yet"
        stop(
            f"There is no plan {ref} in this area. The plans are: {there}"
            if ref
            else f"No plan is in force: name one with --plan ({there})"
        )
    return plan


def _kept(asked: Namespace, *, kind: str, of: str) -> Kept:
    path = Path(asked.file)
    if path.is_dir():
        raise Unreadable("it is a folder")
    if path.stat().st_size > MOST_BYTES:
        raise Unreadable(TOO_LARGE)
    return read_content(path.read_bytes(), name=path.name, kind=kind, of=of, sheet=asked.sheet)


def _typed(value: Any) -> str:
    return f"{value:%d/%m/%Y}" if isinstance(value, date) else str(value or "")


def _named(kind: str, told: list[str], doubtful: list[Doubt]) -> Iterator[tuple[str, str]]:
    """The field and the answer of each name that an option settles."""
    for pair in told:
        words, _, ref = (part.strip() for part in pair.rpartition("="))
        found = next((one for one in doubtful if whole(one.words) == whole(words)), None)
        if not words or found is None:
            stop(f'--{kind} {pair}: no {kind} in doubt is written “{words}”. Write it as the sheet does, such as --{kind} "Text=REF"')
        is_none = kind == "risk" and ref == "none"
        yield found.field, LEAVE if is_none else _key_of(ref, [one.key for one in found.could_be])


def _key_of(ref: str, keys: list[str]) -> str:
    """The candidate with a reference: body:B-3 is B-3."""
    found = next((key for key in keys if key.rpartition(":")[2] == ref), None)
    if found is None:
        stop(f"There is no {ref} here that could be meant")
    return found


def _tell(asked: Namespace, run: DryRun, *, is_written: bool) -> None:
    if asked.json:
        told = {"rows": [_plain(row) for row in run.rows], "notes": list(run.notes), "is_written": is_written, "brings_in": run.holds}
        say(json.dumps(told, indent=2, ensure_ascii=False))
        return
    if asked.dry_run or not is_written:
        for row in run.rows:
            words = " ".join(filter(None, (row.ref, row.says)))[:100]
            say(f"row {row.number:<5} {row.verdict.label:18} {words}{': ' if row.told else ''}{row.told}")
        for note in run.notes:
            say(f"{note}.")
        say(", ".join(f"{number} {verdict.after_a_number}" for verdict, number in counts(run.rows) if number) + ".")
    if is_written:
        say(f"Brought in: {run.holds}.")
    elif not run.holds:
        say("Nothing in it is new.")
    else:
        say(f"It would bring in {run.holds}. Nothing is written.")


def _plain(row: Row) -> dict[str, Any]:
    changes = [{"field": one.field, "was": one.was, "to": one.to} for one in row.changes]
    return {"row": row.number, "ref": row.ref, "says": row.says, "verdict": row.verdict.value, "why": row.why, "changes": changes}


def _unclear(run: DryRun) -> Iterator[str]:
    """What stands in the way, and how to answer it."""
    waiting = [one for one in run.doubtful if not run.form.cleaned_data.get(one.field)]
    for kind in ("owner", "risk"):
        those = [one.words for one in waiting if one.kind == kind]
        if those:
            named = ", ".join(f"“{words}”" for words in those[:SHOWN]) + (f" and {len(those) - SHOWN} more" if len(those) > SHOWN else "")
            yield f'In doubt: {named}. Say which each is with --{kind} "Text=REF", or bring the sheet in on the page'
    for name, option in OPTION.items():
        if name in run.form.fields and not run.form.cleaned_data.get(name):
            yield f"{run.form.fields[name].label} Say so with {option}, or on the page"
    wrong = sum(row.verdict is Verdict.WRONG for row in run.rows)
    if wrong:
        yield f"{wrong} of {len(run.rows)} rows are wrong. Put them right, or bring the sheet in on the page, which leaves them out"
    yield "Nothing was written, because not everything is clear"
