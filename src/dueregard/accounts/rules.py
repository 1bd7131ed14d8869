"""Words and rules of invitations, roles, clearances and signing in. Pure Python."""

import hashlib
import re
from datetime import date, datetime, timedelta

from dueregard.access.roles import GRANTS, NOT_GIVEN, Permission, Role
from dueregard.basics.choice import Choice
from dueregard.basics.dates import say

BROWSERS = (
    ("Edg/", "Edge"),
    ("OPR/", "Opera"),
    ("Firefox/", "Firefox"),
    ("Chrome/", "Chrome"),
    ("Safari/", "Safari"),
)  # Edge and Chrome say Safari too
SYSTEMS = (
    ("iPhone", "an iPhone"),
    ("iPad", "an iPad"),
    ("Android", "an Android phone or tablet"),
    ("Windows", "Windows"),
    ("Mac OS", "a Mac"),
    ("CrOS", "a Chromebook"),
    ("Linux", "Linux"),
)
INVITATION_DAYS = 14
ADDRESS = re.compile(r"[^@\s<>\"',;]+@[^@\s<>\"',;]+\.[^@\s<>\"',;.]+")
SECTION_READS = frozenset({Permission.PARTNERSHIP_READ, Permission.DOCUMENT_READ, Permission.ASSURANCE_READ})


def browser_in_words(says: str) -> str:
    """What a browser calls itself, in words people know it by: Chrome on Windows."""
    browser = next((name for mark, name in BROWSERS if mark in says), says[:60] or "Not said")
    system = next((name for mark, name in SYSTEMS if mark in says), "")
    return f"{browser} on {system}" if system else browser


class AnswerPurpose(Choice):
    """What somebody without an account is asked for by a link."""

    ACTIONS = "actions", "How their actions are going, and whom they will send to the next meeting"
    RETURN = "return", "How many of their people need training and have had it"


MAY_ASK: dict[str, Permission] = {  # who may send a link for what
    AnswerPurpose.ACTIONS: Permission.PARTNERSHIP_EDIT,
    AnswerPurpose.RETURN: Permission.TRAINING_EDIT,
}
LINK_DAYS = 60  # ours: a link that lies about for longer than two months is in the wrong mailbox


class LinkState(Choice):
    """How a link to answer by stands."""

    OPEN = "open", "Open"
    EXPIRED = "expired", "Ended"
    REVOKED = "revoked", "Revoked"


def link_state(*, until: date, revoked_on: date | None, on: date) -> LinkState:
    """How a link stands on a day; `until` is the last day it opens."""
    if revoked_on is not None and revoked_on <= on:
        return LinkState.REVOKED
    return LinkState.EXPIRED if until < on else LinkState.OPEN


def why_not_link(*, until: date, on: date) -> str | None:
    """The reason a link cannot open until a day, in words; None if it can."""
    if until < on:
        return f"The link would end on {say(until)}, before it is sent"
    if until > on + timedelta(days=LINK_DAYS):
        return f"A link opens for {LINK_DAYS} days at most: send another when it is needed"
    return None


def why_not_revoke(state: LinkState) -> str | None:
    """The reason a link cannot be revoked, in words; None if it can."""
    return None if state is LinkState.OPEN else f"This link is {state.label.lower()} already: it opens nothing"


class Level(Choice):
    """What kind of clearance was seen. Shown to nobody but the person themselves."""

    BPSS = "bpss", "Baseline Personnel Security Standard"
    CTC = "ctc", "Counter terrorist check"
    SC = "sc", "Security check"
    DV = "dv", "Developed vetting"
    POLICE = "police", "Police vetting"
    OTHER = "other", "Another the partnership accepts"


class InvitationState(Choice):
    """Where an invitation stands."""

    OPEN = "open", "Open"
    ACCEPTED = "accepted", "Accepted"
    WITHDRAWN = "withdrawn", "Withdrawn"
    EXPIRED = "expired", "Expired"


def digest_of(secret: str) -> str:
    """What is kept of an invitation's secret."""
    return hashlib.sha256(secret.encode()).hexdigest()


def as_kept(email: str) -> str:
    """An e-mail address as it is kept: in small letters."""
    return email.strip().lower()


