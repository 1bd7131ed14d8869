"""The deeds that make rounds again from an area file, in the order in which they were typed."""

from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from functools import partial
from typing import Any, TypeVar

from dueregard.access.viewer import Viewer
from dueregard.assurance import actions, queries
from dueregard.assurance.actions import Criterion
from dueregard.assurance.exchange.shapes import Assurance, Deed, EvidenceIn, ImprovementIn, KeptIn, RoundIn, ViewIn
from dueregard.assurance.rules.found import FindingSeen
from dueregard.basics.part import Dated, FileDeed, typed_moment

Place = tuple[str | int, ...]
T = TypeVar("T", bound=Dated)


def deeds(shape: Assurance) -> Iterator[FileDeed]:
    """Expected numbers and rounds, typed in the order they were typed: a judgement saw what had been looked up by then."""
    found = [*_expectations(shape), *(deed for index, round_ in enumerate(shape.rounds) for deed in _round(round_, ("rounds", index)))]
    return iter(sorted(found, key=lambda deed: deed.typed_at))


def _deed(row: Dated, path: Place, do: Any) -> FileDeed:
    typed: datetime = typed_moment(row.date, row.typed)
    return FileDeed(typed.date(), path, lambda viewer: do(by=viewer), typed)


def _by(row: Deed) -> dict[str, Any]:
    return {"on": row.date, "done_by": row.by, "who": row.who}


def _expectations(shape: Assurance) -> Iterator[FileDeed]:
    for index, row in enumerate(shape.expectations):
        asked: dict[str, Any] = {"on": row.date, "line": row.line, "key": row.number, "value": row.value, "because": row.because}
        yield _deed(row, ("expectations", index), partial(actions.set_expectation, row.framework, **asked))


def _kept(row: KeptIn) -> dict[str, FindingSeen] | None:
    if row.findings is None:
        return None
    return {line: FindingSeen.model_validate_json(text) for line, text in row.findings.items()}


def _open(row: RoundIn, *, by: Viewer) -> None:
    asked = row.model_dump(
        include={"ref", "title", "framework", "criteria", "scale", "scored_by", "period_from", "period_to", "as_at", "due", "marking"}
    )
    actions.open_round(by=by, kept=_kept(row), **asked, **_by(row))


def _refresh(ref: str, *, row: KeptIn, by: Viewer) -> None:
    actions.refresh_findings(ref, by=by, kept=_kept(row), **_by(row))


def _round(row: RoundIn, path: Place) -> Iterator[FileDeed]:
    ref = row.ref

    def each(name: str, rows: Sequence[T], do: Callable[..., object], said: Callable[[T], dict[str, Any]]) -> Iterator[FileDeed]:
        for index, one in enumerate(rows):
            yield _deed(one, (*path, name, index), partial(do, ref, **said(one)))

    yield _deed(row, path, partial(_open, row))
    yield from each("refreshed", row.refreshed, _refresh, lambda one: {"row": one})
    yield from each("judgements", row.judgements, actions.judge_line, lambda one: _by(one) | _but(one, "saw") | {"edition": one.saw})
    yield from each("scores", row.scores, actions.score_section, lambda one: _by(one) | _but(one))
    for index, evidence in enumerate(row.evidence):
        yield from _evidence(ref, evidence, (*path, "evidence", index))
    yield from each("moderations", row.moderations, actions.moderate, lambda one: _by(one) | _but(one))
    yield from each("improvements", row.improvements, actions.raise_improvement, _asked)
    yield from each("signed", [row.signed] if row.signed else [], actions.sign_off, lambda one: _by(one) | _but(one))
    yield from each("home_office_views", row.home_office_views, _receive, lambda one: {"row": one})


def _but(row: Deed, *without: str) -> dict[str, Any]:
    return row.model_dump(exclude={"date", "typed", "by", "who", *without})


def _asked(row: ImprovementIn) -> dict[str, Any]:
    return {"on": row.date, "action": row.action, "line": row.line, "is_asked_by_letter": row.asked_by_letter}


def _evidence(ref: str, row: EvidenceIn, path: Place) -> Iterator[FileDeed]:
    cited = (row.record.kind, row.record.ref, row.record.label) if row.record else None
    done = partial(actions.keep_evidence, ref, line=row.line, document=row.document, cited=cited, **_by(row))
    yield _deed(row, path, done)
    if row.dropped:
        yield _deed(row.dropped, (*path, "dropped"), partial(_drop, ref, row))


def _drop(ref: str, row: EvidenceIn, *, by: Viewer) -> None:
    if row.dropped:
        cited = (row.record.kind, row.record.ref, row.record.label) if row.record else None
        evidence = queries.evidence_like(by, ref, line=row.line, document=row.document, cited=cited)
        actions.drop_evidence(evidence.pk, by=by, on=row.dropped.date, because=row.dropped.because)


def _receive(ref: str, *, row: ViewIn, by: Viewer) -> None:
    actions.receive_home_office_view(
        ref,
        by=by,
        on=row.date,
        says=row.says,
        letter=row.letter,
        who=row.who,
        criteria=[Criterion(each.criterion, each.outcome, each.score, each.says) for each in row.criteria],
        asked=[(each.says, each.due) for each in row.asked],
    )
