"""The pages of docs/generated: drawn from the code, checked to be current. python -m dueregard.config.generated_docs [--check]"""

import sys
from pathlib import Path

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
    """What the command line understands."""
    return f"# The command line\n\n{DRAWN}```\n{parser().format_help()}```\n"


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
