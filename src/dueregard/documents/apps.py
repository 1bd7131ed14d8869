"""The documents app."""

from django.apps import AppConfig


class DocumentsConfig(AppConfig):
    """The documents app."""

    name = "dueregard.documents"
    label = "documents"
