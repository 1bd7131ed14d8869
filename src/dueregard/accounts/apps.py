"""The accounts app."""

from django.apps import AppConfig


class AccountsConfig(AppConfig):
    """Users, memberships, clearances, invitations."""

    name = "dueregard.accounts"
    label = "accounts"
