"""How people are reminded of training: on what terms, since when, and when somebody asked for it to be done now."""

from django.db import models

from dueregard.basics.records import Row
from dueregard.training.models.plain import ROW


class ReminderTerms(Row):
    """Whether reminders go out by themselves, how long before, how often and how many at most, from a day; the row dated last holds."""

    is_on = models.BooleanField()
    ahead_days = models.PositiveSmallIntegerField()  # how long before something is due
    again_days = models.PositiveSmallIntegerField()  # the shortest time between two for one thing
    most = models.PositiveSmallIntegerField()  # for one thing; after the last there are no more
    on = models.DateField()

    class Privacy:
        plain = ROW | {"is_on", "ahead_days", "again_days", "most", "on"}
        personal: set[str] = set()


class ReminderRun(Row):
    """Somebody asked for everybody due to be reminded now. The worker says when it has done so: no finding reads this."""

    on = models.DateField()
    done_at = models.DateTimeField(null=True)

    class Privacy:
        plain = ROW | {"on", "done_at"}
        personal: set[str] = set()
