"""Lines 6.g1 to 6.g4, 4.g2 and 7.b2: how many of those who need it have had which training, under which plan."""

from datetime import date

from dueregard.basics.dates import counted, in_window, say
from dueregard.guidance.indicator import (
    Expects,
    Fact,
    Finding,
    Gap,
    Part,
    Short,
    Status,
    conclude,
    indicator,
    short,
    some,
    together,
    unrecorded,
    whose,
)
from dueregard.training.indicators.facts import TrainingFacts
from dueregard.training.indicators.rows import Counted, MaterialRow, Service, TrainingPlan
from dueregard.training.rules.courses import Subject
from dueregard.training.rules.suppression import is_small

AWARENESS, REFERRAL, IDEOLOGY, VENUE = Subject.AWARENESS.value, Subject.REFERRAL.value, Subject.IDEOLOGY.value, Subject.VENUE.value
WHOLE = 1e-9  # what binary fractions lose; nothing is rounded


@indicator("training.staff-know-the-signs")
def staff_know_the_signs(facts: TrainingFacts, expects: Expects, on: date) -> Finding:
    """Those in scope, commissioned services included, have had awareness training (toolkit 6.g1)."""
    if facts.is_unused:
        return nothing(facts, on)
    parts = [_plan(facts, on), _with_services(facts, AWARENESS, expects, on), _placed(facts)]
    return together(parts, notes=_left_out(facts, AWARENESS))


@indicator("training.staff-know-how-to-refer")
def staff_know_how_to_refer(facts: TrainingFacts, expects: Expects, on: date) -> Finding:
    """Those in scope have had training in referral, and current written guidance tells them how (toolkit 6.g2)."""
    if facts.is_unused:
        return nothing(facts, on)
    months = int(expects["months"])
    current = [row for row in facts.materials if row.holds(on) and row.says_how_to_refer]
    fresh = [row for row in current if (day := row.checked(on)) and in_window(day, until=on, months=months)]
    if fresh:
        written = Part(f"Written guidance says how to refer: {some([row.label for row in fresh])}.", (), tuple(fresh))
    else:
        written = Part("", (_unwritten(current, months, on),))
    notes = [*_left_out(facts, REFERRAL), *_not_asked(facts, REFERRAL)]
    return together([_plan(facts, on), _with_services(facts, REFERRAL, expects, on), written], notes=notes)


@indicator("training.frontline-understands-ideologies")
def frontline_understands_ideologies(facts: TrainingFacts, expects: Expects, on: date) -> Finding:
    """The frontline in scope has had training in ideologies (toolkit 6.g3)."""
    if facts.is_unused:
        return nothing(facts, on)
    group = facts.frontline.get(IDEOLOGY, Counted())
    if not group.people:
        says = "Nobody in scope has a frontline profile, so nobody can tell who needs this."
        return conclude([], [short(says, "Say which profiles are frontline", "training:profile-list", status=Status.NOT)], rests_on=[])
    return together(
        [_plan(facts, on), _share(group, "frontline people in scope", "ideology training", expects, plan=facts.plan(on))],
        notes=_scope(facts),
    )


@indicator("training.plan-measures-need")
def plan_measures_need(facts: TrainingFacts, expects: Expects, on: date) -> Finding:
    """A plan in force tells tiers apart, places every team and profile, and asks for more where a risk says so (toolkit 6.g4)."""
    if facts.is_unused:
        return nothing(facts, on)
    plan = facts.plan(on)
    if plan is None:
        return together([_plan(facts, on)], notes=_scope(facts))
    wanted = int(expects["tiers"])
    tiers = {row.tier for row in facts.requires if row.tier}
    apart = Part(f"It requires courses of profiles of {counted(len(tiers), 'tier')}.")
    if len(tiers) < wanted:
        of = counted(len(tiers), "tier") if tiers else "no tier"
        says = f"It requires courses of profiles of {of}; {wanted} are expected{whose(expects, 'tiers')}."
        apart = Part("", (short(says, "Require courses of profiles of other tiers", "training:plan", plan.ref),))
    special = [row for row in facts.requires if row.is_specialist]
    asked = Part(f"{counted(len(special), 'requirement')} {'is' if len(special) == 1 else 'are'} tied to a risk.", (), tuple(special))
    if not special:
        says = "No specialist training is required because of a risk."
        asked = Part("", (short(says, "Tie a requirement of a profile to the risk it answers", "training:plan", plan.ref),))
    return together([_plan(facts, on), apart, _placed(facts), _profiles(facts), asked], notes=_scope(facts))


