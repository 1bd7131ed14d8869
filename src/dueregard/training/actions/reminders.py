"""Deeds on reminders: on what terms they go out, asking for them now, sending a batch; and telling the training lead of the week."""

from collections.abc import Sequence
from datetime import date, timedelta
from hashlib import sha256

from dueregard.access.deeds import deed
from dueregard.access.roles import Permission
from dueregard.access.viewer import Viewer
from dueregard.audit.actions import record
from dueregard.basics.many import write
from dueregard.basics.refused import refuse_if
from dueregard.dispatch.actions import enqueue
from dueregard.dispatch.rules import MessageKind
from dueregard.organisations import queries as organisations
from dueregard.organisations.actions.given import happened
from dueregard.training.models import Reminder, ReminderRun, ReminderTerms
from dueregard.training.queries import reminders as queries
from dueregard.training.queries.reminded import sealed_for
from dueregard.training.rules import reminders as rules


@deed
def set_terms(*, by: Viewer, on: date, is_on: bool, ahead_days: int, again_days: int, most: int) -> ReminderTerms:
    """Say whether reminders go out each day by themselves, how long before, how far apart and how many at most; earlier terms stay."""
    by.must(Permission.TRAINING_EDIT)
    refuse_if(rules.why_not_terms(ahead_days, again_days, most))
    said = {"is_on": is_on, "ahead_days": ahead_days, "again_days": again_days, "most": most}
    made = ReminderTerms.objects.create(**by.stamp, **said, on=happened(on, by=by))
    record("training.reminders.terms-set", organisations.area(by), by=by, on=on, is_on=is_on, most=most)
    return made


@deed
def ask_for_reminders(*, by: Viewer, on: date) -> ReminderRun:
    """Ask for everybody due to be reminded now, whatever the terms say of each day; the worker sends them."""
    by.must(Permission.TRAINING_NAMES)
    refuse_if(rules.why_not_run(queries.runs_waiting(by).values_list("on", flat=True).first()))
    made = ReminderRun.objects.create(**by.stamp, on=happened(on, by=by))
    record("training.reminders.asked-for", organisations.area(by), by=by, on=on)
    return made


@deed
def remind(batch: Sequence[queries.Message], *, by: Viewer, on: date) -> int:
    """Send a batch of reminders: a mail to each address, once a day, and what it was about is kept; how many mails is given back."""
    by.must(Permission.TRAINING_NAMES)
    keys = queries.requirement_keys(by)
    until = on + timedelta(days=rules.PAGE_DAYS)
    sent = 0
    for message in batch:
        who, boss = message.rows[0][0], message.is_to_manager
        page = f"/{by.area}/reminder/{sealed_for(by, who, is_to_manager=boss, until=until)}/"
        key = f"training:{on.isoformat()}:{'manager' if boss else 'own'}:{sha256(message.to.encode()).hexdigest()[:32]}"
        if enqueue(key, by=by, kind=MessageKind.TRAINING, to=message.to, page=page):
            sent += 1
            write(Reminder(**by.stamp, learner_id=who, requirement_id=keys[ref], is_to_manager=boss, on=on) for who, ref in message.rows)
    record("training.reminders.sent", organisations.area(by), by=by, on=on, mails=sent)
    return sent


@deed
def end_runs(*, by: Viewer) -> int:
    """Say that what somebody asked to be sent now was sent."""
    by.must(Permission.TRAINING_NAMES)
    done = queries.runs_waiting(by).update(done_at=by.now)
    record("training.reminders.done", organisations.area(by), by=by, runs=done)
    return done


@deed
def send_digest(to: Sequence[tuple[int, str]], *, by: Viewer, on: date) -> int:
    """Tell whoever runs the training programme that there is news of the week, once a week: nothing of it stands in the mail."""
    by.must(Permission.TRAINING_NAMES)
    page = f"/{by.area}/training/digest/"
    sent = sum(enqueue(rules.digest_key(on, user), by=by, kind=MessageKind.DIGEST, to=email, page=page) for user, email in to)
    record("training.digest.sent", organisations.area(by), by=by, on=on, mails=sent)
    return sent
