"""Bringing in a risk register, and its sheet going out and coming back: rows, scores, controls, clearance, the deed."""

from datetime import date
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.test import Client
from hypothesis import given, settings
from hypothesis import strategies as st

from dueregard.access.roles import Role
from dueregard.accounts.tests.people import TODAY, a_viewer, the_partner
from dueregard.basics.refused import Refused
from dueregard.partnership.tests.pages import sent_back, words
from dueregard.partnership.tests.stories import inside, the_lead_on, trail
from dueregard.plan import actions
from dueregard.plan.rules.sheets.columns import find_columns
from dueregard.plan.rules.sheets.risk_rows import HEADINGS, Field, read_register, read_score
from dueregard.plan.rules.sheets.risk_weighed import (
    RISK_CARRIED,
    RISK_COLUMNS,
    RiskAnswers,
    RiskHere,
    RisksThere,
    RisksWeighed,
    risk_line,
    weigh_register,
)
from dueregard.plan.rules.sheets.trip import plain
from dueregard.plan.rules.sheets.verdicts import Verdict
from dueregard.plan.tests.sheets import book, csv, here, lead
from dueregard.plan.tests.written import Written
from dueregard.plan.views.kept_sheet import read_content
from dueregard.privacy.marking import Marking
from dueregard.risk.actions import identify_risk
from dueregard.risk.models import Control, RiskReview, RiskWording
from dueregard.risk.rules.matrix import DEFAULT
from dueregard.risk.rules.risks import Wording
from dueregard.risk.rules.said import RiskSaid
from dueregard.sheets.rules.naming import whole
from dueregard.sheets.views.spreadsheets import CSV, XLSX, Sheet, written

NACRO = ("No", "Risk title", "Summary", "Gross score", "Existing controls", "Residual score", "Further action needed", "RAG")
IN, OUT = "/westmarch/plan/register/bring-in/", "/westmarch/plan/register/register."


@pytest.fixture
def it() -> Written:
    return here()


def upload(client: Client, content: bytes) -> HttpResponse:
    return client.post(IN, {"file": SimpleUploadedFile("register.xlsx", content), "sheet": ""})


def go_on(client: Client, page: HttpResponse, step: str, **said: Any) -> HttpResponse:
    return client.post(IN, sent_back(page, step=step, **said), follow=True)


@pytest.mark.django_db
def test_the_register_of_gross_and_residual_scores_is_read(it: Written) -> None:
    client = lead(it)
    rows = [
        ("Prevent risk register",),
        NACRO,
        (1, "Halls let to a front", "A front hires a hall", "5 x 4", "Booking checks\nLetting policy", "3 x 4", "Train caretakers", ""),
        (2, "Staff do not refer", "", "Likely, Major", "", "12", "", ""),
    ]

    page = upload(client, book(rows))
    refused = go_on(client, page, "bring")
    done = go_on(client, refused, "bring", concerns="both")

    assert "It would bring in 2 new risks" in words(page)
    assert "residual score 12 does not say how likely and how grave" in words(page)
    assert "Left aside, because nobody said what they hold: Further action needed, RAG" in words(page)
    assert "2 rows still need an answer" in words(refused)
    assert "Brought in: 2 new risks" in words(done)
    with inside(it.area):
        halls = RiskReview.objects.get(area=it.area, risk__wordings__title="Halls let to a front")
        staff = RiskReview.objects.get(area=it.area, risk__wordings__title="Staff do not refer")
        assert (halls.inherent_likelihood, halls.inherent_impact, halls.residual_likelihood, halls.residual_impact) == (5, 4, 3, 4)
        assert (staff.inherent_likelihood, staff.inherent_impact, staff.residual_likelihood) == (4, 4, None)
        controls = Control.objects.filter(area=it.area, risk=halls.risk).values_list("words", flat=True)
        assert set(controls) == {"Booking checks", "Letting policy"}
    assert "plan.register.brought-in" in trail(it.area)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("row", "why"),
    [
        ("1,Halls,,7 x 4,,,,", "is outside the matrix, which goes from 1 to 5 each way"),
        ("1,Halls,,30,,,,", "whose scores go from 1 to 25"),
        ("1,,,4 x 4,,,,", "No risk is written"),
        ("R99,Halls,,,,,,", "There is no risk R99 here that you can see"),
        ("1," + "H" * 201 + ",,,,,,", "longer than 200 letters"),
        ("1,Other,,,,,,", "stands in row 3 already"),
    ],
)
def test_every_row_says_what_is_wrong_with_it(it: Written, row: str, why: str) -> None:
    page = upload(lead(it), csv("Register", ",".join(NACRO), "2,Other,,,,,,", row))

    assert page.status_code == 200
    assert why in words(page)


