"""Lines 6.b1 to 6.b6: those with Prevent in their job, what they tell others, information, induction, development, settings."""

from datetime import date, timedelta

from dueregard.basics.dates import counted, in_window, months_before, say
from dueregard.guidance.indicator import Expects, Finding, Gap, Short, Status, conclude, indicator, short, some, unrecorded, whose
from dueregard.training.indicators.facts import TrainingFacts
from dueregard.training.indicators.rows import PostHeld, ProgrammeRow
from dueregard.training.rules.programme import Audience, ProgrammeKind


@indicator("training.posts-refresh")
def posts_refresh(facts: TrainingFacts, expects: Expects, on: date) -> Finding:
    """Everybody in a Prevent-specific post trained within two years, once the time allowed to a joiner is over (toolkit 6.b1)."""
    months, joiner = int(expects["months"]), int(expects["joiner_days"])
    held = [row for row in facts.posts if row.holds(on)]
    if not held:
        return unrecorded(
            facts.area,
            on,
            what="holder of a Prevent-specific post",
            register="posts",
            do="Record who holds them",
            page="organisations:overview",
        )
    due = [row for row in held if (on - row.on).days > joiner]
    fresh = [row for row in held if _is_fresh(row, on, months)]
    lacking = [row for row in due if row not in fresh]
    notes = [_late_joiners(held, due, fresh)]
    says = f"{len(held) - len(lacking)} of {counted(len(held), 'holder')} of a Prevent-specific post"
    if not lacking and fresh:
        return conclude([f"{says} trained within {months} months, or still have time as joiners."], [], rests_on=fresh, notes=notes)
    if not lacking:
        part = short(f"Nobody in a Prevent-specific post is due to have trained by {say(on)}.", "See their posts", "organisations:overview")
        return conclude([], [part], rests_on=held)
    names = some([row.label if row.is_known else f"{row.label} (not in the workforce kept here)" for row in lacking])
    gaps = tuple(Gap(f"Train {row.label}, or record it", "organisations:post", row.ref) for row in lacking[:10])
    status = Status.PARTLY if fresh and len(fresh) >= len(due) / 2 else Status.NOT
    return conclude([], [Short(f"{says} trained within {months} months. Not: {names}.", gaps, status)], rests_on=held, notes=notes)


def _is_fresh(row: PostHeld, on: date, months: int) -> bool:
    last = row.last(on)
    return last is not None and in_window(last, until=on, months=months)


def _late_joiners(held: list[PostHeld], due: list[PostHeld], fresh: list[PostHeld]) -> str:
    waiting = [row for row in held if row not in due and row not in fresh]
    return f"{counted(len(waiting), 'holder')} still within the time allowed to a joiner left out." if waiting else ""


@indicator("training.update-others")
def update_others(facts: TrainingFacts, expects: Expects, on: date) -> Finding:
    """Staff were told of relevant matters twice or more in the window (toolkit 6.b2)."""
    told = [row for row in facts.updates if row.on <= on]
    if not told:
        return unrecorded(facts.area, on, what="update to staff", register="updates", do="Record one", page="training:overview")
    months, wanted = int(expects["months"]), int(expects["updates"])
    lately = [row for row in told if in_window(row.on, until=on, months=months)]
    says = f"{counted(len(lately), 'update')} to staff in the {months} months to {say(on)}"
    if len(lately) >= wanted:
        return conclude([f"{says}."], [], rests_on=lately)
    status = Status.PARTLY if lately else Status.NOT
    part = short(f"{says}; {wanted} are expected{whose(expects, 'updates')}.", "Record an update", "training:overview", status=status)
    return conclude([], [part], rests_on=told)


@indicator("training.information-available")
def information_available(facts: TrainingFacts, expects: Expects, on: date) -> Finding:
    """Each main audience has a current item of information that was checked in the window (toolkit 6.b3)."""
    there = [row for row in facts.materials if row.holds(on)]
    if not there:
        return unrecorded(facts.area, on, what="written information", register="materials", do="Record it", page="training:overview")
    months = int(expects["months"])
    fresh = [row for row in there if (day := row.checked(on)) and in_window(day, until=on, months=months)]
    reached = {row.audience for row in fresh}
    missing = [audience.label.lower() for audience in Audience if audience.value not in reached]
    says = f"{len(Audience) - len(missing)} of {counted(len(Audience), 'main audience')} have information found current in {months} months"
    if not missing:
        return conclude([f"{says}."], [], rests_on=fresh)
    status = Status.PARTLY if reached else Status.NOT
    part = short(f"{says}. Missing: {some(missing)}.", "Record or check information for them", "training:overview", status=status)
    return conclude([], [part], rests_on=there)


