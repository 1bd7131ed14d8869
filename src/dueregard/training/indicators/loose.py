"""The loose ends of section 6: a plan that ended, teams nobody placed, posts untrained, inductions and information left open."""

from collections.abc import Iterator
from datetime import date, timedelta

from dueregard.basics.dates import say
from dueregard.guidance.indicator import Cite, Fact, named
from dueregard.guidance.loose_end import LooseEnd, Severity, worst_first
from dueregard.training.indicators.facts import TrainingFacts
from dueregard.training.rules.courses import PREVENT_POST_MONTHS
from dueregard.training.rules.programme import INDUCTION_DAYS, ProgrammeKind
from dueregard.training.rules.requirements import held_since

JOINER_DAYS = 90


def loose_ends(facts: TrainingFacts, on: date) -> list[LooseEnd]:
    """Every loose end of section 6 on the day, worst first."""
    return worst_first([*_plans(facts, on), *_posts(facts, on), *_programmes(facts, on)])


def _end(kind: str, severity: Severity, line: str, about: Fact, says: str, tie: str, tie_at: str) -> LooseEnd:
    subject = Cite(about.kind, about.ref, about.label, about.on, about.typed)
    return LooseEnd(
        kind=f"training.{kind}", severity=severity, line=line, subject=subject, says=says, tie=tie, tie_at=tie_at, ref=about.ref
    )


def _plans(facts: TrainingFacts, on: date) -> Iterator[LooseEnd]:
    """The last training plan ended and none followed; or teams are placed neither in nor out."""
    plan = facts.plan(on)
    past = [row for row in facts.plans if min(row.covers_to, row.until or row.covers_to) < on]
    if plan is None and past:
        last = max(past, key=lambda row: (row.covers_to, row.ref))
        says = f"{named(last)} ended on {say(min(last.covers_to, last.until or last.covers_to))} and no training plan is in force"
        yield _end("plan-ended-without-next", Severity.BREAK, "6.g4", last, says, "Record the next plan", "training:plan-new")
    if plan is not None and facts.scope.teams_unplaced:
        number = len(facts.scope.teams_unplaced)
        says = f"{named(plan)} is in force and {number} {'team is' if number == 1 else 'teams are'} placed neither in nor out of scope"
        yield _end("teams-not-placed", Severity.GAP, "6.g4", plan, says, "Place them", "training:team-list")


def _posts(facts: TrainingFacts, on: date) -> Iterator[LooseEnd]:
    """Somebody in a Prevent-specific post has not trained within two years."""
    for post in facts.posts:
        last = post.last(on)
        if post.holds(on) and (on - post.on).days > JOINER_DAYS and (last is None or last <= held_since(on, PREVENT_POST_MONTHS)):
            when = f"since {say(last)}" if last else "as far as is recorded"
            says = f"Whoever holds the post {named(post)} has not trained {when}"
            yield _end("post-not-trained", Severity.GAP, "6.b1", post, says, "Train, or record it", "training:development-list")


LINES = {ProgrammeKind.INDUCTION: "6.b4", ProgrammeKind.DEVELOPMENT: "6.b5", ProgrammeKind.EDUCATION: "6.b6"}


def _programmes(facts: TrainingFacts, on: date) -> Iterator[LooseEnd]:
    """A programme whose review is overdue; an induction past its day; information found not right and left so."""
    for row in facts.programmes:
        if row.holds(on) and row.review_due is not None and row.review_due < on:
            says = f"{named(row)} was due for review on {say(row.review_due)}"
            line = LINES[ProgrammeKind(row.programme)]
            yield _end("programme-review-overdue", Severity.NOTE, line, row, says, "Review it", "training:programme")
    for begun in facts.inductions:
        due = begun.on + timedelta(days=INDUCTION_DAYS)
        if due < on and (begun.finished is None or begun.finished > on):
            says = f"The induction {named(begun)} was to be finished by {say(due)} and is open"
            yield _end("induction-past-its-day", Severity.GAP, "6.b4", begun, says, "Finish it, or record that it is", "training:induction")
    for item in facts.materials:
        looks = [look for look in item.checks if look[0] <= on]
        if item.holds(on) and looks and not looks[-1][1]:
            says = f"{named(item)} was found not right on {say(looks[-1][0])}, and nobody has found it current since"
            yield _end("information-not-right", Severity.GAP, "6.b3", item, says, "Put it right, and look again", "training:material")
