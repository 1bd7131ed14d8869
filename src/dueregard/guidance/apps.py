"""The guidance app."""

from django.apps import AppConfig


class GuidanceConfig(AppConfig):
    """The guidance app."""

    name = "dueregard.guidance"
    label = "guidance"
