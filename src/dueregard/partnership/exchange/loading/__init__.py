"""A file's section 1 as deeds: the loader does them by date, and those of one day in this order."""

from collections.abc import Iterator

from dueregard.basics.part import FileDeed, Phase
from dueregard.partnership.exchange.loading import decisions, groups, meetings, registers
from dueregard.partnership.exchange.loading.asked import At, in_phase
from dueregard.partnership.exchange.shapes import Partnership


def deeds(shape: Partnership) -> Iterator[FileDeed]:
    """What a day may need comes first in it: groups, meetings, who came, what was said and decided, and the clearing of minutes last."""
    of_groups, of_meetings, of_exchanges = At(("groups",)), At(("meetings",)), At(("exchanges",))
    of_decisions, of_actions = At(("decisions",)), At(("actions",))
    raised = {action.ref: action.date for action in shape.actions}
    yield from groups.founding(shape.groups, of_groups)
    yield from groups.table(shape.groups, of_groups)
    yield from registers.links(shape.links, At(("links",)))
    yield from registers.exchanges(shape.exchanges, of_exchanges)
    yield from meetings.dates(shape.meetings, of_meetings)
    yield from meetings.agendas(shape.meetings, of_meetings, raised=raised, after=False)
    yield from meetings.sittings(shape.meetings, of_meetings)
    yield from decisions.decisions(shape.decisions, of_decisions)
    yield from decisions.raised(shape.actions, of_actions)
    yield from meetings.agendas(shape.meetings, of_meetings, raised=raised, after=True)
    yield from meetings.taken_up(shape.meetings, of_meetings)
    yield from in_phase(Phase.FOLLOWED, decisions.accepted(shape.decisions, of_decisions))
    yield from in_phase(Phase.FOLLOWED, decisions.followed(shape.actions, of_actions))
    yield from meetings.minutes(shape.meetings, of_meetings)
    yield from registers.answers(shape.exchanges, of_exchanges)
    yield from registers.plain(shape)
    yield from in_phase(Phase.CLOSED, meetings.closings(shape.meetings, of_meetings))
    yield from in_phase(Phase.CLOSED, registers.texts(shape))
    yield from in_phase(Phase.CLOSED, groups.ending(shape.groups, of_groups))


__all__ = ["deeds"]
