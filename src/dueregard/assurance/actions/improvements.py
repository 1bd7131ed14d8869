"""The deed by which a round leads to an action: it points to the one Action."""

from datetime import date

from dueregard.access.deeds import deed
from dueregard.access.roles import Permission
from dueregard.access.viewer import Viewer
from dueregard.assurance import queries
from dueregard.assurance.actions.doing import changed, line_of, signed_on
from dueregard.assurance.models import HomeOfficeView, ImprovementAction, Round
from dueregard.assurance.rules.rounds import why_not_change, why_not_happen
from dueregard.audit.actions import record
from dueregard.basics.refused import Refused, refuse_if
from dueregard.organisations.actions import given
from dueregard.partnership import actions as partnership_actions
from dueregard.partnership import queries as partnership


@deed
def raise_improvement(
    ref: str,
    *,
    by: Viewer,
    on: date,
    action: str = "",
    what: str = "",
    body: str = "",
    due: date | None = None,
    line: str = "",
    is_asked_by_letter: bool = False,
) -> None:
    """Link an action, one there is or a new one, to what it improves: a line of an open round, or what the Home Office asks for."""
    by.must(Permission.ASSURANCE_JUDGE)
    round_ = queries.round_to_change(by).get(ref=ref)
    view = _newest_view(round_, by=by) if is_asked_by_letter else None
    if view is None:
        refuse_if(why_not_change(signed_on(round_, by=by)))
    refuse_if(why_not_happen(on, opened_on=round_.on, today=by.today))
    if line:
        line_of(round_, line, by=by)
    action = action or partnership_actions.raise_action(what, by=by, on=on, body=body, due=due).ref
    found = given.one(partnership.actions(by), action, what="action")
    if ImprovementAction.objects.filter(area=by.area_id, round=round_, line=line, action_id=found.pk).exists():
        raise Refused(f"{action} is linked here already")
    ImprovementAction.objects.create(**by.stamp, round=round_, line=line, action_id=found.pk, view=view, on=on)
    changed(round_, by=by)
    record("assurance.improvement.raised", round_, by=by, beside=found.marking, on=on, line=line, action=action)


def _newest_view(round_: Round, *, by: Viewer) -> HomeOfficeView:
    view = HomeOfficeView.objects.filter(area=by.area_id, round=round_).order_by("-on", "-typed_at").first()
    if view is None:
        raise Refused("No letter from the Home Office is recorded for this round, so nothing can be asked for by it")
    return view
