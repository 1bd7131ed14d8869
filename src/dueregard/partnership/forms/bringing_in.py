"""What is asked when last year’s files are brought in: the file, and then whatever it leaves open."""

from collections.abc import Mapping, Sequence
from typing import Any

from dueregard.access.viewer import Viewer
from dueregard.basics.choice import Choice
from dueregard.partnership.forms.offering import groups
from dueregard.partnership.rules.bringing_in.attending import LEAVE
from dueregard.partnership.rules.bringing_in.log import Columns, Field
from dueregard.partnership.rules.bringing_in.marks import Mark, Meaning
from dueregard.sheets.rules.days import Order
from dueregard.sheets.rules.naming import Candidate, Named
from dueregard.sheets.rules.tables import letters
from dueregard.ui.fields import UNCHOSEN, Day, File, Form, Number, OneOf, Pick, Text

NO_COLUMN = ""
BLANKS = (("", "Nothing: it is left out"), ("absent", "Absent, where the seat existed"))


class FileKind(Choice):
    """What a file holds."""

    ATTENDANCE = "attendance", "An attendance sheet: who came to which meeting"
    ACTIONS = "actions", "An action log: what is to be done, whose it is, by when"


class UploadForm(Form):
    """A file from last year."""

    what = OneOf("What does the file hold?", choices=FileKind.choices)
    group = Pick("Of which group")
    file = File("The file", help_text="Excel (.xlsx) or CSV, at most 5 MB. It is not kept")
    sheet = Text("Name of the sheet, if it is not the first", required=False, max_length=60, width="20")

    def __init__(self, *args: Any, viewer: Viewer, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        there = groups(viewer, nobody="Choose")
        self.offer("group", there)
        if len(there) == 2:
            self.fields["group"].initial = there[1][0]


def _candidate_choices(named: Named, candidates: Sequence[Candidate], *, leave: bool) -> list[tuple[str, str]]:
    """Whoever is proposed first, then everybody."""
    near = [(one.key, f"Perhaps {one.says}") for one in named.proposed]
    rest = [(one.key, one.says) for one in candidates if one not in named.proposed]
    return [UNCHOSEN, *([(LEAVE, "Leave this row out")] if leave else []), *near, *rest]


class AttendanceCheckForm(Form):
    """What an attendance sheet leaves open: dates, marks, whose a row is."""

    says_optional = False  # a page may be sent with some of them open: those are asked again
    order = OneOf("Which number of a date is the day?", choices=Order.choices, required=False)
    year = Number("In which year is the first of the dates?", required=False, min_value=2000, max_value=2100)
    blank = OneOf("What does an empty cell say of a row that has marks?", choices=BLANKS, required=False)

    def __init__(
        self,
        *args: Any,
        asks_order: bool,
        asks_year: bool,
        marks: Sequence[Mark],
        rows: Mapping[int, Named],
        candidates: Sequence[Candidate],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        for name, asks in (("order", asks_order), ("year", asks_year)):
            if not asks:
                del self.fields[name]
        for number, mark in enumerate(marks):
            choices = [UNCHOSEN, *Meaning.choices]
            self.fields[f"mark-{number}"] = Pick(f"{mark.words} stands for", choices=choices, required=False, initial=mark.meaning or "")
        for number, named in rows.items():
            choices = _candidate_choices(named, candidates, leave=True)
            self.fields[f"row-{number}"] = Pick(f"Row {number} is", choices=choices, required=False)

    def answered(self, beginning: str) -> dict[str, str]:
        """What was chosen in the fields whose names begin so."""
        said = self.cleaned_data if self.is_bound and self.is_valid() else {}
        return {name.removeprefix(beginning): str(value) for name, value in said.items() if name.startswith(beginning) and value}


class LogCheckForm(Form):
    """What an action log leaves open: which column holds what, days, owners."""

    says_optional = False  # a page may be sent with some of them open: those are asked again
    order = OneOf("Which number of a date is the day?", choices=Order.choices, required=False)
    log_day = Day(
        "On which day was the log last brought up to date?", required=False, help_text="Updates without a day of their own are dated to it"
    )
    raised = Day(
        "When were rows raised that do not say so?", required=False, help_text="For example, the day of the meeting that agreed them"
    )

    def __init__(
        self, *args: Any, asks_order: bool, columns: Columns, owners: Mapping[str, Named], candidates: Sequence[Candidate], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        if not asks_order:
            del self.fields["order"]
        there = [(NO_COLUMN, "Not in the file")]
        there += [(str(number), f"{letters(number)}: {words or 'no heading'}"[:60]) for number, words in enumerate(columns.headings)]
        for field in Field:
            found = columns.of.get(field)
            chosen = NO_COLUMN if found is None else str(found)
            self.fields[f"column-{field.value}"] = Pick(field.label, choices=there, required=False, initial=chosen)
        for number, (name, named) in enumerate(owners.items()):
            choices = _candidate_choices(named, candidates, leave=False)
            self.fields[f"owner-{number}"] = Pick(f"“{name}” is", choices=choices, required=False, help_text=named.why)
