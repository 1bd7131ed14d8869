"""Everything section 6 can hold, done by its deeds in one small area: by hand, and with files from a register and a learning system."""

from dataclasses import replace
from datetime import date, time, timedelta
from decimal import Decimal
from typing import Any

from dueregard.access.viewer import Viewer
from dueregard.accounts.tests.people import TODAY
from dueregard.config.tests.risk_story import SECRET, SENSITIVE, Typing
from dueregard.documents import actions as documents
from dueregard.documents.tests.samples import PDF, png
from dueregard.organisations import actions as organisations
from dueregard.risk import actions as risk
from dueregard.training.actions import (
    attendance,
    certificates,
    completions,
    courses,
    education,
    import_files,
    inductions,
    plans,
    profiles,
    programmes,
    reminders,
    returns,
    sessions,
    sources,
    telling,
    workforce,
)
from dueregard.training.actions.withdrawals import withdraw_entry
from dueregard.training.models import (
    Absence,
    Attendance,
    Completion,
    Confidence,
    Development,
    InductionStep,
    Learner,
    ProfileMatch,
    SessionWith,
    SettingReached,
    StaffUpdate,
)
from dueregard.training.queries.reminders import Message
from dueregard.training.queries.withdrawn import DEVELOPMENT, REACHED, STEP, UPDATE
from dueregard.training.tasks import carry_on

YEAR, MONTH, WEEK, DAY, NEXT = (TODAY - timedelta(days=days) for days in (365, 30, 7, 1, -30))
HOURS: dict[str, Any] = {"starts": time(9, 30), "ends": time(11), "place": "Library"}
REGISTER = """Staff number,E-mail,Name,Team,Job title,Joined,Left,Away since,Back on
11,eleven@brook.example,,Early help,Youth worker,2024-03-04,,,
12,twelve@brook.example,,Early help,Youth worker,2024-03-04,,2026-05-04,
13,thirteen@brook.example,,Parks,Ranger,2025-06-02,,,
"""
LATER = """Staff number,E-mail,Name,Team,Job title,Joined,Left,Away since,Back on
11,eleven@brook.example,,Parks,Ranger,2024-03-04,,,
12,twelve@brook.example,,Early help,Youth worker,2024-03-04,,,2026-10-05
13,thirteen@brook.example,,Parks,Ranger,2025-06-02,2026-10-30,,
"""
COMPLETED = """Staff number,Course,Completed
11,Prevent one,2025-09-08
12,Prevent one,2025-09-08
11,Cycling,2025-09-09
"""


def everything_of_section_6(viewer: Viewer) -> None:
    """One of everything, and for what can be Official-Sensitive one of that too."""
    lead = Typing(viewer)
    around(lead)
    taught(lead)
    people(lead)
    brought_in(lead)
    fitted(lead)
    had(lead)
    given(lead)
    returned(lead)
    programme(lead)
    told(lead)
    reminded(lead)
    ended(lead)


def around(lead: Typing) -> None:
    """Teams, documents and risks for the programme to name."""
    organisations.add_team("Early help", by=lead.by, on=YEAR, body="B-1")
    for title, marking in (("Training strategy", {}), (SECRET, SENSITIVE)):
        ref = documents.register(by=lead.by, on=MONTH, kind="strategy", title=title, owner="J-1", **marking)
        documents.add_version(ref, by=lead.by, on=MONTH)
        risk.identify_risk(risk.Wording(title=title), by=lead.by, on=MONTH, kind="situational", concerns="both", **marking)


def taught(lead: Typing) -> None:
    """Courses, profiles, two plans with what they require."""
    known: dict[str, Any] = {"provider": "GOV.UK", "address": "https://training.brook.example/one", "months": 24}
    courses.add_course("Noticing", by=lead.by, on=YEAR, kind="gov-uk", subjects=["referral", "awareness"], **known)
    courses.add_course("Ideologies", by=lead.by, on=YEAR, kind="briefing", subjects=["ideology"])
    courses.add_course("Old", by=lead.by, on=YEAR, kind="online", subjects=["awareness"])
    courses.count_as("CR-3", by=lead.by, on=MONTH, counts_as="CR-1")
    profiles.add_profile("Frontline", by=lead.by, on=YEAR, tier="operational", contact="regular", is_frontline=True)
    profiles.add_profile("Prevent posts", by=lead.by, on=YEAR, tier="strategic", contact="none", fits_posts=True)
    period = {"covers_from": date(2026, 4, 1), "covers_to": date(2027, 3, 31)}
    plans.agree_plan("This year", by=lead.by, on=MONTH, document="DOC-1", **period)
    plans.agree_plan("Next to it", by=lead.by, on=MONTH, document="DOCS-1", **period)
    why = {"because": "They meet families", "risk": "R1", "line": "6.g1"}
    plans.require("TP-1", by=lead.by, on=MONTH, course="CR-1", profile="PF-1", within_days=30, every_months=12, **why)
    plans.require("TP-1", by=lead.by, on=MONTH, course="CR-2", duty="advised", risk="RS1")
    workforce.place_team("T-1", by=lead.by, on=MONTH, service="early-help", is_in=True, because="They see young people")


