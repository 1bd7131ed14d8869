"""The index of words from the terminal."""

from argparse import Namespace

from django.db import transaction

from dueregard.access.scope import scope
from dueregard.accounts import queries
from dueregard.config.commands.asking import operator, say
from dueregard.config.searching import everything
from dueregard.search.actions import rebuild as make_anew


def rebuild(asked: Namespace) -> None:
    """Make the index of words anew from the records: of one area, or of all."""
    for slug in [asked.area] if asked.area else [area.slug for area in queries.areas()]:
        viewer = operator(slug)
        with scope(viewer), transaction.atomic():
            count = make_anew(everything(viewer), by=viewer)
        say(f"{viewer.area_name}: {count} entries")
