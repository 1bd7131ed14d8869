"""Pages of the register: the list with its heat map as at a day, and one risk with its whole history."""

from datetime import date
from typing import Any
from urllib.parse import urlencode

from django.core.paginator import Paginator
from django.http import HttpResponse

from dueregard.access.requires import ViewerRequest, requires
from dueregard.access.roles import Permission
from dueregard.access.viewer import Viewer
from dueregard.risk import queries
from dueregard.risk.forms.register import RegisterForm
from dueregard.risk.queries.assessments import in_force, looked_at
from dueregard.risk.queries.register import Line, Register, called, compared_with
from dueregard.risk.queries.risk_pages import parts_of
from dueregard.risk.rules.assessments import update_due
from dueregard.risk.rules.heat_map import Spot, heat_map
from dueregard.risk.rules.score_line import score_line
from dueregard.risk.views.asking import address, get_or_404, show

A_PAGE = 50
ABOVE = 8  # named beside the heat map; the rest are a link away
LIST, PAGE = "risk:risk-list", "risk:risk"


@requires(Permission.RISK_READ)
def risk_list(request: ViewerRequest) -> HttpResponse:
    viewer, form = request.viewer, RegisterForm(request.GET or None, viewer=request.viewer)
    on, known = form.chosen(viewer.today)
    cell = _cell(request)
    days = looked_at(viewer, as_at=on, known=known)
    then = form.compared(compared_with(days, as_at=on), as_at=on)
    found = queries.register(viewer, as_at=on, known=known, then=then, wanted=form.wanted(cell))
    page = Paginator(found.lines, A_PAGE).get_page(request.GET.get("page"))
    lines = {line.pk: line for line in page}
    rows = {row.pk: row for row in queries.risks(viewer, as_at=on, known=known, among=list(lines))}
    picture = heat_map(_spots(found), scale=found.scale)
    above, drawn = found.above[:ABOVE], {mark.ref for mark in picture.markers}
    pointed = [line for line in found.lines if line.ref in drawn] + above
    titles = called(viewer, [line.pk for line in pointed], as_at=on, known=known)
    shown = {
        "form": form,
        "as_at": on,
        "known_on": known,
        "register": found,
        "picture": picture,
        "titles": {line.ref: _pointed(line, titles.get(line.pk, line.ref)) for line in pointed},
        "above": [(line, titles.get(line.pk, line.ref)) for line in above],
        "answered": [line.ref for line in (*page, *above)],
        "page": page,
        "rows": [(rows[pk], line) for pk, line in lines.items()],
        "wanted": _asked(form, cell),
        "query": _query(form, cell),
        "looking_back": _query(form, None, only=form.looking_back),
        "stands": in_force(viewer, as_at=on, known=known),
        "looked_at": days[-1] if days else None,
        "update_due": update_due(days),
        "marking": found.marking,
    }
    return show(request, "risk_list", shown, place=LIST)


def _pointed(line: Line, title: str) -> str:
    """What a marker says to whoever does not see where it stands."""
    says = [f"{score.product} {when}" for score, when in ((line.now, "now"), (line.then, "then")) if score]
    return f"{title}, {', '.join(says)}"


def _spots(found: Register) -> list[Spot]:
    """The risks as the heat map takes them: those whose score then was on another matrix have none then."""
    return [
        Spot(ref=line.ref, now=line.now, then=line.then if line.then and line.then.scale.is_alike(found.scale) else None)
        for line in found.drawn
        if line.now
    ]


def _cell(request: ViewerRequest) -> tuple[int, int] | None:
    """The cell of the heat map that is asked for, by likelihood and impact."""
    likelihood, impact = (request.GET.get(side, "") for side in ("likelihood", "impact"))
    return (int(likelihood), int(impact)) if _is_step(likelihood) and _is_step(impact) else None


def _is_step(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) == 1


def _asked(form: RegisterForm, cell: tuple[int, int] | None) -> bool:
    """Whether fewer than all open risks are asked for."""
    return cell is not None or any(name in form.said for name in form.narrowing)


def _query(form: RegisterForm, cell: tuple[int, int] | None, *, only: tuple[str, ...] = ()) -> str:
    said = {name: _typed(value) for name, value in form.said.items() if not only or name in only}
    if cell:
        said |= {"likelihood": cell[0], "impact": cell[1]}
    return f"{urlencode(said)}&" if said else ""


def _typed(value: Any) -> Any:
    """A value as it stands in an address: the way the form reads it back."""
    if value is True:
        return "on"
    return f"{value:%d/%m/%Y}" if isinstance(value, date) else value


@requires(Permission.RISK_READ)
def risk(request: ViewerRequest, ref: str) -> HttpResponse:
    viewer = request.viewer
    page = queries.risk_page(viewer, get_or_404(queries.risks_seen(viewer), ref))
    row = page.row
    shown = {
        "page": page,
        "risk": page.risk,
        "row": row,
        "parts": parts_of(page.wording) if page.wording else [],
        "line": score_line([(review.on, review.residual) for review in page.reviews if review.residual]),
        "scale": queries.scale_on(viewer, as_at=viewer.today),
        "is_late": row.is_open and row.next_due is not None and row.next_due < viewer.today,
        "may_mark": viewer.may(Permission.RISK_EDIT) and viewer.reads_sensitive,
        "back": back_to(viewer),
        "marking": page.marking,
    }
    return show(request, "risk", shown, place=LIST)


def back_to(viewer: Viewer, row: queries.RiskRow | None = None) -> tuple[tuple[str, str], ...]:
    """The way back to the register, and to a risk of it."""
    steps = (("Risk register", address(viewer, LIST)),)
    return (*steps, (row.title, address(viewer, PAGE, row.ref))) if row else steps
