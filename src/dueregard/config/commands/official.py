"""Keeping the official wording of a framework in the install: from its published page, or by line."""

from argparse import Namespace
from collections.abc import Sequence

from django.utils import timezone

from dueregard.basics.refused import Refused
from dueregard.config.commands.asking import say, stop
from dueregard.config.commands.guidance import accounted, framework, read
from dueregard.guidance import published
from dueregard.guidance.actions import attach_official
from dueregard.guidance.catalogue import Framework, GuidanceError
from dueregard.guidance.queries import official_digest


def attach(asked: Namespace) -> None:
    """Keep the official wording of every line that the page accounts for, or that a file gives; it then stands first on every page."""
    text = read(asked.file)
    known = framework(asked.framework)
    if asked.by_line:
        _keep(known, _given(text, known, file=asked.file))
        return
    report = accounted(text, known)
    if not report.ok:
        say(report.as_text())
        stop("This page does not account for every line, so it was not attached")
    _keep(known, published.extract(text), questions=published.threat_check_questions(text))


def _given(text: str, known: Framework, *, file: str) -> list[published.PublishedLine]:
    """The words that a file gives by line, or a stop that names what is wrong in it."""
    try:
        return published.lines_by_id(text, known, file=file)
    except GuidanceError as error:
        stop(str(error))


def _keep(known: Framework, lines: list[published.PublishedLine], *, questions: Sequence[str] = ()) -> None:
    """Keep the words and say so; or a stop, where there were none."""
    try:
        changed = attach_official(known.id, lines, questions=questions, at=timezone.now())
    except Refused as refusal:
        stop(str(refusal))
    say(f"The official wording of {known.title} is {'kept now' if changed else 'the same as before; noted as checked today'}.")
    say(f"Digest {official_digest(None, framework=known.id)}")
