"""Deeds on single completions: recorded by hand, taken back."""

from datetime import date

from dueregard.access.deeds import deed
from dueregard.access.roles import Permission
from dueregard.access.viewer import Viewer
from dueregard.audit.actions import record
from dueregard.basics.refused import refuse_if
from dueregard.training.models import Completion, CompletionWithdrawal, Course
from dueregard.training.queries.completions import completion_to_change, counted
from dueregard.training.queries.workforce import learners
from dueregard.training.rules.completions import why_not_complete, why_not_take_back


@deed
def record_completion(learner: str, *, by: Viewer, on: date, course: str) -> Completion:
    """Say that a learner completed a course on a day. Said again it changes nothing."""
    by.must(Permission.TRAINING_NAMES)
    who = learners(by).get(ref=learner)
    what = Course.objects.get(area=by.area_id, ref=course)
    refuse_if(why_not_complete(on, today=by.today, joined=who.on))
    there = counted(by, on=by.today, known=by.today).filter(learner=who, course=what, on=on).first()
    if there is not None:
        return there
    completion = Completion.objects.create(**by.stamp, learner=who, course=what, on=on)
    record("training.completion.recorded", completion, by=by, on=on, course=course)
    return completion


@deed
def take_back(pk: int, *, by: Viewer, on: date, because: str) -> None:
    """Say that a completion was recorded by mistake: it stays and counts no more, whatever later files say."""
    by.must(Permission.TRAINING_NAMES)
    completion = completion_to_change(by).get(pk=pk)
    taken_back = CompletionWithdrawal.objects.filter(completion=completion).exists()
    refuse_if(why_not_take_back(on, today=by.today, because=because, taken_back=taken_back))
    CompletionWithdrawal.objects.create(**by.stamp, completion=completion, on=on, because=because.strip())
    record("training.completion.taken-back", completion, by=by, on=on)
