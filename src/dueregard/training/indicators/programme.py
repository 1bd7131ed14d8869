"""Lines 6.b1 to 6.b6: those with Prevent in their job, what they tell others, information, induction, development, settings."""

from datetime import date, timedelta

from dueregard.basics.dates import counted, in_window, months_after, months_before, say
from dueregard.guidance.indicator import Expects, Finding, Gap, Short, Status, conclude, indicator, short, some, unrecorded, whose
from dueregard.training.indicators.facts import TrainingFacts
from dueregard.training.indicators.rows import Inducted, PostHeld, ProgrammeRow
from dueregard.training.rules.programme import Audience, ProgrammeKind

PEOPLE = "training:development-list"  # the page of those who deliver Prevent: when they trained, what else they did


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
    says = f"{len(fresh)} of {counted(len(fresh) + len(lacking), 'holder')} of a Prevent-specific post trained within {months} months"
    if not lacking and fresh:
        return conclude([f"{says}."], [], rests_on=fresh, notes=notes)
    if not lacking:
        part = short(f"Nobody in a Prevent-specific post is due to have trained by {say(on)}.", "See who they are", PEOPLE)
        return conclude([], [part], rests_on=held)
    names = some([row.label if row.is_known else f"{row.label} (not in the workforce kept here)" for row in lacking])
    gaps = tuple(Gap(f"Train the {row.label}, or record it", PEOPLE) for row in lacking[:10])
    status = Status.PARTLY if fresh and len(fresh) >= len(due) / 2 else Status.NOT
    return conclude([], [Short(f"{says}. Not: {names}.", gaps, status)], rests_on=held, notes=notes)


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
        return unrecorded(facts.area, on, what="update to staff", register="updates", do="Record one", page="training:update-new")
    months, wanted = int(expects["months"]), int(expects["updates"])
    lately = [row for row in told if in_window(row.on, until=on, months=months)]
    says = f"{counted(len(lately), 'update')} to staff in the {months} months to {say(on)}"
    if len(lately) >= wanted:
        return conclude([f"{says}."], [], rests_on=lately)
    status = Status.PARTLY if lately else Status.NOT
    part = short(f"{says}; {wanted} are expected{whose(expects, 'updates')}.", "Record an update", "training:update-new", status=status)
    return conclude([], [part], rests_on=told)


@indicator("training.information-available")
def information_available(facts: TrainingFacts, expects: Expects, on: date) -> Finding:
    """Each main audience has a current item of information that was checked in the window (toolkit 6.b3)."""
    there = [row for row in facts.materials if row.holds(on)]
    if not there:
        return unrecorded(facts.area, on, what="written information", register="information", do="Record it", page="training:material-new")
    months = int(expects["months"])
    fresh = [row for row in there if (day := row.checked(on)) and in_window(day, until=on, months=months)]
    reached = {row.audience for row in fresh}
    missing = [audience.label.lower() for audience in Audience if audience.value not in reached]
    says = (
        f"Information found current in the {months} months to {say(on)} reaches {len(reached)} of {counted(len(Audience), 'main audience')}"
    )
    if not missing:
        return conclude([f"{says}."], [], rests_on=fresh)
    status = Status.PARTLY if reached else Status.NOT
    part = short(
        f"{says}. Missing: {some(missing)}.",
        "Record information for them, or look at what is there",
        "training:material-list",
        status=status,
    )
    return conclude([], [part], rests_on=there)


@indicator("training.new-officers-are-inducted")
def new_officers_are_inducted(facts: TrainingFacts, expects: Expects, on: date) -> Finding:
    """Whoever began to deliver Prevent finished an induction in time, with the adviser's support (toolkit 6.b4)."""
    months, days = int(expects["months"]), int(expects["days"])
    since = months_before(on, months)
    began = [row for row in facts.inductions if since < row.on <= on - timedelta(days=days)]
    waiting = [row for row in facts.inductions if max(since, on - timedelta(days=days)) < row.on <= on]
    notes = [f"{counted(len(waiting), 'induction')} begun less than {days} days ago left out."] if waiting else []
    if not began:
        return _nobody_new(facts, on, since=since, waiting=bool(waiting), notes=notes)
    lacking = [(row, lacks) for row in began if (lacks := _lacks(row, on, days))]
    done = len(began) - len(lacking)
    says = f"{done} of {counted(len(began), 'new officer')} finished induction within {days} days with the adviser’s support"
    if not lacking:
        return conclude([f"{says}."], [], rests_on=began, notes=notes)
    gaps = tuple(_closes(row, lacks, leaves=months_after(row.on, months)) for row, lacks in lacking[:10])
    status = Status.PARTLY if done else Status.NOT
    named = some([f"{row.label} ({lacks})" for row, lacks in lacking])
    return conclude([], [Short(f"{says}. Not: {named}.", gaps, status)], rests_on=began, notes=notes)


UNMET = "the adviser not met"


def _lacks(row: Inducted, on: date, days: int) -> str:
    """What an induction that is due lacks; nothing where it was finished in time and the adviser was met."""
    if row.finished is None or row.finished > on:
        return "not finished"
    if row.finished > row.on + timedelta(days=days):
        return "not finished in time"
    return "" if any(day <= on for day in row.met) else UNMET


