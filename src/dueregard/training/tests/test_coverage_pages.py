"""Pages of coverage, of the workforce and of the plan: counts for everybody, names and small groups only for those who may see them."""

from datetime import timedelta
from io import BytesIO
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone
from docx import Document
from python_calamine import CalamineWorkbook

from dueregard.access.roles import Role
from dueregard.accounts.tests.people import sign_in, sign_in_stranger
from dueregard.organisations.tests.factories import AreaFactory, BodyFactory, TeamFactory
from dueregard.partnership.tests.pages import words
from dueregard.training.tests import workforces as made
from dueregard.training.tests.factories import CompletionFactory, JobFactory, LearnerFactory

pytestmark = pytest.mark.django_db
PAGES = (
    "",
    "coverage/",
    "coverage/?by=body",
    "coverage/?by=sector",
    "coverage/trend/",
    "teams/",
    "courses/",
    "courses/CR-1/",
    "profiles/",
    "profiles/PF-1/",
    "plans/",
    "plans/TP-1/",
)
NAMED = ("learners/", "learners/?team=T-1", "learners/?team=T-1&state=never", "learners/LN-1/", "coverage/?by=job", "coverage/?by=profile")
NAMED += ("coverage/?by=tier", "coverage/?by=kind", "coverage/?by=requirement")
FORMS = ("teams/T-1/place/", "courses/new/", "courses/take/", "courses/CR-1/end/", "courses/CR-1/counts-as/", "profiles/new/")
FORMS += ("profiles/PF-1/fit/", "profiles/PF-1/end/", "plans/new/", "plans/TP-1/end/", "plans/TP-1/require/", "requirements/RQ-1/end/")
NAMED_FORMS = ("learners/new/", "profiles/PF-1/by-hand/", *(f"learners/LN-1/{what}/" for what in ("move", "away", "back", "leave")))


@pytest.fixture
def area() -> Any:
    """A council with a large team, a small one and one out of scope: awareness of everybody, referral of a profile."""
    area = AreaFactory(slug="ours")
    body = BodyFactory(area=area, name="Westmarch Council")
    large, small, out = (TeamFactory(body=body, name=name, ref=f"T-{n}") for n, name in enumerate(("Large", "Small", "Out"), start=1))
    for team in (large, small):
        made.TeamPlacingFactory(team=team)
    made.TeamPlacingFactory(team=out, is_in=False)
    profile = made.ProfileFactory(area=area, ref="PF-1", name="Practitioners")
    job = JobFactory(area=area, title="Reablement worker")
    made.ProfileMatchFactory(profile=profile, job=job)
    plan = made.TrainingPlanFactory(area=area, ref="TP-1")
    first = made.TaughtFactory(area=area, ref="CR-1", title="Noticing")
    made.RequirementFactory(plan=plan, ref="RQ-1", course=first)
    made.RequirementFactory(plan=plan, profile=profile, course=made.TaughtFactory(area=area, teaches=["referral"]), every_months=24)
    people = [LearnerFactory(body=body, team=large, job=job, ref=f"LN-{n}", name=f"Somebody {n}") for n in range(1, 31)]
    for learner in people[:12]:
        CompletionFactory(learner=learner, course=first)
    for _ in range(3):
        LearnerFactory(body=body, team=small)
    LearnerFactory(body=body, team=out)
    return area


def client_of(area: Any, role: Role) -> Client:
    client = Client()
    sign_in(client, area, role)
    return client


@pytest.mark.parametrize("page", PAGES)
def test_everybody_who_reads_the_section_opens_its_counts_and_a_stranger_nothing(area: Any, page: str) -> None:
    stranger = Client()
    sign_in_stranger(stranger)

    answers = [
        client.get(f"/ours/training/{page}").status_code
        for client in (client_of(area, Role.MEMBER), client_of(area, Role.TRAINING), stranger)
    ]

    assert answers == [200, 200, 404]


