"""The link by which somebody answers for their body: part of every deed that asks them or asks again."""

from dueregard.access.viewer import Viewer
from dueregard.accounts.actions import make_answer_link
from dueregard.accounts.rules import LINK_DAYS, AnswerPurpose
from dueregard.basics.refused import Refused
from dueregard.dispatch.actions import enqueue
from dueregard.dispatch.rules import MessageKind
from dueregard.training.models import ReturnAsk, ReturnAskLink
from dueregard.training.rules.returns import link_until


def send_link(ask: ReturnAsk, person: str | None, *, by: Viewer) -> str:
    """Make a person a link, and put an e-mail with it in the outbox where their address is known; the address of its page, once."""
    if not person:
        raise Refused("Say who of the body is sent the link, or ask another way")
    until = link_until(ask.due, on=by.today, most=LINK_DAYS)
    link, secret = make_answer_link(person, by=by, on=by.today, purpose=AnswerPurpose.RETURN, until=until)
    if link.body_id != ask.body_id:
        raise Refused(f"{link.person.name} belongs to {link.body.name} now, and cannot answer for {ask.body.name}: say who does")
    ReturnAskLink.objects.create(**by.stamp, ask=ask, link=link)
    page = f"/{by.area}/return/{secret}/"
    if link.person.email:
        enqueue(f"return:{link.ref}", by=by, kind=MessageKind.RETURN, to=link.person.email, page=page)
    return page
