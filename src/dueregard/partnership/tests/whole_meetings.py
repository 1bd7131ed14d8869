"""One invented meeting with everything a meeting can have."""

from dataclasses import dataclass
from datetime import date, time, timedelta

from dueregard.documents.tests.factories import DocumentFactory, VersionFactory
from dueregard.organisations.models import Area
from dueregard.partnership import actions
from dueregard.partnership.models import Group
from dueregard.partnership.tests.stories import YES, a_body, a_group, a_person, a_seat, the_chair_on, the_lead_on

PLANNED, BEFORE, DAY = date(2026, 8, 3), date(2026, 9, 16), date(2026, 11, 11)
SENSITIVE = "official-sensitive"


@dataclass(frozen=True)
class Whole:
    """The refs of a meeting, the one before it, and their group."""

    ref: str
    before: str
    group: Group


def a_version(area: Area, title: str, *, is_sealed: bool = False) -> str:
    """The first version of a document, received before the meeting: how a deed names it."""
    made = VersionFactory(document=DocumentFactory(area=area, title=title, sensitive=is_sealed), label="Second draft", on=PLANNED)
    return f"{made.document.ref}/1"


def a_whole_meeting(area: Area, *, say: str = "", is_sealed: bool = True) -> Whole:
    """Planned, called, held, written up, cleared, corrected; `say` is added to everything that is typed."""
    lead = the_lead_on(area, PLANNED)
    group = a_group(area, name=f"Prevent group{say}")
    chair, clerk = a_person(area, name=f"Ines Chair{say}"), a_person(area, name=f"Ola Clerk{say}")
    actions.appoint(group.ref, by=lead, on=PLANNED, person=chair, role="chair")
    police = a_seat(group, "police", body=a_body(area, name=f"Constabulary{say}"))
    health = a_seat(group, "health", body=a_body(area, name=f"Health board{say}"))
    sat = (police.ref, health.ref)
    before = _the_one_before(area, group.ref, sat, say)
    ref = actions.plan_meeting(group.ref, by=lead, on=PLANNED, day=DAY, starts=time(10), ends=time(12), place=f"Room of maps{say}").ref
    called = the_lead_on(area, DAY - timedelta(days=14))
    actions.call_meeting(ref, by=called, on=called.today)
    actions.reply(ref, by=called, on=called.today, person=clerk, answer="substitute", substitute=chair)
    items = _agenda(area, ref, before, say, is_sealed=is_sealed)
    _hold(area, ref, items, sat, chair, clerk, say, is_sealed=is_sealed)
    return Whole(ref=ref, before=before, group=group)


def _the_one_before(area: Area, group: str, seats: tuple[str, str], say: str) -> str:
    then = the_lead_on(area, BEFORE)
    ref = actions.plan_meeting(group, by=the_lead_on(area, PLANNED), on=PLANNED, day=BEFORE, starts=time(14)).ref
    actions.record_attendance(ref, by=then, came=[actions.Came(seat=seat, presence="present") for seat in seats])
    actions.record_held(ref, by=then, on=BEFORE)
    item = actions.add_item(ref, by=then, on=BEFORE, title=f"Earlier business{say}")
    actions.write_minute(item.ref, by=then, words=f"Earlier words{say}")
    body = a_body(area, name=f"Borough{say}")
    actions.raise_action(f"Late task{say}", by=then, on=BEFORE, body=body, item=item.ref, due=DAY - timedelta(days=12), ref="A-1")
    actions.update_action("A-1", by=then, on=BEFORE, words="Begun", rag="amber")
    cleared = the_chair_on(area, BEFORE + timedelta(days=7))
    actions.clear_minutes(ref, by=cleared, on=cleared.today)
    return ref


def _agenda(area: Area, ref: str, before: str, say: str, *, is_sealed: bool) -> dict[str, str]:
    lead = the_lead_on(area, DAY - timedelta(days=10))
    put = {"by": lead, "on": lead.today}
    first = actions.add_item(ref, **put, title=f"Minutes again{say}", kind="minutes", minutes_of=before, minutes_allotted=10)
    second = actions.add_item(ref, **put, title=f"Workshops{say}", kind="report", presenter=f"Head of safety{say}", minutes_allotted=25)
    third = actions.add_item(ref, **put, title=f"Other business{say}")
    actions.add_paper(second.ref, **put, version=a_version(area, f"Workshop report{say}"))
    items = {"first": first.ref, "second": second.ref, "third": third.ref}
    if is_sealed:
        actions.add_paper(second.ref, **put, version=a_version(area, f"Sealed profile{say}", is_sealed=True))
        items["sealed"] = actions.add_item(ref, **put, title=f"Sealed item{say}", marking=SENSITIVE).ref
    return items


def _hold(
    area: Area, ref: str, items: dict[str, str], seats: tuple[str, str], chair: str, clerk: str, say: str, *, is_sealed: bool
) -> None:
    lead = the_lead_on(area, DAY)
    came = [actions.Came(seat=seats[0], presence="present", person=chair), actions.Came(seat=seats[1], presence="apologies")]
    actions.record_attendance(ref, by=lead, came=[*came, actions.Came(person=clerk, presence="present")])
    actions.record_held(ref, by=lead, on=DAY, chaired_by=chair, started=time(10, 4), ended=time(11, 50))
    actions.declare_interest(ref, by=lead, person=clerk, words=f"Sits on a board{say}", item=items["second"])
    actions.start_item(items["second"], by=lead, at=time(10, 21))
    actions.write_minute(items["first"], by=lead, words=f"Agreed{say}", outcome="noted")
    actions.write_minute(items["second"], by=lead, words=f"Discussed at length{say}")
    actions.write_minute(items["third"], by=lead, words=f"Nothing else{say}", outcome="deferred")
    actions.record_decision(
        items["second"], by=lead, on=DAY, words=f"Pay for workshops{say}", kind="delivery", answers=YES, done_by=chair, ref="D-2026-01"
    )
    actions.record_decision(items["third"], by=lead, on=DAY, words=f"Meet in March{say}", kind="procedural", ref="D-2026-02")
    body = a_body(area, name=f"Schools trust{say}")
    actions.raise_action(
        f"Book the hall{say}", by=lead, on=DAY, body=body, person=clerk, due=date(2026, 12, 18), decision="D-2026-01", ref="A-2"
    )
    actions.review_action("A-1", by=lead, item=items["third"], words=f"Still waited for{say}")
    if is_sealed:
        _seal(area, ref, items, body, chair, say)
    cleared = the_chair_on(area, DAY + timedelta(days=3))
    actions.clear_minutes(ref, by=cleared, on=cleared.today, done_by=chair)
    actions.correct_after_clearing(
        ref, by=the_lead_on(area, cleared.today), on=cleared.today, words=f"It was a Tuesday{say}", item=items["third"]
    )


def _seal(area: Area, ref: str, items: dict[str, str], body: str, chair: str, say: str) -> None:
    lead, item = the_lead_on(area, DAY), items["sealed"]
    actions.write_minute(item, by=lead, words=f"Sealed words{say}", marking=SENSITIVE)
    taken = actions.record_decision(item, by=lead, on=DAY, words=f"Sealed decision{say}", kind="procedural", marking=SENSITIVE)
    actions.raise_action(f"Open task{say}", by=lead, on=DAY, body=body, decision=taken.ref, ref="A-9")
    actions.raise_action(f"Sealed task{say}", by=lead, on=DAY, body=body, item=item, marking=SENSITIVE)
    actions.declare_interest(ref, by=lead, person=chair, words=f"Sealed interest{say}", item=item)