@pytest.mark.parametrize("page", [*NAMED, *NAMED_FORMS])
def test_pages_with_names_open_only_for_those_who_may_see_names(area: Any, page: str) -> None:
    lead, member = client_of(area, Role.TRAINING), client_of(area, Role.MEMBER)

    assert lead.get(f"/ours/training/{page}").status_code == 200
    answer = member.get(f"/ours/training/{page}")
    assert answer.status_code == 403 or "Somebody" not in words(answer)


@pytest.mark.parametrize("page", FORMS)
def test_only_who_keeps_the_programme_opens_a_form(area: Any, page: str) -> None:
    assert client_of(area, Role.TRAINING).get(f"/ours/training/{page}").status_code == 200
    assert client_of(area, Role.MEMBER).get(f"/ours/training/{page}").status_code == 403


def test_a_small_team_and_what_would_give_it_away_is_shown_only_to_those_who_may_see_names(area: Any) -> None:
    lead, member = (words(client_of(area, role).get("/ours/training/coverage/")) for role in (Role.TRAINING, Role.MEMBER))

    assert "0 of 3" in lead
    assert "12 of 30" in lead
    assert "0 of 3 " not in member
    assert "12 of 30" not in member
    assert "36% 12 of 33 low" in member
    assert member.count("Not shown") >= 2


