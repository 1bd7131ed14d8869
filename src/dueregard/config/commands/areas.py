"""Areas from the terminal: listing them, making them from files, writing them to files."""

import json
from argparse import Namespace
from pathlib import Path

from django.utils import timezone

from dueregard.accounts import queries
from dueregard.config.area_file import WrongFile, export, load
from dueregard.config.commands.asking import operator, say, stop
from dueregard.config.yaml_places import NotYaml


def areas(asked: Namespace) -> None:
    """List the areas kept here."""
    there = [{"slug": area.slug, "name": area.name, "kind": area.kind} for area in queries.areas()]
    if asked.json:
        say(json.dumps(there, indent=2, ensure_ascii=False))
    elif not there:
        say("There is no area here yet. Load one: dueregard load FILE")
    else:
        say("\n".join(f"{area['slug']:24} {area['kind']:14} {area['name']}" for area in there))


def load_files(asked: Namespace) -> int:
    """Make areas from files. A wrong file reports every error with line and path, writes nothing, and the exit is 1."""
    wrong = False
    for name in asked.files:
        try:
            say(f"{name}: {load(Path(name), now=timezone.now())}")
        except (WrongFile, NotYaml) as error:
            wrong = True
            say(f"{name}: not loaded, nothing was written\n  " + str(error).replace("\n", "\n  "))
    return 1 if wrong else 0


def export_area(asked: Namespace) -> None:
    """Write an area as an area file."""
    text = export(operator(asked.area), official=asked.official)
    if not asked.output:
        say(text)
        return
    try:
        Path(asked.output).write_text(text, encoding="utf-8")
    except OSError as error:
        stop(f"{asked.output} cannot be written: {error.strerror}")
    say(f"{asked.output}: {'Official' if asked.official else 'Official-Sensitive: keep it as such'}")
