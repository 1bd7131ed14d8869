"""What the findings of section 6 read, as at a day and as known on another: counts of people, and dated records of the programme."""

from dueregard.training.queries.facts.people import Counting
from dueregard.training.queries.facts.posts import delivers, posts
from dueregard.training.queries.facts.programme import ProgrammeRows, programme

__all__ = ["Counting", "ProgrammeRows", "delivers", "posts", "programme"]
