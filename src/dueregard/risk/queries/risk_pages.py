"""What one risk's page shows: its wordings, owners, controls, references, sources, editions and reviews, each with its days."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from dueregard.access.viewer import Viewer
from dueregard.privacy.marking import Marking, highest, readable
from dueregard.risk.models import Control, Risk, RiskReview, RiskWording
from dueregard.risk.queries.assessments import AssessmentRow, assessment_rows
from dueregard.risk.queries.matrix import scales
from dueregard.risk.queries.risks import IN_ORDER, SCORES, RiskRow, risks
from dueregard.risk.queries.sources import sources
from dueregard.risk.rules.drivers import driver_words
from dueregard.risk.rules.matrix import Score
from dueregard.risk.rules.risks import Direction, Setting, direction

TEXTS = {
    "cause": "Cause",
    "event": "What may happen",
    "effect": "What would follow",
    "influence": "Radicalising influence",
    "narratives": "Narratives of groups",
    "methods": "Methods, such as venues used",
    "targets": "Potential targets",
    "environment": "What permits it",
}


@dataclass(frozen=True, kw_only=True)
class ReviewRow:
    """A review: its scores on the matrix of its day, and which way the residual score went."""

    on: date
    because: str
    next_due: date | None
    done_by: str
    inherent: Score | None
    residual: Score | None
    target: Score | None
    direction: Direction | None  # none where it gave no residual score


@dataclass(frozen=True, kw_only=True)
class WordingRow:
    """What a risk said from a day: the parts that say something, and which of them it changed."""

    on: date
    title: str
    parts: tuple[tuple[str, str], ...]
    changed: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class RiskPage:
    """One risk with everything known of it that the viewer may see, newest first."""

    risk: Risk
    row: RiskRow
    wording: RiskWording | None
    wordings: tuple[WordingRow, ...]
    reviews: tuple[ReviewRow, ...]
    owners: tuple[Any, ...]
    controls: tuple[Any, ...]
    references: tuple[Any, ...]
    steps: tuple[Any, ...]
    sources: tuple[Any, ...]
    assessments: tuple[AssessmentRow, ...]
    continues: Risk | None
    continued: tuple[Risk, ...]

    @property
    def marking(self) -> Marking:
        """The most sensitive of what is shown."""
        shown = [self.continues] if self.continues else []
        return highest([self.risk.marking, *(one.marking for one in (*self.sources, *self.continued, *shown))])

    @property
    def open_controls(self) -> list[Any]:
        """The controls that are in place."""
        return [row for row in self.controls if not hasattr(row, "ending")]


def risk_page(viewer: Viewer, risk: Risk) -> RiskPage:
    """Everything a risk's page shows, as it is today; in a fixed number of statements."""
    [row] = risks(viewer, as_at=max(viewer.today, risk.on), among=[risk.pk])
    said = list(risk.wordings.order_by(*IN_ORDER))
    placed = set(risk.assessments.values_list("assessment_id", flat=True))
    seen = readable(viewer)
    return RiskPage(
        risk=risk,
        row=row,
        wording=said[-1] if said else None,
        wordings=tuple(_worded(before, after) for before, after in zip([None, *said], said, strict=False))[::-1],
        reviews=_reviews(viewer, risk),
        owners=tuple(risk.owners.select_related("body", "person").order_by("-on", "-typed_at", "-id")),
        controls=tuple(Control.objects.filter(risk=risk).select_related("ending").order_by("on", "typed_at", "id")),
        references=tuple(risk.corporate_references.order_by("-on", "-typed_at", "-id")),
        steps=tuple(risk.steps.order_by("-on", "-typed_at", "-id")),
        sources=tuple(sources(viewer).filter(risks__risk=risk).distinct().order_by("on", "ref")),
        assessments=tuple(one for one in assessment_rows(viewer, as_at=viewer.today) if one.assessment.pk in placed),
        continues=Risk.objects.filter(seen, area=viewer.area_id, pk=risk.continues_id).first() if risk.continues_id else None,
        continued=tuple(Risk.objects.filter(seen, area=viewer.area_id, continues=risk).order_by("on", "ref")),
    )


def parts_of(wording: RiskWording) -> list[tuple[str, str]]:
    """What a wording says besides its title, in words: only the parts there are."""
    said = [(words, getattr(wording, name)) for name, words in TEXTS.items()]
    said.append(("Where it plays out", Setting(wording.setting).label if wording.setting else ""))
    said.append(("Ideological driver", driver_words(wording.driver) if wording.driver else ""))
    return [(words, text) for words, text in said if text]


def _worded(before: RiskWording | None, after: RiskWording) -> WordingRow:
    now = parts_of(after)
    changed: tuple[str, ...] = ()
    if before is not None:
        was, said = dict(parts_of(before)), dict(now)
        changed = tuple(words for words in {**was, **said} if was.get(words) != said.get(words))
        changed = (("Title",) if before.title != after.title else ()) + changed
    return WordingRow(on=after.on, title=after.title, parts=tuple(now), changed=changed)


def _reviews(viewer: Viewer, risk: Risk) -> tuple[ReviewRow, ...]:
    known = scales(viewer)
    rows, last = [], None
    for review in RiskReview.objects.filter(risk=risk).select_related("done_by").order_by(*IN_ORDER):
        given = {score: _score(review, score, known) for score in SCORES}
        residual = given["residual"]
        rows.append(
            ReviewRow(
                on=review.on,
                because=review.because,
                next_due=review.next_due,
                done_by=review.done_by.name if review.done_by else "",
                direction=direction(last, residual) if residual else None,
                **given,
            )
        )
        last = residual or last
    return tuple(rows[::-1])


def _score(review: RiskReview, score: str, known: Any) -> Score | None:
    likelihood, impact = getattr(review, f"{score}_likelihood"), getattr(review, f"{score}_impact")
    return Score(likelihood, impact, known[review.matrix_id], review.on) if likelihood and impact else None
