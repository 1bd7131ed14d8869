"""The return as a row of plain blocks: Word and PDF print the same ones, so that neither can leave a field out."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime

from dueregard.assurance.rules.contents import (
    EvidenceKept,
    HomeOfficeSeen,
    ImprovementSeen,
    JudgementMade,
    LineContents,
    RoundContents,
    SectionContents,
)
from dueregard.assurance.rules.found import FindingSeen, cite_words, standing_of
from dueregard.basics.dates import say, say_time
from dueregard.guidance.indicator import Status
from dueregard.ui.papers import Block, Paper, facts, heading, listing, paragraph


def title_of(contents: RoundContents) -> str:
    """The title of the return."""
    return f"{contents.area_name}: {contents.title}"


def return_paper(contents: RoundContents, views: Sequence[HomeOfficeSeen], *, digest: str, printed_by: str, printed_at: datetime) -> Paper:
    """The return as a paper: what Word and PDF print."""
    return Paper(
        title=title_of(contents),
        subject=contents.framework_title,
        area=contents.area_name,
        author=printed_by,
        marking=contents.marking.upper(),
        made_at=printed_at,
        made_words=f"Made by {printed_by} on {say(printed_at.date())} at {say_time(printed_at)}",
        has_contents=True,
        blocks=tuple(return_blocks(contents, views, digest=digest, printed_by=printed_by, printed_at=printed_at)),
    )


def return_blocks(
    contents: RoundContents, views: Sequence[HomeOfficeSeen], *, digest: str, printed_by: str, printed_at: datetime
) -> list[Block]:
    """The whole return, in the order of the pages."""
    blocks = [
        *(paragraph(words) for words in (contents.caution, contents.framework_caution) if words),
        _about(contents),
        *_signing(contents, digest),
        *_scale(contents),
        *listing("Actions this round led to", [_improvement(item) for item in contents.improvements]),
    ]
    for section in contents.sections:
        blocks += _section(section)
    blocks += _home_office(views, is_signed=contents.signing is not None)
    blocks.append(heading(1, "This file"))
    blocks.append(
        paragraph(f"Made by {printed_by} on {say(printed_at.date())} at {say_time(printed_at)}. Marking: {contents.marking.upper()}.")
    )
    return blocks


def _about(contents: RoundContents) -> Block:
    rows = [
        ("Area", contents.area_name),
        ("Round", f"{contents.title} ({contents.ref})"),
        ("Against", contents.framework_title),
        ("Period", f"{say(contents.period_from)} to {say(contents.period_to)}"),
        ("Findings as at", say(contents.as_at)),
        ("Findings looked up", say(contents.refreshed_on)),
        ("Opened", f"{say(contents.opened_on)}, {contents.opened_by}"),
        ("Due", say(contents.due)),
        ("Scored", contents.scored_by_words),
        ("Marking", contents.marking.upper()),
    ]
    return facts(rows, caption="The round")


def _signing(contents: RoundContents, digest: str) -> Iterator[Block]:
    signing = contents.signing
    if signing is None:
        yield paragraph("Not signed off. This is a draft of an open round.")
        return
    rows = [
        ("Signed off", f"{say(signing.on)}, {signing.who}"),
        ("Digest", digest),
        ("Trail", f"{signing.trail_count} events, the newest {signing.trail_head}"),
        ("Typed shortly before", signing.lately),
    ]
    if signing.because:
        rows.append(("Signed although not all is judged or scored, because", signing.because))
    yield facts(rows, caption="Sign-off")


def _scale(contents: RoundContents) -> Iterator[Block]:
    if contents.scale:
        yield from listing(f"Scale: {contents.scale.title}", [rating.words for rating in contents.scale.ratings])
        yield paragraph(f"{contents.scale.caution} Nothing is worked out from the lines.")


def _section(section: SectionContents) -> Iterator[Block]:
    yield heading(1, f"{section.id} {section.title}")
    for label, words in (("Benchmark", section.benchmark), ("Outcome", section.outcome), ("See", section.points_to)):
        if words:
            yield paragraph(f"{label}: {words}")
    if section.lines:
        yield paragraph(f"{standing_of([line.finding.status for line in section.lines])} {section.judged_words}")
    scores = [_said(score.words, score.because, score.who, score.on) for score in section.scores]
    yield from listing("The council’s score for the section, newest first", scores)
    yield from listing(
        "The local moderator’s view of the section",
        [_said(view.label, view.because, view.who, view.on) for view in section.moderations],
    )
    if section.last:
        yield paragraph(f"Last round, {section.last.title}: {section.last.own} from us; the Home Office: {section.last.moderated}.")
    for line in section.lines:
        yield from _line(line)


def _line(line: LineContents) -> Iterator[Block]:
    yield heading(2, f"{line.id} {line.official or line.says}")
    if line.official:
        yield paragraph(f"In our words: {line.says}")
    yield paragraph(f"{line.tier_label}. {line.source}.")
    yield from _finding(line)
    yield heading(3, "The council’s judgement")
    if not line.judgements:
        yield paragraph("Not judged.")
    for place, judged in enumerate(line.judgements):
        yield paragraph(_judged(judged, is_earlier=place > 0))
    if line.differs:
        yield paragraph("Differs from the records.")
    if line.goes_beyond:
        yield paragraph("Goes beyond the records: too little is recorded to tell, so this rests on its reason and evidence.")
    if line.has_changed:
        yield paragraph("The finding has changed since.")
    yield from listing("Evidence", [_evidence(item) for item in line.evidence])
    if line.hidden:
        yield paragraph(f"{line.hidden} more, marked Official-Sensitive, not in this file.")
    yield from listing("Actions", [_improvement(item) for item in line.improvements])
    views = [_said(view.label, view.because, view.who, view.on) for view in line.moderations]
    yield from listing("The local moderator’s view", views)


def _finding(line: LineContents) -> Iterator[Block]:
    finding = line.finding
    yield heading(3, f"The records show: {label_of(finding)}")
    yield paragraph(" ".join(finding.because))
    if finding.worse_on:
        yield paragraph(f"This drops to {finding.worse} on {say(finding.worse_on)}.")
    if finding.table:
        yield Block(kind="table", text=finding.table.caption, heads=finding.table.heads, rows=finding.table.rows)
    yield from listing("Rests on", [cite_words(cite) for cite in finding.cites])
    yield from listing("What would close it", [gap.says for gap in finding.gaps])
    yield from listing("Numbers it was read by", [f"{number.words}: {number.value} ({number.whose})" for number in finding.numbers])


def label_of(finding: FindingSeen) -> str:
    """The words of a status in a return, where what was not recorded counts as not evidenced."""
    return "Not evidenced: not enough recorded" if finding.status == Status.NOT_ENOUGH else finding.label


def _judged(judged: JudgementMade, *, is_earlier: bool) -> str:
    score = f", {judged.score_words}" if judged.score_words and judged.score_words != judged.label else ""
    said = _said(f"{'Earlier: j' if is_earlier else 'J'}udged {judged.label}{score}", judged.because, judged.who, judged.on)
    return f"{said}, seeing “{judged.saw}”"


def _said(what: str, because: str, who: str, on: date) -> str:
    """What somebody decided, why, and who and when: each its own sentence, however the reason was typed."""
    reason = because.strip()
    ended = reason if not reason or reason.endswith((".", "!", "?", "”")) else f"{reason}."
    return f"{what}. {ended} {who}, {say(on)}" if ended else f"{what}. {who}, {say(on)}"


def _evidence(item: EvidenceKept) -> str:
    dropped = f"; taken away {say(item.dropped_on)}" if item.dropped_on else ""
    return f"{item.label} ({item.ref}), {item.about}, {item.marking.upper()}, kept by {item.who}, {say(item.on)}{dropped}"


def _improvement(item: ImprovementSeen) -> str:
    due = f", due {say(item.due)}" if item.due else ""
    return f"{item.title} ({item.ref}), {item.owner or 'nobody yet'}{due}, asked by {item.asked_by}"


def _home_office(views: Sequence[HomeOfficeSeen], *, is_signed: bool) -> Iterator[Block]:
    yield heading(1, "The Home Office’s view")
    if not views:
        yield paragraph("No view has been received." if is_signed else "A view is received after the round is signed off.")
    for view in views:
        letter = f"Letter: {view.letter} ({view.letter_ref}). " if view.letter else ""
        letter = "Its letter is marked Official-Sensitive and not named here. " if view.letter_hidden else letter
        yield paragraph(f"Received {say(view.on)}. {letter}{view.says} Recorded by {view.who}.")
        yield from listing(
            "Line by line", [f"{each.criterion}: {each.label}" + (f". {each.says}" if each.says else "") for each in view.criteria]
        )
        yield from listing("It asks for", [f"{words}, by {say(due)}" for words, due in view.asked])
        yield from listing("Actions raised", [_improvement(item) for item in view.due])
