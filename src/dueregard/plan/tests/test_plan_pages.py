"""The pages of plans and their actions: what they show, to whom, and that their forms do what they say."""

import io
import zipfile
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client

from dueregard.access.roles import Role
from dueregard.organisations.tests.factories import AreaFactory
from dueregard.partnership import actions as partnership
from dueregard.partnership.models import ActionLine, ActionReview, AgendaItem, ItemAction
from dueregard.partnership.tests.pages import World, sent_back, signed_in, stranger, today, words
from dueregard.partnership.tests.stories import rows, the_lead_on
from dueregard.plan import actions
from dueregard.plan.models import MeasureReading, MilestoneReached, PartnerRole, Plan, PlanAgreement, PlanCheck, PlannedAction
from dueregard.plan.tests.written import Written, written

pytestmark = pytest.mark.django_db
YES = {f"answers-{name}": value for name, value in (("mindful", "yes"), ("proportionate", "yes"), ("reduces", "yes"))}
REASONS = {f"answers-{name}_because": "The profile names it" for name in ("mindful", "proportionate", "reduces")}


def here(name: str = "westmarch") -> Written:
    return written(AreaFactory(slug=name))


def lead(it: Written, *, cleared: bool = False, role: Role = Role.LEAD) -> Client:
    return signed_in(World(it.area, it.group, {}, {}), role, cleared=cleared)


def at(path: str) -> str:
    return f"/westmarch/plan/{path}"


def paths(it: Written) -> list[str]:
    plan, action = f"plans/{it.plan}/", f"actions/{it.action}/"
    forms = [
        "governance",
        "roles/give",
        "contributions/note",
        "assessment",
        "objectives/add",
        "agree",
        "check",
        "ratify",
        "references/note",
    ]
    forms += ["equality-analysis", "close", "actions/new", "actions/add", "actions/carry-forward", f"actions/{it.action}/move"]
    forms += [f"actions/{it.action}/take-out"]
    sides = ["milestones/set", "measures/set", "risks/link", "risks/let-go", "start", "lines/link", "check"]
    return [
        "plans/new/",
        *(f"{plan}{form}/" for form in forms),
        *(f"{action}{side}/" for side in sides),
        f"milestones/{it.milestone}/reached/",
        f"measures/{it.measure}/read/",
        f"objectives/{it.objective}/drop/",
        f"meetings/{it.coming}/agenda/",
    ]


def readings(it: Written) -> list[str]:
    plan = f"plans/{it.plan}/"
    return ["", "plans/", plan, f"{plan}districts/{it.district}/", "actions/", f"actions/{it.action}/", f"objectives/{it.objective}/"]


def test_every_page_opens_for_the_lead_and_for_no_stranger() -> None:
    it = here()
    client, other = lead(it), stranger()

    opened = {path: client.get(at(path)).status_code for path in readings(it) + paths(it)}
    shut = {path: other.get(at(path)).status_code for path in readings(it) + paths(it)}

    assert set(opened.values()) == {200}
    assert set(shut.values()) == {404}


def test_a_partner_reads_and_changes_nothing() -> None:
    it = here()
    client = lead(it, role=Role.PARTNER)

    assert {path: client.get(at(path)).status_code for path in readings(it)} == dict.fromkeys(readings(it), 200)
    assert {path: client.get(at(path)).status_code for path in paths(it)} == dict.fromkeys(paths(it), 403)
    assert "Write an action" not in words(client.get(at(f"plans/{it.plan}/")))


def test_the_plan_says_how_it_stands_and_what_it_lacks() -> None:
    it = here()

    said = words(lead(it).get(at(f"plans/{it.plan}/")))

    assert "which" not in said.split("What it lacks")[0] or "has not agreed it" in said
    for lacking in ("No partner’s role is written down", "No Security Threat Check of the plan", "Elected members have not ratified it"):
        assert lacking in said
    assert "1 action: 0 done, 1 open, 1 late" in said


def typed(client: Client, path: str, **given: Any) -> Any:
    """The page's form, sent back with this typed into it."""
    return client.post(at(path), sent_back(client.get(at(path)), **given))


