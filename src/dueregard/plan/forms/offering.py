"""What the forms of section 3 offer to pick from, the version a page showed, and the two dates of an overview."""

from copy import copy
from datetime import date
from typing import Any

from django.forms import ValidationError

from dueregard.access.viewer import Viewer
from dueregard.organisations import queries as organisations
from dueregard.ui.fields import Day, Form, Hidden

Choices = list[tuple[str, str]]
UNCHOSEN = ("", "Choose")
OLD = "This page is too old to save from: open it again"


def offer(form: Form, field: str, choices: Choices) -> None:
    """Fill a list to pick from, and say in words what is wrong with a value that is not in it."""
    on: Any = form.fields[field]  # a field of ours, which has choices
    on.choices = choices
    on.error_messages["invalid_choice"] = f"Choose from the list: {str(on.label)[:1].lower()}{str(on.label)[1:]}"


def people(viewer: Viewer, *, nobody: str = "Choose") -> Choices:
    """The people of the area today."""
    return [("", nobody), *organisations.person_choices(viewer, on=viewer.today)]


def bodies(viewer: Viewer, *, nobody: str = "Choose") -> Choices:
    """The bodies of the area today."""
    return [("", nobody), *organisations.body_choices(viewer, on=viewer.today)]


def districts(viewer: Viewer, *, nobody: str) -> Choices:
    """The districts of the area today."""
    return [("", nobody), *organisations.districts_at(viewer, on=viewer.today, known=viewer.today).values_list("ref", "name")]


class SeenForm(Form):
    """A form that carries the version of the record the page showed."""

    seen = Hidden()

    def __init__(self, *args: Any, version: int, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.version = version
        self.fields["seen"].initial = version

    def clean_seen(self) -> int:
        """The version the page showed."""
        try:
            return int(self.cleaned_data["seen"])
        except ValueError:
            raise ValidationError(OLD) from None


def look_again(form: Form) -> None:
    """After a refusal the page shows the record as it is now, so the next attempt is judged by that."""
    if isinstance(form, SeenForm):
        typed: Any = copy(form.data)
        typed[form.add_prefix("seen")] = str(form.version)
        form.data = typed


class AsAtForm(Form):
    """As at which day, and known on which."""

    as_at = Day("As things stood on", required=False)
    known_on = Day("As far as was typed by", required=False)

    def chosen(self, today: date) -> tuple[date, date]:
        """The two dates asked for; today where none was, or where what was typed is not a date."""
        given = self.cleaned_data if self.is_bound and self.is_valid() else {}
        on = given.get("as_at") or today
        return on, given.get("known_on") or max(today, on)
