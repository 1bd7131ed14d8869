"""The table of partners' and commissioned services' returns, in Word and in Excel. Small groups are left out, whoever takes it away."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from io import BytesIO

import xlsxwriter

from dueregard.access.viewer import Viewer
from dueregard.audit.rules import as_cell
from dueregard.basics.dates import counted, listed, say
from dueregard.privacy.marking import Marking
from dueregard.training.actions.returns import take_returns_away
from dueregard.training.exchange.official import fit_to_paper, official_word
from dueregard.training.queries.return_asks import BodyRow, return_rows
from dueregard.training.queries.returned import Answering
from dueregard.training.rules.courses import Subject
from dueregard.training.rules.coverage import per_cent
from dueregard.training.rules.levels import LEVELS, Pair
from dueregard.ui.papers import heading, note, paragraph, table

NO_RETURN, NOTHING, NO_TOTAL = "No return", "Nothing asked now", "No total: not all said"
KEPT = 5  # columns before those of the subjects
SMALL_PRINT = (
    "Figures are what each body says of its own people; they count for twelve months, and that time is ours. No return is not the same as "
    "nobody trained: it is left out, never read as nought. What is not needed was not asked of that body. "
    "Numbers of fewer than five people, and totals that would give them away, are not shown."
)


@dataclass(frozen=True, kw_only=True)
class Table:
    """The table as it is printed."""

    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    sentences: tuple[str, ...]


def partner_table(rows: Sequence[BodyRow]) -> Table:
    """One row for each body, with those of its levels below it; a row for all of them where a subject has a total."""
    subjects = [subject for subject in Subject if any(subject in row.answering.subjects for row in rows)]
    heads = ("Body", "How it stands", "As at", "Asked", "Chased", *(subject.label for subject in subjects))
    lines = [line for row in rows for line in (_line(row, subjects), *_levels(row.answering, subjects))]
    totals = [_total(rows, subject) for subject in subjects]
    if any(total != NO_TOTAL for total in totals):
        lines.append(("All of them", "", "", "", "", *totals))
    return Table(heads=heads, rows=tuple(lines), sentences=tuple(_sentences([row.answering for row in rows], subjects)))


def _sentences(rows: Sequence[Answering], subjects: Sequence[Subject]) -> list[str]:
    asked = [row for row in rows if row.wanted or row.said]
    missing = [row.body.name for row in asked if row.is_missing]
    lacking = [subject.label for subject in subjects if any(row.lacks(subject) for row in rows)]
    if not asked:
        return ["No body is asked."]
    if missing:
        said = [f"{len(asked) - len(missing)} of {counted(len(asked), 'body', 'bodies')} sent a return that still counts."]
        said.append(f"No return: {listed(missing)}.")
    else:
        said = [f"Every one of {counted(len(asked), 'body', 'bodies')} sent a return that still counts."]
    if lacking:
        said.append(f"No total is given under {listed(lacking)}, while a return asked for it is missing or does not say.")
    return said


def _line(row: BodyRow, subjects: Sequence[Subject]) -> tuple[str, ...]:
    each = row.answering
    asked = f"{each.ask.ref}, {say(each.ask.on)}, due {say(each.ask.due)}" if each.ask else NOTHING
    chased = f"{counted(len(row.chased), 'time')}, last {say(row.chased[-1])}" if row.chased else "No"
    as_at = NO_RETURN if not each.said or each.latest is None else say(each.latest.as_at)
    name = f"{each.body.name} (commissioned)" if each.is_commissioned else each.body.name
    return (
        name,
        each.stands.label,
        as_at,
        asked,
        chased,
        *(_cell(each, subject) for subject in subjects),
    )


def _cell(each: Answering, subject: Subject) -> str:
    seen = each.seen(subject, names=False)
    return _pair(seen.pair) if seen else str(each.on_subject(subject).label)


def _levels(each: Answering, subjects: Sequence[Subject]) -> list[tuple[str, ...]]:
    """A row for each level of which a body says something."""
    seen = [each.seen(subject, names=False) for subject in subjects]
    parts = [dict(row.levels) if row else {} for row in seen]
    blank = ("",) * (KEPT - 1)
    return [(f"– {level.label}", *blank, *(_pair(of[level]) if level in of else "" for of in parts)) for level in LEVELS if any(parts)]


def _pair(pair: Pair | None) -> str:
    if pair is None:
        return "Not shown"
    need, has = pair
    return f"{per_cent(has / need)}% ({has} of {need})" if need else "Nobody needs it"


def _total(rows: Sequence[BodyRow], subject: Subject) -> str:
    """All bodies together: not while one that is asked did not say, nor where one is not shown: so it is the sum of what is shown."""
    if any(row.answering.lacks(subject) for row in rows):
        return NO_TOTAL
    pairs = [seen.pair for row in rows if (seen := row.answering.seen(subject, names=False))]
    known = [pair for pair in pairs if pair is not None]
    if len(known) < len(pairs):
        return "Not shown"
    return _pair((sum(need for need, _has in known), sum(has for _need, has in known)))


def _on_paper(row: tuple[str, ...]) -> list[str]:
    """A row with what was asked in one cell: a page is too narrow for a column of each."""
    name, stands, as_at, asked, _chased = row[:KEPT]
    figures = f"; figures as at {as_at}" if as_at not in {NO_RETURN, ""} else ""
    return [name, f"{stands}{figures}{f' ({asked})' if asked not in {NOTHING, ''} else ''}", *row[KEPT:]]


def partner_word(viewer: Viewer, *, on: date) -> bytes:
    """The table as a Word document."""
    found = partner_table(return_rows(viewer))
    content = official_word(
        viewer,
        title="Prevent training of partners and commissioned services",
        subject=f"Returns as at {say(on)}",
        blocks=(
            heading(1, f"Prevent training of partners and commissioned services, {say(on)}"),
            *(paragraph(words) for words in found.sentences),
            *table("Returns by body", (*found.heads[:2], *found.heads[KEPT:]), [_on_paper(row) for row in found.rows]),
            note(SMALL_PRINT),
        ),
    )
    take_returns_away(by=viewer, on=on, ending="docx")
    return content


def partner_sheet(viewer: Viewer, *, on: date) -> bytes:
    """The table as an Excel workbook: no cell is ever a formula."""
    found, kept = partner_table(return_rows(viewer)), BytesIO()
    book = xlsxwriter.Workbook(kept, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    leaf, bold = book.add_worksheet("Returns"), book.add_format({"bold": True})
    title = f"{Marking.OFFICIAL.label}. Prevent training of partners and commissioned services, {viewer.area_name}, {say(on)}"
    above = [(title,), *((words,) for words in found.sentences), (SMALL_PRINT,), ()]
    for number, line in enumerate([*above, found.heads, *found.rows]):
        for column, words in enumerate(line):
            leaf.write_string(number, column, str(as_cell(words)), bold if number in {0, len(above)} else None)
    leaf.set_column(0, 0, 44)
    leaf.set_column(1, len(found.heads), 22)
    leaf.freeze_panes(len(above) + 1, 1)
    wrapped = book.add_format({"text_wrap": True, "valign": "top"})
    fit_to_paper(leaf, wrapped=wrapped, small_print=(len(above) - 2, SMALL_PRINT), columns=len(found.heads), top=len(above))
    book.close()
    take_returns_away(by=viewer, on=on, ending="xlsx")
    return kept.getvalue()
