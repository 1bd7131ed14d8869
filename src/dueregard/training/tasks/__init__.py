"""What the worker does for the training programme: works through files that were chosen, sweeps what that left behind, reminds people."""

from dueregard.training.tasks.files import carry_on, carry_on_all
from dueregard.training.tasks.reminders import remind_asked, remind_daily, tell_of_the_week
from dueregard.training.tasks.sweeping import sweep

__all__ = ["carry_on", "carry_on_all", "remind_asked", "remind_daily", "sweep", "tell_of_the_week"]
