"""An area told twice: once whole, once as if what is Official-Sensitive had never been written. For the tests that nothing leaks."""

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from typing import Any

from dueregard.access.roles import Role
from dueregard.access.scope import scope
from dueregard.access.viewer import Viewer
from dueregard.accounts.tests.people import a_viewer
from dueregard.organisations.models import Area
from dueregard.organisations.tests.factories import AreaFactory, BodyFactory
from dueregard.partnership import actions as partnership
from dueregard.partnership.tests.factories import ActionRiskFactory
from dueregard.risk import actions
from dueregard.risk.models import Risk, Source
from dueregard.risk.tests.factories import RiskFactory, RiskReviewFactory, RiskSourceFactory, RiskWordingFactory

DAY, LATER = date(2026, 3, 4), date(2026, 9, 2)
CANARY = "zyxqv"  # no page says this
KINDS = ("source", "profile", "prompt", "paragraph", "risk", "contribution", "figure")
Things = list[tuple[str, bool]]  # what is added in turn, and whether it is Official-Sensitive


@dataclass
class Story:
    """An area as it is told: of what is Official-Sensitive, everything or nothing is written."""

    is_whole: bool
    area: Area = field(init=False)
    told: dict[str, list[str]] = field(default_factory=dict)  # refs by kind
    seconds: int = 0
    district: str = ""

    def by(self, day: date = DAY) -> Viewer:
        """The lead at work on a day, a second after whatever they did before."""
        self.seconds += 1
        return a_viewer(self.area, Role.LEAD, cleared=True, now=datetime.combine(day, time(9), UTC) + timedelta(seconds=self.seconds))

    def tell(self, things: Things) -> None:
        """Sources, risks and paragraphs in their order, in an edition that is approved and in the draft that follows it."""
        self.area = AreaFactory(slug="westmarch", name="Westmarch")
        self.body = BodyFactory(area=self.area, ref="B-1", name="Westmarch Council").ref
        self._source("source", marking="official", text="Leaflets at two venues")
        self._risk(marking="official", text="Halls let to a front group")
        edition = actions.draft_assessment("First assessment", by=self.by(), on=DAY).ref
        actions.write_paragraph(edition, by=self.by(), on=DAY, words="Two venues are let without checks.", heading="Venues")
        self._add(edition, things)
        self._rests(edition, DAY)
        actions.submit_assessment(edition, by=self.by(), on=DAY)
        actions.approve_assessment(edition, by=self.by(), on=DAY, minute="Board, minute 4")
        actions.update_assessment("Nothing new was heard", by=self.by(LATER), on=LATER, is_changed=False)
        told = [actions.Told(body=self.body)]
        actions.brief_on_assessment(
            edition,
            by=self.by(LATER),
            on=LATER,
            edition="whole" if self.is_whole else "official",
            told=told,
            because="Vetted by their own force" if self.is_whole else "",
        )
        self.draft = actions.draft_assessment("Second assessment", by=self.by(LATER), on=LATER, follows=edition).ref
        self._add(self.draft, list(reversed(things)), day=LATER)
        self._rests(self.draft, LATER)
        self._act()

    def _add(self, edition: str, things: Things, *, day: date = DAY) -> None:
        for number, (kind, is_sensitive) in enumerate(things):
            if is_sensitive and not self.is_whole:
                continue
            marking = "official-sensitive" if is_sensitive else "official"
            text = f"{CANARY} {day} {kind} {number} venues" if is_sensitive else f"Seen on {day} as {kind} {number}"
            if kind == "paragraph":
                actions.write_paragraph(edition, by=self.by(day), on=day, words=text, heading=text, marking=marking)
            elif kind == "risk":
                self._risk(marking=marking, text=text, day=day)
            elif kind == "contribution":
                actions.contribute(text, by=self.by(day), on=day, body=self.body, marking=marking)
            else:
                self._source(kind, marking=marking, text=text, day=day)

    def _source(self, kind: str, *, marking: str, text: str, day: date = DAY) -> None:
        by, first = self.by(day), self.told.get("official profile", [""])[0]
        if kind == "prompt" and first:
            actions.take_prompt(first, by=by, on=day, words=text, released_by="Head of unit", released_on=day, marking=marking)
        elif kind in {"profile", "prompt"}:
            made = actions.receive_profile(text, by=by, on=day, dated=day, held_at="With police", marking=marking).ref
            self.told.setdefault(f"{marking} profile", []).append(made)
            self.told.setdefault(marking, []).append(made)
        else:
            of = "data" if kind == "figure" else "trend"
            made = actions.name_source(text, by=by, on=day, kind=of, words=text, marking=marking).ref
            if of == "data":
                for value in (Decimal(4), Decimal(7)):
                    actions.take_reading(made, by=by, on=day, covers_to=day, value=value, unit="reports", words=text)
            self.told.setdefault(marking, []).append(made)

    def _risk(self, *, marking: str, text: str, day: date = DAY) -> None:
        refs = self.told.setdefault(f"{marking} risk", [])
        ref = f"{'RS' if marking == 'official-sensitive' else 'R'}-{len(refs) + 1}"
        risk = RiskFactory(area=self.area, ref=ref, on=day, marking=marking)
        RiskWordingFactory(risk=risk, title=text, cause=text, event=text, effect=text)
        RiskReviewFactory(risk=risk, residual_likelihood=4, residual_impact=5, because=text)
        refs.append(ref)

    def _rests(self, edition: str, day: date) -> None:
        sources = [ref for kind, refs in self.told.items() if kind in {"official", "official-sensitive"} for ref in refs]
        risks = [ref for kind, refs in self.told.items() if kind.endswith(" risk") for ref in refs]
        actions.rest_on(edition, by=self.by(day), on=day, sources=sources)
        actions.place_risks(edition, by=self.by(day), on=day, risks=risks)

    def _act(self) -> None:
        """An Official action answers every risk, and an Official risk rests on every source."""
        action = partnership.raise_action("Look into lettings", by=self.by(LATER), on=LATER, body=self.body)
        risks = {risk.ref: risk for risk in _rows(Risk, self.area)}
        sources = _rows(Source, self.area)
        for ref in sorted(risks):
            ActionRiskFactory(action=action, risk=risks[ref], on=LATER)
        for source in sources:
            for ref in sorted(risks):
                RiskSourceFactory(risk=risks[ref], source=source, on=LATER)


def _rows(model: Any, area: Area) -> list[Any]:
    with scope(a_viewer(area, Role.LEAD)):
        return list(model.objects.filter(area=area).order_by("typed_at", "ref"))
