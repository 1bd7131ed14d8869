"""A reviewer from outside comes in by the link in the mail, reads one round and its files, and nothing else; then the time is over."""

import re
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone
from playwright.sync_api import Page

from dueregard.access.roles import Role
from dueregard.accounts.models import Membership
from dueregard.accounts.tests.people import the_lead
from dueregard.assurance import actions
from dueregard.assurance.tests.factories import a_round, the_signer
from dueregard.documents.actions import attach_file
from dueregard.documents.models import File
from dueregard.documents.tests.factories import VersionFactory
from dueregard.documents.tests.samples import PDF
from dueregard.organisations.models import Area
from dueregard.organisations.tests.factories import AreaFactory
from dueregard.partnership.tests.stories import rows
from tests.journeys.walking import Walk, today, typed

EMAIL = "reviewer@home-office.example"
PASSWORD = "four patient otters"
ELSEWHERE = ("", "partnership/", "documents/", "assurance/", "assurance/rounds/", "organisations/", "trail/", "accounts/")


@pytest.fixture
def area(transactional_db: None) -> Area:
    """An area with two rounds; the first has a judged line with one file as evidence, and another file is in the register."""
    area = AreaFactory(slug="westmarch", name="Westmarch")
    officer, lead = (make(area, now=timezone.now()) for make in (the_signer, the_lead))
    asked = {"by": officer, "on": today(), "as_at": today(), "due": today() + timedelta(days=60)}
    kept = a_round(area, title="Round to be reviewed", **asked)
    a_round(area, title="Round of nobody’s business", **asked)
    actions.keep_evidence(kept, by=lead, on=today(), line="1", title="Structure chart", received=today(), file=(PDF, "chart.pdf"))
    actions.judge_line(kept, by=lead, on=today(), line="1", status="met", because="Everybody came")
    other = VersionFactory(area=area, document__title="Risk profile")
    attach_file(other.document.ref, by=lead, on=today(), version=1, content=PDF, name="profile.pdf")
    return area


class TestAReviewerSeesOneRound:
    """From the invitation to the day after the last."""

    def test_the_reviewer_comes_in_reads_and_is_shut_out_again(
        self, new_page: Callable[..., Page], area: Area, mailoutbox: list[Any]
    ) -> None:
        self.area, self.mail = area, mailoutbox
        self.officer, self.reviewer = Walk(new_page()), Walk(new_page())
        self.officer.signed_in(area, Role.STRATEGIC)

        self.given_the_officer_invites_a_reviewer()
        self.when_the_reviewer_accepts_by_the_link()
        self.and_signs_in()
        self.then_the_round_and_its_evidence_can_be_read()
        self.and_nothing_else_is_there()
        self.and_after_the_last_day_nothing_is()

    def given_the_officer_invites_a_reviewer(self) -> None:
        walk = self.officer
        walk.open(self.at("assurance/rounds/"))
        walk.follow("Round to be reviewed")
        self.round = walk.page.url
        walk.follow("Invite a reviewer")
        walk.arrives("Invite a reviewer")
        walk.types("Their name", "Ada Outside")
        walk.types("Whom they review for", "The Home Office")
        walk.types("Their e-mail address", EMAIL)
        walk.types("The last day they may read it", typed(today()))
        walk.press("Send the invitation")
        walk.sees("The last day")

        walk.types("The last day they may read it", typed(today() + timedelta(days=30)))
        walk.press("Send the invitation")

        walk.sees("The invitation is sent", "Ada Outside, The Home Office")

    def when_the_reviewer_accepts_by_the_link(self) -> None:
        walk, [letter] = self.reviewer, self.mail
        assert letter.to == [EMAIL]
        [link] = re.findall(r"http\S+", letter.body)
        walk.open(link)
        walk.arrives("You are invited to Westmarch", title="You are invited")
        walk.sees("Reviewer from outside", "Reads one assurance round and its evidence until a date, and nothing else")

        walk.types("Choose a password", PASSWORD)
        walk.types("The same password again", "five patient otters")
        walk.press("Make my account")
        walk.is_told("Your account is not made yet", "The two passwords are not the same")
        walk.types("Choose a password", PASSWORD)
        walk.types("The same password again", PASSWORD)
        walk.press("Make my account")

        walk.arrives("Sign in")
        walk.sees("Your account is made")
        self.link = link

    def and_signs_in(self) -> None:
        walk = self.reviewer
        walk.types("E-mail address", EMAIL)
        walk.types("Password", PASSWORD)
        walk.press("Sign in")

        walk.arrives("Today")
        walk.follow("The round you are reviewing for Westmarch")

    def then_the_round_and_its_evidence_can_be_read(self) -> None:
        walk = self.reviewer
        walk.arrives("Round to be reviewed", title="Round to be reviewed, for review")
        walk.follow("1", exact=False, within=walk.page.locator("main table"))
        walk.sees("Everybody came", "Structure chart")

        assert walk.takes("Open", exact=False) == PDF

    def and_nothing_else_is_there(self) -> None:
        walk = self.reviewer
        for place in ELSEWHERE:
            assert walk.open(self.at(place)) in {403, 404}, place
            walk.misses("Risk profile", "Round of nobody’s business")
        walk.is_refused(self.round, 403)
        for file in rows(File, self.area):
            walk.is_refused(self.at(f"documents/files/{file.pk}/"), 403)
        [other] = rows(File, self.area, of__document__title="Risk profile")
        walk.is_refused(self.at(f"assurance/review/files/{other.pk}/"))
        assert walk.open(self.link) == 404
        walk.arrives("This invitation cannot be used")

    def and_after_the_last_day_nothing_is(self) -> None:
        walk = self.reviewer
        [file] = rows(File, self.area, of__document__title="Structure chart")
        Membership.objects.filter(user__email=EMAIL).update(on=today() - timedelta(days=40), until=today() - timedelta(days=1))

        for place in ("assurance/review/", "assurance/review/sections/1/", f"assurance/review/files/{file.pk}/"):
            walk.is_refused(self.at(place))
        walk.open("/")
        walk.sees("You hold no role in any area yet")

    def at(self, place: str) -> str:
        return f"/{self.area.slug}/{place}"
