"""What the findings read of people: how many of an area there are of some kind, and how many of them have had what is asked."""

from collections.abc import Callable, Iterator
from typing import Any

from dueregard.organisations import queries as organisations
from dueregard.organisations.rules import BodyKind
from dueregard.training.indicators import rows
from dueregard.training.queries.ground import Ground
from dueregard.training.queries.remembering import coverage_of, table_of
from dueregard.training.queries.returned import Answering, answering
from dueregard.training.queries.workforce import teams_as_placed
from dueregard.training.rules.courses import Subject
from dueregard.training.rules.coverage import Coverage, Place, Tally
from dueregard.training.rules.levels import lines_of
from dueregard.training.rules.tables import gives_nobody_away
from dueregard.training.rules.workforce import Service

Counts = dict[str, rows.Counted]
SUBJECTS = tuple(subject.value for subject in (Subject.AWARENESS, Subject.REFERRAL, Subject.IDEOLOGY, Subject.VENUE))


class Counting:
    """The people of an area as its findings count them."""

    def __init__(self, ground: Ground) -> None:
        self.asked, self.fitting = ground.asked, ground.fitting
        self.coverage: Coverage = coverage_of(ground)
        self._table = table_of(ground, self.coverage)
        self.teams = teams_as_placed(ground.asked, ground.placed)
        self._frontline = {ref for ref, profile in self.fitting.profiles.items() if profile.is_frontline}
        self._venues = {row.team.pk for row in self.teams if row.placing and row.placing.service == Service.VENUES}

    def scope(self) -> rows.Scope:
        """The workforce by scope, and what nobody has placed."""
        force = self.coverage.workforce
        bare = sum(cell.people for place, cell in self.coverage.cells.items() if not place.profiles)
        return rows.Scope(
            inside=force.inside,
            outside=force.outside,
            unplaced=force.unplaced,
            absent=force.absent,
            teams=len(self.teams),
            teams_unplaced=tuple(row.team.name for row in self.teams if row.placing is None),
            without_profile=bare,
        )

    def everybody(self) -> Counts:
        """By subject, of everybody in scope."""
        return self._counts(lambda place: True)

    def frontline(self) -> Counts:
        """By subject, of those with a frontline profile."""
        return self._counts(lambda place: bool(place.profiles & self._frontline))

    def venues(self) -> Counts:
        """By subject, of the teams that let venues."""
        return self._counts(lambda place: place.team in self._venues)

    def _counts(self, where: Callable[[Place], bool]) -> Counts:
        found: Counts = {}
        people, row = self.coverage.totals(where=where)
        for subject in SUBJECTS:
            tally = row.get(subject, Tally())
            is_told = gives_nobody_away(self.coverage, self._table, subject, where=where)
            found[subject] = rows.Counted(people=people, joining=tally.joining, has=tally.has, unasked=people - tally.all, is_told=is_told)
        return found

    def requires(self) -> list[rows.Requires]:
        """What the plans in force require, as findings tell it apart."""
        tiers = {ref: profile.tier for ref, profile in self.fitting.profiles.items()}
        names = {ref: profile.name for ref, profile in self.fitting.profiles.items()}
        return [
            rows.Requires(
                ref=self.asked.ref(each.plan),
                label=f"{each.title}, of {names.get(each.profile, 'everybody in scope')}",
                on=each.on,
                of=self.asked.of,
                subjects=each.subjects,
                profile=each.profile,
                tier=tiers.get(each.profile, ""),
                risk=each.risk,
                is_mandatory=each.is_mandatory,
            )
            for each in self.coverage.required
        ]

    def services(self) -> list[rows.Service]:
        """The commissioned services: whose people are kept here, and what the others return."""
        here = {place.body for place in self.coverage.cells}
        bodies = list(
            self.asked.rows(organisations.open_bodies(self.asked.viewer, on=self.asked.on).filter(kind=BodyKind.CONTRACTOR.value))
        )
        answers = {row.body.pk: row for row in answering(self.asked)} if bodies else {}
        return [self._service(body, answers.get(body.pk), is_here=body.pk in here) for body in bodies]

    def _service(self, body: Any, answer: Answering | None, *, is_here: bool) -> rows.Service:
        as_at = answer.latest.as_at if answer and answer.latest else body.on
        return rows.Service(
            ref=self.asked.ref(body.ref),
            label=body.name,
            on=as_at,
            of=self.asked.of,
            is_kept_here=is_here,
            asked=answer.wanted if answer else frozenset(),
            figures=tuple(_returned(answer)) if answer else (),
        )


def _returned(answer: Answering) -> Iterator[rows.Returned]:
    """What a service returned, line by line."""
    for subject, level, need, has in sorted(lines_of(answer.said)):
        yield rows.Returned(subject=subject, level=level, as_at=answer.as_at[subject], in_scope=need, trained=has)
