"""The training app."""

from django.apps import AppConfig


class TrainingConfig(AppConfig):
    """The training app."""

    name = "dueregard.training"
    label = "training"
