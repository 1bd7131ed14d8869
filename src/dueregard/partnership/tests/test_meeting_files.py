"""Packs and minutes: every field is in both files, and nothing of what is sealed is in the Official edition."""

import pytest

from dueregard.accounts.tests.people import TODAY, the_stranger
from dueregard.basics.refused import Refused
from dueregard.organisations.models import Area
from dueregard.organisations.tests.factories import AreaFactory
from dueregard.partnership import actions
from dueregard.partnership.exchange import meeting_file
from dueregard.partnership.tests.read_back import KINDS, both, made, missing, squeezed
from dueregard.partnership.tests.stories import (
    a_body,
    a_group,
    a_planned_meeting,
    an_item,
    the_lead_on,
    trail,
)
from dueregard.partnership.tests.whole_meetings import DAY, a_whole_meeting

pytestmark = pytest.mark.django_db
# What the whole meeting's page says, by the file that has to say it too
TYPED = {
    "pack": (
        *("Prevent group", "Room of maps", "Ines Chair", "Minutes again", "Workshops", "Head of safety", "Other business"),
        *("Workshop report", "Ola Clerk", "Earlier business", "Earlier words", "Late task", "Borough", "Book the hall"),
        *("Schools trust", "Constabulary", "Health board"),
    ),
    "minutes": (
        *("Prevent group", "Room of maps", "Ines Chair", "Minutes again", "Workshops", "Head of safety", "Other business"),
        *("Workshop report", "Agreed", "Discussed at length", "Nothing else", "Constabulary", "Health board", "Ola Clerk"),
        *(
            "Sits on a board",
            "Pay for workshops",
            "Meet in March",
            "Book the hall",
            "Schools trust",
            "Still waited for",
            "It was a Tuesday",
        ),
    ),
}
SAID = {
    "pack": (
        *(
            "Wednesday 11 November 2026",
            "10am to noon",
            "Sends a substitute",
            "10:21am",
            "25",
            "PA-1",
            "Second draft",
            "/1",
            "OFFICIAL",
            "GRP-1",
        ),
        *("Received 3 August 2026", "Terms of reference", "Takes up the minutes of M-1", "Called 28 October 2026", "Report"),
        *("Open, 12 days late", "At risk", "30 October 2026", "18 December 2026", "Last update 16 September 2026", "from D-2026-01"),
        *("Minutes of the meeting of 16 September 2026 (M-1)", "Action log", "Last reviewed 11 November 2026"),
    ),
    "minutes": (
        *("Cleared by Ines Chair on 14 November 2026", "Chaired by", "10:04am to 11:50am", "Quorate", "Sent apologies", "Present"),
        *(
            "Police",
            "Health",
            "Began 10:21am",
            "25 minutes planned",
            "Outcome: Noted",
            "Put off to a later meeting",
            "D-2026-01",
            "D-2026-02",
        ),
        *("Security Threat Check C-1", "The profile of May names it", "Two schools, no names", "Parents asked for it", "Yes"),
        *("Delivery: needs a Security Threat Check", "Procedural", "A-2", "K-1", "18 December 2026", "Taken by", "2 of 2", "1 of 2"),
    ),
}
MADE = "Westmarch. Made by Prevent lead or coordinator on 18 November 2026 at noon"


@pytest.fixture
def area(settings) -> Area:
    settings.DISK_ENCRYPTED = True
    return AreaFactory(slug="westmarch", name="Westmarch")


@pytest.mark.parametrize("kind", KINDS)
def test_every_field_of_the_meeting_is_in_the_file(area, kind):
    ref = a_whole_meeting(area).ref

    texts = both(area, ref, kind=kind)

    assert not missing(texts, (*TYPED[kind], *SAID[kind], MADE))


@pytest.mark.parametrize("kind", KINDS)
def test_formulas_and_markup_stay_text_in_every_field(area, kind):
    typed = "=HYPERLINK(1) #panic[no] *a* $x$ @y <b>&amp;</b> {{ 7*7 }} {% x %} `r` _u_"
    ref = a_whole_meeting(area, say=f" {typed}", is_sealed=False).ref

    texts = both(area, ref, kind=kind)

    assert not missing(texts, [f"{words} {typed}" for words in TYPED[kind]])