def test_a_plan_is_begun_drafted_checked_and_agreed_through_its_pages() -> None:
    it = here()
    client, day = lead(it), today()
    begin, end = day + timedelta(days=3000), day + timedelta(days=3300)
    given = {"title": "A later plan", "group": it.group.ref, "follows": it.plan}
    period = {"covers_from": begin.strftime("%d/%m/%Y"), "covers_to": end.strftime("%d/%m/%Y")}

    typed(client, "plans/new/", **given, **period)
    made = rows(Plan, it.area, title="A later plan")[0].ref
    client.post(at(f"plans/{made}/draft/"))
    typed(client, f"plans/{made}/roles/give/", body=it.body, words="Trains its front line")
    typed(client, f"plans/{it.plan}/check/", **YES, **REASONS)
    refused = typed(client, f"plans/{it.plan}/agree/", decision="D-1999-01")
    typed(client, f"plans/{it.plan}/agree/", decision=it.decision)

    shown = words(client.get(at(f"plans/{made}/")))
    assert "Fewer lettings" in shown
    assert "Trains its front line" in shown
    assert len(rows(PartnerRole, it.area)) == 1
    assert "Choose from the list for “Decision”" in words(refused)
    assert len(rows(PlanCheck, it.area)) == len(rows(PlanAgreement, it.area)) == 1


def test_an_overlapping_period_is_refused_with_what_was_typed_still_there() -> None:
    it = here()
    period = {"covers_from": "1/6/2026", "covers_to": "1/7/2026"}

    answer = typed(lead(it), "plans/new/", title="Twin", group=it.group.ref, **period)

    assert f"The period overlaps {it.plan}" in words(answer)
    assert 'value="Twin"' in answer.content.decode()


def test_an_action_is_written_with_its_risk_start_and_due_in_one_form() -> None:
    it = here()
    client, due = lead(it), (today() + timedelta(days=40)).strftime("%d/%m/%Y")

    said = {"what": "Ring the halls", "body": it.body, "start": due, "due": due, "risks": [it.risk], "line": "3.g5", "further_line": "2.b3"}
    typed(client, f"plans/{it.plan}/actions/new/", **said)
    shown = words(client.get(at("actions/")))

    assert "Ring the halls" in shown
    assert it.risk in shown
    assert sorted(row.line for row in rows(ActionLine, it.area)) == ["2.b3", "3.g5"]


def test_the_list_narrows_down_by_objective_owner_course_and_lateness() -> None:
    it = here()
    client = lead(it)

    def found(query: str) -> bool:
        return f"{it.action}</span>" in client.get(at(f"actions/?{query}")).content.decode()

    assert found("")
    assert found(f"objective={it.objective}&body={it.body}&course=none&late=on")
    assert not found(f"objective={it.twin}")
    assert not found("objective=none")
    assert not found("course=green")
    assert not found(f"district={it.district}")
    assert not found("status=done")
    assert not found(f"plan={it.next}")


def test_a_milestone_is_reached_and_a_measure_read_through_their_pages() -> None:
    it = here()
    client = lead(it)

    typed(client, f"milestones/{it.milestone}/reached/", became="reached")
    typed(client, f"measures/{it.measure}/read/", value="1,004.5")
    wrong = typed(client, f"measures/{it.measure}/read/", value="some")

    assert len(rows(MilestoneReached, it.area)) == 1
    assert [str(row.value) for row in rows(MeasureReading, it.area)] == ["1004.50"]
    assert "Write a number, such as 12 or 12.5" in words(wrong)
    typed(client, f"measures/{it.measure}/read/", value="1,200")
    shown = client.get(at(f"actions/{it.action}/"))
    assert "100 per cent" not in words(shown)
    assert 'class="dr-run"' in shown.content.decode()


def test_open_actions_are_carried_forward_together_with_a_reason() -> None:
    it = here()
    client = lead(it)
    page = client.get(at(f"plans/{it.next}/actions/carry-forward/"))

    without = client.post(at(f"plans/{it.next}/actions/carry-forward/"), sent_back(page, actions=[it.action]))
    client.post(at(f"plans/{it.next}/actions/carry-forward/"), sent_back(page, actions=[it.action], because="It goes on"))

    assert "Fill in “Why they go on”" in words(without)
    assert len(rows(PlannedAction, it.area, plan__ref=it.next, action__ref=it.action, carried_from__ref=it.plan)) == 1


