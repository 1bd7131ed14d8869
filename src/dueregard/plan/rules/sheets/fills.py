"""The colour a cell of an Excel sheet is filled with, where it is a traffic light: many plans say red, amber and green by colour alone."""

import re
from collections.abc import Mapping
from io import BytesIO
from xml.etree import ElementTree
from zipfile import BadZipFile, ZipFile

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
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
    except (BadZipFile, KeyError, ValueError, IndexError, ElementTree.ParseError, OSError, EOFError):
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


def _parsed(content: bytes) -> ElementTree.Element:
    if b"<!DOCTYPE" in content or b"<!ENTITY" in content:
        raise ValueError("an Excel part declares no document type")
    return ElementTree.fromstring(content)  # noqa: S314 - document types are refused, and its size was before


def _styles(packed: ZipFile) -> dict[int, str]:
    """By number of a style, the light its cells show."""
    root = _parsed(packed.read("xl/styles.xml"))
    lights = [_light(fill) for fill in root.findall(f"{MAIN}fills/{MAIN}fill")]
    formats = root.findall(f"{MAIN}cellXfs/{MAIN}xf")
    found = {number: lights[int(one.get("fillId", "0"))] for number, one in enumerate(formats)}
    return {number: light for number, light in found.items() if light}


def _light(fill: ElementTree.Element) -> str:
    colour = fill.find(f"{MAIN}patternFill/{MAIN}fgColor")
    if colour is None:
        return ""
    said = colour.get("rgb") or INDEXED.get(int(colour.get("indexed", "-1")), "")
    return light_of(said) if re.fullmatch(r"(?:[0-9A-Fa-f]{2})?[0-9A-Fa-f]{6}", said) else ""


def _part(packed: ZipFile, sheet: str) -> str:
    """The part of the file a sheet is in, by its name."""
    book = _parsed(packed.read("xl/workbook.xml"))
    key = next(
        value for one in book.iter(f"{MAIN}sheet") if one.get("name") == sheet for name, value in one.attrib.items() if name.endswith("}id")
    )
    links = _parsed(packed.read("xl/_rels/workbook.xml.rels"))
    target = next(one.get("Target", "") for one in links if one.get("Id") == key)
    return target.lstrip("/") if target.startswith("/") else f"xl/{target}"


def _cells(content: bytes, styles: Mapping[int, str]) -> dict[tuple[int, int], str]:
    found = {}
    for tag in CELLS.findall(content):
        place, style = (pattern.search(tag) for pattern in ATTRIBUTE.values())
        light = styles.get(int(style[1])) if style else None
        at = PLACE.fullmatch(place[1].decode()) if place and light else None
        if at and light:
            found[int(at[2]), _column(at[1])] = light
    return found


def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number - 1
