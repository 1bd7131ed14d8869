"""The home app."""

from django.apps import AppConfig


class HomeConfig(AppConfig):
    """The home app."""

    name = "dueregard.home"
    label = "home"
