"""What a plan’s sheet would record: each row set beside the actions there are."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from dueregard.plan.rules.sheets.plan_again import again
from dueregard.plan.rules.sheets.plan_beside import LEAVE, Answers, Here, PlannedSaid, There, Weighed
from dueregard.plan.rules.sheets.plan_new import new
from dueregard.plan.rules.sheets.plan_rows import Entry, Field, Read, owners_of
from dueregard.plan.rules.sheets.trip import Trip, read_mark
from dueregard.plan.rules.sheets.verdicts import Clash, Row, Stop, Verdict
from dueregard.sheets.rules.naming import Named, find, whole

REFS = re.compile(r"\bRS?\d+\b")


@dataclass
class _Seen:
    """What the rows before have named already."""

    refs: dict[str, int] = field(default_factory=dict)
    words: dict[tuple[str, str], int] = field(default_factory=dict)
    clashes: list[Clash] = field(default_factory=list)


def weigh(read: Read, *, there: There, answers: Answers) -> Weighed:
    """What the sheet would record, and why each row would or would not."""
    owners = {name: owner_of(name, there, answers) for name in owners_of(read.entries)}
    risks = {words: risk_of(words, there, answers) for words in _risks(read)}
    seen, by_words = _Seen(), _by_words(there)
    by_ref = {one.ref: one for one in there.actions}
    rows, said = [], []
    for entry in read.entries:
        try:
            row, one = _row(entry, read, _Beside(by_ref, by_words, owners, risks, there, answers), seen)
        except Stop as stop:
            row, one = Row(number=entry.number, says=_says(entry), ref=entry.ref, verdict=stop.verdict, why=stop.why), None
        rows.append(row)
        said += [one] if one else []
    missing = tuple(ref for ref in by_ref if ref not in seen.refs) if any(entry.mark for entry in read.entries) else ()
    return Weighed(rows=tuple(rows), said=tuple(said), owners=owners, risks=risks, clashes=tuple(seen.clashes), missing=missing)


@dataclass(frozen=True)
class _Beside:
    """Everything a row is set beside."""

    by_ref: Mapping[str, Here]
    by_words: Mapping[str, list[Here]]
    owners: Mapping[str, Named]
    risks: Mapping[str, Named]
    there: There
    answers: Answers


def _by_words(there: There) -> dict[str, list[Here]]:
    found: dict[str, list[Here]] = {}
    for one in there.actions:
        found.setdefault(whole(one.values[Field.WHAT]), []).append(one)
    return found


def _says(entry: Entry) -> str:
    return entry.words(Field.WHAT) or "Nothing to be done is written"


def owner_of(name: str, there: There, answers: Answers) -> Named:
    """Whose a row is, as answered or as its words say; of several owners in one cell, none is chosen for them."""
    chosen = next((one for one in there.candidates if one.key == answers.owners.get(name)), None)
    return Named(found=chosen) if chosen else find(name, there.candidates)


def risk_of(words: str, there: There, answers: Answers) -> Named:
    """Which risk a row answers, as answered or as its words say."""
    told = answers.risks.get(words, "")
    chosen = next((one for one in there.risks if one.key == told), None)
    return Named(found=chosen) if chosen else Named(why=LEAVE) if told == LEAVE else find(words, there.risks)


def _risks(read: Read) -> list[str]:
    """The different risks as written, those that are no reference."""
    found = (entry.words(Field.RISK) for entry in read.entries)
    return list(dict.fromkeys(words for words in found if words and not REFS.fullmatch(words.replace(" ", "").split(",")[0])))


def _row(entry: Entry, read: Read, beside: _Beside, seen: _Seen) -> tuple[Row, PlannedSaid | None]:
    if entry.problems:
        raise Stop(Verdict.WRONG, ". ".join(entry.problems))
    if entry.has_two_ways:
        raise Stop(Verdict.ASKS, "A date can be read two ways. Say above which number is the day")
    trip = read_mark(entry.mark, area=beside.there.area, ref=entry.ref)
    here = _match(entry, trip, beside, seen)
    if here is None:
        said, why = new(entry, read, owners=beside.owners, risks=beside.risks, there=beside.there, answers=beside.answers)
        return Row(number=entry.number, says=_says(entry), verdict=Verdict.NEW, why=why), said
    result = again(entry, here, trip, there=beside.there, answers=beside.answers, owners=beside.owners)
    seen.clashes += result.clashes
    if result.stop:
        verdict, why = result.stop.verdict, result.stop.why
    else:
        verdict, why = (Verdict.CHANGED if result.said else Verdict.SAME), result.why
    row = Row(number=entry.number, says=here.values[Field.WHAT], ref=here.ref, verdict=verdict, why=why, changes=result.changes)
    return row, None if result.stop else result.said


def _match(entry: Entry, trip: Trip | None, beside: _Beside, seen: _Seen) -> Here | None:
    """The action a row is about: by its reference, or by its words where it has none."""
    ref = entry.ref or (trip.ref if trip else "")
    if ref and ref in seen.refs:
        raise Stop(Verdict.WRONG, f"{ref} stands in row {seen.refs[ref]} already")
    if ref and ref not in beside.by_ref:
        raise Stop(Verdict.WRONG, f"There is no action {ref} in this plan that you can see. Take the reference away to write a new one")
    if not ref:
        ref = _by_its_words(entry, beside, seen)
    if ref:
        seen.refs[ref] = entry.number
    return beside.by_ref.get(ref)


def _by_its_words(entry: Entry, beside: _Beside, seen: _Seen) -> str:
    words = whole(entry.words(Field.WHAT))
    if not words:
        raise Stop(Verdict.WRONG, "Nothing to be done is written in this row")
    twin = (words, whole(entry.words(Field.OBJECTIVE) or entry.section))
    if twin in seen.words:
        raise Stop(Verdict.WRONG, f"The same as row {seen.words[twin]}")
    seen.words[twin] = entry.number
    same = [one for one in beside.by_words.get(words, ()) if one.ref not in seen.refs]
    if len(same) > 1:
        raise Stop(Verdict.WRONG, f"{len(same)} actions of the plan say the same. Give the reference of the one that is meant")
    return same[0].ref if same else ""
