"""Strict reading of a YAML file: every key is asked for by name, and whatever is wrong is named with its file and line."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import yaml

from dueregard.guidance.catalogue.shapes import GuidanceError

LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # the C one is ten times faster and not on every machine
DEEPEST = 30
TEXT, WHOLE, DECIMAL, DAY, TRUTH = (f"tag:yaml.org,2002:{kind}" for kind in ("str", "int", "float", "timestamp", "bool"))


class Part:
    """A node of the file, and where it stands."""

    def __init__(self, node: yaml.Node, *, file: str) -> None:
        self.node = node
        self.file = file

    def wrong(self, expected: str) -> GuidanceError:
        """The one kind of error, with file and line."""
        return GuidanceError(f"{self.file}, line {self.node.start_mark.line + 1}: {expected}")

    def _scalar(self, tags: tuple[str, ...], expected: str) -> str:
        if not isinstance(self.node, yaml.ScalarNode) or self.node.tag not in tags or not str(self.node.value).strip():
            raise self.wrong(expected)
        return str(self.node.value)

    def text(self) -> str:
        """The words here; a bare yes, no, on or number is refused, because YAML reads those as something else."""
        return " ".join(
            self._scalar((TEXT,), f"expected words, got {self.shown}; put it in quotation marks if it is meant as words").split()
        )

    def day(self) -> date:
        """The date here."""
        expected = f"expected a date such as 2024-02-12, got {self.shown}"
        written = self._scalar((DAY,), expected)
        try:
            return date.fromisoformat(written)
        except ValueError as error:
            raise self.wrong(expected) from error

    def number(self) -> int | float:
        """The number here."""
        expected = f"expected a number, got {self.shown}"
        written = self._scalar((WHOLE, DECIMAL), expected)
        try:
            return float(written) if "." in written else int(written)
        except ValueError as error:
            raise self.wrong(expected) from error

    def truth(self) -> bool:
        """The true or false here."""
        expected = f"expected true or false, got {self.shown}"
        written = self._scalar((TRUTH,), expected)
        if written not in {"true", "false"}:
            raise self.wrong(expected)
        return written == "true"

    def one_of(self, words: tuple[str, ...]) -> str:
        """One of the words allowed here."""
        word = self.text()
        if word not in words:
            raise self.wrong(f"expected one of {', '.join(words)}, got {word}")
        return word

    def each(self) -> "Iterator[Part]":
        """The parts of the list here."""
        if not isinstance(self.node, yaml.SequenceNode):
            raise self.wrong(f"expected a list, got {self.shown}")
        return (Part(node, file=self.file) for node in self.node.value)

    def texts(self) -> tuple[str, ...]:
        """The words of the list here, each once."""
        words: list[str] = []
        for part in self.each():
            if part.text() in words:
                raise part.wrong(f"{part.text()} stands here twice")
            words.append(part.text())
        return tuple(words)

    def pairs(self) -> "dict[str, Part]":
        """The keys and values here, whatever the keys are, each once."""
        if not isinstance(self.node, yaml.MappingNode):
            raise self.wrong(f"expected keys with values, got {self.shown}")
        found: dict[str, Part] = {}
        for key_node, value_node in self.node.value:
            key = Part(key_node, file=self.file)
            if key.text() in found:
                raise key.wrong(f"the key {key.text()} stands here twice")
            found[key.text()] = Part(value_node, file=self.file)
        return found

    def keys(self, *needed: str, may: tuple[str, ...] = ()) -> "dict[str, Part]":
        """The keys and values here: all the needed ones, perhaps the others, and nothing else."""
        found = self.pairs()
        for key_node, _ in self.node.value:
            if key_node.value not in needed + may:
                raise Part(key_node, file=self.file).wrong(
                    f"the key {key_node.value} is not known here; expected {', '.join(needed + may)}"
                )
        for key in needed:
            if key not in found:
                raise self.wrong(f"the key {key} is missing")
        return found

    @property
    def shown(self) -> str:
        """What stands here, for a message."""
        if isinstance(self.node, yaml.ScalarNode):
            return repr(str(self.node.value)) if self.node.value else "nothing"
        return "a list" if isinstance(self.node, yaml.SequenceNode) else "keys with values"


def read(path: Path) -> Part:
    """The whole file as one part."""
    try:
        text = path.read_text(encoding="utf-8")
        _refuse_depth(text, file=path.name)
        node = yaml.compose(text, Loader=LOADER)  # a safe loader, chosen above
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise GuidanceError(f"{path.name}, line {line}: this is not YAML: {error.problem}") from error
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        raise GuidanceError(f"{path.name}, line 1: the file cannot be read: {error}") from error
    if node is None:
        raise GuidanceError(f"{path.name}, line 1: the file is empty")
    return Part(node, file=path.name)


def _refuse_depth(text: str, *, file: str) -> None:
    """The parser in C recurses: criteria of nothing but brackets would end the process that serves everybody."""
    depth = 0
    for event in yaml.parse(text, Loader=LOADER):
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if depth > DEEPEST:
            line = event.start_mark.line + 1 if event.start_mark else 1
            raise GuidanceError(f"{file}, line {line}: there are more brackets inside one another than any framework has")
