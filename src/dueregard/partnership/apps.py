"""The partnership app."""

from django.apps import AppConfig


class PartnershipConfig(AppConfig):
    """The partnership app."""

    name = "dueregard.partnership"
    label = "partnership"
