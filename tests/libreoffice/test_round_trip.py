"""A plan and a register that LibreOffice opened and saved, and brought back: nothing changed, or just what was typed."""

import re
import subprocess
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.test import Client

from dueregard.accounts.tests.people import TODAY
from dueregard.partnership import actions as partnership
from dueregard.partnership.models import ActionUpdate
from dueregard.partnership.tests.pages import sent_back, words
from dueregard.partnership.tests.stories import inside, the_lead_on
from dueregard.plan import actions
from dueregard.plan.tests.sheets import here, lead
from dueregard.plan.tests.written import FROM, TO, Written
from dueregard.risk import actions as risk
from dueregard.risk.models import RiskReview
from dueregard.risk.rules.matrix import Scores
from dueregard.risk.rules.risks import Wording
from tests.engines import soffice

pytestmark = pytest.mark.django_db
ODS, XLSX, FLAT = "ods", "xlsx", "fods"
CSV = "csv:Text - txt - csv (StarCalc):44,34,76,1"  # commas, quotation marks, UTF-8
TYPED = ("=1+1", "+44 20 7946 0000", "'quoted", "1/2", "007", "3 x 4", "Café, “quoted”; and\nanother line", "@someone", "-", "TRUE")
LASTS = 120  # seconds: the first start makes a profile


@pytest.fixture
def it(settings: Any) -> Written:
    settings.DISK_ENCRYPTED = True
    found = here()
    by = the_lead_on(found.area)
    for number, text in enumerate(TYPED):
        due = TO - timedelta(days=number)
        more = {"start": FROM, "due": due, "objective": found.objective, "risks": [found.risk] if number % 2 else []}
        ref = actions.write_action(found.plan, by=by, on=TODAY, what=f"{text} {number}", body=found.body, **more)
        partnership.update_action(ref, by=by, on=TODAY, words=text, rag=("red", "amber", "green")[number % 3])
        named = risk.identify_risk(Wording(title=f"{text} {number}", cause=text), by=by, on=TODAY, kind="situational", concerns="both")
        risk.put_control(named.ref, by=by, on=TODAY, words=text)
        scored = Scores(inherent=(5, 4), residual=(3, 1 + number % 5))
        risk.review_risk(named.ref, by=by, on=TODAY, because="As found", scores=scored, next_due=date(2027, 2, 3))
    return found


def saved_as(sheets: dict[str, bytes], ending: str, folder: Path, *, was: str = "xlsx") -> dict[str, bytes]:
    """Each sheet as LibreOffice saves it in another format; all in one start, which is what takes the time."""
    for name, content in sheets.items():
        (folder / f"{name}.{was}").write_bytes(content)
    out, profile = folder / f"as-{ending[:4]}", f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    files = [str(folder / f"{name}.{was}") for name in sheets]
    command = [soffice() or "", profile, "--headless", "--norestore", "--convert-to", ending, "--outdir", str(out), *files]
    subprocess.run(command, check=True, capture_output=True, timeout=LASTS)
    return {name: (out / f"{name}.{ending.partition(':')[0]}").read_bytes() for name in sheets}


def places(it: Written) -> dict[str, tuple[str, str]]:
    """For a plan and a register: where its sheet is taken away, and where it comes back."""
    plan = f"/{it.area.slug}/plan/plans/{it.plan}"
    register = f"/{it.area.slug}/plan/register"
    return {"plan": (f"{plan}/actions.xlsx", f"{plan}/bring-in/"), "register": (f"{register}/register.xlsx", f"{register}/bring-in/")}


def brought(client: Client, it: Written, what: str, content: bytes) -> HttpResponse:
    return client.post(places(it)[what][1], {"file": SimpleUploadedFile(what, content), "sheet": ""})


def with_one_cell(content: bytes, *, was: str, to: str) -> bytes:
    """A flat OpenDocument sheet with one cell typed over: the first that says this."""
    cell = f"<text:p>{was}</text:p>".encode()
    assert cell in content
    return content.replace(cell, f"<text:p>{to}</text:p>".encode(), 1)


def taken_away(client: Client, it: Written) -> dict[str, bytes]:
    return {name: client.get(out).content for name, (out, _) in places(it).items()}


def test_what_libreoffice_opened_and_saved_changes_nothing(it: Written, tmp_path: Path) -> None:
    client = lead(it, cleared=True)

    ods = saved_as(taken_away(client, it), ODS, tmp_path)
    xlsx = saved_as(ods, XLSX, tmp_path, was="ods")
    csv = saved_as(xlsx, CSV, tmp_path)
    back = [(ending, words(brought(client, it, what, kept[what]))) for ending, kept in (("xlsx", xlsx), ("csv", csv)) for what in kept]

    assert len(back) == 4
    for ending, said in back:
        assert "Nothing in it is new" in said, ending
        assert re.search(r"\b0 to answer", said), ending
        assert "0 left out" in said, ending


def test_one_cell_typed_over_between_two_saves_is_one_change(it: Written, tmp_path: Path) -> None:
    client = lead(it, cleared=True)

    flat = saved_as(taken_away(client, it), FLAT, tmp_path)
    typed = {
        "plan": with_one_cell(flat["plan"], was="007", to="008"),
        "register": with_one_cell(flat["register"], was="3 x 3", to="2 x 2"),
    }
    changed = saved_as(typed, XLSX, tmp_path, was=FLAT)
    pages = {what: brought(client, it, what, content) for what, content in changed.items()}
    done = {what: client.post(places(it)[what][1], sent_back(page, step="bring"), follow=True) for what, page in pages.items()}

    assert ["It would bring in changes to 1" in words(page) for page in pages.values()] == [True, True]
    assert ["Brought in: changes to 1" in words(page) for page in done.values()] == [True, True]
    with inside(it.area):
        assert ActionUpdate.objects.filter(area=it.area, words="008").count() == 1
        assert RiskReview.objects.filter(area=it.area, residual_likelihood=2, residual_impact=2).count() == 1
