"""How section 2 stands on a day, as known on another: the edition in force, its updates, the local profile, the threat level."""

from dataclasses import dataclass
from datetime import date

from dueregard.access.viewer import Viewer
from dueregard.basics.dates import say
from dueregard.privacy.marking import Marking
from dueregard.risk.models import LevelSet, Source
from dueregard.risk.queries.assessments import AssessmentRow, being_worked_on, in_force, looked_at
from dueregard.risk.queries.sources import newest_profile, standing_sources, threat_level
from dueregard.risk.rules.assessments import review_proposed, update_due
from dueregard.risk.rules.sources import LevelChange, ThreatLevel, profile_due


@dataclass(frozen=True, kw_only=True)
class Standing:
    """How the section stands on a day."""

    on: date
    in_force: AssessmentRow | None
    worked_on: AssessmentRow | None  # a draft, or one that waits for approval; only today, to those who write or approve
    last_update: date | None  # the last day it was approved or updated
    due: date | None
    profile: Source | None
    level: LevelSet | None
    proposed: LevelChange | None  # the change of threat level that nobody has answered
    sources: int

    @property
    def is_late(self) -> bool:
        """The update that was due has not come."""
        return self.due is not None and self.due < self.on

    @property
    def profile_is_old(self) -> bool:
        """A newer edition of the local profile should be here."""
        return self.profile is not None and profile_due(self.profile.profile.dated) < self.on

    @property
    def level_words(self) -> str:
        """The national threat level, and since when."""
        return f"{ThreatLevel(self.level.level).label}, since {say(self.level.on)}" if self.level else ""

    @property
    def sentence(self) -> str:
        """How the assessment stands, in one sentence."""
        if self.in_force is None:
            return "No assessment is in force, so nobody can tell how the area sees its risks"
        since = self.in_force.since
        updated = f"last updated on {say(self.last_update)}" if self.last_update and self.last_update > since else "not updated since"
        late = f"was due again by {say(self.due)}" if self.due and self.is_late else f"is due again by {say(self.due or self.on)}"
        return f"{self.in_force.assessment.title} has been in force since {say(since)}, was {updated} and {late}"

    @property
    def marking(self) -> Marking:
        """As sensitive as the most sensitive thing said of it."""
        shown = [self.profile, self.level.source if self.level else None]
        return Marking.SENSITIVE if any(one is not None and one.marking == Marking.SENSITIVE for one in shown) else Marking.OFFICIAL


def standing(viewer: Viewer, *, on: date, known: date) -> Standing:
    """How section 2 stood on a day, as known on another, as far as the viewer may see it."""
    days = looked_at(viewer, as_at=on, known=known)
    stands = in_force(viewer, as_at=on, known=known)
    level, changes = threat_level(viewer, as_at=on, known=known)
    return Standing(
        on=on,
        in_force=stands,
        worked_on=being_worked_on(viewer) if on == viewer.today else None,
        last_update=max(days, default=None),
        due=update_due(days) if stands else None,
        profile=newest_profile(viewer, as_at=on, known=known),
        level=level,
        proposed=review_proposed(changes, looked_at=days),
        sources=standing_sources(viewer, as_at=on, known=known).count(),
    )
