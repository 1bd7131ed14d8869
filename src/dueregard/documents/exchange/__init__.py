"""The register's part of an area file."""

from dueregard.basics.part import Part
from dueregard.documents.exchange.loading import deeds
from dueregard.documents.exchange.shapes import Documents
from dueregard.documents.exchange.writing import write, write_bytes

PART: Part[Documents] = Part("documents", Documents, deeds, write)

__all__ = ["PART", "write_bytes"]