@pytest.mark.parametrize("kind", KINDS)
def test_right_to_left_words_and_pictures_are_printed_or_named(area, kind):
    ref = a_whole_meeting(area, say=" שלום مرحبا 🎉", is_sealed=False).ref

    texts = both(area, ref, kind=kind)

    assert not missing(texts, ["שלום", "مرحبا"])
    assert "[partypopper]" in texts["pdf"]
    assert "🎉" in texts["docx"]


def test_a_word_of_400_characters_is_printed_whole(area):
    meeting, long = a_planned_meeting(a_group(area)), "x" * 400
    actions.raise_action(long, by=the_lead_on(area), on=TODAY, body=a_body(area), group=meeting.group.ref)
    an_item(meeting, "y" * 200, on=TODAY)

    texts = both(area, meeting.ref, kind="pack")

    assert not missing(texts, [long, "y" * 200])


def test_control_characters_do_not_stop_a_file(area):
    meeting = a_planned_meeting(a_group(area))
    an_item(meeting, "Before\x0b\x1fafter", on=TODAY)

    texts = both(area, meeting.ref, kind="pack")

    assert not missing(texts, ["Beforeafter"])


def test_a_meeting_with_nothing_says_so(area):
    ref = a_planned_meeting(a_group(area)).ref

    pack, minutes = (both(area, ref, kind=kind) for kind in KINDS)

    assert not missing(pack, ("Nothing is on the agenda yet.", "No papers go with this agenda.", "No action of this group is open."))
    assert not missing(minutes, ["DRAFT. The chair has not cleared these minutes. The meeting is not yet recorded as held."])


def test_thirty_items_are_all_there_and_in_order(area):
    meeting = a_planned_meeting(a_group(area))
    for number in range(1, 31):
        an_item(meeting, f"Matter {number:02}", on=TODAY, minutes_allotted=4, presenter="Somebody")

    texts = both(area, meeting.ref, kind="pack")

    for text in texts.values():
        places = [text.find(f"Matter{number:02}") for number in range(1, 31)]
        assert -1 not in places
        assert places == sorted(places)
        assert "11:56am" in text


def test_minutes_say_what_came_of_them(area):
    whole = a_whole_meeting(area)
    then = the_lead_on(area)
    later = a_planned_meeting(whole.group, TODAY)

    before = made(area, whole.ref, kind="minutes", ending="docx")
    actions.approve_minutes(whole.ref, by=then, at_meeting=later.ref, corrections=("Read Tuesday for Wednesday",))
    after = made(area, whole.ref, kind="minutes", ending="docx")

    assert "Notyetapprovedbyalatermeeting" in before
    assert squeezed(f"Approved by the meeting of 18 November 2026 ({later.ref}) with the corrections below") in after
    assert squeezed("Read Tuesday for Wednesday") in after


def test_a_cancelled_meeting_has_a_pack_that_says_so_and_no_minutes(area):
    meeting = a_planned_meeting(a_group(area))
    actions.cancel_meeting(meeting.ref, by=the_lead_on(area), on=TODAY, because="Snow")

    pack = made(area, meeting.ref, kind="pack", ending="pdf")

    assert squeezed("This meeting was cancelled on 18 November 2026. Snow") in pack
    with pytest.raises(Refused, match="it has no minutes"):
        made(area, meeting.ref, kind="minutes", ending="pdf")


def test_a_meeting_to_come_has_no_minutes_yet(area):
    ref = a_planned_meeting(a_group(area), day=DAY.replace(month=12), on=TODAY).ref

    with pytest.raises(Refused, match="has no minutes yet"):
        made(area, ref, kind="minutes", ending="pdf")


def test_another_councils_meeting_is_out_of_reach(area):
    ref = a_whole_meeting(area, is_sealed=False).ref

    with pytest.raises(Refused, match="no meeting"):
        meeting_file(the_stranger(), ref, kind="pack", ending="pdf")


def test_each_file_is_in_the_trail(area):
    ref = a_whole_meeting(area).ref

    for kind in KINDS:
        made(area, ref, kind=kind, ending="pdf")

    assert trail(area)[-2:] == ["partnership.pack.taken-away", "partnership.minutes.taken-away"]
