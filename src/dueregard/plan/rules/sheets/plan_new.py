"""A row of a plan’s sheet about something not in the plan yet: what would be recorded of it."""

from collections.abc import Mapping
from datetime import date

from dueregard.basics.dates import say
from dueregard.partnership.rules.bringing_in.log import LONGEST
from dueregard.partnership.rules.decisions import ActionStatus, why_not_due
from dueregard.plan.rules.sheets.plan_beside import LEAVE, Answers, PlannedSaid, There
from dueregard.plan.rules.sheets.plan_rows import Entry, Field, Read, quarter_end
from dueregard.plan.rules.sheets.verdicts import Stop, Verdict
from dueregard.sheets.rules.naming import Named, whole

TITLE = 300  # letters of an objective, a milestone, a measure


def new(
    entry: Entry, read: Read, *, owners: Mapping[str, Named], risks: Mapping[str, Named], there: There, answers: Answers
) -> tuple[PlannedSaid, str]:
    """A new action with everything its row says of it, and that in words; Stop where it cannot be recorded as it stands."""
    _wrong(entry, there, answers)
    body, person, owner = _owner(entry, owners, there, answers)
    named, about = _risks(entry, risks, there)
    title = there.titled(entry.words(Field.OBJECTIVE) or entry.section)[:TITLE]
    step, step_due, further = _next(entry, read, there)
    words = " ".join(filter(None, [entry.words(Field.WORDS), f"Next: {further}" if further else ""]))
    day = _said_on(read, there, answers) if words else max(answers.log_day, answers.raised)
    ends = entry.status if entry.status is not ActionStatus.OPEN else None
    notes = [f"Owner: {owner}", f"due {say(entry.due.day)}" if entry.due.day else "no due date"]
    notes += [f"objective “{title}”{'' if whole(title) in there.objectives else ', which is new'}"] if title else ["under no objective"]
    notes += [about] if about else []
    notes += [f"update dated {say(day)}"] if words else []
    notes += [f"next step by {say(step_due)}"] if step_due else []
    notes += [str(ends.label).lower()] if ends else []
    said = PlannedSaid(
        number=entry.number,
        ref="",
        what=entry.words(Field.WHAT),
        body=body,
        person=person,
        on=answers.raised,
        day=day,
        objective=title,
        start=entry.start.day,
        due=entry.due.day,
        risks=named,
        outcome=entry.words(Field.OUTCOME)[:TITLE],
        step=step,
        step_due=step_due,
        words=words,
        rag=entry.rag.value if entry.rag else "",
        ends=ends,
    )
    return said, ", ".join(notes)


def _wrong(entry: Entry, there: There, answers: Answers) -> None:
    if len(entry.words(Field.WHAT)) > LONGEST:
        raise Stop(Verdict.WRONG, f"It is longer than {LONGEST} letters. Shorten it; what was done fits into the update")
    if answers.raised > there.today or answers.raised < there.begun:
        raise Stop(Verdict.ASKS, f"Actions are raised between the day the plan was begun, {say(there.begun)}, and today: say so above")
    if answers.log_day > there.today or answers.log_day < answers.raised:
        raise Stop(Verdict.ASKS, "The sheet was brought up to date after its actions were raised, and not after today: say so above")
    if reason := why_not_due(answers.raised, due=entry.due.day):
        raise Stop(Verdict.WRONG, reason)
    if entry.start.day and entry.due.day and entry.due.day < entry.start.day:
        raise Stop(Verdict.WRONG, "It would be due before it starts")


def _owner(entry: Entry, owners: Mapping[str, Named], there: There, answers: Answers) -> tuple[str, str, str]:
    """The body, the person and how they are called."""
    name = entry.words(Field.PERSON) or entry.words(Field.OWNER)
    named = owners.get(name)
    key = answers.nobody if not name else named.found.key if named and named.found else ""
    if not name and key not in there.owners:
        raise Stop(Verdict.ASKS, "Nobody is named as its owner. Choose above whose these rows are")
    if not key:
        raise Stop(Verdict.ASKS, f"{named.why if named else name}. Choose the owner above")
    body, person = there.owners[key]
    return body, person, next(one.says for one in there.candidates if one.key == key)


def _risks(entry: Entry, risks: Mapping[str, Named], there: There) -> tuple[tuple[str, ...], str]:
    """The risks a row answers, by their refs, and what is to be said of it."""
    words = entry.words(Field.RISK)
    if not words:
        return (), ""
    if words not in risks:
        refs = tuple(dict.fromkeys(one.strip() for one in words.split(",") if one.strip()))
        known = {one.key for one in there.risks}
        if wrong := [ref for ref in refs if ref not in known]:
            raise Stop(Verdict.WRONG, f"There is no open risk {wrong[0]} here that you can see")
        return refs, f"answers {', '.join(refs)}"
    named = risks[words]
    if named.found:
        return (named.found.key,), f"answers {named.found.key}"
    if named.proposed and named.why != LEAVE:
        raise Stop(Verdict.ASKS, f"{named.why}. Choose the risk above, or leave it without")
    return (), "its risk is not in the register: link it afterwards"


def _next(entry: Entry, read: Read, there: There) -> tuple[str, date | None, str]:
    """The next step as a milestone where its heading names a quarter; otherwise its words."""
    words, quarter = entry.words(Field.NEXT), read.quarters.get(Field.NEXT)
    if not words or quarter is None or entry.status in {ActionStatus.DONE, ActionStatus.DROPPED}:
        return "", None, words
    return words[:TITLE], quarter_end(there.covers_from, quarter=quarter, ends=there.covers_to), ""


def _said_on(read: Read, there: There, answers: Answers) -> date:
    """The day of the updates: the end of the quarter their heading names, or the day the sheet was brought up to date."""
    quarter = read.quarters.get(Field.WORDS)
    day = quarter_end(there.covers_from, quarter=quarter, ends=there.covers_to) if quarter else answers.log_day
    return max(min(day, there.today), answers.raised)
