"""The facts of section 2 as at a date, and what several findings read from them (worked out once, whatever the day asked about)."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from dueregard.guidance.indicator.rows import Action, Area, Met
from dueregard.guidance.indicator.table import Place, Table
from dueregard.risk.indicators.rows import (
    Accepted,
    Briefing,
    Contribution,
    Edition,
    Level,
    Plan,
    Planned,
    ProfileRequest,
    Risk,
    Source,
    Update,
)

NOBODY = Table()


def plan_in_force(plans: Iterable[Plan], on: date) -> Plan | None:
    """The plan that is read on a day: of those whose period it is, an agreed one before others, our own, the later period."""
    current = [plan for plan in plans if plan.is_current(on)]
    return max(current, key=lambda plan: (plan.is_agreed(on), not plan.of, plan.covers_from, plan.ref), default=None)


@dataclass(frozen=True, kw_only=True)
class RiskFacts:
    """Everything section 2 reads: the area's own rows, and those of areas that serve it or came before it (`of` names them)."""

    area: Area
    tells_all: bool = True  # whether the reader may read what is Official-Sensitive; otherwise only the rest is here
    group: str = ""  # ref of the group that oversees delivery
    table: Table = NOBODY
    met: tuple[Met, ...] = ()
    sources: tuple[Source, ...] = ()
    levels: tuple[Level, ...] = ()
    contributions: tuple[Contribution, ...] = ()
    requests: tuple[ProfileRequest, ...] = ()
    editions: tuple[Edition, ...] = ()
    updates: tuple[Update, ...] = ()
    briefings: tuple[Briefing, ...] = ()
    risks: tuple[Risk, ...] = ()
    accepted: tuple[Accepted, ...] = ()
    plans: tuple[Plan, ...] = ()
    planned: tuple[Planned, ...] = ()
    actions: tuple[Action, ...] = ()

    @cached_property
    def began(self) -> date | None:
        """The day the first edition was begun: how old the register of assessments is."""
        return min((edition.on for edition in self.editions), default=None)

    def begun(self, on: date) -> list[Edition]:
        """The editions begun by the day, oldest first."""
        return sorted((edition for edition in self.editions if edition.on <= on), key=lambda edition: (edition.on, edition.ref))

    def in_force(self, on: date) -> Edition | None:
        """The edition in force on the day: the one approved last that was not superseded."""
        found = [edition for edition in self.editions if edition.was_in_force(on)]
        return max(found, key=lambda edition: (edition.approved(on) or edition.on, edition.ref), default=None)

    def before(self, edition: Edition, on: date) -> Edition | None:
        """The edition that was in force before this one."""
        since = edition.approved(on) or edition.on
        found = [(one.approved(on), one) for one in self.editions if one.ref != edition.ref]
        earlier = [(day, one.ref, one) for day, one in found if day is not None and day <= since]
        return max(earlier, key=lambda each: each[:2])[2] if earlier else None

    def updated(self, on: date) -> list[Update]:
        """The updates made by the day, oldest first."""
        return sorted((row for row in self.updates if row.on <= on), key=lambda row: (row.on, row.ref))

    def looked_at(self, on: date) -> date | None:
        """When the assessment was last approved or updated by the day."""
        days = [row.on for row in self.updates if row.on <= on]
        days += [day for edition in self.editions if (day := edition.approved(on)) is not None]
        return max(days, default=None)

    def profiles(self, on: date) -> list[Source]:
        """The editions of the local profile received by the day, by the date they bear, latest last."""
        found = (row for row in self.sources if row.is_profile and row.holds(on))
        return sorted(found, key=lambda row: (row.bears, row.on, row.ref))

    @cached_property
    def _by_day(self) -> list[Risk]:
        return sorted(self.risks, key=lambda risk: (risk.on, risk.ref))

    @cached_property
    def _open(self) -> dict[date, list[Risk]]:
        return {}

    def open_risks(self, on: date) -> list[Risk]:
        """The risks that stood in the register on the day, by day and ref."""
        if on not in self._open:  # several lines ask, for each day of a look-ahead
            self._open[on] = [risk for risk in self._by_day if risk.is_open(on)]
        return self._open[on]

    @cached_property
    def _above(self) -> dict[date, list[Risk]]:
        return {}

    def above(self, on: date) -> list[Risk]:
        """Those of them whose residual score was above tolerance."""
        if on not in self._above:
            self._above[on] = [risk for risk in self.open_risks(on) if risk.is_above(on)]
        return self._above[on]

    @cached_property
    def lines(self) -> Mapping[str, frozenset[str]]:
        """Each risk with those it goes on from: a risk keeps its identity."""
        continues = {risk.ref: risk.continues for risk in self.risks}
        found = {}
        for ref in continues:
            line, one = {ref}, ref
            while (one := continues.get(one, "")) and one not in line:
                line.add(one)
            found[ref] = frozenset(line)
        return found

    @cached_property
    def _answering(self) -> Mapping[str, list[Action]]:
        found: dict[str, list[Action]] = defaultdict(list)
        for action in self.actions:
            for ref in {row.risk for row in action.risks}:
                found[ref].append(action)
        return found

    def actions_on(self, risk: Risk, on: date) -> list[Action]:
        """The open actions that answered a risk, or one it goes on from, on the day."""
        line = self.lines[risk.ref]
        some = {action.ref: action for ref in line for action in self._answering.get(ref, ())}
        return [action for action in some.values() if action.is_open(on) and action.answers(on) & line]

    def is_accepted(self, risk: Risk, on: date) -> bool:
        """Whether the group had accepted it, and still did, on the day."""
        return bool(self._acceptances(risk, on))

    def _acceptances(self, risk: Risk, on: date) -> list[Accepted]:
        return [row for row in self.accepted if row.risk in self.lines[risk.ref] and row.holds(on)]

    def places(self, on: date) -> tuple[Place, ...]:
        """The places of the required sectors on the group that oversees delivery."""
        return self.table.places(self.group, on)

    def meetings(self, on: date) -> list[Met]:
        """The ordinary meetings of that group that were held by the day, oldest first."""
        return sorted((row for row in self.met if row.on <= on and self.group in row.groups), key=lambda row: (row.on, row.ref))

    @cached_property
    def _actions_by_ref(self) -> Mapping[str, Action]:
        return {action.ref: action for action in self.actions}

    @cached_property
    def first_in(self) -> Mapping[tuple[str, str], date]:
        """The day each action first came into each plan."""
        return {(row.plan, row.action): row.on for row in sorted(self.planned, key=lambda row: row.on, reverse=True)}

    @cached_property
    def _in_plan(self) -> dict[tuple[str, date], list[Action]]:
        return {}

    def plan_actions(self, plan: Plan, on: date) -> list[Action]:
        """The actions in a plan on the day, open or not, by day and ref."""
        if (plan.ref, on) not in self._in_plan:
            refs = {row.action for row in self.planned if row.plan == plan.ref and row.holds(on)}
            found = (self._actions_by_ref[ref] for ref in refs if ref in self._actions_by_ref)
            self._in_plan[plan.ref, on] = sorted((row for row in found if row.on <= on), key=lambda action: (action.on, action.ref))
        return self._in_plan[plan.ref, on]
