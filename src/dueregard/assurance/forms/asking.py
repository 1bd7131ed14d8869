"""As at which day, known on which; and the number an area expects instead of ours."""

from typing import Any

from django import forms

from dueregard.guidance import catalogue
from dueregard.ui import as_at
from dueregard.ui.fields import Day, Form, LongText, Pick


class AsAtForm(as_at.AsAtForm):
    """The framework, and the two dates of a finding."""

    framework = Pick("Against", required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offer("framework", [(each.id, each.title) for each in catalogue.frameworks()])

    @property
    def chosen_framework(self) -> str:
        """The framework asked for; the toolkit where none was."""
        asked = self.data.get("framework", "") if self.is_bound else ""
        return str(asked) if asked in catalogue.framework_ids() else "toolkit-2024"


class ExpectationForm(Form):
    """Another number than ours, from a day on."""

    value = forms.FloatField()
    on = Day("From which date")
    because = LongText("Why the area expects another number", max_length=400)

    def __init__(self, *args: Any, was: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["value"] = NumberWithDecimals("The number expected instead", help_text=f"Ours is {was}")


class NumberWithDecimals(forms.FloatField):
    """A number, perhaps with a decimal point."""

    kind, inline = "text", False

    def __init__(self, label: str, **options: Any) -> None:
        widget = forms.TextInput(attrs={"class": "govuk-input govuk-input--width-5", "inputmode": "decimal"})
        words = {"required": "Give the number", "invalid": "Write a number, such as 9 or 0.5"}
        super().__init__(label=label, widget=widget, error_messages=words, **options)
