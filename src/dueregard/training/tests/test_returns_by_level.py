"""A return by level: asked for, answered by link, typed by hand, read on pages and in tables, to each as far as they may see."""

from datetime import timedelta
from io import BytesIO
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone
from docx import Document
from python_calamine import CalamineWorkbook

from dueregard.access.roles import Role
from dueregard.access.scope import scope
from dueregard.access.viewer import Viewer
from dueregard.accounts.tests.people import a_viewer, sign_in
from dueregard.basics.refused import Refused
from dueregard.organisations.tests.factories import AreaFactory, BodyFactory, PersonFactory, TeamFactory
from dueregard.partnership.tests.pages import sent_back, words
from dueregard.training.actions import returns as actions
from dueregard.training.models import Return, ReturnAsk
from dueregard.training.rules.levels import Figures
from dueregard.training.tests import workforces as made
from dueregard.training.tests.factories import LearnerFactory

pytestmark = pytest.mark.django_db
LIST = "/ours/training/returns/"
LEVELS: Figures = {"awareness": {"operational": (60, 40), "managerial": (12, 6), "strategic": (3, 2)}}
FILLED = {
    "awareness-operational-in": "60",
    "awareness-operational-has": "40",
    "awareness-managerial-in": "12",
    "awareness-managerial-has": "6",
    "awareness-strategic-in": "3",
    "awareness-strategic-has": "2",
}


@pytest.fixture
def area() -> Any:
    area = AreaFactory(slug="ours", name="Ours")
    body = BodyFactory(area=area, name="Bright Cleaning", ref="B-901", kind="contractor")
    PersonFactory(area=area, body=body, ref="P-901", name="A supervisor", email="supervisor@bright.example")
    return area


def lead(area: Any) -> Viewer:
    return a_viewer(area, Role.TRAINING, now=timezone.now())


def client_of(area: Any, role: Role) -> Client:
    client = Client()
    sign_in(client, area, role)
    return client


def asked(area: Any, *, is_by_level: bool = True) -> str:
    """Asked about awareness and referral; the page by which it answers."""
    by = lead(area)
    about: dict[str, Any] = {"as_at": by.today, "due": by.today + timedelta(days=9), "subjects": ["awareness", "referral"]}
    return actions.ask_return("B-901", by=by, on=by.today, **about, is_by_level=is_by_level, person="P-901", by_link=True).address


def kept(area: Any) -> list[tuple[str, str, int, int]]:
    with scope(lead(area)):
        last = Return.objects.filter(area=area).latest("typed_at")
        return [(row.subject, row.level, row.in_scope, row.trained) for row in last.lines]


def test_the_asker_chooses_how_people_are_counted(area: Any) -> None:
    client = client_of(area, Role.TRAINING)

    client.post(f"{LIST}new/", sent_back(client.get(f"{LIST}new/"), **{"ask-B-901": "-", "count": "level"}))

    with scope(lead(area)):
        assert ReturnAsk.objects.get(area=area).is_by_level
    assert "Counted By level" in words(client.get(f"{LIST}RT-1/"))


def test_the_partner_fills_in_a_line_for_each_level_and_is_told_the_total(client: Client, area: Any) -> None:
    address = asked(area)

    page = words(client.post(address, sent_back(client.get(address), **FILLED), follow=True))

    assert "Awareness: 48 of 75 (64%) Operational: 40 of 60 (66%) Managerial: 6 of 12 (50%) Strategic: 2 of 3 (66%)" in page
    assert "Referral: not said" in page
    assert kept(area) == [("awareness", "operational", 60, 40), ("awareness", "managerial", 12, 6), ("awareness", "strategic", 3, 2)]
    form = sent_back(client.get(address))
    assert {name: form[name] for name in FILLED} == FILLED


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ({"awareness-strategic-in": "", "awareness-strategic-has": ""}, "Awareness, strategic: fill it in, 0 where nobody is"),
        ({"awareness-managerial-has": ""}, "Awareness, managerial: fill in both numbers, or leave all of awareness empty"),
        ({"awareness-operational-has": "61"}, "Awareness, operational: 61 trained is more than the 60 who need it"),
        (dict.fromkeys(FILLED, ""), "Fill in all numbers of one subject at least"),
        ({"referral-operational-in": "x"}, "Write a whole number: referral, operational: how many need it"),
    ],
)
def test_what_cannot_be_so_is_said_of_its_level_and_nothing_is_kept(client: Client, area: Any, typed: dict[str, str], says: str) -> None:
    address = asked(area)

    page = words(client.post(address, sent_back(client.get(address), **{**FILLED, **typed})))

    assert "This is not sent yet" in page
    assert says in page
    with scope(lead(area)):
        assert not Return.objects.filter(area=area).exists()


