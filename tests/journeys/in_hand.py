"""What is in hand in the example area when the crawl begins: whatever the example has not, made by deeds; and where each goes on."""

from datetime import date, timedelta
from typing import Any

from dueregard.access.roles import Role
from dueregard.organisations.models import Area, Person
from dueregard.partnership import actions as partnership
from dueregard.partnership.models import ActionRisk, Group, Seat
from dueregard.partnership.tests.stories import a_decision, a_held_meeting, a_planned_meeting, an_item, rows, the_lead_on
from dueregard.plan import actions as plan
from dueregard.plan.models import Plan, PlannedAction, Project
from dueregard.risk import actions as risk
from dueregard.risk.models import Assessment, AssessmentStep, Control, Source
from dueregard.risk.rules.assessments import Stage
from dueregard.risk.rules.risks import Wording
from dueregard.training.actions import import_files, returns, sources
from dueregard.training.models import Absence, Attendance, AuditReturn, Confidence, Import, Induction, Session
from dueregard.training.tasks import carry_on
from tests.journeys.walking import today


def in_hand_of(area: Area) -> dict[Role, list[str]]:
    """By role, the addresses from which it goes on, as of yesterday."""
    day = today() - timedelta(days=1)
    [group, *_] = rows(Group, area)
    cleared, meetings = in_meetings(area, group, day)
    leads = [*meetings, *in_actions(area, group, day), *in_risk(area, day), *in_plan(area, group, day), *in_training(area)]
    return {Role.LEAD: [f"/{area.slug}/{place}/" for place in leads], Role.STRATEGIC: [f"/{area.slug}/{cleared}/"]}


def in_meetings(area: Area, group: Any, day: date) -> tuple[str, list[str]]:
    """A meeting planned, and one held yesterday, to be written up and cleared, that decided something."""
    held, item = a_held_meeting(group, day, came=rows(Seat, area, group=group)[:3])
    decision, planned = a_decision(item, on=day), a_planned_meeting(group, today() + timedelta(days=40), on=day)
    places = [f"meetings/{planned.ref}/call", f"meetings/{planned.ref}/agenda", f"meetings/{held.ref}/write-up", f"items/{item.ref}"]
    places += [f"items/{an_item(planned, on=day).ref}/change", f"decisions/{decision.ref}/check", f"decisions/{decision.ref}/mistake"]
    also = [f"brief/{planned.ref}", f"plan/meetings/{planned.ref}/agenda", f"thread/decision/{decision.ref}"]
    return f"partnership/meetings/{held.ref}/clear", [*(f"partnership/{place}" for place in places), *also]


def in_actions(area: Area, group: Any, day: date) -> list[str]:
    """An action done, one open, and a partner asked by a link."""
    lead, body = the_lead_on(area, day), rows(Seat, area, group=group)[0].body.ref
    done, still = (partnership.raise_action(what, by=lead, on=day, body=body).ref for what in ("Print the leaflet", "Send the leaflet"))
    partnership.finish_action(done, by=lead, on=day)
    asked = next(person for person in rows(Person, area) if person.body_id)
    partnership.ask_by_link(asked.ref, by=the_lead_on(area, today()), on=today(), until=today() + timedelta(days=9))
    places = [f"actions/{done}/open-again", f"actions/{still}", f"actions/{still}/drop", f"actions/{still}/owner", "answer-links"]
    return [f"partnership/{place}" for place in places]


def in_risk(area: Area, day: date) -> list[str]:
    """A draft that follows the edition in force, a corporate risk, and one that was closed."""
    lead = the_lead_on(area, day)
    corporate = risk.identify_risk(Wording(title="Advice is not sought"), by=lead, on=day, kind="corporate").ref
    closed = risk.identify_risk(Wording(title="A hall let to a front"), by=lead, on=day, kind="situational", concerns="both").ref
    risk.close_risk(closed, by=lead, on=day, because="The hall was sold")
    in_force = rows(AssessmentStep, area, stage=Stage.APPROVED)[-1].assessment
    drafts = [each.ref for each in rows(Assessment, area) if not each.steps.exclude(stage=Stage.DRAFTED).exists()]
    draft = drafts[0] if drafts else risk.draft_assessment("The next assessment", by=lead, on=day, follows=in_force.ref).ref
    risk.write_paragraph(draft, by=lead, on=day, words="Halls are let without being looked into.", heading="Venues")
    places = [f"assessments/{draft}/{step}" for step in ("write", "sources", "risks", "submit", "withdraw", "send-back", "approve")]
    controlled = next(control.risk.ref for control in rows(Control, area, ending=None))
    places += [
        f"register/{controlled}",
        f"register/{corporate}",
        f"register/{closed}",
        *(f"sources/{source.ref}" for source in rows(Source, area)),
    ]
    return [f"risk/{place}" for place in places]