def test_the_plans_actions_come_on_an_agenda_and_are_minuted_together() -> None:
    it = here()
    client, day = lead(it), today()
    meeting = partnership.plan_meeting(it.group.ref, by=the_lead_on(it.area, day), on=day, day=day)
    client.get(f"/westmarch/partnership/meetings/{meeting.ref}/agenda/")
    page = client.get(at(f"meetings/{meeting.ref}/agenda/"))

    client.post(at(f"meetings/{meeting.ref}/agenda/"), sent_back(page, actions=[it.action]))
    client.post(at(f"meetings/{meeting.ref}/agenda/"), sent_back(client.get(page.wsgi_request.path), actions=[it.action]))
    [item] = rows(AgendaItem, it.area, meeting__ref=meeting.ref)
    write_up = f"/westmarch/partnership/meetings/{meeting.ref}/write-up/"
    client.post(write_up, sent_back(client.get(write_up), **{f"r-{item.ref}-rest": "on"}))

    assert "Put the plan’s actions on it" in words(client.get(f"/westmarch/partnership/meetings/{meeting.ref}/agenda/"))
    assert len(rows(ItemAction, it.area)) == len(rows(ItemAction, it.area, action__ref=it.action)) == 1
    assert len(rows(ActionReview, it.area)) == len(rows(ActionReview, it.area, action__ref=it.action)) == 1


def test_a_district_sees_its_own_part_and_what_it_owes() -> None:
    it = here()
    by = the_lead_on(it.area, today())
    actions.put_in_plan(it.plan, by=by, on=today(), action=it.loose, objective=it.twin, district=it.district)

    said = words(lead(it).get(at(f"plans/{it.plan}/districts/{it.district}/")))

    assert "Tarn answers for 1 action of this plan: 0 done, 1 open, 1 late" in said
    assert "More training" in said
    assert "Fewer lettings" not in said


def test_the_actions_own_page_shows_its_place_in_the_plan() -> None:
    it = here()

    said = words(lead(it).get(f"/westmarch/partnership/actions/{it.action}/"))

    assert "In the plan Plan of this year , under Fewer lettings" in said
    assert "Draft, due 7 October 2026" in said


@pytest.mark.parametrize(("ending", "begins"), [("docx", b"PK"), ("pdf", b"%PDF")])
def test_the_plan_is_taken_away_as_a_file(ending: str, begins: bytes) -> None:
    it = here()

    answer = lead(it).get(at(f"plans/{it.plan}/plan.{ending}"))

    assert answer.status_code == 200
    assert answer.content.startswith(begins)
    assert f'westmarch-{it.plan}-plan.{ending}"' in answer["Content-Disposition"]


@pytest.mark.parametrize(("ending", "begins"), [("docx", b"PK"), ("pdf", b"%PDF")])
def test_a_districts_part_is_taken_away_as_a_file(ending: str, begins: bytes) -> None:
    it = here()
    by = the_lead_on(it.area, today())
    actions.put_in_plan(it.plan, by=by, on=today(), action=it.loose, objective=it.twin, district=it.district)

    answer = lead(it).get(at(f"plans/{it.plan}/districts/{it.district}/part.{ending}"))

    assert answer.status_code == 200
    assert answer.content.startswith(begins)
    assert f'westmarch-{it.plan}-{it.district}.{ending}"' in answer["Content-Disposition"]
    if ending == "docx":
        text = zipfile.ZipFile(io.BytesIO(answer.content)).read("word/document.xml").decode()
        assert "More training" in text
        assert "Fewer lettings" not in text


def test_a_plan_leads_to_its_thread() -> None:
    it = here()

    assert f"/westmarch/thread/plan/{it.plan}/" in lead(it).get(at(f"plans/{it.plan}/")).content.decode()


def test_an_area_without_a_plan_is_told_the_first_step() -> None:
    area = AreaFactory(slug="westmarch")
    client = signed_in(World(area, None, {}, {}), Role.LEAD)  # no group either

    said = words(client.get(at("")))

    assert "No plan’s period holds this day" in said
    assert "Begin a plan" in said
    assert "No plan has been recorded" in words(client.get(at("plans/")))
    assert "No plan has been recorded" in words(client.get(at("actions/")))
