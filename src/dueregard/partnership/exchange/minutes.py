"""Minutes as blocks: who came, what was said, decided, checked and asked for, and what was put right beside the record. Pure."""

from collections.abc import Iterator
from typing import Any

from dueregard.basics.dates import counted, say
from dueregard.partnership.exchange.gathering import Minutes, Sealed
from dueregard.partnership.exchange.wording import about, action_table, clock, filled, from_to, item_words, marked, paper_words, withheld
from dueregard.partnership.queries import CheckRow
from dueregard.partnership.queries.sheets import Line
from dueregard.partnership.rules.decisions import DecisionKind
from dueregard.partnership.rules.meetings import LOCKED, TOOK_PLACE, MeetingStage
from dueregard.privacy.marking import Marking
from dueregard.ui.papers import Block, facts, heading, listing, note, paragraph, table


def is_draft(minutes: Minutes) -> bool:
    """The chair has not cleared them yet."""
    return minutes.state.stage not in LOCKED


def minutes_title(minutes: Minutes) -> str:
    """What the minutes are called."""
    return f"{minutes.state.group_name}: {'DRAFT minutes' if is_draft(minutes) else 'minutes'} of {say(minutes.state.day)}"


def minutes_blocks(minutes: Minutes, *, level: int = 1) -> list[Block]:
    """The whole record, its headings at a level and below."""
    blocks = [*withheld(minutes.holds_back and level == 1), note(_standing(minutes))]
    blocks += [facts(filled([*about(minutes.state), *_sat(minutes)]), caption="The meeting")]
    blocks += [heading(level, "Who came"), *_attendance(minutes)]
    blocks += [heading(level, "Interests declared"), *_declarations(minutes)]
    blocks += [heading(level, "Items")]
    blocks += [block for line in minutes.lines for block in _item(line, minutes, level + 1)]
    blocks += [] if minutes.lines else [paragraph("Nothing was on the agenda.")]
    blocks += [heading(level, "Decisions and their Security Threat Checks")]
    blocks += [block for one in minutes.decisions for block in _decision(one, minutes, level + 1)]
    blocks += [] if minutes.decisions else [paragraph("Nothing was decided.")]
    blocks += [heading(level, "Actions arising")]
    blocks += [*action_table(f"As they stood on {say(minutes.as_at)}", minutes.actions, as_at=minutes.as_at)]
    blocks += [] if minutes.actions else [paragraph("No action arose.")]
    return [*blocks, *([heading(level, "Corrections beside the record"), *_corrections(minutes)] if minutes.corrections else [])]


def _standing(minutes: Minutes) -> str:
    cleared, approved = minutes.signed.get(MeetingStage.CLEARED), minutes.signed.get(MeetingStage.APPROVED)
    if cleared is None:
        held = "" if minutes.state.stage in TOOK_PLACE else " The meeting is not yet recorded as held."
        return f"DRAFT. The chair has not cleared these minutes.{held}"
    words = f"Cleared{f' by {cleared.who}' if cleared.who else ''} on {say(cleared.on)}."
    if not minutes.corrections:
        words += " Nothing has been put right beside them."
    if approved is None:
        return f"{words} Not yet approved by a later meeting."
    corrected = any(row.at_meeting and row.at_meeting.ref == approved.meeting for row in minutes.corrections)
    at = f"by the meeting of {say(approved.day or approved.on)} ({approved.meeting})"
    return f"{words} Approved {at} {'with the corrections below' if corrected else 'as a correct record'}."


def _sat(minutes: Minutes) -> list[tuple[str, str]]:
    quoracy = minutes.quoracy
    says = f"{'Quorate' if quoracy.holds else 'Not quorate'}{f': {quoracy.says}' if quoracy.says else ''}" if quoracy else ""
    return [
        ("Chaired by", minutes.chaired_by or "Not recorded"),
        ("Sat", from_to(minutes.sat_from, minutes.sat_to)),
        ("Quorum", says or "Not known: attendance is not recorded"),
    ]


def _attendance(minutes: Minutes) -> Iterator[Block]:
    rows = [
        (sector.sector, stood.who, stood.presence.label if stood.presence else "Not recorded", stood.person)
        for sector in minutes.sectors
        for stood in sector.seats
    ]
    if not rows:
        yield paragraph("Nobody has a seat, and nobody is recorded.")
    yield from table("", ("Sector", "Seat", "How it stood", "Who"), rows)
    yield from table("How often each sector came to the last meetings up to this one", ("Sector", "Came"), list(minutes.turnout.items()))


