"""One pass of the worker over the outbox: each message due is attempted once, and what came of it is written down."""

import smtplib
from collections.abc import Iterable
from uuid import UUID

from django.conf import settings
from django.core.mail import EmailMessage, get_connection

from dueregard.access.scope import scope
from dueregard.access.viewer import Viewer
from dueregard.dispatch import actions, queries
from dueregard.dispatch.models import Outbox
from dueregard.dispatch.rules import TO_NO_ACCOUNT, Outcome
from dueregard.privacy.cipher import unseal

SECONDS = 30  # how long a mail server may keep us waiting
# After these the server may have taken the message all the same: the end of the attempt is not known.
UNSURE = (smtplib.SMTPServerDisconnected, TimeoutError, ConnectionResetError, ConnectionAbortedError, BrokenPipeError)


def send_due(viewers: Iterable[Viewer]) -> int:
    """Attempt every message that is due, area by area; how many attempts were made is given back."""
    attempts = 0
    for viewer in viewers:
        with scope(viewer):
            waiting = queries.due_now(viewer)
        for pk in waiting:
            attempts += _attempt(pk, by=viewer)
    return attempts


def _attempt(pk: UUID, *, by: Viewer) -> bool:
    """One attempt. Its beginning is committed before anything leaves the house, so that a worker that dies leaves it known as unknown."""
    attempt = actions.begin_attempt(pk, by=by)
    if attempt is None:
        return False
    outcome, reason = _sent(attempt.message)
    actions.end_attempt(attempt.pk, by=by, outcome=outcome, reason=reason)
    return True


def _sent(message: Outbox) -> tuple[Outcome, str]:
    try:
        with get_connection(timeout=SECONDS) as connection:
            taken = connection.send_messages([_mail(message)])
    except UNSURE as unsure:
        return Outcome.UNKNOWN, type(unsure).__name__
    except (smtplib.SMTPException, OSError) as failure:
        return Outcome.FAILED, type(failure).__name__
    except Exception as surprise:  # one message that cannot be sent must not keep the others waiting
        return Outcome.UNKNOWN, type(surprise).__name__
    return (Outcome.SENT, "") if taken else (Outcome.FAILED, "NotTaken")


def _mail(message: Outbox) -> EmailMessage:
    is_sealed = message.kind in TO_NO_ACCOUNT
    page = unseal(message.page, belongs_to=message.key) if is_sealed else message.page
    last = "" if is_sealed else "\nYou need to sign in to read it.\n"
    mail = EmailMessage(
        subject=message.subject,
        body=f"{message.body}\n\n{settings.ADDRESS}{page}\n{last}",
        to=[message.to],
        headers={"Message-ID": message.message_id, "Auto-Submitted": "auto-generated"},
    )
    if message.calendar:
        method = "CANCEL" if "METHOD:CANCEL" in message.calendar else "REQUEST" if "METHOD:REQUEST" in message.calendar else "PUBLISH"
        mail.attach("meeting.ics", message.calendar, f"text/calendar; method={method}")
    return mail
