"""The ui app."""

from django.apps import AppConfig


class UiConfig(AppConfig):
    """The page frame."""

    name = "dueregard.ui"
    label = "ui"
