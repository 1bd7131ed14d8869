"""The worker: sending what is in the outbox, bringing files in, and once a day reminding people and taking away what nobody holds."""

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
    """One pass over every area: what is due is sent; on the first of a day people are reminded and stray bytes taken away."""
    viewers = [Viewer.worker(area=area.slug, area_id=area.pk, area_name=area.name, now=now) for area in areas()]
    says = f"Sent: {send_due(viewers)}"
    if worked := training.carry_on_all(viewers, clock=timezone.now):
        says += f"\nFiles of the training programme: {worked}"
    reminded = training.remind_asked(viewers)
    if swept != timezone.localdate(now):
        says += f"\nStray files taken away: {sweep(viewers)}"
        training.sweep(viewers)
        reminded += training.remind_daily(viewers) + training.tell_of_the_week(viewers)
    return f"{says}\nReminders to send: {reminded}" if reminded else says
