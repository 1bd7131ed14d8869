"""What the worker does for the training programme: works through files that were chosen, and sweeps what such work left behind."""

from dueregard.training.tasks.files import carry_on, carry_on_all
from dueregard.training.tasks.sweeping import sweep

__all__ = ["carry_on", "carry_on_all", "sweep"]