def _declarations(minutes: Minutes) -> Iterator[Block]:
    numbers = {line.row.item.pk: f"{line.number}. {line.row.item.title}" for line in minutes.lines}
    if not minutes.declarations:
        yield paragraph("None.")
    rows = [(row.person.name, numbers.get(row.item_id, "The meeting"), row.words) for row in minutes.declarations]
    yield from table("", ("Who", "In", "Interest"), rows)


def _item(line: Line, minutes: Minutes, level: int) -> Iterator[Block]:
    item, row = line.row.item, line.row
    yield heading(level, f"{line.number}. {item.title}")
    began = f"{'Began' if row.started else 'Planned for'} {clock(line.at)}" if line.at else ""
    allotted = f"{counted(item.minutes_allotted, 'minute')} planned" if item.minutes_allotted else ""
    presented = f"Presented by {item.presenter}" if item.presenter else ""
    under = [*item_words(line, minutes.carried), began, allotted, presented]
    if any(under):
        yield paragraph(". ".join(filter(None, under)) + ".")
    yield from listing("Papers", paper_words(line))
    yield paragraph(_said(line))
    if row.minute and row.minute.marking != item.marking and marked(row.minute.marking):
        yield paragraph(f"This minute is {marked(row.minute.marking)}.")
    if row.outcome:
        yield paragraph(f"Outcome: {row.outcome.label}.")
    yield from listing("Decided", [f"{each.ref}: {each.words}" for each in row.decisions])
    yield from listing("Actions reviewed", [f"{each.action.ref}, {each.action.what}: {each.words}" for each in line.reviews])
    yield from listing("Actions arising", [f"{each.ref}: {each.what}" for each in line.actions])
    put_right = [each for each in minutes.corrections if each.item_id == item.pk]
    yield from listing("Corrected since", [f"{each.ref}, {say(each.on)}: {each.words}" for each in put_right])


def _said(line: Line) -> str:
    row = line.row
    if row.minute is None:
        return (
            f"What was said is not in this edition: it is marked {Marking.SENSITIVE.label}."
            if row.is_minuted
            else "Nothing is written yet."
        )
    return row.minute.words or "No words were minuted."


def _decision(one: Sealed, minutes: Minutes, level: int) -> Iterator[Block]:
    decision = one.row.decision
    yield heading(level, decision.ref)
    yield paragraph(decision.words)
    rows = [
        ("Kind", DecisionKind(decision.kind).label),
        ("Dated", say(decision.on)),
        ("At", f"item {one.number}" if one.number else "the meeting"),
        ("Taken by", decision.done_by.name if decision.done_by else ""),
        ("Under paper", one.paper),
        ("Approves", "\n".join(one.approved)),
        ("Marking", marked(decision.marking)),
        ("Actions", "\n".join(f"{action.ref}: {action.what}" for action in one.row.actions)),
        ("Corrected since", "\n".join(f"{row.ref}: {row.words}" for row in minutes.corrections if row.decision_id == decision.pk)),
    ]
    yield facts(filled(rows), caption="")
    if one.row.is_break:
        yield paragraph("No Security Threat Check covers this decision.")
    for check in one.row.checks:
        yield from _check(check, minutes)


def _check(row: CheckRow, minutes: Minutes) -> Iterator[Block]:
    check: Any = minutes.checks.get(row.check.pk, row.check)
    questions = {question.id: question.words for question in minutes.questions[check.wording].questions}
    when = f"{counted(row.days_after, 'day')} after the decision" if row.days_after else "before or with the decision"
    made = f"made {say(check.on)}{f' by {check.done_by.name}' if check.done_by else ''}, {when}"
    rows = [
        (questions[name], "Yes" if getattr(check, name) else "No", getattr(check, f"{name}_because"))
        for name in ("mindful", "proportionate", "reduces")
    ]
    yield from table(f"Security Threat Check {check.ref}: {row.covers.label.lower()}, {made}", ("Question", "Answer", "Because"), rows)
    if check.go_ahead_because:
        yield paragraph(f"It goes ahead because: {check.go_ahead_because}")


def _corrections(minutes: Minutes) -> Iterator[Block]:
    titles = {line.row.item.pk: f"{line.number}. {line.row.item.title}" for line in minutes.lines}
    rows = [
        [
            row.ref,
            say(row.on),
            row.decision.ref if row.decision else titles.get(row.item_id, "The record"),
            "\n".join(filter(None, [row.words, marked(row.marking)])),
            row.at_meeting.ref if row.at_meeting else "",
        ]
        for row in minutes.corrections
    ]
    yield from table("", ("Ref", "On", "About", "What the record should say", "Approved at"), rows)
