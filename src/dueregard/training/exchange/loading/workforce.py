"""The deeds that make a file's workforce, the files it came with, and what people completed."""

from collections.abc import Iterator
from datetime import date, datetime
from functools import partial
from typing import Any

from dueregard.access.viewer import Viewer
from dueregard.basics.part import FileDeed, typed_moment
from dueregard.basics.refused import Refused
from dueregard.plan.exchange.loading.planned import Made
from dueregard.training.actions import carried, completions, import_files, many, sources, workforce
from dueregard.training.exchange.loading.asked import Done, Path, came, came_at, deed, together
from dueregard.training.exchange.shapes import TrainingPart
from dueregard.training.exchange.shapes.workforce import AwayIn, LearnerIn, MoveIn, SourceIn, TakenBackIn
from dueregard.training.queries.completions import of_learner

JOINED = set(many.Joined.__dataclass_fields__) - {"on"}
FIRST = date.min


def files(shape: TrainingPart, done: Done) -> Iterator[FileDeed]:
    """Sources with how they are read, and what was brought in from them."""
    for place, source in enumerate(shape.sources):
        given = source.model_dump(include={"ref", "holds", "body"}) | {"date_order": source.order, "is_full": source.full}
        yield deed(("sources", place), source, sources.add_source, source.name, **given)
        if source.columns or source.courses:
            yield deed(("sources", place), source, _read, source)
    for place, row in enumerate(shape.imports):
        told = row.model_dump(include={"ref", "digest", "size", "lines"})
        told |= {"on": row.date, "chosen": typed_moment(row.date, row.typed), "rows": row.rows.model_dump()}
        yield FileDeed(done[row.ref].date(), ("imports", place), partial(_carry, source=row.source, **told), done[row.ref])
        if gone := row.withdrawn:
            yield deed(("imports", place, "withdrawn"), gone, import_files.withdraw, row.ref, because=gone.because)


def _carry(viewer: Viewer, *, source: str, **told: Any) -> object:
    return carried.carry_import(source, by=viewer, **told)


def _read(source: SourceIn, *, by: Viewer, on: date) -> None:
    """How the files of a source are read, as was said last."""
    if source.columns:
        sources.say_columns(source.ref, by=by, columns=source.columns)
    for said in source.courses:
        sources.say_course(source.ref, by=by, words=said.words, course=said.course)


def learners(shape: TrainingPart, done: Done) -> Iterator[FileDeed]:
    """Everybody of the workforce, those typed at one moment together."""
    titles = {row.job for row in shape.learners} | {move.job for row in shape.learners for move in row.moves}
    titles |= {fit.job for profile in shape.profiles for fit in profile.fits if fit.job}
    moments: dict[datetime, list[tuple[Path, many.Joined]]] = {}
    for place, row in enumerate(shape.learners):
        joined = many.Joined(on=row.date, **row.model_dump(include=JOINED))
        moments.setdefault(came_at(row, done), []).append((("learners", place), joined))
    if titles - {""}:
        first = min([*moments, *(typed_moment(fit.date, fit.typed) for profile in shape.profiles for fit in profile.fits)])
        yield FileDeed(FIRST, ("learners",), lambda viewer: many.name_jobs(titles, by=viewer), first)
    for moment, rows in moments.items():
        yield from together(rows, moment, many.join)


def followed(shape: TrainingPart, done: Done) -> Iterator[FileDeed]:
    """Who moved, was away, came back, left."""
    for place, row in enumerate(shape.learners):
        at: Path = ("learners", place)
        for number, move in enumerate(row.moves):
            yield _moved((*at, "moves", number), row, move, done)
        for number, away in enumerate(row.away):
            yield from _away((*at, "away", number), row, away, done)
        for number, left in enumerate(row.left):
            if left.came_with:
                yield came((*at, "left", number), left, done, carried.carry_leaving, row.ref, came_with=left.came_with)
            else:
                yield deed((*at, "left", number), left, workforce.leave, row.ref)


def _moved(path: Path, row: LearnerIn, move: MoveIn, done: Done) -> FileDeed:
    where = move.model_dump(include={"team", "job", "site"})
    if move.came_with:
        return came(path, move, done, carried.carry_move, row.ref, came_with=move.came_with, **where)
    return deed(path, move, workforce.move_learner, row.ref, **where)


def _away(path: Path, row: LearnerIn, away: AwayIn, done: Done) -> Iterator[FileDeed]:
    made = Made("absence")
    if away.came_with:
        yield came(path, away, done, made.make(carried.carry_absence), row.ref, came_with=away.came_with)
    else:
        yield deed(path, away, made.make(workforce.note_absence), row.ref)
    for number, back in enumerate(away.back):
        yield came((*path, "back", number), back, done, made.say(carried.carry_return), came_with=back.came_with)


def had(shape: TrainingPart, done: Done) -> Iterator[FileDeed]:
    """What people completed, and what of it was recorded by mistake."""
    moments: dict[datetime, list[tuple[Path, many.Completed]]] = {}
    for place, row in enumerate(shape.completions):
        told = many.Completed(on=row.date, course=row.course, learners=row.learners, came_with=row.came_with)
        moments.setdefault(came_at(row, done), []).append((("completions", place), told))
    for moment, rows in moments.items():
        yield from together(rows, moment, many.complete)
    for place, wrong in enumerate(shape.taken_back):
        yield deed(("taken_back", place), wrong, _take_back, wrong)


def _take_back(row: TakenBackIn, *, by: Viewer, on: date) -> None:
    found = of_learner(by, row.learner, course=row.course, on=row.of, came_with=row.came_with)
    if found is None:
        raise Refused(f"There is no completion of {row.course} by {row.learner} on {row.of} on this day")
    completions.withdraw_completion(found.pk, by=by, on=on, because=row.because)