def _closes(row: Inducted, lacks: str, *, leaves: date) -> Gap:
    """What is left to do about one: what was late stays late until it leaves the window, and that is said."""
    if lacks == UNMET:
        return Gap(f"Have the {row.label} meet the regional adviser, and record it", "training:induction", row.ref)
    if row.finished is None:
        return Gap(f"Finish the induction of the {row.label}; late as it is, it counts until {say(leaves)}", "training:induction", row.ref)
    return Gap(f"Nothing more: the induction of the {row.label} was late and counts until {say(leaves)}", "training:induction", row.ref)


def _nobody_new(facts: TrainingFacts, on: date, *, since: date, waiting: bool, notes: list[str]) -> Finding:
    """Nobody is due to have been inducted: a current programme stands ready, or not."""
    programme = _current(facts, ProgrammeKind.INDUCTION, on)
    if programme:
        says = f"Nobody who began to deliver Prevent after {say(since)} is due to have finished induction; {programme.label} is current."
        return conclude([says], [], rests_on=[programme], notes=notes)
    if not waiting and not _ever(facts, ProgrammeKind.INDUCTION, on):
        do, page = "Record the programme", "training:programme-new"
        return unrecorded(facts.area, on, what="induction or induction programme", register="inductions", do=do, page=page)
    part = _no_programme(facts, ProgrammeKind.INDUCTION, on, "No induction programme is current")
    return conclude([], [Short(part.says, part.gaps, Status.PARTLY if waiting else Status.NOT)], rests_on=[], notes=notes)


def _ever(facts: TrainingFacts, kind: ProgrammeKind, on: date) -> list[ProgrammeRow]:
    """The programmes of a kind begun by a day, the latest last."""
    found = [row for row in facts.programmes if row.programme == kind and row.on <= on]
    return sorted(found, key=lambda row: (row.on, row.ref))


def _current(facts: TrainingFacts, kind: ProgrammeKind, on: date) -> ProgrammeRow | None:
    return next((row for row in reversed(_ever(facts, kind, on)) if row.is_current(on)), None)


def _no_programme(facts: TrainingFacts, kind: ProgrammeKind, on: date, says: str, *, status: Status = Status.PARTLY) -> Short:
    """No programme of a kind is current: review the one whose review is overdue, or record one."""
    overdue = next((row for row in reversed(_ever(facts, kind, on)) if row.holds(on) and row.review_due), None)
    if overdue is not None and overdue.review_due is not None:
        words = f"{says}: {overdue.label} was due for review on {say(overdue.review_due)}."
        return short(words, "Review it", "training:programme", overdue.ref, status=status)
    return short(f"{says}.", "Record the programme", "training:programme-new", status=status)


@indicator("training.continuing-development")
def continuing_development(facts: TrainingFacts, expects: Expects, on: date) -> Finding:
    """A current programme of development, and half or more of those who deliver Prevent did something in the window (toolkit 6.b5)."""
    programme = _current(facts, ProgrammeKind.DEVELOPMENT, on)
    logged = [row for row in facts.developments if row.on <= on]
    if not logged and not _ever(facts, ProgrammeKind.DEVELOPMENT, on):
        do, page = "Record the programme", "training:programme-new"
        return unrecorded(facts.area, on, what="programme of development", register="development", do=do, page=page)
    months, wanted = int(expects["months"]), float(expects["share"])
    people = {row.person for row in facts.delivers if row.holds(on)}
    lately = [row for row in logged if in_window(row.on, until=on, months=months)]
    active = people & {row.person for row in lately}
    held = f"{len(active)} of {counted(len(people), 'person', 'people')} who deliver Prevent, the Channel panel included,"
    says = f"{held} did something for it in the {months} months to {say(on)}"
    holds, shorts = [], []
    if programme:
        holds.append(f"{programme.label} is current.")
    else:
        status = Status.PARTLY if active else Status.NOT
        shorts.append(_no_programme(facts, ProgrammeKind.DEVELOPMENT, on, "No programme of development is current", status=status))
    status = Status.PARTLY if programme else Status.NOT
    if not people:
        words = "Nobody is recorded as delivering Prevent: no Prevent-specific post is held, and no Channel panel has members."
        shorts.append(short(words, "Record who holds the posts", "organisations:overview", status=status))
    elif len(active) >= wanted * len(people):
        holds.append(f"{says}.")
    else:
        words = f"{says}; {wanted:.0%} is expected{whose(expects, 'share')}."
        shorts.append(short(words, "Record what they did", "training:development-list", status=status))
    return conclude(holds, shorts, rests_on=[*([programme] if programme else []), *lately])


@indicator("training.works-with-settings")
def works_with_settings(facts: TrainingFacts, expects: Expects, on: date) -> Finding:
    """A current education programme reached three or more types of setting in the window (toolkit 6.b6)."""
    programme = _current(facts, ProgrammeKind.EDUCATION, on)
    reached = [row for row in facts.reached if row.on <= on]
    if not reached and not _ever(facts, ProgrammeKind.EDUCATION, on):
        do, page = "Record the programme", "training:programme-new"
        return unrecorded(facts.area, on, what="work with educational settings", register="settings", do=do, page=page)
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
        shorts.append(short(words, "Record which settings were reached", "training:setting-list", status=status))
    if programme:
        holds.append(f"{programme.label} is current.")
    else:
        shorts.append(_no_programme(facts, ProgrammeKind.EDUCATION, on, "No programme of work with settings is current"))
    return conclude(holds, shorts, rests_on=[*([programme] if programme else []), *lately])
