"""The colour a cell of an Excel sheet is filled with, where it is a traffic light: many plans say red, amber and green by colour alone."""

import re
from collections.abc import Mapping
from io import BytesIO
from xml.parsers.expat import ExpatError
from zipfile import BadZipFile, ZipFile

from dueregard.sheets.rules.elements import column_number, elements
from dueregard.sheets.rules.tables import Unreadable

PLACE = re.compile(r"([A-Z]{1,3})(\d{1,7})")
CELLS = re.compile(rb"<c\s[^>]*?>")
ATTRIBUTE = {name: re.compile(rb"\s" + name + rb'="([^"]*)"') for name in (b"r", b"s")}
INDEXED = {
    2: "FF0000",
    3: "00FF00",
    5: "FFFF00",
    10: "FF0000",
    11: "00FF00",
    13: "FFFF00",
    17: "008000",
    51: "FFCC00",
    52: "FF9900",
    50: "99CC00",
}
Fills = Mapping[tuple[int, int], str]  # by row (as the file counts) and column (from 0)


def read_fills(content: bytes, *, sheet: str) -> dict[tuple[int, int], str]:
    """The cells of a sheet that are filled red, amber or green; none where the file says nothing of colours. Bombs are refused before."""
    try:
        with ZipFile(BytesIO(content)) as packed:
            styles = _styles(packed)
            return _cells(packed.read(_part(packed, sheet)), styles) if styles else {}
    except (BadZipFile, KeyError, ValueError, IndexError, ExpatError, StopIteration, Unreadable, OSError, EOFError):
        return {}


def light_of(colour: str) -> str:
    """Which light of the traffic light a colour is; empty where it is none."""
    red, green, blue = (int(colour[-6:][at : at + 2], 16) for at in (0, 2, 4))
    most, least = max(red, green, blue), min(red, green, blue)
    if most - least < 40 or blue == most:
        return ""
    if green > red:
        return "amber" if red > 0.93 * green else "green"
    return "amber" if green - blue > 0.45 * (red - blue) else "red"


def _styles(packed: ZipFile) -> dict[int, str]:
    """By number of a style, the light its cells show."""
    lights, formats, is_fill = [], [], False
    for each in elements(packed.read("xl/styles.xml")):
        if each.name == "fill":
            is_fill = each.within == "fills"  # not one of a rule that colours by value
            lights += [""] if is_fill else []
        elif is_fill and each.name == "fgColor":
            lights[-1] = _light(each.said)
        elif each.within == "cellXfs":
            formats.append(int(each.said.get("fillId", "0")))
    return {number: lights[fill] for number, fill in enumerate(formats) if lights[fill]}


def _light(said: Mapping[str, str]) -> str:
    colour = said.get("rgb") or INDEXED.get(int(said.get("indexed", "-1")), "")
    return light_of(colour) if re.fullmatch(r"(?:[0-9A-Fa-f]{2})?[0-9A-Fa-f]{6}", colour) else ""


def _part(packed: ZipFile, sheet: str) -> str:
    """The part of the file a sheet is in, by its name."""
    book = elements(packed.read("xl/workbook.xml"))
    key = next(each.said["id"] for each in book if each.name == "sheet" and each.said.get("name") == sheet)
    links = elements(packed.read("xl/_rels/workbook.xml.rels"))
    target = next(each.said["Target"] for each in links if each.said.get("Id") == key)
    return target.lstrip("/") if target.startswith("/") else f"xl/{target}"


def _cells(content: bytes, styles: Mapping[int, str]) -> dict[tuple[int, int], str]:
    found = {}
    for tag in CELLS.findall(content):
        place, style = (pattern.search(tag) for pattern in ATTRIBUTE.values())
        light = styles.get(int(style[1])) if style else None
        at = PLACE.fullmatch(place[1].decode()) if place and light else None
        if at and light:
            found[int(at[2]), column_number(at[1])] = light
    return found
