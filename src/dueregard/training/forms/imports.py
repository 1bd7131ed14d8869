"""What people type to bring files in: a source, a file, which column holds what, and answers to what the file leaves open."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.core.exceptions import ValidationError

from dueregard.access.viewer import Viewer
from dueregard.organisations.queries.picking import bodies
from dueregard.sheets.rules.tables import Unreadable
from dueregard.training.queries.imports import AskedCourse, courses_to_pick, sources
from dueregard.training.rules.bringing_in.columns import FIELDS, NEEDED, why_no_headings
from dueregard.training.rules.bringing_in.reading import read_rows
from dueregard.training.rules.imports import DateOrder, Holds
from dueregard.ui.fields import UNCHOSEN, Day, File, Form, LongText, Once, OneOf, Pick, Text, Yes

NO_COLUMN = ("", "Not in the file")
LEAVE_OUT = "leave-out"
NOT_SAID = ("", "Not said yet: its rows wait")
ORDERS = [*DateOrder.choices, ("", "Not said yet: days that can be read two ways wait")]
COURSE, COLUMN, PERSON = "course-", "column-", "person-"


class SourceForm(Form):
    """A system that files come from."""

    name = Text("Name of the system", max_length=80, help_text="For example, Learning portal or Payroll")
    holds = OneOf("What its files hold", choices=Holds.choices)
    body = Pick("Whose people it knows")
    is_full = Yes("A register from it names everybody: whoever is missing is proposed as left")
    once = Once()

    def __init__(self, *args: Any, viewer: Viewer, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offer("body", bodies(viewer, nobody=UNCHOSEN[1]))


class SourceCourseForm(Form):
    """What a source calls a course."""

    words = Text("What the source writes", help_text="As it stands in the file; capitals do not matter")
    course = Pick("It means")

    def __init__(self, *args: Any, viewer: Viewer, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offer("course", [UNCHOSEN, (LEAVE_OUT, "Leave its rows out"), *courses_to_pick(viewer)])


class FileForm(Form):
    """A file of a source."""

    source = Pick("Where the file comes from")
    file = File("File", help_text="CSV or Excel (.xlsx), of any size. It is kept until it is brought in or given up, and then deleted")
    on = Day("The day it tells of", help_text="When it was taken out of the system. Moves in a register are dated to it")
    once = Once()

    def __init__(self, *args: Any, viewer: Viewer, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        there = [(source.ref, f"{source.name}: {Holds(source.holds).label.lower()}, {source.body.name}") for source in sources(viewer)]
        self.offer("source", [UNCHOSEN, *there])
        self.fields["on"].initial = viewer.today

    def clean_file(self) -> Any:
        """One that cannot be read is refused here, and never kept."""
        file = self.cleaned_data["file"]
        try:
            rows = read_rows(file.file)
        except Unreadable as why:
            raise ValidationError(str(why)) from None
        rows.after.close()
        if reason := why_no_headings(rows.headings):
            raise ValidationError(reason)
        file.seek(0)
        return file


class AnswersForm(Form):
    """What a file leaves open: its columns, how it writes days, what it calls courses, whom rows without a number mean."""

    says_optional = False  # it may be sent with some of them open: their rows wait
    order = OneOf("How does this source write days?", choices=ORDERS, required=False)

    def __init__(
        self,
        *args: Any,
        viewer: Viewer,
        source: Any,
        headings: Sequence[str],
        columns: Mapping[str, str],
        courses: Sequence[AskedCourse],
        doubts: Sequence[Any],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.fields["order"].initial = source.date_order
        self.headings, self._courses, self._doubts = headings, courses, doubts
        there = [NO_COLUMN, *((heading, heading[:80]) for heading in dict.fromkeys(headings) if heading)]
        for field in FIELDS[source.holds]:
            needed = field in NEEDED[source.holds]
            self.fields[f"{COLUMN}{field}"] = Pick(field.label, choices=there, required=needed, initial=columns.get(field, ""))
        choices = [NOT_SAID, (LEAVE_OUT, "Leave its rows out"), *courses_to_pick(viewer)]
        for number, asked in enumerate(courses):
            label = f"“{asked.words}”, in {asked.rows:,} {'row' if asked.rows == 1 else 'rows'}, is"
            self.fields[f"{COURSE}{number}"] = Pick(label, choices=choices, required=False)
        for number, row in enumerate(doubts):
            at = f", {row.proposed.team.name}" if row.proposed.team else ""
            self.fields[f"{PERSON}{number}"] = Yes(f"Row {row.line} is about {row.proposed.name}{at} ({row.proposed.ref})")

    def open_fields(self) -> list[Any]:
        """The questions about what the file says."""
        return [field for field in self if not field.name.startswith(COLUMN)]

    def column_fields(self) -> list[Any]:
        """Which column holds what."""
        return [field for field in self if field.name.startswith(COLUMN)]

    def columns(self) -> dict[str, str]:
        """The heading each field stands under."""
        said = self.cleaned_data.items()
        return {name.removeprefix(COLUMN): value for name, value in said if name.startswith(COLUMN) and value}

    def courses(self) -> dict[str, str | None]:
        """What was said of courses: a reference, or none where rows are left out."""
        said = {asked.words: self.cleaned_data.get(f"{COURSE}{number}") for number, asked in enumerate(self._courses)}
        return {words: None if course == LEAVE_OUT else course for words, course in said.items() if course}

    def people(self) -> dict[str, str]:
        """Whom rows were said to be about: the learner by what stands in the file."""
        return {row.key: row.proposed.ref for number, row in enumerate(self._doubts) if self.cleaned_data.get(f"{PERSON}{number}")}


class WithdrawForm(Form):
    """Why a whole import is undone."""

    because = LongText("Why it is withdrawn", max_length=400)
    on = Day("Withdrawn on")


class LeftForm(Form):
    """That people whom a register does not name have left."""

    on = Day("Their last day", help_text="Where it differs, say it for one after another")
