"""The deeds that make a file's plain registers."""

from collections.abc import Iterator

from dueregard.basics.part import FileDeed
from dueregard.partnership import actions
from dueregard.partnership.actions.texts import note_redaction
from dueregard.partnership.exchange.loading.asked import At
from dueregard.partnership.exchange.shapes import Partnership
from dueregard.partnership.exchange.shapes.registers import ExchangeIn, LinkIn

ROW = {"date", "typed"}


def exchanges(rows: list[ExchangeIn], at: At) -> Iterator[FileDeed]:
    """Exchanges, before what takes them up."""
    for index, row in enumerate(rows):
        given = row.model_dump(include={"body", "how", "marking", "ref"})
        yield (at / index).do(row, actions.note_exchange, row.organisation, on=row.date, **given)


def answers(rows: list[ExchangeIn], at: At) -> Iterator[FileDeed]:
    """What was heard, answered and told to the group."""
    for index, row in enumerate(rows):
        here = at / index
        for place, said in enumerate(row.heard):
            yield (here / "heard" / place).do(said, actions.hear, row.ref, on=said.date, words=said.words)
        for place, said in enumerate(row.answers):
            yield (here / "answers" / place).do(said, actions.answer_exchange, row.ref, on=said.date, words=said.words)
        for place, told in enumerate(row.reports):
            yield (here / "reports" / place).do(told, actions.report_exchange, row.ref, meeting=told.meeting, item=told.item)


def links(rows: list[LinkIn], at: At) -> Iterator[FileDeed]:
    """Links, what was done under them and their ends."""
    for index, row in enumerate(rows):
        here = at / index
        yield here.do(row, actions.link_area, row.with_whom, on=row.date, kind=row.kind, ref=row.ref)
        for place, done in enumerate(row.deeds):
            yield (here / "deeds" / place).do(done, actions.do_under_link, row.ref, on=done.date, what=done.what, ref=done.ref)
        if row.ended:
            yield (here / "ended").do(row.ended, actions.end_link, row.ref, on=row.ended.date)


def plain(shape: Partnership) -> Iterator[FileDeed]:
    """Nil returns, briefings and the strategic officer's part."""
    for index, nil in enumerate(shape.nil_returns):
        given = nil.model_dump(exclude={*ROW, "about"})
        yield At(("nil_returns", index)).do(nil, actions.nil_return, nil.about, on=nil.date, **given)
    for index, briefing in enumerate(shape.briefings):
        given = briefing.model_dump(exclude={*ROW, "audience"})
        yield At(("briefings", index)).do(briefing, actions.brief_members, briefing.audience, on=briefing.date, **given)
    for index, part in enumerate(shape.involvements):
        given = part.model_dump(exclude={*ROW, "person"})
        yield At(("involvements", index)).do(part, actions.note_involvement, part.person, on=part.date, **given)


def texts(shape: Partnership) -> Iterator[FileDeed]:
    """Words that were marked or taken out: what stands in the file says so already."""
    for index, row in enumerate(shape.marked):
        yield At(("marked", index)).do(row, actions.mark_person, row.kind, on=row.date, ref=row.ref, number=row.number)
    for index, gone in enumerate(shape.redacted):
        given = {"ref": gone.ref, "number": gone.number, "because": gone.because}
        yield At(("redacted", index)).do(gone, note_redaction, gone.kind, on=gone.date, **given)
