"""The fields our forms are made of: each knows its GOV.UK component. Forms are plain Forms of these."""

from collections.abc import Iterable
from copy import copy
from typing import Any
from uuid import uuid4

from django import forms
from django.core.files.uploadedfile import UploadedFile

from dueregard.ui.as_written import DAY_FORMATS, TIME_FORMATS, day_in_parts, time_of_the_clock
from dueregard.ui.file_input import FileInput, NotChosenAgain

Choices = list[tuple[str, str]]  # what there is to pick from: each value, and its words
UNCHOSEN = ("", "Choose")
DAY_HINT = "For example, 27/3/2026"
TOO_OLD = "This page is too old to save from: open it again"


class Text(forms.CharField):
    """One line of words."""

    kind, inline = "text", False

    def __init__(self, label: str, *, width: str = "", **options: Any) -> None:
        classes = f"govuk-input {f'govuk-input--width-{width}' if width else ''}".strip()
        options.setdefault("max_length", 200)
        super().__init__(label=label, widget=forms.TextInput(attrs={"class": classes}), **_said(options, label))


class LongText(forms.CharField):
    """A few sentences."""

    kind, inline = "textarea", False

    def __init__(self, label: str, *, rows: int = 3, **options: Any) -> None:
        options.setdefault("max_length", 8000)
        super().__init__(label=label, widget=forms.Textarea(attrs={"class": "govuk-textarea", "rows": rows}), **_said(options, label))


class Day(forms.DateField):
    """A date, typed as people write dates: 27/3/2026, 27.3.26, 27 March 2026, Fri 27th Mar 2026. A phone's pad of digits has no stroke."""

    kind, inline = "text", False

    def __init__(self, label: str, **options: Any) -> None:
        options.setdefault("help_text", DAY_HINT)
        super().__init__(
            label=label,
            input_formats=DAY_FORMATS,
            widget=forms.DateInput(format="%d/%m/%Y", attrs={"class": "govuk-input govuk-input--width-10"}),
            **_said(options, label, invalid=f"Write the date as day, month and year, such as 27/3/2026: {_low(label)}"),
        )

    def to_python(self, value: Any) -> Any:
        """The day, whatever stands between its parts; a year that no work of ours lies in is a slip."""
        day = super().to_python(day_in_parts(value) if isinstance(value, str) else value)
        if day and not 1900 <= day.year < 2200:
            raise forms.ValidationError(f"Check the year: {day.year} cannot be right")
        return day


class TimeOfDay(forms.TimeField):
    """A time of day."""

    kind, inline = "text", False

    def __init__(self, label: str, **options: Any) -> None:
        options.setdefault("help_text", "For example, 10:30")
        super().__init__(
            label=label,
            input_formats=TIME_FORMATS,
            widget=forms.TimeInput(format="%H:%M", attrs={"class": "govuk-input govuk-input--width-5"}),
            **_said(options, label, invalid=f"Write the time with hours and minutes, such as 10:30: {_low(label)}"),
        )

    def to_python(self, value: Any) -> Any:
        """The time, however the am and pm are set; noon is a time too."""
        return super().to_python(time_of_the_clock(value) if isinstance(value, str) else value)


class Number(forms.IntegerField):
    """A whole number."""

    kind, inline = "text", False

    def __init__(self, label: str, **options: Any) -> None:
        super().__init__(
            label=label,
            widget=forms.TextInput(attrs={"class": "govuk-input govuk-input--width-5", "inputmode": "numeric"}),
            **_said(options, label, invalid=f"Write a whole number: {_low(label)}"),
        )


class Figure(forms.DecimalField):
    """A number that may have two decimals; thousands may be set off by commas."""

    kind, inline = "text", False

    def __init__(self, label: str, **options: Any) -> None:
        options = {"max_digits": 14, "decimal_places": 2, **options}
        wrong = "Write a number, such as 12 or 12.5"
        super().__init__(
            label=label,
            widget=forms.TextInput(attrs={"class": "govuk-input govuk-input--width-10", "inputmode": "decimal"}),
            **_said(
                options, label, invalid=wrong, max_digits=wrong, max_whole_digits=wrong, max_decimal_places="Write at most two decimals"
            ),
        )

    def to_python(self, value: Any) -> Any:
        """The number, without the commas people set."""
        return super().to_python(value.replace(",", "").strip("£ ") if isinstance(value, str) else value)


class Email(forms.EmailField):
    """An e-mail address."""

    kind, inline = "text", False

    def __init__(self, label: str, **options: Any) -> None:
        attrs = {"class": "govuk-input govuk-input--width-20", "autocomplete": "off", "spellcheck": "false"}
        wrong = f"Write an e-mail address, such as name@council.example: {_low(label)}"
        super().__init__(label=label, widget=forms.EmailInput(attrs=attrs), **_said(options, label, invalid=wrong))


class OneOf(forms.ChoiceField):
    """One of a few, all in view: radios."""

    kind = "radios"

    def __init__(self, label: str, choices: Any, *, inline: bool = False, **options: Any) -> None:
        self.inline = inline
        widget = forms.RadioSelect(attrs={"class": "govuk-radios__input"})
        super().__init__(label=label, choices=choices, widget=widget, **_of_a_list(options, label))


