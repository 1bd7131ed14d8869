"""What the findings read of the programme: plans, information, updates, programmes, inductions, development, settings reached.

Seven registers of a few rows each: read as one statement, since seven would be half of all that the findings of the section take.
"""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any, NamedTuple

from django.db.models import BooleanField, CharField, DateField, DateTimeField, F, QuerySet, Value
from django.db.models.functions import Cast, Coalesce

from dueregard.organisations.queries.asked import ENDING, Asked
from dueregard.training.indicators import rows
from dueregard.training.models import Development, Induction, Material, Programme, SettingReached, StaffUpdate, TrainingPlan
from dueregard.training.queries.withdrawn import standing
from dueregard.training.rules.programme import StepKind


class Line(NamedTuple):
    """One row of a register, with one of the rows that hang on it where some do."""

    register: str
    on: date
    typed_at: datetime
    ref: str
    label: str
    kind: str
    is_so: bool
    first: date | None
    last: date | None
    then_on: date | None
    then_typed_at: datetime | None
    then_kind: str
    then_is_so: bool
    then_due: date | None
    ending__on: date | None
    ending__typed_at: datetime | None


EMPTY: dict[str, Any] = {  # cast, since PostgreSQL asks of what type nothing is
    **dict.fromkeys(("kind", "then_kind"), Value("", output_field=CharField())),
    **dict.fromkeys(("is_so", "then_is_so"), Cast(Value(None), BooleanField())),
    **dict.fromkeys(("first", "last", "then_on", "then_due", "ending__on"), Cast(Value(None), DateField())),
    **dict.fromkeys(("then_typed_at", "ending__typed_at"), Cast(Value(None), DateTimeField())),
}
ENDED = {name: F(name) for name in ENDING}


@dataclass(frozen=True, kw_only=True)
class ProgrammeRows:
    """The rows of the programme, register by register."""

    plans: tuple[rows.TrainingPlan, ...]
    materials: tuple[rows.MaterialRow, ...]
    updates: tuple[rows.Told, ...]
    programmes: tuple[rows.ProgrammeRow, ...]
    inductions: tuple[rows.Inducted, ...]
    developments: tuple[rows.Developed, ...]
    reached: tuple[rows.ReachedRow, ...]


def programme(asked: Asked) -> ProgrammeRows:
    """All of it as at a date and known on another: one statement."""
    found: dict[str, list[Line]] = defaultdict(list)
    for line in _lines(asked):
        found[line.register].append(line)
    return ProgrammeRows(
        plans=tuple(_plan(asked, line) for line in found["plan"]),
        materials=tuple(_material(asked, lines) for lines in _each(found["material"])),
        updates=tuple(rows.Told(ref=asked.ref(line.ref), label=line.label, **asked.dated(line)) for line in found["update"]),
        programmes=tuple(_programme(asked, lines) for lines in _each(found["programme"])),
        inductions=tuple(_induction(asked, lines) for lines in _each(found["induction"])),
        developments=tuple(
            rows.Developed(ref=asked.ref(line.ref), label=line.label, person=asked.person(line.kind), **asked.dated(line))
            for line in found["development"]
        ),
        reached=tuple(
            rows.ReachedRow(ref=asked.ref(line.ref), label=line.label, setting=line.kind, **asked.dated(line)) for line in found["reached"]
        ),
    )


