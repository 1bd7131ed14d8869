"""Assurance from the terminal: what the records show, what is loose, returns as files."""

import json
from argparse import Namespace
from datetime import date
from pathlib import Path

from django.core.exceptions import ObjectDoesNotExist

from dueregard.access.scope import scope
from dueregard.access.viewer import Viewer
from dueregard.assurance import queries
from dueregard.assurance.exchange import as_json, as_table, return_as_pdf, return_as_word
from dueregard.basics.dates import say as say_date
from dueregard.basics.refused import Refused
from dueregard.config.commands.asking import day, operator, say, stop
from dueregard.guidance import catalogue
from dueregard.home.queries import loose_rows
from dueregard.partnership.exchange import meeting_file

TOOLKIT = "toolkit-2024"


def _asked(asked: Namespace) -> tuple[Viewer, date, date]:
    viewer = operator(asked.area)
    on = day(asked.as_at, viewer.today)
    return viewer, on, day(asked.known_on, max(on, viewer.today))


def assess(asked: Namespace) -> None:
    """Say what the records show, line by line, as at a date and known on a date."""
    viewer, on, known = _asked(asked)
    if asked.framework not in catalogue.framework_ids():
        stop(f"There is no framework {asked.framework!r}. There are: {', '.join(catalogue.framework_ids())}")
    tell = as_json if asked.json else as_table
    with scope(viewer):
        say(tell(viewer, asked.framework, on=on, known=known))


def loose_ends(asked: Namespace) -> None:
    """List what is loose, worst first, and the page that ties it."""
    viewer, on, known = _asked(asked)
    with scope(viewer):
        rows = loose_rows(viewer, on=on, known=known)
    if asked.json:
        plain = [
            {
                "kind": row.end.kind,
                "severity": row.end.severity.value,
                "line": row.end.line,
                "subject": {"kind": row.end.subject.kind, "ref": row.end.subject.ref, "label": row.end.subject.label},
                "says": row.end.says,
                "tie_at": row.tie_address,
            }
            for row in rows
        ]
        say(json.dumps(plain, indent=2, ensure_ascii=False))
        return
    say("\n".join(f"{row.end.severity.label:6} {row.end.line:5} {row.end.says}. {row.end.tie}." for row in rows) or "Nothing is loose.")


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


def report(asked: Namespace) -> None:
    """Write a return, a pack or minutes as a file."""
    viewer = operator(asked.area)
    path = Path(asked.output)
    if path.suffix not in {".docx", ".pdf"}:
        stop("Give a file name that ends in .docx or .pdf")
    ending = path.suffix.lstrip(".")
    try:
        with scope(viewer):
            content = _return(viewer, asked.ref, ending) if asked.kind == "return" else meeting_file(viewer, asked.ref, kind=asked.kind, ending=ending)
        path.write_bytes(content)
    except (Refused, ObjectDoesNotExist) as refusal:
        stop(str(refusal))
    except OSError as error:
        stop(f"{path} cannot be written: {error.strerror}")
    say(str(path))


def _return(viewer: Viewer, ref: str, ending: str) -> bytes:
    round_ = queries.round_in_view(viewer, ref)
    contents = queries.whole_contents(viewer, round_)
    views = queries.home_office_views(viewer, round_, scale=contents.scale)
    make = return_as_word if ending == "docx" else return_as_pdf
    return make(contents, views, digest=round_.digest, printed_by=viewer.label, printed_at=viewer.now)
