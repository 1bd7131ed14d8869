"""What an action log would record: each row set beside the actions there are, and whose it is."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from dueregard.basics.dates import say
from dueregard.partnership.rules.bringing_in.log import LONGEST, Entry
from dueregard.partnership.rules.bringing_in.plan import Row, Verdict
from dueregard.partnership.rules.bringing_in.said import ActionSaid
from dueregard.partnership.rules.decisions import ActionStatus, why_not_due
from dueregard.sheets.rules.days import DayRead
from dueregard.sheets.rules.naming import Candidate, Named, find, whole


@dataclass(frozen=True, kw_only=True)
class Existing:
    """An action that is there already."""

    ref: str
    what: str
    on: date
    due: date | None
    status: ActionStatus
    said: frozenset[str]  # every update, as compared


@dataclass(frozen=True, kw_only=True)
class There:
    """The actions there are, and who may own one: each candidate’s body, and person if it is one."""

    today: date
    actions: Sequence[Existing]
    candidates: Sequence[Candidate]
    owners: Mapping[str, tuple[str, str]]  # candidate key: body ref, person ref


@dataclass(frozen=True, kw_only=True)
class Answers:
    """What somebody has answered to what the log leaves open."""

    owners: Mapping[str, str] = field(default_factory=dict)  # as written: a candidate's key
    log_day: date | None = None  # the day the log was last brought up to date
    raised: date | None = None  # for rows that do not say when they were raised


@dataclass(frozen=True, kw_only=True)
class Plan:
    """The whole log, row by row, and what would be recorded."""

    rows: tuple[Row, ...]
    actions: tuple[ActionSaid, ...]
    owners: Mapping[str, Named]

    @property
    def unanswered(self) -> int:
        return sum(row.verdict is Verdict.AMBIGUOUS for row in self.rows)


class Stop(Exception):
    """A row goes no further: its verdict and why."""

    def __init__(self, verdict: Verdict, why: str) -> None:
        super().__init__(why)
        self.verdict, self.why = verdict, why


def plan(entries: Sequence[Entry], *, there: There, answers: Answers) -> Plan:
    """What the log would record, and why each row would or would not."""
    names = dict.fromkeys(entry.owner or entry.person for entry in entries)
    owners = {name: owner_of(name, there, answers) for name in names if name}
    rows: list[Row] = []
    actions: list[ActionSaid] = []
    seen: dict[tuple[str, date | None], int] = {}
    for entry in entries:
        verdict, said, notes = Verdict.REJECTED, None, ""
        try:
            verdict, said, notes = _entry(entry, owners, seen, there, answers)
        except Stop as stop:
            verdict, notes = stop.verdict, stop.why
        rows.append(Row(place=f"row {entry.number}", says=entry.what or "Nothing to be done is written", verdict=verdict, why=notes))
        actions += [said] if said else []
    return Plan(rows=tuple(rows), actions=tuple(actions), owners=owners)


def owner_of(name: str, there: There, answers: Answers) -> Named:
    """Whose a row is, as answered or as its words say; of several owners in one cell, none is chosen for them."""
    chosen = next((one for one in there.candidates if one.key == answers.owners.get(name)), None)
    return Named(found=chosen) if chosen else find(name, there.candidates)


Judged = tuple[Verdict, ActionSaid | None, str]


def _entry(entry: Entry, owners: Mapping[str, Named], seen: dict[tuple[str, date | None], int], there: There, answers: Answers) -> Judged:
    if not entry.what:
        raise Stop(Verdict.REJECTED, "Nothing to be done is written in this row")
    if len(entry.what) > LONGEST:
        raise Stop(Verdict.REJECTED, f"It is longer than {LONGEST} letters. Shorten it; what was done fits into the update")
    raised = _day(entry.raised, "raised") or answers.raised
    twin = (whole(entry.what), raised)
    if twin in seen:
        raise Stop(Verdict.REJECTED, f"The same as row {seen[twin]}")
    seen[twin] = entry.number
    match = _match(entry, raised, there)
    if match:
        return _again(entry, match, there, answers)
    return _new(entry, raised, owners, there, answers)


def _day(read: DayRead, what: str) -> date | None:
    if read.two_ways:
        raise Stop(Verdict.AMBIGUOUS, f"The day it was {what} can be read two ways. Say which number is the day")
    if read.problem:
        raise Stop(Verdict.REJECTED, f"The day it was {what}: {read.problem}")
    return read.day


def _match(entry: Entry, raised: date | None, there: There) -> Existing | None:
    """The action a row is about, by its words and day, or by its reference where the words agree."""
    words = whole(entry.what)
    same = [one for one in there.actions if whole(one.what) == words]
    named = next((one for one in there.actions if one.ref == entry.ref), None)
    if named in same and named is not None:
        return named
    on_day = [one for one in same if raised is None or one.on == raised]
    if len(on_day) > 1:
        raise Stop(Verdict.REJECTED, f"{len(on_day)} actions here say the same. Give the reference of the one that is meant")
    if not on_day and named is not None:
        raise Stop(Verdict.REJECTED, f"{named.ref} here is about something else. Take the reference away if this is a new action")
    return on_day[0] if on_day else None


def _again(entry: Entry, match: Existing, there: There, answers: Answers) -> Judged:
    """A row about an action that is there: what it adds, if anything."""
    notes = []
    due = entry.due.day
    if due and due != match.due:
        notes.append("its due date differs and is left as it is: a group agrees another at a meeting")
    ends = entry.status if match.status is ActionStatus.OPEN else ActionStatus.OPEN
    if match.status is not ActionStatus.OPEN and entry.status is ActionStatus.OPEN and entry.is_status_known and entry.status_words:
        notes.append(f"it is {match.status.label.lower()} here")
    words = entry.words if match.status is ActionStatus.OPEN and entry.words and whole(entry.words) not in match.said else ""
    tail = f" ({'; '.join(notes)})" if notes else ""
    if not words and ends is ActionStatus.OPEN:
        return Verdict.MATCHED, None, f"{match.ref}: nothing to change{tail}"
    day = _when(entry, match.on, bool(words), ends, there, answers)
    said = _said(entry, ref=match.ref, body="", person="", on=match.on, due=None, words=words, day=day, ends=ends)
    does = " and ".join(
        filter(None, ["an update" if words else "", f"that it is {ends.label.lower()}" if ends is not ActionStatus.OPEN else ""])
    )
    return Verdict.NEW, said, f"{match.ref}: adds {does}{tail}"


def _new(entry: Entry, raised: date | None, owners: Mapping[str, Named], there: There, answers: Answers) -> Judged:
    """A row about something not recorded yet."""
    if raised is None:
        raise Stop(Verdict.AMBIGUOUS, "The row does not say when it was raised. Say the day above, for all rows without one")
    if raised > there.today:
        raise Stop(Verdict.REJECTED, f"It was raised on {say(raised)}, which has not come yet")
    due = _day(entry.due, "due")
    if reason := why_not_due(raised, due=due):
        raise Stop(Verdict.REJECTED, reason)
    found = owners.get(entry.owner or entry.person)
    if found is None:
        raise Stop(Verdict.REJECTED, "Nobody is named as its owner")
    if found.found is None:
        raise Stop(Verdict.AMBIGUOUS, f"{found.why}. Choose the owner above")
    body, person = there.owners[found.found.key]
    day = _when(entry, raised, bool(entry.words or entry.rag), entry.status, there, answers)
    said = _said(entry, ref="", body=body, person=person, on=raised, due=due, words=entry.words, day=day, ends=entry.status)
    notes = [f"Owner: {found.found.says}"]
    notes += ["no due date" if due is None else f"due {say(due)}"]
    notes += [] if entry.is_status_known else [f"“{entry.status_words}” is taken as open"]
    notes += [entry.status.label.lower()] if entry.status is not ActionStatus.OPEN else []
    return Verdict.NEW, said, ", ".join(notes)


def _when(entry: Entry, began: date, has_words: bool, ends: ActionStatus, there: There, answers: Answers) -> date:
    """The day of the update and of the end: what the row says, or else the day of the log."""
    closed = _day(entry.closed, "closed")
    needs = (has_words and closed is None) or (ends is not ActionStatus.OPEN and closed is None)
    day = closed or answers.log_day
    if needs and day is None:
        raise Stop(Verdict.AMBIGUOUS, "The row has an update or an end without a day. Say on which day the log was last brought up to date")
    day = day or began
    if day < began:
        raise Stop(Verdict.REJECTED, f"It was raised on {say(began)}, so nothing can have happened to it on {say(day)}")
    if day > there.today:
        raise Stop(Verdict.REJECTED, f"{say(day)} has not come yet")
    return day


def _said(
    entry: Entry,
    *,
    ref: str,
    body: str,
    person: str,
    on: date,
    due: date | None,
    words: str,
    day: date,
    ends: ActionStatus,
) -> ActionSaid:
    return ActionSaid(
        number=entry.number,
        ref=ref,
        what=entry.what,
        body=body,
        person=person,
        on=on,
        due=due,
        words=words,
        day=day,
        rag=entry.rag.value if entry.rag and (words or not ref) else "",
        ends=ends if ends is not ActionStatus.OPEN else None,
    )
