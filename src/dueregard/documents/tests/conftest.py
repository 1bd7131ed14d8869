"""Files of a test go to a folder of its own; everything in it is invented, so Official-Sensitive may be kept on any disk."""

from pathlib import Path

import pytest
from pytest_django import Settings


@pytest.fixture(autouse=True)
def folder(settings: Settings, tmp_path: Path) -> Path:
    settings.INVENTED = True
    settings.MEDIA_ROOT = tmp_path / "files"
    return tmp_path / "files"
