"""The deeds that make a file's editions of the assessment."""

from collections.abc import Iterator
from typing import Any

from dueregard.access.viewer import Viewer
from dueregard.basics.part import FileDeed
from dueregard.basics.refused import Refused
from dueregard.risk import actions
from dueregard.risk.exchange.loading.asked import Turn
from dueregard.risk.exchange.shapes.assessments import (
    AssessmentBriefingIn,
    AssessmentIn,
    EditionRiskIn,
    EditionSourceIn,
    ParagraphIn,
    StepIn,
    UpdateIn,
)
from dueregard.risk.rules.assessments import Stage

MOVES = (Stage.SUBMITTED, Stage.DRAFTED, Stage.APPROVED, Stage.WITHDRAWN)  # drafted again: it was sent back


def editions(rows: list[AssessmentIn]) -> Iterator[FileDeed]:
    """Each edition with what is in it, how far it came, and what was said of it."""
    for place, row in enumerate(rows):
        turn = Turn(("assessments", place))
        yield turn.itself(row, _draft)
        yield from _filled(row, turn)
        yield from _moved(row.ref, row.steps, turn)
        yield from _told(row, turn)


def _draft(row: AssessmentIn, viewer: Viewer) -> None:
    given = row.model_dump(include={"title", "follows", "done_by", "ref"})
    actions.draft_assessment(by=viewer, on=row.date, is_copied=False, **given)


def _filled(row: AssessmentIn, turn: Turn) -> Iterator[FileDeed]:
    ref = row.ref
    places = {id(paragraph): number for number, paragraph in enumerate(row.paragraphs, start=1)}

    def write(paragraph: ParagraphIn, viewer: Viewer) -> None:
        given = paragraph.model_dump(include={"words", "heading", "marking"})
        actions.write_paragraph(ref, by=viewer, on=paragraph.date, position=places[id(paragraph)], **given)

    def rest(resting: EditionSourceIn, viewer: Viewer) -> None:
        actions.rest_on(ref, by=viewer, on=resting.date, sources=[resting.source], is_added=True)

    def put(placed: EditionRiskIn, viewer: Viewer) -> None:
        actions.place_risks(ref, by=viewer, on=placed.date, risks=[placed.risk], is_added=True)

    yield from turn.each("paragraphs", row.paragraphs, write, is_ordered=False)
    yield from turn.each("sources", row.sources, rest, is_ordered=False)
    yield from turn.each("risks", row.risks, put, is_ordered=False)


def _moved(ref: str, rows: list[StepIn], turn: Turn) -> Iterator[FileDeed]:
    def move(step: StepIn, viewer: Viewer) -> None:
        who: dict[str, Any] = {"by": viewer, "on": step.date, "done_by": step.done_by}
        if step.stage == Stage.SUBMITTED:
            actions.submit_assessment(ref, **who, is_moved=True)
        elif step.stage == Stage.DRAFTED:
            actions.send_back_assessment(ref, **who, because=step.because)
        elif step.stage == Stage.APPROVED:
            actions.approve_assessment(ref, **who, minute=step.minute, because=step.because)
        elif step.stage == Stage.WITHDRAWN:
            actions.withdraw_assessment(ref, by=viewer, on=step.date, because=step.because)
        else:
            raise Refused(f"What became of {ref} is one of: {', '.join(MOVES)}")

    yield from turn.each("steps", rows, move)


def _told(row: AssessmentIn, turn: Turn) -> Iterator[FileDeed]:
    ref = row.ref

    def update(said: UpdateIn, viewer: Viewer) -> None:
        given = said.model_dump(include={"words", "done_by", "ref"})
        actions.update_assessment(by=viewer, on=said.date, assessment=ref, is_changed=said.changed, **given)

    def brief(said: AssessmentBriefingIn, viewer: Viewer) -> None:
        given = said.model_dump(include={"edition", "audience", "given_by", "because", "ref"})
        told = [actions.Told(body=one.body, person=one.person) for one in said.told]
        actions.brief_on_assessment(ref, by=viewer, on=said.date, told=told, is_moved=True, **given)

    yield from turn.each("updates", row.updates, update, is_ordered=False)
    yield from turn.each("briefings", row.briefings, brief, is_ordered=False)
