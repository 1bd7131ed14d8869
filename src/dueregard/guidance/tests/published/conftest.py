"""The published toolkit page, whose words are not kept here; collected only where DUEREGARD_PUBLISHED names a folder that has it."""

import os
from pathlib import Path

import pytest

PAGE = "001_a5f2a2bd411e88b2.txt"


@pytest.fixture(scope="session")
def published_page() -> str:
    """The toolkit page of 12 February 2024 as text."""
    return (Path(os.environ["DUEREGARD_PUBLISHED"]) / PAGE).read_text(encoding="utf-8")
