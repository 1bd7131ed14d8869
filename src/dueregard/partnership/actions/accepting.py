"""The deed by which a group accepts a risk as it stands."""

from datetime import date

from dueregard.access.deeds import deed
from dueregard.access.roles import Permission
from dueregard.access.viewer import Viewer
from dueregard.basics.refused import Refused, refuse_if
from dueregard.organisations.actions import given
from dueregard.partnership import queries
from dueregard.partnership.actions.recording import record
from dueregard.partnership.models import RiskAccepted
from dueregard.partnership.rules.decisions import why_not_accept
from dueregard.risk.queries.risks import risks_seen, status_of
from dueregard.risk.rules.risks import RiskStatus


@deed
def accept_risk(decision: str, *, by: Viewer, risk: str, because: str, until: date | None = None) -> None:
    """Say that a group accepted a risk as it stands by a decision, dated to it, with the reason and perhaps until a day."""
    by.must(Permission.PARTNERSHIP_EDIT)
    of = queries.decisions_to_change(by).get(ref=decision)
    accepted = given.one(risks_seen(by), risk, what="risk")
    status, _ = status_of(accepted, on=of.on)
    refuse_if(why_not_accept(identified=accepted.on, is_open=status is RiskStatus.OPEN, on=of.on, until=until))
    if RiskAccepted.objects.filter(area=by.area_id, decision=of, risk=accepted).exists():
        raise Refused("The decision accepts this risk already")
    why = given.words(because, ask="Say why the group accepts it as it stands")
    RiskAccepted.objects.create(**by.stamp, decision=of, risk=accepted, because=why, until=until, on=of.on)
    record("partnership.risk.accepted", of, by=by, beside=accepted.marking, on=of.on)
