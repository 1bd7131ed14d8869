"""What forms offer to pick from, and the version a page showed."""

from copy import copy
from typing import Any
from uuid import UUID

from django.forms import ValidationError

from dueregard.access.viewer import Viewer
from dueregard.organisations import queries as organisations
from dueregard.partnership import queries
from dueregard.partnership.rules.groups import Sector
from dueregard.ui.fields import Form, Hidden

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


def posts(viewer: Viewer) -> Choices:
    """The posts of the area today."""
    return [("", "None, or not known"), *organisations.post_choices(viewer, on=viewer.today)]


def groups(viewer: Viewer, *, nobody: str, but: str = "") -> Choices:
    """The groups of the area, but one."""
    return [("", nobody), *queries.groups(viewer).exclude(ref=but).values_list("ref", "name")]


def seat_words(seat: Any) -> str:
    """A seat as a list to pick from says it."""
    sector = Sector(seat.sector).label if seat.sector else seat.get_kind_display()
    return f"{seat.body.name}: {sector[:1].lower()}{sector[1:]} ({seat.ref})"


def seats(viewer: Viewer, group: UUID, *, nobody: str = "Choose") -> Choices:
    """The seats of a group today."""
    held = queries.seats(viewer, on=viewer.today).filter(group=group)
    return [("", nobody), *((seat.ref, seat_words(seat)) for seat in held)]


class ConductForm(Form):
    """A form that asks why and who agreed, only where conduct asks for it."""

    def leave_out_why(self) -> None:
        """Do not ask why, unless somebody has said why already."""
        if not any(self.data.get(self.add_prefix(name)) for name in ("because", "agreed_by")):
            for name in ("because", "agreed_by"):
                del self.fields[name]


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
