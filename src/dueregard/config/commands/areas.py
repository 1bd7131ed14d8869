"""The areas kept here."""

import json
from argparse import Namespace

from dueregard.accounts import queries
from dueregard.config.commands.asking import say


def areas(asked: Namespace) -> None:
    """List the areas kept here."""
    there = [{"slug": area.slug, "name": area.name, "kind": area.kind} for area in queries.areas()]
    if asked.json:
        say(json.dumps(there, indent=2, ensure_ascii=False))
    elif not there:
        say("There is no area here yet. Load one: dueregard load FILE")
    else:
        say("\n".join(f"{area['slug']:24} {area['kind']:14} {area['name']}" for area in there))
