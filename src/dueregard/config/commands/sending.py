"""The worker: sending what is in the outbox, bringing files in, and once a day taking away what nobody holds any more."""

import time
from argparse import Namespace
from datetime import date, datetime

from django.utils import timezone

from dueregard.access.viewer import Viewer
from dueregard.accounts.queries import areas
from dueregard.config.commands.asking import say
from dueregard.config.commands.fitness import stop_if_unfit
from dueregard.dispatch.tasks import send_due
from dueregard.documents.tasks import sweep
from dueregard.training import tasks as training


def worker(asked: Namespace) -> None:
    """Send what is in the outboxes of all areas, again and again."""
    stop_if_unfit()
    swept: date | None = None
    while True:
        now = timezone.now()
        says = one_pass(now, swept=swept)
        swept = timezone.localdate(now)
        if asked.once:
            say(says)
            return
        time.sleep(5)


def one_pass(now: datetime, *, swept: date | None) -> str:
    """One pass over every area: messages that are due are sent; stray bytes are taken away on the first pass of a day."""
    viewers = [Viewer.worker(area=area.slug, area_id=area.pk, area_name=area.name, now=now) for area in areas()]
    says = f"Sent: {send_due(viewers)}"
    if worked := training.carry_on_all(viewers, clock=timezone.now):
        says += f"\nFiles of the training programme: {worked}"
    if swept != timezone.localdate(now):
        says += f"\nStray files taken away: {sweep(viewers)}"
        training.sweep(viewers)
    return says
