"""The sections whose lines are computed: one row each, with what fills the facts and where the indicators are."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from types import ModuleType
from typing import Any

from dueregard.access.remembering import Remembered
from dueregard.access.scope import scope
from dueregard.access.viewer import Viewer
from dueregard.assurance.facts import documents as document_facts
from dueregard.assurance.facts import partnership as partnership_facts
from dueregard.assurance.facts import plan as plan_facts
from dueregard.assurance.facts import risk as risk_facts
from dueregard.assurance.facts import training as training_facts
from dueregard.assurance.facts.places import Place, others
from dueregard.assurance.queries.remembering import ANSWERS, FACTS, remembering
from dueregard.documents import indicators as document_indicators
from dueregard.guidance.indicator import Indicator, indicators_in
from dueregard.guidance.loose_end import LooseEnd, worst_first
from dueregard.partnership import indicators as partnership_indicators
from dueregard.plan import indicators as plan_indicators
from dueregard.risk import indicators as risk_indicators
from dueregard.training import indicators as training_indicators

PLACES = "places"


@dataclass(frozen=True)
class SectionReads:
    """A section of the house: its name in indicators' names, what fills its facts, its indicators and loose ends."""

    name: str
    gather: Callable[..., Any]  # (viewer, *, on, known, and what it reads) -> the section's frozen facts
    indicators: ModuleType
    reads: tuple[str, ...] = ()  # sections whose facts its own are filled from; PLACES: the other areas whose records count


SECTIONS = (
    SectionReads("partnership", partnership_facts.gather, partnership_indicators, (PLACES,)),
    SectionReads("risk", risk_facts.gather, risk_indicators, (PLACES, "partnership")),
    SectionReads("plan", plan_facts.gather, plan_indicators, (PLACES, "partnership", "risk")),
    SectionReads("training", training_facts.gather, training_indicators, (PLACES, "partnership")),
    SectionReads("documents", document_facts.gather, document_indicators),  # no line of its own: loose ends alone
)

INDICATORS: Mapping[str, tuple[SectionReads, Indicator]] = {
    name: (section, judge) for section in SECTIONS for name, judge in indicators_in(section.indicators).items()
}


def facts_of(
    viewer: Viewer, section: SectionReads, *, on: date, known: date, before: Remembered, among: dict[str, Any] | None = None
) -> Any:
    """The facts of a section as at a date, known on a date: one set for its findings and its loose ends.

    `among` holds what was read for the same question already, and takes what is read now.
    """
    found = {} if among is None else among
    if section.name not in found:
        below = [each for each in SECTIONS if each.name in section.reads]

        def work() -> Any:
            read = {each.name: facts_of(viewer, each, on=on, known=known, before=before, among=found) for each in below}
            if PLACES in section.reads:
                read[PLACES] = _places(viewer, on=on, known=known, among=found)
            return section.gather(viewer, on=on, known=known, **read)

        found[section.name] = before.get(FACTS, (section.name, on, known), work)
    return found[section.name]


def _places(viewer: Viewer, *, on: date, known: date, among: dict[str, Any]) -> tuple[Place, ...]:
    """The other areas whose records count, asked after once for all sections."""
    if PLACES not in among:
        with scope(viewer):
            among[PLACES] = tuple(others(viewer, on=on, known=known))
    found: tuple[Place, ...] = among[PLACES]
    return found


def loose_ends(viewer: Viewer, *, on: date, known: date) -> list[LooseEnd]:
    """Every section's loose ends as at a date, known on a date, worst first."""

    def work() -> tuple[LooseEnd, ...]:
        among: dict[str, Any] = {}
        read = [(section, facts_of(viewer, section, on=on, known=known, before=before, among=among)) for section in SECTIONS]
        return tuple(worst_first(end for section, facts in read for end in section.indicators.loose_ends(facts, on)))

    with remembering(viewer) as before:
        return list(before.get(ANSWERS, ("loose ends", on, known), work))
