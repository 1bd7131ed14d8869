"""What a sheet tells of many risks, new ones and those that are there: looked up at once, judged row by row, written at once."""

from collections.abc import Sequence
from dataclasses import asdict
from datetime import date
from typing import Any

from django.db.models import Model

from dueregard.access.roles import Permission
from dueregard.access.viewer import Viewer
from dueregard.audit.actions import Among
from dueregard.basics.many import Named, in_row, named, take_further, write
from dueregard.organisations import queries as organisations
from dueregard.organisations.actions import counter, given, next_refs
from dueregard.risk.actions import rows
from dueregard.risk.actions.risks import of_what, said_without_dash
from dueregard.risk.models import Risk
from dueregard.risk.queries.matrix import matrix_on, scales
from dueregard.risk.queries.now import RiskNow, fresh, risks_now
from dueregard.risk.queries.risks import risk_to_change
from dueregard.risk.queries.searchable import risks_searchable
from dueregard.risk.rules.matrix import Scores
from dueregard.risk.rules.risks import Concerns, RiskKind, RiskStatus, Wording
from dueregard.risk.rules.said import RiskSaid
from dueregard.search.actions import index


def tell_risks(said: Sequence[RiskSaid], *, by: Viewer, on: date, concerns: str, marking: str, source: str) -> list[Risk]:
    """Write what a sheet says of each of these risks, all of it or nothing; the deed that brings the sheet in says so in the trail.

    New ones are risks of what `concerns` says, marked so; `source` is the reason given for each review and step.
    """
    by.must(Permission.RISK_EDIT)
    sheet = _Sheet(said, by=by, on=on, concerns=concerns, marking=marking, source=source)
    risks: list[Risk] = []
    written: list[Model] = []
    for one in said:
        with in_row(one.number):
            now, told = sheet.changed(one) if one.ref else sheet.identified(one)
            written += [*told, *sheet.standing(now, one)]
        risks.append(now.risk)
    write(written)
    take_further(Risk, [risk for risk, one in zip(risks, said, strict=True) if one.ref])
    index(risks_searchable(risks), by=by)
    return risks


def among(told: Sequence[Risk], said: Sequence[RiskSaid]) -> list[Among]:
    """Each of the risks that a sheet told of, as the trail is to say it."""
    return [Among(ref=risk.ref, is_new=not one.ref, marking=risk.marking) for risk, one in zip(told, said, strict=True)]


class _Sheet:
    """Everything that the rows of a sheet name, read at once, and the references of the new risks."""

    def __init__(self, said: Sequence[RiskSaid], *, by: Viewer, on: date, concerns: str, marking: str, source: str) -> None:
        self.by, self.on, self.source = by, on, source
        kind = RiskKind.CORPORATE if concerns == Concerns.DUTY else RiskKind.SITUATIONAL
        self.marking = given.marked(marking, by=by)
        self.kind, self.concerns = of_what(kind.value, concerns)
        self.bodies: Named[Any] = named(organisations.bodies(by), (one.body for one in said), what="body")
        self.people: Named[Any] = named(organisations.people(by), (one.person for one in said), what="person")
        there = risk_to_change(by).filter(ref__in={one.ref for one in said if one.ref}).order_by("ref")
        self.there = Named(risks_now(by, there), "risk")
        fresh_refs = next_refs(counter("R", self.marking), by=by, number=sum(not one.ref for one in said))
        self.refs = iter(said_without_dash(ref) for ref in fresh_refs)
        self.matrix = matrix_on(by, as_at=on)
        self.scale = scales(by)[self.matrix.pk if self.matrix else None]

    def identified(self, one: RiskSaid) -> tuple[RiskNow, list[Model]]:
        """A new risk: what it says and, where known, who owns it and where it stands in the corporate register."""
        by, on, wording = self.by, self.on, Wording(**{"title": "", **one.texts})
        first = {**by.stamp, "ref": next(self.refs), "marking": self.marking}
        risk = Risk(**first, kind=self.kind, concerns=self.concerns, on=given.happened(on, by=by))
        told: list[Model] = [risk, rows.worded(risk, wording, by=by, on=on), *self._owner(risk, one)]
        if one.reference:
            told.append(rows.referred(risk, by=by, on=on, reference=one.reference))
        return fresh(risk, wording=wording), told

    def changed(self, one: RiskSaid) -> tuple[RiskNow, list[Model]]:
        """What changes of a risk that is there: open again first, then its words, whose it is, its place in the corporate register."""
        by, on, told = self.by, self.on, list[Model]()
        now = self.there.one(one.ref)
        if one.status == RiskStatus.OPEN:
            told.append(rows.stepped(now, by=by, on=on, to=RiskStatus.OPEN, because=self.source))
        if one.texts or one.body or one.reference:
            rows.changeable(now, by=by, on=on)
        if one.texts:
            told.append(rows.worded(now.risk, Wording(**asdict(now.wording) | dict(one.texts)), by=by, on=on))
        told += self._owner(now.risk, one)
        if one.reference:
            told.append(rows.referred(now.risk, by=by, on=on, reference=one.reference))
        return now, told

    def _owner(self, risk: Risk, one: RiskSaid) -> list[Model]:
        if not one.body:
            return []
        body, person = self.bodies.one(one.body), self.people.one_or_none(one.person)
        return [rows.owned(risk, by=self.by, on=self.on, body=body, person=person)]

    def standing(self, now: RiskNow, one: RiskSaid) -> list[Model]:
        """Its controls, its scores as a review, and its end."""
        by, on, told = self.by, self.on, list[Model]()
        if one.controls or one.scores or one.review:
            rows.changeable(now, by=by, on=on)
        told += [rows.controlled(now, by=by, on=on, words=control) for control in one.controls]
        if one.scores or one.review:
            scores = Scores(**{what: _steps(score) for what, score in one.scores.items()})
            scored = rows.Scored(scores, self.matrix, self.scale)
            told.append(rows.reviewed(now.risk, by=by, on=on, because=self.source, scored=scored, next_due=one.review))
        if one.status == RiskStatus.CLOSED:
            told.append(rows.stepped(now, by=by, on=on, to=RiskStatus.CLOSED, because=self.source))
        return told


def _steps(score: str) -> tuple[int, int]:
    likelihood, impact = score.split(" x ")
    return int(likelihood), int(impact)
