"""An area that holds a session, for tests: a body with a team and learners, a course, a session planned, held or attended."""

from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from dueregard.access.roles import Role
from dueregard.access.scope import scope
from dueregard.access.viewer import Viewer
from dueregard.accounts.tests.people import NOW, TODAY, a_viewer
from dueregard.documents.tests.factories import DocumentFactory
from dueregard.organisations.tests.factories import AreaFactory, BodyFactory, PersonFactory, TeamFactory
from dueregard.training.actions import attendance, sessions
from dueregard.training.models import Completion
from dueregard.training.queries.completions import counted
from dueregard.training.tests.factories import CourseFactory, LearnerFactory

HELD_ON = TODAY - timedelta(days=7)
QUESTION = "How confident are you?"


@dataclass
class Hall:
    """Where a session is held."""

    area: Any = field(default_factory=AreaFactory)
    people: int = 3

    def __post_init__(self) -> None:
        area = self.area
        self.body = BodyFactory(area=area, ref="B-901", name="Westmarch Council")
        self.team = TeamFactory(body=self.body, ref="T-901", name="Early help")
        self.course = CourseFactory(area=area, ref="CR-901", title="Noticing and sharing")
        self.speaker = PersonFactory(area=area, body=self.body, ref="P-901", name="Sam Speaker")
        self.document = DocumentFactory(area=area, ref="DOC-901", title="Annual report")
        self.learners = [
            LearnerFactory(
                body=self.body, team=self.team, ref=f"LN-90{n}", number=f"00{1000 + n}", email=f"p{n}@council.example", name=f"Person {n}"
            )
            for n in range(self.people)
        ]
        self.lead = a_viewer(area, Role.TRAINING)

    def later(self, minutes: int = 1, by: Viewer | None = None) -> Viewer:
        """The lead some minutes later: of two things said, the last holds."""
        return (by or self.lead).at(NOW + timedelta(minutes=minutes))

    def planned(self, day: date = HELD_ON, **more: Any) -> Any:
        """A session, planned two weeks before its day."""
        on = min(day - timedelta(days=14), TODAY)
        return sessions.plan_session("CR-901", by=self.lead, on=on, day=day, audience="Teachers", **more)

    def held(self, came: int | None = None, **more: Any) -> Any:
        """A session that was held a week ago."""
        session = self.planned(**more)
        sessions.hold_session(session.ref, by=self.lead, on=HELD_ON, came=came)
        return session

    def attended(self, *learners: str) -> Any:
        """A session some learners came to; the first of them where nobody is named."""
        session = self.held()
        attendance.record_attendance(session.ref, by=self.lead, learners=learners or ["LN-900"])
        return session

    def completed(self) -> set[tuple[str, date]]:
        """Who completed the course on which day, as of all that counts."""
        with scope(self.lead):
            rows = counted(self.lead, on=TODAY, known=TODAY).filter(course=self.course)
            return {(row.learner.ref, row.on) for row in rows.select_related("learner")}

    def completions(self) -> int:
        """How many completions there are, withdrawn ones too."""
        with scope(self.lead):
            return Completion.objects.filter(area=self.area).count()
