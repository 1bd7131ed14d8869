"""Everything section 3 can hold, and what section 1 ties to it, done by its deeds in one small area: some of it Official-Sensitive."""

from datetime import date, timedelta
from decimal import Decimal

from dueregard.access.viewer import Viewer
from dueregard.accounts.tests.people import TODAY
from dueregard.config.tests.risk_story import SECRET, SENSITIVE, Typing
from dueregard.documents import actions as documents
from dueregard.organisations import actions as organisations
from dueregard.partnership import actions as partnership
from dueregard.partnership.tests.stories import YES
from dueregard.plan import actions
from dueregard.risk import actions as risk

MONTH, WEEK, DAY, NEXT = TODAY - timedelta(days=30), TODAY - timedelta(days=7), TODAY - timedelta(days=1), TODAY + timedelta(days=30)
SPRING = {"covers_from": date(2026, 4, 1), "covers_to": date(2027, 3, 31)}
BEFORE = {"covers_from": date(2025, 4, 1), "covers_to": date(2026, 3, 31)}


def everything_of_section_3(viewer: Viewer) -> None:
    """One of everything, and for what can be Official-Sensitive one of that too."""
    lead = Typing(viewer)
    around(lead)
    two_meetings(lead)
    plans(lead)
    tied(lead)
    placed(lead)
    agreed(lead)
    measured(lead)
    evaluated(lead)
    projects(lead)
    ended(lead)


def around(lead: Typing) -> None:
    """Documents, a district, risks and an edition, for the plan to name."""
    organisations.add_body("Brook Hamlet", by=lead.by, on=MONTH, kind="district-council", is_specified=True)
    for title, marking in (("Corporate plan", {}), (SECRET, SENSITIVE)):
        ref = documents.register(by=lead.by, on=MONTH, kind="strategy", title=title, owner="J-1", **marking)
        documents.add_version(ref, by=lead.by, on=MONTH)
    of = {"on": MONTH, "kind": "situational", "concerns": "both"}
    risk.identify_risk(risk.Wording(title="Halls let unseen"), by=lead.by, **of)
    risk.identify_risk(risk.Wording(title=SECRET), by=lead.by, **of, **SENSITIVE)
    risk.draft_assessment("Spring edition", by=lead.by, on=MONTH)


def two_meetings(lead: Typing) -> None:
    """One last month and one last week, with actions, decisions and what they accepted."""
    for day in (MONTH, WEEK):
        partnership.write_up_meeting("GRP-1", by=lead.by, on=day)
    partnership.reply("M-2", by=lead.by, on=MONTH, person="P-2", answer="substitute", words="Our deputy")
    for meeting, title, marking in (
        ("M-2", "The plan", {}),
        ("M-2", SECRET, SENSITIVE),
        ("M-3", "The plan", {}),
        ("M-3", SECRET, SENSITIVE),
    ):
        partnership.add_item(meeting, by=lead.by, on=MONTH if meeting == "M-2" else WEEK, title=title, kind="plan", **marking)
    for what in ("Write", "Visit", "Ring", "Teach"):
        partnership.raise_action(what, by=lead.by, on=MONTH, body="B-2", group="GRP-1", due=NEXT)
    partnership.raise_action(SECRET, by=lead.by, on=MONTH, body="B-2", **SENSITIVE)
    partnership.take_up("I-3", by=lead.by, on=WEEK, actions=["A-1", "AS-1"])
    partnership.record_decision("I-2", by=lead.by, on=MONTH, words="Agree the plan", kind="delivery")
    partnership.record_decision("IS-1", by=lead.by, on=MONTH, words=SECRET, kind="procedural")
    for accepted in ("R1", "RS1"):
        partnership.accept_risk("D-2026-01", by=lead.by, risk=accepted, because=f"{accepted} is small", until=NEXT)


