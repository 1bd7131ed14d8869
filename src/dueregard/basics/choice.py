"""Choices: a word kept in the database and the words a page shows for it. The one way Django reaches the pure files."""

from django.db.models import TextChoices as Choice

__all__ = ["Choice"]
