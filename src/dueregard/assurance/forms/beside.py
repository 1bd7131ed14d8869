"""What people type about those outside: the Home Office's view, a reviewer."""

from datetime import date, datetime
from typing import Any

from django.forms import ValidationError

from dueregard.access.viewer import Viewer
from dueregard.assurance.rules.contents import RoundContents
from dueregard.assurance.rules.judging import Outcome
from dueregard.documents import queries as documents
from dueregard.ui.fields import Day, Email, Form, LongText, Pick, Text

ASKED = "One a line, with the day it is due first: 31/3/2027 Briefing for every new councillor"


class HomeOfficeForm(Form):
    """The letter, what it says section by section, what it asks for."""

    on = Day("Received on")
    letter = Pick("The letter, in the register", required=False)
    says = LongText("What it says, in a few sentences")
    asked = LongText("What it asks for", required=False, help_text=ASKED)

    def __init__(self, *args: Any, viewer: Viewer, contents: RoundContents, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offer("letter", [("", "Not in the register"), *documents.pickable(viewer)])
        self.criteria = [section.id for section in contents.sections if section.lines]
        outcomes = [("", "It does not say"), *((f"outcome:{value}", label) for value, label in Outcome.choices)]
        ratings = [(f"score:{rating.value}", f"Scored {rating.words}") for rating in contents.scale.ratings] if contents.scale else []
        for section in contents.sections:
            if section.lines:
                self.fields[f"found_{section.id}"] = Pick(f"{section.id} {section.title}", [*outcomes, *ratings], required=False)
        unmet = [("", "None"), *((line.id, f"{line.id} {line.says}") for section in contents.sections for line in section.lines)]
        self.fields["unmet"] = Lines(
            "Lines it names as unmet", required=False, help_text="Their numbers, such as 1.g3, 1.b2", known=dict(unmet)
        )

    def found(self) -> list[tuple[str, str, str]]:
        """Criterion, outcome and score for each thing the letter says something of."""
        rows = []
        for criterion in self.criteria:
            kind, _, value = self.cleaned_data[f"found_{criterion}"].partition(":")
            if value:
                rows.append((criterion, value if kind == "outcome" else "", value if kind == "score" else ""))
        said = {criterion for criterion, _, _ in rows}
        return [*rows, *((line, Outcome.UNMET.value, "") for line in self.cleaned_data["unmet"] if line not in said)]

    def clean_asked(self) -> list[tuple[str, date]]:
        """Each line as words and a day."""
        rows = []
        for line in filter(None, map(str.strip, self.cleaned_data["asked"].splitlines())):
            day, _, words = line.partition(" ")
            due = _day(day)
            if due is None or not words.strip():
                raise ValidationError(f"Begin each line with the day it is due, such as 31/3/2027, then what is asked: {line[:60]}")
            rows.append((words.strip(), due))
        return rows


def _day(written: str) -> date | None:
    try:
        return datetime.strptime(written, "%d/%m/%Y").date()
    except ValueError:
        return None


class Lines(Text):
    """Ids of lines, with commas or spaces between."""

    def __init__(self, label: str, *, known: dict[str, str], **options: Any) -> None:
        super().__init__(label, **options)
        self.known = known

    def clean(self, value: Any) -> Any:
        """The ids as a list; one that is not a line is named."""
        ids = str(super().clean(value)).replace(",", " ").split()
        for each in ids:
            if each not in self.known:
                raise ValidationError(f"{each} is not a line of this round")
        return list(dict.fromkeys(ids))


class ReviewerForm(Form):
    """A named person from outside."""

    name = Text("Their name", max_length=120)
    body = Text("Whom they review for", max_length=160, help_text="For example, the Home Office, or a neighbouring council")
    email = Email("Their e-mail address")
    until = Day("The last day they may read it", help_text="Their access ends by itself on this day")
