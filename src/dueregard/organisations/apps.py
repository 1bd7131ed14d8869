"""The organisations app."""

from django.apps import AppConfig


class OrganisationsConfig(AppConfig):
    """Areas, bodies, teams, people, posts."""

    name = "dueregard.organisations"
    label = "organisations"
