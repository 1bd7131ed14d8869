"""Pages of the register: the list with its heat map as at a day, and one risk with its whole history."""

from datetime import date
from typing import Any, NamedTuple
from urllib.parse import urlencode
from uuid import UUID

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404

from dueregard.access.remembering import Remembered
from dueregard.access.requires import ViewerRequest, requires
from dueregard.access.roles import Permission
from dueregard.access.viewer import Viewer
from dueregard.basics.dates import say
from dueregard.organisations.queries.remembering import READ, remembering
from dueregard.privacy.marking import Marking
from dueregard.risk import queries
from dueregard.risk.forms.register import RegisterForm
from dueregard.risk.queries.assessments import in_force, looked_at
from dueregard.risk.queries.register import called
from dueregard.risk.queries.risk_pages import parts_of
from dueregard.risk.rules.assessments import update_due
from dueregard.risk.rules.heat_map import Spot, heat_map
from dueregard.risk.rules.matrix import Scale
from dueregard.risk.rules.register import Line, Register, compared_with
from dueregard.risk.rules.risks import Direction
from dueregard.risk.rules.score_line import score_line
from dueregard.risk.views.section import show
from dueregard.ui.places import address_here

A_PAGE = 50
ABOVE = 8  # named beside the heat map; the rest are a link away
ARROWS = {Direction.WORSE: "↑ ", Direction.SAME: "→ ", Direction.BETTER: "↓ "}
LIST, PAGE = "risk:risk-list", "risk:risk"


@requires(Permission.RISK_READ)
def risk_list(request: ViewerRequest) -> HttpResponse:
    viewer, form = request.viewer, RegisterForm(request.GET or None, viewer=request.viewer)
    on, known = form.chosen(viewer.today)
    cell, number = _cell(request), request.GET.get("page", "")[:6]
    wanted = form.wanted(cell)
    with remembering(viewer) as kept:
        days = kept.get(READ, ("looked at", on, known), lambda: looked_at(viewer, as_at=on, known=known))
        then = form.compared(compared_with(days, as_at=on), as_at=on)
        asked = _Asked(viewer, kept, on, known, then, wanted, number)
        seen = kept.get(READ, ("page", on, known, then, wanted, number), lambda: _page(asked))
        stands = kept.get(READ, ("in force", on, known), lambda: (in_force(viewer, as_at=on, known=known),))[0]
    shown = seen | {
        "form": form,
        "as_at": on,
        "known_on": known,
        "wanted": _is_narrowed(form, cell),
        "query": _query(form, cell),
        "looking_back": _query(form, None, only=form.looking_back),
        "stands": stands,
        "looked_at": days[-1] if days else None,
        "update_due": update_due(days),
    }
    return show(request, "risk_list", shown, place=LIST)


class _Asked(NamedTuple):
    """What a page of the register is asked: by whom, as at, known on, compared with, which risks, which page."""

    viewer: Viewer
    kept: Remembered
    on: date
    known: date
    then: date
    wanted: queries.Wanted
    number: str


def _page(asked: _Asked) -> dict[str, Any]:
    """A page of the register and everything drawn from the whole of it, so that all of it can be remembered."""
    viewer, dates = asked.viewer, {"as_at": asked.on, "known": asked.known}
    found = queries.register(viewer, asked.kept, **dates, then=asked.then, wanted=asked.wanted)
    page = Paginator(found.lines, A_PAGE).get_page(asked.number)
    rows = {row.ref: row for row in queries.risks(viewer, **dates, among=[UUID(line.key) for line in page])}
    picture = heat_map(_spots(found), scale=found.scale)
    above, drawn = found.above[:ABOVE], {mark.ref for mark in picture.markers}
    pointed = [line for line in found.lines if line.ref in drawn] + above
    titles = called(viewer, [line.ref for line in pointed], **dates)
    return {
        "register": found,
        "picture": picture,
        "titles": {line.ref: _pointed(line, titles.get(line.ref, line.ref)) for line in pointed},
        "above": [(line, titles.get(line.ref, line.ref)) for line in above],
        "answered": tuple(line.ref for line in (*page, *above)),
        "page": page,
        "rows": [_shown(rows[line.ref], line, scale=found.scale, on=asked.on) for line in page],
        "marking": Marking.SENSITIVE if found.is_sensitive else Marking.OFFICIAL,
    }


def _shown(row: queries.RiskRow, line: Line, *, scale: Scale, on: date) -> tuple[Any, ...]:
    """What a row of the table says, ready made: fifty rows of a template's own looking-up cost as much as the page."""
    now, then, way = line.now, line.then, line.direction
    district = row.district if row.district != row.owner else ""  # a district that owns its own risk is named once
    under = "; ".join(words for words in (row.owner or "Nobody owns it", district, row.reference) if words)
    due = f"{say(row.next_due)}" if row.next_due else "No date"
    return (
        row.ref,
        row.kind.label,
        row.title,
        line.is_sensitive,
        f"Closed {say(row.closed)}" if row.closed else "",
        under,
        (then.product, then.sum) if then else None,
        (now.product, now.sum, "" if now.scale.is_alike(scale) else now.scale.says) if now else None,
        line.is_above,
        f"{ARROWS.get(way, '')}{way.label}",
        due,
        row.is_open and row.next_due is not None and row.next_due < on,
    )


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


def _is_narrowed(form: RegisterForm, cell: tuple[int, int] | None) -> bool:
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
    page = queries.risk_page(viewer, get_object_or_404(queries.risks_seen(viewer), ref=ref))
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
    steps = (("Risk register", address_here(viewer, LIST)),)
    return (*steps, (row.title, address_here(viewer, PAGE, row.ref))) if row else steps
