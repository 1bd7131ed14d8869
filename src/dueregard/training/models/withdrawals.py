"""What was entered by mistake and is withdrawn: one row beside each such entry, of one shape. The entry stays to be seen."""

from django.db import models

from dueregard.basics.records import Row
from dueregard.training.models.education import AuditReturn, SettingReached
from dueregard.training.models.plain import ROW
from dueregard.training.models.programme import Development, InductionStep
from dueregard.training.models.telling import StaffUpdate


class Withdrawal(Row):
    """An entry was a mistake: from a day on it counts no more, and why."""

    on = models.DateField()
    because = models.CharField(max_length=400)

    class Meta:
        abstract = True

    class Privacy:
        plain = ROW | {"of", "on", "because"}
        personal: set[str] = set()


class StaffUpdateWithdrawal(Withdrawal):
    """Staff were not told this after all."""

    of = models.OneToOneField(StaffUpdate, models.PROTECT, related_name="withdrawal")


class DevelopmentWithdrawal(Withdrawal):
    """Somebody did not do this for their development after all."""

    of = models.OneToOneField(Development, models.PROTECT, related_name="withdrawal")


class SettingReachedWithdrawal(Withdrawal):
    """A setting was not reached like this after all."""

    of = models.OneToOneField(SettingReached, models.PROTECT, related_name="withdrawal")


class InductionStepWithdrawal(Withdrawal):
    """A step of an induction was not taken after all."""

    of = models.OneToOneField(InductionStep, models.PROTECT, related_name="withdrawal")


class AuditReturnWithdrawal(Withdrawal):
    """A safeguarding return was entered by mistake: from a day on it counts as never sent."""

    of = models.OneToOneField(AuditReturn, models.PROTECT, related_name="withdrawal")
