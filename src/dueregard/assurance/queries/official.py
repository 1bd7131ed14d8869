"""The official wording of lines, where the council has attached the published text."""

from collections.abc import Mapping

from dueregard.access.viewer import Viewer


def official_words(viewer: Viewer, framework_id: str) -> Mapping[str, str]:
    """By line: its published words; none where nothing is attached."""
    return {}
