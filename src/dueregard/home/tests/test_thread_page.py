"""The page of one golden thread: the picture, the same as a list, what is missing, and who sees what."""

import re
from html import unescape

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from dueregard.access.roles import GRANTS, Permission, Role
from dueregard.accounts.tests.people import sign_in, sign_in_stranger
from dueregard.home.tests.threads import RiskAcceptedFactory, Story, a_risk, a_story, ago, an_action
from dueregard.partnership.tests.factories import ActionReviewFactory, ActionRiskFactory, ActionUpdateFactory, DecisionFactory
from dueregard.plan.tests.factories import EvaluatedActionFactory, EvaluationFactory, PlannedActionFactory
from dueregard.risk.tests.factories import AssessmentRiskFactory, RiskSourceFactory, SourceFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def story() -> Story:
    return a_story()


def boxes(page: str) -> list[str]:
    """What each box of the picture is called, in its order."""
    picture = page.split('<svg class="dr-pic"')[1].split("</svg>")[0]
    return [unescape(re.sub(r"^(Loose end \d+\. )+", "", name)) for name in re.findall(r'aria-label="([^"]*)"', picture)]


def items(page: str) -> list[str]:
    """What each item of the list says, in its order."""
    tree = page.split('<ul class="dr-tree">')[1].split("</div></details>")[0]
    return [unescape(re.sub(r"<[^>]+>", "", said)) for said in re.findall(r'<span class="dr-says">(.*?)</span>', tree)]


def test_the_first_sentence_says_in_numbers_how_the_thread_stands(client, story):
    sign_in(client, story.area, Role.LEAD, cleared=True)

    page = client.get(story.at("risk", "R4")).text

    assert "1 of 4 actions runs the whole way to a result. 3 ends are loose." in page
    assert "Children reached by extremist content" in page


def test_the_list_says_what_the_picture_says_in_the_same_order(client, story):
    sign_in(client, story.area, Role.LEAD, cleared=True)

    page = client.get(story.at("risk", "R4")).text

    assert len(boxes(page)) > 15
    assert boxes(page) == items(page)


def test_every_box_is_a_link_to_its_record(client, story):
    sign_in(client, story.area, Role.LEAD, cleared=True)

    picture = client.get(story.at("risk", "R4")).text.split('<svg class="dr-pic"')[1].split("</svg>")[0]

    assert 'role="img"' not in picture
    assert "/westmarch/partnership/actions/A-14/" in picture
    assert "/westmarch/partnership/meetings/M-2/" in picture


def test_what_is_missing_is_drawn_numbered_and_tied_in_the_table(client, story):
    sign_in(client, story.area, Role.LEAD, cleared=True)

    page = client.get(story.at("risk", "R4")).text

    assert f"Decision {story.unchecked.ref}" in page
    assert any("No Security Threat Check" in name for name in boxes(page))
    assert any("Not reviewed at the last meeting" in name for name in boxes(page))
    assert "Finished 101 days ago. Not evaluated" in boxes(page)
    assert "3 loose ends on this thread" in page
    assert page.count("box--ghost") == page.count('class="flag"') == 3
    assert f"/westmarch/partnership/decisions/{story.unchecked.ref}/check/" in page


def test_nothing_in_the_page_needs_style_or_script(client, story):
    sign_in(client, story.area, Role.LEAD, cleared=True)

    page = client.get(story.at("risk", "R4")).text

    assert "style=" not in page
    assert "<script" not in page
    assert re.findall(r"<h([1-6])", page) == sorted(re.findall(r"<h([1-6])", page))


@pytest.mark.parametrize("kind", ["action", "decision", "source", "evaluation", "assessment", "plan"])
def test_the_thread_opens_from_any_record_on_it(client, story, kind):
    area, action = story.area, story.actions["whole"]
    assessment = AssessmentRiskFactory(risk=story.risk, assessment__area=area).assessment
    planned = PlannedActionFactory(action=action, plan__group=story.group)
    refs = {"action": "A-14", "decision": story.decision.ref, "source": "S-2", "evaluation": "EV-1"}
    sign_in(client, area, Role.LEAD, cleared=True)

    page = client.get(story.at(kind, {**refs, "assessment": assessment.ref, "plan": planned.plan.ref}[kind])).text

    assert "Children reached by extremist content" in page
    assert any(name.startswith("A-14,") for name in boxes(page))
    assert boxes(page) == items(page)


def test_the_thread_of_an_action_shows_its_line_and_no_other_action(client, story):
    sign_in(client, story.area, Role.LEAD, cleared=True)

    page = client.get(story.at("action", "A-14")).text

    found = boxes(page)
    assert "Its one action runs the whole way to a result. No end is loose." in page
    assert [name for name in found if name.startswith("A-")] == [name for name in found if name.startswith("A-14")]
    assert any(name.startswith("S-1") for name in found)
    assert any("R4 from 20 to 12" in name for name in found)


def test_a_risk_a_group_accepted_shows_the_decision(client, story):
    risk = a_risk(story.area, "R7", "Venues let without a look")
    decision = DecisionFactory(group=story.group, on=ago(30), words="Accept it until March")
    RiskAcceptedFactory(risk=risk, decision=decision)
    sign_in(client, story.area, Role.LEAD)

    assert any("Accept it until March" in name for name in boxes(client.get(story.at("risk", "R7")).text))
    assert any("Venues let" in name for name in boxes(client.get(story.at("decision", decision.ref)).text))


