"""What people type about sessions: planning and holding one, who came, how confident people were, a certificate."""

from typing import Any

from django import forms
from django.conf import settings

from dueregard.access.viewer import Viewer
from dueregard.organisations.queries.picking import bodies, people
from dueregard.training.queries.attendance import KINDS
from dueregard.training.queries.courses import courses
from dueregard.training.queries.offered import documents_to_pick, requirable, teams_to_pick
from dueregard.training.queries.sessions import Which
from dueregard.training.rules.confidence import Number as Figured
from dueregard.training.rules.confidence import steps_said
from dueregard.training.rules.workforce import LearnerKind
from dueregard.ui.fields import Day, Figure, File, FilterForm, Form, LongText, Number, Once, OneOf, Pick, SeenForm, Text, TimeOfDay

MOST_LIST_BYTES = 5 * 1024 * 1024
KEPT = "PDF, Word, PNG, JPEG or another file the documents register keeps; at most {most} MB. Its name is not kept"
COUNTS, PERCENT = "counts", "percent"
ONLY_PERCENT = "With percentages, where the document says it"
BEFORE, AFTER = "before_", "after_"


class SessionFilterForm(FilterForm):
    """Which sessions are shown."""

    which = Pick("Show", choices=Which.choices, required=False)
    course = Pick("Course", required=False)

    def __init__(self, *args: Any, viewer: Viewer, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offer("course", [("", "Every course"), *courses(viewer).values_list("ref", "title")])

    def asked(self) -> dict[str, str]:
        """What was asked; all of them where nothing was, or what is not offered."""
        said = self.cleaned_data if self.is_bound and self.is_valid() else {}
        return {name: said.get(name, "") for name in ("which", "course")}


class SessionForm(Form):
    """A session to be held, or one that was."""

    course = Pick("Course")
    day = Day("Day")
    starts = TimeOfDay("From", required=False)
    ends = TimeOfDay("To", required=False, help_text="")
    audience = Text("For whom", help_text="For example, teachers of secondary schools, or all elected members")
    place = Text("Where", required=False, max_length=160, help_text="For example, Town hall, or online")
    places = Number("Places", required=False, min_value=1, max_value=30_000)
    person = Pick("Who gives it", required=False)
    body = Pick("Jointly with", required=False)
    once = Once()

    def __init__(self, *args: Any, viewer: Viewer, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offer("course", requirable(viewer))
        self.offer("person", people(viewer, nobody="Not said"))
        self.offer("body", bodies(viewer, nobody="Nobody"))


class GivesForm(Form):
    """Who gives a session, or with whom it is given."""

    person = Pick("A person who gives it", required=False)
    body = Pick("A body it is joint with", required=False)

    def __init__(self, *args: Any, viewer: Viewer, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offer("person", people(viewer, nobody="None"))
        self.offer("body", bodies(viewer, nobody="None"))


class HeldForm(SeenForm):
    """A session took place."""

    on = Day("Held on")
    came = Number(
        "How many came",
        required=False,
        min_value=0,
        max_value=30_000,
        help_text="Where only the number is known. Who came is recorded afterwards",
    )


class MoveForm(SeenForm):
    """Another day, time or place."""

    day = Day("Day of the session")
    starts = TimeOfDay("From", required=False)
    ends = TimeOfDay("To", required=False, help_text="")
    place = Text("Where", required=False, max_length=160, help_text="For example, Town hall, or online")
    because = Text("Why it moves", max_length=400, help_text="Nobody’s name")


class CancelForm(SeenForm):
    """A session does not take place."""

    because = Text("Why", max_length=400, help_text="Nobody’s name")
    on = Day("Cancelled on")


class WhoseForm(FilterForm):
    """Whose learners are shown to be ticked."""

    whose = Pick("Learners of", required=False)

    def __init__(self, *args: Any, viewer: Viewer, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        kinds = [(f"{KINDS}{kind.value}", f"Every team: {kind.label.lower()}") for kind in LearnerKind if kind is not LearnerKind.STAFF]
        self.offer("whose", [*teams_to_pick(viewer), *kinds])

    def asked(self) -> str:
        """Whose; nobody’s where nothing was asked."""
        return str(self.cleaned_data["whose"]) if self.is_bound and self.is_valid() else ""


class _ListForm(Form):
    """A list of those who came."""

    body = Pick(
        "Whose people they are", required=False, help_text="Employee numbers are one body’s: choose it where two bodies give the same"
    )

    def __init__(self, *args: Any, viewer: Viewer, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offer("body", bodies(viewer, nobody="Any body’s"))


class PastedForm(_ListForm):
    """A pasted list."""

    lines = LongText(
        "Employee numbers or e-mail addresses",
        rows=10,
        max_length=100_000,
        help_text="One person a line. Names beside them are passed over; references such as LN-12 are read too",
    )


class ListFileForm(_ListForm):
    """An attendance list as a file."""

    file = File(
        "Attendance list", help_text="CSV or Excel (.xlsx) with a column of employee numbers or e-mails; at most 5 MB. It is not kept"
    )

    def clean_file(self) -> Any:
        """The list, refused unread where it is too large."""
        upload = self.cleaned_data["file"]
        if upload.size > MOST_LIST_BYTES:
            raise forms.ValidationError("The file is larger than 5 MB: leave out what is not needed")
        return upload


class ConfidenceForm(Form):
    """How confident people said they were, before and after."""

    says_optional = False  # most of it may be: either time, each step, and all that goes with percentages

    asked = Text("What they were asked", initial="How confident are you in your knowledge of Prevent?")
    given = OneOf("What is given", choices=[(COUNTS, "How many answered each"), (PERCENT, "Percentages, as a document published them")])
    base_before = Number("Of how many answers before", required=False, min_value=1, help_text=ONLY_PERCENT)
    base_after = Number("Of how many answers after", required=False, min_value=1, help_text=ONLY_PERCENT)
    document = Pick("The document the percentages were published in", required=False)
    on = Day("Asked on")

    def __init__(self, *args: Any, viewer: Viewer, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offer("document", documents_to_pick(viewer))
        for start, when in ((BEFORE, "before"), (AFTER, "after")):
            for number, words in enumerate(steps_said()):
                label = f"{words}, {when}"
                self.fields[f"{start}{number}"] = Figure(label, required=False, min_value=0, max_digits=7, decimal_places=1)

    def steps_of(self, start: str) -> list[Any]:
        """The four fields of one time."""
        return [self[f"{start}{number}"] for number in range(len(steps_said()))]

    def answers(self) -> dict[str, Any]:
        """What was typed, as the deed takes it: a time with nothing in it was not asked, a step left empty among others is nobody."""
        said = self.cleaned_data
        plain = ("asked", "base_before", "base_after", "document", "on")
        return {name: said[name] for name in plain} | {
            "before": self._numbers(BEFORE),
            "after": self._numbers(AFTER),
            "is_percent": said["given"] == PERCENT,
        }

    def _numbers(self, start: str) -> list[Figured]:
        typed = [self.cleaned_data[f"{start}{number}"] for number in range(len(steps_said()))]
        if all(one is None for one in typed):
            return []
        return [0 if one is None else int(one) if one == int(one) else float(one) for one in typed]


class CertificateForm(Form):
    """A file that shows a completion."""

    file = File("Certificate", help_text=KEPT.format(most=settings.MOST_FILE_BYTES // (1024 * 1024)))
    on = Day("It came on")

    def clean_file(self) -> Any:
        """The file, refused unread where it is too large."""
        upload = self.cleaned_data["file"]
        if upload.size > settings.MOST_FILE_BYTES:
            raise forms.ValidationError(f"The file is larger than {settings.MOST_FILE_BYTES // (1024 * 1024)} MB")
        return upload


class WhyForm(Form):
    """Why something is withdrawn."""

    because = Text("Why", max_length=400, help_text="Nobody’s name")
    on = Day("Said on")


class DayForm(Form):
    """The day something is said on."""

    on = Day("Said on")
