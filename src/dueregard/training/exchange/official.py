"""A table of the training programme as a Word document for a committee: Official, since small numbers are left out of it."""

from collections.abc import Iterable

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
