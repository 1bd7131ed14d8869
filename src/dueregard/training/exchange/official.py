"""A table of the training programme for a committee, as Word and on a printed sheet: Official, since small numbers are left out of it."""

from collections.abc import Iterable
from typing import Any

from django.utils.timezone import localtime

from dueregard.access.viewer import Viewer
from dueregard.basics.dates import say, say_time
from dueregard.privacy.marking import Marking
from dueregard.ui.papers import Block, Paper, as_word


def official_word(viewer: Viewer, *, title: str, subject: str, blocks: Iterable[Block]) -> bytes:
    """The document, saying whose it is, who made it and when."""
    made = localtime(viewer.now)
    return as_word(
        Paper(
            title=title,
            subject=subject,
            area=viewer.area_name,
            author=viewer.area_name,
            marking=Marking.OFFICIAL.label,
            made_at=made,
            made_words=f"{viewer.label or 'Due Regard'}, {say(made.date())}, {say_time(made)}",
            blocks=tuple(blocks),
        )
    )


def fit_to_paper(leaf: Any, *, wrapped: Any, small_print: tuple[int, str], columns: int, top: int) -> None:
    """Print a leaf of a workbook lying, as wide as one sheet, its heads on each, and its small print in several lines."""
    row, words = small_print
    leaf.merge_range(row, 0, row, max(columns, 2) - 1, words, wrapped)
    leaf.set_row(row, 48)
    leaf.set_landscape()
    leaf.set_paper(9)  # A4
    leaf.fit_to_pages(1, 0)
    leaf.repeat_rows(top)
