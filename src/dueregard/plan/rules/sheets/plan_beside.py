"""What a plan’s sheet is set beside: the plan and its actions, who may own one, the risks there are, what was answered."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from dueregard.basics.dates import say
from dueregard.partnership.rules.bringing_in.said import ActionSaid
from dueregard.partnership.rules.decisions import ActionStatus, Rag
from dueregard.plan.rules.sheets.plan_rows import Field
from dueregard.plan.rules.sheets.trip import MARK, mark
from dueregard.plan.rules.sheets.verdicts import Clash, Row, Verdict
from dueregard.sheets.rules.naming import Candidate, Named, whole

LEAVE = "leave"
# What a sheet of ours carries of an action, besides its reference and its mark.
CARRIED = (
    Field.OBJECTIVE,
    Field.WHAT,
    Field.RISK,
    Field.OWNER,
    Field.PERSON,
    Field.START,
    Field.DUE,
    Field.STATUS,
    Field.RAG,
    Field.WORDS,
)

NUMBER = re.compile(r"^(?:(?:[Oo]bjective|[Pp]riority|[Aa]im) )?\d{1,2}(?:\.\d{1,2})*(?:[.):]\s*|\s+(?=[A-Z]))")  # 1, 2.1, 3), Priority 4:


@dataclass(frozen=True, kw_only=True)
class Here:
    """An action of the plan as it stands, each field as it is compared."""

    ref: str
    on: date
    values: Mapping[str, str]
    status: ActionStatus
    owner: tuple[str, str]  # body, person
    said: frozenset[str]  # every update, as compared


@dataclass(frozen=True, kw_only=True)
class There:
    """The plan, what is in it, and what a row may name."""

    today: date
    area: str
    begun: date
    covers_from: date
    covers_to: date
    actions: Sequence[Here]
    objectives: Mapping[str, str]  # by title as compared: ref
    candidates: Sequence[Candidate]
    owners: Mapping[str, tuple[str, str]]  # candidate key: body ref, person ref
    risks: Sequence[Candidate]

    def titled(self, words: str) -> str:
        """An objective as the plan would call it: pages number objectives, so a number before it goes, unless it is named so here."""
        bare = NUMBER.sub("", words)
        return words if whole(words) in self.objectives or not bare else bare

    @property
    def first_day(self) -> date:
        """The day on which actions were raised that do not say so: when the plan’s period began, or the plan itself if that is later."""
        return max(self.begun, min(self.covers_from, self.today))


@dataclass(frozen=True, kw_only=True)
class Answers:
    """What somebody has answered to what the sheet leaves open."""

    log_day: date
    raised: date
    owners: Mapping[str, str] = field(default_factory=dict)  # as written: a candidate's key
    risks: Mapping[str, str] = field(default_factory=dict)  # as written: a risk's ref, or LEAVE
    clashes: Mapping[str, str] = field(default_factory=dict)
    nobody: str = ""  # whose the rows are that name nobody
    item: str = ""  # of a meeting, at which other due dates were agreed; or LEAVE


@dataclass(frozen=True, kw_only=True)
class PlannedSaid(ActionSaid):
    """What is to be recorded of one action of a plan; empty is nothing to be recorded."""

    objective: str = ""  # its title
    outcome: str = ""
    step: str = ""
    step_due: date | None = None


@dataclass(frozen=True, kw_only=True)
class Weighed:
    """The whole sheet, row by row, what it leaves open, and what would be recorded."""

    rows: tuple[Row, ...]
    said: tuple[PlannedSaid, ...]
    owners: Mapping[str, Named]
    risks: Mapping[str, Named]
    clashes: tuple[Clash, ...]
    missing: tuple[str, ...]  # actions of the plan that the sheet does not name

    @property
    def unanswered(self) -> int:
        """How many rows still need an answer."""
        return sum(row.verdict is Verdict.ASKS for row in self.rows)


def shows(name: str, value: str) -> str:
    """A value as a page says it."""
    if not value:
        return ""
    if name in {Field.START, Field.DUE}:
        return say(date.fromisoformat(value))
    if name == Field.RAG:
        return str(Rag(value).label)
    return str(ActionStatus(value).label) if name == Field.STATUS else value


COLUMNS = (Field.REF.label, *(name.label for name in CARRIED), MARK)


def line(area: str, ref: str, values: Mapping[str, str]) -> tuple[object, ...]:
    """A row of our own sheet: the reference, each field as a cell, and the mark."""
    return (ref, *(_cell(name, values[name]) for name in CARRIED), mark(area, ref, values))


def _cell(name: Field, value: str) -> object:
    """A value as a cell: a date as a date, a word of a list as its label."""
    if name in {Field.START, Field.DUE}:
        return date.fromisoformat(value) if value else None
    return shows(name, value)
