"""Deeds that put something beside a round without changing it: the Home Office's view, a reviewer's access."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from dueregard.access.deeds import deed
from dueregard.access.roles import Permission, Role
from dueregard.access.viewer import Viewer
from dueregard.accounts import actions as accounts
from dueregard.assurance import queries
from dueregard.assurance.actions.doing import changed, doer, signed_on
from dueregard.assurance.models import HomeOfficeAction, HomeOfficeCriterion, HomeOfficeView, ReviewerAccess, Round
from dueregard.assurance.rules.criteria import framework_of
from dueregard.assurance.rules.judging import Outcome
from dueregard.assurance.rules.rounds import why_not_beside, why_not_invite
from dueregard.audit.actions import record
from dueregard.basics.refused import Refused, refuse_if
from dueregard.documents import queries as documents
from dueregard.guidance import catalogue
from dueregard.privacy.marking import Marking


class Criterion(NamedTuple):
    """What the letter says of one line or section: met, unmet, exceeding or not assessed, and perhaps a score."""

    criterion: str
    outcome: str = ""
    score: str = ""
    says: str = ""


@deed
def receive_home_office_view(
    ref: str,
    *,
    by: Viewer,
    on: date,
    says: str,
    letter: str = "",
    criteria: Sequence[Criterion] = (),
    asked: Sequence[tuple[str, date]] = (),
    who: str = "",
) -> None:
    """Record what the Home Office said of a signed round, with its letter and what it asks for; the round stays as it was signed."""
    by.must(Permission.ASSURANCE_JUDGE)
    round_ = queries.round_to_change(by).get(ref=ref)
    refuse_if(why_not_beside(signed_on(round_, by=by), on=on))
    refuse_if(None if on <= by.today else "A letter cannot be received on a day that has not come yet")
    refuse_if(None if says.strip() else "Say in a sentence what the Home Office said")
    for criterion in criteria:
        _check(round_, criterion, by=by)
    if len({criterion.criterion for criterion in criteria}) < len(criteria):
        raise Refused("A line or section stands twice in the Home Office's view")
    view = HomeOfficeView.objects.create(
        **by.stamp,
        round=round_,
        on=on,
        letter_id=documents.picked(by, letter).document_id if letter else None,
        says=says.strip(),
        who=doer(by=by, done_by=None, who=who).who,
    )
    HomeOfficeCriterion.objects.bulk_create(HomeOfficeCriterion(**by.stamp, view=view, **each._asdict()) for each in criteria)
    HomeOfficeAction.objects.bulk_create(HomeOfficeAction(**by.stamp, view=view, says=words.strip(), due=due) for words, due in asked)
    changed(round_, by=by)
    record("assurance.home-office-view.received", round_, by=by, on=on, criteria=len(criteria), asked=len(asked))


def _check(round_: Round, given: Criterion, *, by: Viewer) -> None:
    framework = framework_of(round_.framework, round_.criteria)
    known = {section.id for section in framework.sections} | {line.id for line in framework.lines}
    if given.criterion not in known:
        raise Refused(f"{framework.title} has no line or section {given.criterion}")
    if not given.outcome and not given.score:
        raise Refused(f"Say how the Home Office found {given.criterion}")
    if given.outcome and given.outcome not in Outcome.values:
        raise Refused(f"{given.outcome} is not a word for how a criterion was found")
    ratings = [each.value for each in catalogue.scale(round_.scale).values] if round_.scale else []
    if given.score and given.score not in ratings:
        raise Refused(f"{given.score} is not on this round's scale")


@deed
def invite_reviewer(ref: str, *, by: Viewer, name: str, body: str, email: str, until: date, site: str) -> str:
    """Let a named person from outside read this round and its evidence files until a day; the link for them is given back."""
    by.must(Permission.ASSURANCE_SIGN)
    round_ = queries.round_to_change(by).get(ref=ref)
    refuse_if(why_not_invite(until=until, today=by.today, is_sensitive=round_.marking == Marking.SENSITIVE))
    refuse_if(None if name.strip() and body.strip() else "Give the reviewer's name and whom they review for")
    address = accounts.invite(email, by=by, role=Role.REVIEWER, site=site, round_ref=round_.ref, until=until)
    access = ReviewerAccess.objects.create(**by.stamp, round=round_, name=name.strip(), body=body.strip(), on=by.today, until=until)
    record("assurance.reviewer.invited", access, by=by, round=round_.ref, until=until)
    return address
