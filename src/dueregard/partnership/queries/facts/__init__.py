"""What the findings of section 1 read, as at a day and as known on another: each noun in a fixed number of queries."""

from dueregard.partnership.queries.facts.asked import Asked
from dueregard.partnership.queries.facts.decisions import actions, decisions
from dueregard.partnership.queries.facts.groups import functions, groups, members, representations, seats, terms
from dueregard.partnership.queries.facts.meetings import agenda, meetings
from dueregard.partnership.queries.facts.registers import exchanges, involvements, link_deeds, links, nil_returns

__all__ = [
    "Asked",
    "actions",
    "agenda",
    "decisions",
    "exchanges",
    "functions",
    "groups",
    "involvements",
    "link_deeds",
    "links",
    "meetings",
    "members",
    "nil_returns",
    "representations",
    "seats",
    "terms",
]
