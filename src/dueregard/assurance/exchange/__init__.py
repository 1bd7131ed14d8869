"""What goes in and out of assurance: its part of an area file, findings as JSON and as a table, the return as Word and PDF."""

from dueregard.assurance.exchange.assessing import as_json, as_table
from dueregard.assurance.exchange.loading import deeds
from dueregard.assurance.exchange.pdf import return_as_pdf
from dueregard.assurance.exchange.shapes import Assurance
from dueregard.assurance.exchange.word import return_as_word
from dueregard.assurance.exchange.writing import write
from dueregard.basics.part import Part

PART: Part[Assurance] = Part("assurance", Assurance, deeds, write)

__all__ = ["PART", "as_json", "as_table", "return_as_pdf", "return_as_word"]
