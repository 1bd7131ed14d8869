"""The facts of section 6: counts of the area's own people, and the dated records of its programme."""

from datetime import date

from dueregard.access.scope import scope
from dueregard.access.viewer import Viewer
from dueregard.organisations.queries.asked import Asked
from dueregard.partnership.indicators import PartnershipFacts
from dueregard.partnership.rules.groups import GroupFunction
from dueregard.training.indicators import TrainingFacts
from dueregard.training.indicators.rows import Delivers
from dueregard.training.queries import facts


def gather(viewer: Viewer, *, on: date, known: date, partnership: PartnershipFacts) -> TrainingFacts:
    """Everything section 6 reads as at a date and known on another, in a fixed number of statements, however many people there are."""
    asked = Asked(viewer=viewer, on=on, known=known)
    with scope(viewer):
        people = facts.Counting(asked)
        return TrainingFacts(
            area=partnership.area,
            plans=tuple(facts.plans(asked)),
            requires=tuple(people.requires()),
            scope=people.scope(),
            people=people.everybody(),
            frontline=people.frontline(),
            venues=people.venues(),
            services=tuple(people.services()),
            posts=tuple(facts.posts(asked)),
            materials=tuple(facts.materials(asked)),
            updates=tuple(facts.updates(asked)),
            programmes=tuple(facts.programmes(asked)),
            inductions=tuple(facts.inductions(asked)),
            developments=tuple(facts.developments(asked)),
            delivers=(*facts.delivers(asked), *_panel(partnership)),
            reached=tuple(facts.reached(asked)),
        )


def _panel(partnership: PartnershipFacts) -> tuple[Delivers, ...]:
    """Who sits on the Channel panel, by the opaque key section 1 knows them by."""
    panels = {row.group for row in partnership.functions if row.function == GroupFunction.CHANNEL}
    members = (row for row in partnership.members if row.group in panels)
    return tuple(
        Delivers(kind="membership", ref=row.ref, label=row.label, on=row.on, typed=row.typed, until=row.until, person=row.person)
        for row in members
    )
