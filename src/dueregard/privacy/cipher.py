"""Sealing text with the install's key: version, key number, nonce and text, bound to what it belongs to."""

import base64
import os
from pathlib import Path

from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.conf import settings

VERSION = b"\x01"
KEY_NUMBER = b"\x01"
NONCE = 12


def _key() -> bytes:
    return bytes.fromhex(Path(settings.KEY_FILE).read_text().strip())


def seal(text: str, *, belongs_to: str) -> str:
    """Encrypt text; it opens again only with the same `belongs_to`."""
    nonce = os.urandom(NONCE)
    sealed = AESGCM(_key()).encrypt(nonce, text.encode(), belongs_to.encode())
    return base64.urlsafe_b64encode(VERSION + KEY_NUMBER + nonce + sealed).decode()


def unseal(sealed: str, *, belongs_to: str) -> str:
    """Decrypt what `seal` made; raises if it was changed or moved."""
    raw = base64.urlsafe_b64decode(sealed)
    if raw[:2] != VERSION + KEY_NUMBER:
        raise ValueError("This was sealed with another key")
    return AESGCM(_key()).decrypt(raw[2 : 2 + NONCE], raw[2 + NONCE :], belongs_to.encode()).decode()
