"""What a file leaves open, asked on its page and kept for the next file of its source."""

from typing import Any

from dueregard.access.viewer import Viewer
from dueregard.basics.refused import Refused
from dueregard.sheets.rules.tables import Unreadable
from dueregard.training.actions import sources
from dueregard.training.actions.kept_files import KeptFile
from dueregard.training.forms.imports import AnswersForm
from dueregard.training.queries import imports as queries
from dueregard.training.rules.bringing_in.columns import proposed, why_no_headings, why_not_read
from dueregard.training.rules.bringing_in.reading import read_rows

GONE = "The file is not here any more: choose it again"
MOST_ASKED = 20  # courses, and people, asked about on one page; each offers every course, and a page stays light


def open_answers(viewer: Viewer, import_: Any, data: Any) -> AnswersForm:
    """The questions about a file; Unreadable says why it cannot be read at all."""
    try:
        with KeptFile(import_.path).place.open("rb") as file:
            headings = read_rows(file).headings
    except OSError:
        raise Unreadable(GONE) from None
    if why := why_no_headings(headings):
        raise Unreadable(why)
    source = import_.source
    return AnswersForm(
        data,
        viewer=viewer,
        source=source,
        headings=headings,
        columns=proposed(source.columns, headings, holds=source.holds),
        courses=queries.courses_asked(viewer, import_)[:MOST_ASKED],
        doubts=queries.doubts(viewer, import_, most=MOST_ASKED),
    )


def answered(viewer: Viewer, import_: Any, form: AnswersForm) -> bool:
    """Keep what was answered; whether it holds is given back, and the form says what does not."""
    if not form.is_valid():
        return False
    source, said = import_.source, form.cleaned_data
    columns = form.columns()
    if why := why_not_read(columns, form.headings, holds=source.holds):
        form.add_error(None, why)
        return False
    try:
        if columns != source.columns:
            sources.say_columns(source.ref, by=viewer, columns=columns)
        if said["order"] and said["order"] != source.date_order:
            sources.say_date_order(source.ref, by=viewer, order=said["order"])
        for words, course in form.courses().items():
            sources.say_course(source.ref, by=viewer, words=words, course=course)
        for key, learner in form.people().items():
            sources.say_person(source.ref, by=viewer, key=key, learner=learner)
    except Refused as refusal:
        form.add_error(None, str(refusal))
        return False
    return True