@pytest.mark.parametrize(
    ("text", "score"),
    [("4 x 3", "4 x 3"), ("4×3=12", "4 x 3"), ("L4 I3", "4 x 3"), ("25", "5 x 5"), ("High", ""), ("12", ""), ("0 x 3", ""), ("", "")],
)
def test_a_score_is_read_where_it_says_how_likely_and_how_grave(text: str, score: str) -> None:
    assert read_score(text, name=Field.RESIDUAL, scale=DEFAULT)[0] == score


TEXT = st.text(st.characters(codec="utf-8", exclude_categories=("Cs", "Cc")) | st.sampled_from("=+-@'\n;,|"), max_size=30).map(plain)
SCORE = st.sampled_from(["", "4 x 3", "1 x 5"])


@st.composite
def values(draw: Any) -> dict[str, str]:
    """A risk as it may stand."""
    found = {name.value: draw(TEXT) for name in RISK_CARRIED}
    found |= {Field.TITLE: draw(TEXT) or "Halls", Field.OWNER: draw(st.sampled_from(["", "A body closed since"])), Field.PERSON: ""}
    found |= {name: draw(SCORE) for name in (Field.INHERENT, Field.RESIDUAL, Field.TARGET)}
    found |= {Field.REVIEW: draw(st.sampled_from(["", "2026-12-31"])), Field.STATUS: draw(st.sampled_from(["open", "closed"]))}
    return {name.value: found[name] for name in RISK_CARRIED}


def beside(risks: dict[str, dict[str, str]]) -> RisksThere:
    found = [
        RiskHere(ref=ref, on=date(2026, 4, 1), values=said, controls=frozenset({whole("Checks")}), is_corporate=False, owner=("", ""))
        for ref, said in risks.items()
    ]
    return RisksThere(today=date(2026, 11, 1), area="westmarch", risks=found, candidates=[], owners={})


def back(risks: dict[str, dict[str, str]], ending: str, now: dict[str, dict[str, str]], **edits: str) -> RisksWeighed:
    """The register taken away, the first row changed, and set beside what stands now."""
    rows = [list(risk_line("westmarch", ref, said)) for ref, said in risks.items()]
    for field, value in edits.items():
        rows[0][1 + RISK_CARRIED.index(Field(field))] = value
    sheet = Sheet(title="R", name="register", as_at=TODAY, marking=Marking.OFFICIAL, columns=RISK_COLUMNS, rows=rows)
    kept = read_content(written(sheet, ["Official. Risk register"], ending), name="r", kind="register", of="")
    entries = read_register(kept.table, find_columns(kept.table, HEADINGS), scale=DEFAULT)
    return weigh_register(entries, there=beside(now), answers=RiskAnswers(day=date(2026, 11, 1)))


@settings(max_examples=100, deadline=None)
@given(st.lists(values(), min_size=1, max_size=5), st.sampled_from([CSV, XLSX]))
def test_a_register_that_comes_back_unchanged_changes_nothing(rows: list[dict[str, str]], ending: str) -> None:
    risks = {f"R{number}": said for number, said in enumerate(rows, start=1)}

    found = back(risks, ending, risks)

    assert {row.verdict for row in found.rows} == {Verdict.SAME}, [row.told for row in found.rows]
    assert (found.said, found.missing) == ((), ())


