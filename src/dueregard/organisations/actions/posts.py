"""Deeds on posts and who holds them."""

from datetime import date
from uuid import UUID

from dueregard.access.deeds import deed
from dueregard.access.roles import Permission
from dueregard.access.viewer import Viewer
from dueregard.audit.actions import record
from dueregard.basics.refused import refuse_if, refuse_unless
from dueregard.organisations import queries, rules
from dueregard.organisations.actions.refs import made_before, ref_for
from dueregard.organisations.models import Post, PostEnd, PostHolding, PostHoldingEnd


def _given_up(post: Post) -> date | None:
    ending = PostEnd.objects.filter(post=post).first()
    return ending.on if ending else None


@deed
def add_post(
    title: str,
    *,
    by: Viewer,
    on: date,
    kind: str,
    body: str,
    held_by: str | None = None,
    held_from: date | None = None,
    ref: str | None = None,
    once: UUID | None = None,
) -> Post:
    """Set up a post in a body from a date and, where somebody holds it, say who and since when."""
    by.must(Permission.AREA_EDIT)
    within = queries.bodies(by).get(ref=body)
    refuse_if(
        rules.why_not_date(on, today=by.today)
        or rules.why_not_in(within.name, on, began=within.on, closed=queries.closed_on(by, body=within))
    )
    refuse_if(rules.why_not_set_up(kind, is_specified=within.is_specified, body=within.name))
    given = ref_for("J", ref, by=by)
    if before := made_before(Post, once, by=by):
        return before
    post = Post.objects.create(body=within, kind=rules.PostKind(kind), title=title, on=on, ref=given, once=once, **by.stamp)
    if held_by:
        _hold(post, person=held_by, on=held_from or on, because="", by=by)
    record("organisations.post.set-up", post, by=by, on=on)
    return post


@deed
def give_up_post(ref: str, *, by: Viewer, on: date) -> None:
    """Say the last day of a post: from then on it is not vacant, it is no more."""
    by.must(Permission.AREA_EDIT)
    post = queries.post_to_change(by).get(ref=ref)
    held = queries.holdings_from(by, on=on).filter(post=post)
    still = any(not hasattr(holding, "ending") or holding.ending.on > on for holding in held)
    refuse_if(rules.why_not_give_up(set_up=post.on, on=on, given_up=_given_up(post), is_held=still))
    refuse_if(rules.why_not_date(on, today=by.today))
    PostEnd.objects.create(post=post, on=on, **by.stamp)
    record("organisations.post.given-up", post, by=by, on=on)


@deed
def hold_post(ref: str, *, by: Viewer, on: date, person: str, because: str = "") -> PostHolding:
    """Say that somebody holds a post from a date. Where another holds it then too, say why and who agreed."""
    by.must(Permission.AREA_EDIT)
    post = queries.post_to_change(by).get(ref=ref)
    holding = _hold(post, person=person, on=on, because=because, by=by)
    record("organisations.post.taken-up", post, by=by, on=on)
    return holding


def _hold(post: Post, *, person: str, on: date, because: str, by: Viewer) -> PostHolding:
    holder = queries.people(by).get(ref=person)
    beside = list(queries.holdings_from(by, on=on).filter(post=post))
    others = sorted({holding.person.name for holding in beside if holding.person_id != holder.pk})
    already = any(holding.person_id == holder.pk for holding in beside)
    refuse_if(rules.why_not_date(on, today=by.today))
    refuse_if(rules.why_not_hold(on, set_up=post.on, given_up=_given_up(post), holds_already=already))
    refuse_unless(because, rules.why_not_share(others=others))
    return PostHolding.objects.create(post=post, person=holder, on=on, because=because, **by.stamp)


@deed
def leave_post(ref: str, *, by: Viewer, on: date, person: str) -> None:
    """Say the last day somebody held a post."""
    by.must(Permission.AREA_EDIT)
    post = queries.post_to_change(by).get(ref=ref)
    holding = queries.holdings(by).filter(post=post, person__ref=person, ending__isnull=True).first()
    if holding is None:
        refuse_if("They do not hold this post now")
        return
    refuse_if(rules.why_not_end(began=holding.on, ends=on) or rules.why_not_date(on, today=by.today))
    PostHoldingEnd.objects.create(holding=holding, on=on, **by.stamp)
    record("organisations.post.left", post, by=by, on=on)
