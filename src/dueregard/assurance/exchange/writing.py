"""Expected numbers and rounds as an area file says them."""

import json
from datetime import date, datetime
from typing import Any

from dueregard.access.viewer import Viewer
from dueregard.assurance import queries
from dueregard.assurance.rules.rounds import ScoredBy, Stage
from dueregard.basics.part import typed_as_written
from dueregard.privacy.marking import Marking


def write(viewer: Viewer) -> dict[str, Any]:
    """Everything of assurance, by reference and in the order in which it was typed."""
    expectations = [_expectation(row) for row in sorted(queries.expectations(viewer), key=_typed)]
    rounds = [_round(page, viewer) for page in queries.round_pages(viewer)]
    return {key: rows for key, rows in (("expectations", expectations), ("rounds", rounds)) if rows}


def _typed(row: Any) -> tuple[Any, ...]:
    return (row.typed_at, row.on, getattr(row, "line", ""), getattr(row, "key", ""))


def _said(on: date, typed_at: datetime, **values: Any) -> dict[str, Any]:
    """A row of the file: its date first, what has no value left out."""
    row = {"date": on, "typed": typed_as_written(on, typed_at), **values}
    return {key: value for key, value in row.items() if value not in (None, "", [], {})}


def _done(row: Any, **values: Any) -> dict[str, Any]:
    """A row somebody did: by whom, in which capacity."""
    return _said(row.on, row.typed_at, by=row.done_by and row.done_by.ref, who=row.who, **values)


def _expectation(row: Any) -> dict[str, Any]:
    value = int(row.value) if row.value == int(row.value) else float(row.value)
    return {
        **_said(row.on, row.typed_at, framework=row.framework, line=row.line, number=row.key),
        "value": value,
        "because": row.because,
    }


def _round(page: Any, viewer: Viewer) -> dict[str, Any]:
    hidden = not viewer.reads_sensitive  # findings count what is sensitive, such as the tier: an Official file has them looked up anew
    steps = sorted(page.steps.all(), key=lambda row: row.number)
    findings = {} if hidden else _editions(page)
    opened, signed = steps[0], next((step for step in steps if step.stage == Stage.SIGNED), None)
    return _done(
        opened,
        ref=page.ref,
        title=page.title,
        framework="" if page.criteria else page.framework,
        criteria=page.criteria,
        scale=page.scale,
        scored_by=page.scored_by if page.scored_by != ScoredBy.NOTHING else "",
        period_from=page.period_from,
        period_to=page.period_to,
        as_at=page.as_at,
        due=page.due,
        marking=page.marking if page.marking != Marking.OFFICIAL else "",
        findings=findings.get(opened.pk),
        refreshed=[_refreshed(step, findings.get(step.pk)) for step in steps if step.stage == Stage.REFRESHED],
        judgements=[
            _judgement(row, hidden=hidden) for row in sorted(page.judgements.all(), key=lambda row: (row.typed_at, row.line, row.number))
        ],
        scores=[_score(row) for row in sorted(page.scores.all(), key=lambda row: (row.typed_at, row.section, row.number))],
        evidence=[_evidence(row) for row in sorted(page.evidence.all(), key=_evidence_key) if not (hidden and _is_sensitive(row))],
        moderations=[
            _done(row, section="" if row.line else row.section, line=row.line, status=row.status, score=row.score, because=row.because)
            for row in sorted(page.moderations.all(), key=lambda row: row.number)
        ],
        improvements=[
            _said(row.on, row.typed_at, action=row.action.ref, line=row.line, asked_by_letter=True if row.view_id else None)
            for row in sorted(page.improvements.all(), key=lambda row: (row.typed_at, row.line, row.action.ref))
            if not (hidden and row.action.marking == Marking.SENSITIVE)
        ],
        signed=_signed(page, signed, is_whole=not hidden) if signed else None,
        home_office_views=[
            _view(row, hidden=hidden) for row in sorted(page.home_office_views.all(), key=lambda row: (row.typed_at, row.on, row.says))
        ],
    )


def _editions(page: Any) -> dict[Any, dict[str, str]]:
    """The findings kept at each step, as the text that was kept, by line."""
    found: dict[Any, dict[str, str]] = {step.pk: {} for step in page.steps.all()}
    for row in sorted(page.findings.all(), key=lambda row: row.line):
        found[row.step_id][row.line] = json.dumps(json.loads(row.finding), ensure_ascii=False, separators=(",", ":"))
    return found


def _refreshed(step: Any, findings: dict[str, str] | None) -> dict[str, Any]:
    """A look-up that changed nothing says so by an empty list: left out, it would be looked up again as the file is loaded."""
    return {**_done(step), **({} if findings is None else {"findings": findings})}


def _judgement(row: Any, *, hidden: bool) -> dict[str, Any]:
    saw = None if hidden else row.saw.edition
    return _done(row, line=row.line, status=row.status, score=row.score, because=row.because, saw=saw)


def _score(row: Any) -> dict[str, Any]:
    return _done(row, section=row.section, score=row.score, because=row.because)


def _evidence_key(row: Any) -> tuple[Any, ...]:
    return (row.typed_at, row.line, row.record_kind, row.record_ref, row.record_label, _edition(row))


def _edition(row: Any) -> str:
    return f"{row.document.document.ref}/{row.document.number}" if row.document else ""


def _is_sensitive(row: Any) -> bool:
    return row.document is not None and row.document.document.marking == Marking.SENSITIVE


def _evidence(row: Any) -> dict[str, Any]:
    record = {"kind": row.record_kind, "ref": row.record_ref, "label": row.record_label} if row.record_ref else None
    drop = getattr(row, "drop", None)
    dropped = drop and _said(drop.on, drop.typed_at, because=drop.because)
    return _done(row, line=row.line, document=_edition(row), record=record, dropped=dropped)


def _signed(page: Any, step: Any, *, is_whole: bool) -> dict[str, Any]:
    """The sign-off with what it kept; a file that leaves something out cannot hold the whole, and is signed afresh when loaded."""
    signing = page.signing
    kept = {"kept": signing.kept, "digest": signing.digest} if is_whole else {}
    return _done(step, because=signing.because or ("" if is_whole else "Loaded from an Official file"), **kept)


def _view(row: Any, *, hidden: bool) -> dict[str, Any]:
    letter = row.letter if row.letter and not (hidden and row.letter.marking == Marking.SENSITIVE) else None
    criteria = sorted(row.criteria.all(), key=lambda each: each.criterion)
    return _said(
        row.on,
        row.typed_at,
        says=row.says,
        letter=letter and letter.ref,
        who=row.who,
        criteria=[{key: value for key, value in _criterion(each).items() if value} for each in criteria],
        asked=[{"says": each.says, "due": each.due} for each in sorted(row.asked.all(), key=lambda each: (each.due, each.says))],
    )


def _criterion(each: Any) -> dict[str, str]:
    return {"criterion": each.criterion, "outcome": each.outcome, "score": each.score, "says": each.says}
