"""Deeds by which people decide: judge a line, let a judgement stand, score a section, moderate."""

from datetime import date

from dueregard.access.deeds import deed
from dueregard.access.roles import Permission
from dueregard.access.viewer import Viewer
from dueregard.assurance import queries
from dueregard.assurance.actions.doing import changed, doer, line_of, open_to_change, section_of
from dueregard.assurance.actions.evidence import keep_records
from dueregard.assurance.models import FindingKept, Judgement, LocalModeration, Round, SectionScore
from dueregard.assurance.rules.judging import Judged, why_not_judge
from dueregard.assurance.rules.rounds import ScoredBy, why_not_score
from dueregard.audit.actions import record
from dueregard.basics.refused import Changed, Refused, refuse_if
from dueregard.guidance import catalogue


@deed
def judge_line(
    ref: str,
    *,
    by: Viewer,
    on: date,
    line: str,
    because: str,
    status: str = "",
    score: str = "",
    saw: str = "",
    seen: int | None = None,
    edition: int | None = None,
    keep_records_beside: bool = False,
    done_by: str | None = None,
    who: str = "",
) -> None:
    """Judge a line, with the reason; the judgement keeps the finding it saw, and an earlier one stays beside it."""
    by.must(Permission.ASSURANCE_JUDGE)
    round_ = open_to_change(ref, by=by, on=on)
    wanted = line_of(round_, line, by=by)
    refuse_if(why_not_judge(status=status, score=score, because=because))
    if score:
        refuse_if(_why_not_score(round_, score, wanted=ScoredBy.LINE))
    finding = _finding(round_, wanted.id, edition, by=by)
    earlier = Judgement.objects.filter(area=by.area_id, round=round_, line=wanted.id).count()
    _refuse_if_moved(finding, saw=saw, earlier=earlier, seen=seen)
    _judge(round_, finding, by=by, on=on, status=status, score=score, because=because, done_by=done_by, who=who)
    if keep_records_beside:
        keep_records(round_, finding, by=by, on=on, done_by=done_by, who=who)
    changed(round_, by=by)
    record("assurance.line.judged", round_, by=by, on=on, line=wanted.id, status=status, score=score, saw=finding.digest)


def _finding(round_: Round, line: str, edition: int | None, *, by: Viewer) -> FindingKept:
    """The newest finding kept for a line, or the edition a file says the judgement saw."""
    if edition is None:
        return queries.kept_findings(by, round_.pk)[line]
    return FindingKept.objects.get(area=by.area_id, round=round_, line=line, edition=edition)


def _refuse_if_moved(finding: FindingKept, *, saw: str, earlier: int, seen: int | None) -> None:
    """Stop if the finding is not the one on the page, or somebody else judged the line after the page was opened."""
    if saw and saw != finding.digest:
        raise Changed(
            "The finding was looked up again and has changed since you opened it. Look at it as it is now; your words are still here"
        )
    if seen is not None and seen != earlier:
        raise Changed("Somebody judged this line after you opened it. Look at their judgement, then save again; your words are still here")


def _judge(
    round_: Round,
    finding: FindingKept,
    *,
    by: Viewer,
    on: date,
    status: str,
    score: str,
    because: str,
    done_by: str | None,
    who: str,
) -> None:
    did = doer(by=by, done_by=done_by, who=who)
    earlier = Judgement.objects.filter(area=by.area_id, round=round_, line=finding.line)
    Judgement.objects.create(
        **by.stamp,
        round=round_,
        line=finding.line,
        number=earlier.count() + 1,
        status=Judged(status) if status else "",
        score=score,
        because=because.strip(),
        saw=finding,
        on=on,
        who=did.who,
        done_by_id=did.person_id,
    )


@deed
def let_stand(ref: str, *, by: Viewer, on: date, line: str, done_by: str | None = None, who: str = "") -> None:
    """Let a judgement stand although the finding has changed: the same judgement again, seeing the finding as it is now."""
    by.must(Permission.ASSURANCE_JUDGE)
    round_ = open_to_change(ref, by=by, on=on)
    rows = Judgement.objects.filter(area=by.area_id, round=round_, line=line)
    last = rows.order_by("-number").first()
    if last is None:
        raise Refused("This line is not judged yet, so there is nothing to let stand")
    finding = queries.kept_findings(by, round_.pk)[line]
    if last.saw_id == finding.pk:
        raise Refused("The finding is the one this judgement saw, so there is nothing to confirm")
    _judge(round_, finding, by=by, on=on, status=last.status, score=last.score, because=last.because, done_by=done_by, who=who)
    changed(round_, by=by)
    record("assurance.line.let-stand", round_, by=by, on=on, line=line, saw=finding.digest)


@deed
def score_section(
    ref: str,
    *,
    by: Viewer,
    on: date,
    section: str,
    score: str,
    because: str = "",
    seen: int | None = None,
    done_by: str | None = None,
    who: str = "",
) -> None:
    """Score a section on the round's scale: a person's choice, worked out from nothing."""
    by.must(Permission.ASSURANCE_JUDGE)
    round_ = open_to_change(ref, by=by, on=on)
    section_id = section_of(round_, section, by=by)
    refuse_if(_why_not_score(round_, score, wanted=ScoredBy.SECTION))
    earlier = SectionScore.objects.filter(area=by.area_id, round=round_, section=section_id).count()
    if seen is not None and seen != earlier:
        raise Changed("Somebody scored this section after you opened it. Look at their score, then save again")
    did = doer(by=by, done_by=done_by, who=who)
    SectionScore.objects.create(
        **by.stamp,
        round=round_,
        section=section_id,
        number=earlier + 1,
        score=score,
        because=because.strip(),
        on=on,
        who=did.who,
        done_by_id=did.person_id,
    )
    changed(round_, by=by)
    record("assurance.section.scored", round_, by=by, on=on, section=section_id, score=score)


def _why_not_score(round_: Round, score: str, *, wanted: str) -> str | None:
    scale = [each.value for each in catalogue.scale(round_.scale).values] if round_.scale else []
    return why_not_score(score, scale=scale, scored_by=round_.scored_by, wanted=wanted)


@deed
def moderate(
    ref: str,
    *,
    by: Viewer,
    on: date,
    because: str,
    section: str = "",
    line: str = "",
    status: str = "",
    score: str = "",
    done_by: str | None = None,
    who: str,
) -> None:
    """Record a local moderator's view of a line or a section, beside the council's own."""
    by.must(Permission.ASSURANCE_JUDGE)
    round_ = open_to_change(ref, by=by, on=on)
    about = line_of(round_, line, by=by).section if line else section_of(round_, section, by=by)
    refuse_if(why_not_judge(status=status, score=score, because=because))
    refuse_if(None if who.strip() else "Say who moderated, by their post")
    if score:
        refuse_if(_why_not_score(round_, score, wanted=ScoredBy.LINE if line else ScoredBy.SECTION))
    did = doer(by=by, done_by=done_by, who=who)
    LocalModeration.objects.create(
        **by.stamp,
        round=round_,
        number=LocalModeration.objects.filter(area=by.area_id, round=round_).count() + 1,
        section=about,
        line=line,
        status=Judged(status) if status else "",
        score=score,
        because=because.strip(),
        on=on,
        who=did.who,
        done_by_id=did.person_id if done_by else None,
    )
    changed(round_, by=by)
    record("assurance.round.moderated", round_, by=by, on=on, section=about, line=line)
