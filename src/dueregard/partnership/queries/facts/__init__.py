"""What the findings of section 1 read, as at a day and as known on another: each noun in a fixed number of statements, as plain rows."""

from dueregard.organisations.queries.asked import ENDING, Asked
from dueregard.partnership.queries.facts.actions import actions
from dueregard.partnership.queries.facts.decisions import accepted, decisions, taken
from dueregard.partnership.queries.facts.groups import functions, grouped, groups, members, representations, seats, terms
from dueregard.partnership.queries.facts.meetings import agenda, meetings, seated, steps
from dueregard.partnership.queries.facts.registers import exchanges, links, noted, parts_taken

__all__ = [
    "ENDING",
    "Asked",
    "accepted",
    "actions",
    "agenda",
    "decisions",
    "exchanges",
    "functions",
    "grouped",
    "groups",
    "links",
    "meetings",
    "members",
    "noted",
    "parts_taken",
    "representations",
    "seated",
    "seats",
    "steps",
    "taken",
    "terms",
]
