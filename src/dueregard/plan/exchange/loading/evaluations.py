"""The deeds that make a file's evaluations."""

from collections.abc import Iterator

from dueregard.basics.part import FileDeed
from dueregard.partnership.exchange.loading.asked import At
from dueregard.plan import actions
from dueregard.plan.exchange.shapes.evaluations import ChangeIn, EvaluationIn

ROWS = At(())


def evaluations(rows: list[EvaluationIn]) -> Iterator[FileDeed]:
    """Evaluations with what they change, and the meetings that took them."""
    for index, row in enumerate(rows):
        here = ROWS.apart("evaluations", index)
        given = row.model_dump(include={"next_plan", "item", "done_by", "marking", "ref"})
        changes = [_change(one) for one in row.changes]
        yield here.do(row, actions.evaluate, row.words, on=row.date, actions=row.actions, changes=changes, **given)
        for place, later in enumerate(row.later_changes):
            at = here / "later_changes" / place
            yield at.do(later, actions.add_change, row.ref, on=later.date, change_made=_change(later))
        for place, taken in enumerate(row.taken):
            yield here.apart("taken", place).do(taken, actions.take_evaluation, row.ref, item=taken.item)


def _change(row: ChangeIn) -> actions.Change:
    return actions.Change(**row.model_dump(exclude={"date", "typed"}))
