"""The golden thread: sources, risks, a lane for each action with what came of it, and every loose end numbered where it is seen."""

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from dueregard.basics.dates import counted
from dueregard.guidance.loose_end import LooseEnd
from dueregard.home.rules.thread import cells
from dueregard.home.rules.thread.cells import Cell, Column
from dueregard.home.rules.thread.lines import Line, lines, through
from dueregard.home.rules.thread.missing import Loose, numbered, seen_at
from dueregard.home.rules.thread.rows import Action, Key, Risk, Rows

__all__ = ["Block", "Cell", "Column", "Key", "Lane", "Line", "Loose", "Rows", "Thread", "in_order", "lines", "thread_of", "through"]


@dataclass(frozen=True, kw_only=True)
class Lane:
    """One action and what came of it, left to right; without an action, what a group decided of the risk itself."""

    action: str = ""
    risks: tuple[str, ...] = ()
    cells: tuple[Cell, ...] = ()
    is_whole: bool = False  # it runs from a source to something that came next, and nothing on it is broken or missing
    scored_again: tuple[tuple[str, date], ...] = ()


@dataclass(frozen=True, kw_only=True)
class Block:
    """One risk and its lanes; `elsewhere` are actions that answer it too, drawn with a risk above. No risk: actions that answer none."""

    risk: str
    cell: Cell | None
    sources: tuple[str, ...] = ()
    lanes: tuple[Lane, ...] = ()
    elsewhere: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Thread:
    """The whole line both ways, as it is drawn and listed."""

    sources: tuple[Cell, ...]
    blocks: tuple[Block, ...]
    loose: tuple[Loose, ...]

    @property
    def lanes(self) -> int:
        """How many lanes the picture has."""
        return sum(max(len(block.lanes), 1) for block in self.blocks)

    @property
    def sentence(self) -> str:
        """How the thread stands, in numbers."""
        with_action = [lane for block in self.blocks for lane in block.lanes if lane.action]
        whole = sum(lane.is_whole for lane in with_action)
        if len(with_action) == 1:
            says = f"Its one action {'runs' if whole else 'does not yet run'} the whole way to a result."
        elif with_action:
            runs = "runs" if whole == 1 else "run"
            says = f"{whole} of {len(with_action)} actions {runs} the whole way to a result."
        else:
            says = "No action is on this thread."
        loose = len(self.loose)
        return f"{says} {counted(loose, 'end')} {'is' if loose == 1 else 'are'} loose." if loose else f"{says} No end is loose."


def in_order(ref: str) -> tuple[str, tuple[int, ...]]:
    """R2 before R10."""
    return re.sub(r"\d+", "", ref), tuple(int(number) for number in re.findall(r"\d+", ref))


def thread_of(rows: Rows, *, starts: Collection[Key], ends: Sequence[LooseEnd], on: date) -> Thread:
    """The thread of these records as it stands on a day, with the loose ends that are about it."""
    mine = through(rows, starts)
    loose = numbered(ends, frozenset(mine.records()))
    risks = {risk.ref: risk for risk in sorted(mine.risks, key=lambda risk: in_order(risk.ref))}
    sources = [cells.source_cell(source, on=on) for source in sorted(mine.sources, key=lambda source: (source.on, in_order(source.ref)))]
    blocks = [_block(mine, risk, risks, loose, on) for risk in risks.values()]
    alone = [_lane(mine, action, risks, loose, on) for action in _sorted(mine.actions) if not set(action.risks) & set(risks)]
    if alone:
        absent = next((cell for lane in alone for cell in lane.cells if cell.column is Column.RISK), None)
        lanes = tuple(replace(lane, cells=tuple(cell for cell in lane.cells if cell.column is not Column.RISK)) for lane in alone)
        blocks.append(Block(risk="", cell=_together(alone) if absent else None, lanes=lanes))
    absent_sources = [
        cell for one in loose if one.about.kind == "risk" for cell in seen_at({}, one).values() if cell.column is Column.SOURCE
    ]
    found = Thread(sources=(*(_flagged(cell, loose) for cell in sources), *absent_sources), blocks=tuple(blocks), loose=loose)
    return _started(found, starts)


def _sorted(actions: Collection[Action]) -> list[Action]:
    return sorted(actions, key=lambda action: (action.closed or action.due or date.max, in_order(action.ref)))


