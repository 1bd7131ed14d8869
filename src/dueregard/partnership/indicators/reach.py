"""Lines 1.b1 to 1.b3: partnership beyond the area, a senior officer's part, dialogue with community organisations."""

from datetime import date, timedelta

from dueregard.basics.dates import counted, listed, months_before, say
from dueregard.guidance.indicator import Expects, Fact, Finding, Gap, Short, Status, conclude, indicator, is_young, scaled, short, whose
from dueregard.partnership.indicators.facts import PartnershipFacts
from dueregard.partnership.indicators.findings import nothing_recorded
from dueregard.partnership.indicators.rows import Exchange, Holding, Involvement, Link
from dueregard.partnership.rules.decisions import NilAbout
from dueregard.partnership.rules.reach import COUNTED_LINKS, InvolvementKind

DAY = timedelta(days=1)
INVOLVEMENT_WORDS = {kind.value: kind.label.lower() for kind in InvolvementKind}


@indicator("partnership.works-beyond-itself")
def works_beyond_itself(facts: PartnershipFacts, expects: Expects, on: date) -> Finding:
    """An active link with another area or authority has something done under it in the window (toolkit 1.b1)."""
    months = int(expects["months"])
    known = [link for link in facts.links if link.on <= on and link.link_kind in COUNTED_LINKS]
    do, page = "Record a link with another area or authority", "partnership:link-record"
    if not known:
        return nothing_recorded(facts, on, what="link with another area or authority", register="links", do=do, page=page)
    active = sorted((link for link in known if link.holds(on)), key=lambda link: (link.on, link.ref))
    if not active:
        last = max(known, key=lambda link: (link.until or on, link.ref))
        says = f"No link is active: the last, with {last.label}, ended on {say(last.until or on)}."
        return conclude([], [short(says, do, page, status=Status.NOT)], rests_on=known)
    since = months_before(on, months)
    deeds = {link.ref: [deed for deed in facts.link_deeds if deed.link == link.ref and since < deed.on <= on] for link in active}
    used = [link for link in active if deeds[link.ref]]
    idle = [link for link in active if not deeds[link.ref]]
    within = f"in the {months} months to {say(on)}{whose(expects, 'months')}"
    if not used:
        are, it = ("link is", "it") if len(active) == 1 else ("links are", "them")
        says = f"{len(active)} {are} active ({_with(active)}), and nothing was done under {it} {within}."
        gap = Gap(f"Record what was done with {active[-1].label}", page, active[-1].ref)
        return conclude([], [Short(says, (gap,))], rests_on=active)
    have, it = ("link has", "it") if len(used) == 1 else ("links have", "them")
    holds = [f"{len(used)} active {have} something done under {it} {within}: {_with(used)}."]
    notes = [f"Nothing was recorded in that time with {_with(idle)}."] if idle else []
    rests_on: list[Fact] = [*used, *(deed for link in used for deed in deeds[link.ref])]
    return conclude(holds, [], rests_on=rests_on, notes=notes)


def _with(links: list[Link]) -> str:
    return listed([link.label for link in links])


@indicator("partnership.strategic-officer-involved")
def strategic_officer_involved(facts: PartnershipFacts, expects: Expects, on: date) -> Finding:
    """A senior strategic officer is in post, seldom vacant, and took part several times in more than one way (toolkit 1.b2)."""
    months = int(expects["months"])
    holdings = sorted((row for row in facts.holdings if row.on <= on), key=lambda row: (row.on, row.ref))
    posts = [post for post in facts.strategic_posts if post.on <= on]
    if not posts and not holdings:
        do, page = "Record the strategic officer’s post and who holds it", "organisations:post-record"
        return nothing_recorded(facts, on, what="strategic officer’s post", register="posts", do=do, page=page)
    in_post = [row for row in holdings if row.holds(on)]
    if not in_post:
        return _nobody(holdings, on)
    holds, shorts = [f"The {in_post[-1].label} has been the strategic officer since {say(in_post[-1].on)}."], []
    since = max(months_before(on, months), facts.area.began - DAY)
    vacant, limit = days_vacant(holdings, since, on), int(expects["vacant_days"])
    vacancy = f"The post was vacant for {counted(vacant, 'day')} of the {months} months to {say(on)}"
    vacancy += f"; the limit is {limit}{whose(expects, 'vacant_days')}."
    if vacant > limit:
        gap = Gap("Record anyone who held or covered the post in that time", "organisations:post-record", in_post[-1].post)
        shorts.append(Short(vacancy, (gap,)))
    elif vacant:
        holds.append(vacancy)
    start = months_before(on, months)
    found = [row for row in facts.involvements if start < row.on <= on and _was_officer(row, holdings)]
    shorts += _involvement_short(facts, found, expects, on, months)
    holds.append(_involved(found, months, on))
    rests_on: list[Fact] = [*(row for row in holdings if row.until is None or row.until > since), *found]
    return conclude(holds, shorts, rests_on=rests_on)


def _nobody(holdings: list[Holding], on: date) -> Finding:
    last = max(holdings, key=lambda row: (row.until or on, row.ref), default=None)
    says = "Nobody holds the strategic officer’s post" + (
        f"; it has been vacant since {say(last.until + DAY)}." if last and last.until else "."
    )
    part = short(says, "Record who holds the post", "organisations:post-record", last.post if last else None, status=Status.NOT)
    return conclude([], [part], rests_on=holdings)