@indicator("training.strategy-says-who")
def strategy_says_who(facts: TrainingFacts, expects: Expects, on: date) -> Finding:
    """A training plan in force places every team and requires training in referral, and those in have had it (toolkit 4.g2)."""
    if facts.is_unused:
        return nothing(facts, on)
    plan = facts.plan(on)
    required = Part()
    if plan is not None and not any(REFERRAL in row.subjects and row.is_mandatory for row in facts.requires):
        says = f"{plan.label} requires no training in referral."
        required = Part("", (short(says, "Require a course that teaches referral", "training:plan", plan.ref),))
    group = facts.people.get(REFERRAL, Counted(people=facts.scope.inside - facts.scope.absent))
    parts = [_plan(facts, on), required, _placed(facts), _share(group, "people in scope", "training in referral", expects, plan=plan)]
    return together(parts, notes=_left_out(facts, REFERRAL))


@indicator("training.venue-staff-due-diligence")
def venue_staff_due_diligence(facts: TrainingFacts, expects: Expects, on: date) -> Finding:
    """Those who let venues have had training in due diligence (toolkit 7.b2)."""
    group = facts.venues.get(VENUE, Counted())
    if facts.is_unused or not group.people:
        return unrecorded(
            facts.area, on, what="team that lets venues", register="teams", do="Place the teams that let venues", page="training:team-list"
        )
    return together(
        [_plan(facts, on), _share(group, "people who let venues", "due diligence training", expects, plan=facts.plan(on), floor=0.0)]
    )


def nothing(facts: TrainingFacts, on: date) -> Finding:
    """Neither a plan nor a workforce has been recorded."""
    return unrecorded(
        facts.area, on, what="training plan or workforce", register="training", do="Record the training plan", page="training:plan-new"
    )


def _plan(facts: TrainingFacts, on: date) -> Part:
    plan = facts.plan(on)
    if plan is not None:
        return Part(f"{plan.label} is in force until {say(plan.covers_to)}.", (), (plan,))
    says = f"No training plan is in force on {say(on)}."
    return Part("", (short(says, "Record the training plan", "training:plan-new", status=Status.NOT),), facts.plans)


def _placed(facts: TrainingFacts) -> Part:
    """Every team is in or out of scope, with a reason."""
    missing = facts.scope.teams_unplaced
    if missing:
        are = "is" if len(missing) == 1 else "are"
        says = f"{len(missing)} of {counted(facts.scope.teams, 'team')} {are} placed neither in nor out of scope: {some(missing)}."
        return Part("", (short(says, "Place them, with the reason", "training:team-list"),))
    return Part(f"Every team is placed in or out of scope: {facts.scope.teams}." if facts.scope.teams else "")


def _profiles(facts: TrainingFacts) -> Part:
    number = facts.scope.without_profile
    if not number:
        return Part("A profile fits everybody in scope." if facts.scope.inside else "")
    are = "is" if number == 1 else "are"
    says = f"{number} of {counted(facts.scope.inside, 'person', 'people')} in scope {are} fitted by no profile."
    return Part("", (short(says, "Say whom the profiles fit", "training:profile-list"),))


def _unwritten(current: list[MaterialRow], months: int, on: date) -> Short:
    """There is no written guidance on how to refer, or nobody looked whether it still holds."""
    if not current:
        return short("No written information that says how to refer is recorded.", "Record it", "training:material-new")
    named = some([row.label for row in current])
    says = f"Nobody found what says how to refer current in the {months} months to {say(on)}: {named}."
    return short(says, "Look at it, and say that it is current", "training:material-list")


def _share(group: Counted, whom: str, what: str, expects: Expects, *, plan: TrainingPlan | None, floor: float | None = None) -> Part:
    """So many of a group have had it: met from the expected share, partly from half of it or from the floor."""
    wanted, least = float(expects["share"]), float(expects.get("partly_share", 0.0)) if floor is None else floor
    if not group.people:
        says = f"Nobody is recorded as working in a team in scope, so nobody can tell who has had {what}."
        return Part("", (short(says, "Place the teams, and record who works in them", "training:team-list", status=Status.NOT),))
    if not group.due:
        says = f"All {whom} joined lately ({few(group.people, 'person', 'people')}), so nobody is due to have had {what} yet."
        return Part("", (short(says, "See who joined", "training:coverage", status=Status.NOT),))
    share = group.has / group.due
    says = f"{_so_many(group, whom, share, wanted)} have had {what} that has not lapsed"
    if share >= wanted - WHOLE:
        return Part(f"{says}.{_untold(group)}")
    says = f"{says}; {wanted:.0%} is expected{whose(expects, 'share')}."
    gaps = [Gap("See where coverage is low", "training:coverage")]
    if group.unasked:
        says += f" None is required of {few(group.unasked, 'person', 'people')} of them."
        gaps = [Gap(f"Require {what} of them", "training:plan", plan.ref), *gaps] if plan else gaps
    says += _untold(group)
    status = Status.PARTLY if share >= least - WHOLE and group.has else Status.NOT
    return Part("", (Short(says, tuple(gaps), status),))


