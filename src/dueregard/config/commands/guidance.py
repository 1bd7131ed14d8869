"""The guidance as data, from the terminal. Needs no database."""

import json
from argparse import Namespace
from pathlib import Path

from dueregard.guidance import catalogue, published

MOST_BYTES = 5_000_000


def read(path: str) -> str:
    """The text of a published page; one clear sentence if the file is not that."""
    try:
        if Path(path).stat().st_size > MOST_BYTES:
            raise SystemExit(f"dueregard: {path} is larger than any published page")
        return published.read(Path(path))
    except OSError as error:
        raise SystemExit(f"dueregard: {path} cannot be read: {error.strerror}") from None
    except catalogue.GuidanceError as error:
        raise SystemExit(f"dueregard: {error}") from None


def framework(name: str) -> catalogue.Framework:
    """A framework by its id, or a stop that names those there are."""
    for known in catalogue.frameworks():
        if known.id == name:
            return known
    raise SystemExit(f"dueregard: There is no framework {name!r}. There are: {', '.join(known.id for known in catalogue.frameworks())}")


def frameworks(asked: Namespace) -> None:
    """List the frameworks."""
    known = catalogue.frameworks()
    if asked.json:
        print(json.dumps([{"id": each.id, "title": each.title} for each in known], indent=2))
        return
    for each in known:
        lines = sum(len(section.lines) for section in each.sections)
        print(f"{each.id:30} {lines:3} lines  {each.title}")


def show(asked: Namespace) -> None:
    """Print a framework's lines, or one of them."""
    name, _, wanted = asked.id.partition("/")
    found = [(section, line) for section in framework(name).sections for line in section.lines if not wanted or line.id == wanted]
    if not found:
        raise SystemExit(f"dueregard: {name} has no line {wanted!r}")
    for section, line in found:
        print(f"{line.id:8} {line.tier:14} {line.says}\n{'':23} {section.title}. {line.source.words}")


def accounted(text: str, known: catalogue.Framework) -> published.Report:
    """A page set beside a framework, or a stop where the published page of that framework is not known to us."""
    try:
        return published.check(text, known)
    except catalogue.GuidanceError as error:
        raise SystemExit(f"dueregard: {error}") from None


def check(asked: Namespace) -> int:
    """Account for every line of the published page; 0 only if every line is accounted for."""
    report = accounted(read(asked.file), framework(asked.framework))
    print(report.as_json() if asked.json else report.as_text(), end="")
    return 0 if report.ok else 1
