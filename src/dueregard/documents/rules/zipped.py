"""What is in a file that is a zip inside: Word, Excel, PowerPoint, OpenDocument, or something to refuse. Pure Python."""

import zipfile
import zlib
from io import BytesIO

MOST_PARTS = 5_000
MOST_UNPACKED = 400 * 1024 * 1024  # far above any document of 20 MB that is not a bomb
MOST_READ = 4 * 1024 * 1024  # of the one part we read whole
END = b"PK\x05\x06"
END_SIZE = 22

OFFICE: dict[str, tuple[str, str]] = {
    "docx": ("wordprocessingml.document.main+xml", "word/document.xml"),
    "xlsx": ("spreadsheetml.sheet.main+xml", "xl/workbook.xml"),
    "pptx": ("presentationml.presentation.main+xml", "ppt/presentation.xml"),
}
OPEN: dict[bytes, str] = {
    b"application/vnd.oasis.opendocument.text": "odt",
    b"application/vnd.oasis.opendocument.spreadsheet": "ods",
}
ARCHIVE = "This is an archive. Bring in the files one by one"
CUT_OFF = "The file is cut off or damaged: bring in the whole file"
MACROS = "The file has macros in it. Save it without them and bring that in"
PROGRAM = "There is a program or a script inside the file"
TWO_IN_ONE = "This is two kinds of file in one"
PROGRAM_ENDINGS = (
    ".exe",
    ".dll",
    ".js",
    ".vbs",
    ".bat",
    ".cmd",
    ".ps1",
    ".scr",
    ".com",
    ".msi",
    ".jar",
    ".hta",
    ".sh",
    ".py",
    ".html",
    ".svg",
)


def is_there(content: bytes) -> bool:
    """Whether a zip archive stands anywhere in the bytes, behind something else."""
    return zipfile.is_zipfile(BytesIO(content))


def looked_at(content: bytes) -> tuple[str | None, str | None]:
    """The type of a file that begins as a zip, and the reason to refuse it."""
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            return _found(archive, content)
    except (zipfile.BadZipFile, zlib.error, EOFError, ValueError, KeyError, NotImplementedError, OSError):
        return None, CUT_OFF


def _found(archive: zipfile.ZipFile, content: bytes) -> tuple[str | None, str | None]:
    if reason := _why_not_open(archive, content):
        return None, reason
    names = {part.filename for part in archive.infolist()}
    found = _office(archive, names) or _open_document(archive, names)
    if found is None:
        return None, MACROS if _has_macros(archive, names) else ARCHIVE
    if _has_macros(archive, names):
        return found, MACROS
    if any(name.lower().endswith(PROGRAM_ENDINGS) for name in names):
        return found, PROGRAM
    return found, None


def _why_not_open(archive: zipfile.ZipFile, content: bytes) -> str | None:
    parts = archive.infolist()
    if not parts or len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > MOST_UNPACKED:
        return "The file unpacks to far more than a document would"
    if content[-END_SIZE : -END_SIZE + 4] != END or min(part.header_offset for part in parts) != 0:
        return TWO_IN_ONE
    if any(part.flag_bits & 1 for part in parts):
        return "The file is locked with a password. Save it without one"
    if any(part.filename.startswith(("/", "\\")) or ".." in part.filename.split("/") for part in parts):
        return "The file would write outside its own folder"
    return None


def _read(archive: zipfile.ZipFile, name: str) -> bytes:
    """The beginning of a part; its checksum is checked where we reach its end."""
    with archive.open(name) as part:
        return part.read(MOST_READ)


def _office(archive: zipfile.ZipFile, names: set[str]) -> str | None:
    if "[Content_Types].xml" not in names:
        return None
    said = _read(archive, "[Content_Types].xml").decode("utf-8", "replace")
    for found, (content_type, main) in OFFICE.items():
        if content_type in said and main in names and _read(archive, main).lstrip(b"\xef\xbb\xbf").startswith(b"<"):
            return found
    return None


def _open_document(archive: zipfile.ZipFile, names: set[str]) -> str | None:
    if archive.infolist()[0].filename != "mimetype" or "content.xml" not in names:
        return None
    if not _read(archive, "content.xml").startswith(b"<"):
        return None
    return OPEN.get(_read(archive, "mimetype").strip())


def _has_macros(archive: zipfile.ZipFile, names: set[str]) -> bool:
    if any("vbaproject" in name.lower() or "/activex/" in f"/{name.lower()}" for name in names):
        return True
    if any(name.startswith(("Basic/", "Scripts/")) for name in names):
        return True
    return "[Content_Types].xml" in names and b"macroenabled" in _read(archive, "[Content_Types].xml").lower()
