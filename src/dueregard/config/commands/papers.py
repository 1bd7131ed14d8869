"""Returns, packs and minutes from the terminal, as files."""

from argparse import Namespace

from django.core.exceptions import ObjectDoesNotExist
from django.utils.timezone import localtime

from dueregard.access.scope import scope
from dueregard.access.viewer import Viewer
from dueregard.assurance import queries
from dueregard.assurance.actions import take_return_away
from dueregard.assurance.exchange import return_as_pdf, return_as_word
from dueregard.assurance.views.asking import marked
from dueregard.config.commands.asking import operator, place_for, say, stop, write_file
from dueregard.partnership.exchange import meeting_file

RETURNS = {".docx": return_as_word, ".pdf": return_as_pdf}


def report(asked: Namespace) -> None:
    """Write a return, a pack or minutes as a file."""
    viewer = operator(asked.area)
    path = place_for(asked.output)
    ending = path.suffix.lower()
    if ending not in RETURNS:
        stop("Give a file name that ends in .docx or .pdf")
    with scope(viewer):
        if asked.kind == "return":
            content = _return(viewer, asked.ref, ending)
        else:
            content = meeting_file(viewer, asked.ref, kind=asked.kind, ending=ending.removeprefix("."))
    write_file(path, content)
    say(str(path))


def _return(viewer: Viewer, ref: str, ending: str) -> bytes:
    try:
        row = queries.round_in_view(viewer, ref)
    except ObjectDoesNotExist:
        stop(f"There is no round {ref} in this area")
    contents = queries.round_contents(viewer, row)
    views = queries.home_office_views(viewer, row, scale=contents.scale)
    signing = getattr(row, "signing", None)
    printed = contents.model_copy(update={"marking": marked(contents).value})
    digest = signing.digest if signing else ""
    take_return_away(ref, by=viewer, ending=ending.removeprefix("."), marking=printed.marking)
    return RETURNS[ending](printed, views, digest=digest, printed_by=viewer.label, printed_at=localtime(viewer.now))