@indicator("training.new-officers-are-inducted")
def new_officers_are_inducted(facts: TrainingFacts, expects: Expects, on: date) -> Finding:
    """Whoever began to deliver Prevent finished an induction in time, with the adviser's support (toolkit 6.b4)."""
    months, days = int(expects["months"]), int(expects["days"])
    programme = _current(facts, ProgrammeKind.INDUCTION, on)
    since = months_before(on, months)
    began = [row for row in facts.inductions if since < row.on <= on - timedelta(days=days)]
    if not began:
        if programme:
            says = (
                f"Nobody began to deliver Prevent in the {months} months to {say(on - timedelta(days=days))}; {programme.label} is current."
            )
            return conclude([says], [], rests_on=[programme])
        return unrecorded(
            facts.area,
            on,
            what="induction or induction programme",
            register="inductions",
            do="Record the programme",
            page="training:overview",
        )
    short_of = []
    for row in began:
        in_time = row.finished is not None and row.finished <= min(row.on + timedelta(days=days), on)
        met = any(day <= on for day in row.met)
        if not (in_time and met):
            lacks = "not finished in time" if not in_time else "the adviser not met"
            short_of.append((row, f"{row.label} ({lacks})"))
    done = len(began) - len(short_of)
    says = f"{done} of {counted(len(began), 'new officer')} finished induction within {days} days with the adviser’s support"
    if not short_of:
        return conclude([f"{says}."], [], rests_on=began)
    gaps = tuple(Gap(f"Finish the induction of {row.ref}", "training:overview") for row, _words in short_of[:10])
    status = Status.PARTLY if done else Status.NOT
    return conclude([], [Short(f"{says}. Not: {some([words for _row, words in short_of])}.", gaps, status)], rests_on=began)


def _current(facts: TrainingFacts, kind: ProgrammeKind, on: date) -> ProgrammeRow | None:
    found = [row for row in facts.programmes if row.programme == kind and row.is_current(on)]
    return max(found, key=lambda row: (row.on, row.ref), default=None)


@indicator("training.continuing-development")
def continuing_development(facts: TrainingFacts, expects: Expects, on: date) -> Finding:
    """A current programme of development, and half or more of those who deliver Prevent did something in the window (toolkit 6.b5)."""
    programme = _current(facts, ProgrammeKind.DEVELOPMENT, on)
    logged = [row for row in facts.developments if row.on <= on]
    if programme is None and not logged and not any(row.programme == ProgrammeKind.DEVELOPMENT for row in facts.programmes):
        page = "training:overview"
        return unrecorded(facts.area, on, what="programme of development", register="development", do="Record it", page=page)
    months, wanted = int(expects["months"]), float(expects["share"])
    people = {row.person for row in facts.delivers if row.holds(on)}
    lately = [row for row in logged if in_window(row.on, until=on, months=months)]
    active = people & {row.person for row in lately}
    shorts, holds = [], []
    if programme:
        holds.append(f"{programme.label} is current.")
    else:
        status = Status.PARTLY if active else Status.NOT
        shorts.append(short("No programme of development is current.", "Record or review it", "training:overview", status=status))
    says = (
        f"{len(active)} of {len(people)} who deliver Prevent, the panel included, did something for it in the {months} months to {say(on)}"
    )
    if people and len(active) >= wanted * len(people):
        holds.append(f"{says}.")
    else:
        status = Status.PARTLY if programme else Status.NOT
        words = f"{says}; {wanted:.0%} is expected{whose(expects, 'share')}."
        shorts.append(short(words, "Record what they did", "training:overview", status=status))
    return conclude(holds, shorts, rests_on=[*([programme] if programme else []), *lately])


@indicator("training.works-with-settings")
def works_with_settings(facts: TrainingFacts, expects: Expects, on: date) -> Finding:
    """A current education programme reached three or more types of setting in the window (toolkit 6.b6)."""
    programme = _current(facts, ProgrammeKind.EDUCATION, on)
    reached = [row for row in facts.reached if row.on <= on]
    if programme is None and not reached:
        page = "training:overview"
        return unrecorded(facts.area, on, what="work with educational settings", register="settings", do="Record it", page=page)
    months, wanted = int(expects["months"]), int(expects["types"])
    lately = [row for row in reached if in_window(row.on, until=on, months=months)]
    types = {row.setting for row in lately}
    says = f"{counted(len(types), 'type')} of setting reached in the {months} months to {say(on)}"
    shorts, holds = [], []
    if len(types) >= wanted:
        holds.append(f"{says}.")
    else:
        status = Status.PARTLY if types else Status.NOT
        words = f"{says}; {wanted} are expected{whose(expects, 'types')}."
        shorts.append(short(words, "Record which settings were reached", "training:overview", status=status))
    if programme:
        holds.append(f"{programme.label} is current.")
    else:
        shorts.append(short("No programme for settings is current.", "Record or review it", "training:overview"))
    return conclude(holds, shorts, rests_on=[*([programme] if programme else []), *lately])
