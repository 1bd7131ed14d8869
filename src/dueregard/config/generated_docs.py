"""The pages of docs/generated: drawn from the code, checked to be current. python -m dueregard.config.generated_docs [--check]"""

import sys
from argparse import Action, ArgumentParser
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from dueregard.access.roles import GRANTS, SENTENCES, Permission, Role
from dueregard.config.command_line import parser
from dueregard.guidance import catalogue
from dueregard.partnership.rules.meetings import MOVES

FOLDER = Path(__file__).resolve().parents[3] / "docs" / "generated"
DRAWN = "Drawn from the code by `./run docs`; a check fails if it is not current.\n\n"


def permissions() -> str:
    """Who may do what."""
    lines = ["# Roles and what each may do\n", DRAWN]
    lines += [f"- **{role.label}.** {SENTENCES[role]}\n" for role in Role]
    lines.append("\n| what | " + " | ".join(role.label for role in Role) + " |\n" + "|---" * (len(Role) + 1) + "|\n")
    for permission in Permission:
        ticks = " | ".join("yes" if permission in GRANTS[role] else "" for role in Role)
        lines.append(f"| {permission.label} | {ticks} |\n")
    return "".join(lines)


def commands() -> str:
    """What the command line understands: every command with its words."""
    lines = ["# The command line\n\n", DRAWN, "`dueregard COMMAND --help` says the same.\n"]
    for command in leaves(parser()):
        lines.append(f"\n## {command.prog}\n\n{command.description[:1].upper()}{command.description[1:]}.\n")
        words = [word for word in command._actions if word.dest != "help"]
        lines += ["\n" if words else ""] + [f"- `{_as_typed(word)}`{f': {word.help}' if word.help else ''}\n" for word in words]
    return "".join(lines)


def leaves(command: ArgumentParser) -> Iterator[Any]:
    """The commands under a word, those that do something."""
    under = [word for word in command._actions if isinstance(word.choices, dict)]
    if not under:
        yield command
    for word in under:
        for inner in dict(word.choices or {}).values():
            yield from leaves(inner)


def _as_typed(word: Action) -> str:
    name = word.metavar or ("|".join(word.choices) if word.choices else word.dest.upper())
    if not word.option_strings:
        return f"{name}..." if word.nargs == "+" else str(name)
    return word.option_strings[-1] if word.nargs == 0 else f"{word.option_strings[-1]} {name}"


def stages() -> str:
    """The stages of a meeting, as a diagram."""
    lines = ["# The stages of a meeting\n\n", DRAWN, "```mermaid\nstateDiagram-v2\n    [*] --> planned\n"]
    lines += [f"    {stage} --> {after}\n" for stage, afters in MOVES.items() for after in sorted(afters)]
    return "".join(lines) + "```\n"


def guidance() -> str:
    """Every line of every framework, in our words."""
    lines = ["# The guidance as data\n\n", DRAWN]
    for framework in catalogue.frameworks():
        lines.append(f"\n## {framework.title}\n\n| line | tier | in our words | answered by |\n|---|---|---|---|\n")
        lines += [
            f"| {line.id} | {line.tier} | {line.says} | {line.indicator or 'a person'} |\n"
            for section in framework.sections
            for line in section.lines
        ]
    return "".join(lines)


PAGES = {"permissions.md": permissions, "commands.md": commands, "meeting-stages.md": stages, "guidance.md": guidance}


def main(words: list[str]) -> int:
    """Write the pages, or with --check say which are not current."""
    stale = [name for name, draw in PAGES.items() if not (FOLDER / name).exists() or (FOLDER / name).read_text() != draw()]
    if "--check" in words:
        if stale:
            sys.stdout.write(f"Not current: {', '.join(stale)}. Run ./run docs\n")
        return 1 if stale else 0
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name in stale:
        (FOLDER / name).write_text(PAGES[name]())
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
