"""What is in a file: found in its bytes, never believed from its name. A short list is kept and all else is refused. Pure Python."""

import re

from dueregard.basics.choice import Choice
from dueregard.documents.rules import letters, zipped


class FileType(Choice):
    """The types we keep."""

    PDF = "pdf", "PDF"
    DOCX = "docx", "Word"
    XLSX = "xlsx", "Excel"
    PPTX = "pptx", "PowerPoint"
    ODT = "odt", "OpenDocument text"
    ODS = "ods", "OpenDocument spreadsheet"
    PNG = "png", "PNG picture"
    JPEG = "jpeg", "JPEG picture"
    TXT = "txt", "Plain text"
    CSV = "csv", "CSV"
    EML = "eml", "E-mail"


MEDIA_TYPES: dict[str, str] = {
    FileType.PDF: "application/pdf",
    FileType.DOCX: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    FileType.XLSX: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    FileType.PPTX: "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    FileType.ODT: "application/vnd.oasis.opendocument.text",
    FileType.ODS: "application/vnd.oasis.opendocument.spreadsheet",
    FileType.PNG: "image/png",
    FileType.JPEG: "image/jpeg",
    FileType.TXT: "text/plain; charset=utf-8",
    FileType.CSV: "text/csv; charset=utf-8",
    FileType.EML: "message/rfc822",
}
ENDINGS: dict[str, frozenset[str]] = {FileType.JPEG: frozenset({"jpg", "jpeg"}), FileType.TXT: frozenset({"txt", "text", "md"})}
KEPT = "Bring in a PDF, Word, Excel, PowerPoint, OpenDocument, PNG, JPEG, text, CSV or e-mail file"

# Where a refusal can say more than "not one of these": how such a file begins, and what to say of it.
REFUSED_STARTS: tuple[tuple[bytes, str], ...] = (
    (b"MZ", "This is a program, whatever its name says"),
    (b"\x7fELF", "This is a program, whatever its name says"),
    (b"\xcf\xfa\xed\xfe", "This is a program, whatever its name says"),
    (b"\xca\xfe\xba\xbe", "This is a program, whatever its name says"),
    (b"#!", "This is a script"),
    (
        b"\xd0\xcf\x11\xe0",
        "This is an Office file of the old kind, or one locked with a password. Save it as docx, xlsx or pptx without one",
    ),
    (b"{\\rtf", "Rich text is not kept. Save it as docx or PDF"),
    (b"Rar!", "This is an archive. Bring in the files one by one"),
    (b"7z\xbc\xaf", "This is an archive. Bring in the files one by one"),
    (b"\x1f\x8b", "This is an archive. Bring in the files one by one"),
    (b"GIF8", "Save the picture as PNG or JPEG"),
)
TAIL = 1024  # bytes at the end in which a PDF must say that it ends
RUNS_SOMETHING = re.compile(rb"/(JavaScript|JS|Launch)(?![A-Za-z])")
STREAMS = re.compile(rb"stream\r?\n.*?endstream", re.DOTALL)
HEX_IN_NAME = re.compile(rb"#([0-9A-Fa-f]{2})")
PNG_START, PNG_END = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", b"\x00\x00\x00\x00IEND\xaeB`\x82"


def why_not_keep(content: bytes, *, name: str, most: int) -> str | None:
    """The reason a file cannot be kept, in words; None if it can."""
    if not content.strip(b"\x00\r\n\t \xef\xbb\xbf"):
        return "The file is empty"
    if len(content) > most:
        return f"The file is larger than {most // (1024 * 1024)} MB"
    found, reason = _looked_at(content, name)
    if reason or found is None:
        return reason or KEPT
    ending = name.rpartition(".")[2].lower()
    if ending not in ENDINGS.get(found, frozenset({found.value})):
        return f"The name of the file ends in {_plain(ending)}, but what is in it is: {found.label}. Save it under the right name"
    return None


def file_type(content: bytes, *, name: str) -> FileType | None:
    """What is in a file that can be kept. Only between plain text and CSV does its name decide."""
    return _looked_at(content, name)[0]


def _looked_at(content: bytes, name: str) -> tuple[FileType | None, str | None]:
    """The type found in the bytes, and the reason to refuse a file of that type."""
    for start, words in REFUSED_STARTS:
        if content.startswith(start):
            return None, words
    if content.startswith(b"%PDF-"):
        return FileType.PDF, _why_not_pdf(content)
    if content.startswith(b"PK\x03\x04"):
        found, reason = zipped.looked_at(content)
        return (FileType(found) if found else None), reason
    if content.startswith(PNG_START):
        return FileType.PNG, None if content.endswith(PNG_END) else "The picture is cut off, or something is hidden behind its end"
    if content.startswith(b"\xff\xd8\xff"):
        whole = content.rstrip(b"\x00").endswith(b"\xff\xd9")
        return FileType.JPEG, None if whole else "The picture is cut off, or something is hidden behind its end"
    return _as_words(content, name)


def _as_words(content: bytes, name: str) -> tuple[FileType | None, str | None]:
    text, reason = letters.text_in(content)
    if text is None or reason:
        return None, reason
    if letters.is_message(text):
        return FileType.EML, letters.why_not_message(content, refuses=_why_not_inside)
    if reason := letters.why_not_text(text):
        return None, reason
    return (FileType.CSV if name.lower().endswith(".csv") else FileType.TXT), None


def _why_not_pdf(content: bytes) -> str | None:
    if b"%%EOF" not in content[-TAIL:]:
        return "The PDF is cut off: bring in the whole file"
    if zipped.is_there(content):
        return "This is two kinds of file in one: a PDF and an archive"
    said = HEX_IN_NAME.sub(lambda found: bytes([int(found[1], 16)]), STREAMS.sub(b"", content))
    if RUNS_SOMETHING.search(said):
        return "The PDF runs something when it is opened. Print it to a new PDF and bring that in"
    return None


def _why_not_inside(content: bytes, name: str) -> str | None:
    """The reason a file that came inside an e-mail cannot be kept."""
    return why_not_keep(content, name=name, most=len(content))


def _plain(ending: str) -> str:
    return ending if ending.isalnum() and len(ending) <= 8 else "something else"
