"""What is wrong with an area file, and where."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Problem:
    """One thing wrong with a file, and where."""

    line: int
    path: str
    says: str

    def __str__(self) -> str:
        return f"line {self.line}, {self.path}: {self.says}"


class WrongFile(Exception):
    """A file that was not loaded; nothing was written."""

    def __init__(self, problems: list[Problem], *, also: str = "") -> None:
        self.problems = sorted(problems, key=lambda problem: problem.line)
        super().__init__("\n".join([*map(str, self.problems), *([also] if also else [])]))


def dotted(path: tuple[str | int, ...]) -> str:
    """A place in a file as its messages say it: organisations.bodies.0.name."""
    return ".".join(map(str, path)) or "the file"
