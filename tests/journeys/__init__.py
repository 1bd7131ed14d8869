"""Journeys through whole pages in a real browser, once, on SQLite."""
