"""The timeline of a plan as it is drawn: every action a bar from its start to its due date, on one scale of months. Pure Python."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from dueregard.basics.choice import Choice
from dueregard.basics.dates import counted, months_after, say
from dueregard.plan.rules.planned import MilestoneStanding, milestone_standing

LEFT, RIGHT, TOP, STEP = 372, 1100, 40, 34  # of the picture, in its own units; STEP is the height of a row
MOST = 40  # bars that can be read one below the other; the table has them all
ROOM = 800  # a bar that begins further right has its words end with it
BEYOND = 6  # months past the plan's end that the scale may run to, for what is due later


class BarState(Choice):
    """How an action stands on the line."""

    DONE = "done", "Done"
    ON_TIME = "on-time", "Open"
    LATE = "late", "Late"
    UNDATED = "undated", "No due date"
    AHEAD = "ahead", "Not begun yet"
    DROPPED = "dropped", "Dropped"


@dataclass(frozen=True, kw_only=True)
class Step:
    """A milestone of an action: when due, and when it was reached or given up."""

    words: str
    due: date
    reached: date | None = None
    is_given_up: bool = False

    def state(self, on: date) -> MilestoneStanding:
        """How it stands on a day."""
        return milestone_standing(due=self.due, reached=self.reached, is_given_up=self.is_given_up, on=on)


@dataclass(frozen=True, kw_only=True)
class Planned:
    """An action as the timeline needs it: its due dates in the order they were set."""

    ref: str
    what: str
    start: date
    dues: tuple[date, ...] = ()
    closed: date | None = None
    is_dropped: bool = False
    course: str = ""
    owner: str = ""
    steps: tuple[Step, ...] = ()

    @property
    def due(self) -> date | None:
        """When it is due, as last set."""
        return self.dues[-1] if self.dues else None

    def state(self, on: date) -> BarState:
        """How it stands on a day."""
        if self.closed is not None:
            return BarState.DROPPED if self.is_dropped else BarState.DONE
        if self.due is not None and self.due < on:
            return BarState.LATE
        if self.start > on:
            return BarState.AHEAD
        return BarState.ON_TIME if self.due else BarState.UNDATED

    def ends(self, on: date) -> date:
        """The day its bar runs to: closed, due, or today where it has no date or is late."""
        if self.closed is not None:
            return self.closed
        return max(self.due or on, self.start)


@dataclass(frozen=True, kw_only=True)
class Mark:
    """A milestone on the line."""

    words: str
    due: date
    state: MilestoneStanding
    x: float


@dataclass(frozen=True, kw_only=True)
class Bar:
    """An action on the line."""

    action: Planned
    state: BarState
    y: int
    x1: float
    x2: float
    late_x: float | None  # where the stretch from its due date to the day asked about ends
    was_due: tuple[float, ...]  # where each earlier due date stands
    marks: tuple[Mark, ...]

    @property
    def says(self) -> str:
        """How it stands, with the day, in words."""
        day = self.action.closed or self.action.due
        return f"{self.state.label} {say(day)}" if self.action.closed and day else self.state.label

    @property
    def is_right(self) -> bool:
        """Whether its words end where the bar ends, because there is no room to begin them where it begins."""
        return self.x1 > ROOM

    @property
    def words_x(self) -> float:
        """Where its words stand, above the bar."""
        return max(self.x2, self.late_x or 0) if self.is_right else self.x1


@dataclass(frozen=True, kw_only=True)
class Month:
    """The first day of a month on the scale."""

    words: str
    x: float


@dataclass(frozen=True, kw_only=True)
class Timeline:
    """The bars of a plan, those due first on top, on a scale of months with the day asked about."""

    on: date
    begins: date
    ends: date
    today_x: float | None
    months: tuple[Month, ...]
    bars: tuple[Bar, ...]
    more: int  # actions that only the table shows
    all: tuple[Planned, ...]

    @property
    def height(self) -> int:
        """How high the picture is."""
        return TOP + STEP * len(self.bars) + 34

    @property
    def foot(self) -> int:
        """Where the scale stands: below the bars."""
        return TOP + STEP * len(self.bars) + 4

    @property
    def sentence(self) -> str:
        """How the plan's actions stand, in one sentence."""
        return sentence(self.all, on=self.on)


