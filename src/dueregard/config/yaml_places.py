"""Reading YAML with the line of every value kept, and writing it so that it reads back the same."""

from collections.abc import Sequence
from typing import Any

import yaml

Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
Dumper: Any = getattr(yaml, "CSafeDumper", yaml.SafeDumper)
Path = tuple[str | int, ...]


class Places:
    """Where in the text each value stands."""

    def __init__(self, root: Any) -> None:
        self._lines: dict[Path, int] = {}
        self._walk(root, ())

    def _walk(self, node: Any, path: Path) -> None:
        self._lines[path] = node.start_mark.line + 1
        if isinstance(node, yaml.MappingNode):
            for key, value in node.value:
                inner = (*path, key.value)
                self._walk(value, inner)
                self._lines[inner] = key.start_mark.line + 1
        elif isinstance(node, yaml.SequenceNode):
            for number, value in enumerate(node.value):
                self._walk(value, (*path, number))

    def line(self, path: Sequence[str | int]) -> int:
        """The line of a value, or of the nearest thing around it that is in the text."""
        wanted = tuple(path)
        while wanted and wanted not in self._lines:
            wanted = wanted[:-1]
        return self._lines.get(wanted, 1)


class NotYaml(ValueError):
    """The text is not YAML; the message says where."""


def read(text: str) -> tuple[Any, Places]:
    """The data and its places. Aliases and a key given twice are refused: both hide what a reader would not see."""
    try:
        if any(isinstance(token, yaml.AliasToken) for token in yaml.scan(text, Loader=Loader)):
            raise NotYaml("aliases (*name) are not used in area files")
        node = yaml.compose(text, Loader=Loader)
        if node is None:
            raise NotYaml("the file is empty")
        _refuse_twins(node)
        return yaml.load(text, Loader=Loader), Places(node)  # noqa: S506 - Loader is the safe one, in C where there is C
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        raise NotYaml(f"line {mark.line + 1 if mark else 1}: {error.problem or error.context}") from None
    except yaml.YAMLError as error:
        raise NotYaml(str(error)) from None


def _refuse_twins(node: Any) -> None:
    if isinstance(node, yaml.MappingNode):
        seen: set[str] = set()
        for key, value in node.value:
            if key.value in seen:
                raise NotYaml(f"line {key.start_mark.line + 1}: {key.value} is given twice")
            seen.add(key.value)
            _refuse_twins(value)
    elif isinstance(node, yaml.SequenceNode):
        for value in node.value:
            _refuse_twins(value)


def write(data: Any) -> str:
    """YAML in the order given, readable, the same bytes for the same data."""
    text: str = yaml.dump(data, Dumper=Dumper, sort_keys=False, allow_unicode=True, width=140, default_flow_style=False)
    return text
