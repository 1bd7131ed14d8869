"""What people type about returns: whom to ask for what, whom to chase, what came back."""

from collections.abc import Iterable, Sequence
from typing import Any

from dueregard.training.queries.return_asks import NOBODY, ToAsk
from dueregard.training.rules.courses import Subject
from dueregard.training.rules.returns import BodyStands, Figures, why_not_figure
from dueregard.ui.fields import Choices, Day, FilterForm, Form, Hidden, LongText, Number, Once, OneOf, Pick, SeenForm, Several

MAIL, OTHER_WAY = "mail", "other"
ALL, COMMISSIONED, PARTNERS = "", "commissioned", "partners"


class ReturnFilterForm(FilterForm):
    """Which bodies the list shows."""

    stands = Pick("How it stands", choices=[("", "However it stands"), *BodyStands.choices], required=False)
    which = Pick("Which bodies", choices=[(ALL, "All"), (PARTNERS, "Partners"), (COMMISSIONED, "Commissioned")], required=False)


class People(Number):
    """A number of people; thousands may be set off by commas."""

    def to_python(self, value: Any) -> Any:
        """The number, without the commas people set."""
        return super().to_python(value.replace(",", "").replace(" ", "") if isinstance(value, str) else value)


class AskForm(Form):
    """What is asked, and whom of each body."""

    says_optional = False

    as_at = Day("As at which day", help_text="How things stood on that day. For example, 30/9/2026")
    due = Day("Answer due by")
    subjects = Several("What to ask about", choices=Subject.choices)
    once = Once()

    def __init__(self, *args: Any, bodies: Sequence[ToAsk], chosen: str = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.bodies = bodies
        for row in bodies:
            self.fields[self.name(row)] = Pick(row.body.name, choices=_whom(row), required=False, help_text=_hint(row))
            if row.body.ref == chosen or (row.is_asked and not chosen):
                self.fields[self.name(row)].initial = row.last or NOBODY

    @staticmethod
    def name(row: ToAsk) -> str:
        """The field of a body."""
        return f"ask-{row.body.ref}"

    @property
    def about(self) -> list[Any]:
        """The fields on what is asked."""
        return [self[name] for name in ("as_at", "due", "subjects")]

    @property
    def whom(self) -> list[Any]:
        """The fields of the bodies."""
        return [self[self.name(row)] for row in self.bodies]

    @property
    def asked(self) -> dict[str, str | None]:
        """Whom to ask: bodies by reference, each with a person, or none where it is asked another way."""
        said = {row.body.ref: self.cleaned_data[self.name(row)] for row in self.bodies}
        return {ref: None if person == NOBODY else person for ref, person in said.items() if person}


def _whom(row: ToAsk) -> Choices:
    people = [
        (person.ref, person.name if person.email else f"{person.name} (no e-mail address: you hand the link over)") for person in row.people
    ]
    return [("", "Not asked"), *people, (NOBODY, "Asked another way, no link")]


def _hint(row: ToAsk) -> str:
    return "Its people’s own records are here: a return would count them twice" if row.has_records else ""


class ChaseForm(SeenForm):
    """How a body is asked again."""

    how = OneOf(
        "How", choices=[(MAIL, "By an e-mail with a fresh link, now"), (OTHER_WAY, "Another way: by telephone, in person, by letter")]
    )
    person = Pick("Who is sent the link", required=False)
    on = Day("When, if another way")

    def __init__(self, *args: Any, people: Iterable[Any], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offer("person", [("", "Nobody"), *((person.ref, person.name) for person in people)])


class ChaseAllForm(Form):
    """Everybody overdue is chased: nothing to fill in, a page to look at first."""

    sure = Hidden(initial="yes")


class EndAskForm(SeenForm):
    """Why a body is asked no more."""

    because = LongText(
        "Why", rows=2, max_length=400, help_text="For example: its contract ended. Everybody who sees the returns can read it"
    )
    on = Day("From")


class RevokeForm(Form):
    """Why a link is taken back."""

    because = LongText("Why", rows=2, required=False, max_length=400, help_text="For example: sent to the wrong person")


class FiguresForm(Form):
    """How many need each subject, and how many of them have had it."""

    says_optional = False
    said = LongText("Anything to add, if you like", rows=2, required=False, max_length=400, help_text="Please give nobody’s name")
    once = Once()

    def __init__(self, *args: Any, subjects: Sequence[Subject], before: Any = None, below_its_name: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.subjects = subjects
        said = self.fields.pop("said")
        for subject in subjects:
            words = subject.label
            self.fields[f"{subject.value}-in"] = People(f"{words}: how many need it", required=False, min_value=0)
            self.fields[f"{subject.value}-has"] = People(f"{words}: how many of them have had it", required=False, min_value=0)
            if below_its_name:  # the page says the subject above the two; what a refusal says still names it
                self.fields[f"{subject.value}-in"].label = "How many need it"
                self.fields[f"{subject.value}-has"].label = "How many of them have had it"
        for row in before.lines if before else ():  # a later answer takes the whole of an earlier one’s place
            if f"{row.subject}-in" in self.fields:
                self.fields[f"{row.subject}-in"].initial, self.fields[f"{row.subject}-has"].initial = row.in_scope, row.trained
        self.fields["said"] = said

    def clean(self) -> dict[str, Any]:
        """Both numbers of a subject, or neither; and never more trained than need it."""
        cleaned: dict[str, Any] = super().clean() or {}
        if not self.errors:
            for subject in self.subjects:
                self._both(subject)
            if not self.errors and not self.figures:
                self.add_error(f"{self.subjects[0].value}-in", "Fill in both numbers of one subject at least")
        return cleaned

    def _both(self, subject: Subject) -> None:
        need, has = (self.cleaned_data.get(f"{subject.value}-{end}") for end in ("in", "has"))
        if (need is None) != (has is None):
            empty = "in" if need is None else "has"
            self.add_error(f"{subject.value}-{empty}", f"{subject.label}: fill in both numbers, or leave both empty if you do not know")
        elif need is not None and has is not None and (wrong := why_not_figure(subject.value, need, has)):
            self.add_error(f"{subject.value}-has", wrong)

    @property
    def figures(self) -> Figures:
        """What was filled in, by subject."""
        pairs = {
            subject.value: (self.cleaned_data.get(f"{subject.value}-in"), self.cleaned_data.get(f"{subject.value}-has"))
            for subject in self.subjects
        }
        return {subject: (need, has) for subject, (need, has) in pairs.items() if need is not None and has is not None}


class ReturnForm(FiguresForm):
    """A return that came another way, for an ask."""

    on = Day("When it came")


class UnaskedForm(ReturnForm):
    """A return of a body that was not asked for it here."""

    body_ref = Pick("Body")
    as_at = Day("As at which day")

    field_order = ("body_ref", "as_at", "on")

    def __init__(self, *args: Any, bodies: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offer("body_ref", bodies)
