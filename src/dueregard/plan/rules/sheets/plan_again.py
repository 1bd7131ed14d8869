"""A row of a plan’s sheet about an action that is in the plan: what it changes, field by field."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from dueregard.basics.dates import say
from dueregard.partnership.rules.decisions import ActionStatus
from dueregard.plan.rules.sheets.plan_beside import CARRIED, LEAVE, Answers, Here, PlannedSaid, There, shows
from dueregard.plan.rules.sheets.plan_rows import LABELS, Entry, Field
from dueregard.plan.rules.sheets.trip import Trip, compare, settle
from dueregard.plan.rules.sheets.verdicts import Change, Clash, Stop, Verdict
from dueregard.sheets.rules.naming import Named, whole


@dataclass(frozen=True, kw_only=True)
class Again:
    """What a row would add to an action, or why it cannot."""

    said: PlannedSaid | None = None
    why: str = ""
    changes: tuple[Change, ...] = ()
    clashes: tuple[Clash, ...] = ()
    stop: Stop | None = None


def again(entry: Entry, here: Here, trip: Trip | None, *, there: There, answers: Answers, owners: Mapping[str, Named]) -> Again:
    """What the row changes of the action; an empty cell takes nothing away."""
    sheet = _compared(entry, here, trip, owners=owners, there=there)
    found = compare(trip, here=here.values, sheet=sheet)
    fields, told = settle(found, ref=here.ref, labels=LABELS, here=here.values, sheet=sheet, answers=answers.clashes)
    clashes = tuple(replace(one, here=shows(_field(one), one.here), sheet=shows(_field(one), one.sheet)) for one in told)
    wanted = [Change(field=LABELS[name], was=shows(name, here.values.get(name, "")), to=shows(name, sheet[name])) for name in fields]
    kept = Again(changes=tuple(wanted), clashes=clashes)
    if any(one.key not in answers.clashes for one in clashes):
        fields_told = ", ".join(one.field.lower() for one in clashes)
        return replace(kept, stop=Stop(Verdict.ASKS, f"Changed here since the sheet was taken away: {fields_told}. Say above which holds"))
    try:
        said, notes = _said(entry, here, fields, sheet, there=there, answers=answers, owners=owners)
    except Stop as stop:
        return replace(kept, stop=stop)
    return replace(kept, said=said, why="; ".join(notes))


def _field(clash: Clash) -> str:
    return clash.key.removeprefix(f"{clash.ref}-")


def _compared(entry: Entry, here: Here, trip: Trip | None, *, owners: Mapping[str, Named], there: There) -> dict[str, str]:
    """The fields of a row that are compared; without a mark, what is only written otherwise is left aside."""
    sheet = {name.value: entry.words(name) for name in CARRIED}
    sheet[Field.OBJECTIVE] = sheet[Field.OBJECTIVE] or entry.section
    if trip is not None:
        return sheet
    sheet[Field.OBJECTIVE] = there.titled(sheet[Field.OBJECTIVE])
    for name in (Field.OBJECTIVE, Field.WHAT):
        if whole(sheet[name]) == whole(here.values[name]):
            sheet[name] = ""
    if whole(sheet[Field.WORDS]) in here.said:
        sheet[Field.WORDS] = ""
    named = owners.get(sheet[Field.PERSON] or sheet[Field.OWNER])
    if named and named.found and there.owners[named.found.key] == here.owner:
        sheet[Field.OWNER] = sheet[Field.PERSON] = ""
    return sheet


def _said(
    entry: Entry, here: Here, fields: list[str], sheet: Mapping[str, str], *, there: There, answers: Answers, owners: Mapping[str, Named]
) -> tuple[PlannedSaid | None, list[str]]:
    if Field.WHAT in fields:
        raise Stop(Verdict.WRONG, f"What {here.ref} is about does not change. Take the reference and the mark away to write a new action")
    wanted = list(fields)
    notes: list[str] = []
    risks = _risks(here, sheet, wanted, notes, there)
    if Field.DUE in wanted and answers.item == LEAVE:
        wanted.remove(Field.DUE)
        notes.append("its due date is left as it is")
    if not wanted:
        return None, notes
    _wrong(entry, here, wanted, there, answers)
    body, person = _owner(wanted, sheet, owners, there) if {Field.OWNER, Field.PERSON} & set(wanted) else ("", "")
    said = PlannedSaid(
        number=entry.number,
        ref=here.ref,
        body=body,
        person=person,
        on=here.on,
        day=answers.log_day,
        objective=sheet[Field.OBJECTIVE] if Field.OBJECTIVE in wanted else "",
        start=entry.start.day if Field.START in wanted else None,
        due=entry.due.day if Field.DUE in wanted else None,
        item=answers.item if Field.DUE in wanted else "",
        risks=risks,
        words=sheet[Field.WORDS] if Field.WORDS in wanted else "",
        rag=sheet[Field.RAG] if Field.RAG in wanted or (Field.WORDS in wanted and entry.rag) else "",
        ends=entry.status if Field.STATUS in wanted else None,
    )
    return said, notes


def _risks(here: Here, sheet: Mapping[str, str], wanted: list[str], notes: list[str], there: There) -> tuple[str, ...]:
    """The risks a row adds; those it leaves out stay linked."""
    if Field.RISK not in wanted:
        return ()
    there_now = set(here.values[Field.RISK].split(", "))
    added = tuple(dict.fromkeys(one.strip() for one in sheet[Field.RISK].split(",") if one.strip() and one.strip() not in there_now))
    if wrong := [ref for ref in added if ref not in {one.key for one in there.risks}]:
        raise Stop(Verdict.WRONG, f"There is no open risk {wrong[0]} here that you can see")
    if not added:
        wanted.remove(Field.RISK)
        notes.append("a sheet lets go of no risk: do that on the action’s page")
    return added


def _wrong(entry: Entry, here: Here, wanted: list[str], there: There, answers: Answers) -> None:
    opens = Field.STATUS in wanted and entry.status is ActionStatus.OPEN
    if here.status is not ActionStatus.OPEN and not opens:
        raise Stop(Verdict.WRONG, f"It is {here.status.label.lower()} here. Write Open under Status to change it")
    if answers.log_day > there.today or answers.log_day < here.on:
        raise Stop(Verdict.ASKS, f"It was raised on {say(here.on)}: say above on which day since then the sheet was brought up to date")
    if Field.DUE in wanted and not answers.item:
        raise Stop(Verdict.ASKS, "A group agrees another due date at a meeting. Choose above at which item, or leave the dates as they are")
    if Field.DUE in wanted and entry.due.day and entry.due.day < here.on:
        raise Stop(Verdict.WRONG, f"It cannot be due on {say(entry.due.day)}: it was raised on {say(here.on)}")
    if entry.start.day and entry.due.day and entry.due.day < entry.start.day and {Field.START, Field.DUE} & set(wanted):
        raise Stop(Verdict.WRONG, "It would be due before it starts")


def _owner(wanted: list[str], sheet: Mapping[str, str], owners: Mapping[str, Named], there: There) -> tuple[str, str]:
    """The body and person a row gives the action to: the person where that was changed, otherwise the body alone."""
    name = sheet[Field.PERSON] if Field.PERSON in wanted else sheet[Field.OWNER]
    named = owners.get(name) or owners.get(sheet[Field.OWNER])
    if named is None or named.found is None:
        raise Stop(Verdict.ASKS, f"{named.why if named else f'Nobody here is called {name}'}. Choose the owner above")
    return there.owners[named.found.key]