def why_not_address(email: str) -> str | None:
    """The reason something is no e-mail address, in words; None if it may be one."""
    return None if len(email) <= 254 and ADDRESS.fullmatch(email) else "Write an e-mail address such as name@example.org"


def expires(at: datetime) -> datetime:
    """When an invitation sent at this moment stops working."""
    return at + timedelta(days=INVITATION_DAYS)


def invitation_state(
    *, accepted_at: datetime | None, withdrawn_at: datetime | None, expires_at: datetime, now: datetime
) -> InvitationState:
    """Where an invitation stands at a moment."""
    if accepted_at is not None:
        return InvitationState.ACCEPTED
    if withdrawn_at is not None:
        return InvitationState.WITHDRAWN
    return InvitationState.EXPIRED if expires_at <= now else InvitationState.OPEN


def why_not_withdraw(state: InvitationState) -> str | None:
    """The reason an invitation cannot be withdrawn, in words; None if it can."""
    if state is InvitationState.OPEN:
        return None
    return f"This invitation is {state.label.lower()} already, so there is nothing to withdraw"


def why_not_hold(role: str, *, round_ref: str, until: date | None, on: date) -> str | None:
    """The reason nobody can hold a role on these terms, in words; None if somebody can."""
    if role in NOT_GIVEN:
        return "This role is nobody’s to hold: a personal link gives it for as long as it opens"
    if role == Role.REVIEWER and not round_ref:
        return "A reviewer reads one assurance round: say which"
    if role == Role.REVIEWER and until is None:
        return "A reviewer's access ends by itself: say until when"
    if role != Role.REVIEWER and round_ref:
        return "Only a reviewer is given one round: leave the round out, or choose the reviewer's role"
    if until is not None and until < on:
        return f"The role would end on {say(until)}, before it begins on {say(on)}"
    return None


def why_not_give(role: str) -> str | None:
    """The reason a role is not given among an area's members, in words; None if it can be."""
    if role == Role.REVIEWER:
        return "A reviewer from outside is invited on the page of the round they read, by whoever signs it off"
    return None


def why_not_end_role(*, role: str, is_own: bool, until: date | None, on: date) -> str | None:
    """The reason somebody's role cannot be ended, in words; None if it can."""
    if until is not None and until < on:
        return f"This role ended on {say(until)} already"
    if is_own and role == Role.ADMINISTRATOR:
        return "You cannot end your own administrator role: another administrator does that, so that the area always has one"
    return None


def why_not_last_day(on: date | None, *, today: date, until: date | None) -> str | None:
    """The reason a day cannot be somebody's last in a role, in words; None if it can. No day is: at once."""
    if on is None:
        return None
    if on < today:
        return f"{say(on)} has passed: end the role at once, or give a day still to come"
    if until is not None and on > until:
        return f"This role ends on {say(until)} already: to make it longer, end it and give it again"
    return None


def reads_sections(role: str) -> bool:
    """Whether a role reads what the sections hold; an administrator's own does not."""
    return bool(GRANTS[Role(role)] & SECTION_READS)


def why_not_clear(*, is_own: bool, seen_on: date, until: date, today: date) -> str | None:
    """The reason a clearance cannot be recorded, in words; None if it can."""
    if is_own:
        return "You cannot record your own clearance: somebody else looks at it and records it"
    if seen_on > today:
        return f"You cannot have seen it on {say(seen_on)}, which is still to come"
    if until <= seen_on:
        return f"It would have to be seen again by {say(until)}, which is not after {say(seen_on)}, when it was seen"
    if until < today:
        return f"This clearance ended on {say(until)}: only one that is in force can be recorded"
    return None


def why_not_end_clearance(*, until: date, today: date) -> str | None:
    """The reason a clearance cannot be ended, in words; None if it can."""
    return f"This clearance ended on {say(until)} already" if until < today else None


def why_not_deactivate(*, is_active: bool, roles_held: int) -> str | None:
    """The reason an account cannot be closed, in words; None if it can."""
    if not is_active:
        return "This account is closed already"
    if roles_held:
        return "This person still holds a role, here or in another area: end every role first"
    return None


def is_idle(last_seen: float, *, now: float, minutes: int) -> bool:
    """Whether somebody has done nothing for longer than they may and still be signed in."""
    return now - last_seen > minutes * 60