def days_vacant(holdings: list[Holding], since: date, on: date) -> int:
    """The days after `since`, up to and including `on`, on which nobody held the post."""
    vacant, covered = 0, since
    for row in sorted(holdings, key=lambda row: (row.on, row.ref)):
        begins = min(row.on, on + DAY)
        vacant += max((begins - covered).days - 1, 0)
        covered = max(covered, min(row.until or on, on))
    return vacant + (on - covered).days


def _was_officer(row: Involvement, holdings: list[Holding]) -> bool:
    return any(holding.person == row.person and holding.holds(row.on) for holding in holdings)


def _involved(found: list[Involvement], months: int, on: date) -> str:
    how = {row.how for row in found}
    kinds = [words for kind, words in INVOLVEMENT_WORDS.items() if kind in how]
    what = f": {listed(kinds)}" if kinds else ""
    are = "is" if len(found) == 1 else "are"
    return f"{counted(len(found), 'involvement')} {are} recorded in the {months} months to {say(on)}{what}."


def _involvement_short(facts: PartnershipFacts, found: list[Involvement], expects: Expects, on: date, months: int) -> list[Short]:
    """Too few dated involvements, or all of one kind."""
    wanted = scaled(int(expects["involvements"]), facts.area.began, on, months=months, expects=expects)
    kinds, wanted_kinds = len({row.how for row in found}), min(int(expects["kinds"]), wanted)
    gap = Gap("Record what the officer attended, approved, decided or cleared", "partnership:involvement-record")
    if len(found) < wanted:
        of_kinds = f", of {wanted_kinds} kinds or more" if wanted_kinds > 1 else ""
        return [Short(f"{wanted} {'is' if wanted == 1 else 'are'} expected{whose(expects, 'involvements')}{of_kinds}.", (gap,))]
    if kinds < wanted_kinds:
        return [Short(f"They are of {counted(kinds, 'kind')}; {wanted_kinds} are expected{whose(expects, 'kinds')}.", (gap,))]
    return []


@indicator("partnership.dialogue-with-communities")
def dialogue_with_communities(facts: PartnershipFacts, expects: Expects, on: date) -> Finding:
    """Exchanges with several community organisations, one heard and answered, one reported to the group (toolkit 1.b3)."""
    months, page = int(expects["months"]), "partnership:exchange-record"
    known = [row for row in facts.exchanges if row.on <= on]
    since = months_before(on, months)
    nil = max(
        (row for row in facts.nil_returns if row.about == NilAbout.EXCHANGES and since < row.on <= on), key=lambda row: row.on, default=None
    )
    do = f"Record a conversation: who, when, what was heard. {expects['organisations']} organisations are expected"
    if not known and nil is None:
        return nothing_recorded(facts, on, what="conversation with a community organisation", register="conversations", do=do, page=page)
    found = sorted((row for row in known if row.on > since), key=lambda row: (row.on, row.ref))
    if not found:
        says = f"No conversation with a community organisation was recorded in the {months} months to {say(on)}{whose(expects, 'months')}."
        noted = (
            [f"On {say(nil.on)} the {nil.by} recorded that none arose; dialogue is sought, so this does not stand in for it."]
            if nil
            else []
        )
        rests_on: list[Fact] = [*known, *([nil] if nil else [])]
        return conclude([], [short(says, do, page, status=Status.NOT)], rests_on=rests_on, notes=noted)
    shorts = _dialogue_short(facts, found, expects, on, months)
    organisations = {row.organisation for row in found}
    met = (
        f"There were {counted(len(found), 'exchange')} with {counted(len(organisations), 'community organisation')} in the {months} months"
    )
    holds = [f"{met.replace('There were 1 ', 'There was 1 ')} to {say(on)}."]
    note = "Whether the dialogue is effective is for a person to say." if not shorts else ""
    return conclude(holds, shorts, rests_on=found, notes=[note])


def _dialogue_short(facts: PartnershipFacts, found: list[Exchange], expects: Expects, on: date, months: int) -> list[Short]:
    """Too few organisations, nothing heard and answered, or nothing told to the group."""
    began, newest, page = facts.area.began, found[-1].ref, "partnership:exchange-record"
    wanted = scaled(int(expects["organisations"]), began, on, months=months, expects=expects)
    shorts = []
    if len({row.organisation for row in found}) < wanted:
        says = f"Exchanges with {wanted} organisations are expected{whose(expects, 'organisations')}."
        shorts.append(short(says, "Record a conversation with another organisation", page))
    answered = sum(row.heard and row.answered is not None and row.answered <= on for row in found)
    if answered < int(expects["heard"]):
        have = "has" if answered == 1 else "have"
        says = f"{answered} of them {have} what was heard and the answer; {expects['heard']} is expected{whose(expects, 'heard')}."
        shorts.append(short(says, "Record what was heard and what was answered", page, newest))
    reported = sum(row.reported is not None and row.reported <= on for row in found)
    if reported < int(expects["reported"]):
        were = "was" if reported == 1 else "were"
        says = f"{reported} of them {were} reported to the group; {expects['reported']} is expected{whose(expects, 'reported')}."
        shorts.append(short(says, "Report an exchange to the group", page, newest))
    if not shorts and is_young(began, on, months=months, expects=expects) and not _has_met_twice(facts, on):
        says = f"The register began on {say(began)}; until the group has met twice this is at most partly met."
        shorts.append(short(says, "Plan the next meeting", "partnership:meeting-plan"))
    return shorts


def _has_met_twice(facts: PartnershipFacts, on: date) -> bool:
    return any(sum(sitting.on <= on for sitting in overseer.ordinary) >= 2 for overseer in facts.overseers(on))
