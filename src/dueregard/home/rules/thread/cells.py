"""The boxes of a thread: what each says, line by line, and which record each line opens. The list says the same words in the same order."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import IntEnum, StrEnum

from dueregard.basics.dates import counted
from dueregard.home.rules.thread.rows import Action, Change, Decision, Evaluation, Key, Risk, Source
from dueregard.partnership.rules.decisions import ActionStatus
from dueregard.plan.rules.evaluations import Changed

REVIEWS_SHOWN, REVIEWS_LISTED = 2, 6  # in the box, in the list; the action's page has them all
LONGEST_MONTH, SEPTEMBER = 5, 9  # April is written out
NO_CHECK, NO_OWNER, NO_SCORE = "No threat check", "No owner", "Not scored yet"


class Column(IntEnum):
    """The seven columns, from the threat to what came next."""

    SOURCE = 0
    RISK = 1
    ACTION = 2
    REVIEW = 3
    DECISION = 4
    RESULT = 5
    NEXT = 6

    @property
    def heading(self) -> str:
        """What stands above the column."""
        return ("Source", "Risk", "Action", "Reviewed at", "Decision", "What it achieved", "What came next")[self]


class Tone(StrEnum):
    """How a line of a box is printed; the value is its class in the picture."""

    QUIET = "s q"
    BOLD = "m"
    PLAIN = "s"
    MISSING = "m r"


@dataclass(frozen=True)
class Said:
    """One thing a box says; `to` is the record it opens, `anchor` the place on that record's page."""

    words: str
    tone: Tone = Tone.PLAIN
    to: Key | None = None
    anchor: str = ""
    is_in_box: bool = True

    @property
    def plain(self) -> str:
        """The words without the full stop that the list puts between them."""
        return self.words.rstrip(".")


@dataclass(frozen=True, kw_only=True)
class Cell:
    """One box. `is_waiting`: nothing is recorded yet, and nothing is amiss; `is_absent`: what should be there is not."""

    column: Column
    said: tuple[Said, ...]
    about: frozenset[Key] = frozenset()
    opens: Key | None = None
    anchor: str = ""
    loose: tuple[int, ...] = ()  # the numbers of the loose ends that are seen here
    is_waiting: bool = False
    is_absent: bool = False
    is_loose: bool = False
    is_start: bool = False

    @property
    def says(self) -> str:
        """All the box says, as one line: the name of its link, and its line in the list."""
        return ". ".join(one.plain for one in self.said)


def day(when: date, *, on: date) -> str:
    """A day as a box has room for it: 16 Sept, its year only where it is another than this one."""
    month = f"{when:%B}" if len(f"{when:%B}") <= LONGEST_MONTH else "Sept" if when.month == SEPTEMBER else f"{when:%b}"
    return f"{when.day} {month}" if when.year == on.year else f"{when.day} {month} {when.year}"


def source_cell(source: Source, *, on: date) -> Cell:
    """Where something of the threat is known from."""
    key = Key("source", source.ref)
    said = [Said(f"{source.ref}, {source.kind}", Tone.QUIET, key), Said(source.title, Tone.BOLD)]
    said += [Said(source.by)] if source.by else []
    said += [Said("Official-Sensitive", Tone.QUIET)] if source.is_sensitive else []
    return Cell(column=Column.SOURCE, said=(*said, Said(day(source.on, on=on), Tone.QUIET)), about=frozenset({key}), opens=key)


def risk_cell(risk: Risk) -> Cell:
    """The risk, how it was scored first and last, and what is tolerated."""
    key = Key("risk", risk.ref)
    said = [Said(f"{risk.ref}, {risk.kind.lower()}", Tone.QUIET, key), Said(risk.title, Tone.BOLD)]
    said += [Said("Official-Sensitive", Tone.QUIET)] if risk.is_sensitive else []
    if risk.scores:
        first, last = risk.scores[0], risk.scores[-1]
        said += [Said(f"Then {first.value} ({first.likelihood} × {first.impact})")] if len(risk.scores) > 1 else []
        said += [Said(f"Now {last.value} ({last.likelihood} × {last.impact})")]
        said += [Said(f"{'Above' if last.is_above else 'Within'} the tolerance of {last.tolerance}", Tone.QUIET)]
    else:
        said += [Said(NO_SCORE)]
    said += [] if risk.is_open else [Said("Closed", Tone.QUIET)]
    return Cell(column=Column.RISK, said=tuple(said), about=frozenset({key}), opens=key)


def action_cell(action: Action, *, on: date) -> Cell:
    """The action, when it is due or was done, and whose it is."""
    key = Key("action", action.ref)
    if action.closed:
        when = f"{action.status.label.lower()} {day(action.closed, on=on)}"
    else:
        when = f"due {day(action.due, on=on)}" if action.due else "no due date"
    said = (Said(f"{action.ref}, {when}", Tone.QUIET, key), Said(action.what, Tone.BOLD), Said(action.owner or NO_OWNER))
    return Cell(column=Column.ACTION, said=said, about=frozenset({key}), opens=key)


def review_cell(action: Action, *, on: date) -> Cell | None:
    """The meetings that reviewed the action, and what the last one concluded."""
    if not action.reviews:
        return None
    earlier, from_here = action.reviews[:-REVIEWS_LISTED], len(action.reviews) - REVIEWS_SHOWN
    met = [Said(counted(len(earlier), "earlier review"), Tone.QUIET, Key("action", action.ref), is_in_box=False)] if earlier else []
    met += [
        Said(
            day(review.on, on=on) + (f", item {review.number}" if review.number else ""),
            Tone.QUIET,
            Key("meeting", review.meeting),
            review.item,
            place >= from_here,
        )
        for place, review in list(enumerate(action.reviews))[-REVIEWS_LISTED:]
    ]
    last = action.reviews[-1]
    about = frozenset(Key("meeting", review.meeting) for review in action.reviews)
    said = (*met, Said(last.words, Tone.BOLD))
    return Cell(column=Column.REVIEW, said=said, about=about, opens=Key("meeting", last.meeting), anchor=last.item)


