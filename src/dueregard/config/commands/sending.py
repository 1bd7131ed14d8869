"""Sending what is in the outbox."""

import time
from argparse import Namespace

from django.utils import timezone

from dueregard.access.viewer import Viewer
from dueregard.accounts.queries import areas
from dueregard.config.commands.asking import say
from dueregard.config.commands.fitness import stop_if_unfit
from dueregard.dispatch.tasks import send_due


def worker(asked: Namespace) -> None:
    """Send what is in the outboxes of all areas, again and again."""
    stop_if_unfit()
    while True:
        now = timezone.now()
        viewers = [Viewer.worker(area=area.slug, area_id=area.pk, area_name=area.name, now=now) for area in areas()]
        sent = send_due(viewers)
        if asked.once:
            say(f"Sent: {sent}")
            return
        time.sleep(5)
