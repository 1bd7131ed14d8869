"""What is due in section 2: an update of the assessment, an approval, a newer local profile, a review of a risk or of the threat level."""

from datetime import date, timedelta

from dueregard.access.viewer import Viewer
from dueregard.basics.dates import say
from dueregard.basics.due import Due
from dueregard.risk.queries.assessments import waiting_since
from dueregard.risk.queries.reviews_due import reviews_due
from dueregard.risk.queries.risks import RiskRow
from dueregard.risk.queries.standing import Standing, standing
from dueregard.risk.rules.sources import profile_due

PART = "2 Local risk assessment"
APPROVE_DAYS = 28  # ours: an edition that was submitted is approved, or sent back, within four weeks
REVIEW_DAYS = 14  # ours: a change of the national threat level is looked at within two weeks


def due(viewer: Viewer, *, until: date) -> list[Due]:
    """Everything of sources, assessments and risks that is due by a day, the late included, earliest first."""
    stands = standing(viewer, on=viewer.today, known=viewer.today)
    found = [*_of_assessment(stands), *_of_sources(stands), *_of_approval(viewer), *_of_risks(viewer, until)]
    return sorted((one for one in found if one.on <= until), key=lambda one: (one.on, one.says))


def _of_assessment(stands: Standing) -> list[Due]:
    found = []
    if stands.due and stands.in_force and stands.last_update:
        why = f"{stands.in_force.assessment.title}, looked at on {say(stands.last_update)}: twice a year"
        found.append(_one(stands.due, "Update the assessment", why, "risk:assessment-update"))
    if stands.proposed:
        on = stands.proposed.on + timedelta(days=REVIEW_DAYS)
        found.append(_one(on, "Look at the assessment again", stands.proposed.says, "risk:assessment-update"))
    return found


def _of_approval(viewer: Viewer) -> list[Due]:
    waits = waiting_since(viewer)
    if waits is None:
        return []
    why = f"An edition has waited since {say(waits)}"
    return [_one(waits + timedelta(days=APPROVE_DAYS), "Approve the assessment, or send it back", why, "risk:assessment-list")]


def _of_sources(stands: Standing) -> list[Due]:
    if stands.profile is None:
        return []
    dated = stands.profile.profile.dated
    why = f"{stands.profile.title} is dated {say(dated)}, and is 15 months old by then"
    return [_one(profile_due(dated), "Ask police for a newer local profile", why, "risk:request-record")]


def _of_risks(viewer: Viewer, until: date) -> list[Due]:
    return [
        Due(
            on=row.next_due,
            says=f"Review the risk: {row.title} ({row.ref})",
            why=_stands(row),
            part=PART,
            page="risk:risk",
            ref=row.ref,
            person_id=row.person_id,
        )
        for row in reviews_due(viewer, until=until)
        if row.next_due is not None
    ]


def _stands(row: RiskRow) -> str:
    """Whose it is, and how it stands: what somebody asks first."""
    stands = "above tolerance" if row.is_above else "within tolerance" if row.residual else "not scored"
    return f"{row.person or row.owner or 'Nobody'} owns it; {stands}"


def _one(on: date, says: str, why: str, page: str, ref: str | None = None) -> Due:
    return Due(on=on, says=says, why=why, part=PART, page=page, ref=ref)
