"""What people type about returns: whom to ask for what, whom to chase, what came back."""

from collections.abc import Iterable, Sequence
from typing import Any

from dueregard.training.queries.return_asks import NOBODY, ToAsk
from dueregard.training.rules.courses import Subject
from dueregard.training.rules.levels import LEVELS, WHOLE, Figures, figures_of
from dueregard.training.rules.returns import BodyStands, why_not_figure
from dueregard.training.rules.workforce import Tier
from dueregard.ui.fields import Choices, Day, FilterForm, Form, Hidden, LongText, Number, Once, OneOf, Pick, SeenForm, Several

MAIL, OTHER_WAY = "mail", "other"
NEED, HAS = "in", "has"  # the two numbers of a line
TOGETHER, BY_LEVEL = "together", "level"
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
    count = OneOf(
        "How they count their people",
        choices=[(TOGETHER, "All staff together"), (BY_LEVEL, "By level: operational, managerial and strategic")],
        initial=TOGETHER,
        help_text="By level takes them longer. A body that cannot tell its levels apart may still answer for all staff together",
    )
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
        return [self[name] for name in ("as_at", "due", "subjects", "count")]

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
    """How many need each subject, and how many of them have had it: of all staff together, or level by level."""

    says_optional = False
    said = LongText("Anything to add, if you like", rows=2, required=False, max_length=400, help_text="Please give nobody’s name")
    once = Once()

    def __init__(self, *args: Any, subjects: Sequence[Subject], before: Any = None, is_by_level: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.subjects = subjects
        self.levels: tuple[Tier | None, ...] = LEVELS if is_by_level else (None,)
        said = self.fields.pop("said")
        for subject, level in self._lines():
            words = f"{subject.label}, {level.label.lower()}" if level else subject.label
            self.fields[_name(subject, level, NEED)] = People(f"{words}: how many need it", required=False, min_value=0)
            self.fields[_name(subject, level, HAS)] = People(f"{words}: how many of them have had it", required=False, min_value=0)
        for row in before.lines if before else ():  # a later answer takes the whole of an earlier one’s place
            need, has = (f"{'-'.join(filter(None, (row.subject, row.level)))}-{end}" for end in (NEED, HAS))
            if need in self.fields:
                self.fields[need].initial, self.fields[has].initial = row.in_scope, row.trained
        self.fields["said"] = said

    def _lines(self) -> list[tuple[Subject, Tier | None]]:
        return [(subject, level) for subject in self.subjects for level in self.levels]

    @property
    def about(self) -> list[Any]:
        """The fields before the figures."""
        of_figures = {name for line in self._lines() for name in (_name(*line, NEED), _name(*line, HAS))}
        return [field for field in self.visible_fields() if field.name not in of_figures and field.name != "said"]

    @property
    def asked(self) -> list[tuple[Subject, list[tuple[Tier | None, Any, Any]]]]:
        """The fields of the figures, by subject and level."""
        return [
            (subject, [(level, self[_name(subject, level, NEED)], self[_name(subject, level, HAS)]) for level in self.levels])
            for subject in self.subjects
        ]

    def clean(self) -> dict[str, Any]:
        """Both numbers of a line, every level of a subject, or nothing of it; and never more trained than need it."""
        cleaned: dict[str, Any] = super().clean() or {}
        if not self.errors:
            for subject, level in self._lines():
                self._both(subject, level)
            if not self.errors and not self.figures:
                self.add_error(
                    _name(*self._lines()[0], NEED), f"Fill in {'both' if None in self.levels else 'all'} numbers of one subject at least"
                )
        return cleaned

    def _pair(self, subject: Subject, level: Tier | None) -> tuple[int | None, int | None]:
        return self.cleaned_data.get(_name(subject, level, NEED)), self.cleaned_data.get(_name(subject, level, HAS))

    def _both(self, subject: Subject, level: Tier | None) -> None:
        need, has = self._pair(subject, level)
        words = f"{subject.label}, {level.label.lower()}" if level else subject.label
        is_begun = any(number is not None for each in self.levels for number in self._pair(subject, each))
        if need is not None and has is not None:
            if wrong := why_not_figure(subject.value, need, has, level=level.label if level else ""):
                self.add_error(_name(subject, level, HAS), wrong)
        elif need is not None or has is not None:
            empty = NEED if need is None else HAS
            leave = f"leave all of {subject.label.lower()} empty" if level else "leave both empty"
            self.add_error(_name(subject, level, empty), f"{words}: fill in both numbers, or {leave} if you do not know")
        elif is_begun:
            self.add_error(
                _name(subject, level, NEED), f"{words}: fill it in, 0 where nobody is, or leave all of {subject.label.lower()} empty"
            )

    @property
    def figures(self) -> Figures:
        """What was filled in, by subject."""
        found: list[tuple[str, str, int, int]] = []
        for subject, level in self._lines():
            need, has = self._pair(subject, level)
            if need is not None and has is not None:
                found.append((subject.value, level.value if level else WHOLE, need, has))
        return figures_of(found)


def counts_by_level(wanted: str | None, *, is_asked: bool, before: Any) -> bool:
    """Whether a page asks for figures by level: as the reader chose, otherwise as they were given before, otherwise as they are asked."""
    if wanted in {TOGETHER, BY_LEVEL}:
        return wanted == BY_LEVEL
    return any(row.level for row in before.lines) if before else is_asked


def _name(subject: Subject, level: Tier | None, end: str) -> str:
    """The field of a number."""
    return f"{subject.value}-{level.value}-{end}" if level else f"{subject.value}-{end}"


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
