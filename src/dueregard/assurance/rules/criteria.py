"""The year's criteria as a council or the Home Office gives them: a framework of its own, read as strictly as ours. Pure Python."""

import re
import tempfile
from functools import lru_cache
from pathlib import Path

from dueregard.guidance import catalogue
from dueregard.guidance.catalogue import Framework, GuidanceError
from dueregard.guidance.catalogue.reading import read_framework

ITS_ID = re.compile(r"^id: *[\"']?([a-z0-9][a-z0-9-]{2,58})[\"']? *$", re.MULTILINE)


@lru_cache(maxsize=32)
def criteria_from(text: str) -> Framework:
    """The framework a criteria file holds; GuidanceError names what is wrong, with its line."""
    found = ITS_ID.search(text)
    if found is None:
        raise GuidanceError("line 1: the criteria need an id of small letters, digits and hyphens, such as id: criteria-2026")
    if found[1] in catalogue.framework_ids():
        raise GuidanceError(f"line 1: {found[1]} is the id of a published framework; give the criteria an id of their own")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"{found[1]}.yaml"
        path.write_text(text, encoding="utf-8")
        return read_framework(path)


def framework_of(framework_id: str, criteria: str) -> Framework:
    """The framework a round is held against: a published one, or the year's criteria it was opened with."""
    return criteria_from(criteria) if criteria else catalogue.framework(framework_id)


def why_not_criteria(text: str) -> str | None:
    """The reason a criteria file cannot be used, with its line; None if it can."""
    try:
        criteria_from(text)
    except GuidanceError as error:
        return str(error)
    return None
