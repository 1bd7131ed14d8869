"""A finding for every line of a framework, as at a date and known on a date: computed from records where an indicator can."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from dueregard.access.remembering import Remembered
from dueregard.access.viewer import Viewer
from dueregard.assurance.queries.expectations import ChangedNumber, changed_numbers
from dueregard.assurance.queries.remembering import ANSWERS, remembering
from dueregard.assurance.queries.sections import INDICATORS, facts_of
from dueregard.assurance.rules.found import LineFound, NumberSeen, SectionFound
from dueregard.assurance.rules.tables import TABLES
from dueregard.basics.dates import say
from dueregard.guidance import catalogue
from dueregard.guidance.catalogue import Framework, Line
from dueregard.guidance.catalogue.numbers import shown_as
from dueregard.guidance.indicator import Finding, Gap, Status, find
from dueregard.partnership.queries import meetings, state_of

JUDGE_IT = Gap("Judge this line in a round, with evidence", "assurance:round-list")
NOT_KEPT_YET = (
    "This part of Due Regard does not keep those records yet, so nobody can tell from them. A person may judge the line with evidence."
)
PLACEHOLDER = (
    "The words of this line are a placeholder of ours, so nothing is computed about it. Only a person can say, with the council’s own text."
)
ONLY_A_PERSON = "Nothing is computed about this line from the records. Only a person can say whether it is met, with evidence."


def findings(
    viewer: Viewer, framework_id: str, *, on: date, known: date, ahead: bool = False, only: str | None = None
) -> list[SectionFound]:
    """Every section of a published framework with a finding for each line; `only` one section, `ahead` with the day it would get worse."""
    framework = catalogue.framework(framework_id)
    asked = ("findings", framework.id, on, known, ahead, only)
    with remembering(viewer) as before:
        return list(before.get(ANSWERS, asked, lambda: _findings(viewer, framework, on, known, ahead, only, before)))


def findings_in(
    viewer: Viewer, framework: Framework, *, on: date, known: date, ahead: bool = False, only: str | None = None
) -> list[SectionFound]:
    """The same for any framework, the year's own criteria included."""
    with remembering(viewer) as before:
        return list(_findings(viewer, framework, on, known, ahead, only, before))


def _findings(
    viewer: Viewer, framework: Framework, on: date, known: date, ahead: bool, only: str | None, before: Remembered
) -> tuple[SectionFound, ...]:
    wanted = [section for section in framework.sections if only in (None, section.id)]
    changes = changed_numbers(viewer, framework.id, on=on, known=known)
    facts: dict[str, Any] = {}
    for section in wanted:
        for line in section.lines:
            reads = INDICATORS.get(line.indicator or "")
            if reads:
                facts_of(viewer, reads[0], on=on, known=known, before=before, among=facts)
    is_computed = any(line.indicator for line in framework.lines)
    return tuple(
        SectionFound(section=section, lines=tuple(_found(line, facts, changes, on, ahead, is_computed) for line in section.lines))
        for section in wanted
    )


def changed_by_meeting(viewer: Viewer, ref: str, *, framework_id: str, today: date) -> tuple[tuple[Line, Status, Status], ...] | None:
    """The lines that stood otherwise at the end of a meeting's day than the day before, as known today; None: no such meeting."""
    with remembering(viewer) as before:
        asked = ("changed by meeting", ref, framework_id, today)
        [changes] = before.get(ANSWERS, asked, lambda: (_changed(viewer, ref, framework_id, today, before),))
        return changes


def _changed(
    viewer: Viewer, ref: str, framework_id: str, today: date, before: Remembered
) -> tuple[tuple[Line, Status, Status], ...] | None:
    meeting = meetings(viewer).filter(ref=ref).first()
    if meeting is None:
        return None
    day = state_of(meeting).day

    def stood(on: date) -> list[LineFound]:
        sections = _findings(viewer, catalogue.framework(framework_id), on, max(on, today), False, None, before)
        return [line for section in sections for line in section.lines if line.line.indicator]

    was = {line.line.id: line.finding.status for line in stood(day - timedelta(days=1))}
    return tuple((line.line, was[line.line.id], line.finding.status) for line in stood(day) if line.finding.status is not was[line.line.id])


def _found(
    line: Line, facts: Mapping[str, Any], changes: Mapping[tuple[str, str], ChangedNumber], on: date, ahead: bool, is_computed: bool
) -> LineFound:
    if line.indicator is None or line.indicator not in INDICATORS:
        return LineFound(line=line, finding=_uncomputed(line, is_computed))
    section, judge = INDICATORS[line.indicator]
    changed = {key: changes[line.id, key] for key in line.expects if (line.id, key) in changes and not line.expects[key].is_fixed}
    expects: dict[str, Any] = {
        **line.numbers,
        **{key: change.value for key, change in changed.items()},
        "changed": {key: {"from": change.on, "was": line.numbers[key]} for key, change in changed.items()},
    }
    table = TABLES.get(line.indicator)
    return LineFound(
        line=line,
        finding=find(judge, facts[section.name], expects, on, ahead=ahead),
        numbers=_numbers(line, changed),
        table=table(facts[section.name], on) if table else None,
    )


def _uncomputed(line: Line, is_computed: bool) -> Finding:
    """A line nothing computes says so honestly: its records are not kept yet, or only a person can ever say."""
    if is_computed:
        return Finding(Status.NOT_ENOUGH, (NOT_KEPT_YET,), (), (JUDGE_IT,))
    return Finding(Status.NEEDS_JUDGEMENT, (PLACEHOLDER if line.is_placeholder else ONLY_A_PERSON,), (), (JUDGE_IT,))


def _numbers(line: Line, changed: Mapping[str, ChangedNumber]) -> tuple[NumberSeen, ...]:
    """Each number the line was read by, and whose it is."""
    said = []
    for key, number in line.expects.items():
        if key in changed:
            change = changed[key]
            value, whose = shown_as(key, change.value), f"the area’s own since {say(change.on)}: {change.because}. Ours is {number.shown}"
        else:
            value, whose = number.shown, f"{'the toolkit’s' if number.is_fixed else 'ours, not the toolkit’s'}: {number.reason}"
        said.append(NumberSeen(words=number.words, value=value, whose=whose))
    return tuple(said)
