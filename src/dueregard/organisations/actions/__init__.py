"""Deeds on areas, bodies, people and posts."""

from dueregard.organisations.actions.areas import create_area, note_loaded, say_standing, serve, stop_serving, succeed
from dueregard.organisations.actions.bodies import add_body, add_team, close_body
from dueregard.organisations.actions.people import add_person, correct_person, move_person
from dueregard.organisations.actions.posts import add_post, give_up_post, hold_post, leave_post
from dueregard.organisations.actions.refs import counter, made_before, next_ref, next_refs, ref_for

__all__ = [
    "add_body",
    "add_person",
    "add_post",
    "add_team",
    "close_body",
    "correct_person",
    "counter",
    "create_area",
    "give_up_post",
    "hold_post",
    "leave_post",
    "made_before",
    "move_person",
    "next_ref",
    "next_refs",
    "note_loaded",
    "ref_for",
    "say_standing",
    "serve",
    "stop_serving",
    "succeed",
]
