"""The section of a round, where records and judgements stand side by side, and one line with its history."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from dueregard.access.requires import ViewerRequest, requires
from dueregard.access.roles import Permission
from dueregard.assurance import actions, queries
from dueregard.assurance.forms import JudgeForm, ModerateForm, RefreshForm, ScoreForm
from dueregard.assurance.rules.contents import LineContents, RoundContents
from dueregard.assurance.views.asking import asked, closes, line_in, marked, round_of, section_holding, section_in, to_line
from dueregard.ui.asking import is_done


@requires(Permission.ASSURANCE_READ)
def round_section(request: ViewerRequest, ref: str, section: str) -> HttpResponse:
    """The section page. Judging happens on it, so that the two sides can be compared; the deed checks the permission again."""
    viewer, row = request.viewer, round_of(request, ref)
    contents = queries.round_contents(viewer, row)
    here = section_in(contents, section)
    may_judge = contents.signing is None and viewer.may(Permission.ASSURANCE_JUDGE)
    judging = request.POST.get("line") or request.GET.get("judge", "")
    line = next((each for each in here.lines if each.id == judging), None) if may_judge else None
    form = _judge_form(request, contents, line) if line else None
    if (
        request.method == "POST"
        and form is not None
        and line is not None
        and is_done(form, lambda: actions.judge_line(ref, by=viewer, on=viewer.today, **_judged(form)))
    ):
        messages.success(request, f"Your judgement of {line.id} is saved")
        return redirect(f"{_to_section(request, ref, section)}#{line.anchor}")
    return render(request, "assurance/round_section.html", _shown(request, contents, section, form, line, may_judge))


def _to_section(request: ViewerRequest, ref: str, section: str) -> str:
    return reverse("assurance:round-section", kwargs={"area": request.viewer.area, "ref": ref, "section": section})


def _judge_form(request: ViewerRequest, contents: RoundContents, line: LineContents) -> JudgeForm:
    last = line.judged
    starting: dict[str, Any] = {"line": line.id, "saw": line.finding.digest, "seen": len(line.judgements), "keep_records_beside": not last}
    if last:
        starting |= {"status": last.status, "score": last.score, "because": last.because}
    scale = contents.scale if contents.scored_by == "line" else None
    return JudgeForm(request.POST or None, scale=scale, records=len(line.finding.cites), initial=starting)


def _judged(form: JudgeForm) -> dict[str, Any]:
    given = form.cleaned_data
    return {**given, "seen": int(given["seen"]) if given["seen"].isdigit() else -1}


def _shown(
    request: ViewerRequest, contents: RoundContents, section: str, form: JudgeForm | None, line: LineContents | None, may_judge: bool
) -> dict[str, Any]:
    here = section_in(contents, section)
    ids = [each.id for each in contents.sections]
    place = ids.index(section)
    scored = contents.scale is not None and contents.scored_by == "section" and bool(here.lines)
    last = here.scores[0] if here.scores else None
    starting = {"seen": len(here.scores), "score": last.score if last else None, "because": last.because if last else ""}
    score_form = ScoreForm(scale=contents.scale, initial=starting) if scored and may_judge and contents.scale else None
    return {
        "contents": contents,
        "section": here,
        "form": form,
        "judging": line,
        "may_judge": may_judge,
        "is_scored": scored,
        "score_form": score_form,
        "gap_address": closes(request.viewer),
        "following": contents.sections[place + 1] if place + 1 < len(ids) else None,
        "marking": marked(contents),
        "linked": True,
    }


@requires(Permission.ASSURANCE_JUDGE)
def section_score(request: ViewerRequest, ref: str, section: str) -> HttpResponse:
    viewer = request.viewer
    contents = queries.round_contents(viewer, round_of(request, ref))
    here = section_in(contents, section)
    if contents.scale is None:
        return redirect(_to_section(request, ref, section))
    form = ScoreForm(request.POST or None, scale=contents.scale, initial={"seen": len(here.scores)})

    def do() -> None:
        given = form.cleaned_data
        seen = int(given["seen"]) if given["seen"].isdigit() else -1
        actions.score_section(ref, by=viewer, on=viewer.today, section=section, score=given["score"], because=given["because"], seen=seen)

    return asked(
        request,
        form,
        title=f"Score section {here.id} {here.title}",
        button="Save score",
        lede="Nothing is worked out from the lines: the score is a person’s choice.",
        do=do,
        then=lambda _: f"{_to_section(request, ref, section)}#score",
        contents=contents,
        done="The score is saved",
    )


@requires(Permission.ASSURANCE_READ)
def line(request: ViewerRequest, ref: str, line: str) -> HttpResponse:
    viewer = request.viewer
    contents = queries.round_contents(viewer, round_of(request, ref))
    may_judge = contents.signing is None and viewer.may(Permission.ASSURANCE_JUDGE)
    shown = {
        "contents": contents,
        "line": line_in(contents, line),
        "section": section_holding(contents, line_in(contents, line).id),
        "may_judge": may_judge,
        "gap_address": closes(viewer),
        "marking": marked(contents),
        "linked": True,
    }
    return render(request, "assurance/line.html", shown)


@requires(Permission.ASSURANCE_JUDGE)
def line_stand(request: ViewerRequest, ref: str, line: str) -> HttpResponse:
    viewer = request.viewer
    contents = queries.round_contents(viewer, round_of(request, ref))
    found = line_in(contents, line)
    return asked(
        request,
        RefreshForm(request.POST if request.method == "POST" else None),
        title=f"Let the judgement of {found.id} stand",
        button="Let it stand",
        lede=f"The finding is now: {found.finding.short} The same judgement is recorded again, as seeing it.",
        do=lambda: actions.let_stand(ref, by=viewer, on=viewer.today, line=line),
        then=lambda _: to_line(request, ref, line),
        contents=contents,
        done="The judgement stands",
    )


@requires(Permission.ASSURANCE_JUDGE)
def moderate(request: ViewerRequest, ref: str, about: str) -> HttpResponse:
    """A local moderator's view of a line, or of a section where no line has that id."""
    viewer = request.viewer
    contents = queries.round_contents(viewer, round_of(request, ref))
    is_line = contents.line(about) is not None and request.GET.get("of") != "section"
    if not is_line:
        section_in(contents, about)
    wanted = "line" if is_line else "section"
    form = ModerateForm(request.POST or None, scale=contents.scale if contents.scored_by == wanted else None, initial={"on": viewer.today})
    return asked(
        request,
        form,
        title=f"Record a local moderator’s view of {wanted} {about}",
        button="Record the view",
        lede="A moderator’s view stands beside the council’s own. It never changes it.",
        do=lambda: actions.moderate(ref, by=viewer, line=about if is_line else "", section="" if is_line else about, **form.cleaned_data),
        then=lambda _: to_line(request, ref, about) if is_line else _to_section(request, ref, about),
        contents=contents,
        done="The moderator’s view is recorded",
    )