def _so_many(group: Counted, whom: str, share: float, wanted: float) -> str:
    """How many of a group, where that can be told of them; otherwise only whether it is enough."""
    if group.is_told:
        return f"{group.has} of {group.due} {whom} ({int(share * 100 + WHOLE)}%)"
    return f"At least {wanted:.0%} of {whom}" if share >= wanted - WHOLE else f"Fewer than {wanted:.0%} of {whom}"


def _untold(group: Counted) -> str:
    return "" if group.is_told else " The numbers are not given, since those of a few people could be worked out from them."


def few(number: int, noun: str, plural: str = "") -> str:
    """A count of people with its noun, in words where they are few: a few joiners, 12 joiners."""
    return f"a few {plural or noun + 's'}" if is_small(number) else counted(number, noun, plural)


def _with_services(facts: TrainingFacts, subject: str, expects: Expects, on: date) -> Part:
    """People kept here and the returns of commissioned services together; a service of which nothing is known falls short."""
    group = facts.people.get(subject, Counted(people=facts.scope.inside - facts.scope.absent, unasked=facts.scope.inside))
    months = int(expects["months"])
    rests_on: list[Fact] = []
    unknown: list[Service] = []
    for service in facts.services:
        lines = [row for row in service.figures if row.subject == subject and in_window(row.as_at, until=on, months=months)]
        if lines:
            asked, has = sum(row.in_scope for row in lines), sum(row.trained for row in lines)
            group += Counted(people=asked, has=has, is_told=not any(is_small(number) for number in (asked, has, asked - has)))
            rests_on.append(service)
        elif not service.is_kept_here and not _is_spared(service, subject):
            unknown.append(service)
    shorts = [_unknown(unknown, facts, subject)] if unknown else []
    what = "awareness training" if subject == AWARENESS else "training in referral"
    part = _share(group, "people in scope", what, expects, plan=facts.plan(on))
    return Part(part.holds, (*part.shorts, *shorts), (*part.rests_on, *rests_on))


def _is_spared(service: Service, subject: str) -> bool:
    """Whether a service is asked about other things only. Not so awareness: 6.g1 is of every commissioned service."""
    return subject != AWARENESS and bool(service.asked) and subject not in service.asked


def _unknown(services: list[Service], facts: TrainingFacts, subject: str) -> Short:
    """Services that fall short, since nothing is known of them: those asked about other things only are told apart."""
    other = {row.ref for row in services if row.asked and subject not in row.asked}
    named = some([f"{row.label} (asked about other subjects only)" if row.ref in other else row.label for row in services])
    gaps = tuple(Gap(f"Ask {row.label} for a return, or bring in its people", "training:return-list") for row in services[:10])
    return Short(f"Nothing is known of {len(services)} of {counted(len(facts.services), 'commissioned service')}: {named}.", gaps)


def _not_asked(facts: TrainingFacts, subject: str) -> list[str]:
    """The services left out because they are asked about other things only: always said."""
    spared = [row for row in facts.services if not row.is_kept_here and _is_spared(row, subject)]
    named = [row.label for row in spared if not any(line.subject == subject for line in row.figures)]
    return [f"Not asked about this, and left out: {some(named)}."] if named else []


def _scope(facts: TrainingFacts) -> list[str]:
    """The share of the workforce in scope, always said."""
    force = facts.scope
    if not force.all:
        return ["No workforce has been recorded."]
    share = int(force.inside / force.all * 100 + WHOLE)
    kept = f"kept here and by {some(force.others)}" if force.others else "kept here"
    return [f"In scope: {force.inside} of {counted(force.all, 'person', 'people')} of the workforce {kept} ({share}%)."]


def _left_out(facts: TrainingFacts, subject: str) -> list[str]:
    joining = facts.people.get(subject, Counted()).joining
    said = []
    if joining:
        said.append(f"{few(joining, 'joiner').capitalize()} within the time allowed are left out.")
    if facts.scope.absent:
        said.append(f"{few(facts.scope.absent, 'person', 'people').capitalize()} away for more than 90 days are left out.")
    return [*_scope(facts), *said]
