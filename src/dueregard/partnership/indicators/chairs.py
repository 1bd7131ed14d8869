"""Line 1.g5: the chair of the partnership group is not also the chair of the Channel panel."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import product

from dueregard.basics.dates import listed, months_before, say
from dueregard.guidance.indicator import Expects, Fact, Finding, Short, Status, conclude, indicator, short
from dueregard.partnership.indicators.facts import PartnershipFacts
from dueregard.partnership.indicators.findings import no_group, nothing_recorded
from dueregard.partnership.indicators.rows import Group, Membership
from dueregard.partnership.rules.groups import CHAIRS, GroupFunction, MemberRole

DEPUTIES = frozenset({MemberRole.DEPUTY})


@dataclass(frozen=True)
class Overlap:
    """One person chaired both from a day to a day (None while it lasts)."""

    post: str
    began: date
    ended: date | None

    @property
    def words(self) -> str:
        if self.ended is None:
            return f"since {say(self.began)}"
        if self.began == self.ended:
            return f"on {say(self.began)}"
        return f"from {say(self.began)} to {say(self.ended)}"


@indicator("partnership.chairs-are-different-people")
def chairs_are_different_people(facts: PartnershipFacts, expects: Expects, on: date) -> Finding:
    """Every chair and co-chair of the group and of the Channel panel is a different person (toolkit 1.g5)."""
    overseeing, panels = facts.doing(GroupFunction.OVERSIGHT, on), facts.doing(GroupFunction.CHANNEL, on)
    if not overseeing:
        return no_group(facts, on)
    if not facts.ever_did(GroupFunction.CHANNEL, on):
        do = "Record the Channel panel as a group, and who chairs it"
        return nothing_recorded(facts, on, what="Channel panel", register="groups for one", do=do, page="partnership:group-new")
    ours, theirs = in_post(facts, overseeing, on), in_post(facts, panels, on)
    if not ours and not theirs and not any(row.role in CHAIRS and row.on <= on for row in facts.members):
        do, page = "Record who chairs each of them", "partnership:member-record"
        return nothing_recorded(facts, on, what="chair of the group or of the Channel panel", register="chairs", do=do, page=page)
    overlaps = overlaps_by(facts, on)
    both = {row.person for row in ours} & {row.person for row in theirs}
    shorts = _same_person(ours, theirs, both, overlaps, on) if both else []
    shorts += _vacant(overseeing, ours, "partnership group", on) + _vacant(panels, theirs, "Channel panel", on)
    holds = []
    if ours and theirs and not both:
        what = "chairs" if len(ours) == len(theirs) == 1 else "chairs and co-chairs"
        holds.append(f"The {what} are different people: {_who(ours)} for the group, {_who(theirs)} for Channel.")
    since = months_before(on, int(expects["months"]))
    notes = [
        f"One person chaired both {overlap.words}; that has ended."
        for overlap in overlaps
        if overlap.ended is not None and overlap.ended > since
    ]
    notes += _deputies(facts, overseeing, panels, ours, theirs, on)
    rests_on: list[Fact] = [*ours, *theirs]
    return conclude(holds, shorts, rests_on=rests_on, notes=notes)


def in_post(facts: PartnershipFacts, groups: Iterable[Group], on: date, roles: frozenset[MemberRole] = CHAIRS) -> list[Membership]:
    """Who chaired (or held the other roles asked for) in these groups on the day."""
    refs = {group.ref for group in groups}
    found = [row for row in facts.members if row.group in refs and row.role in roles and row.holds(on)]
    return sorted(found, key=lambda row: (row.group, row.on, row.label, row.ref))


def overlaps_by(facts: PartnershipFacts, on: date) -> list[Overlap]:
    """The stretches begun by that day in which one person chaired a group that oversees delivery and a Channel panel."""
    spans = facts.chair_spans
    found = set()
    for (post, person, began, ended), (_, other, other_began, other_ended) in product(
        spans[GroupFunction.OVERSIGHT], spans[GroupFunction.CHANNEL]
    ):
        start, end = max(began, other_began), min(ended, other_ended)
        if person == other and start <= min(end, on):
            found.add(Overlap(post, start, end if end < on else None))
    return sorted(found, key=lambda overlap: (overlap.began, overlap.ended or on, overlap.post))


def _who(chairs: list[Membership]) -> str:
    return listed([f"the {label}" for label in dict.fromkeys(row.label for row in chairs)])


def _same_person(ours: list[Membership], theirs: list[Membership], both: set[str], overlaps: list[Overlap], on: date) -> list[Short]:
    """The same person chairs both on the day: said with since when."""
    began = min((overlap.began for overlap in overlaps if overlap.ended is None), default=on)
    same = [row for row in theirs if row.person in both]
    agreed = _who([row for row in ours if row.person in both])
    says = f"One person has chaired both the partnership group and the Channel panel since {say(began)}: {agreed}."
    return [short(says, "Record another chair for one of the two", "partnership:member-record", same[0].group, status=Status.NOT)]


def _vacant(groups: list[Group], chairs: list[Membership], what: str, on: date) -> list[Short]:
    """A group without a chair on the day: only a person can say what that means."""
    if not groups:
        says = f"No {what} is active on {say(on)}, so its chair is vacant."
        return [short(says, f"Record the {what} as it is now", "partnership:group-new", status=Status.NEEDS_JUDGEMENT)]
    empty = [group for group in groups if not any(row.group == group.ref for row in chairs)]
    return [
        short(
            f"Nobody chairs {group.label} ({what}) on {say(on)}.",
            f"Record who chairs {group.label}",
            "partnership:member-record",
            group.ref,
            status=Status.NEEDS_JUDGEMENT,
        )
        for group in empty
    ]


def deputies_of_both(facts: PartnershipFacts, overseeing: list[Group], panels: list[Group], on: date) -> list[Membership]:
    """The deputies of the group who are deputies of the Channel panel too."""
    theirs = {row.person for row in in_post(facts, panels, on, DEPUTIES)}
    return [row for row in in_post(facts, overseeing, on, DEPUTIES) if row.person in theirs]


def _deputies(
    facts: PartnershipFacts, overseeing: list[Group], panels: list[Group], ours: list[Membership], theirs: list[Membership], on: date
) -> list[str]:
    """A deputy in both, or a deputy of one who chairs the other: a note, held against nobody."""
    chairs, panel_chairs = {row.person for row in ours}, {row.person for row in theirs}
    our_deputies, their_deputies = in_post(facts, overseeing, on, DEPUTIES), in_post(facts, panels, on, DEPUTIES)
    notes = [f"The deputy chair of both is one person: the {row.label}." for row in deputies_of_both(facts, overseeing, panels, on)]
    notes += [
        f"The {row.label} is deputy chair of the group and chairs the Channel panel." for row in our_deputies if row.person in panel_chairs
    ]
    notes += [
        f"The {row.label} chairs the group and is deputy chair of the Channel panel." for row in their_deputies if row.person in chairs
    ]
    return list(dict.fromkeys(notes))