def people(lead: Typing) -> None:
    """By hand: who joined, moved, was away, came back and left."""
    known = {"number": "1", "email": "one@brook.example", "name": "One", "manager": "two@brook.example"}
    workforce.add_learner(
        by=lead.by, on=YEAR, body_ref="B-1", kind="staff", person="P-1", team="T-1", job="Youth worker", site="Mill Lane", **known
    )
    workforce.add_learner(by=lead.by, on=MONTH, body_ref="B-2", kind="volunteer", email="two@brook.example")
    workforce.move_learner("LN-1", by=lead.by, on=MONTH, job="Manager", site="Town hall")
    workforce.note_absence("LN-1", by=lead.by, on=MONTH)
    workforce.end_absence("LN-1", by=lead.by, on=WEEK)
    workforce.leave("LN-2", by=lead.by, on=DAY)


def brought_in(lead: Typing) -> None:
    """Two registers, a learning system’s file, and one that was withdrawn; a file given up leaves nothing."""
    sources.add_source("Payroll", by=lead.by, on=YEAR, holds="staff", body="B-1", is_full=True)
    headings = ("Staff number", "E-mail", "Team", "Job title", "Joined", "Left", "Away since", "Back on")
    fields = ("number", "email", "team", "job", "joined", "left", "away", "back")
    sources.say_columns("SO-1", by=lead.by, columns=dict(zip(fields, headings, strict=True)))
    sources.add_source("Learning", by=lead.by, on=YEAR, holds="completions", body="B-1", date_order="day-first")
    sources.say_columns("SO-2", by=lead.by, columns={"number": "Staff number", "course": "Course", "completed": "Completed"})
    sources.say_course("SO-2", by=lead.by, words="Prevent one", course="CR-1")
    sources.say_course("SO-2", by=lead.by, words="Cycling", course=None)
    _bring("SO-1", REGISTER, lead, on=date(2026, 9, 1))
    _bring("SO-1", LATER, lead, on=date(2026, 11, 2))
    _bring("SO-2", COMPLETED, lead, on=date(2026, 9, 1))
    gone = _bring("SO-2", COMPLETED.replace("2025-09-08", "2025-09-10"), lead, on=WEEK)
    import_files.withdraw(gone, by=lead.by, on=DAY, because="Another council’s file")
    given_up = import_files.choose_file([b"Staff number"], by=lead.by, on=DAY, source="SO-1").ref
    import_files.give_up(given_up, by=lead.by)


def _bring(source: str, text: str, lead: Typing, *, on: date) -> str:
    ref: str = import_files.choose_file([text.encode()], by=lead.by, on=on, source=source).ref
    import_files.bring_in(ref, by=lead.by)
    at = lead.by
    carry_on(ref, by=replace(at, machine="worker"), clock=lambda: at.now)
    return ref


def fitted(lead: Typing) -> None:
    """A profile fits a team, a job, one learner; one of them no longer."""
    profiles.fit_profile("PF-1", by=lead.by, on=MONTH, team="T-1", job="Youth worker")
    profiles.fit_profile("PF-1", by=lead.by, on=MONTH, learner="LN-1")
    profiles.fit_profile("PF-1", by=lead.by, on=MONTH, job="Ranger")
    profiles.unfit_profile(ProfileMatch.objects.get(job__title="Ranger").pk, by=lead.by, on=WEEK)


def had(lead: Typing) -> None:
    """By hand: what was completed, what of it was a mistake and recorded again."""
    completions.record_completion("LN-1", by=lead.by, on=WEEK, course="CR-1")
    completions.withdraw_completion(Completion.objects.get(on=WEEK).pk, by=lead.by, on=DAY, because="Another person")
    completions.record_completion("LN-1", by=lead.by, on=WEEK, course="CR-1")
    of = Completion.objects.get(on=WEEK, withdrawal=None).pk
    certificates.attach_certificate(of, by=lead.by, on=DAY, content=PDF, name="Somebody.pdf")
    wrong = certificates.attach_certificate(of, by=lead.by, on=DAY, content=png(), name="Another.png").pk
    certificates.remove_certificate(wrong, by=lead.by, on=DAY, because="Another person’s")


