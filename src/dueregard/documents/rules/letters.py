"""What is in a file of plain words: text, CSV or an e-mail, or a page or a script that only looks like them. Pure Python."""

import email
import re
from collections.abc import Callable
from email import policy
from email.message import EmailMessage

CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
MARKUP = re.compile(r"<(!doctype\s+html|html|script|svg|iframe|object|embed|\?php|%)", re.IGNORECASE)
SCRIPT = re.compile(r"^\s*(@echo off|<\?xml|%!ps|function\s+\w+\s*\(|import os\b|powershell\b|on error resume next)", re.IGNORECASE)
HEADER = re.compile(r"^[A-Za-z][A-Za-z0-9-]*:[ \t]?", re.MULTILINE)
NOT_WORDS = "Bring in a PDF, Word, Excel, PowerPoint, OpenDocument, PNG, JPEG, text, CSV or e-mail file"
MOST_PARTS = 50


def text_in(content: bytes) -> tuple[str | None, str | None]:
    """The words in the bytes, or the reason there are none to read."""
    codec = "utf-16" if content[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"
    for attempt in (codec, "cp1252"):
        try:
            text = content.decode(attempt)
        except UnicodeDecodeError:
            continue
        return (None, NOT_WORDS) if CONTROL.search(text) else (text, None)
    return None, NOT_WORDS


def why_not_text(text: str) -> str | None:
    """The reason plain words cannot be kept: they are a web page, a picture in words, or a script."""
    if MARKUP.search(text):
        return "This is a web page or has one in it. Print it to PDF and bring that in"
    if SCRIPT.match(text):
        return "This is a script or a file for a program"
    return None


def is_message(text: str) -> bool:
    """Whether the words begin as an e-mail does: header lines, From, Date and a Message-ID among them."""
    head = text.replace("\r\n", "\n").split("\n\n", 1)[0]
    names = {found.rstrip(": \t").lower() for found in HEADER.findall(head)}
    return {"from", "date", "message-id"} <= names and HEADER.match(head) is not None


def why_not_message(content: bytes, *, refuses: Callable[[bytes, str], str | None]) -> str | None:
    """The reason an e-mail cannot be kept: something attached to it could not be kept by itself."""
    message = email.message_from_bytes(content, policy=policy.default)
    parts = list(message.walk())
    if len(parts) > MOST_PARTS:
        return "The e-mail has too many parts"
    for part in parts:
        if isinstance(part, EmailMessage) and (part.is_attachment() or part.get_filename()):
            held = part.get_payload(decode=True)
            if not isinstance(held, bytes) or refuses(held, part.get_filename() or ""):
                return "Something attached to the e-mail cannot be kept. Bring in the e-mail without it"
    return None
