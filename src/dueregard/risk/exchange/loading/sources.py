"""The deeds that make a file's sources, and what was given and asked for towards the local profile."""

from collections.abc import Iterator
from decimal import Decimal

from dueregard.access.viewer import Viewer
from dueregard.basics.part import FileDeed
from dueregard.basics.refused import Refused
from dueregard.risk import actions
from dueregard.risk.exchange.loading.asked import Turn
from dueregard.risk.exchange.shapes import RiskPart
from dueregard.risk.exchange.shapes.sources import (
    AnswerIn,
    ContributionIn,
    LevelIn,
    ProfileBriefingIn,
    PromptIn,
    ReadingIn,
    RequestIn,
    SourceIn,
    SourceWithdrawalIn,
)
from dueregard.risk.rules.sources import SourceKind

Sources = list[tuple[SourceIn, Turn]]


def named(rows: Sources) -> Iterator[FileDeed]:
    """Sources, with everything known from them."""
    for row, turn in rows:
        yield turn.itself(row, _name)
        yield from _known(row.ref, row, turn)


def _name(row: SourceIn, viewer: Viewer) -> None:
    given = row.model_dump(include={"title", "body", "person", "marking", "ref"})
    if row.kind == SourceKind.PROFILE:
        if row.profile is None or row.words:
            raise Refused("Of the local profile its edition, its date and where it is held are recorded under profile, and no words of it")
        actions.receive_profile(**row.profile.model_dump(), by=viewer, on=row.date, **given)
    elif row.profile is not None:
        raise Refused("Only the local profile has an edition, and a place where it is held")
    else:
        actions.name_source(by=viewer, on=row.date, kind=row.kind, words=row.words, **given)


def _known(ref: str, row: SourceIn, turn: Turn) -> Iterator[FileDeed]:
    def set_level(level: LevelIn, viewer: Viewer) -> None:
        actions.set_level(ref, by=viewer, on=level.date, level=level.level, words=level.words)

    def read(reading: ReadingIn, viewer: Viewer) -> None:
        given = reading.model_dump(include={"covers_from", "covers_to", "unit", "words"})
        actions.take_reading(ref, by=viewer, on=reading.date, value=Decimal(str(reading.value)), **given)

    def prompt(prompt: PromptIn, viewer: Viewer) -> None:
        given = prompt.model_dump(include={"words", "released_by", "released_on", "marking"})
        actions.take_prompt(ref, by=viewer, on=prompt.date, **given)

    def brief(briefing: ProfileBriefingIn, viewer: Viewer) -> None:
        given = briefing.model_dump(include={"body", "audience", "given_by"})
        actions.brief_on_profile(ref, by=viewer, on=briefing.date, **given)

    yield from turn.each("levels", row.levels, set_level)
    yield from turn.each("readings", row.readings, read)
    yield from turn.each("prompts", row.prompts, prompt, is_ordered=False)
    yield from turn.each("briefings", row.briefings, brief, is_ordered=False)


def withdrawn(rows: Sources) -> Iterator[FileDeed]:
    """Sources that no longer stand."""
    for row, turn in rows:

        def withdraw(gone: SourceWithdrawalIn, viewer: Viewer, ref: str = row.ref) -> None:
            actions.withdraw_source(ref, by=viewer, on=gone.date, because=gone.because)

        yield from turn.one("withdrawn", row.withdrawn, withdraw)


def asked(shape: RiskPart) -> Iterator[FileDeed]:
    """What was given towards the local profile, and what police were asked for and answered."""
    for place, given in enumerate(shape.contributions):
        yield Turn(("contributions", place)).itself(given, _contribute)
    for place, request in enumerate(shape.requests):
        turn = Turn(("requests", place))
        yield turn.itself(request, _request)

        def answer(row: AnswerIn, viewer: Viewer, ref: str = request.ref) -> None:
            actions.answer_request(ref, by=viewer, on=row.date, words=row.words)

        yield from turn.each("answers", request.answers, answer)


def _contribute(row: ContributionIn, viewer: Viewer) -> None:
    given = row.model_dump(include={"what", "body", "towards", "person", "marking", "ref"})
    actions.contribute(by=viewer, on=row.date, **given)


def _request(row: RequestIn, viewer: Viewer) -> None:
    actions.request_profile(row.words, by=viewer, on=row.date, body=row.body, ref=row.ref)