def decision_cell(decisions: Sequence[Decision], *, on: date) -> Cell | None:
    """The decisions that go with the action, or that accepted the risk, each with its Security Threat Check."""
    if not decisions:
        return None
    said: list[Said] = []
    for one in sorted(decisions, key=lambda one: (one.on, one.ref)):
        said += [Said(f"{one.ref}, {day(one.on, on=on)}", Tone.QUIET, Key("decision", one.ref)), Said(one.words, Tone.BOLD)]
        if one.needs_check:
            said += [Said(NO_CHECK if one.answered is None else f"Threat check: {one.answered} of 3 answered")]
    keys = frozenset(Key("decision", one.ref) for one in decisions)
    return Cell(column=Column.DECISION, said=tuple(said), about=keys, opens=next(one.to for one in reversed(said) if one.to))


def result_cell(action: Action, evaluations: Sequence[Evaluation], *, on: date) -> Cell | None:
    """What its owner said last, and what an evaluation found; what is still to come where there is none."""
    key, update = Key("action", action.ref), action.update
    said = [Said(f"Update {day(update.on, on=on)}", Tone.QUIET, key)] if update else []
    if evaluations:
        for one in evaluations:
            said += [Said(f"Evaluated {day(one.on, on=on)}", Tone.QUIET, Key("evaluation", one.ref)), Said(one.words, Tone.BOLD)]
        keys = frozenset(Key("evaluation", one.ref) for one in evaluations)
        return Cell(column=Column.RESULT, said=tuple(said), about=keys, opens=Key("evaluation", evaluations[-1].ref))
    if action.status is ActionStatus.DROPPED:
        return None
    if action.status is ActionStatus.DONE and action.closed:
        since = (on - action.closed).days
        said += [Said("Not evaluated yet"), Said(f"Finished {since} {'day' if since == 1 else 'days'} ago", Tone.QUIET)]
    elif update:
        said += [Said(update.rag.label, Tone.BOLD)] if update.rag else []
        said += [Said(update.words)]
    else:
        said += [Said("No update yet", Tone.QUIET), Said("Evaluated once it is done")]
    is_waiting = update is None or action.status is ActionStatus.DONE
    return Cell(column=Column.RESULT, said=tuple(said), opens=key, is_waiting=is_waiting)


def next_cell(action: Action, evaluations: Sequence[Evaluation], risks: Mapping[str, Risk], *, on: date) -> Cell | None:
    """What came next: a score given again, an action, an objective, the next plan; or no change, with the reason."""
    said: list[Said] = []
    for one in evaluations:
        after = [_changed(change, risks) for change in sorted(one.changes, key=_scores_first)]
        after += [Said(f"For the next plan: {one.next_plan}")] if one.next_plan else []
        said += [Said(day(one.on, on=on), Tone.QUIET, Key("evaluation", one.ref)), *after] if after else []
    for gone in action.carried:
        said += [Said(f"Carried into {gone.plan}: {gone.title}", Tone.BOLD, Key("plan", gone.plan))]
    opens = next((one.to for one in said if one.to and one.tone is Tone.BOLD), next((one.to for one in said if one.to), None))
    return Cell(column=Column.NEXT, said=tuple(said), opens=opens) if said else None


def _scores_first(change: Change) -> tuple[int, date, str]:
    return list(Changed).index(change.changed), change.on, change.risk or change.action or change.objective


def _changed(change: Change, risks: Mapping[str, Risk]) -> Said:
    if change.changed is Changed.SCORE and change.risk:
        before, after = scored_again(change, risks.get(change.risk))
        words = f"{change.risk} from {before} to {after}" if after is not None else f"Proposes {change.score} for {change.risk}"
        return Said(words, Tone.BOLD, Key("risk", change.risk))
    if change.changed is Changed.ACTION and change.action:
        return Said(f"{change.action}: {change.title}", Tone.BOLD, Key("action", change.action))
    if change.changed is Changed.OBJECTIVE and change.objective:
        return Said(f"Objective {change.objective}: {change.title}", Tone.BOLD, Key("objective", change.objective))
    return Said(
        f"{change.changed.label.rstrip(',').removesuffix(', because')}: {change.because}" if change.because else change.changed.label
    )


def scored_again(change: Change, risk: Risk | None) -> tuple[int | None, int | None]:
    """The score before an evaluation and the one given after it; no second one while nobody has scored the risk again."""
    before = [score for score in risk.scores if score.on < change.on] if risk else []
    after = [score for score in risk.scores if score.on >= change.on] if risk else []
    return (before[-1].value, after[0].value) if before and after else (None, None)


def rescored(evaluations: Iterable[Evaluation], risks: Mapping[str, Risk]) -> dict[str, date]:
    """The risks that were scored again after these evaluations, each with the day."""
    found: dict[str, date] = {}
    for change in (change for one in evaluations for change in one.changes if change.risk in risks):
        again = [score.on for score in risks[change.risk].scores if score.on >= change.on]
        if change.changed is Changed.SCORE and again and scored_again(change, risks[change.risk])[1] is not None:
            found[change.risk] = max(again[0], found.get(change.risk, again[0]))
    return found
