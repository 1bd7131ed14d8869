"""Reads of the scores of several signed rounds, for the picture over the years."""

from itertools import groupby

from dueregard.access.viewer import Viewer
from dueregard.assurance.models import HomeOfficeCriterion, LocalModeration, Round, SectionScore
from dueregard.assurance.queries.rounds import rounds
from dueregard.assurance.rules.criteria import framework_of
from dueregard.assurance.rules.over_years import Chart, Given, ScoredRound, Whose, chart
from dueregard.assurance.rules.rounds import ScoredBy
from dueregard.guidance import catalogue


def scores_over_years(viewer: Viewer) -> list[Chart]:
    """The scores of the signed rounds the viewer may read: a chart for each framework and scale with two rounds or more."""
    signed = [row for row in rounds(viewer) if row.scored_by == ScoredBy.SECTION and hasattr(row, "signing")]
    signed.sort(key=lambda row: (row.framework, row.scale))
    given = _given(viewer, [row.ref for row in signed])
    charts = [_chart(list(same), given) for _key, same in groupby(signed, key=lambda row: (row.framework, row.scale))]
    return [found for found in charts if found]


def _chart(same: list[Round], given: list[Given]) -> Chart | None:
    frameworks = [framework_of(row.framework, row.criteria) for row in same]
    scale, refs = catalogue.scale(same[0].scale), {row.ref for row in same}
    scored = [
        ScoredRound(
            ref=row.ref, title=row.title, as_at=row.as_at, framework=row.framework, framework_title=framework.title, scale=row.scale
        )
        for row, framework in zip(same, frameworks, strict=True)
    ]
    sections = {section.id: section.title for framework in frameworks for section in framework.sections}
    ratings = [(each.value, each.label) for each in scale.values]
    mine = [one for one in given if one.round in refs and one.section in sections]
    return chart(scored, mine, scale_title=scale.title, ratings=ratings, sections=sections)


def _given(viewer: Viewer, refs: list[str]) -> list[Given]:
    """Every score of these rounds by whose it is; of several, the last stands."""
    of_area = {"area": viewer.area_id}
    own = SectionScore.objects.filter(**of_area, round__ref__in=refs).order_by("number").values_list("round__ref", "section", "score")
    local = LocalModeration.objects.filter(**of_area, round__ref__in=refs, line="").exclude(score="").order_by("on", "typed_at")
    letter = HomeOfficeCriterion.objects.filter(**of_area, view__round__ref__in=refs).exclude(score="").order_by("view__on", "typed_at")
    return [
        *(Given(round=ref, section=section, whose=Whose.COUNCIL, score=score) for ref, section, score in own),
        *(
            Given(round=ref, section=section, whose=Whose.MODERATOR, score=score)
            for ref, section, score in local.values_list("round__ref", "section", "score")
        ),
        *(
            Given(round=ref, section=section, whose=Whose.HOME_OFFICE, score=score)
            for ref, section, score in letter.values_list("view__round__ref", "criterion", "score")
        ),
    ]
