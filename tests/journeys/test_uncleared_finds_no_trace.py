"""A member without clearance walks all there is of a risk the cleared lead works on, and finds no trace of it."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any, NamedTuple

import pytest
from playwright.sync_api import Page

from dueregard.access.roles import Role
from dueregard.organisations.models import Area
from dueregard.organisations.tests.factories import PersonFactory
from dueregard.partnership import actions as partnership
from dueregard.partnership.tests.pages import World as Partnership
from dueregard.partnership.tests.pages import a_world
from dueregard.partnership.tests.stories import the_lead_on
from dueregard.plan import actions as plan
from dueregard.risk import actions as risk
from dueregard.risk.rules.matrix import Scores
from dueregard.risk.rules.risks import Wording
from tests.journeys.crawling import links, page_of
from tests.journeys.walking import Walk, barriers, today

OPENLY, SECRETLY = "Halls let to a front for a group", "Zinnia Yard used to raise money"
TOLD, KEPT = "Halls are let without being looked into", "The yard at Zinnia was named twice"
ANSWER = "Look into every letting"
TRACES = ("RS1", "SS-1", "Zinnia", "Official-Sensitive risk")
PLACES = ("", "risk/", "risk/register/", "risk/assessments/", "risk/sources/", "plan/", "plan/actions/", "thread/", "loose-ends/", "year/")


class Told(NamedTuple):
    """The refs of what is there."""

    area: Area
    edition: str
    action: str


@pytest.fixture
def told(transactional_db: None, settings: Any) -> Told:
    """Two risks, one of them Official-Sensitive with its source and paragraph, in one edition; one action answers both."""
    settings.DISK_ENCRYPTED = True
    world = a_world()
    day = today() - timedelta(days=90)
    edition = an_edition(world, day)
    lead = the_lead_on(world.area, day)
    until = day + timedelta(days=365)
    begun = plan.begin_plan("Plan of the year", by=lead, on=day, group=world.group.ref, covers_from=day, covers_to=until).ref
    body = world.seats["police"].body.ref
    answer = partnership.raise_action(ANSWER, by=lead, on=day, body=body, due=until, group=world.group.ref).ref
    plan.put_in_plan(begun, by=lead, on=day, action=answer)
    for ref in ("R1", "RS1"):
        partnership.answer_risk(answer, by=lead, on=day, risk=ref)
    return Told(world.area, edition, answer)


def an_edition(world: Partnership, day: Any) -> str:
    """An approved edition in which both risks stand, each resting on a source of its own marking."""
    area, lead, sources = world.area, the_lead_on(world.area, day), []
    for title, marking in ((OPENLY, "official"), (SECRETLY, "official-sensitive")):
        ref = risk.identify_risk(Wording(title=title), by=lead, on=day, kind="situational", concerns="both", marking=marking).ref
        scores = Scores(inherent=(5, 5), residual=(5, 4), target=(2, 2))
        risk.review_risk(ref, by=lead, on=day, because=f"{title}: three reports", scores=scores, next_due=day + timedelta(days=180))
        sources.append(risk.name_source(f"What was heard: {title}", by=lead, on=day, kind="partner", words=title, marking=marking).ref)
        risk.rest_risk_on(ref, by=lead, on=day, source=sources[-1])
    author, approver = (PersonFactory(area=area, body=world.seats["police"].body).ref for _ in range(2))
    edition = risk.draft_assessment("Assessment of the year", by=lead, on=day, done_by=author).ref
    for words, marking in ((KEPT, "official-sensitive"), (TOLD, "official")):
        risk.write_paragraph(edition, by=lead, on=day, words=words, heading=words.split()[-1], marking=marking)
    risk.rest_on(edition, by=lead, on=day, sources=sources)
    risk.place_risks(edition, by=lead, on=day, risks=["R1", "RS1"])
    risk.submit_assessment(edition, by=lead, on=day, done_by=author)
    risk.approve_assessment(edition, by=lead, on=day, done_by=approver, minute="Board, minute 4")
    return edition


class TestTheUnclearedFindNoTrace:
    """Beside the cleared lead, who sees it everywhere."""

    def test_what_the_cleared_lead_sees_leaves_no_trace_for_the_uncleared(self, new_page: Callable[..., Page], told: Told) -> None:
        self.told, self.lead, self.member = told, Walk(new_page()), Walk(new_page())
        self.lead.signed_in(told.area, Role.LEAD, cleared=True)
        self.member.signed_in(told.area, Role.MEMBER)

        self.given_the_lead_sees_it_in_the_register_the_edition_the_thread_and_by_search()
        self.then_the_register_of_the_member_holds_one_risk()
        self.and_the_edition_is_numbered_without_a_gap()
        self.and_the_thread_of_the_action_leads_to_the_one_risk()
        self.and_search_finds_nothing()
        self.and_its_addresses_are_as_if_it_were_not()
        self.and_no_page_links_lead_to_holds_a_trace()

    def given_the_lead_sees_it_in_the_register_the_edition_the_thread_and_by_search(self) -> None:
        for place, heading in (
            ("risk/register/", "Risk register"),
            (f"risk/assessments/{self.told.edition}/", "Assessment of the year"),
            ("thread/", "Golden thread"),
            (f"thread/action/{self.told.action}/", ANSWER),
        ):
            self.open(self.lead, place, heading)
            self.lead.sees(OPENLY, SECRETLY)
        self.search(self.lead, "zinnia")
        self.lead.sees(SECRETLY)
        assert not barriers(self.lead.page)

    def then_the_register_of_the_member_holds_one_risk(self) -> None:
        self.open(self.member, "risk/register/", "Risk register")
        self.member.sees(OPENLY, "1 risk: 1 situational. 1 is above tolerance")

    def and_the_edition_is_numbered_without_a_gap(self) -> None:
        self.open(self.member, f"risk/assessments/{self.told.edition}/", "Assessment of the year")
        self.member.sees("1 paragraph, 1 risk and 1 source", f"1. {TOLD}")
        self.open(self.member, f"risk/assessments/{self.told.edition}/official/", "Assessment of the year")
        self.member.sees("1 paragraph, 1 risk and 1 source", f"1. {TOLD}")

    def and_the_thread_of_the_action_leads_to_the_one_risk(self) -> None:
        self.open(self.member, "thread/", "Golden thread")
        self.member.sees("1 risk is open", OPENLY)
        self.open(self.member, f"thread/action/{self.told.action}/", ANSWER)
        self.member.sees(OPENLY)
        self.open(self.member, "thread/risk/R1/", OPENLY)
        self.member.sees(ANSWER)

    def and_search_finds_nothing(self) -> None:
        for words in ("zinnia", "RS1", SECRETLY):
            self.search(self.member, words)
            self.member.sees("Nothing you may open in Westmarch says this")
        self.search(self.member, "halls")
        self.member.sees(OPENLY)

    def and_its_addresses_are_as_if_it_were_not(self) -> None:
        for place in ("risk/register/RS1/", "risk/sources/SS-1/", "thread/risk/RS1/", "thread/source/SS-1/"):
            self.member.is_refused(f"/westmarch/{place}")
            self.member.is_refused(f"/westmarch/{place.replace('S1', 'S9').replace('S-1', 'S-9')}")

    def and_no_page_links_lead_to_holds_a_trace(self) -> None:
        """Two addresses for each page, so that what a list leads to first is not all that is read."""
        waiting, been, read = [f"/westmarch/{place}" for place in PLACES], set[str](), dict[str, int]()
        while waiting:
            path = waiting.pop()
            where = page_of(path)
            if path in been or read.get(where, 0) == 2 or not path.startswith("/westmarch/"):
                continue
            been.add(path)
            read[where] = read.get(where, 0) + 1
            response = self.member.page.request.get(path)
            text = response.text() if response.headers["content-type"].startswith("text/") else ""
            assert not [trace for trace in TRACES if trace.lower() in (path + text).lower()], path
            waiting += links(response.url, text)
        assert {"risk/register/<str:ref>/", "plan/plans/<str:ref>/", "thread/<slug:kind>/<slug:ref>/"} <= set(read)

    def open(self, walk: Walk, place: str, heading: str) -> None:
        assert walk.open(f"/westmarch/{place}") == 200, place
        walk.page.locator("h1", has_text=heading).wait_for()
        if walk is self.member:
            assert not [trace for trace in TRACES if trace in walk.page.content()], place
            assert not barriers(walk.page), place

    def search(self, walk: Walk, words: str) -> None:
        walk.open("/westmarch/search/")
        walk.types("Words to look for", words)
        walk.press("Search")
        walk.arrives("Search")
