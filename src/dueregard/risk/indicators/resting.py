"""Lines 2.g2, 2.b1 and 2.b3: what the risks rest on, what partners give to the local profile, what follows for the plan."""

from datetime import date

from dueregard.basics.dates import counted, months_before, say
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
    named,
    short,
    some,
    together,
    unrecorded,
    whose,
)
from dueregard.risk.indicators.facts import RiskFacts, plan_in_force
from dueregard.risk.indicators.rows import LOCAL, Risk, Source
from dueregard.risk.indicators.shared import only_official
from dueregard.risk.rules.risks import RiskKind

ASK = "Ask police for the local profile, and record that you asked"


@indicator("risk.rests-on-profile-and-local-knowledge")
def rests_on_profile_and_local_knowledge(facts: RiskFacts, expects: Expects, on: date) -> Finding:
    """Situational risks rest on the latest local profile and on other local information; failing the duty is a risk (toolkit 2.g2)."""
    known = [risk for risk in facts.risks if risk.on <= on]
    if not known and not any(row.on <= on for row in facts.sources):
        do, page = "Record the local profile by reference, then the risks", "risk:source-new"
        return unrecorded(facts.area, on, what="risk or source", register="risks", do=do, page=page)
    risks, profiles = facts.open_risks(on), facts.profiles(on)
    latest = profiles[-1] if profiles else None
    situational = [risk for risk in risks if risk.risk_kind == RiskKind.SITUATIONAL]
    parts = [*_situational(facts, situational, latest, on), _corporate(risks, on)]
    missing = sum(bool(part.shorts) for part in parts)
    if missing == len(parts):
        parts = [Part(part.holds, tuple(Short(one.says, one.gaps, Status.NOT) for one in part.shorts), part.rests_on) for part in parts]
    parts.append(_age(facts, latest, expects, on))
    return together(parts, notes=[only_official(facts)])


def _situational(facts: RiskFacts, risks: list[Risk], latest: Source | None, on: date) -> list[Part]:
    """One situational risk rests on the latest edition received, and another on other local information."""
    local = {row.ref for row in facts.sources if row.source_kind in LOCAL and row.holds(on)}
    on_latest = [risk for risk in risks if latest is not None and latest.ref in risk.rests_on(on)]
    on_local = [risk for risk in risks if local & risk.rests_on(on)]
    others = [risk for risk in on_local if not (len(on_latest) == 1 and risk is on_latest[0])]
    if latest is None:
        says = "No edition of the local profile has been received; that is said of the source, not of the council."
        first = Part("", (short(says, ASK, "risk:contribution-list"),))
    elif not on_latest:
        says = f"No situational risk rests on the latest edition received, {latest.says}."
        first = Part("", (short(says, "Say which risks rest on it", "risk:source", latest.ref),))
    else:
        says = f"{some([named(risk) for risk in on_latest])} {'rests' if len(on_latest) == 1 else 'rest'} on the latest local profile, "
        first = Part(f"{says}{latest.says}.", (), (*on_latest, latest))
    if not others:
        says = "No other situational risk rests on other local information."
        return [first, Part("", (short(says, "Say which local information a risk rests on", "risk:risk-list"),))]
    says = f"{some([named(risk) for risk in others])} {'rests' if len(others) == 1 else 'rest'} on other local information."
    return [first, Part(says, (), tuple(others))]


def _corporate(risks: list[Risk], on: date) -> Part:
    """A corporate risk of not meeting the duty, with its reference in the corporate register."""
    corporate = [risk for risk in risks if risk.risk_kind == RiskKind.CORPORATE]
    if not corporate:
        says = "No corporate risk of not meeting the duty is in the register."
        return Part("", (short(says, "Record the risk of not meeting the duty", "risk:risk-new"),))
    referred = [risk for risk in corporate if risk.has(risk.references, on)]
    if not referred:
        says = f"{some([named(risk) for risk in corporate])} has no reference in the corporate register."
        return Part("", (short(says, "Record its reference in the corporate register", "risk:risk", corporate[-1].ref),))
    first = referred[0]
    place = max((row for row in first.references if row.on <= on), key=lambda row: row.on).ref
    return Part(f"Not meeting the duty is a corporate risk: {named(first)}, {place}.", (), (first,))


def _age(facts: RiskFacts, latest: Source | None, expects: Expects, on: date) -> Part:
    """An edition that is old is said; without a dated request to police for a newer one it falls short."""
    months = int(expects["profile_months"])
    if latest is None or latest.bears >= months_before(on, months):
        return Part()
    since = f"{latest.says} is more than {months} months old{whose(expects, 'profile_months')}"
    asked = max((row for row in facts.requests if latest.on <= row.on <= on), key=lambda row: (row.on, row.ref), default=None)
    if asked is not None:
        return Part(f"{since}; police were asked for a newer one on {say(asked.on)}.", (), (asked,))
    says = f"{since}, and no request to police for a newer one is recorded."
    return Part("", (short(says, ASK, "risk:contribution-list"),))