def sentence(actions: Sequence[Planned], *, on: date) -> str:
    """How actions stand by their dates, in one sentence."""
    if not actions:
        return "No action is in the plan yet."
    states = [action.state(on) for action in actions]
    said = [f"{states.count(state)} {words}" for state, words in _SAID if states.count(state)]
    moved = sum(len(action.dues) > 1 for action in actions)
    return f"{counted(len(actions), 'action')}: {', '.join(said)}. {moved or 'None'} {'was' if moved == 1 else 'were'} given another date."


_SAID = (
    (BarState.DONE, "done"),
    (BarState.ON_TIME, "open and in time"),
    (BarState.LATE, "late"),
    (BarState.AHEAD, "not begun yet"),
    (BarState.UNDATED, "without a due date"),
    (BarState.DROPPED, "dropped"),
)


def timeline(actions: Sequence[Planned], *, begins: date, ends: date, on: date) -> Timeline:
    """The picture of a plan's actions as they stand on a day, on the plan's own period and what is due a little beyond it."""
    ordered = sorted(actions, key=lambda one: (one.due is None, one.due or date.max, one.start, one.ref))
    first, last = begins.replace(day=1), _last(ordered, ends)
    shown = _shown(ordered)
    return Timeline(
        on=on,
        begins=first,
        ends=last,
        today_x=_x(on, first, last) if first <= on <= last else None,
        months=_months(first, last),
        bars=tuple(_bar(one, TOP + STEP * place, (first, last), on) for place, one in enumerate(shown)),
        more=len(ordered) - len(shown),
        all=tuple(ordered),
    )


def _shown(ordered: Sequence[Planned]) -> list[Planned]:
    """What there is room for: the open ones before the closed ones, in the order of the whole."""
    chosen = sorted(ordered, key=lambda one: one.closed is not None)[:MOST]
    return [one for one in ordered if one in chosen]


def _last(actions: Sequence[Planned], ends: date) -> date:
    """The end of the scale: the plan's, or the last due date a little beyond it."""
    latest = max([ends, *(one.due for one in actions if one.due)])
    return min(latest, months_after(ends, BEYOND))


def _bar(one: Planned, y: int, span: tuple[date, date], on: date) -> Bar:
    state = one.state(on)
    return Bar(
        action=one,
        state=state,
        y=y,
        x1=_x(one.start, *span),
        x2=max(_x(one.ends(on), *span), _x(one.start, *span) + 4),
        late_x=_x(on, *span) if state is BarState.LATE else None,
        was_due=tuple(_x(due, *span) for due in one.dues[:-1]),
        marks=tuple(Mark(words=step.words, due=step.due, state=step.state(on), x=_x(step.due, *span)) for step in one.steps),
    )


def _x(day: date, begins: date, ends: date) -> float:
    """Where a day stands; what lies outside the scale stands at its edge."""
    inside = min(max(day, begins), ends)
    return round(LEFT + (RIGHT - LEFT) * (inside - begins).days / max((ends - begins).days, 1), 1)


def _months(begins: date, ends: date) -> tuple[Month, ...]:
    """The months of the scale, each named where there is room for it."""
    every = next(step for step in (1, 2, 3, 6, 12) if (ends - begins).days / 30 / step <= 14 or step == 12)
    found: list[Month] = []
    first = begins
    while first < ends and _x(first, begins, ends) < RIGHT - 30:
        words = f"{first:%b} {first.year}" if first.month == 1 or not found else f"{first:%b}"
        found.append(Month(words=words, x=_x(first, begins, ends)))
        first = months_after(first, every)
    return tuple(found)
