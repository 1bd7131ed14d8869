"""Filling the choices of a form's fields once the viewer is known."""

from collections.abc import Sequence
from typing import Any

from dueregard.ui.fields import Form


def offer(form: Form, **choices: Sequence[tuple[str, str]]) -> None:
    """Give each named field what there is to choose from."""
    for name, offered in choices.items():
        field: Any = form.fields[name]
        field.choices = list(offered)
