"""The plan app."""

from django.apps import AppConfig


class PlanConfig(AppConfig):
    """The plan app."""

    name = "dueregard.plan"
    label = "plan"
