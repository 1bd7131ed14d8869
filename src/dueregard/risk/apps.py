"""The risk app."""

from django.apps import AppConfig


class RiskConfig(AppConfig):
    """The risk app."""

    name = "dueregard.risk"
    label = "risk"
