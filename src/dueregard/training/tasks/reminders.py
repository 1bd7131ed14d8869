"""What the worker does about reminders: those due each day, those somebody asked for, and the week's digest."""

from collections.abc import Iterable

from dueregard.access.scope import scope
from dueregard.access.viewer import Viewer
from dueregard.training.actions.reminders import end_runs, remind, send_digest
from dueregard.training.queries import reminders as queries
from dueregard.training.queries.digest import digest, is_told, readers
from dueregard.training.rules.reminders import A_BATCH, A_DAY


def remind_daily(viewers: Iterable[Viewer]) -> int:
    """Send what is due today in every area whose terms say so; how many mails went to the outbox is given back."""
    sent = 0
    for viewer in viewers:
        with scope(viewer):
            is_on = queries.terms(viewer).is_on
        sent += _remind(viewer) if is_on else 0
    return sent


def remind_asked(viewers: Iterable[Viewer]) -> int:
    """Send what is due in every area where somebody asked for it now."""
    sent = 0
    for viewer in viewers:
        with scope(viewer):
            is_waiting = queries.runs_waiting(viewer).exists()
        if is_waiting:
            sent += _remind(viewer)
            end_runs(by=viewer)
    return sent


def _remind(viewer: Viewer) -> int:
    """One area: a batch in one deed, so that nobody who types waits for long, and so many mails a day at most."""
    with scope(viewer):
        messages = queries.Reminding(viewer, on=viewer.today).messages[:A_DAY]
    batches = (messages[start : start + A_BATCH] for start in range(0, len(messages), A_BATCH))
    return sum(remind(batch, by=viewer, on=viewer.today) for batch in batches)


def tell_of_the_week(viewers: Iterable[Viewer]) -> int:
    """Tell whoever runs the training programme once a week that there is news, in every area where there is."""
    sent = 0
    for viewer in viewers:
        with scope(viewer):
            to = _to_tell(viewer)
        sent += send_digest(to, by=viewer, on=viewer.today) if to else 0
    return sent


def _to_tell(viewer: Viewer) -> list[tuple[int, str]]:
    """Who has not been told this week and has something to be told."""
    to = [one for one in readers(viewer) if not is_told(viewer, one[0])]
    return to if to and digest(viewer).is_news else []
