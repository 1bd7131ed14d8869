"""A round as its pages and its return show it: built from rows while it is open, read from what was kept once it is signed."""

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Prefetch

from dueregard.access.viewer import Viewer
from dueregard.assurance.models import HomeOfficeCriterion, HomeOfficeView, ImprovementAction, Round, SignOff
from dueregard.assurance.queries.building import Building
from dueregard.assurance.queries.remembering import ANSWERS, remembering
from dueregard.assurance.queries.rounds import rounds
from dueregard.assurance.rules.contents import (
    CriterionSeen,
    HomeOfficeSeen,
    ImprovementSeen,
    JudgementMade,
    LastRound,
    LineContents,
    RoundContents,
    ScaleSeen,
)
from dueregard.assurance.rules.judging import Outcome
from dueregard.documents import queries as documents
from dueregard.privacy.marking import Marking


def round_contents(viewer: Viewer, round_: Round) -> RoundContents:
    """Everything in a round that the viewer may see. A signed one is shown from what was kept, whatever happened since."""
    return _for(viewer, _as_it_stands(viewer, round_))


def _as_it_stands(viewer: Viewer, round_: Round) -> RoundContents:
    signing = SignOff.objects.filter(area=viewer.area_id, round=round_).first()
    return RoundContents.model_validate_json(signing.kept) if signing else whole_contents(viewer, round_)


def whole_contents(viewer: Viewer, round_: Round) -> RoundContents:
    """Everything in an open round, whatever its marking: what a sign-off keeps. Pages take `round_contents`."""
    return Building(viewer, round_).contents(last=previous_round(viewer, round_))


def _for(viewer: Viewer, contents: RoundContents) -> RoundContents:
    """Without what this viewer may not see; each line says how much evidence that is."""
    kept = {item.ref for section in contents.sections for line in section.lines for item in line.evidence if item.kind == "document"}
    readable = set(documents.documents(viewer).filter(ref__in=kept).values_list("ref", flat=True)) if kept else set()
    if readable == kept and viewer.reads_sensitive:
        return contents

    def seen(line: LineContents) -> LineContents:
        shown = tuple(item for item in line.evidence if item.kind != "document" or item.ref in readable)
        hidden = len(line.evidence) - len(shown)
        return line.model_copy(update={"evidence": shown, "hidden": hidden, "improvements": _titled(viewer, line.improvements)})

    sections = tuple(section.model_copy(update={"lines": tuple(seen(line) for line in section.lines)}) for section in contents.sections)
    return contents.model_copy(update={"sections": sections, "improvements": _titled(viewer, contents.improvements)})


def _titled(viewer: Viewer, improvements: tuple[ImprovementSeen, ...]) -> tuple[ImprovementSeen, ...]:
    """The actions, an Official-Sensitive one without its words for whoever may not read them."""
    return tuple(
        each
        if viewer.reads_sensitive or each.marking != Marking.SENSITIVE
        else each.model_copy(update={"title": "An Official-Sensitive action"})
        for each in improvements
    )


def previous_round(viewer: Viewer, round_: Round) -> dict[str, LastRound]:
    """By section: how it stood in the signed round before, on that round's own scale."""
    before = SignOff.objects.filter(area=viewer.area_id, round__framework=round_.framework, round__as_at__lt=round_.as_at)
    signing = before.exclude(round=round_).order_by("-round__as_at", "-on").first()
    if signing is None:
        return {}
    contents = RoundContents.model_validate_json(signing.kept)
    moderated = _moderated(viewer, signing.round_id, contents.scale)
    return {
        section.id: LastRound(
            title=contents.title,
            own=section.scores[0].words if section.scores else "not scored",
            moderated=moderated.get(section.id, "no view received"),
        )
        for section in contents.sections
    }


def _moderated(viewer: Viewer, round_id: UUID, scale: ScaleSeen | None) -> dict[str, str]:
    rows = HomeOfficeCriterion.objects.filter(area=viewer.area_id, view__round=round_id).order_by("view__on", "view__typed_at")
    return {row.criterion: _words(row, scale) for row in rows}


def _words(row: HomeOfficeCriterion, scale: ScaleSeen | None) -> str:
    if row.outcome:
        return Outcome(row.outcome).label.lower()
    return scale.words(row.score) if scale else row.score


def home_office_views(viewer: Viewer, round_: Round, *, scale: ScaleSeen | None) -> tuple[HomeOfficeSeen, ...]:
    """What the Home Office said of the round, newest first, with its letters."""
    improvements = ImprovementAction.objects.select_related("action").prefetch_related("action__owners__body", "action__dues")
    views = (
        HomeOfficeView.objects.filter(area=viewer.area_id, round=round_)
        .select_related("letter")
        .prefetch_related("criteria", "asked", Prefetch("improvements", queryset=improvements.order_by("on", "typed_at")))
        .order_by("-on", "-typed_at")
    )
    return tuple(_view(viewer, view, scale) for view in views)


def _view(viewer: Viewer, view: HomeOfficeView, scale: ScaleSeen | None) -> HomeOfficeSeen:
    hidden = view.letter is not None and view.letter.marking == Marking.SENSITIVE and not viewer.reads_sensitive
    criteria = sorted(view.criteria.all(), key=lambda row: row.criterion)
    return HomeOfficeSeen(
        on=view.on,
        letter_ref=view.letter.ref if view.letter and not hidden else "",
        letter=view.letter.title if view.letter and not hidden else "",
        letter_hidden=hidden,
        says=view.says,
        who=view.who,
        criteria=tuple(
            CriterionSeen(criterion=row.criterion, label=_label(row, scale), score=row.score, says=row.says) for row in criteria
        ),
        due=_titled(viewer, tuple(Building.improvement(row) for row in view.improvements.all())),
        asked=tuple((row.says, row.due) for row in sorted(view.asked.all(), key=lambda row: (row.due, row.says))),
    )


def _label(row: HomeOfficeCriterion, scale: ScaleSeen | None) -> str:
    said = [Outcome(row.outcome).label] if row.outcome else []
    return ", ".join([*said, *([scale.words(row.score) if scale else row.score] if row.score else [])])


@dataclass(frozen=True, kw_only=True)
class NewestRound:
    """Where a framework's lines were last judged: the round, and by line the judgement that stands in it, if there is one."""

    ref: str
    title: str
    is_signed: bool
    judged: Mapping[str, JudgementMade | None]


def newest_round(viewer: Viewer, framework_id: str) -> NewestRound | None:
    """The newest round against a framework that the viewer may read, with the judgements that stand."""
    with remembering(viewer) as before:
        found: tuple[NewestRound, ...] = before.get(ANSWERS, ("newest round", framework_id), lambda: _newest(viewer, framework_id))
    return found[0] if found else None


def _newest(viewer: Viewer, framework_id: str) -> tuple[NewestRound, ...]:
    round_ = rounds(viewer).filter(framework=framework_id).first()
    if round_ is None:
        return ()
    contents = _as_it_stands(viewer, round_)
    judged = {line.id: line.judged for section in contents.sections for line in section.lines}
    return (NewestRound(ref=contents.ref, title=contents.title, is_signed=contents.signing is not None, judged=judged),)
