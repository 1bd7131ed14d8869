"""Starting Django for a command, and ending it with one clear sentence whatever goes wrong."""

import os
import traceback
from argparse import Namespace
from collections.abc import Callable
from importlib import import_module
from typing import NoReturn

import django
from django.core.exceptions import ImproperlyConfigured, PermissionDenied
from django.db import DatabaseError

from dueregard.basics.refused import Refused


def run(runs: str, asked: Namespace) -> int:
    """Do a command, named by its module and function."""
    name, function = runs.split(":")
    _set_up()
    try:
        command: Callable[[Namespace], int | None] = getattr(import_module(f"dueregard.config.commands.{name}"), function)
        return command(asked) or 0
    except (Refused, PermissionDenied) as refusal:
        _stop(str(refusal))
    except DatabaseError as error:
        _stop(_of_database(error))
    except BrokenPipeError:
        raise
    except OSError as error:
        _stop(f"{error.filename}: {error.strerror}" if error.filename else str(error))
    except Exception as error:
        if os.environ.get("DUEREGARD_LOG") == "DEBUG":
            traceback.print_exc()
        _stop(f"This went wrong, and should not have: {type(error).__name__}, {error}. DUEREGARD_LOG=DEBUG shows where")


def _set_up() -> None:
    try:
        django.setup()
    except OSError as error:
        home = os.environ.get("DUEREGARD_HOME", error.filename)
        _stop(f"{home} cannot hold what is kept ({error.strerror}): name another folder with DUEREGARD_HOME")
    except (ImproperlyConfigured, ValueError) as error:
        _stop(f"The settings are wrong: {error}")


def _of_database(error: DatabaseError) -> str:
    """A database that was never set up, or is not up to date, or is in the way; asked only once something went wrong."""
    try:
        reasons: list[str] = import_module("dueregard.config.commands.fitness").why_unfit()
    except DatabaseError:
        reasons = []
    said = " ".join(str(error).split())
    return reasons[0] if reasons else f"The database says: {said}"


def _stop(sentence: str) -> NoReturn:
    raise SystemExit(f"dueregard: {sentence}")
