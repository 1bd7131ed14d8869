"""Keeping the official wording of a published page in the install."""

from argparse import Namespace

from django.utils import timezone

from dueregard.config.commands.asking import say, stop
from dueregard.config.commands.guidance import accounted, framework, read
from dueregard.guidance import published
from dueregard.guidance.actions import attach_official
from dueregard.guidance.queries import official_digest


def attach(asked: Namespace) -> None:
    """Keep the official wording of every line that the page accounts for; it then stands first on every page."""
    text = read(asked.file)
    known = framework(asked.framework)
    report = accounted(text, known)
    if not report.ok:
        say(report.as_text())
        stop("This page does not account for every line, so it was not attached")
    changed = attach_official(known.id, published.extract(text), questions=published.threat_check_questions(text), at=timezone.now())
    say(f"The official wording of {known.title} is {'kept now' if changed else 'the same as before; noted as checked today'}.")
    say(f"Digest {official_digest(None, framework=known.id)}")