def plans(lead: Typing) -> None:
    """Last year's, this year's, and one nobody without clearance knows of."""
    actions.begin_plan("Last year", by=lead.by, on=MONTH, group="GRP-1", **BEFORE)
    actions.add_objective("PLAN-1", by=lead.by, on=MONTH, national="causes")
    actions.begin_plan("This year", by=lead.by, on=MONTH, group="GRP-1", lead="B-1", follows="PLAN-1", **SPRING)
    actions.begin_plan(
        SECRET, by=lead.by, on=MONTH, group="GRP-1", covers_from=NEXT + timedelta(days=300), covers_to=date(2028, 3, 31), **SENSITIVE
    )
    actions.add_objective("PLANS-1", by=lead.by, on=MONTH, title=SECRET)
    actions.add_objective("PLAN-2", by=lead.by, on=MONTH, national="early-help", title="Step in early")
    for title, position in (("Halls", 5), ("Dropped", None)):
        actions.add_objective("PLAN-2", by=lead.by, on=MONTH, title=title, position=position)
    for words in ("By the board", "By the board,\nquarterly"):
        actions.say_governance("PLAN-2", by=lead.by, on=MONTH, words=words)
        actions.give_role("PLAN-2", by=lead.by, on=MONTH, body="B-2", words=words)
    actions.note_contribution("PLAN-2", by=lead.by, on=MONTH, body="B-2", how="workshop", words="Two came", person="P-2")
    actions.rest_on("PLAN-2", by=lead.by, on=MONTH, assessment="RA-1")
    actions.check_plan("PLAN-2", by=lead.by, on=MONTH, answers=YES)


def tied(lead: Typing) -> None:
    """What an action is for: its start, risks, lines and check."""
    for start in (WEEK, DAY):
        partnership.start_action("A-1", by=lead.by, on=MONTH, start=start)
    for answered in ("R1", "RS1"):
        partnership.answer_risk("A-1", by=lead.by, on=MONTH, risk=answered)
        partnership.stop_answering("A-1", by=lead.by, on=MONTH, risk=answered, because="Another does")
        partnership.answer_risk("A-1", by=lead.by, on=MONTH, risk=answered)
    partnership.further_line("A-1", by=lead.by, on=MONTH, framework="toolkit-2024", line="3.g5")
    partnership.check_action("A-1", by=lead.by, on=WEEK, answers=YES)
    partnership.check_action("A-2", by=lead.by, on=WEEK, check="C-2", covers="decision")


def placed(lead: Typing) -> None:
    """Actions come into the plans, move, leave and are carried forward."""
    actions.put_in_plan("PLAN-1", by=lead.by, on=MONTH, action="A-1", objective="O-1")
    actions.carry_forward("PLAN-2", by=lead.by, on=MONTH, action="A-1", carried_from="PLAN-1", because="Not done yet", objective="O-2")
    actions.move_planned("PLAN-2", by=lead.by, on=MONTH, action="A-1", objective="O-2", district="B-3")
    actions.move_planned("PLAN-2", by=lead.by, on=WEEK, action="A-1", objective="O-3")
    for action in ("A-2", "A-3", "AS-1"):
        actions.put_in_plan("PLAN-2", by=lead.by, on=MONTH, action=action, objective="O-2", district="B-3")
    actions.take_out_of_plan("PLAN-2", by=lead.by, on=MONTH, action="A-3", because="Another board does it")
    actions.put_in_plan("PLAN-2", by=lead.by, on=MONTH, action="A-3")
    actions.put_in_plan("PLANS-1", by=lead.by, on=MONTH, action="A-2", objective="OS-1")
    actions.put_in_plan("PLANS-1", by=lead.by, on=MONTH, action="A-4", objective="OS-1")
    actions.carry_forward("PLAN-2", by=lead.by, on=MONTH, action="A-4", carried_from="PLANS-1", because=SECRET)
    actions.drop_objective("O-4", by=lead.by, on=WEEK, because="Part of the others")


def agreed(lead: Typing) -> None:
    """Agreement, a check made late, ratification, references, equality analysis."""
    actions.agree_plan("PLAN-2", by=lead.by, decision="D-2026-01")
    actions.agree_plan("PLAN-1", by=lead.by, decision="DS-2026-01", is_unchecked=True)
    actions.check_plan("PLAN-2", by=lead.by, on=WEEK, answers=YES)
    actions.ratify("PLAN-2", by=lead.by, on=WEEK, members="cabinet", named="Cabinet", minute="Minute 7")
    for version in ("DOC-1/1", "DOCS-1/1"):
        actions.note_reference("PLAN-2", by=lead.by, on=WEEK, version=version, kind="corporate", place="Page 4")
        actions.attach_equality_analysis("PLAN-2", by=lead.by, on=WEEK, version=version)


