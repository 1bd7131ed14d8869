"""The area file's part on Security Threat Checks."""

from collections.abc import Iterator
from functools import partial
from typing import Any

from dueregard.access.viewer import Viewer
from dueregard.basics.part import Dated, FileDeed, Part, Strict, held_in, typed_as_written
from dueregard.guidance import actions, queries
from dueregard.guidance.models import ThreatCheck
from dueregard.guidance.rules import ANSWERS
from dueregard.privacy.marking import Marking


@held_in(ThreatCheck, because="mindful_because")
class AnswerPart(Strict):
    """One answer with its reason."""

    answer: bool
    because: str


@held_in(ThreatCheck)
class ThreatCheckPart(Dated):
    """A check: the three answers of the wording it names, or of the one in force that day."""

    ref: str
    wording: str | None = None
    mindful: AnswerPart
    proportionate: AnswerPart
    reduces: AnswerPart
    go_ahead_because: str = ""
    done_by: str | None = None
    marking: str = Marking.OFFICIAL.value


class Shape(Strict):
    """The whole part."""

    threat_checks: list[ThreatCheckPart] = []


def deeds(shape: Shape) -> Iterator[FileDeed]:
    """What the file asks for, each through the action a page would use."""
    for n, check in enumerate(shape.threat_checks):
        yield FileDeed(on=check.date, path=("threat_checks", n), do=partial(_make, check), typed=check.typed)


def _make(check: ThreatCheckPart, by: Viewer) -> ThreatCheck:
    return actions.make_check(
        by=by,
        on=check.date,
        mindful=check.mindful.answer,
        mindful_because=check.mindful.because,
        proportionate=check.proportionate.answer,
        proportionate_because=check.proportionate.because,
        reduces=check.reduces.answer,
        reduces_because=check.reduces.because,
        go_ahead_because=check.go_ahead_because,
        done_by=check.done_by,
        wording=check.wording,
        marking=check.marking,
        ref=check.ref,
    )


def _row(check: ThreatCheck) -> dict[str, Any]:
    row = {
        "date": check.on,
        "typed": typed_as_written(check.on, check.typed_at),
        "ref": check.ref,
        "wording": check.wording,
        **{question: {"answer": getattr(check, question), "because": getattr(check, f"{question}_because")} for question in ANSWERS},
        "go_ahead_because": check.go_ahead_because,
        "done_by": check.done_by.ref if check.done_by else None,
        "marking": check.marking if check.marking != Marking.OFFICIAL else None,
    }
    return {key: value for key, value in row.items() if value not in (None, "")}


def write(viewer: Viewer) -> dict[str, Any]:
    """Every check, oldest first."""
    rows = [_row(check) for check in queries.threat_checks(viewer).order_by("on", "typed_at", "ref")]
    return {"threat_checks": rows} if rows else {}


PART = Part(name="guidance", shape=Shape, deeds=deeds, write=write)
