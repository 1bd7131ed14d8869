"""The elements of a small part of an Excel file, read so that nothing in it can grow; and the number of a column by its letters."""

from collections.abc import Mapping
from dataclasses import dataclass
from xml.parsers import expat

from dueregard.sheets.rules.tables import Unreadable


@dataclass(frozen=True, kw_only=True)
class Element:
    """One element of a small part: its name, that of the one around it, what it says of itself. Names without their spaces."""

    name: str
    within: str
    said: Mapping[str, str]


def elements(content: bytes) -> list[Element]:
    """The elements of a small part, in their order."""
    found: list[Element] = []
    around = [""]

    def begins(name: str, attributes: dict[str, str]) -> None:
        said = {key.rpartition(":")[2]: value for key, value in attributes.items()}
        found.append(Element(name=name.rpartition(":")[2], within=around[-1], said=said))
        around.append(found[-1].name)

    parser = careful_parser()
    parser.StartElementHandler, parser.EndElementHandler = begins, lambda _name: around.pop()
    parser.Parse(content, True)
    return found


def careful_parser() -> expat.XMLParserType:
    """A parser that refuses a document type: without one, no text can stand for more text."""
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = _refuse
    return parser


def _refuse(*_said: object) -> None:
    raise Unreadable("This Excel file holds what no table does. Open it, save it again as .xlsx and try once more")


def column_number(letters: str) -> int:
    """The number of a column, from 0: A, then Z, then AA."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number - 1
