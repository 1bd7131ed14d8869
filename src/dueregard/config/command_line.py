"""The operator's and the newcomer's door: what `dueregard` understands. Nothing of Django is loaded to answer --help or a wrong word."""

import argparse
import os
import sys
from collections.abc import Sequence
from importlib import import_module
from typing import TypeAlias


def parser() -> argparse.ArgumentParser:
    """Every command, each with one line of what it is for."""
    top = argparse.ArgumentParser(prog="dueregard", description="Run the Prevent duty, and prove it.")
    commands = top.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for add in (_running, _areas, _assurance, _guidance, _keeping, _people):
        add(commands)
    return top


Commands: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"  # what argparse gives and does not name in public


def _command(commands: Commands, name: str, does: str, runs: str) -> argparse.ArgumentParser:
    command: argparse.ArgumentParser = commands.add_parser(name, help=does, description=does)
    command.set_defaults(runs=runs)
    return command


def _as_at(command: argparse.ArgumentParser) -> None:
    command.add_argument("--as-at", metavar="DATE", help="as things stood on this day (default: today)")
    command.add_argument("--known-on", metavar="DATE", help="as far as had been typed by this day (default: all that has been)")
    command.add_argument("--json", action="store_true", help="for a program to read")


def _running(commands: Commands) -> None:
    demo = _command(commands, "demo", "make the example areas, print their assurance, serve the site", "demo:demo")
    demo.add_argument("--no-serve", action="store_true", help="do all but serve")
    demo.add_argument("--port", type=int, default=8000, help="where to serve (default: 8000)")
    demo.add_argument("--fresh", action="store_true", help="start anew: what was typed into the demo is lost")
    serve = _command(commands, "serve", "serve the site", "running:serve")
    serve.add_argument("--port", type=int, default=8000)
    serve.add_argument("--host", default="127.0.0.1")
    worker = _command(commands, "worker", "send what is in the outbox, until stopped", "running:worker")
    worker.add_argument("--once", action="store_true", help="one pass, then stop")
    _command(commands, "setup", "make or update the database", "running:setup")
    _command(commands, "check", "say whether this install is fit to serve", "running:check")


def _areas(commands: Commands) -> None:
    areas = _command(commands, "areas", "list the areas kept here", "areas:areas")
    areas.add_argument("--json", action="store_true")
    load = _command(commands, "load", "make areas from area files", "areas:load_files")
    load.add_argument("files", nargs="+", metavar="FILE")
    export = _command(commands, "export", "write an area as an area file", "areas:export_area")
    export.add_argument("area")
    export.add_argument("-o", "--output", metavar="FILE", help="where to (default: the terminal)")
    export.add_argument("--official", action="store_true", help="leave out what is Official-Sensitive")


def _assurance(commands: Commands) -> None:
    assess = _command(commands, "assess", "say what the records show, line by line", "assurance:assess")
    assess.add_argument("area")
    assess.add_argument("--framework", default="toolkit-2024", metavar="ID")
    _as_at(assess)
    loose = _command(commands, "loose-ends", "list what is loose, and the page that ties it", "assurance:loose_ends")
    loose.add_argument("area")
    _as_at(loose)
    report = _command(commands, "report", "write a return as a file", "assurance:report")
    report.add_argument("kind", choices=["return", "pack", "minutes"])
    report.add_argument("area")
    report.add_argument("ref", help="the round (RD-1) or the meeting (M-3)")
    report.add_argument("-o", "--output", metavar="FILE", required=True, help="ends in .docx or .pdf")


def _guidance(commands: Commands) -> None:
    guidance = commands.add_parser("guidance", help="the guidance as data", description="The guidance as data.")
    parts = guidance.add_subparsers(dest="part", required=True, metavar="PART")
    listed = _command(parts, "list", "list the frameworks", "-guidance:frameworks")
    listed.add_argument("--json", action="store_true")
    show = _command(parts, "show", "print a framework or one of its lines", "-guidance:show")
    show.add_argument("id", help="toolkit-2024 or toolkit-2024/1.g3")
    check = _command(parts, "check", "account for every line of a published page", "-guidance:check")
    check.add_argument("file", metavar="FILE")
    check.add_argument("--framework", default="toolkit-2024", metavar="ID")
    check.add_argument("--json", action="store_true")
    attach = _command(parts, "attach", "keep the official wording of a published page in this install", "official:attach")
    attach.add_argument("file", metavar="FILE")
    attach.add_argument("--framework", default="toolkit-2024", metavar="ID")


def _keeping(commands: Commands) -> None:
    audit = commands.add_parser("audit", help="the trail", description="The trail.")
    parts = audit.add_subparsers(dest="part", required=True, metavar="PART")
    verify = _command(parts, "verify", "prove that no trail was changed, or name the first broken link", "trail:verify")
    verify.add_argument("--area", help="one area (default: all, and the install's own)")
    verify.add_argument("--against", metavar="FILE", help="a file that kept a count and a head: a return, a backup, or a note of them")
    verify.add_argument("--note", metavar="FILE", help="write the counts and heads as they are now, to compare with later")
    backup = _command(commands, "backup", "copy database and files; the keys go apart", "keeping:backup")
    backup.add_argument("folder")
    restore = _command(commands, "restore", "put a backup into an empty home, and verify its trail", "keeping:restore")
    restore.add_argument("folder")


def _people(commands: Commands) -> None:
    user = commands.add_parser("user", help="who may sign in", description="Who may sign in.")
    parts = user.add_subparsers(dest="part", required=True, metavar="PART")
    invite = _command(parts, "invite", "invite somebody, such as the first administrator of an area", "people:invite")
    invite.add_argument("area")
    invite.add_argument("email")
    invite.add_argument("--role", default="administrator")


def main(argv: Sequence[str] | None = None) -> int:
    """Read the words, then do what they ask."""
    asked = parser().parse_args(argv)
    name, function = asked.runs.lstrip("-").split(":")
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "dueregard.config.settings")
    if asked.command == "demo":
        os.environ.setdefault("DUEREGARD_DEMO", "yes")
    try:
        if not asked.runs.startswith("-"):
            import_module("django").setup()
        result: int | None = getattr(import_module(f"dueregard.config.commands.{name}"), function)(asked)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except KeyboardInterrupt:
        return 130
    return result or 0


if __name__ == "__main__":
    sys.exit(main())
