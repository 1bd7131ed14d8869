"""The operator's and the newcomer's door: what `dueregard` understands. Nothing of Django is loaded to answer --help or a wrong word."""

import argparse
import os
import sys
from collections.abc import Sequence
from datetime import date
from importlib import import_module
from io import TextIOWrapper
from typing import NoReturn, TypeAlias


class Words(argparse.ArgumentParser):
    """The words of a command; wrong ones are answered in one sentence."""

    def error(self, message: str) -> NoReturn:
        self.exit(2, f"dueregard: {message[:1].upper()}{message[1:]}. See {self.prog} --help\n")


def a_day(words: str) -> date:
    """A date as typed on the command line, in the time of anybody now at work."""
    try:
        day = date.fromisoformat(words)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{words!r} is not a date; write it as year-month-day, such as 2026-03-31") from None
    if not 1900 <= day.year < 2200:
        raise argparse.ArgumentTypeError(f"{words!r} is not a date of this work")
    return day


def a_port(words: str) -> int:
    """A port that can be listened on."""
    if not (words.isdecimal() and 0 < int(words) < 65536):
        raise argparse.ArgumentTypeError(f"{words!r} is not a port; give a number from 1 to 65535")
    return int(words)


def parser() -> argparse.ArgumentParser:
    """Every command, each with one line of what it is for."""
    top = Words(prog="dueregard", description="Run the Prevent duty, and prove it.")
    commands = top.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for add in (_running, _areas, _sheets, _assurance, _training, _guidance, _keeping, _searching, _people):
        add(commands)
    return top


Commands: TypeAlias = "argparse._SubParsersAction[Words]"  # what argparse gives and does not name in public


def _command(commands: Commands, name: str, does: str, runs: str) -> argparse.ArgumentParser:
    command: argparse.ArgumentParser = commands.add_parser(name, help=does, description=does)
    command.set_defaults(runs=runs)
    return command


def _as_at(command: argparse.ArgumentParser) -> None:
    command.add_argument("--as-at", metavar="DATE", type=a_day, help="as things stood on this day (default: today)")
    command.add_argument("--known-on", metavar="DATE", type=a_day, help="as far as had been typed by this day (default: all that has been)")
    command.add_argument("--json", action="store_true", help="for a program to read")


def _running(commands: Commands) -> None:
    demo = _command(commands, "demo", "make the example areas, print their assurance, serve the site", "demo:demo")
    demo.add_argument("--no-serve", action="store_true", help="do all but serve")
    demo.add_argument("--port", type=a_port, default=8000, help="where to serve (default: 8000)")
    demo.add_argument("--fresh", action="store_true", help="start anew: what was typed into the demo is lost")
    serve = _command(commands, "serve", "serve the site", "serving:serve")
    serve.add_argument("--port", type=a_port, default=8000, help="where to serve (default: 8000)")
    serve.add_argument("--host", default="127.0.0.1", help="which address to listen on (default: this machine alone)")
    worker = _command(commands, "worker", "send what is in the outbox, until stopped", "sending:worker")
    worker.add_argument("--once", action="store_true", help="one pass, then stop")
    _command(commands, "setup", "make or update the database", "fitness:setup")
    _command(commands, "check", "say whether this install is fit to serve", "fitness:check")


def _areas(commands: Commands) -> None:
    areas = _command(commands, "areas", "list the areas kept here", "areas:areas")
    areas.add_argument("--json", action="store_true")
    load = _command(commands, "load", "make areas from area files", "files:load_files")
    load.add_argument("files", nargs="+", metavar="FILE", help="an area file; see docs/how-to/area-files.md")
    export = _command(commands, "export", "write an area as an area file", "files:export_area")
    export.add_argument("area", help="by its short name; dueregard areas lists them")
    export.add_argument("-o", "--output", metavar="FILE", help="where to (default: the terminal)")
    export.add_argument("--official", action="store_true", help="leave out what is Official-Sensitive")


def _sheets(commands: Commands) -> None:
    bring = _command(commands, "bring-in", "bring in a plan or a risk register from Excel or CSV", "bringing_in:bring_in")
    bring.add_argument("kind", choices=["plan", "risks"])
    bring.add_argument("file", metavar="FILE", help="Excel (.xlsx) or CSV")
    bring.add_argument("--area", required=True, help="by its short name; dueregard areas lists them")
    bring.add_argument("--plan", metavar="REF", help="which plan (default: the one in force)")
    bring.add_argument("--sheet", default="", metavar="NAME", help="which sheet of the file (default: the first)")
    bring.add_argument("--dry-run", action="store_true", help="say row by row what would become of it, and write nothing")
    bring.add_argument("--json", action="store_true", help="for a program to read")
    bring.add_argument(
        "--owner", action="append", default=[], metavar="TEXT=REF", help="whose a row is whose owner is written so: Schools=B-3"
    )
    bring.add_argument("--nobody", metavar="REF", help="whose the rows are that name nobody")
    bring.add_argument(
        "--risk", action="append", default=[], metavar="TEXT=REF", help="which risk is written so; none: none of the register"
    )
    bring.add_argument("--concerns", choices=["people", "influences", "both", "duty"], help="what new risks are risks of")
    bring.add_argument("--order", choices=["day-first", "month-first"], help="which number of a date is the day, where nothing tells")
    bring.add_argument("--raised", metavar="DATE", type=a_day, help="when new actions were raised (default: when the plan begins)")
    bring.add_argument("--as-of", metavar="DATE", type=a_day, help="the day the sheet was last brought up to date (default: today)")
    bring.add_argument("--item", metavar="REF", help="the item of a meeting at which other due dates were agreed; leave: leave them")


