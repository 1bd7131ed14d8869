"""Putting an open round together from its rows: a fixed handful of reads, however many lines and documents there are."""

from collections import defaultdict
from collections.abc import Mapping
from typing import Any

from dueregard.access.viewer import Viewer
from dueregard.assurance.models import Evidence, FindingKept, ImprovementAction, Judgement, LocalModeration, Round, RoundStep, SectionScore
from dueregard.assurance.rules.contents import (
    EvidenceKept,
    ImprovementSeen,
    JudgementMade,
    LastRound,
    LineContents,
    RoundContents,
    ScaleSeen,
    ScoreGiven,
    SectionContents,
    ViewGiven,
)
from dueregard.assurance.rules.criteria import framework_of
from dueregard.assurance.rules.found import FindingSeen
from dueregard.assurance.rules.judging import Judged
from dueregard.assurance.rules.rounds import CAUTION, ScoredBy, Stage
from dueregard.basics.dates import say
from dueregard.guidance import queries as guidance
from dueregard.guidance.catalogue import Line, Section
from dueregard.privacy.marking import Marking


class Building:
    """An open round: all its rows, each kind read once."""

    def __init__(self, viewer: Viewer, round_: Round) -> None:
        def rows(model: Any, *order: str) -> Any:
            return model.objects.filter(area=viewer.area_id, round=round_).order_by(*order)

        self.round = round_
        self.framework = framework_of(round_.framework, round_.criteria)
        self.scale = ScaleSeen.of(round_.scale)
        self.official = guidance.official_lines(viewer, framework=round_.framework)
        self.steps: list[RoundStep] = list(rows(RoundStep, "number"))
        self.kept: dict[str, FindingKept] = {row.line: row for row in rows(FindingKept, "edition")}
        self.judgements = _by_line(rows(Judgement, "-number").select_related("saw"))
        self.moderations = _by_line(rows(LocalModeration, "-number"))
        self.scores: dict[str, list[SectionScore]] = defaultdict(list)
        for score in rows(SectionScore, "-number"):
            self.scores[score.section].append(score)
        evidence = rows(
            Evidence, "on", "typed_at", "record_kind", "record_ref", "record_label", "document__document__ref", "document__number"
        ).select_related("document__document", "drop")
        self.evidence = _by_line(evidence.prefetch_related("document__files"))
        improvements = rows(ImprovementAction, "on", "typed_at", "action__ref").filter(view=None).select_related("action")
        self.improvements = _by_line(improvements.prefetch_related("action__owners__body", "action__dues"))

    def contents(self, *, last: Mapping[str, LastRound]) -> RoundContents:
        """The round as plain data."""
        round_, opened = self.round, next(step for step in self.steps if step.stage == Stage.OPENED)
        return RoundContents(
            area=round_.area.slug,
            area_name=round_.area.name,
            ref=round_.ref,
            title=round_.title,
            framework=self.framework.id,
            framework_title=self.framework.title,
            framework_caution=self.framework.caution,
            caution=CAUTION if round_.criteria else "",  # a published framework's own says it all
            marking=round_.marking,
            scored_by=round_.scored_by,
            scored_by_words=ScoredBy(round_.scored_by).label,
            scale=self.scale,
            period_from=round_.period_from,
            period_to=round_.period_to,
            as_at=round_.as_at,
            due=round_.due,
            opened_on=round_.on,
            opened_by=opened.who,
            refreshed_on=self.steps[-1].on,
            sections=tuple(self._section(section, last.get(section.id)) for section in self.framework.sections),
            improvements=tuple(Building.improvement(row) for row in self.improvements.get("", ())),
        )

    def _section(self, section: Section, last: LastRound | None) -> SectionContents:
        views = [row for row in self.moderations.get("", ()) if row.section == section.id]
        return SectionContents(
            id=section.id,
            title=section.title,
            benchmark=section.benchmark,
            outcome=section.outcome,
            points_to=section.points_to,
            lines=tuple(self._line(line) for line in section.lines if line.id in self.kept),
            scores=tuple(
                ScoreGiven(because=row.because, who=row.who, on=row.on, score=row.score, words=self._rated(row.score))
                for row in self.scores.get(section.id, ())
            ),
            moderations=tuple(self._moderation(row) for row in views),
            last=last,
        )

    def _line(self, line: Line) -> LineContents:
        kept = self.kept[line.id]
        return LineContents(
            id=line.id,
            tier=line.tier.value,
            tier_label=line.tier.label,
            says=line.says,
            official=self.official.get(line.id),
            source=line.source.words,
            finding=FindingSeen.model_validate_json(kept.finding),
            seen_on=kept.on,
            judgements=tuple(self._judgement(row) for row in self.judgements.get(line.id, ())),
            evidence=tuple(_evidence(row) for row in self.evidence.get(line.id, ())),
            moderations=tuple(self._moderation(row) for row in self.moderations.get(line.id, ())),
            improvements=tuple(Building.improvement(row) for row in self.improvements.get(line.id, ())),
        )

    def _judgement(self, row: Judgement) -> JudgementMade:
        return JudgementMade(
            because=row.because,
            who=row.who,
            on=row.on,
            status=row.status,
            label=Judged(row.status).label if row.status else self._rated(row.score),
            score=row.score,
            score_words=self._rated(row.score),
            saw=FindingSeen.model_validate_json(row.saw.finding).short,
            saw_digest=row.saw.digest,
        )

    def _moderation(self, row: LocalModeration) -> ViewGiven:
        words = [Judged(row.status).label] if row.status else []
        label = ", ".join([*words, *([self._rated(row.score)] if row.score else [])])
        return ViewGiven(because=row.because, who=row.who, on=row.on, label=label)

    @staticmethod
    def improvement(row: ImprovementAction) -> ImprovementSeen:
        """An action a round led to, with its newest due day and owner."""
        owners = sorted(row.action.owners.all(), key=lambda owner: (owner.on, owner.typed_at))
        dues = sorted(row.action.dues.all(), key=lambda due: (due.on, due.typed_at))
        return ImprovementSeen(
            ref=row.action.ref,
            title=row.action.what,
            owner=owners[-1].body.name if owners else "",
            due=dues[-1].due if dues else None,
            line=row.line,
            asked_by="the Home Office’s letter" if row.view_id else "this round",
            marking=row.action.marking,
        )

    def _rated(self, score: str) -> str:
        return self.scale.words(score) if self.scale and score else score