def _lines(asked: Asked) -> list[Line]:
    ref, title, kind, then = F("ref"), F("title"), F("kind"), ("on", "typed_at")
    checks, reviews, steps = ({f"then_{name}": F(f"{child}__{name}") for name in then} for child in ("checks", "reviews", "steps"))
    chosen: list[tuple[str, QuerySet[Any, Any], dict[str, Any]]] = [
        ("plan", TrainingPlan.objects.all(), {"label": title, "first": F("covers_from"), "last": F("covers_to"), **ENDED}),
        (
            "material",
            Material.objects.all(),
            {"label": title, "kind": F("audience"), "is_so": F("says_how_to_refer")}
            | {"then_is_so": F("checks__is_current"), **checks, **ENDED},
        ),
        ("update", standing(asked, StaffUpdate.objects.all()), {"label": title}),
        (
            "programme",
            Programme.objects.all(),
            {"label": title, "kind": kind, "last": F("review_due"), "then_due": F("reviews__review_due"), **reviews, **ENDED},
        ),
        (
            "induction",
            Induction.objects.all(),
            {"label": Coalesce("post__title", Value("")), "then_kind": Coalesce("steps__kind", Value("")), **steps}
            | {name: F(f"steps__withdrawal__{name.removeprefix('ending__')}") for name in ENDING},  # the end of the step, not of theirs
        ),
        ("development", standing(asked, Development.objects.all()), {"label": F("what"), "kind": F("person__ref")}),
        (
            "reached",
            standing(asked, SettingReached.objects.all()),
            {"ref": F("setting__ref"), "label": F("setting__name"), "kind": F("setting__kind")},
        ),
    ]
    first, *others = (_of_register(asked, name, found, {"ref": ref, **columns}) for name, found, columns in chosen)
    return sorted((Line(*line) for line in first.union(*others, all=True)), key=_in_order)


def _of_register(asked: Asked, name: str, found: QuerySet[Any, Any], columns: dict[str, Any]) -> QuerySet[Any, Any]:
    told = EMPTY | columns
    return asked.rows(found).order_by().values_list(Value(name), "on", "typed_at", *(told[field] for field in Line._fields[3:]))


def _in_order(line: Line) -> tuple[Any, ...]:
    """By what happened and was typed first; so too the rows that hang on one."""
    return line.on, line.typed_at, line.ref, line.then_on or date.min, (line.then_typed_at or line.typed_at)


def _each(lines: list[Line]) -> list[list[Line]]:
    """The lines of each record together."""
    found: dict[str, list[Line]] = defaultdict(list)
    for line in lines:
        found[line.ref].append(line)
    return list(found.values())


def _held(asked: Asked, lines: list[Line]) -> list[tuple[date, Line]]:
    """The rows that hang on a record, as far as they had happened and were known, with their days."""
    return [(line.then_on, line) for line in lines if line.then_on is not None and asked.holds(line.then_on, line.then_typed_at)]


def _days(asked: Asked, line: Line) -> dict[str, Any]:
    """The days of a row; the day of an end is the first without."""
    until = asked.until(line)
    last = {"until": until["until"] - timedelta(days=1)} if until["until"] else {}
    return {"ref": asked.ref(line.ref), "label": line.label, **asked.dated(line), **until, **last}


def _plan(asked: Asked, line: Line) -> rows.TrainingPlan:
    assert line.first is not None  # a plan has a period
    assert line.last is not None
    return rows.TrainingPlan(covers_from=line.first, covers_to=line.last, **_days(asked, line))


def _material(asked: Asked, lines: list[Line]) -> rows.MaterialRow:
    checks = tuple((on, then.then_is_so) for on, then in _held(asked, lines))
    return rows.MaterialRow(audience=lines[0].kind, says_how_to_refer=lines[0].is_so, checks=checks, **_days(asked, lines[0]))


def _programme(asked: Asked, lines: list[Line]) -> rows.ProgrammeRow:
    due = [lines[0].last, *(then.then_due for _, then in _held(asked, lines))]
    return rows.ProgrammeRow(programme=lines[0].kind, review_due=due[-1], **_days(asked, lines[0]))


def _induction(asked: Asked, lines: list[Line]) -> rows.Inducted:
    """Who began to deliver Prevent, by the post, with how far the induction has come."""
    counting = [line for line in lines if not asked.holds(line.ending__on, line.ending__typed_at)]
    steps = [(on, then.then_kind) for on, then in _held(asked, counting)]
    return rows.Inducted(
        ref=asked.ref(lines[0].ref),
        label=lines[0].label or "A new officer",
        met=tuple(on for on, kind in steps if kind == StepKind.ADVISER),
        finished=min((on for on, kind in steps if kind == StepKind.FINISH), default=None),
        **asked.dated(lines[0]),
    )
