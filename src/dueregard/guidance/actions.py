"""Deeds on Security Threat Checks."""

from datetime import date
from uuid import UUID

from dueregard.access.deeds import deed
from dueregard.access.roles import Permission
from dueregard.access.viewer import Viewer
from dueregard.audit.actions import record
from dueregard.basics.dates import say
from dueregard.basics.refused import Refused, refuse_if
from dueregard.guidance import catalogue
from dueregard.guidance.models import ThreatCheck
from dueregard.guidance.rules import why_not_answer, why_not_go_ahead
from dueregard.organisations.actions import made_before, ref_for
from dueregard.organisations.queries import people


@deed
def make_check(
    *,
    by: Viewer,
    on: date,
    mindful: bool,
    mindful_because: str,
    proportionate: bool,
    proportionate_because: str,
    reduces: bool,
    reduces_because: str,
    go_ahead_because: str = "",
    wording: str | None = None,
    done_by: str | None = None,
    ref: str | None = None,
    once: UUID | None = None,
) -> ThreatCheck:
    """Answer the three questions, each with its reason, and say why it goes ahead where an answer is no."""
    by.must(Permission.PARTNERSHIP_EDIT)
    given = ref_for("C", ref, by=by)
    if before := made_before(ThreatCheck, once, by=by):
        return before
    if on > by.today:
        raise Refused(f"{say(on)} has not come yet: record the check when it has been made")
    refuse_if(why_not_answer((mindful_because, proportionate_because, reduces_because)))
    refuse_if(why_not_go_ahead((mindful, proportionate, reduces), because=go_ahead_because))
    who = people(by).filter(ref=done_by).first() if done_by else None
    if done_by and who is None:
        raise Refused(f"There is no person {done_by} in this area")
    asked = catalogue.threat_check_wording(wording) if wording else catalogue.threat_check_wording_on(on)
    check = ThreatCheck.objects.create(
        **by.stamp,
        ref=given,
        once=once,
        wording=asked.id,
        on=on,
        mindful=mindful,
        mindful_because=mindful_because.strip(),
        proportionate=proportionate,
        proportionate_because=proportionate_because.strip(),
        reduces=reduces,
        reduces_because=reduces_because.strip(),
        go_ahead_because=go_ahead_because.strip(),
        done_by=who,
    )
    record("guidance.threat-check.made", check, by=by, on=on)
    return check
