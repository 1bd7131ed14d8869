"""Reads over every app: what is due, what is loose, what changed, where an area stands."""

from dueregard.home.queries.changes import changed
from dueregard.home.queries.standing import AreaStands, SectionStands, area_stands
from dueregard.home.queries.today import AreaToday, DueGroup, due_groups, loose_rows, today

__all__ = ["AreaStands", "AreaToday", "DueGroup", "SectionStands", "area_stands", "changed", "due_groups", "loose_rows", "today"]