NOTHING = dict.fromkeys((name.value for name in RISK_CARRIED), "")
ONE = NOTHING | {"title": "Halls", "residual": "4 x 3", "controls": "Checks", "status": "open"}


def test_what_was_changed_in_the_sheet_and_nothing_else_is_recorded() -> None:
    found = back({"R1": ONE, "R2": ONE}, CSV, {"R1": ONE, "R2": ONE}, residual="3 x 3", event="A hall is let", controls="Checks | A list")

    [said] = found.said
    assert said == RiskSaid(number=3, ref="R1", texts={"event": "A hall is let"}, scores={"residual": "3 x 3"}, controls=("A list",))
    assert {change.field for change in found.rows[0].changes} == {"Residual score", "What may happen", "Controls in place"}


def test_a_score_changed_on_both_sides_is_asked() -> None:
    found = back({"R1": ONE}, CSV, {"R1": ONE | {"residual": "5 x 3"}}, residual="3 x 3")

    assert [(one.here, one.sheet) for one in found.clashes] == [("5 x 3", "3 x 3")]
    assert (found.rows[0].verdict, found.said) == (Verdict.ASKS, ())


@pytest.mark.django_db
@pytest.mark.parametrize("ending", ["csv", "xlsx"])
def test_the_register_goes_out_and_comes_back_through_the_pages(it: Written, ending: str) -> None:
    client = lead(it)

    content = client.get(f"{OUT}{ending}").content
    page = upload(client, content)

    assert "Nothing in it is new" in words(page)
    assert "plan.register.taken-away" in trail(it.area)


@pytest.mark.django_db
def test_without_clearance_nothing_tells_of_a_sensitive_risk(it: Written, settings: Any) -> None:
    settings.DISK_ENCRYPTED = True
    cleared = a_viewer(it.area, Role.LEAD, cleared=True)
    identify_risk(Wording(title="The arcade"), by=cleared, on=TODAY, kind="situational", concerns="both", marking="official-sensitive")

    plain_one, full = (lead(it, cleared=one).get(f"{OUT}csv").content for one in (False, True))
    page = upload(lead(it), full)

    assert b"arcade" not in plain_one
    assert b"RS1" not in plain_one
    assert b"arcade" in full
    assert "There is no risk RS1 here that you can see" in words(page)


def said(ref: str) -> list[RiskSaid]:
    return [RiskSaid(number=2, ref=ref, texts={"event": "A hall is let"}, scores={"residual": "3 x 3"})]


@pytest.mark.django_db
def test_a_change_is_a_wording_and_a_review_and_keeps_what_the_sheet_does_not_carry(it: Written) -> None:
    by = the_lead_on(it.area)

    actions.bring_in_register(said(it.risk), by=by, on=TODAY, concerns="both", digest="d")

    with inside(it.area):
        now = RiskWording.objects.filter(area=it.area, risk__ref=it.risk).order_by("on", "typed_at").last()
        assert now is not None
        assert (now.event, now.effect) == ("A hall is let", "Young people meet its influence")
        assert RiskReview.objects.get(area=it.area, risk__ref=it.risk).residual_likelihood == 3


@pytest.mark.django_db
def test_the_wrong_role_another_council_and_a_closed_risk_are_refused_and_nothing_is_written(it: Written) -> None:
    by, other = the_lead_on(it.area), the_lead_on(here("eastmarch").area)
    new = RiskSaid(number=2, ref="", texts={"title": "New one"})
    wrong = RiskSaid(number=3, ref=it.risk, scores={"residual": "9 x 9"})

    with pytest.raises(PermissionDenied):
        actions.bring_in_register(said(it.risk), by=the_partner(it.area), on=TODAY, concerns="both", digest="d")
    with pytest.raises(Refused, match="no risk"):
        actions.bring_in_register(said(it.risk), by=other, on=TODAY, concerns="both", digest="d")
    with pytest.raises(Refused, match=r"Row 3: .*Nothing of the file is written"):
        actions.bring_in_register([new, wrong], by=by, on=TODAY, concerns="both", digest="d")

    with inside(it.area):
        assert not RiskWording.objects.filter(area=it.area, title="New one").exists()
