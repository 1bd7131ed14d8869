"""A pack as blocks: agenda, papers, the minutes it takes up, the action log. Pure."""

from collections.abc import Iterator
from typing import Any

from dueregard.basics.dates import counted, say
from dueregard.documents.rules import DocumentKind
from dueregard.partnership.exchange.gathering import Pack
from dueregard.partnership.exchange.minutes import minutes_blocks
from dueregard.partnership.exchange.wording import about, action_table, clock, filled, item_words, marked, paper_words, withheld
from dueregard.partnership.queries.sheets import Line
from dueregard.partnership.rules.groups import MemberRole
from dueregard.partnership.rules.meetings import MeetingStage
from dueregard.privacy.marking import Marking
from dueregard.ui.papers import Block, facts, heading, note, paragraph, part, table


def pack_title(pack: Pack) -> str:
    """What the pack is called."""
    return f"{pack.state.group_name}: pack for {say(pack.state.day)}"


def pack_blocks(pack: Pack) -> list[Block]:
    """The whole pack, in the order of its pages."""
    cancelled = pack.signed.get(MeetingStage.CANCELLED)
    blocks = [note(f"This meeting was cancelled on {say(cancelled.on)}. {cancelled.because}".strip())] if cancelled else []
    blocks += [*withheld(pack.holds_back), facts(filled([*about(pack.state), *_table(pack)]), caption="The meeting")]
    blocks += [*table("Answers to the invitation", ("Person", "Body", "Answer", "Substitute"), pack.replies)]
    blocks += [*_agenda(pack), *_papers(pack)]
    for minutes in pack.previous:
        blocks.append(part(f"Minutes of the meeting of {say(minutes.state.day)} ({minutes.state.ref})"))
        blocks += minutes_blocks(minutes, level=2)
    if not pack.previous:
        blocks += [heading(1, "Minutes of the last meeting"), paragraph("No earlier meeting of this group is recorded as held.")]
    return [*blocks, *_actions(pack)]


def _table(pack: Pack) -> list[tuple[str, str]]:
    leading = [f"{row.person.name}, {MemberRole(row.role).label.lower()}" for row in pack.table.leading]
    called = pack.signed.get(MeetingStage.CALLED)
    return [
        ("Chair", "\n".join(leading) or "No chair is recorded"),
        ("Asked", f"{counted(pack.table.people, 'person', 'people')} on the group" if pack.table.people else "Nobody is on the group"),
        ("Vacant seats", "\n".join(f"{row.seat.body.name}, {row.sector}" for row in pack.table.vacant)),
        ("Quorum", pack.quorum),
        ("Called", say(called.on) if called else ""),
    ]


def _agenda(pack: Pack) -> Iterator[Block]:
    yield heading(1, "Agenda")
    if not pack.lines:
        yield paragraph("Nothing is on the agenda yet.")
    rows = [_item(line, pack) for line in pack.lines]
    yield from table("", ("No.", "Time", "Item", "Presented by", "Minutes"), rows, leading=2)
    known = [line.row.item.minutes_allotted for line in pack.lines if line.row.item.minutes_allotted]
    if known:
        yield paragraph(f"The items are given {sum(known)} minutes together.")


def _item(line: Line, pack: Pack) -> list[str]:
    item = line.row.item
    papers = [f"Paper {words}" for words in paper_words(line)]
    words = "\n".join([item.title, *item_words(line, pack.carried), *papers])
    return [str(line.number), clock(line.at), words, item.presenter, str(item.minutes_allotted or "")]


def _papers(pack: Pack) -> Iterator[Block]:
    yield heading(1, "Papers")
    sent = [(line, paper) for line in pack.lines for paper in line.row.papers]
    if pack.holds_back_papers:
        yield note(f"Papers marked {Marking.SENSITIVE.label} are withheld from this edition.")
    elif not sent:
        yield paragraph("No papers go with this agenda.")
    yield from table("", ("Paper", "Item", "Document", "Version", "Marking"), [_paper(line, paper) for line, paper in sent], leading=2)


def _paper(line: Line, paper: Any) -> list[str]:
    version = paper.version_read
    document = version.document
    covers = f"Covers {say(version.covers_from)} to {say(version.covers_to)}" if version.covers_from and version.covers_to else ""
    edition = [f"{document.ref}/{version.number}", version.label, f"Received {say(version.on)}", covers]
    kept = [document.title, DocumentKind(document.kind).label]
    return [
        f"{paper.ref}\n{say(paper.on)}",
        str(line.number),
        "\n".join(kept),
        "\n".join(filter(None, edition)),
        marked(document.marking) or Marking.OFFICIAL.label,
    ]


def _actions(pack: Pack) -> Iterator[Block]:
    yield part("Action log")
    yield paragraph(f"As at {say(pack.as_at)}: what is open, and what was closed since the meeting before.")
    if not pack.actions:
        yield paragraph("No action of this group is open.")
    yield from action_table("", pack.actions, as_at=pack.as_at)
