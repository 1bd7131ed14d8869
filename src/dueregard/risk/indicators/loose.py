"""The loose ends of section 2: a risk nobody acts on, an assessment behind its cadence or its sources, as at a date."""

from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from dueregard.basics.dates import listed, months_after, months_before, say
from dueregard.guidance.indicator import Cite, Fact, named
from dueregard.guidance.loose_end import LooseEnd, Severity, worst_first
from dueregard.risk.indicators.assessed import briefed, unmitigated
from dueregard.risk.indicators.facts import RiskFacts
from dueregard.risk.indicators.rows import Edition, Risk
from dueregard.risk.rules.assessments import BRIEFING_DAYS
from dueregard.risk.rules.risks import RiskKind
from dueregard.risk.rules.sources import PROFILE_MONTHS

CADENCE_MONTHS = 9  # twice a year (toolkit 2.g1) with three months' slack: ours, as for the group's meetings


def loose_ends(facts: RiskFacts, on: date) -> list[LooseEnd]:
    """Every loose end of section 2 on the day, worst first."""
    edition = facts.in_force(on)
    found = [*_mitigation(facts, on), *_profile(facts, on)]
    for risk in facts.open_risks(on):
        found += _risk(risk, on)
    if edition is not None:
        found += [*_cadence(facts, edition, on), *_since_looked_at(facts, edition, on), *_briefing(facts, edition, on)]
    elif facts.begun(on):
        found += _none_in_force(facts, on)
    return worst_first(found)


def _end(kind: str, severity: Severity, line: str, about: Fact, says: str, tie: str, tie_at: str, ref: str | None = None) -> LooseEnd:
    subject = Cite(about.kind, about.ref, about.label, about.on, about.typed)
    return LooseEnd(
        kind=f"risk.{kind}", severity=severity, line=line, subject=subject, says=says, tie=tie, tie_at=tie_at, ref=ref or about.ref
    )


def _mitigation(facts: RiskFacts, on: date) -> Iterator[LooseEnd]:
    """A risk above tolerance that nobody acts on is a break; one whose every action is overdue is a gap."""
    bare, overdue = unmitigated(facts, on)
    for risk in bare:
        says = f"{named(risk)} is above tolerance, with no open action and no acceptance by the group"
        tie = "Raise an action for it, or record its acceptance"
        yield _end("above-tolerance-without-action", Severity.BREAK, "2.g1", risk, says, tie, "risk:risk")
    for risk in overdue:
        says = f"{named(risk)} is above tolerance, and every action for it is overdue"
        yield _end("above-tolerance-all-overdue", Severity.GAP, "2.g1", risk, says, "Finish or re-date its actions", "risk:risk")


def _risk(risk: Risk, on: date) -> Iterator[LooseEnd]:
    """A risk without a score or an owner, past its review, or a corporate one without its corporate reference."""
    due, page = risk.review_due(on), "risk:risk"
    if due is not None and due < on:
        yield _end("review-overdue", Severity.GAP, "2.g1", risk, f"{named(risk)} was due for review on {say(due)}", "Review it", page)
    if risk.score(on) is None:
        yield _end("without-score", Severity.GAP, "2.g1", risk, f"{named(risk)} has no residual score", "Score it", page)
    if not risk.has(risk.owners, on):
        yield _end("without-owner", Severity.GAP, "2.g1", risk, f"{named(risk)} has no owner", "Say which body owns it", page)
    if risk.risk_kind == RiskKind.CORPORATE and not risk.has(risk.references, on):
        says = f"{named(risk)} has no reference in the corporate register"
        yield _end("without-corporate-reference", Severity.NOTE, "2.g2", risk, says, "Record its reference", page)
    if risk.risk_kind == RiskKind.SITUATIONAL and not risk.rests_on(on):
        yield _end("without-source", Severity.NOTE, "2.g2", risk, f"{named(risk)} rests on no source", "Say what it rests on", page)


def _none_in_force(facts: RiskFacts, on: date) -> Iterator[LooseEnd]:
    """Editions were begun, and none is in force."""
    last = facts.begun(on)[-1]
    says = f"No edition of the risk assessment is in force; {last.label} was begun on {say(last.on)}"
    yield _end("none-in-force", Severity.GAP, "2.g1", last, says, "Approve it, or begin a new edition", "risk:assessment")


def _cadence(facts: RiskFacts, edition: Edition, on: date) -> Iterator[LooseEnd]:
    """The assessment has not been looked at for longer than twice a year allows."""
    last = facts.looked_at(on)
    if last is not None and months_after(last, CADENCE_MONTHS) < on:
        says = f"{edition.label} was last approved or updated on {say(last)}; it is to be updated twice a year"
        yield _end("assessment-not-updated", Severity.GAP, "2.g1", edition, says, "Update it", "risk:assessment-update")


def _since_looked_at(facts: RiskFacts, edition: Edition, on: date) -> Iterator[LooseEnd]:
    """A newer local profile, or another threat level, since the assessment was last looked at."""
    last = facts.looked_at(on) or edition.on
    newer = [row for row in facts.profiles(on)[-1:] if row.on > last]
    for row in newer:
        says = f"{edition.label} is older than {row.edition or row.label} of the local profile, received on {say(row.on)}"
        tie = "Update it, or begin a new edition"
        yield _end("assessment-older-than-profile", Severity.GAP, "2.g2", edition, says, tie, "risk:assessment-update")
    levels = sorted((row for row in facts.levels if row.on <= on), key=lambda row: (row.on, row.ref))
    changed = [now for was, now in pairwise(levels) if now.level != was.level and now.on > last]
    for now in changed[-1:]:
        says = f"The national threat level became {now.level} on {say(now.on)}, after the assessment was last looked at"
        tie = "Say what that changes, or why nothing"
        yield _end("threat-level-changed", Severity.GAP, "2.g1", now, says, tie, "risk:assessment-update", edition.ref)


def _briefing(facts: RiskFacts, edition: Edition, on: date) -> Iterator[LooseEnd]:
    """A required sector was not briefed on the edition in force."""
    told = briefed(facts, edition, on, grace=BRIEFING_DAYS)
    missing = [place.words for place in told.missing if place.has_seat]  # an empty seat is a loose end of section 1
    if missing:
        says = f"Not briefed on {edition.label}: {listed(missing)}"
        yield _end("sector-not-briefed", Severity.GAP, "2.g1", edition, says, "Brief them and record it", "risk:assessment")


def _profile(facts: RiskFacts, on: date) -> Iterator[LooseEnd]:
    """The local profile is old, and nobody has asked police for a newer one."""
    for row in facts.profiles(on)[-1:]:
        is_old = row.bears < months_before(on, PROFILE_MONTHS)
        if is_old and not any(row.on <= asked.on <= on for asked in facts.requests):
            says = f"{row.edition or row.label} of the local profile is more than {PROFILE_MONTHS} months old, and police were not asked"
            tie = "Ask police for a newer one, and record that you asked"
            yield _end("profile-old", Severity.NOTE, "2.g2", row, says, tie, "risk:contribution-list")