def _by_line(rows: Any) -> dict[str, list[Any]]:
    found: dict[str, list[Any]] = defaultdict(list)
    for row in rows:
        found[row.line].append(row)
    return found


def _evidence(row: Evidence) -> EvidenceKept:
    dropped = row.drop.on if hasattr(row, "drop") else None
    if row.document is None:
        about = f"recorded {say(row.record_on)}" if row.record_on else "recorded"
        kept = (row.record_kind, row.record_ref, row.record_label, about, Marking.OFFICIAL.value)
    else:
        version, document = row.document, row.document.document
        kept = ("document", document.ref, document.title, _edition(version), document.marking)
    kind, ref, label, about, marking = kept
    return EvidenceKept(
        id=str(row.pk),
        kind=kind,
        ref=ref,
        label=label,
        about=about,
        marking=marking,
        who=row.who,
        on=row.on,
        version=str(row.document_id or ""),
        dropped_on=dropped,
    )


def _edition(version: Any) -> str:
    """Which edition it is, what kind of file, and which period it covers."""
    said = [version.label or f"version {version.number}", *sorted({file.type.upper() for file in version.files.all()})]
    if version.covers_from or version.covers_to:
        ends = [say(day) for day in (version.covers_from, version.covers_to) if day]
        said.append(f"covers {' to '.join(ends)}")
    return ", ".join(said)
