"""The Security Threat Check a deed is given: answered there and then, or one made before."""

from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from dueregard.access.viewer import Viewer
from dueregard.basics.dates import say
from dueregard.basics.refused import Refused, refuse_if
from dueregard.guidance.actions import make_check
from dueregard.guidance.queries import threat_checks
from dueregard.organisations.actions import given
from dueregard.privacy.marking import why_not_cover


@dataclass(frozen=True, kw_only=True)
class Answers:
    """The three questions of the check as somebody answers them, each with its reason."""

    mindful: bool
    mindful_because: str
    proportionate: bool
    proportionate_because: str
    reduces: bool
    reduces_because: str
    go_ahead_because: str = ""
    done_by: str | None = None


def check_made(*, by: Viewer, on: date, marking: str, answers: Answers | None, check: str | None) -> Any:
    """The check of something with this marking: made now from the answers and marked like it, or the one named; never both."""
    if (answers is None) == (check is None):
        raise Refused("Answer the three questions, or name a check made before, not both")
    if answers is not None:
        return make_check(by=by, on=on, marking=marking, **asdict(answers))
    made = given.one(threat_checks(by), check or "", what="Security Threat Check")
    refuse_if(why_not_cover(made.marking, covered=marking))
    if made.on > on:
        raise Refused(f"The check was made on {say(made.on)}, after this day. Add it as a later check, dated to that day")
    return made