def test_who_cannot_tell_levels_apart_gives_all_staff_together(client: Client, area: Any) -> None:
    address = f"{asked(area)}?count=together"

    page = client.post(address, sent_back(client.get(address), **{"awareness-in": "75", "awareness-has": "48"}), follow=True)

    assert "Awareness: 48 of 75 (64%)" in words(page)
    assert kept(area) == [("awareness", "", 75, 48)]


def test_where_all_staff_together_are_asked_levels_are_not_mentioned(client: Client, area: Any) -> None:
    page = client.get(asked(area, is_by_level=False))

    assert "evel" not in words(page)


def test_the_training_lead_types_it_by_hand_either_way(area: Any) -> None:
    client = client_of(area, Role.TRAINING)
    asked(area)
    by_level, unasked = f"{LIST}RT-1/record/", f"{LIST}record/?body=B-901&count=level"

    client.post(by_level, sent_back(client.get(by_level), **FILLED))
    first = kept(area)
    day = f"{lead(area).today - timedelta(days=90):%d/%m/%Y}"
    client.post(unasked, sent_back(client.get(unasked), as_at=day, **FILLED))

    assert [row[:2] for row in first] == [("awareness", "operational"), ("awareness", "managerial"), ("awareness", "strategic")]
    assert kept(area) == first
    assert "2 returns received" in words(client.get(f"{LIST}bodies/B-901/"))


def test_a_deed_takes_every_level_or_none(area: Any) -> None:
    asked(area)
    by = lead(area)

    with pytest.raises(Refused, match="at each level, once"):
        actions.record_return(by=by, on=by.today, as_at=by.today, ask="RT-1", figures={"awareness": {"operational": (4, 4)}})


def sent(area: Any) -> None:
    asked(area)
    by = lead(area)
    actions.record_return(by=by, on=by.today, as_at=by.today, ask="RT-1", figures=LEVELS)


def test_a_level_of_a_few_people_and_what_would_give_it_away_is_shown_to_who_may_see_names_alone(area: Any) -> None:
    sent(area)

    def pages(role: Role) -> list[str]:
        client = client_of(area, role)
        return [words(client.get(f"{LIST}{page}")) for page in ("", "RT-1/", "bodies/B-901/")]

    by_lead, by_member = pages(Role.TRAINING), pages(Role.MEMBER)

    for page in by_lead:
        assert "Awareness: 48 of 75 (64%) Operational: 40 of 60 (66%) Managerial: 6 of 12 (50%) Strategic: 2 of 3 (66%)" in page
    for page in by_member:
        assert "Awareness: 48 of 75 (64%) Operational: 40 of 60 (66%) Managerial: not shown Strategic: not shown" in page


def test_the_tables_that_leave_the_house_have_a_row_for_each_level_without_small_groups(area: Any) -> None:
    sent(area)
    client = client_of(area, Role.TRAINING)

    sheet = CalamineWorkbook.from_filelike(BytesIO(client.get(f"{LIST}partners.xlsx").content)).get_sheet_by_index(0).to_python()
    paper = Document(BytesIO(client.get(f"{LIST}partners.docx").content))

    rows = {row[0]: row[5:] for row in sheet}
    assert rows["Bright Cleaning (commissioned)"] == ["64% (48 of 75)", "Not said"]
    levels = {name: rows[name] for name in ("– Operational", "– Managerial", "– Strategic")}
    assert levels == {"– Operational": ["66% (40 of 60)", ""], "– Managerial": ["Not shown", ""], "– Strategic": ["Not shown", ""]}
    assert "– Operational" in [row.cells[0].text for row in paper.tables[0].rows]


def test_coverage_adds_levels_up_and_shows_them_by_tier_to_who_may_see_names(area: Any) -> None:
    team = TeamFactory(body=BodyFactory(area=area, name="Westmarch Council"))
    made.TeamPlacingFactory(team=team)
    made.RequirementFactory(plan=made.TrainingPlanFactory(area=area), course=made.TaughtFactory(area=area))
    for _ in range(8):
        LearnerFactory(body=team.body, team=team)
    sent(area)

    by_team, by_tier = (words(client_of(area, Role.TRAINING).get(f"/ours/training/coverage/?by={by}")) for by in ("team", "tier"))
    by_member = words(client_of(area, Role.MEMBER).get("/ours/training/coverage/?by=tier"))

    assert "64% 48 of 75 low Not said" in by_team
    assert "All of them 57% 48 of 83 low No total" in by_team
    assert "Bright Cleaning, strategic 66% 2 of 3 low Not said" in by_tier
    assert "strategic" not in by_team
    assert "strategic" not in by_member
    assert "48 of 75" in by_member