def in_plan(area: Area, group: Any, day: date) -> list[str]:
    """The plan of the year after next, which nobody has agreed yet; an action of the plan before that answers a risk."""
    lead, last = the_lead_on(area, day), max(rows(Plan, area), key=lambda each: each.covers_to)
    begins = last.covers_to + timedelta(days=1)
    until = begins + timedelta(days=364)
    title = "The plan after that"
    begun = plan.begin_plan(title, by=lead, on=day, group=last.group.ref, covers_from=begins, covers_to=until, follows=last.ref).ref
    answering = {row.action.ref for row in rows(ActionRisk, area, ending=None, action__steps=None)}
    tied = next(row.action.ref for row in rows(PlannedAction, area, ending=None) if row.action.ref in answering)
    places = [f"plans/{begun}", f"plans/{begun}/agree", f"plans/{begun}/equality-analysis", f"actions/{tied}"]
    return [f"plan/{place}" for place in [*places, *(f"projects/{project.ref}/check" for project in rows(Project, area)[:1])]]


def in_training(area: Area) -> list[str]:
    """A body asked by a link, a file that waits for answers, and what only a session that was held and a file that came lead to."""
    lead = the_lead_on(area, today())
    asked = next(person for person in rows(Person, area) if person.body_id and person.email)
    of = {"as_at": today(), "due": today() + timedelta(days=20), "subjects": ["awareness"]}
    ask = returns.ask_return(asked.body.ref, by=lead, on=today(), person=asked.ref, by_link=True, **of).ask.ref
    waits = import_files.choose_file([b"Employee number,Course,Completed\n1,One,2026-01-05\n"], by=lead, on=today(), source="SO-2").ref
    looked = a_file_looked_at(lead)
    came, said = rows(Attendance, area)[0], rows(Confidence, area)[0]
    register = next(each.ref for each in rows(Import, area) if each.source.ref == "SO-1")
    planned = next(each.ref for each in rows(Session, area) if each.on > today())
    places = [f"returns/{ask}", f"imports/{waits}", f"imports/{register}/left", f"imports/{register}/rows-not-taken"]
    places += [f"sessions/{came.session.ref}", f"sessions/{came.session.ref}/attendance/{came.pk}/withdraw", f"sessions/{planned}/cancel"]
    places += [f"sessions/{said.session.ref}/confidence/{said.pk}/withdraw", f"sessions/{came.session.ref}/attendance/file"]
    away = rows(Absence, area, endings=None)[0].learner.ref
    left = next(each.ref for each in rows(AuditReturn, area, is_complete=False))
    places += [f"imports/{register}/withdraw", f"learners/{away}/back", f"safeguarding-returns/{left}/progress", "returns/chase"]
    places += [f"safeguarding-returns/{left}/withdraw", f"sessions/{planned}/move", "learners/find"]
    places += [f"imports/{looked}", f"imports/{looked}/every-row"]
    places += [f"inductions/{rows(Induction, area)[0].ref}/step"]
    return [f"training/{place}" for place in places]


def a_file_looked_at(lead: Any) -> str:
    """A file of which it is known what would become of each row."""
    sources.say_columns("SO-2", by=lead, columns={"number": "Employee number", "course": "Course", "completed": "Completed"})
    row = b"194918,Prevent awareness,2026-01-05"
    ref: str = import_files.choose_file(
        [b"Employee number,Course,Completed\n", row, b"\n77,Other,2026-01-05\n"], by=lead, on=today(), source="SO-2"
    ).ref
    import_files.check(ref, by=lead)
    assert carry_on(ref, by=lead, clock=lambda: lead.now)
    return ref
