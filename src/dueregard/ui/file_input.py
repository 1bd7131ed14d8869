"""Where a file is chosen on a page, and what becomes of it when the form is refused."""

from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.html import format_html
from django.utils.safestring import SafeString


class NotChosenAgain(str):
    """The name of a file that was chosen before the form was refused, and not chosen again since."""


class FileInput(forms.FileInput):
    """Where a file is chosen. A refused page comes back without it, since no browser sends it twice, but still knows that it was there."""

    def render(self, name: str, value: Any, attrs: Any = None, renderer: Any = None) -> SafeString:
        """The field and, once a file was chosen, its name unseen."""
        shown = super().render(name, value, attrs, renderer)
        chosen = (
            format_html('<input type="hidden" name="{}-chosen" value="{}">', name, value.name) if isinstance(value, UploadedFile) else ""
        )
        return format_html("{}{}", shown, chosen)

    def value_from_datadict(self, data: Any, files: Any, name: str) -> Any:
        """The file or, where it was lost on the way, its name."""
        lost = data.get(f"{name}-chosen", "")
        return super().value_from_datadict(data, files, name) or (NotChosenAgain(lost) if lost else None)
