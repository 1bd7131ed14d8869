"""The guidance part of an area file: Security Threat Checks as they were answered."""

from collections.abc import Iterator
from functools import partial
from typing import Any

from dueregard.access.viewer import Viewer
from dueregard.basics.part import Dated, FileDeed, Part, Strict, typed_as_written
from dueregard.guidance import actions, queries


class Answer(Strict):
    """One answer and its reason."""

    yes: bool
    because: str


class Check(Dated):
    """One check."""

    ref: str
    wording: str
    mindful: Answer
    proportionate: Answer
    reduces: Answer
    go_ahead_because: str = ""
    done_by: str | None = None


class Guidance(Strict):
    """The part called guidance."""

    threat_checks: list[Check] = []


def _make(check: Check, viewer: Viewer) -> object:
    return actions.make_check(
        by=viewer,
        on=check.date,
        ref=check.ref,
        wording=check.wording,
        mindful=check.mindful.yes,
        mindful_because=check.mindful.because,
        proportionate=check.proportionate.yes,
        proportionate_because=check.proportionate.because,
        reduces=check.reduces.yes,
        reduces_because=check.reduces.because,
        go_ahead_because=check.go_ahead_because,
        done_by=check.done_by,
    )


def deeds(shape: Guidance) -> Iterator[FileDeed]:
    """Each check, as made on its day."""
    for index, check in enumerate(shape.threat_checks):
        yield FileDeed(check.date, ("threat_checks", index), partial(_make, check), check.typed)


def write(viewer: Viewer) -> dict[str, Any]:
    """Every check, oldest first."""
    rows = queries.threat_checks(viewer).order_by("on", "ref")
    written = [
        {
            "ref": row.ref,
            "date": row.on,
            "typed": typed_as_written(row.on, row.typed_at),
            "wording": row.wording,
            "mindful": {"yes": row.mindful, "because": row.mindful_because},
            "proportionate": {"yes": row.proportionate, "because": row.proportionate_because},
            "reduces": {"yes": row.reduces, "because": row.reduces_because},
            "go_ahead_because": row.go_ahead_because,
            "done_by": row.done_by.ref if row.done_by else None,
        }
        for row in rows
    ]
    kept = [{key: value for key, value in row.items() if value not in (None, "")} for row in written]
    return {"threat_checks": kept} if kept else {}


PART = Part("guidance", Guidance, deeds, write)