class Pick(forms.ChoiceField):
    """One of many: a list to pick from. The form fills its choices from the viewer's queries."""

    kind, inline = "select", False

    def __init__(self, label: str, choices: Any = (), **options: Any) -> None:
        widget = forms.Select(attrs={"class": "govuk-select"})
        super().__init__(label=label, choices=choices, widget=widget, **_of_a_list(options, label))


class Several(forms.MultipleChoiceField):
    """Any of several: checkboxes."""

    kind, inline = "checkboxes", False

    def __init__(self, label: str, choices: Any = (), **options: Any) -> None:
        widget = forms.CheckboxSelectMultiple(attrs={"class": "govuk-checkboxes__input"})
        super().__init__(label=label, choices=choices, widget=widget, **_of_a_list(options, label))


class Yes(forms.BooleanField):
    """One box to tick."""

    kind, inline = "checkbox", False

    def __init__(self, label: str, **options: Any) -> None:
        options.setdefault("required", False)
        super().__init__(
            label=label,
            widget=forms.CheckboxInput(attrs={"class": "govuk-checkboxes__input"}),
            **_said(options, label, required=f"Tick “{label}”"),
        )


class File(forms.FileField):
    """A file to bring in."""

    kind, inline = "file", False

    def __init__(self, label: str, **options: Any) -> None:
        super().__init__(
            label=label,
            widget=FileInput(attrs={"class": "govuk-file-upload"}),
            **_said(
                options,
                label,
                required=f"Choose a file for “{label}”",
                empty="The file is empty",
                max_length="The name of the file is too long",
            ),
        )

    def bound_data(self, data: Any, initial: Any) -> Any:
        """What was chosen, so that a refused page knows of it."""
        return data or initial

    def clean(self, data: Any, initial: Any = None) -> Any:
        """The file; one that was lost on the way is asked for once more, before anything goes on without it."""
        if isinstance(data, NotChosenAgain) and not self.required:
            raise forms.ValidationError(f"{data} is missing: choose it again, or press the button once more to go on without it")
        return super().clean(None if isinstance(data, NotChosenAgain) else data, initial)


class Hidden(forms.CharField):
    """What the page must send back unseen: a version, a one-time key."""

    kind, inline = "hidden", False

    def __init__(self, **options: Any) -> None:
        super().__init__(widget=forms.HiddenInput, **options)


class Once(forms.UUIDField):
    """The one-time key of a creating form: the second post shows the first result."""

    kind, inline = "hidden", False

    def __init__(self) -> None:
        super().__init__(widget=forms.HiddenInput, initial=uuid4, error_messages={"required": TOO_OLD, "invalid": TOO_OLD})


class Form(forms.Form):
    """A plain form as we use it: no browser validation, every message a sentence of ours."""

    use_required_attribute = False
    says_optional = True  # a field that may be left empty is called optional, unless all of them may

    def offer(self, name: str, choices: Iterable[tuple[str, Any]]) -> None:
        """Say what a list to pick from holds, as the form is made."""
        field = self.fields[name]
        if not isinstance(field, forms.ChoiceField):
            raise TypeError(f"{name} is nothing to pick from")
        field.choices = list(choices)

    def ask_again_for_files(self) -> None:
        """After a refusal: what was typed comes back with the page, a chosen file does not."""
        for name in self.fields:
            chosen = self[name].value()
            if isinstance(chosen, UploadedFile) and name not in self.errors:
                self.add_error(name, f"Choose the file again: {chosen.name} did not come back with this page")

    def look_again(self) -> None:
        """After a refusal: a plain form carries nothing of the record that might have changed."""


class FilterForm(Form):
    """What a list is to show: every field may be left alone."""

    says_optional = False


class SeenForm(Form):
    """A form that carries the version of the record the page showed."""

    seen = Hidden()

    def __init__(self, *args: Any, version: int, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.version = version
        self.fields["seen"].initial = version
        self.fields["seen"].error_messages["required"] = TOO_OLD

    def clean_seen(self) -> int:
        """The version the page showed."""
        try:
            return int(self.cleaned_data["seen"])
        except ValueError:
            raise forms.ValidationError(TOO_OLD) from None

    def look_again(self) -> None:
        """After a refusal the page shows the record as it is now, so the next attempt is judged by that."""
        typed: Any = copy(self.data)
        typed[self.add_prefix("seen")] = str(self.version)
        self.data = typed


def _low(label: str) -> str:
    return label[:1].lower() + label[1:]


def _of_a_list(options: dict[str, Any], label: str) -> dict[str, Any]:
    return _said(options, label, required=f"Choose an answer for “{label}”", invalid_choice=f"Choose from the list for “{label}”")


def _said(options: dict[str, Any], label: str, **messages: str) -> dict[str, Any]:
    """Options with an error message in words for an empty field, and whatever else a field says."""
    low = _low(label)
    words = {
        "required": f"Fill in “{label}”",
        "max_length": f"Write at most %(limit_value)d characters, not %(show_value)d: {low}",
        "min_value": f"Write %(limit_value)s or more: {low}",
        "max_value": f"Write %(limit_value)s at most: {low}",
        "null_characters_not_allowed": f"Take out what is no letter or figure: {low}",
        **messages,
        **options.pop("error_messages", {}),
    }
    return {**options, "error_messages": words}
