"""Line 1.g3: the specified authorities attend, each seat of each required sector."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from dueregard.basics.dates import counted, listed, months_before, say
from dueregard.guidance.indicator import Expects, Fact, Finding, Gap, Short, Status, conclude, indicator, short, whose
from dueregard.partnership.indicators.facts import Overseer, PartnershipFacts
from dueregard.partnership.indicators.findings import also_overseeing, gap_next_meeting, no_group, nothing_recorded, serving, too_young
from dueregard.partnership.indicators.rows import District, Representation
from dueregard.partnership.rules.groups import Sector

SECTOR_WORDS = {sector.value: sector.label for sector in Sector}
HAIR = 1e-9  # what binary fractions lose; nothing is rounded


@dataclass(frozen=True)
class Turnout:
    """How often one seat, or one district, was there: of the meetings since it began, and of the last few."""

    sector: str
    name: str  # the body or district; empty where the sector has one seat only
    ref: str
    came: int
    due: int
    came_last: int
    due_last: int
    by_others: int  # of those it came to, through a seat that represents it
    has_place: bool = True  # a seat, or an agreement by which another represents it

    @property
    def words(self) -> str:
        """Such as: health 1 of 4; or, where a sector has several seats: Tarn Hospitals Trust (health) 1 of 4."""
        label = SECTOR_WORDS[self.sector].lower()
        who = f"{self.name} ({label})" if self.name else label
        return f"{who} {self.came} of {self.due}" + (f", {self.by_others} by agreement through another seat" if self.by_others else "")

    def is_enough(self, share: float, at_least: int) -> bool:
        """At least half of the meetings, and one of the last two: compared unrounded."""
        return self.has_place and self.due > 0 and self.came >= share * self.due - HAIR and self.came_last >= min(at_least, self.due_last)


@indicator("partnership.authorities-attend")
def authorities_attend(facts: PartnershipFacts, expects: Expects, on: date) -> Finding:
    """The specified authorities attend: each required seat at half of the meetings and one of the last two (toolkit 1.g3)."""
    overseers = facts.overseers(on)
    if not overseers:
        return no_group(facts, on)
    overseer, months, ref = overseers[0], int(expects["months"]), overseers[0].group.ref
    if not any(seat.on <= on for seat in overseer.seats):
        do, page = "Record a seat for each sector", "partnership:seat-new"
        return nothing_recorded(facts, on, what="seat on the group", register="seats", do=do, page=page, ref=ref)
    if not any(sitting.on <= on and sitting.is_recorded for sitting in overseer.sittings):
        do, page = "Record the last meeting and who came", "partnership:meeting-plan"
        return nothing_recorded(facts, on, what="attendance", register="meetings", do=do, page=page, ref=ref)
    held = overseer.held(on, months=months)
    if not held:
        says = f"No ordinary meeting was held in the {months} months to {say(on)}, so no authority attended one."
        return conclude([], [Short(says, (gap_next_meeting(overseer, on),), Status.NOT)], rests_on=[overseer.group])
    turnouts = turnout(facts, overseer, overseer.window(on, months=months), on, last=int(expects["last"]))
    share, shorts = float(expects["share"]), []
    holding = len(turnouts)
    for sector, theirs in turnouts.items():
        falls = _falls_short(overseer, sector, theirs, share, on)
        shorts += falls
        holding -= bool(falls)
    shorts += filter(None, [too_young(overseer, on, months=months, expects=expects)])
    each = [one for theirs in turnouts.values() for one in theirs]
    holds = [_holds_words(holding, len(turnouts), share, expects), _each(each)]
    rests_on: list[Fact] = [*(sitting.meeting for sitting in held), *_agreements(facts, each, on)]
    prison = "" if Sector.PRISON in turnouts else "No prison is recorded in the area, so none is expected."
    notes = [prison, *_left_out(overseer, on, months), serving(overseer), also_overseeing(overseers)]
    return conclude(holds, shorts, rests_on=rests_on, notes=notes)


def turnout(facts: PartnershipFacts, overseer: Overseer, window: slice, on: date, *, last: int) -> dict[str, list[Turnout]]:
    """Each required seat's attendance at these meetings, by sector; in a two-tier area each district's too."""
    found: dict[str, list[Turnout]] = {sector: [] for sector in facts.required_on(on)}
    seats = [seat for seat in overseer.seats if seat.sector in found and seat.holds(on)]
    several = {sector for sector, number in Counter(seat.sector for seat in seats).items() if number > 1}
    for seat in seats:
        name = seat.label if seat.sector in several else ""
        found[seat.sector].append(_count(overseer, seat.sector, name, seat.ref, window, last))
    if Sector.LOCAL_AUTHORITY in found and facts.districts:
        seated = {seat.district for seat in seats}
        found[Sector.LOCAL_AUTHORITY] += [
            _of_district(facts, overseer, body, window, on, last) for body in facts.districts_on(on) if body.ref not in seated
        ]
    return found


def _of_district(facts: PartnershipFacts, overseer: Overseer, body: District, window: slice, on: date, last: int) -> Turnout:
    """A district without a seat: as the seat that represents it, or without a place."""
    if any(row.represents == body.ref and row.holds(on) for row in facts.representations):
        return _count(overseer, Sector.LOCAL_AUTHORITY, body.label, body.ref, window, last)
    return Turnout(Sector.LOCAL_AUTHORITY, body.label, body.ref, 0, 0, 0, 0, 0, has_place=False)


def _count(overseer: Overseer, sector: str, name: str, ref: str, window: slice, last: int) -> Turnout:
    record = overseer.records[ref]
    due = slice(max(window.start, bisect_left(overseer.days, record.began)), window.stop)
    came = record.came[due]
    return Turnout(sector, name, ref, sum(came), len(came), sum(came[-last:]), len(came[-last:]), sum(record.by_others[due]))


def _falls_short(overseer: Overseer, sector: str, theirs: list[Turnout], share: float, on: date) -> list[Short]:
    """What is short in one sector: no seat, nobody ever came, or some seat came too seldom."""
    label, seated = SECTOR_WORDS[sector], [one for one in theirs if one.has_place]
    if not seated:
        return [
            short(
                f"{label} has no seat.", f"Record a seat for {label.lower()}", "partnership:seat-new", overseer.group.ref, status=Status.NOT
            )
        ]
    if sum(one.due for one in seated) and not any(one.came for one in seated):
        most = max(one.due for one in seated)
        return [Short(f"{label} came to 0 of {most}.", _close(overseer, label.lower(), on), Status.NOT)]
    return [_seat_short(overseer, one, on) for one in theirs if not one.is_enough(share, 1)]


def _seat_short(overseer: Overseer, one: Turnout, on: date) -> Short:
    who = one.name or SECTOR_WORDS[one.sector]
    if not one.has_place:
        gaps = Gap(f"Record a seat for {who}", "partnership:seat-new", overseer.group.ref), _agreement_gap(overseer, who)
        return Short(f"{who} has no seat and no agreement that another council represents it.", gaps)
    if not one.due:
        return Short(f"{who}’s seat began after the last meeting, so nobody can tell yet.", (gap_next_meeting(overseer, on),))
    says = f"{one.words[0].upper()}{one.words[1:]}"
    if one.due_last and not one.came_last:
        says += f", and none of the last {one.due_last}" if one.due_last > 1 else ", and not the last"
    return Short(f"{says}.", _close(overseer, who if one.name else who.lower(), on))


def _close(overseer: Overseer, who: str, on: date) -> tuple[Gap, ...]:
    ahead = overseer.next_meeting(on)
    if ahead is None:
        return Gap(f"Plan the next meeting and ask {who} to it", "partnership:meeting-plan", overseer.group.ref), _agreement_gap(
            overseer, who
        )
    return Gap(f"Ask {who} to the meeting of {say(ahead.on)}", "partnership:meeting", ahead.ref), _agreement_gap(overseer, who)


def _agreement_gap(overseer: Overseer, who: str) -> Gap:
    return Gap(f"Or record an agreement that another seat represents {who}", "partnership:representation-record", overseer.group.ref)


def _holds_words(holding: int, of: int, share: float, expects: Expects) -> str:
    least, last = "half" if share == 0.5 else f"{share * 100:g}%", int(expects["last"])
    came = f"{holding} of the {counted(of, 'required sector')} came to at least {least} of the meetings{whose(expects, 'share')}"
    return f"{came} and to one of the last {last}{whose(expects, 'last')}."


def _each(turnouts: Sequence[Turnout]) -> str:
    return f"Came to: {'; '.join(one.words for one in turnouts if one.has_place and one.due)}." if any(one.due for one in turnouts) else ""


def _agreements(facts: PartnershipFacts, turnouts: Sequence[Turnout], on: date) -> list[Representation]:
    wanted = {one.ref for one in turnouts if one.by_others}
    return [row for row in facts.representations if row.represents in wanted and row.on <= on]


def _left_out(overseer: Overseer, on: date, months: int) -> list[str]:
    since = months_before(on, months)
    out = [one for one in overseer.sittings if since < one.on <= on and not (one.is_held and one.is_ordinary)]
    if not out:
        return []
    what = "the meeting" if len(out) == 1 else "the meetings"
    return [f"Not counted, because not quorate, without attendance or called at once: {what} of {listed([say(one.on) for one in out])}."]