def _flagged(cell: Cell, loose: Sequence[Loose]) -> Cell:
    """A box of one record with the loose ends seen on it."""
    found: Mapping[Column, Cell] = {cell.column: cell}
    for one in loose:
        if one.about in cell.about and one.place.column is cell.column:
            found = seen_at(found, one)
    return found[cell.column]


def _block(rows: Rows, risk: Risk, risks: Mapping[str, Risk], loose: Sequence[Loose], on: date) -> Block:
    """A risk, the actions whose first risk it is, and what was decided of it without one."""
    answering = [action for action in _sorted(rows.actions) if risk.ref in action.risks]
    own = [action for action in answering if next(ref for ref in risks if ref in action.risks) == risk.ref]
    lanes = [_lane(rows, action, risks, loose, on) for action in own]
    decided = [one for one in rows.decisions if one.ref in risk.accepted]
    alone = cells.decision_cell(decided, on=on)
    without: Mapping[Column, Cell] = {Column.DECISION: _flagged(alone, loose)} if alone else {}
    for one in loose:
        if one.about == Key("risk", risk.ref) and one.place.column > Column.RISK:
            without = seen_at(without, one)
    lanes += [Lane(risks=(risk.ref,), cells=_in_columns(without))] if without else []
    return Block(
        risk=risk.ref,
        cell=_flagged(cells.risk_cell(risk), loose),
        sources=risk.sources or (risk.ref,),  # what is missing is named after the risk that lacks it
        lanes=tuple(lanes),
        elsewhere=tuple(action.ref for action in answering if action not in own),
    )


def _in_columns(found: Mapping[Column, Cell]) -> tuple[Cell, ...]:
    return tuple(found[column] for column in sorted(found))


def _lane(rows: Rows, action: Action, risks: Mapping[str, Risk], loose: Sequence[Loose], on: date) -> Lane:
    """An action and what came of it, with the loose ends that are about it or about what hangs on it."""
    evaluations = [one for one in rows.evaluations if one.ref in action.evaluations]
    made = (
        cells.action_cell(action, on=on),
        cells.review_cell(action, on=on),
        cells.decision_cell([one for one in rows.decisions if one.ref in action.decisions], on=on),
        cells.result_cell(action, evaluations, on=on),
        cells.next_cell(action, evaluations, risks, on=on),
    )
    found: Mapping[Column, Cell] = {cell.column: cell for cell in made if cell}
    answered = [risks[ref] for ref in action.risks if ref in risks]
    for one in loose:
        if one.about == Key("action", action.ref) or one.about in _held(found, one.place.column):
            found = seen_at(found, one, column=max(one.place.column, Column.ACTION) if answered else None)
    ended = bool(evaluations) and Column.NEXT in found and Column.REVIEW in found and any(risk.sources for risk in answered)
    again = cells.rescored(evaluations, risks)
    return Lane(
        action=action.ref,
        risks=tuple(ref for ref in risks if ref in action.risks),
        cells=_in_columns(found),
        is_whole=ended and not any(cell.is_loose for cell in found.values()),
        scored_again=tuple((ref, again[ref]) for ref in again),
    )


def _held(found: Mapping[Column, Cell], column: Column) -> frozenset[Key]:
    """The records of a lane's box, other than the action itself."""
    return found[column].about if column in found and column is not Column.ACTION else frozenset()


def _together(lanes: Sequence[Lane]) -> Cell:
    """One box for the risk that several actions lack, with the number of each of their loose ends."""
    missing = [cell for lane in lanes for cell in lane.cells if cell.column is Column.RISK]
    return replace(missing[0], loose=tuple(dict.fromkeys(number for cell in missing for number in cell.loose)))


def _started(thread: Thread, starts: Collection[Key]) -> Thread:
    """The thread with a heavy border on what it was opened at."""

    def mark(cell: Cell) -> Cell:
        return replace(cell, is_start=True) if cell.about & set(starts) else cell

    blocks = tuple(
        replace(
            block,
            cell=mark(block.cell) if block.cell else None,
            lanes=tuple(replace(lane, cells=tuple(mark(cell) for cell in lane.cells)) for lane in block.lanes),
        )
        for block in thread.blocks
    )
    return replace(thread, sources=tuple(mark(cell) for cell in thread.sources), blocks=blocks)
