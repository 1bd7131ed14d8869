"""Deeds on links by which somebody answers without an account: making one, taking it back."""

import secrets
from datetime import date
from uuid import UUID

from dueregard.access.deeds import deed
from dueregard.access.viewer import Viewer
from dueregard.accounts import queries, rules
from dueregard.accounts.models import AnswerLink, AnswerLinkEnd
from dueregard.audit.actions import record
from dueregard.basics.refused import Refused, refuse_if
from dueregard.organisations import queries as organisations
from dueregard.organisations.actions import next_ref


@deed
def make_answer_link(person: str, *, by: Viewer, on: date, purpose: str, until: date, once: UUID | None = None) -> tuple[AnswerLink, str]:
    """Make a link for one person and one purpose, until a day. Its secret is given back once, and kept nowhere."""
    by.must(rules.MAY_ASK[purpose])
    refuse_if(rules.why_not_link(until=until, on=on))
    if once and (made := queries.answer_links(by).filter(once=once).first()):
        return made, ""
    whom = next((row for row in organisations.people_at(by, on=on) if row.person.ref == person), None)
    if whom is None:
        raise Refused(f"There is no person {person} here")
    if whom.body is None:
        raise Refused("This person belongs to no body here, so nobody can tell whose answers they would be. Say which body first")
    secret = secrets.token_urlsafe(32)
    link = AnswerLink.objects.create(
        **by.stamp,
        ref=next_ref("AL", by=by),
        once=once,
        person=whom.person,
        body=whom.body,
        purpose=rules.AnswerPurpose(purpose),
        secret_digest=rules.digest_of(secret),
        on=on,
        until=until,
    )
    record("accounts.answer-link.made", link, by=by, purpose=purpose, until=until)
    return link, secret


@deed
def revoke_answer_link(ref: str, *, by: Viewer, on: date, because: str = "") -> None:
    """Take a link back: from that day it opens nothing."""
    link = queries.answer_link_to_change(by).get(ref=ref)
    by.must(rules.MAY_ASK[link.purpose])
    refuse_if(rules.why_not_revoke(queries.state_of_link(link, on=on)))
    AnswerLinkEnd.objects.create(**by.stamp, link=link, on=on, because=because.strip())
    record("accounts.answer-link.revoked", link, by=by)
