"""A file’s section 2 as deeds, in the order they were typed in; those of one moment in the order below."""

from collections.abc import Iterator

from dueregard.basics.part import FileDeed
from dueregard.risk.exchange.loading import assessments, risks, sources
from dueregard.risk.exchange.loading.asked import Turn
from dueregard.risk.exchange.shapes import RiskPart


def deeds(shape: RiskPart) -> Iterator[FileDeed]:
    """What a moment may need comes first in it: sources and risks before the edition that holds them, what ends last."""
    of_sources = [(row, Turn(("sources", place))) for place, row in enumerate(shape.sources)]
    of_risks = [(row, Turn(("risks", place))) for place, row in enumerate(shape.risks)]
    found = [
        *risks.matrices(shape.matrices),
        *sources.named(of_sources),
        *sources.asked(shape),
        *risks.identified(of_risks),
        *risks.followed(of_risks),
        *assessments.editions(shape.assessments),
        *risks.closed(of_risks),
        *sources.withdrawn(of_sources),
    ]
    yield from sorted(found, key=lambda deed: deed.typed_at)


__all__ = ["deeds"]
