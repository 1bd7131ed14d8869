"""Reading YAML with the line of every value kept, and writing it so that it reads back the same."""

import re
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import Any

import yaml

from dueregard.basics.part import Line
from dueregard.config.area_file.problem import Problem, WrongFile, dotted

Path = tuple[str | int, ...]
DEEPEST = 30  # the parser in C recurses: a file of nothing but brackets would end the process
NOT_TEXT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")
PLAIN = {f"tag:yaml.org,2002:{name}" for name in ("str", "int", "float", "bool", "null", "timestamp", "map", "seq")}

# Classes of our own, so that what is taught them is not taught to everybody's YAML; in C where there is C.
Loader: Any = type("Loader", (getattr(yaml, "CSafeLoader", yaml.SafeLoader),), {})
Dumper: Any = type("Dumper", (getattr(yaml, "CSafeDumper", yaml.SafeDumper),), {"ignore_aliases": lambda _dumper, _value: True})


def _or_as_written(construct: Callable[[Any, Any], Any], loader: Any, node: Any) -> Any:
    """31 February looks like a date and is none: left as text, so that it is refused at its place with all the other mistakes."""
    try:
        return construct(loader, node)
    except (ValueError, OverflowError, AttributeError, KeyError):
        return node.value


def _in_lines(dumper: Any, text: str) -> Any:
    """Text of several lines stands in the file as lines."""
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style="|" if "\n" in text else None)


def _on_one_line(dumper: Any, row: Any) -> Any:
    """A row of which there are thousands stands on one line, as far as it is long."""
    return dumper.represent_mapping("tag:yaml.org,2002:map", row, flow_style=True)


for tag in ("timestamp", "int", "float", "bool"):
    name = f"tag:yaml.org,2002:{tag}"
    Loader.add_constructor(name, partial(_or_as_written, Loader.yaml_constructors[name]))
Dumper.add_representer(str, _in_lines)
Dumper.add_representer(Line, _on_one_line)


class Places:
    """Where in the text each value stands."""

    def __init__(self, root: Any) -> None:
        self._lines = dict(_lines_of(root, ()))  # the line of a key comes after, and replaces, that of its value

    def line(self, path: Sequence[str | int]) -> int:
        """The line of a value, or of the nearest thing around it that is in the text."""
        wanted = tuple(path)
        while wanted and wanted not in self._lines:
            wanted = wanted[:-1]
        return self._lines.get(wanted, 1)


def _lines_of(node: Any, path: Path) -> Iterator[tuple[Path, int]]:
    """Every place with its line; a value under a key stands at the line of the key."""
    yield path, node.start_mark.line + 1
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            inner = (*path, key.value)
            yield from _lines_of(value, inner)
            yield inner, key.start_mark.line + 1
    elif isinstance(node, yaml.SequenceNode):
        for number, value in enumerate(node.value):
            yield from _lines_of(value, (*path, number))


def read(text: str) -> tuple[Any, Places]:
    """The data and its places. What a reader would not see is refused: aliases, tags, a key given twice, signs that do not show."""
    try:
        _refuse_aliases_and_depth(text)
        loader = Loader(text)
        node = loader.get_single_node()
        if node is None:
            raise WrongFile([Problem(1, "the file", "the file is empty")])
        if problems := list(_hidden(node, ())):
            raise WrongFile(problems)
        return loader.construct_document(node), Places(node)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        raise WrongFile([Problem(mark.line + 1 if mark else 1, "the file", f"it is not YAML: {error.problem or error.context}")]) from None
    except yaml.YAMLError as error:
        raise WrongFile([Problem(1, "the file", f"it is not YAML: {' '.join(str(error).split())}")]) from None


def _refuse_aliases_and_depth(text: str) -> None:
    depth = 0
    for event in yaml.parse(text, Loader=Loader):
        line = event.start_mark.line + 1 if event.start_mark else 1
        if isinstance(event, yaml.AliasEvent):
            raise WrongFile([Problem(line, "the file", "aliases (*name) are not used in area files")])
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
        if depth > DEEPEST:
            raise WrongFile([Problem(line, "the file", "there are more brackets inside one another than any area file has")])


def _hidden(node: Any, path: Path) -> Iterator[Problem]:
    line = node.start_mark.line + 1
    if node.tag not in PLAIN:
        yield Problem(line, dotted(path), f"tags ({node.tag.removeprefix('tag:yaml.org,2002:')}) are not used in area files")
    if isinstance(node, yaml.ScalarNode):
        if NOT_TEXT.search(node.value):
            yield Problem(line, dotted(path), "it holds a sign that does not show; take it out")
    elif isinstance(node, yaml.SequenceNode):
        for number, value in enumerate(node.value):
            yield from _hidden(value, (*path, number))
    else:
        yield from _hidden_in_mapping(node, path)


def _hidden_in_mapping(node: Any, path: Path) -> Iterator[Problem]:
    seen: set[str] = set()
    for key, value in node.value:
        line = key.start_mark.line + 1
        if not isinstance(key, yaml.ScalarNode) or key.tag != "tag:yaml.org,2002:str":
            yield Problem(line, dotted(path), "the name of a key is a word")
            continue
        if key.value in seen:
            yield Problem(line, dotted((*path, key.value)), f"{key.value} is given twice")
        seen.add(key.value)
        yield from _hidden(value, (*path, key.value))


def write(data: Any) -> str:
    """YAML in the order given, readable, the same bytes for the same data."""
    text: str = yaml.dump(data, Dumper=Dumper, sort_keys=False, allow_unicode=True, width=140, default_flow_style=False)
    return text
