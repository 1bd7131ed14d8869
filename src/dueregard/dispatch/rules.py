"""Words and rules of the outbox: what a mail may say, how an attempt ended, and when the next one is due. Pure Python."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import sha256

from dueregard.basics.choice import Choice


class MessageKind(Choice):
    """What a mail is about. The words are its subject, and all that it says of the matter."""

    CALLED = "called", "Meeting"
    MOVED = "moved", "Meeting: changed"
    CANCELLED = "cancelled", "Meeting: cancelled"
    REMINDER = "reminder", "Meeting: reminder"
    MINUTES = "minutes", "Meeting: minutes"
    ACTION = "action", "Action"
    REVIEW = "review", "Review due"
    ANSWER = "answer", "Action: your answer"
    RETURN = "return", "Return: your answer"
    TRAINING = "training", "Training: reminder"
    DIGEST = "digest", "This week"


BODIES: dict[str, str] = {
    MessageKind.CALLED: "A meeting you are asked to has been called.",
    MessageKind.MOVED: "A meeting you are asked to has changed.",
    MessageKind.CANCELLED: "A meeting you were asked to will not take place.",
    MessageKind.REMINDER: "A meeting you are asked to is coming up.",
    MessageKind.MINUTES: "The minutes of a meeting are there for you to read.",
    MessageKind.ACTION: "Something asked of you is due or has changed.",
    MessageKind.REVIEW: "Something you own is due for review.",
    MessageKind.ANSWER: "You are asked how something is going. The link is yours alone: please do not pass it on. You need no account.",
    MessageKind.RETURN: "You are asked for some figures of your body. The link is for you: please do not pass it on. You need no account.",
    MessageKind.TRAINING: "Training that work asks for is due or overdue. The page says which. You need no account.",
    MessageKind.DIGEST: "There is news in the part that you look after.",
}


TO_NO_ACCOUNT = frozenset(
    {MessageKind.ANSWER, MessageKind.RETURN, MessageKind.TRAINING}
)  # opening the page takes the link alone: it is kept sealed


class Outcome(Choice):
    """How an attempt to send ended."""

    UNKNOWN = "unknown", "Not known"
    SENT = "sent", "Sent"
    FAILED = "failed", "Failed"


class Standing(Choice):
    """How a message stands."""

    WAITING = "waiting", "Waiting"
    SENT = "sent", "Sent"
    GIVEN_UP = "given-up", "Given up"
    CALLED_OFF = "called-off", "Called off"


# How long to wait after the first, second … attempt that was not a success; after the last we stop until somebody asks again.
WAITS = (1, 5, 30, 120, 360, 1440)  # minutes
MOST_ATTEMPTS = len(WAITS) + 1
WAIT_UNKNOWN = 10  # minutes: an attempt whose end is not known may be going on still


def why_not_enqueue(kind: str, *, to: str, page: str, calendar: str) -> str | None:
    """The reason a message cannot be put in the outbox; None if it can. A mail never says what a case or a decision is."""
    if any(mark in to for mark in "\r\n,;") or to.count("@") != 1:
        return "Give one e-mail address"
    if not page.startswith("/") or page.startswith("//") or any(mark.isspace() for mark in page):
        return "A message links to one of our own pages"
    if calendar and kind not in {MessageKind.CALLED, MessageKind.MOVED, MessageKind.CANCELLED, MessageKind.REMINDER}:
        return "Only a message about a meeting has a calendar entry"
    return why_not_attach(calendar, to=to) if calendar else None


def why_not_attach(calendar: str, *, to: str) -> str | None:
    """The reason a calendar entry cannot go with a mail; None if it can: it says Meeting, and names nobody but its recipient."""
    lines = calendar.replace("\r\n ", "").replace("\n ", "").splitlines()
    if any(line.partition(":")[2] != "Meeting" for line in lines if line.upper().startswith("SUMMARY")):
        return "The calendar entry of a mail says Meeting and no more"
    if any(line.upper().startswith(("DESCRIPTION", "COMMENT", "CATEGORIES", "CONTACT")) for line in lines):
        return "The calendar entry of a mail describes nothing"
    named = [line for line in lines if line.upper().startswith(("ATTENDEE", "ORGANIZER"))]
    if any("CN=" in line.upper() for line in named) or any(not line.endswith(to) for line in named if line.upper().startswith("ATTENDEE")):
        return "The calendar entry of a mail names nobody but the one it goes to"
    return None


def message_id(key: str, *, area_id: int) -> str:
    """The one Message-ID a key has, however often it is sent, so that a mailbox can tell a repeat from a new message."""
    return f"<{sha256(f'{area_id}:{key}'.encode()).hexdigest()[:32]}@due-regard.invalid>"


@dataclass(frozen=True)
class Tried:
    """One attempt: when it began and how it ended."""

    at: datetime
    outcome: str


def next_try(due_at: datetime, *, tried: Sequence[Tried]) -> datetime | None:
    """When the next attempt is due, after those since it was last asked for, each wait longer than the last; None if there is none."""
    if not tried:
        return due_at
    if len(tried) >= MOST_ATTEMPTS or any(attempt.outcome == Outcome.SENT for attempt in tried):
        return None
    last = max(tried, key=lambda attempt: attempt.at)
    wait = WAITS[len(tried) - 1]
    return last.at + timedelta(minutes=max(wait, WAIT_UNKNOWN) if last.outcome == Outcome.UNKNOWN else wait)


def standing_of(*, is_called_off: bool, outcomes: Sequence[str]) -> Standing:
    """How a message stands after the attempts since it was last asked for."""
    if Outcome.SENT in outcomes:
        return Standing.SENT
    if is_called_off:
        return Standing.CALLED_OFF
    return Standing.GIVEN_UP if len(outcomes) >= MOST_ATTEMPTS else Standing.WAITING


def why_not_try_again(standing: str) -> str | None:
    """The reason a message cannot be tried again; None if it can."""
    if standing == Standing.SENT:
        return "It was sent: nothing is left to try"
    if standing == Standing.CALLED_OFF:
        return "It was called off: nothing is left to send"
    return None
