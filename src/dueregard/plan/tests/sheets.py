"""What the tests of sheets share: workbooks as councils keep them, uploading one and going on from its dry run, taking one away."""

from collections.abc import Sequence
from datetime import date
from io import BytesIO
from typing import Any

import xlsxwriter
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.test import Client

from dueregard.access.roles import Role
from dueregard.organisations.tests.factories import AreaFactory
from dueregard.partnership.models import Action
from dueregard.partnership.tests.pages import World, sent_back, signed_in
from dueregard.partnership.tests.stories import inside
from dueregard.plan.tests.written import Written, written

Fills = dict[tuple[int, int], str]
FILL = {"red": "#FF0000", "amber": "#FFC000", "green": "#00B050"}


def here(name: str = "westmarch") -> Written:
    return written(AreaFactory(slug=name))


def lead(it: Written, *, cleared: bool = False, role: Role = Role.LEAD) -> Client:
    return signed_in(World(it.area, it.group, {}, {}), role, cleared=cleared)


def at(it: Written, path: str = "bring-in/") -> str:
    return f"/{it.area.slug}/plan/plans/{it.plan}/{path}"


def csv(*rows: str) -> bytes:
    return "\n".join(rows).encode()


def book(
    rows: Sequence[Sequence[object]], *, merged: Sequence[tuple[int, str]] = (), fills: dict[tuple[int, int], str] | None = None
) -> bytes:
    """A workbook: its rows, texts merged across a row, and cells filled in a colour."""
    kept = BytesIO()
    made = xlsxwriter.Workbook(kept, {"in_memory": True})
    page = made.add_worksheet("Plan")
    day = made.add_format({"num_format": "dd/mm/yyyy"})
    for number, row in enumerate(rows):
        for column, value in enumerate(row):
            colour = (fills or {}).get((number, column))
            shape = made.add_format({"bg_color": FILL[colour]}) if colour else None
            if isinstance(value, date):
                page.write_datetime(number, column, value, day)
            elif value != "" or shape:
                page.write(number, column, value, shape)
    for number, text in merged:
        page.merge_range(number, 0, number, 5, text, made.add_format({"bold": True}))
    made.close()
    return kept.getvalue()


def upload(client: Client, it: Written, content: bytes, *, name: str = "plan.xlsx", sheet: str = "") -> HttpResponse:
    return client.post(at(it), {"file": SimpleUploadedFile(name, content), "sheet": sheet})


def go_on(client: Client, it: Written, page: HttpResponse, step: str, **said: Any) -> HttpResponse:
    """Answer what the dry run asks and go on, as a browser would send it back."""
    return client.post(at(it), sent_back(page, step=step, **said), follow=True)


def in_plan(it: Written) -> dict[str, Action]:
    """The actions of the plan by what is to be done."""
    with inside(it.area):
        rows = Action.objects.filter(area=it.area).prefetch_related("owners__body", "owners__person", "dues", "updates", "steps")
        return {action.what: action for action in rows}