def test_above_eight_lanes_the_list_comes_first_and_the_picture_on_request(client, story):
    for number in range(9):
        an_action(story.risk, f"A-{number + 50}", f"Another thing {number}", "The council", due=-30, group=story.group)
    sign_in(client, story.area, Role.LEAD)

    page = client.get(story.at("risk", "R4")).text
    asked = client.get(f"{story.at('risk', 'R4')}?picture=yes").text

    assert '<svg class="dr-pic"' not in page
    assert 'dr-thread-list" open' in page
    assert boxes(asked) == items(asked) == items(page)


def sensitive_things(story: Story) -> None:
    """Of every kind one thing that is Official-Sensitive, hung on the thread."""
    area, action = story.area, story.actions["whole"]
    RiskSourceFactory(risk=story.risk, source=SourceFactory(area=area, ref="SS-1", title="SECRET source", sensitive=True))
    hidden = a_risk(area, "RS1", "SECRET risk", sensitive=True)
    ActionRiskFactory(action=action, risk=hidden)
    RiskSourceFactory(risk=hidden, source=story.sources[1])
    an_action(story.risk, "A-99", "SECRET action", "The council", due=-30, group=story.group, sensitive=True)
    DecisionFactory(group=story.group, item=story.decision.item, on=ago(67), words="SECRET decision", sensitive=True)
    EvaluatedActionFactory(evaluation=EvaluationFactory(area=area, words="SECRET result", sensitive=True), action=action)


@pytest.mark.parametrize(("kind", "ref"), [("risk", "R4"), ("action", "A-14"), ("source", "S-2")])
def test_whoever_is_not_cleared_sees_the_thread_as_if_nothing_sensitive_were_there(client, story, kind, ref):
    sign_in(client, story.area, Role.MEMBER)
    before = client.get(story.at(kind, ref)).text
    sensitive_things(story)

    after = client.get(story.at(kind, ref)).text

    assert "SECRET" not in after
    assert re.sub(r'value="[^"]+"', "", after) == re.sub(r'value="[^"]+"', "", before)


def test_whoever_is_cleared_sees_it_and_the_page_says_so(client, story):
    sensitive_things(story)
    sign_in(client, story.area, Role.LEAD, cleared=True)

    page = client.get(story.at("risk", "R4")).text

    assert page.count("SECRET") > 3
    assert "OFFICIAL-SENSITIVE" in page


def test_the_thread_of_something_sensitive_does_not_exist_for_whoever_is_not_cleared(client, story):
    sensitive_things(story)
    sign_in(client, story.area, Role.MEMBER)

    answers = {client.get(story.at(kind, ref)).status_code for kind, ref in (("risk", "RS1"), ("source", "SS-1"), ("action", "A-99"))}

    assert answers == {404}


@pytest.mark.parametrize(
    ("kind", "ref"), [("risk", "R99"), ("action", "A-98"), ("decision", "D-1"), ("nonsense", "R4"), ("meeting", "M-1")]
)
def test_a_thread_of_nothing_does_not_exist(client, story, kind, ref):
    sign_in(client, story.area, Role.LEAD)

    assert client.get(story.at(kind, ref)).status_code == 404


def test_to_a_stranger_the_thread_does_not_exist(client, story):
    sign_in_stranger(client)

    assert client.get(story.at("risk", "R4")).status_code == 404


def test_whoever_may_read_risks_may_read_everything_else_on_a_thread():
    reads = {Permission.PARTNERSHIP_READ, Permission.PLAN_READ}

    assert all(reads <= granted for granted in GRANTS.values() if Permission.RISK_READ in granted)


def statements_of(client, page: str) -> int:
    with CaptureQueriesContext(connection) as captured:
        client.get(page)
    return len(captured)


def test_thirty_actions_and_three_years_of_meetings_cost_no_more_statements_than_three(client, story):
    sign_in(client, story.area, Role.LEAD, cleared=True)
    client.get(story.at("risk", "R4"))
    few = statements_of(client, story.at("risk", "R4"))
    for number in range(27):
        action = an_action(story.risk, f"A-{number + 50}", f"Another thing {number}", "The council", due=-30, group=story.group)
        ActionUpdateFactory(action=action, on=ago(number))
        for meeting in range(4):
            ActionReviewFactory(action=action, on=ago(67 + 90 * meeting))

    assert statements_of(client, f"{story.at('risk', 'R4')}?picture=yes") == few


def test_every_loose_end_about_a_record_of_the_thread_stands_under_it(client, story):
    sign_in(client, story.area, Role.LEAD, cleared=True)

    page, everything = client.get(story.at("risk", "R4")).text, client.get(f"/{story.area.slug}/loose-ends/").text

    about = ["R4", *(action.ref for action in story.actions.values()), story.decision.ref, story.unchecked.ref]
    rows = re.findall(r'data-label="">(?:<a [^>]*>)?([^<]+)(?:</a>)?</td><td[^>]*data-label="Line"', everything)
    mine = [row for row in rows if any(re.search(rf"\b{ref}\b", row) for ref in about)]
    table = page.split("on this thread</caption>")[1]
    assert len(mine) >= 3
    assert [row for row in mine if row not in table] == []
