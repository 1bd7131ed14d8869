"""Attaching the official wording of a published page."""

from datetime import UTC, datetime, timedelta

import pytest

from dueregard.accounts.tests.people import TODAY, the_lead
from dueregard.accounts.tests.trail import install_deeds, install_text
from dueregard.basics.refused import Refused
from dueregard.guidance import queries
from dueregard.guidance.actions import attach_official, note_checked
from dueregard.guidance.models import OfficialText
from dueregard.guidance.published import PublishedLine
from dueregard.organisations.tests.factories import AreaFactory

pytestmark = pytest.mark.django_db
AT = datetime(2026, 3, 2, 9, tzinfo=UTC)
LINES = [PublishedLine("1", "good-practice", "Invented official words", "1.g1"), PublishedLine("1", "good-practice", "Unknown words")]
QUESTIONS = ["First invented question?", "Second invented question?", "Third invented question?"]


def test_the_words_of_known_lines_are_kept_with_their_dates() -> None:
    changed = attach_official("toolkit-2024", LINES, questions=QUESTIONS, at=AT)

    text = queries.official_text(None, framework="toolkit-2024")
    assert changed
    assert text is not None
    assert (text.attached_at, text.checked_at, len(text.digest)) == (AT, AT, 64)
    assert queries.official_lines(None, framework="toolkit-2024")["1.g1"] == "Invented official words"
    assert "guidance.official-text.attached" in install_deeds()
    assert "Invented official words" not in install_text()


def test_the_same_again_is_noted_as_checked() -> None:
    attach_official("toolkit-2024", LINES, at=AT)

    changed = attach_official("toolkit-2024", LINES, at=AT + timedelta(days=30))

    text = OfficialText.objects.get(framework="toolkit-2024")
    assert not changed
    assert (text.attached_at, text.checked_at) == (AT, AT + timedelta(days=30))
    assert install_deeds()[-1] == "guidance.official-text.checked"


def test_newer_words_take_the_place_of_older_ones_and_older_ones_can_come_back() -> None:
    newer = [PublishedLine("1", "good-practice", "Newer words", "1.g1")]

    attach_official("toolkit-2024", LINES, at=AT)
    attach_official("toolkit-2024", newer, at=AT + timedelta(days=1))
    after = queries.official_lines(None, framework="toolkit-2024")
    attach_official("toolkit-2024", LINES, at=AT + timedelta(days=2))

    assert after == {"1.g1": "Newer words"}
    assert queries.official_lines(None, framework="toolkit-2024")["1.g1"] == "Invented official words"
    assert OfficialText.objects.count() == 2


def test_lines_of_another_page_are_refused() -> None:
    with pytest.raises(Refused, match="nothing to keep"):
        attach_official("toolkit-2024", LINES[1:], at=AT)


def test_nothing_attached_cannot_be_noted_as_checked() -> None:
    with pytest.raises(Refused, match="No official wording"):
        note_checked("toolkit-2024", at=AT)


def test_the_official_questions_are_asked_first_once_they_are_attached() -> None:
    lead = the_lead(AreaFactory())

    before = queries.asked_on(lead, on=TODAY)
    attach_official("toolkit-2024", LINES, questions=QUESTIONS, at=AT)
    after = queries.asked_on(lead, on=TODAY)

    assert not before.is_official
    assert before.question("mindful").help == ""
    assert after.is_official
    assert [question.words for question in after.questions] == QUESTIONS
    assert after.question("mindful").help == f"In our words: {before.question('mindful').words}"


def test_both_pictures_are_asked_for_once_both_are_in_force() -> None:
    lead = the_lead(AreaFactory())

    assert [each.id for each in queries.asked_in_force(lead, on=TODAY)] == ["threat-check-2024-local", "threat-check-2023-uk"]
