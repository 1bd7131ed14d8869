"""Keeping evidence beside a line, taking it away, and raising actions."""

from uuid import UUID

from django.http import Http404, HttpResponse

from dueregard.access.requires import ViewerRequest, requires
from dueregard.access.roles import Permission
from dueregard.assurance import actions, queries
from dueregard.assurance.forms import DropForm, EvidenceForm, ImprovementForm
from dueregard.assurance.views.asking import asked, line_in, round_of, to_line, to_round

FROM_THE_REGISTER = "A document already in the register comes first; bring a file in only if it is not there."
KEPT_BY_OTHERS = "Choose it from the register. Is it not there? Ask the Prevent lead to register it, then come back."
THE_SAME_ACTION = "The action is the same one that meetings review: it has one owner and one due day."
RAISED_BY_OTHERS = "Choose one there is already. Is a new one needed? Ask the Prevent lead to record it, then come back."


@requires(Permission.ASSURANCE_JUDGE)
def evidence_keep(request: ViewerRequest, ref: str, line: str) -> HttpResponse:
    viewer = request.viewer
    contents = queries.round_contents(viewer, round_of(request, ref))
    found = line_in(contents, line)
    form = EvidenceForm(request.POST or None, request.FILES or None, viewer=viewer)

    def do() -> None:
        given = form.cleaned_data
        upload = given.get("file")
        actions.keep_evidence(
            ref,
            by=viewer,
            on=viewer.today,
            line=line,
            document=given["held"],
            title=given.get("title", ""),
            received=given.get("received"),
            file=(upload.read(), upload.name) if upload else None,
        )

    return asked(
        request,
        form,
        title=f"Keep evidence beside {found.id}",
        button="Keep it",
        lede=f"{found.says} {FROM_THE_REGISTER if viewer.may(Permission.DOCUMENT_EDIT) else KEPT_BY_OTHERS}",
        do=do,
        then=lambda _: to_line(request, ref, line),
        contents=contents,
        done="The evidence is kept",
        has_file=True,
    )


@requires(Permission.ASSURANCE_JUDGE)
def evidence_drop(request: ViewerRequest, ref: str, pk: UUID) -> HttpResponse:
    viewer = request.viewer
    contents = queries.round_contents(viewer, round_of(request, ref))
    held = {item.id: line for section in contents.sections for line in section.lines for item in line.evidence}
    if str(pk) not in held:
        raise Http404
    line = held[str(pk)]
    item = next(each for each in line.evidence if each.id == str(pk))
    form = DropForm(request.POST or None)
    return asked(
        request,
        form,
        title=f"Take evidence away from {line.id}",
        button="Take it away",
        lede=f"{item.label} ({item.ref}). That it was kept here stays known, with your reason.",
        do=lambda: actions.drop_evidence(pk, by=viewer, on=viewer.today, because=form.cleaned_data["because"]),
        then=lambda _: to_line(request, ref, line.id),
        contents=contents,
        done="The evidence is taken away",
    )


@requires(Permission.ASSURANCE_JUDGE)
def improvement_raise(request: ViewerRequest, ref: str, line: str = "") -> HttpResponse:
    """An action for a line, for the round as a whole, or (once it is signed) for what the Home Office asks."""
    viewer = request.viewer
    contents = queries.round_contents(viewer, round_of(request, ref))
    if line:
        line_in(contents, line)
    form = ImprovementForm(request.POST or None, viewer=viewer)
    is_signed = contents.signing is not None

    def do() -> None:
        actions.raise_improvement(ref, by=viewer, on=viewer.today, line=line, is_asked_by_letter=is_signed, **form.cleaned_data)

    about = f"line {line}" if line else ("the Home Office’s letter" if is_signed else "the round")
    return asked(
        request,
        form,
        title=f"Raise an action for {about}",
        button="Raise the action",
        lede=THE_SAME_ACTION if viewer.may(Permission.PARTNERSHIP_EDIT) else f"{THE_SAME_ACTION} {RAISED_BY_OTHERS}",
        do=do,
        then=lambda _: to_line(request, ref, line) if line else to_round(request, ref),
        contents=contents,
        done="The action is raised",
    )
