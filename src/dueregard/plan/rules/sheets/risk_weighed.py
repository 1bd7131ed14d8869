"""What a register’s sheet would record: each row set beside the risks there are."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from dueregard.basics.dates import say
from dueregard.plan.rules.sheets.risk_rows import LABELS, LONGEST_CONTROL, LONGEST_TITLE, SCORES, Field, RiskEntry, risk_owners_of
from dueregard.plan.rules.sheets.trip import MARK, Trip, compare, mark, read_mark, settle
from dueregard.plan.rules.sheets.verdicts import Change, Clash, Row, Stop, Verdict
from dueregard.risk.rules.said import RiskSaid
from dueregard.sheets.rules.naming import Candidate, Named, find, whole

# What a sheet of ours carries of a risk, besides its reference and its mark.
RISK_CARRIED = tuple(one for one in Field if one not in {Field.REF, Field.MARK})
TEXTS = (Field.TITLE, Field.CAUSE, Field.EVENT, Field.EFFECT)
RISK_COLUMNS = (Field.REF.label, *(name.label for name in RISK_CARRIED), MARK)


@dataclass(frozen=True, kw_only=True)
class RiskHere:
    """A risk of the register as it stands, each field as it is compared."""

    ref: str
    on: date
    values: Mapping[str, str]
    controls: frozenset[str]  # as compared
    is_corporate: bool
    owner: tuple[str, str]


@dataclass(frozen=True, kw_only=True)
class RisksThere:
    """The register, and who may own a risk."""

    today: date
    area: str
    risks: Sequence[RiskHere]
    candidates: Sequence[Candidate]
    owners: Mapping[str, tuple[str, str]]


@dataclass(frozen=True, kw_only=True)
class RiskAnswers:
    """What somebody has answered to what the sheet leaves open."""

    day: date  # on which new risks were identified, and everything changed
    owners: Mapping[str, str] = field(default_factory=dict)
    clashes: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class RisksWeighed:
    """The whole sheet, row by row, what it leaves open, and what would be recorded."""

    rows: tuple[Row, ...]
    said: tuple[RiskSaid, ...]
    owners: Mapping[str, Named]
    clashes: tuple[Clash, ...]
    missing: tuple[str, ...]

    @property
    def unanswered(self) -> int:
        """How many rows still need an answer."""
        return sum(row.verdict is Verdict.ASKS for row in self.rows)


def risk_line(area: str, ref: str, values: Mapping[str, str]) -> tuple[object, ...]:
    """A row of our own sheet: the reference, each field as a cell, and the mark."""
    return (ref, *(_cell(name, values[name]) for name in RISK_CARRIED), mark(area, ref, values))


def _cell(name: Field, value: str) -> object:
    if name is Field.REVIEW:
        return date.fromisoformat(value) if value else None
    return value.capitalize() if name is Field.STATUS else value


def weigh_register(entries: Sequence[RiskEntry], *, there: RisksThere, answers: RiskAnswers) -> RisksWeighed:
    """What the sheet would record, and why each row would or would not."""
    owners = {name: _owner_of(name, there, answers) for name in risk_owners_of(entries)}
    by_ref = {one.ref: one for one in there.risks}
    by_title: dict[str, list[RiskHere]] = {}
    for one in there.risks:
        by_title.setdefault(whole(one.values[Field.TITLE]), []).append(one)
    rows: list[Row] = []
    said: list[RiskSaid] = []
    clashes: list[Clash] = []
    seen: dict[str, int] = {}
    for entry in entries:
        row = Row(number=entry.number, says=entry.words(Field.TITLE) or "No risk is written", verdict=Verdict.WRONG, why="")
        try:
            trip = read_mark(entry.mark, area=there.area, ref=entry.ref)
            here = _match(entry, trip, by_ref, by_title, seen)
            found, told, now = _judged(entry, here, trip, owners, there, answers)
            clashes += told
            row = replace(row, ref=here.ref, says=here.values[Field.TITLE]) if here else row
            row = replace(row, verdict=found.verdict, why=found.why, changes=found.changes)
            said += [now] if now else []
        except Stop as stop:
            row = replace(row, verdict=stop.verdict, why=stop.why)
        rows.append(row)
    missing = tuple(ref for ref in by_ref if ref not in seen) if any(entry.mark for entry in entries) else ()
    return RisksWeighed(rows=tuple(rows), said=tuple(said), owners=owners, clashes=tuple(clashes), missing=missing)


def _owner_of(name: str, there: RisksThere, answers: RiskAnswers) -> Named:
    chosen = next((one for one in there.candidates if one.key == answers.owners.get(name)), None)
    return Named(found=chosen) if chosen else find(name, there.candidates)


def _match(
    entry: RiskEntry, trip: Trip | None, by_ref: Mapping[str, RiskHere], by_title: Mapping[str, list[RiskHere]], seen: dict[str, int]
) -> RiskHere | None:
    """The risk a row is about: by its reference, or by its title where it has none."""
    if entry.problems:
        raise Stop(Verdict.WRONG, ". ".join(entry.problems))
    if entry.review.two_ways:
        raise Stop(Verdict.ASKS, "A date can be read two ways. Say above which number is the day")
    ref = entry.ref or (trip.ref if trip else "")
    if ref and ref not in by_ref:
        raise Stop(Verdict.WRONG, f"There is no risk {ref} here that you can see. Take the reference away to identify a new one")
    if not ref:
        title = whole(entry.words(Field.TITLE))
        if not title:
            raise Stop(Verdict.WRONG, "No risk is written in this row")
        same = by_title.get(title, [])
        if len(same) > 1:
            raise Stop(Verdict.WRONG, f"{len(same)} risks here are called this. Give the reference of the one that is meant")
        ref = same[0].ref if same else f"new: {title}"
    if ref in seen:
        raise Stop(Verdict.WRONG, f"{'The same' if ref.startswith('new') else ref} stands in row {seen[ref]} already")
    seen[ref] = entry.number
    return by_ref.get(ref)


@dataclass(frozen=True, kw_only=True)
class _Found:
    verdict: Verdict
    why: str
    changes: tuple[Change, ...] = ()


Judged = tuple[_Found, list[Clash], RiskSaid | None]


def _judged(
    entry: RiskEntry, here: RiskHere | None, trip: Trip | None, owners: Mapping[str, Named], there: RisksThere, answers: RiskAnswers
) -> Judged:
    if answers.day > there.today or (here and answers.day < here.on):
        since = f"since it was identified, {say(here.on)}, and today" if here else "not after today"
        raise Stop(Verdict.ASKS, f"The day of the sheet lies {since}: say so above")
    if here is None:
        return _new(entry, owners, there)
    sheet = _compared(entry, here, trip, owners, there)
    found = compare(trip, here=here.values, sheet=sheet)
    fields, clashes = settle(found, ref=here.ref, labels=LABELS, here=here.values, sheet=sheet, answers=answers.clashes)
    changes = tuple(Change(field=LABELS[name], was=here.values[name], to=sheet[name]) for name in fields)
    if any(one.key not in answers.clashes for one in clashes):
        told = ", ".join(one.field.lower() for one in clashes)
        why = f"Changed here since the sheet was taken away: {told}. Say above which holds"
        return _Found(verdict=Verdict.ASKS, why=why, changes=changes), clashes, None
    try:
        said, notes = _again(entry, here, fields, sheet, owners, there)
    except Stop as stop:
        return _Found(verdict=stop.verdict, why=stop.why, changes=changes), clashes, None
    verdict = Verdict.CHANGED if said else Verdict.SAME
    return _Found(verdict=verdict, why="; ".join([*notes, *entry.unscored]), changes=changes), clashes, said


def _new(entry: RiskEntry, owners: Mapping[str, Named], there: RisksThere) -> Judged:
    _too_long(entry.words(Field.TITLE), entry.controls)
    named = owners.get(entry.words(Field.PERSON) or entry.words(Field.OWNER))
    if named and not named.found:
        raise Stop(Verdict.ASKS, f"{named.why}. Choose the owner above")
    body, person = there.owners[named.found.key] if named and named.found else ("", "")
    scores = {name.value: entry.words(name) for name in SCORES if entry.words(name)}
    notes = [f"Owner: {named.found.says}" if named and named.found else "nobody owns it yet"]
    notes += [f"{LABELS[name].lower()} {score}" for name, score in scores.items()] + list(entry.unscored)
    said = RiskSaid(
        number=entry.number,
        ref="",
        texts={name.value: entry.words(name) for name in TEXTS},
        body=body,
        person=person,
        scores=scores,
        review=entry.review.day,
        controls=entry.controls,
        reference=entry.words(Field.REFERENCE),
        status="closed" if entry.words(Field.STATUS) == "closed" else "",
    )
    return _Found(verdict=Verdict.NEW, why=", ".join(notes)), [], said


def _too_long(title: str, controls: Sequence[str]) -> None:
    if len(title) > LONGEST_TITLE:
        raise Stop(Verdict.WRONG, f"The title is longer than {LONGEST_TITLE} letters. Shorten it; the rest fits under what may happen")
    if any(len(control) > LONGEST_CONTROL for control in controls):
        raise Stop(Verdict.WRONG, f"A control is longer than {LONGEST_CONTROL} letters. Write each on a line of its own")


def _compared(entry: RiskEntry, here: RiskHere, trip: Trip | None, owners: Mapping[str, Named], there: RisksThere) -> dict[str, str]:
    """The fields of a row that are compared; without a mark, what is only written otherwise is left aside."""
    sheet = {name.value: entry.words(name) for name in RISK_CARRIED}
    if trip is not None:
        return sheet
    for name in TEXTS:
        if whole(sheet[name]) == whole(here.values[name]):
            sheet[name] = ""
    if all(whole(one) in here.controls for one in entry.controls):
        sheet[Field.CONTROLS] = ""
    named = owners.get(sheet[Field.PERSON] or sheet[Field.OWNER])
    if named and named.found and there.owners[named.found.key] == here.owner:
        sheet[Field.OWNER] = sheet[Field.PERSON] = ""
    return sheet


def _again(
    entry: RiskEntry, here: RiskHere, fields: Sequence[str], sheet: Mapping[str, str], owners: Mapping[str, Named], there: RisksThere
) -> tuple[RiskSaid | None, list[str]]:
    wanted = set(fields)
    notes: list[str] = []
    controls = tuple(one for one in entry.controls if whole(one) not in here.controls) if Field.CONTROLS in wanted else ()
    if Field.CONTROLS in wanted and not controls:
        wanted.discard(Field.CONTROLS)
        notes.append("a sheet ends no control: do that on the risk’s page")
    if not wanted:
        return None, notes
    _too_long(sheet[Field.TITLE], controls)
    if here.values[Field.STATUS] == "closed" and not (Field.STATUS in wanted and sheet[Field.STATUS] == "open"):
        raise Stop(Verdict.WRONG, "The risk is closed here. Write Open under Status to change it")
    if Field.REFERENCE in wanted and not here.is_corporate:
        raise Stop(Verdict.WRONG, "Only a corporate risk has a reference in the corporate register")
    if Field.REVIEW in wanted and entry.review.day and entry.review.day <= there.today:
        raise Stop(Verdict.WRONG, "The next review comes after today")
    body, person = _owner(wanted, sheet, owners, there) if {Field.OWNER, Field.PERSON} & wanted else ("", "")
    said = RiskSaid(
        number=entry.number,
        ref=here.ref,
        texts={name.value: sheet[name] for name in TEXTS if name in wanted},
        body=body,
        person=person,
        scores={name.value: sheet[name] for name in SCORES if name in wanted},
        review=entry.review.day if Field.REVIEW in wanted else None,
        controls=controls,
        reference=sheet[Field.REFERENCE] if Field.REFERENCE in wanted else "",
        status=sheet[Field.STATUS] if Field.STATUS in wanted else "",
    )
    return said, notes


def _owner(wanted: set[str], sheet: Mapping[str, str], owners: Mapping[str, Named], there: RisksThere) -> tuple[str, str]:
    name = sheet[Field.PERSON] if Field.PERSON in wanted else sheet[Field.OWNER]
    named = owners.get(name)
    if named is None or named.found is None:
        raise Stop(Verdict.ASKS, f"{named.why if named else f'Nobody here is called {name}'}. Choose the owner above")
    return there.owners[named.found.key]
