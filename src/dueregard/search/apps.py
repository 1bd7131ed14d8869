"""The search app."""

from django.apps import AppConfig


class SearchConfig(AppConfig):
    """The search app."""

    name = "dueregard.search"
    label = "search"
