"""The rules of section 3, pure: periods, agreement, evaluation, and what a year asks of an area."""
