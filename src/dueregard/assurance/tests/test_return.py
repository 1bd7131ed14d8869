"""The return as a file: every field on the page is in it."""

from datetime import date
from io import BytesIO

import pytest
from docx import Document
from pypdf import PdfReader

from dueregard.access.scope import scope
from dueregard.accounts.tests.people import NOW, TODAY, the_lead
from dueregard.assurance import actions, queries
from dueregard.assurance.actions import Criterion
from dueregard.assurance.exchange import return_as_pdf, return_as_word
from dueregard.assurance.rules.found import FindingSeen
from dueregard.assurance.tests.factories import a_document, a_group_that_met, a_round, the_signer
from dueregard.basics.dates import say
from dueregard.organisations.tests.factories import AreaFactory
from dueregard.partnership.tests.stories import a_body

pytestmark = pytest.mark.django_db
NASTY = 'Signed *here* #let x = 1 <b>"bold"</b> & $y$'


@pytest.fixture
def whole():
    """A signed round in which everything there can be is there, with the Home Office's view and its digest."""
    area = AreaFactory(slug="westmarch", name="Westmarch")
    lead = the_lead(area)
    a_group_that_met(area, date(2026, 10, 12), date(2026, 5, 4))
    before = a_round(area, framework="toolkit-2024", scale="one-to-five", scored_by="section", title="Last round", as_at=date(2025, 11, 1))
    actions.score_section(before, by=lead, on=TODAY, section="1", score="3")
    actions.sign_off(before, by=the_signer(area), on=TODAY, because="Only to compare")
    ref = a_round(area, framework="toolkit-2024", scale="one-to-five", scored_by="section")
    for because in ("At first sight", NASTY):
        actions.judge_line(ref, by=lead, on=TODAY, line="1.g1", status="partly-met", because=because, keep_records_beside=True)
    actions.keep_evidence(ref, by=lead, on=TODAY, line="1.g1", document=a_document(area, title="Structure chart of June"))
    actions.score_section(ref, by=lead, on=TODAY, section="1", score="4", because="Much better attended")
    actions.moderate(ref, by=lead, on=TODAY, line="1.g1", status="met", because="Harsh on themselves", who="Lead of Eastmarch")
    actions.moderate(ref, by=lead, on=TODAY, section="1", score="5", because="The best I saw", who="Lead of Eastmarch")
    actions.raise_improvement(
        ref, by=lead, on=TODAY, line="1.g1", what="Review the terms", body=a_body(area, name="Town council"), due=TODAY
    )
    actions.sign_off(ref, by=the_signer(area), on=TODAY, because="Later sections are judged next year")
    actions.receive_home_office_view(
        ref,
        by=lead,
        on=TODAY,
        says="Met in the main",
        letter=a_document(area, title="Assurance letter of November"),
        criteria=[Criterion("1", "exceeding", says="A model for others"), Criterion("1.b3", "unmet")],
        asked=[("A community forum", date(2027, 3, 31))],
    )
    with scope(lead):
        row = queries.round_in_view(lead, ref)
        contents = queries.round_contents(lead, row)
        views = queries.home_office_views(lead, row, scale=contents.scale)
        return contents, views, row.signing.digest


HIDDEN = {"saw_digest", "status", "id", "kind", "version", "marking", "scored_by", "framework", "area", "tier", "page", "worse_on", "score"}
HIDDEN |= {"meaning", "letter_hidden"}  # said in the words of the rating; said in a sentence


def said(value, name=""):
    """Every word and date a round holds, as a page would show it."""
    if isinstance(value, FindingSeen):
        label = "Not evidenced" if value.status == "not-enough-recorded" else value.label
        yield label
        yield from (word for field in ("because", "cites", "gaps", "numbers", "table") for word in said(getattr(value, field), field))
    elif hasattr(type(value), "model_fields"):
        yield from (word for field in type(value).model_fields if field not in HIDDEN for word in said(getattr(value, field), field))
    elif isinstance(value, tuple):
        yield from (word for each in value for word in said(each, name))
    elif isinstance(value, date):
        yield "" if name == "typed" else say(value)
    elif isinstance(value, str | int) and name not in {"ref"} | HIDDEN:
        yield str(value)


def plain(text):
    return "".join(text.split())


def missing(contents, views, digest, text):
    wanted = {*said(contents), *(word for view in views for word in said(view)), digest, "OFFICIAL", "Prevent lead", say(NOW.date())}
    return sorted(word for word in wanted if word and plain(word) not in plain(text))


def printed(whole, make):
    contents, views, digest = whole
    return make(contents, views, digest=digest, printed_by="Prevent lead or coordinator", printed_at=NOW)


def test_every_field_on_the_page_is_in_the_word_file(whole):
    word = Document(BytesIO(printed(whole, return_as_word)))

    tables = [cell.text for table in word.tables for row in table.rows for cell in row.cells]
    text = "\n".join([*(paragraph.text for paragraph in word.paragraphs), *tables])
    assert missing(*whole, text) == []
    assert word.core_properties.title == "Westmarch: Round 2026 to 2027"
    assert word.core_properties.language == "en-GB"
    assert word.sections[0].header.paragraphs[0].text == "OFFICIAL"
    assert {"Heading 1", "Heading 2", "Heading 3"} <= {paragraph.style.name for paragraph in word.paragraphs}


def test_every_field_on_the_page_is_in_the_pdf(whole):
    pdf = PdfReader(BytesIO(printed(whole, return_as_pdf)))

    text = "\n".join(page.extract_text() for page in pdf.pages)
    for page in range(1, len(pdf.pages) + 1):
        text = text.replace(f"OFFICIAL {page} / {len(pdf.pages)}", "")
    assert missing(*whole, text.replace("OFFICIAL\n", "")) in ([], ["OFFICIAL"])
    assert pdf.metadata is not None
    assert pdf.metadata.title == "Westmarch: Round 2026 to 2027"
    root = pdf.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert "/StructTreeRoot" in root
    assert root["/Lang"] == "en-GB"


def test_an_open_round_s_file_says_that_it_is_a_draft():
    area = AreaFactory()
    ref = a_round(area)
    lead = the_lead(area)
    with scope(lead):
        contents = queries.round_contents(lead, queries.round_in_view(lead, ref))

    word = Document(BytesIO(return_as_word(contents, (), digest="", printed_by="The lead", printed_at=NOW)))

    assert "Not signed off. This is a draft of an open round." in [paragraph.text for paragraph in word.paragraphs]
