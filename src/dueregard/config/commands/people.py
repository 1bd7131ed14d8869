"""Who may sign in, from the terminal: enough to let the first administrator in."""

from argparse import Namespace

from django.conf import settings

from dueregard.access.roles import NOT_GIVEN, Role
from dueregard.access.scope import scope
from dueregard.accounts.actions import invite as send_invitation
from dueregard.accounts.actions import turn_off_second_factor
from dueregard.accounts.queries import members
from dueregard.config.commands.asking import operator, say, stop


def invite(asked: Namespace) -> None:
    """Invite somebody to an area, such as its first administrator; the address to open is printed, in case no mail server is set."""
    given = [role.value for role in Role if role not in NOT_GIVEN]
    if asked.role not in given:
        stop(f"There is no role {asked.role!r} to give. There are: {', '.join(given)}")
    viewer = operator(asked.area)
    with scope(viewer):
        address = send_invitation(asked.email, by=viewer, role=asked.role, site=settings.ADDRESS)
    say(f"Invited. If the mail does not come, the address to open is:\n{address}")


def reset_second_factor(asked: Namespace) -> None:
    """Turn off the second factor of somebody who lost app and recovery codes; every session of theirs ends."""
    viewer = operator(asked.area)
    with scope(viewer):
        user = members(viewer).filter(email__iexact=asked.email.strip()).first()
        if user is None:
            stop(f"Nobody in {viewer.area_name} signs in as {asked.email}")
        turn_off_second_factor(user.pk, by=viewer)
    say(f"The second factor of {user.email} is off and every session is ended. They sign in with their password and set up a new one.")
