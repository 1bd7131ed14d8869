"""Area files from the terminal: making areas from them, writing areas to them."""

import re
from argparse import Namespace
from pathlib import Path

from django.utils import timezone

from dueregard.access.scope import scope
from dueregard.config.area_file import WrongFile, edition, files_beside, load, take_away
from dueregard.config.commands.asking import complain, operator, place_for, say, stop, write_file
from dueregard.documents import exchange as documents
from dueregard.training import exchange as training

DIGEST = re.compile("[0-9a-f]{64}")


def load_files(asked: Namespace) -> int:
    """Make areas from files. A wrong file reports every error with line and path, writes nothing, and the exit is 1."""
    wrong = False
    for name in asked.files:
        try:
            say(f"{name}: {load(Path(name), now=timezone.now())}")
        except WrongFile as error:
            wrong = True
            complain(f"{name} was not loaded and nothing of it was written:\n  " + str(error).replace("\n", "\n  "))
    return 1 if wrong else 0


def export_area(asked: Namespace) -> None:
    """Write an area as an area file, and the bytes of its documents and certificates into a folder beside it."""
    viewer = operator(asked.area)
    if not asked.output:
        say(take_away(by=viewer, official=asked.official))
        return
    path = place_for(asked.output)
    folder = files_beside(path)
    text = take_away(by=viewer, official=asked.official)
    try:
        _sweep(folder)
        with scope(viewer):
            reader = edition(viewer, official=asked.official)
            count = documents.write_bytes(reader, folder=folder) + training.write_bytes(reader, folder=folder)
    except OSError as error:
        stop(f"{error.filename or folder} cannot be written: {error.strerror}")
    write_file(path, text.encode(), is_private=not asked.official)
    say(f"{path}: {'Official' if asked.official else 'Official-Sensitive: keep it as such'}")
    if count:
        say(f"{folder}: the bytes of {count} file{'s' if count > 1 else ''}; keep the two together")


def _sweep(folder: Path) -> None:
    """Take away what an earlier export left there: an Official one must not stand beside sensitive bytes."""
    for left in folder.iterdir() if folder.is_dir() else ():
        if DIGEST.fullmatch(left.name):
            left.unlink()