def _assurance(commands: Commands) -> None:
    assess = _command(commands, "assess", "say what the records show, line by line", "assurance:assess")
    assess.add_argument("area")
    assess.add_argument("--framework", default="toolkit-2024", metavar="ID")
    _as_at(assess)
    loose = _command(commands, "loose-ends", "list what is loose, and the page that ties it", "loose:loose_ends")
    loose.add_argument("area")
    _as_at(loose)
    report = _command(commands, "report", "write a return, a pack or minutes as a file", "papers:report")
    report.add_argument("kind", choices=["return", "pack", "minutes"])
    report.add_argument("area")
    report.add_argument("ref", help="the round (RD-1) or the meeting (M-3)")
    report.add_argument("-o", "--output", metavar="FILE", required=True, help="ends in .docx or .pdf")


def _training(commands: Commands) -> None:
    training = commands.add_parser("training", help="the training programme", description="The training programme.")
    parts = training.add_subparsers(dest="part", required=True, metavar="PART")
    bring = _command(parts, "import", "bring in completions or a staff register", "training:bring_in")
    bring.add_argument("file", metavar="FILE", help="CSV or Excel (.xlsx), of any size")
    bring.add_argument("--area", required=True)
    bring.add_argument("--source", required=True, metavar="NAME", help="the system it comes from, as the site calls it")
    bring.add_argument("--on", metavar="DATE", type=a_day, help="the day the file tells of (default: today)")
    bring.add_argument("--dates", choices=["day-first", "month-first"], help="how the source writes days; kept for its next file")
    bring.add_argument("--dry-run", action="store_true", help="say what would become of each row, and bring nothing in")
    bring.add_argument("--json", action="store_true", help="for a program to read")
    withdraw = _command(parts, "withdraw", "undo a whole import by its number", "training:withdraw")
    withdraw.add_argument("ref", metavar="IM-3")
    withdraw.add_argument("--area", required=True)
    withdraw.add_argument("--because", required=True, metavar="WHY")


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
    attach.add_argument(
        "file", metavar="FILE", help="the published page, saved whole; or, with --by-line, words under the id of their line"
    )
    attach.add_argument("--framework", default="toolkit-2024", metavar="ID", help="which framework (default: toolkit-2024)")
    by_line = (
        "FILE gives the words by line, for any framework: an id alone and in square brackets, such as [leadership.1], its words under it"
    )
    attach.add_argument("--by-line", action="store_true", help=by_line)


def _keeping(commands: Commands) -> None:
    audit = commands.add_parser("audit", help="the trail", description="The trail.")
    parts = audit.add_subparsers(dest="part", required=True, metavar="PART")
    verify = _command(parts, "verify", "prove that no trail was changed, or name the first broken link", "trail:verify")
    verify.add_argument("--area", help="one area (default: all, and the install's own)")
    verify.add_argument("--against", metavar="FILE", help="what kept counts and heads: a note of them, or a backup")
    verify.add_argument("--note", metavar="FILE", help="write the counts and heads as they are now, to compare with later")
    backup = _command(commands, "backup", "copy database and files; the keys go apart", "keeping:backup")
    backup.add_argument("folder")
    restore = _command(commands, "restore", "put a backup into an empty home, and verify its trail", "keeping:restore")
    restore.add_argument("folder")


def _searching(commands: Commands) -> None:
    search = commands.add_parser("search", help="the index of words", description="The index of words.")
    parts = search.add_subparsers(dest="part", required=True, metavar="PART")
    rebuild = _command(parts, "rebuild", "make the index anew from the records", "searching:rebuild")
    rebuild.add_argument("area", nargs="?", help="one area (default: all)")


def _people(commands: Commands) -> None:
    user = commands.add_parser("user", help="who may sign in", description="Who may sign in.")
    parts = user.add_subparsers(dest="part", required=True, metavar="PART")
    invite = _command(parts, "invite", "invite somebody, such as the first administrator of an area", "people:invite")
    invite.add_argument("area")
    invite.add_argument("email")
    invite.add_argument("--role", default="administrator", help="what they may do there (default: administrator)")
    reset = _command(parts, "reset-second-factor", "let in somebody who lost app and recovery codes", "people:reset_second_factor")
    reset.add_argument("area")
    reset.add_argument("email")


def main(argv: Sequence[str] | None = None) -> int:
    """Read the words, then do what they ask."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="replace")  # a terminal without curly quotation marks is no reason to stop
    asked = parser().parse_args(argv)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "dueregard.config.settings")
    if asked.command == "demo":
        os.environ.setdefault("DUEREGARD_DEMO", "yes")
    if port := getattr(asked, "port", None):
        os.environ.setdefault("DUEREGARD_ADDRESS", f"http://localhost:{port}")  # links in mails lead to where it is served
    try:
        return _do(asked)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except KeyboardInterrupt:
        return 130


def _do(asked: argparse.Namespace) -> int:
    """What needs Django goes through `starting`; a hyphen says that the command does without."""
    if not asked.runs.startswith("-"):
        started: int = import_module("dueregard.config.commands.starting").run(asked.runs, asked)
        return started
    name, function = asked.runs.removeprefix("-").split(":")
    result: int | None = getattr(import_module(f"dueregard.config.commands.{name}"), function)(asked)
    return result or 0


if __name__ == "__main__":
    sys.exit(main())
