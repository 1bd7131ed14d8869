"""The matrix risks are scored on: its steps, bands and tolerance, the five by five of an area without one, what can be scored."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from yaml import safe_load

SIZES = range(3, 7)  # three by three to six by six: what councils' registers use
BANDS = range(2, 6)
SHADES = 3  # greys of the heat map: lightest for the lowest band, darkest for the highest
WORDS_MOST = 40  # characters of a label


@dataclass(frozen=True)
class Band:
    """Scores of one kind: the word for them, and the lowest of them."""

    words: str
    since: int


@dataclass(frozen=True, kw_only=True)
class Scale:
    """A matrix: so many steps of likelihood and as many of impact, a word for each, bands, and the highest score tolerated."""

    size: int
    likelihood: tuple[str, ...]
    impact: tuple[str, ...]
    bands: tuple[Band, ...]
    tolerance: int
    on: date | None = None  # none: nobody has set it, it is the default
    because: str = ""

    @property
    def most(self) -> int:
        """The highest score there is."""
        return self.size * self.size

    @property
    def says(self) -> str:
        """Which matrix it is."""
        return f"{self.size} by {self.size}"

    def band(self, score: int) -> Band:
        """The band a score is in."""
        return max((band for band in self.bands if band.since <= score), key=lambda band: band.since, default=self.bands[0])

    def shade(self, score: int) -> int:
        """The grey of a score: 0, 1 or 2, by its band."""
        order = sorted(self.bands, key=lambda band: band.since)
        return round(order.index(self.band(score)) * (SHADES - 1) / max(len(order) - 1, 1))

    def is_above(self, score: int) -> bool:
        """Whether a score is above tolerance."""
        return score > self.tolerance

    def is_alike(self, other: "Scale") -> bool:
        """Whether scores on this matrix and on another mean the same: everything but the day and the reason."""
        return self is other or _means(self) == _means(other)


def _means(scale: Scale) -> tuple[object, ...]:
    return scale.size, scale.likelihood, scale.impact, scale.bands, scale.tolerance


def _default() -> Scale:
    read = safe_load((Path(__file__).parents[1] / "matrix.yaml").read_text(encoding="utf-8"))
    return Scale(
        size=read["size"],
        likelihood=tuple(read["likelihood"]),
        impact=tuple(read["impact"]),
        bands=tuple(Band(**band) for band in read["bands"]),
        tolerance=read["tolerance"],
    )


DEFAULT = _default()


@dataclass(frozen=True)
class Score:
    """A likelihood and an impact on the matrix they were given on."""

    likelihood: int
    impact: int
    scale: Scale = DEFAULT
    on: date | None = None

    @property
    def product(self) -> int:
        """Likelihood times impact."""
        return self.likelihood * self.impact

    @property
    def is_above(self) -> bool:
        """Whether it is above what its own matrix tolerates."""
        return self.scale.is_above(self.product)

    @property
    def band(self) -> str:
        """The word for it on its own matrix."""
        return self.scale.band(self.product).words

    @property
    def sum(self) -> str:
        """How it comes about: 4 × 3."""
        return f"{self.likelihood} × {self.impact}"

    @property
    def words(self) -> str:
        """Its steps in the words of its matrix."""
        return f"{self.scale.likelihood[self.likelihood - 1]}, {self.scale.impact[self.impact - 1].lower()}"


Steps = tuple[int | None, int | None]  # likelihood and impact
UNSCORED: Steps = (None, None)


@dataclass(frozen=True, kw_only=True)
class Scores:
    """The scores a review gives, each a likelihood and an impact; one not given stays as it was."""

    inherent: Steps = UNSCORED
    residual: Steps = UNSCORED
    target: Steps = UNSCORED


def why_not_score(scale: Scale, *, likelihood: int | None, impact: int | None, what: str) -> str | None:
    """The reason a score cannot be given: only half of it is there, or it is outside the matrix."""
    if likelihood is None and impact is None:
        return None
    if likelihood is None or impact is None:
        return f"Give both the likelihood and the impact of the {what} score, or neither"
    for side, step in (("likelihood", likelihood), ("impact", impact)):
        if not 1 <= step <= scale.size:
            return f"The {side} of the {what} score is {step}, and the matrix in force goes from 1 to {scale.size}"
    return None


def why_not_set(scale: Scale, *, on: date, last: date | None) -> str | None:
    """The reason a matrix cannot be set: its steps, bands or tolerance do not fit each other, or a later one is there already."""
    if scale.size not in SIZES:
        return f"A matrix has {SIZES[0]} to {SIZES[-1]} steps each way, not {scale.size}"
    if last is not None and on < last:
        return "A matrix set on a later day is there already: a new one is dated on or after it"
    reasons = (_labels(scale.likelihood, "likelihood", scale.size), _labels(scale.impact, "impact", scale.size), _bands(scale))
    if reason := next(filter(None, reasons), None):
        return reason
    if not 1 <= scale.tolerance < scale.most:
        return f"The highest score tolerated is between 1 and {scale.most - 1}: above {scale.most - 1} nothing could ever be above it"
    return None


def _labels(words: Sequence[str], side: str, size: int) -> str | None:
    if len(words) != size:
        return f"Give {size} words for {side}, one for each step: there are {len(words)}"
    if len({word.casefold() for word in words}) != size:
        return f"Each step of {side} needs a word of its own"
    if any(not word.strip() or len(word) > WORDS_MOST for word in words):
        return f"A word for a step of {side} has 1 to {WORDS_MOST} characters"
    return None


def _bands(scale: Scale) -> str | None:
    if len(scale.bands) not in BANDS:
        return f"A matrix has {BANDS[0]} to {BANDS[-1]} bands, not {len(scale.bands)}"
    lowest = [band.since for band in scale.bands]
    if lowest[0] != 1 or lowest != sorted(set(lowest)) or lowest[-1] > scale.most:
        return f"Bands rise from 1, each from a higher score than the one before, to {scale.most} at most"
    if any(not band.words.strip() or len(band.words) > WORDS_MOST for band in scale.bands):
        return f"A word for a band has 1 to {WORDS_MOST} characters"
    return None
