"""Who may sign in, from the terminal: enough to let the first administrator in."""

from argparse import Namespace

from django.conf import settings

from dueregard.access.roles import Role
from dueregard.access.scope import scope
from dueregard.accounts.actions import invite as send_invitation
from dueregard.basics.refused import Refused
from dueregard.config.commands.asking import operator, say, stop


def invite(asked: Namespace) -> None:
    """Invite somebody to an area, such as its first administrator; the address to open is printed, in case no mail server is set."""
    if asked.role not in Role.values:
        stop(f"There is no role {asked.role!r}. There are: {', '.join(Role.values)}")
    viewer = operator(asked.area)
    try:
        with scope(viewer):
            address = send_invitation(asked.email, by=viewer, role=asked.role, site=settings.ADDRESS)
    except Refused as refusal:
        stop(str(refusal))
    say(f"Invited. If the mail does not come, the address to open is:\n{address}")
