"""The deeds that make a file's decisions and actions."""

from collections.abc import Callable, Iterator

from dueregard.basics.part import FileDeed
from dueregard.basics.refused import Refused
from dueregard.partnership import actions
from dueregard.partnership.exchange.loading.asked import At
from dueregard.partnership.exchange.shapes.decisions import ActionIn, DecisionIn
from dueregard.partnership.rules.decisions import ActionStatus

MOVES: dict[str, Callable[..., object]] = {
    ActionStatus.DONE: actions.finish_action,
    ActionStatus.DROPPED: actions.drop_action,
    ActionStatus.OPEN: actions.reopen_action,
}


def decisions(rows: list[DecisionIn], at: At) -> Iterator[FileDeed]:
    """Decisions with their checks and what they approved; those taken out again after it."""
    for index, row in enumerate(rows):
        here = at / index
        yield _taken(row, here)
        for place, check in enumerate(row.checks):
            given = {"check": check.check, "covers": check.covers}
            yield (here / "checks" / place).do(check, actions.add_check_later, row.ref, on=check.date, **given)
        for place, approved in enumerate(row.approves):
            deed = (here / "approves" / place).deed(row.date, approved.typed, actions.approve_document, row.ref, version=approved.version)
            yield deed
        if gone := row.withdrawn:
            yield (here / "withdrawn").do(gone, actions.withdraw_decision, row.ref, on=gone.date, because=gone.because)


def accepted(rows: list[DecisionIn], at: At) -> Iterator[FileDeed]:
    """The risks that decisions accept, once the risks of the day are there."""
    for index, row in enumerate(rows):
        for place, one in enumerate(row.accepts):
            given = {"risk": one.risk, "because": one.because, "until": one.until}
            yield (at / index).apart("accepts", place).deed(row.date, one.typed, actions.accept_risk, row.ref, **given)


def _taken(row: DecisionIn, here: At) -> FileDeed:
    given = row.model_dump(include={"words", "kind", "marking", "done_by", "ref"})
    if row.item:
        return here.do(row, actions.record_decision, row.item, on=row.date, paper=row.paper, **given)
    return here.do(row, actions.decide_between_meetings, row.group, on=row.date, **given)


def raised(rows: list[ActionIn], at: At) -> Iterator[FileDeed]:
    """Actions, each with its first owner and its first due date."""
    for index, row in enumerate(rows):
        given = row.model_dump(include={"group", "item", "decision", "marking", "ref", "body", "person", "due"})
        yield (at / index).do(row, actions.raise_action, row.what, on=row.date, **given)


def followed(rows: list[ActionIn], at: At) -> Iterator[FileDeed]:
    """What was said of each action since, in the order it happened and was typed."""
    for index, row in enumerate(rows):
        deeds = list(_after(row, at / index))
        yield from sorted(deeds, key=lambda deed: (deed.on, deed.typed_at))


def _tied(row: ActionIn, here: At) -> Iterator[FileDeed]:
    for place, begins in enumerate(row.starts):
        yield (here / "starts" / place).do(begins, actions.start_action, row.ref, on=begins.date, start=begins.start)
    for place, answers in enumerate(row.risks):
        at = here.apart("risks", place)
        yield at.do(answers, actions.answer_risk, row.ref, on=answers.date, risk=answers.risk)
        if gone := answers.ended:
            given = {"risk": answers.risk, "because": gone.because}
            yield (at / "ended").do(gone, actions.stop_answering, row.ref, on=gone.date, **given)
    for place, furthers in enumerate(row.lines):
        to = {"framework": furthers.framework, "line": furthers.line}
        yield (here / "lines" / place).do(furthers, actions.further_line, row.ref, on=furthers.date, **to)
    for place, check in enumerate(row.checks):
        cover = {"check": check.check, "covers": check.covers}
        yield (here / "checks" / place).do(check, actions.check_action, row.ref, on=check.date, **cover)


def _after(row: ActionIn, here: At) -> Iterator[FileDeed]:
    yield from _tied(row, here)
    for place, owner in enumerate(row.owners):
        given = {"body": owner.body, "person": owner.person}
        yield here.after("owners", place).do(owner, actions.hand_over_action, row.ref, on=owner.date, **given)
    for place, due in enumerate(row.dues):
        yield here.after("dues", place).do(due, actions.redate_action, row.ref, item=due.item, due=due.due, because=due.because)
    for place, review in enumerate(row.reviews):
        yield (here / "reviews" / place).do(review, actions.review_action, row.ref, item=review.item, words=review.words)
    for place, update in enumerate(row.updates):
        said = {"words": update.words, "rag": update.rag, "done_by": update.done_by}
        yield (here / "updates" / place).do(update, actions.update_action, row.ref, on=update.date, **said)
    for place, step in enumerate(row.steps):
        move = {"because": step.because, "done_by": step.done_by}
        yield (here / "steps" / place).do(step, MOVES.get(step.status, _no_move), row.ref, on=step.date, **move)


def _no_move(ref: str, **_: object) -> None:
    raise Refused(f"What became of {ref} is one of: {', '.join(ActionStatus.values)}")