def given(lead: Typing) -> None:
    """A session held, corrected, with who came; one published with percentages; one cancelled."""
    documents.add_version("DOC-1", by=lead.by, on=MONTH)
    told: dict[str, Any] = {"audience": "Managers", "place": "Hall", "places": 20, "person": "P-1", "body": "B-2"}
    sessions.plan_session("CR-1", by=lead.by, on=MONTH, day=WEEK, **told)
    sessions.end_giving(SessionWith.objects.get(body__ref="B-2").pk, by=lead.by, on=MONTH)
    sessions.say_gives("TS-1", by=lead.by, person="P-2")
    sessions.hold_session("TS-1", by=lead.by, on=WEEK, came=9)
    sessions.hold_session("TS-1", by=lead.by, on=WEEK, came=10)
    attendance.record_attendance("TS-1", by=lead.by, learners=["LN-1", "LN-2", "LN-3"])
    sure = {"asked": "How sure are you?", "before": [1, 2, 3, 4], "after": [0, 0, 5, 5]}
    sessions.say_confidence("TS-1", by=lead.by, on=WEEK, **sure)
    sessions.say_confidence("TS-1", by=lead.by, on=WEEK, **(sure | {"asked": "Wrong"}))
    sessions.take_back_confidence("TS-1", by=lead.by, on=DAY, key=Confidence.objects.filter(asked="Wrong").latest("typed_at").pk)
    for document in ("DOC-1", "DOCS-1"):
        shares: dict[str, Any] = {"before": [0, 33.5, 54.5, 12], "is_percent": True, "base_before": 8, "document": document}
        shares |= {"after": [0, 0, 60, 40], "base_after": 7}
        sessions.say_confidence("TS-1", by=lead.by, on=DAY, asked=f"In {document.partition('-')[0][:3]}", **shares)
    attendance.withdraw_attendance(Attendance.objects.get(learner__ref="LN-2").pk, by=lead.by, on=DAY, because="Another person")
    sessions.plan_session("CR-2", by=lead.by, on=MONTH, day=NEXT, audience="Everybody", **HOURS)
    sessions.move_session("TS-2", by=lead.by, on=WEEK, day=NEXT + timedelta(days=1), because="The hall is taken", **HOURS)
    sessions.cancel_session("TS-2", by=lead.by, on=DAY, because="Nobody could come")


def returned(lead: Typing) -> None:
    """A return asked for, chased and answered; one asked no more; one that nobody asked for."""
    of: dict[str, Any] = {"as_at": MONTH, "due": WEEK, "subjects": ["referral", "awareness"]}
    returns.ask_return("B-2", by=lead.by, on=MONTH, person="P-2", **of)
    returns.chase_return("RT-1", by=lead.by, on=WEEK, by_mail=False)
    returns.chase_return("RT-1", by=lead.by, on=DAY, by_mail=True)
    returns.record_return(by=lead.by, on=DAY, as_at=MONTH, ask="RT-1", said="Two teams left out", figures={"awareness": (40, 31)})
    returns.ask_return("B-2", by=lead.by, on=WEEK, **(of | {"as_at": WEEK, "due": NEXT}))
    returns.end_ask("RT-2", by=lead.by, on=DAY, because="Asked twice")
    figures = {"awareness": (40, 33), "referral": (10, 0)}
    returns.record_return(by=lead.by, on=DAY, as_at=WEEK, body_ref="B-2", figures=figures)
    returns.ask_return("B-1", by=lead.by, on=WEEK, is_by_level=True, **(of | {"as_at": WEEK, "due": NEXT}))
    by_level = {"operational": (30, 21), "managerial": (8, 8), "strategic": (0, 0)}
    returns.record_return(by=lead.by, on=DAY, as_at=WEEK, ask="RT-3", figures={"awareness": by_level, "referral": (38, 30)})