def test_a_long_table_is_shown_in_pages_each_headed_by_the_body(area: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("dueregard.training.views.coverage.A_PAGE", 2)
    client = client_of(area, Role.TRAINING)

    first, second = (words(client.get(f"/ours/training/coverage/?as_at=&by=team&page={page}")) for page in (1, 2))

    assert "12 of 30" in first
    assert "0 of 3 " not in first
    assert "Westmarch Council" in second
    assert "0 of 3 " in second
    assert "Page 2 of 2" in second


def test_the_share_of_the_workforce_in_scope_is_said(area: Any) -> None:
    says = words(client_of(area, Role.MEMBER).get("/ours/training/"))

    assert "33 of 34 people are in scope, 97% of the workforce kept here." in says


def test_a_team_is_looked_into_by_job_and_by_name(area: Any) -> None:
    says = words(client_of(area, Role.TRAINING).get("/ours/training/coverage/?as_at=&by=team&team=T-1&column=awareness"))

    assert "Large, awareness: by job" in says
    assert "Reablement worker 30 40% 12 of 30 low" in says


def test_a_missing_return_is_a_state_and_there_is_no_total_until_it_is_in(area: Any) -> None:
    client, contractor = client_of(area, Role.TRAINING), BodyFactory(area=area, name="Homecare Ltd")
    made.ReturnAskFactory(body=contractor, as_at=timezone.localdate() - timedelta(days=20), about=["awareness"])

    before = words(client.get("/ours/training/coverage/"))
    made.ReturnFigureFactory(answer=made.ReturnFactory(body=contractor, as_at=timezone.localdate() - timedelta(days=10)))
    after = words(client.get("/ours/training/coverage/"))

    assert "1 body has sent no return, so a total would mislead where it was asked." in before
    assert "Homecare Ltd No return Not needed" in before
    assert "All of them No total 0% 0 of 30 low" in before
    assert "No total is given of Awareness while a return asked for it is missing" in before
    assert "90% 18 of 20" in after
    assert "All of them 56% 30 of 53 low 0% 0 of 30 low" in after


def test_a_return_that_is_not_shown_hides_the_total_of_its_subject_alone(area: Any) -> None:
    contractor, day = BodyFactory(area=area, name="Homecare Ltd"), timezone.localdate() - timedelta(days=10)
    made.ReturnAskFactory(body=contractor, as_at=day)
    answer = made.ReturnFactory(body=contractor, as_at=day)
    made.ReturnFigureFactory(answer=answer, in_scope=12, trained=11)
    made.ReturnFigureFactory(answer=answer, subject="referral", in_scope=20, trained=10)

    lead, member = (words(client_of(area, role).get("/ours/training/coverage/")) for role in (Role.TRAINING, Role.MEMBER))

    assert "All of them 51% 23 of 45 low 20% 10 of 50 low" in lead
    assert "All of them Not shown 20% 10 of 50 low" in member


def test_the_committee_is_told_who_is_missing_where_and_given_a_total_of_the_rest(area: Any) -> None:
    contractor, day = BodyFactory(area=area, name="Homecare Ltd"), timezone.localdate() - timedelta(days=10)
    made.ReturnAskFactory(body=contractor, as_at=day, about=["referral"])

    paper = Document(BytesIO(client_of(area, Role.TRAINING).get("/ours/training/coverage/coverage.docx").content))

    said = " ".join(block.text for block in paper.paragraphs)
    assert "No return: Homecare Ltd. No total is given under Referral, while a return asked for it is missing" in said.replace("  ", " ")
    rows = {row.cells[0].text: [cell.text for cell in row.cells[1:]] for row in paper.tables[0].rows}
    assert rows["Homecare Ltd (by return)"] == ["Not needed", "No return"]
    assert rows["All of them"] == ["36% (12 of 33), low", "No total"]


def test_the_committees_table_leaves_small_groups_out_whoever_takes_it(area: Any) -> None:
    client = client_of(area, Role.TRAINING)

    paper = client.get("/ours/training/coverage/coverage.docx")
    sheet = client.get("/ours/training/coverage/coverage.xlsx")

    printed = [cell.text for table in Document(BytesIO(paper.content)).tables for row in table.rows for cell in row.cells]
    kept = [str(cell) for row in CalamineWorkbook.from_filelike(BytesIO(sheet.content)).get_sheet_by_index(0).to_python() for cell in row]
    for cells in (printed, kept):
        assert "36% (12 of 33), low" in cells
        assert "Not shown" in cells
        assert not any("of 3)" in cell or "12 of 30" in cell for cell in cells)


def test_the_trend_is_a_picture_with_its_table(area: Any) -> None:
    page = client_of(area, Role.MEMBER).get("/ours/training/coverage/trend/").content.decode()

    assert "<svg" in page
    assert "The same as a table" in page


def test_the_trend_has_no_column_of_what_only_partners_say(area: Any) -> None:
    partner = BodyFactory(area=area)
    made.ReturnFigureFactory(answer__body=partner, answer__as_at=timezone.localdate(), subject="venue")
    member = client_of(area, Role.MEMBER)

    assert "Due diligence for venue staff" in words(member.get("/ours/training/coverage/"))
    assert "Due diligence for venue staff" not in words(member.get("/ours/training/coverage/trend/"))


def test_a_requirement_says_why_and_how_many_have_it(area: Any) -> None:
    says = words(client_of(area, Role.TRAINING).get("/ours/training/plans/TP-1/"))

    assert "12 of 33" in says
    assert "again every 24 months" in says


@pytest.mark.parametrize("page", ["coverage/", "plans/TP-1/"])
def test_a_few_people_of_no_team_are_told_in_number_only_to_who_may_see_names(client: Client, area: Any, page: str) -> None:
    LearnerFactory(body=BodyFactory(area=area), team=None)

    sign_in(client, area, Role.MEMBER)
    assert "In teams not placed Fewer than 5" in words(client.get(f"/ours/training/{page}"))

    sign_in(client, area, Role.TRAINING)
    assert "In teams not placed 1" in words(client.get(f"/ours/training/{page}"))


def test_a_day_to_come_is_said_to_be_one_on_the_page_and_in_the_table_taken_away(area: Any) -> None:
    client, day = client_of(area, Role.TRAINING), timezone.localdate() + timedelta(days=40)
    asked = f"?as_at={day:%d/%m/%Y}"

    paper = Document(BytesIO(client.get(f"/ours/training/coverage/coverage.docx{asked}").content))

    assert "has not come yet" in words(client.get(f"/ours/training/coverage/{asked}"))
    assert "has not come yet" in " ".join(line.text for line in paper.paragraphs)
    assert "has not come yet" not in words(client.get("/ours/training/coverage/"))


def test_a_table_of_nothing_is_taken_away_all_the_same(client: Client) -> None:
    sign_in(client, AreaFactory(slug="empty"), Role.TRAINING)

    assert client.get("/empty/training/coverage/coverage.xlsx").status_code == 200
    assert client.get("/empty/training/returns/partners.xlsx").status_code == 200
