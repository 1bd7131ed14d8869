"""Words and rules of the register: kinds of document, what a clause covers, and why something may not be done. Pure Python."""

from collections.abc import Collection
from datetime import date
from urllib.parse import urlsplit

from dueregard.basics.choice import Choice
from dueregard.basics.dates import say

SOON_DAYS = 60  # ours: how long before its review a document is said to be due soon


class DocumentKind(Choice):
    """What a document is, in the words of the work."""

    TERMS = "terms", "Terms of reference"
    SHARING = "sharing", "Information-sharing agreement"
    POLICY = "policy", "Policy"
    PRIVACY_NOTICE = "privacy-notice", "Privacy notice"
    DPIA = "dpia", "Data protection impact assessment"
    STRATEGY = "strategy", "Strategy"
    PLAN = "plan", "Plan"
    MINUTES = "minutes", "Minutes"
    REPORT = "report", "Report"
    LETTER = "letter", "Letter"
    TRAINING = "training", "Training material"
    PAPER = "paper", "Paper"
    EVIDENCE = "evidence", "Evidence"
    OTHER = "other", "Other"


class ClauseTopic(Choice):
    """What a clause covers, where something asks for it. The first seven are what a group’s terms of reference are read for."""

    PREVENT = "prevent", "Names Prevent as the group’s business"
    DELIVERY = "statutory-delivery", "Oversight of statutory delivery"
    PATHWAY = "referral-pathway", "The referral pathway"
    CHANNEL = "channel", "Channel"
    QUORUM = "quorum", "Quorum"
    AT_ONCE = "called-at-once", "Calling a meeting at once"
    SUBSTITUTES = "substitutes", "Substitutes"
    LAWFUL_BASIS = "lawful-basis", "The lawful basis for sharing"
    RETENTION = "retention", "How long records are kept"
    VENUES = "venues", "Hire of venues"
    FILTERING = "filtering", "Filtering and access to the internet"
    OTHER = "other", "Something else"


class State(Choice):
    """How a document stands on a day: a filter of the list."""

    IN_FORCE = "in-force", "In force"
    PAST_REVIEW = "past-review", "Past its review"
    DUE_SOON = "due-soon", "Review due within 60 days"
    NO_REVIEW = "no-review", "No review set"
    WITHDRAWN = "withdrawn", "Withdrawn"


def why_not_receive(received: date, *, today: date) -> str | None:
    """The reason a version cannot have been received or made on a day; None if it can."""
    if received > today:
        return f"{say(received)} has not come yet: give the day it was received or made"
    return None


def why_not_cover(covers_from: date | None, *, covers_to: date | None) -> str | None:
    """The reason a version cannot cover a period; None if it can."""
    if covers_from and covers_to and covers_to < covers_from:
        return f"The period it covers cannot end on {say(covers_to)}, before it begins on {say(covers_from)}"
    return None


def why_not_approve(on: date, *, today: date, received: date, approved_on: date | None) -> str | None:
    """The reason a version cannot be approved on a day; None if it can."""
    if approved_on:
        return f"This version was approved on {say(approved_on)}"
    if on < received:
        return f"It cannot be approved on {say(on)}: it was received or made on {say(received)}"
    if on > today:
        return f"{say(on)} has not come yet: record the approval when it has happened"
    return None


def why_not_review(due: date, *, on: date) -> str | None:
    """The reason a review cannot be due on a day; None if it can."""
    if due < on:
        return f"A review set on {say(on)} cannot be due before it, on {say(due)}"
    return None


def why_not_sign(kind: str, *, on: date, today: date, received: date, body: str, signed_by: Collection[str]) -> str | None:
    """The reason a body cannot be recorded as having signed a version on a day; None if it can."""
    if kind != DocumentKind.SHARING:
        return f"Only an information-sharing agreement has signatories; this is: {DocumentKind(kind).label.lower()}"
    if body in signed_by:
        return "This body has already signed this version"
    if on < received:
        return f"It cannot be signed on {say(on)}: this version was made on {say(received)}"
    return why_not_happen(on, today=today)


def why_not_happen(on: date, *, today: date) -> str | None:
    """The reason something cannot be recorded as done on a day; None if it can."""
    if on > today:
        return f"{say(on)} has not come yet: record it when it has happened"
    return None


def why_not_withdraw(on: date, *, today: date, since: date, withdrawn_on: date | None) -> str | None:
    """The reason a document or a version cannot be withdrawn on a day; None if it can."""
    if withdrawn_on:
        return f"It was withdrawn on {say(withdrawn_on)}"
    if on < since:
        return f"It cannot be withdrawn on {say(on)}: it has been in the register since {say(since)}"
    return why_not_happen(on, today=today)


def why_not_add(withdrawn_on: date | None, *, what: str) -> str | None:
    """The reason a document or a version takes nothing new; None if it does."""
    if withdrawn_on:
        return f"This {what} was withdrawn on {say(withdrawn_on)}: nothing can be added to it"
    return None


def why_not_link(address: str) -> str | None:
    """The reason an address cannot be kept as a link; None if it can. Only https, never with a name and password in it."""
    try:
        parts = urlsplit(address)
        host = parts.hostname or ""
    except ValueError:
        return "Give a whole address that begins with https://"
    if parts.scheme != "https" or "." not in host or any(mark.isspace() or not mark.isprintable() for mark in address):
        return "Give a whole address that begins with https://"
    if parts.username or parts.password:
        return "Take the name and password out of the address"
    return None


def why_not_put_right(says: tuple[str, str], *, was: tuple[str, str], on: date, last: date | None) -> str | None:
    """The reason a title and marking cannot be put right to what is given; None if they can."""
    if says == was or not says[0]:
        return "Change the title or the marking: as it is, nothing would be put right"
    if last and on < last:
        return f"It was last put right on {say(last)}: a later correction cannot have an earlier date"
    return None


def why_no_reason(because: str) -> str | None:
    """What to say where a reason is needed and none was given; None if there is one."""
    return None if because.strip() else "Say why"


def is_past_review(due: date | None, *, on: date) -> bool:
    """Whether a review was due before the day."""
    return due is not None and due < on
