"""The deeds that make a file's risks, and the matrices they are scored on."""

from collections.abc import Callable, Iterator
from functools import partial
from uuid import UUID, uuid4

from dueregard.access.viewer import Viewer
from dueregard.basics.part import FileDeed
from dueregard.basics.refused import Refused
from dueregard.risk import actions
from dueregard.risk.actions import Scores, Wording
from dueregard.risk.exchange.loading.asked import Turn, done
from dueregard.risk.exchange.shapes.risks import (
    ControlIn,
    MatrixIn,
    ReferenceIn,
    RestIn,
    ReviewIn,
    RiskIn,
    RiskOwnerIn,
    RiskStepIn,
    ScoreIn,
    WordingIn,
)
from dueregard.risk.rules.matrix import Band, Scale
from dueregard.risk.rules.risks import RiskStatus

Risks = list[tuple[RiskIn, Turn]]
MOVES: dict[str, Callable[..., None]] = {RiskStatus.CLOSED: actions.close_risk, RiskStatus.OPEN: actions.reopen_risk}


def matrices(rows: list[MatrixIn]) -> Iterator[FileDeed]:
    """The matrices, each from its day."""
    for place, row in enumerate(rows):
        yield done(row, ("matrices", place), partial(_set, row))


def _set(row: MatrixIn, viewer: Viewer) -> None:
    scale = Scale(
        size=row.size,
        likelihood=tuple(row.likelihood),
        impact=tuple(row.impact),
        bands=tuple(Band(words=band.band, since=band.since) for band in row.bands),
        tolerance=row.tolerance,
    )
    actions.set_matrix(scale, by=viewer, on=row.date, because=row.because)


def identified(rows: Risks) -> Iterator[FileDeed]:
    """The risks as they were identified."""
    for row, turn in rows:
        yield turn.itself(row, _identify)


def _identify(row: RiskIn, viewer: Viewer) -> None:
    if row.wordings[0].date != row.date:
        raise Refused("The first wording of a risk is dated the day it was identified")
    given = row.model_dump(include={"kind", "concerns", "district", "continues", "marking", "ref"})
    actions.identify_risk(_wording(row.wordings[0]), by=viewer, on=row.date, **given)


def _wording(row: WordingIn) -> Wording:
    return Wording(**row.model_dump(exclude={"date", "typed"}))


def followed(rows: Risks) -> Iterator[FileDeed]:
    """What was said of each risk since, but for its closing."""
    for row, turn in rows:
        yield from _resting(row, turn)
        yield from _held_down(row.ref, row.controls, turn)
        yield from _standing(row, turn)


def _resting(row: RiskIn, turn: Turn) -> Iterator[FileDeed]:
    ref = row.ref

    def rest(resting: RestIn, viewer: Viewer) -> None:
        actions.rest_risk_on(ref, by=viewer, on=resting.date, source=resting.source)

    def refer(reference: ReferenceIn, viewer: Viewer) -> None:
        actions.refer_risk(ref, by=viewer, on=reference.date, reference=reference.reference)

    def own(owner: RiskOwnerIn, viewer: Viewer) -> None:
        actions.hand_over_risk(ref, by=viewer, on=owner.date, body=owner.body, person=owner.person)

    yield from turn.each("sources", row.sources, rest, is_ordered=False)
    yield from turn.each("references", row.references, refer)
    yield from turn.each("owners", row.owners, own)


def _held_down(ref: str, rows: list[ControlIn], turn: Turn) -> Iterator[FileDeed]:
    made: dict[int, UUID] = {}

    def put(control: ControlIn, viewer: Viewer) -> None:
        made[id(control)] = actions.put_control(ref, by=viewer, on=control.date, words=control.words).pk

    yield from turn.each("controls", rows, put, is_ordered=False)
    for place, control in enumerate(rows):
        if control.ended is not None:
            yield done(control.ended, (*turn.path, "controls", place, "ended"), partial(_end, ref, control, made))


def _end(ref: str, control: ControlIn, made: dict[int, UUID], viewer: Viewer) -> None:
    if control.ended is not None:
        actions.end_control(ref, by=viewer, on=control.ended.date, control=made.get(id(control), uuid4()), because=control.ended.because)


def _standing(row: RiskIn, turn: Turn) -> Iterator[FileDeed]:
    ref, first = row.ref, row.wordings[0]

    def reword(wording: WordingIn, viewer: Viewer) -> None:
        if wording is not first:
            actions.reword_risk(ref, by=viewer, on=wording.date, wording=_wording(wording))

    def review(done: ReviewIn, viewer: Viewer) -> None:
        scores = Scores(inherent=_steps(done.inherent), residual=_steps(done.residual), target=_steps(done.target))
        due, who = done.next_due, done.done_by
        actions.review_risk(ref, by=viewer, on=done.date, because=done.because, scores=scores, next_due=due, done_by=who)

    yield from turn.each("wordings", row.wordings, reword)
    yield from turn.each("reviews", row.reviews, review)


def _steps(score: ScoreIn | None) -> tuple[int | None, int | None]:
    return (score.likelihood, score.impact) if score else (None, None)


def closed(rows: Risks) -> Iterator[FileDeed]:
    """Risks closed, and opened again."""
    for row, turn in rows:

        def step(move: RiskStepIn, viewer: Viewer, ref: str = row.ref) -> None:
            if move.status not in MOVES:
                raise Refused(f"What became of {ref} is one of: {', '.join(RiskStatus.values)}")
            MOVES[move.status](ref, by=viewer, on=move.date, because=move.because)

        yield from turn.each("steps", row.steps, step)