@indicator("risk.partners-shape-the-profile")
def partners_shape_the_profile(facts: RiskFacts, expects: Expects, on: date) -> Finding:
    """Something was given towards the local profile since the edition before the current one (toolkit 2.b1)."""
    given, profiles = [row for row in facts.contributions if row.on <= on], facts.profiles(on)
    do, page = "Record what was given towards the local profile", "risk:contribution-list"
    if not given and not profiles:
        what, register = "edition of the local profile, and no contribution to one,", "contributions"
        return unrecorded(facts.area, on, what=what, register=register, do=do, page=page)
    before = profiles[-2].dated if len(profiles) > 1 else None
    counts = sorted((row for row in given if before is None or row.on >= before), key=lambda row: (row.on, row.ref))
    since = f" since {say(before)}, the date of the edition before the current one" if before else ""
    notes = [only_official(facts)]
    if counts:
        were = "1 contribution was" if len(counts) == 1 else f"{len(counts)} contributions were"
        holds = f"{were} made to the local profile{since}; the last on {say(counts[-1].on)}."
        return conclude([holds], [], rests_on=counts, notes=notes)
    earlier = f" The last was on {say(max(row.on for row in given))}." if given else ""
    says = f"No contribution to the local profile is recorded{since}.{earlier}"
    rests_on: list[Fact] = [*profiles[-1:], *given]
    return conclude([], [short(says, do, page, status=Status.NOT)], rests_on=rests_on, notes=notes)


@indicator("risk.drives-the-plan")
def drives_the_plan(facts: RiskFacts, expects: Expects, on: date) -> Finding:
    """What the plan does follows from the assessment: its actions answer risks, and no risk above tolerance is left out (toolkit 2.b3)."""
    missing = _nothing_to_link(facts, on)
    if missing is not None:
        return missing
    plan, risks = plan_in_force(facts.plans, on), facts.open_risks(on)
    assert plan is not None
    actions = [action for action in facts.plan_actions(plan, on) if action.is_open(on)]
    if not actions:
        says = (
            f"No action of {plan.label} is open, so nothing follows from the assessment now. Only a person can say whether that is right."
        )
        gap = Gap("Put the next actions into the plan", "plan:plan", plan.ref)
        return conclude([], [Short(says, (gap,), Status.NEEDS_JUDGEMENT)], rests_on=[plan])
    live = frozenset(ref for risk in risks for ref in facts.lines[risk.ref])
    linked = [action for action in actions if action.answers(on) & live]
    done = {action.ref for action in linked}
    answered = frozenset(ref for action in actions for ref in action.answers(on))
    left_out = [risk for risk in facts.above(on) if not facts.lines[risk.ref] & answered]
    share, half = len(linked) / len(actions), float(expects["partly_share"])
    words = f"{len(linked)} of {counted(len(actions), 'open action')} of {plan.label} answer a risk in force"
    words += f"; {float(expects['share']) * 100:g}% are expected{whose(expects, 'share')}."
    shorts = []
    if len(linked) < float(expects["share"]) * len(actions) - 1e-9:
        bare = [action for action in actions if action.ref not in done]
        gaps = tuple(Gap(f"Say which risk {action.ref} answers", "partnership:action", action.ref) for action in bare[:10])
        status = Status.NOT if share < half - 1e-9 else Status.PARTLY
        shorts.append(Short(f"{words} Without one: {some([named(action) for action in bare])}.", gaps, status))
    if left_out:
        gaps = tuple(Gap(f"Put an action for {risk.ref} into the plan", "risk:risk", risk.ref) for risk in left_out[:10])
        has = "is above tolerance and has" if len(left_out) == 1 else "are above tolerance and have"
        shorts.append(Short(f"{some([named(risk) for risk in left_out])} {has} no action in the plan.", gaps))
    rests_on: list[Fact] = [plan, *linked]
    return conclude(["" if shorts and "Without one" in shorts[0].says else words], shorts, rests_on=rests_on, notes=[only_official(facts)])


def _nothing_to_link(facts: RiskFacts, on: date) -> Finding | None:
    """Nothing recorded on one side of the link, or no plan in force."""
    if not any(risk.on <= on for risk in facts.risks):
        return unrecorded(facts.area, on, what="risk", register="risks", do="Record the first risk", page="risk:risk-new")
    plans = sorted((plan for plan in facts.plans if plan.on <= on), key=lambda plan: (plan.covers_from, plan.ref))
    if not plans:
        return unrecorded(facts.area, on, what="partnership plan", register="plans", do="Record the plan in force", page="plan:plan-new")
    if plan_in_force(plans, on) is None:
        says = f"No plan is in force on {say(on)}, so nothing follows from the assessment."
        return conclude([], [short(says, "Record the plan in force", "plan:plan-new", status=Status.NOT)], rests_on=plans)
    return None
