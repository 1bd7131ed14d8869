"""What an attendance sheet would record: each mark set beside who was at the table and what is recorded already."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from dueregard.basics.dates import counted, listed, say
from dueregard.partnership.rules.bringing_in.at_table import Answers, MeetingSaid, Met, Said, There
from dueregard.partnership.rules.bringing_in.marks import Meaning, key_of, meaning_of
from dueregard.partnership.rules.bringing_in.matrix import Column, Matrix, Who
from dueregard.partnership.rules.bringing_in.plan import Row, Verdict, counts
from dueregard.partnership.rules.meetings import ATTENDED, Presence, why_not_change_minutes
from dueregard.partnership.rules.meetings import MeetingStage as Stage
from dueregard.sheets.rules.naming import Candidate, Named, find

LEAVE = "leave"
BEST = [Presence.PRESENT, Presence.SUBSTITUTE, Presence.APOLOGIES, Presence.ABSENT]


@dataclass(frozen=True, kw_only=True)
class Plan:
    """The whole sheet, row by row, and what would be recorded."""

    columns: tuple[Row, ...]
    rows: tuple[Row, ...]
    cells: tuple[Row, ...]
    meetings: tuple[MeetingSaid, ...]
    whose: Mapping[int, Named]

    @property
    def unanswered(self) -> int:
        return sum(row.verdict is Verdict.AMBIGUOUS for row in (*self.columns, *self.rows))


def plan(matrix: Matrix, *, there: There, answers: Answers) -> Plan:
    """What the sheet would record, and why each row and column would or would not."""
    whose = {row.number: whose_is(row, there, answers) for row in matrix.rows}
    verdicts = {column.number: _column(column, matrix, there) for column in matrix.columns}
    cells: list[tuple[Who, Column, Row]] = []
    meetings: list[MeetingSaid] = []
    for column in matrix.columns:
        told, meeting, verdict = _meeting(column, matrix, whose, verdicts[column.number], there, answers)
        verdicts[column.number] = verdict
        cells += told
        meetings += [meeting] if meeting else []
    return Plan(
        columns=tuple(verdicts[column.number] for column in matrix.columns),
        rows=tuple(_row(row, whose[row.number], [cell for who, _, cell in cells if who is row], matrix) for row in matrix.rows),
        cells=tuple(cell for _, _, cell in cells),
        meetings=tuple(meetings),
        whose=whose,
    )


def whose_is(row: Who, there: There, answers: Answers) -> Named:
    """Whose a row is, as answered or as its words say."""
    said = answers.rows.get(row.number, "")
    if said == LEAVE:
        return Named(why="You left it out")
    if row.is_nobody:
        return Named(why="A total or a heading, not somebody")
    chosen = next((one for one in there.candidates if one.key == said), None)
    if chosen:
        return Named(found=chosen)
    named = [find(label, there.candidates) for label in row.labels]
    found = list(dict.fromkeys(one.found for one in named if one.found))
    seats = [one for one in found if one.key.startswith("seat:")]
    if len(seats) > 1:
        return Named(proposed=tuple(seats), why=f"It names more than one seat: {listed([one.says for one in seats])}")
    if found:
        return Named(found=(seats or found)[0])
    proposed = tuple(dict.fromkeys(candidate for one in named for candidate in one.proposed))
    return Named(proposed=proposed[:3], why=next((one.why for one in named if one.proposed), named[0].why))


def _person_beside(row: Who, there: There) -> str:
    """The person a row names beside its seat, so that who came is kept too."""
    found = [find(label, there.candidates).found for label in row.labels]
    return next((one.key.partition(":")[2] for one in found if one and one.key.startswith("person:")), "")


def _column(column: Column, matrix: Matrix, there: There) -> Row:
    """What a column of the sheet is: a meeting there already, a new one, or none."""
    read = column.read
    if read.two_ways:
        return _told(column, Verdict.AMBIGUOUS, f"“{column.words}” can be read two ways. Say which number is the day")
    if read.no_year:
        return _told(column, Verdict.AMBIGUOUS, f"“{column.words}” has no year. Say the year of the first date")
    if read.day is None:
        return _told(column, Verdict.REJECTED, read.problem)
    earlier = next((one for one in matrix.columns if one.read.day == read.day and one.number < column.number), None)
    if earlier:
        return _told(column, Verdict.REJECTED, f"The same day as {earlier.letter}")
    if read.day > there.today:
        return _told(column, Verdict.REJECTED, "This day has not come yet")
    if not there.group.holds(read.day):
        return _told(column, Verdict.REJECTED, f"The group did not exist on that day: it began on {say(there.group.on)}")
    same = [one for one in there.meetings if one.day == read.day and one.stage is not Stage.CANCELLED]
    if len(same) > 1:
        return _told(column, Verdict.REJECTED, f"{len(same)} meetings are down for that day. Record who came on their own pages")
    return _told(column, Verdict.MATCHED, f"Meeting {same[0].ref}") if same else _told(column, Verdict.NEW, "A meeting not recorded yet")


def _told(column: Column, verdict: Verdict, why: str) -> Row:
    says = say(column.read.day) if column.read.day else column.words
    return Row(place=column.letter, says=says, verdict=verdict, why=why)


Told = tuple[list[tuple[Who, Column, Row]], MeetingSaid | None, Row]


def _meeting(column: Column, matrix: Matrix, whose: Mapping[int, Named], verdict: Row, there: There, answers: Answers) -> Told:
    """Every mark of one meeting, and what is to be recorded of it."""
    day = column.read.day
    if day is None or verdict.verdict not in {Verdict.MATCHED, Verdict.NEW}:
        outs = [(row, column, _cell(row, column, verdict.verdict, verdict.why)) for row in matrix.rows if column.number in row.cells]
        return outs, None, verdict
    met = next((one for one in there.meetings if one.day == day and one.stage is not Stage.CANCELLED), None)
    said: dict[str, Said] = {}
    cells = []
    for row in matrix.rows:
        cell, one = _mark(row, column, day, whose[row.number], met, said, there, answers)
        cells += [(row, column, cell)] if cell else []
        said |= {one.key: one} if one else {}
    stood = {key: one.presence for key, one in met.stood.items()} if met else {}
    stood |= {key: one.presence for key, one in said.items()}
    if met is None or not met.took_place:
        if not any(presence in ATTENDED for presence in stood.values()):
            why = "Nobody is marked as having come, so it cannot be recorded as held"
            outs = [
                (row, where, replace(cell, verdict=_out(cell), why=cell.why if _out(cell) is not Verdict.REJECTED else why))
                for row, where, cell in cells
            ]
            waits = any(cell.verdict is Verdict.AMBIGUOUS for _, _, cell in cells)
            return outs, None, verdict if waits else replace(verdict, verdict=Verdict.REJECTED, why=why)
    elif not said:
        return cells, None, verdict
    meeting = MeetingSaid(day=day, ref=met.ref if met else "", took_place=bool(met and met.took_place), came=tuple(said.values()))
    return cells, meeting, verdict


def _out(cell: Row) -> Verdict:
    return cell.verdict if cell.verdict is Verdict.AMBIGUOUS else Verdict.REJECTED


def _cell(row: Who, column: Column, verdict: Verdict, why: str) -> Row:
    when = say(column.read.day) if column.read.day else column.words
    return Row(
        place=f"row {row.number}, {column.letter}",
        says=f"{row.words}, {when}: {row.cells.get(column.number, '')}",
        verdict=verdict,
        why=why,
    )


def _mark(
    row: Who, column: Column, day: date, named: Named, met: Met | None, said: Mapping[str, Said], there: There, answers: Answers
) -> tuple[Row | None, Said | None]:
    """One mark: what becomes of it, and what it records if anything."""
    text = row.cells.get(column.number, "")
    if not text and not (answers.blank_is_absent and named.found and row.cells):
        return None, None
    if named.found is None:
        return _cell(row, column, Verdict.AMBIGUOUS if named.is_doubtful else Verdict.REJECTED, named.why), None
    meaning = meaning_of(key_of(text), dict(answers.marks)) if text else Meaning.ABSENT
    if meaning is None:
        return _cell(row, column, Verdict.AMBIGUOUS, f"Say what “{text}” stands for"), None
    if meaning is Meaning.NOTHING:
        return _cell(row, column, Verdict.REJECTED, "The mark says nothing"), None
    one, why = _placed(row, named.found, day, Presence(meaning.value), there)
    if one is None:
        return (_cell(row, column, Verdict.REJECTED, why) if text else None), None
    return _beside(row, column, one, met, said)


def _placed(row: Who, found: Candidate, day: date, presence: Presence, there: There) -> tuple[Said | None, str]:
    """The seat, person or body that stands on that day, or why none does."""
    kind, _, ref = found.key.partition(":")
    if kind == "body":
        return Said(presence=presence, body=ref), ""
    if kind == "person":
        place = next((one for one in there.places.get(ref, ()) if one.holds(day) and there.seats[one.seat].holds(day)), None)
        return Said(presence=presence, seat=place.seat if place else "", person=ref), ""
    seat = there.seats[ref]
    if not seat.holds(day):
        ended = seat.until is not None and day > seat.until
        return None, f"{seat.says} {'ended' if ended else 'began'} on {say(seat.until if ended and seat.until else seat.on)}"
    person = _person_beside(row, there)
    return Said(presence=presence, seat=ref, person=person if presence is Presence.PRESENT else ""), ""


def _beside(row: Who, column: Column, one: Said, met: Met | None, said: Mapping[str, Said]) -> tuple[Row, Said | None]:
    """The mark set beside the other rows of the sheet and beside what is recorded."""
    other = said.get(one.key)
    if other is not None and BEST.index(other.presence) <= BEST.index(one.presence):
        return _cell(row, column, Verdict.MATCHED, f"Counted with another row: {other.presence.label.lower()}"), None
    if one.person and any(each.person == one.person and each.key != one.key and each.presence in ATTENDED for each in said.values()):
        return _cell(row, column, Verdict.REJECTED, "This person is in another seat at this meeting"), None
    before = met.stood.get(one.key) if met else None
    if before and before.presence is one.presence and one.person in {"", before.person}:
        return _cell(row, column, Verdict.MATCHED, f"Recorded already: {one.presence.label.lower()}"), None
    locked = why_not_change_minutes(met.stage) if met else None
    if locked:
        return _cell(row, column, Verdict.REJECTED, locked), None
    why = (
        f"{before.presence.label} becomes {one.presence.label.lower()}"
        if before and before.presence is not one.presence
        else one.presence.label
    )
    return _cell(row, column, Verdict.NEW, why), one


def _row(row: Who, named: Named, cells: Sequence[Row], matrix: Matrix) -> Row:
    """A row of the sheet as a whole: the verdict that asks most of whoever reads it."""
    place = f"column {row.number}" if matrix.is_turned else f"row {row.number}"
    if named.found is None:
        verdict = Verdict.AMBIGUOUS if named.is_doubtful and cells else Verdict.REJECTED
        return Row(place=place, says=row.words or "No name", verdict=verdict, why=named.why)
    if not cells:
        return Row(place=place, says=row.words, verdict=Verdict.REJECTED, why="Nothing is marked in it")
    order = (Verdict.AMBIGUOUS, Verdict.NEW, Verdict.MATCHED, Verdict.REJECTED)
    verdict = next(one for one in order if any(cell.verdict is one for cell in cells))
    told = [f"{number} {which.after_a_number}" for which, number in counts(cells) if number]
    reasons = list(dict.fromkeys(cell.why for cell in cells if cell.verdict in {Verdict.AMBIGUOUS, Verdict.REJECTED}))
    why = f"{named.found.says}: {counted(len(cells), 'mark')}, {', '.join(told)}"
    return Row(place=place, says=row.words, verdict=verdict, why=f"{why}. {'; '.join(reasons[:2])}" if reasons else why)
