"""What goes in and out of section 1: its part of an area file, and the files of a meeting that are taken away."""

from dueregard.basics.part import Part
from dueregard.partnership.exchange.loading import deeds
from dueregard.partnership.exchange.meeting_files import calendar_file, meeting_file
from dueregard.partnership.exchange.shapes import Partnership
from dueregard.partnership.exchange.writing import write

PART: Part[Partnership] = Part("partnership", Partnership, deeds, write)

__all__ = ["PART", "calendar_file", "meeting_file"]
