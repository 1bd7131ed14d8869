"""The label that ties an indicator to the line it answers, and how one is asked: late typing said, cites counted, days ahead looked at."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from functools import partial
from types import ModuleType
from typing import Any

from dueregard.basics.label import label
from dueregard.guidance.indicator.found import LATE_DAYS, WORSE, Expects, Finding, Indicator, Status

AHEAD_DAYS = 90  # how far a page looks for the day on which a finding would get worse
MOST_CITES = 10


def indicator(name: str) -> Callable[[Indicator], Indicator]:
    """Label a function as the answer to the lines whose `indicator` is this name."""

    return partial(label, indicator_name=name)


def indicators_in(module: ModuleType) -> dict[str, Indicator]:
    """The labelled functions of a section's indicators module, by name."""
    return {value.indicator_name: value for value in vars(module).values() if callable(value) and hasattr(value, "indicator_name")}


def find(judge: Indicator, facts: Any, expects: Expects, on: date, *, ahead: bool = False) -> Finding:
    """The finding as at a date, with what was typed late, at most ten cites and, where asked, the day it would get worse."""
    finding = judge(facts, expects, on)
    because = finding.because
    late = sum(cited.is_late for cited in finding.cites)
    if late:
        was = "was" if late == 1 else "were"
        because += (f"{late} of the {len(finding.cites)} records it rests on {was} typed more than {LATE_DAYS} days after the event.",)
    more = len(finding.cites) - MOST_CITES
    if more > 0:
        because += (f"It also rests on {more} earlier {'record' if more == 1 else 'records'}.",)
    finding = replace(finding, because=because, cites=finding.cites[:MOST_CITES])
    if ahead and finding.status in {Status.MET, Status.PARTLY}:
        for days in range(1, AHEAD_DAYS + 1):
            later = judge(facts, expects, on + timedelta(days=days)).status
            if WORSE[later] > WORSE[finding.status]:
                return replace(finding, worse_on=on + timedelta(days=days), worse=later)
    return finding