def programme(lead: Typing) -> None:
    """Programmes, an induction, development, settings and their trainers."""
    programmes.begin_programme(
        "Induction", by=lead.by, on=MONTH, kind="induction", what="A day", document="DOC-1", review_due=TODAY + timedelta(days=90)
    )
    programmes.begin_programme("Secret", by=lead.by, on=MONTH, kind="development", document="DOCS-1")
    programmes.review_programme("PG-1", by=lead.by, on=WEEK, said="It goes on", review_due=TODAY + timedelta(days=300))
    programmes.end_programme("PG-2", by=lead.by, on=DAY)
    inductions.begin_induction("P-1", by=lead.by, on=MONTH, post="J-1")
    inductions.take_step("IN-1", by=lead.by, on=WEEK, kind="adviser", said="By telephone")
    inductions.take_step("IN-1", by=lead.by, on=DAY, kind="finish")
    inductions.log_development("P-2", by=lead.by, on=WEEK, what="A conference", hours=Decimal("2.5"))
    withdraw_entry(InductionStep.objects.get(kind="finish").pk, by=lead.by, on=DAY, kind=STEP, because="Not finished yet")
    inductions.take_step("IN-1", by=lead.by, on=DAY, kind="finish", said="Now it is")
    withdraw_entry(Development.objects.get().pk, by=lead.by, on=DAY, kind=DEVELOPMENT, because="Another person")
    inductions.log_development("P-2", by=lead.by, on=WEEK, what="A conference")
    education.add_setting("Brook School", by=lead.by, on=MONTH, kind="academy", urn="900001")
    education.add_setting("Brook Nursery", by=lead.by, on=MONTH, kind="early-years")
    education.reach_setting("ED-1", by=lead.by, on=WEEK, staff=12, is_lead_trained=True, said="After school")
    education.reach_setting("ED-1", by=lead.by, on=WEEK, staff=12, is_lead_trained=True, said="After school")
    withdraw_entry(SettingReached.objects.earliest("typed_at").pk, by=lead.by, on=DAY, kind=REACHED, because="Recorded twice")
    education.receive_audit("ED-1", by=lead.by, on=WEEK, year=2025, is_complete=False, left="The policy")
    education.progress_audit("AU-1", by=lead.by, on=DAY, said="Written", is_complete=True)
    education.receive_audit("ED-2", by=lead.by, on=WEEK, year=2025, is_complete=True)
    education.withdraw_audit("AU-2", by=lead.by, on=DAY, because="It was another nursery’s")
    education.receive_audit("ED-2", by=lead.by, on=WEEK, year=2025, is_complete=False, left="A plan")
    education.close_setting("ED-2", by=lead.by, on=DAY)
    education.count_trainers(by=lead.by, on=WEEK, how_many=2, accredited_by="Home Office", setting="ED-1", until=TODAY + timedelta(days=9))
    education.count_trainers(by=lead.by, on=WEEK, how_many=0, accredited_by="Home Office", body_ref="B-2")


def told(lead: Typing) -> None:
    """Written information with looks at it, and an update."""
    of = {"audience": "staff", "place": "Intranet", "document": "DOC-1", "says_how_to_refer": True}
    telling.place_material("How to refer", by=lead.by, on=MONTH, **of)
    telling.place_material("Poster", by=lead.by, on=MONTH, audience="members", place="Hall", document="DOCS-1")
    telling.check_material("MA-1", by=lead.by, on=WEEK, is_current=False, said="An old number")
    telling.check_material("MA-1", by=lead.by, on=DAY, is_current=True)
    telling.take_down("MA-2", by=lead.by, on=DAY)
    telling.send_update("Figures", by=lead.by, on=WEEK, about="statistics", to="Team managers", what="Published in November")
    telling.send_update("Figures", by=lead.by, on=WEEK, about="statistics", to="Nobody yet")
    withdraw_entry(StaffUpdate.objects.get(to="Nobody yet").pk, by=lead.by, on=DAY, kind=UPDATE, because="It was not sent")


def reminded(lead: Typing) -> None:
    """Terms, and two who were reminded, one by their manager."""
    reminders.set_terms(by=lead.by, on=MONTH, is_on=True, ahead_days=30, again_days=14, most=3)
    reminders.set_terms(by=lead.by, on=WEEK, is_on=False, ahead_days=30, again_days=14, most=3)
    rows = {pk: [(pk, "RQ-1")] for pk in Learner.objects.order_by("pk").values_list("pk", flat=True)[:2]}
    for pk, of in rows.items():
        boss = pk != min(rows)
        reminders.remind(
            [Message(to=f"{pk}@brook.example", is_to_manager=boss, rows=tuple(of))], by=replace(lead.by, machine="worker"), on=DAY
        )


def ended(lead: Typing) -> None:
    """What holds no more."""
    plans.end_requirement("RQ-2", by=lead.by, on=DAY, because="Asked of nobody any more")
    plans.end_plan("TP-2", by=lead.by, on=DAY, because="One is enough")
    courses.end_course("CR-3", by=lead.by, on=DAY)
    profiles.end_profile("PF-2", by=lead.by, on=DAY)
    assert Absence.objects.count() == 2
