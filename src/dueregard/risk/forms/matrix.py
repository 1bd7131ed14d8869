"""What people type about the matrix."""

from typing import Any

from django.forms import ValidationError

from dueregard.risk.rules.matrix import SIZES, Band, Scale
from dueregard.ui.fields import Day, Form, LongText, Number, Pick

BAND_ASK = "Write each band as its lowest score, then its word, such as: 15 High"


class MatrixForm(Form):
    """The matrix from a day: a line for each step and each band."""

    size = Pick("Steps each way", choices=[(str(size), f"{size} by {size}") for size in SIZES])
    likelihood = LongText("Words for likelihood", rows=6, help_text="One on each line, lowest first")
    impact = LongText("Words for impact", rows=6, help_text="One on each line, lowest first")
    bands = LongText("Bands", rows=4, help_text="One on each line, lowest first: its lowest score, then its word")
    tolerance = Number("Highest score that is tolerated", help_text="A residual score above it is above tolerance")
    on = Day("From")
    because = LongText("Why", max_length=400, rows=2)

    def clean_bands(self) -> tuple[Band, ...]:
        """The bands, each from its line."""
        found = []
        for line in _lines(self.cleaned_data["bands"]):
            since, _, words = line.partition(" ")
            if not since.isdecimal() or len(since) > 3 or not words.strip():
                raise ValidationError(BAND_ASK)
            found.append(Band(words.strip(), int(since)))
        return tuple(found)

    @property
    def scale(self) -> Scale:
        """The matrix as a deed takes it."""
        said = self.cleaned_data
        return Scale(
            size=int(said["size"]),
            likelihood=_lines(said["likelihood"]),
            impact=_lines(said["impact"]),
            bands=said["bands"],
            tolerance=said["tolerance"],
        )


def said_of(scale: Scale) -> dict[str, Any]:
    """A matrix as the form shows it."""
    return {
        "size": str(scale.size),
        "likelihood": "\n".join(scale.likelihood),
        "impact": "\n".join(scale.impact),
        "bands": "\n".join(f"{band.since} {band.words}" for band in scale.bands),
        "tolerance": scale.tolerance,
    }


def _lines(text: str) -> tuple[str, ...]:
    return tuple(line.strip() for line in text.splitlines() if line.strip())