def measured(lead: Typing) -> None:
    """Milestones and measures of open actions, two of which are done in the end."""
    for action in ("A-1", "AS-1"):
        reached = actions.set_milestone(action, by=lead.by, on=MONTH, words=f"First step of {action}", due=WEEK).pk
        gone = actions.set_milestone(action, by=lead.by, on=WEEK, words="Second step", due=NEXT).pk
        actions.reach_milestone(str(reached), by=lead.by, on=WEEK)
        actions.reach_milestone(str(gone), by=lead.by, on=WEEK, is_given_up=True, because="Too dear")
        measure = actions.set_measure(action, by=lead.by, on=WEEK, words="Halls", unit="halls", baseline=Decimal(0), target=Decimal("12.5"))
        for value in ("3.25", "3", "0"):
            actions.read_measure(str(measure.pk), by=lead.by, on=WEEK, value=Decimal(value), words="Asked")
    for action in ("A-1", "AS-1", "A-2"):
        partnership.finish_action(action, by=lead.by, on=WEEK, because="Done")


def evaluated(lead: Typing) -> None:
    """What the actions came to: at a meeting, and taken at one later."""
    at_once = [
        actions.Change(changed="score", risk="R1", likelihood=2, impact=3, because="Fewer"),
        actions.Change(changed="objective", objective="O-3"),
        actions.Change(changed="action", action="A-3", because="Again"),
    ]
    actions.evaluate(
        "It helped", by=lead.by, on=WEEK, actions=["A-2", "A-1"], changes=at_once, item="I-3", next_plan="Go on", done_by="P-1"
    )
    nothing = [actions.Change(changed="nothing", because="Too early")]
    actions.evaluate(SECRET, by=lead.by, on=WEEK, actions=["AS-1"], changes=nothing, **SENSITIVE)
    actions.evaluate("Once more", by=lead.by, on=WEEK, actions=["A-1"], changes=nothing)
    actions.add_change("EV-2", by=lead.by, on=DAY, change_made=actions.Change(changed="action", action="A-3"))
    for item in ("I-3", "IS-2"):
        actions.take_evaluation("EV-2", by=lead.by, item=item)


def projects(lead: Typing) -> None:
    """One that ran, one whose money is still to come, one that is Official-Sensitive."""
    of = {"funder": "home-office", "provider": "Brook Youth"}
    actions.start_project("Parents", by=lead.by, on=MONTH, until=NEXT, body="B-2", objectives=["O-2"], actions=["A-1"], **of)
    actions.start_project("Later", by=lead.by, on=NEXT, funder="other", funder_named="A trust", provider="Brook Youth", objectives=["O-3"])
    actions.start_project(SECRET, by=lead.by, on=MONTH, **of, **SENSITIVE)
    actions.tie_project("PR-1", by=lead.by, on=WEEK, objectives=["O-3", "OS-1"], actions=["A-3", "AS-1"])
    actions.look_into_provider("PR-2", by=lead.by, on=WEEK, status="conditions", words="Twice a year")
    for kind, pounds in (("awarded", "12000"), ("spent", "99.5")):
        actions.record_amount("PR-1", by=lead.by, on=WEEK, kind=kind, pounds=Decimal(pounds), words=f"{kind} by then")
    actions.record_output("PR-1", by=lead.by, on=WEEK, words="Evenings", number=4)
    actions.check_project("PR-2", by=lead.by, on=WEEK, answers=YES)


def ended(lead: Typing) -> None:
    actions.end_project("PR-1", by=lead.by, on=DAY, because="All spent")
    actions.close_plan("PLAN-1", by=lead.by, on=DAY, because="Carried forward")
    for item in ("I-2", "IS-1", "I-3", "IS-2"):
        partnership.write_minute(item, by=lead.by, words="Talked about")
    for meeting in ("M-2", "M-3"):
        partnership.record_attendance(meeting, by=lead.by, came=[partnership.Came(person="P-1", presence="present")])
        partnership.record_held(meeting, by=lead.by, on=MONTH if meeting == "M-2" else WEEK, chaired_by="P-1")
        partnership.clear_minutes(meeting, by=lead.by, on=TODAY, done_by="P-1")
