"""Assurance from the terminal: what the records show."""

from argparse import Namespace
from datetime import date

from dueregard.access.scope import scope
from dueregard.access.viewer import Viewer
from dueregard.assurance import queries
from dueregard.assurance.exchange import as_json, as_table
from dueregard.basics.dates import say as say_date
from dueregard.config.commands.asking import operator, say, stop
from dueregard.guidance import catalogue

TOOLKIT = "toolkit-2024"


def when(asked: Namespace, viewer: Viewer) -> tuple[date, date]:
    """As at which day and known on which, where nothing else was asked: today, and with all that has been typed since."""
    on = asked.as_at or viewer.today
    return on, asked.known_on or max(on, viewer.today)


def assess(asked: Namespace) -> None:
    """Say what the records show, line by line, as at a date and known on a date."""
    if asked.framework not in catalogue.framework_ids():
        stop(f"There is no framework {asked.framework!r}. There are: {', '.join(catalogue.framework_ids())}")
    viewer = operator(asked.area)
    on, known = when(asked, viewer)
    tell = as_json if asked.json else as_table
    with scope(viewer):
        say(tell(viewer, asked.framework, on=on, known=known))


def table(viewer: Viewer) -> str:
    """An area's assurance in short: the lines whose records are kept here, with the first sentence of each."""
    with scope(viewer):
        sections = queries.findings(viewer, TOOLKIT, on=viewer.today, known=viewer.today)
    rows = [f"{viewer.area_name}, as at {say_date(viewer.today)}", "-" * 100]
    for section in sections:
        kept = [found for found in section.lines if found.line.indicator]
        if not kept:
            continue
        rows.append(f"{section.section.id}  {section.section.title}. {section.sentence}")
        rows += [f"   {found.line.id:6} {found.finding.status.label:20} {found.finding.because[0]}" for found in kept]
    return "\n".join(rows)
