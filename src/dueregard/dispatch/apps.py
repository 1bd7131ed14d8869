"""The dispatch app."""

from django.apps import AppConfig


class DispatchConfig(AppConfig):
    """The dispatch app."""

    name = "dueregard.dispatch"
    label = "dispatch"
