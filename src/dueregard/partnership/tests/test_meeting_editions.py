"""The two editions of a meeting's files: nothing sealed is in the Official one, and each page says how sensitive it is."""

from dataclasses import replace
from io import BytesIO

import pytest
from docx import Document
from pypdf import PdfReader

from dueregard.organisations.models import Area
from dueregard.organisations.tests.factories import AreaFactory
from dueregard.partnership import actions
from dueregard.partnership.exchange import meeting_file
from dueregard.partnership.tests.read_back import ENDINGS, KINDS, both, made, missing, squeezed, text_of
from dueregard.partnership.tests.stories import a_group, a_held_meeting, a_seat, inside, the_lead_on
from dueregard.partnership.tests.whole_meetings import BEFORE, SENSITIVE, a_whole_meeting

pytestmark = pytest.mark.django_db
SEALED = ("Sealed profile", "Sealed item", "Sealed words", "Sealed decision", "Sealed task", "Sealed interest", "DS-2026-01")
KEPT_OUT = "This is the Official edition. What is marked OFFICIAL-SENSITIVE is not in it."


@pytest.fixture
def area(settings) -> Area:
    settings.DISK_ENCRYPTED = True
    return AreaFactory(slug="westmarch", name="Westmarch")


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("who", ["no clearance", "asks for the Official edition"])
def test_the_official_edition_says_that_something_is_left_out_and_nothing_of_it(area, kind, who):
    ref = a_whole_meeting(area).ref
    is_asked = who != "no clearance"
    reader = replace(the_lead_on(area), is_cleared=is_asked)

    with inside(area):
        files = {ending: meeting_file(reader, ref, kind=kind, ending=ending, is_official=is_asked) for ending in ENDINGS}

    texts = {ending: text_of(content, ending) for ending, content in files.items()}
    assert not [(ending, words) for ending, text in texts.items() for words in SEALED if squeezed(words) in text]
    assert not missing(texts, [KEPT_OUT])


def test_whoever_may_read_it_has_what_is_sealed(area):
    ref = a_whole_meeting(area).ref

    pack, minutes = (both(area, ref, kind=kind) for kind in KINDS)

    assert not missing(minutes, SEALED)
    assert not missing(pack, ("Sealed profile", "Sealed item", "Sealed task"))
    assert all(squeezed(KEPT_OUT) not in text for text in (*pack.values(), *minutes.values()))


def test_nothing_is_said_to_be_left_out_where_nothing_is(area):
    ref = a_whole_meeting(area, is_sealed=False).ref

    texts = [made(area, ref, kind=kind, ending="docx", is_official=True) for kind in KINDS]

    assert all("Officialedition" not in text for text in texts)


def test_sealed_papers_are_stated_as_withheld(area):
    ref = a_whole_meeting(area).ref

    text = made(area, ref, kind="pack", ending="docx", is_official=True)

    assert squeezed("Papers marked OFFICIAL-SENSITIVE are withheld from this edition.") in text


def test_the_minutes_of_a_sealed_minute_say_that_its_words_are_not_in_this_edition(area):
    group = a_group(area)
    meeting, item = a_held_meeting(group, BEFORE, came=[a_seat(group)])
    actions.write_minute(item.ref, by=the_lead_on(area), words="Sealed words", marking=SENSITIVE)

    text = made(area, meeting.ref, kind="minutes", ending="docx", is_official=True)

    assert squeezed("What was said is not in this edition: it is marked OFFICIAL-SENSITIVE.") in text
    assert "Sealedwords" not in text


@pytest.mark.parametrize(("is_official", "marking"), [(False, "OFFICIAL-SENSITIVE"), (True, "OFFICIAL")])
def test_each_page_has_its_marking_and_its_number(area, is_official, marking):
    ref = a_whole_meeting(area).ref

    with inside(area):
        pages = PdfReader(BytesIO(meeting_file(the_lead_on(area), ref, kind="pack", ending="pdf", is_official=is_official))).pages

    for number, page in enumerate(pages, start=1):
        lines = page.extract_text().splitlines()
        assert lines[0] == lines[-1] == marking
        assert lines[-2].endswith(f"Page {number} of {len(pages)}")


def test_the_word_file_has_its_marking_at_the_head_and_foot_and_its_pages_numbered(area):
    ref = a_whole_meeting(area).ref

    with inside(area):
        word = Document(BytesIO(meeting_file(the_lead_on(area), ref, kind="pack", ending="docx")))

    foot = word.sections[0].footer.paragraphs[0]
    assert word.sections[0].header.paragraphs[0].text == "OFFICIAL-SENSITIVE"
    assert foot.text.startswith("OFFICIAL-SENSITIVE")
    assert "NUMPAGES" in foot._p.xml
