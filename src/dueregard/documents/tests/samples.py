"""Small files of every kind we keep, and of many we do not, made here so that no binary lies in the repository."""

import struct
import zipfile
import zlib
from email.message import EmailMessage
from io import BytesIO

PDF = b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n"
EXE = b"MZ\x90\x00" + b"\x00" * 200
MAIN = {
    "docx": ("application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml", "word/document.xml"),
    "xlsx": ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml", "xl/workbook.xml"),
    "pptx": ("application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml", "ppt/presentation.xml"),
}


def zipped(parts: dict[str, bytes]) -> bytes:
    held = BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return held.getvalue()


def office(kind: str, *, content_type: str = "", **more: bytes) -> bytes:
    said, main = MAIN[kind]
    types = f'<Types><Override ContentType="{content_type or said}"/></Types>'.encode()
    return zipped({"[Content_Types].xml": types, main: b"<?xml version='1.0'?><a/>", **more})


def open_document(kind: str, **more: bytes) -> bytes:
    name = {"odt": "text", "ods": "spreadsheet"}[kind]
    return zipped({"mimetype": f"application/vnd.oasis.opendocument.{name}".encode(), "content.xml": b"<office/>", **more})


def png() -> bytes:
    def chunk(name: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))

    header = struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(b"\x00\x00")) + chunk(b"IEND", b"")


JPEG = b"\xff\xd8\xff\xe0\x00\x10JFIF\x00" + b"\x00" * 40 + b"\xff\xd9"


def mail(attached: bytes = b"", name: str = "") -> bytes:
    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = "clerk@council.example", "lead@council.example", "Agenda"
    message["Date"], message["Message-ID"] = "Tue, 3 Mar 2026 10:00:00 +0000", "<1@council.example>"
    message.set_content("The agenda is below.")
    message.add_alternative("<html><body>The agenda is below.</body></html>", subtype="html")
    if attached:
        message.add_attachment(attached, maintype="application", subtype="octet-stream", filename=name)
    return message.as_bytes()
