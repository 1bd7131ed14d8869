"""What a mail may say, and when it is tried again."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dueregard.dispatch.rules import (
    BODIES,
    MOST_ATTEMPTS,
    MessageKind,
    Outcome,
    Standing,
    Tried,
    message_id,
    next_try,
    standing_of,
    why_not_enqueue,
)

NOON = datetime(2026, 11, 18, 12, tzinfo=UTC)
ENTRY = "BEGIN:VCALENDAR\r\nSUMMARY:Meeting\r\nATTENDEE:mailto:a@b.example\r\nORGANIZER:mailto:no-reply@b.example\r\nEND:VCALENDAR\r\n"


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({"to": "a@b.example, c@d.example"}, "one e-mail address"),
        ({"to": "a@b.example\r\nBcc: c@d.example"}, "one e-mail address"),
        ({"to": "nobody"}, "one e-mail address"),
        ({"page": "https://elsewhere.example/"}, "our own pages"),
        ({"page": "//elsewhere.example/"}, "our own pages"),
        ({"kind": MessageKind.ACTION}, "Only a message about a meeting"),
        ({"calendar": ENTRY.replace("SUMMARY:Meeting", "SUMMARY:Channel panel: case 4")}, "says Meeting and no more"),
        ({"calendar": ENTRY.replace("SUMMARY:Meeting", "SUMMARY:Meeting\r\n of Ann")}, "says Meeting and no more"),
        ({"calendar": ENTRY + "DESCRIPTION:Case 4\r\n"}, "describes nothing"),
        ({"calendar": ENTRY + "ATTENDEE:mailto:other@b.example\r\n"}, "names nobody"),
        ({"calendar": ENTRY.replace("ORGANIZER:", "ORGANIZER;CN=Ann Other:")}, "names nobody"),
    ],
)
def test_a_mail_that_says_too_much_is_refused(wrong: dict[str, str], words: str) -> None:
    given = {"kind": MessageKind.CALLED, "to": "a@b.example", "page": "/westmarch/", "calendar": ENTRY, **wrong}

    reason = why_not_enqueue(given.pop("kind"), **given)

    assert reason is not None
    assert words in reason


def test_a_plain_call_to_a_meeting_may_go() -> None:
    assert why_not_enqueue(MessageKind.CALLED, to="a@b.example", page="/westmarch/", calendar=ENTRY) is None


def test_every_kind_has_words_and_no_subject_says_what_a_matter_is() -> None:
    assert set(BODIES) == set(MessageKind)
    assert {kind.label.split(":")[0] for kind in MessageKind} == {"Meeting", "Action", "Review due", "Return", "Training", "This week"}


def test_a_key_has_one_message_id_in_its_area() -> None:
    assert message_id("meeting-1", area_id=1) == message_id("meeting-1", area_id=1)
    assert len({message_id(key, area_id=area) for key in ("a", "b") for area in (1, 2)}) == 4


def test_each_wait_is_longer_than_the_last_and_then_we_stop() -> None:
    tried: list[Tried] = []
    waits = []
    while (at := next_try(NOON, tried=tried)) is not None:
        waits.append(at - (tried[-1].at if tried else NOON))
        tried.append(Tried(at, Outcome.FAILED))

    assert len(tried) == MOST_ATTEMPTS
    assert waits == sorted(waits)
    assert standing_of(is_called_off=False, outcomes=[one.outcome for one in tried]) == Standing.GIVEN_UP


def test_an_attempt_that_may_be_going_on_still_is_left_alone_for_ten_minutes() -> None:
    assert next_try(NOON, tried=[Tried(NOON, Outcome.UNKNOWN)]) == NOON + timedelta(minutes=10)
    assert next_try(NOON, tried=[Tried(NOON, Outcome.FAILED)]) == NOON + timedelta(minutes=1)


@given(outcomes=st.lists(st.sampled_from(list(Outcome)), max_size=10))
def test_what_was_sent_is_never_tried_again(outcomes: list[Outcome]) -> None:
    tried = [Tried(NOON + timedelta(hours=hour), outcome) for hour, outcome in enumerate(outcomes)]

    at = next_try(NOON, tried=tried)

    assert at is None or Outcome.SENT not in outcomes
    assert (Outcome.SENT in outcomes) == (standing_of(is_called_off=True, outcomes=outcomes) == Standing.SENT)
