"""Deeds on single completions: recorded by hand, withdrawn."""

from datetime import date

from dueregard.access.deeds import deed
from dueregard.access.roles import Permission
from dueregard.access.viewer import Viewer
from dueregard.basics.refused import Refused, refuse_if
from dueregard.organisations.actions.given import one
from dueregard.training.actions.recording import record
from dueregard.training.models import Completion, CompletionWithdrawal
from dueregard.training.queries.completions import completion_to_change, counted
from dueregard.training.queries.courses import courses
from dueregard.training.queries.workforce import learners_to_change
from dueregard.training.rules.completions import why_not_complete
from dueregard.training.rules.withdrawals import why_not_withdraw


@deed
def record_completion(learner: str, *, by: Viewer, on: date, course: str) -> Completion:
    """Record by hand that a learner completed a course on a day; a refresher stands beside the earlier one."""
    by.must(Permission.TRAINING_NAMES)
    who, what = learners_to_change(by).get(ref=learner), one(courses(by), course, what="course")
    refuse_if(why_not_complete(on, today=by.today, joined=who.on))
    if counted(by, on=by.today, known=by.today).filter(learner=who, course=what, on=on).exists():
        raise Refused("This completion is recorded already")
    completion = Completion.objects.create(**by.stamp, learner=who, course=what, on=on)
    record("training.completion.recorded", completion, by=by, on=on, course=course)
    return completion


@deed
def withdraw_completion(key: int, *, by: Viewer, on: date, because: str) -> None:
    """Say that a completion was recorded by mistake: it stays to be seen and counts no more, whatever later files say."""
    by.must(Permission.TRAINING_NAMES)
    completion = completion_to_change(by).get(pk=key)
    is_withdrawn = CompletionWithdrawal.objects.filter(area=by.area_id, completion=completion).exists()
    refuse_if(why_not_withdraw(on, today=by.today, because=because, is_withdrawn=is_withdrawn))
    CompletionWithdrawal.objects.create(**by.stamp, completion=completion, on=on, because=because.strip())
    record("training.completion.withdrawn", completion, by=by, on=on)
