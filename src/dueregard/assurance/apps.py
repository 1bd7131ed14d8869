"""The assurance app."""

from django.apps import AppConfig


class AssuranceConfig(AppConfig):
    """The assurance app."""

    name = "dueregard.assurance"
    label = "assurance"
