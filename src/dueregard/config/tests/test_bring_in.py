"""Bringing a plan and a register in from the terminal: a dry run in words, all of it or nothing, and never a stack trace."""

import json
import sys
from pathlib import Path
from typing import Any

import pytest

from dueregard.config.command_line import main
from dueregard.organisations.models import Body
from dueregard.organisations.tests.factories import AreaFactory
from dueregard.partnership.models import Action
from dueregard.partnership.tests.stories import inside, trail
from dueregard.plan.rules.sheets.trip import MARK
from dueregard.plan.rules.sheets.trip import mark as mark_of
from dueregard.plan.tests.sheets import book, csv
from dueregard.plan.tests.test_sheets_bad_input import a_bomb, with_macros
from dueregard.plan.tests.written import Written, written
from dueregard.risk.models import Risk

pytestmark = pytest.mark.django_db
Printed = pytest.CaptureFixture[str]
HEADS = "Reference,Action,Owner,Due,RAG,Update"


@pytest.fixture
def it() -> Written:
    return written(AreaFactory(slug="brook"))


@pytest.fixture
def owner(it: Written) -> str:
    with inside(it.area):
        return Body.objects.get(area=it.area, ref=it.body).name


def kept(folder: Path, content: bytes, name: str = "plan.csv") -> str:
    path = folder / name
    path.write_bytes(content)
    return str(path)


def bring(kind: str, file: str, it: Written, *more: str) -> int:
    plan = ("--plan", it.plan) if kind == "plan" else ()
    try:
        return main(["bring-in", kind, file, "--area", "brook", *plan, *more])
    except SystemExit as end:
        sys.stderr.write(f"{end.code}\n")
        return 1


def actions_of(it: Written) -> set[str]:
    with inside(it.area):
        return set(Action.objects.filter(area=it.area).values_list("what", flat=True))


def test_a_dry_run_says_row_by_row_what_would_become_of_it_and_writes_nothing(
    it: Written, owner: str, tmp_path: Path, capsys: Printed
) -> None:
    file = kept(tmp_path, csv(HEADS, f",Check halls,{owner},31/3/2027,Green,Begun", f"{it.action},action,,,,Half way"))

    code = bring("plan", file, it, "--dry-run")

    said = capsys.readouterr().out
    assert code == 0
    assert "row 2     New                Check halls: Owner: " in said
    assert f"row 3     Changed            {it.action} action: Last update: nothing → Half way" in said
    assert "It would bring in 1 new action and changes to 1 action. Nothing is written." in said
    assert "Check halls" not in actions_of(it)


def test_a_clear_sheet_is_brought_in_by_the_operator_and_the_same_again_is_nothing_new(
    it: Written, owner: str, tmp_path: Path, capsys: Printed
) -> None:
    file = kept(tmp_path, csv(HEADS, f",Check halls,{owner},31/3/2027,Green,Begun"))

    codes = [bring("plan", file, it), bring("plan", file, it)]

    said = capsys.readouterr().out
    assert codes == [0, 0]
    assert "Brought in: 1 new action." in said
    assert "Nothing in it is new." in said
    assert "Check halls" in actions_of(it)
    assert trail(it.area).count("plan.actions.brought-in") == 1


def test_a_doubtful_owner_stops_it_and_an_option_answers(it: Written, owner: str, tmp_path: Path, capsys: Printed) -> None:
    file = kept(tmp_path, csv(HEADS, ",Check halls,The school team,,,", f",Ring schools,{owner},,,", ",Nobody’s,,,,"))

    stopped = bring("plan", file, it)
    why = capsys.readouterr().err
    done = bring("plan", file, it, "--owner", f"the school TEAM={it.body}", "--nobody", it.person)

    assert (stopped, done) == (1, 0)
    assert 'In doubt: “The school team”. Say which each is with --owner "Text=REF", or bring the sheet in on the page' in why
    assert "Whose are the rows that name nobody? Say so with --nobody, or on the page" in why
    assert "Nothing was written, because not everything is clear" in why
    assert {"Check halls", "Ring schools", "Nobody’s"} <= actions_of(it)


@pytest.mark.parametrize(
    ("more", "why"),
    [
        (("--owner", "Nobody=B-1"), "no owner in doubt is written “Nobody”"),
        (("--owner", "The school team=B-99999"), "There is no B-99999 here that could be meant"),
        (("--owner", "B-1"), "Write it as the sheet does"),
        (("--plan", "PLAN-77"), "There is no plan PLAN-77 in this area. The plans are: "),
        (("--sheet", "Other"), "sheet"),
        (("--area", "nowhere"), "There is no area called 'nowhere' here"),
    ],
)
def test_an_answer_that_fits_nothing_is_said_in_a_sentence(
    it: Written, tmp_path: Path, capsys: Printed, more: tuple[str, str], why: str
) -> None:
    file = kept(tmp_path, book([("Action", "Owner"), ("Check halls", "The school team")]), "plan.xlsx")

    code = bring("plan", file, it, *more)

    printed = capsys.readouterr()
    assert code == 1
    assert why in printed.out + printed.err


def test_one_wrong_row_and_nothing_is_written(it: Written, owner: str, tmp_path: Path, capsys: Printed) -> None:
    file = kept(tmp_path, csv(HEADS, f",Check halls,{owner},31/2/2027,,", f",Ring schools,{owner},,,"))

    code = bring("plan", file, it)

    printed = capsys.readouterr()
    assert code == 1
    assert "row 2     Left out           Check halls: Due: “31/2/2027” is no day of any month" in printed.out
    assert "1 of 2 rows are wrong" in printed.err
    assert "Ring schools" not in actions_of(it)


def test_a_program_reads_the_same_as_json(it: Written, owner: str, tmp_path: Path, capsys: Printed) -> None:
    file = kept(tmp_path, csv(HEADS, f",Check halls,{owner},31/3/2027,Green,Begun", ",,,,,"))

    code = bring("plan", file, it, "--json")

    said = json.loads(capsys.readouterr().out)
    assert code == 0
    assert said["is_written"] is True
    assert [(row["row"], row["verdict"], row["says"]) for row in said["rows"]] == [(2, "new", "Check halls")]


def test_a_register_is_brought_in_once_it_is_said_what_its_risks_are_of(it: Written, owner: str, tmp_path: Path, capsys: Printed) -> None:
    file = kept(tmp_path, csv("Risk,Owner,Residual score,Controls", f"Halls let unseen,{owner},3 x 4,A list"))

    stopped = bring("risks", file, it)
    why = capsys.readouterr().err
    done = bring("risks", file, it, "--concerns", "both")

    assert (stopped, done) == (1, 0)
    assert "What are the new risks risks of? Say so with --concerns, or on the page" in why
    with inside(it.area):
        assert Risk.objects.filter(area=it.area, wordings__title="Halls let unseen", reviews__residual_impact=4).count() == 1


BAD: dict[str, tuple[bytes, str]] = {
    "empty": (b"", "empty"),
    "binary": (b"\x00\x01\x02\x03" * 400, "neither Excel nor text"),
    "pdf": (b"%PDF-1.7 and so on", "This is a PDF"),
    "old": (b"\xd0\xcf\x11\xe0 old", "old kind"),
    "cut": (book([("Action", "Owner"), ("Check", "Us")])[:-40], "cut off or damaged"),
    "macros": (with_macros(book([("Action", "Owner"), ("Check", "Us")])), "macros"),
    "bomb": (a_bomb(), "far larger than a table"),
    "no heading": (csv("Check halls", "Ring schools"), "No row of headings was found"),
    "two headings": (
        csv("Action,Owner,Status", "Check,Us,", "Owner,Action,Status", "Us,Ring,"),
        "both hold headings, of different columns",
    ),
    "large": (b"Action,Owner\n" + b"x" * (5 * 1024 * 1024), "larger than 5 MB"),
}


@pytest.mark.parametrize("what", list(BAD))
@pytest.mark.parametrize("kind", ["plan", "risks"])
def test_what_is_no_sheet_is_refused_in_one_sentence(it: Written, tmp_path: Path, capsys: Printed, kind: str, what: str) -> None:
    content, why = BAD[what]
    content = content.replace(b"Action", b"Risk") if kind == "risks" and what == "two headings" else content

    code = bring(kind, kept(tmp_path, content, "sheet.xlsm"), it)

    printed = capsys.readouterr()
    said = printed.out + printed.err
    assert code == 1
    assert why in said
    assert "Traceback" not in said
    assert "should not have" not in said


def test_no_file_and_a_folder_are_said_so(it: Written, tmp_path: Path, capsys: Printed) -> None:
    codes = [bring("plan", str(tmp_path / "none.csv"), it), bring("plan", str(tmp_path), it)]

    said = capsys.readouterr()
    assert codes == [1, 1]
    assert "No such file" in said.out + said.err
    assert "it is a folder" in said.out + said.err


ROWS: list[tuple[str, str, Any]] = [
    ("plan", f"{HEADS}\nA-77,One,{{owner}},,,\nA-78,Two,{{owner}},,,", "There is no action A-77 in this plan"),
    ("plan", f"{HEADS}\n{{action}},action,,,,One\n{{action}},action,,,,Two", "stands in row 2 already"),
    ("plan", f"{HEADS}\n,One,{{owner}},31/9/2026,,", "is no day of any month"),
    ("plan", f"{HEADS},{MARK}\n{{action}},action,,,,One,{{foreign}}", "taken away from another area"),
    ("plan", f"{HEADS},{MARK}\n{{action}},action,,,,One,nonsense", "was changed, so nobody can tell"),
    ("risks", "Risk,Residual score\nHalls,7 x 2", "is outside the matrix, which goes from 1 to 5"),
    ("risks", "Reference,Risk\nR99,Halls", "There is no risk R99 here"),
    ("risks", "Reference,Risk\n{risk},Halls\n{risk},Halls again", "stands in row 2 already"),
    ("risks", "Risk,Next review\nHalls,32/1/2027", "is no day of any month"),
]


@pytest.mark.parametrize(("kind", "text", "why"), ROWS)
def test_a_wrong_row_says_what_is_wrong_with_it(
    it: Written, owner: str, tmp_path: Path, capsys: Printed, kind: str, text: str, why: str
) -> None:
    foreign = mark_of("elsewhere", it.action, {"what": "action"})
    file = kept(tmp_path, text.format(owner=owner, action=it.action, risk=it.risk, foreign=foreign).encode())

    code = bring(kind, file, it, "--dry-run")

    assert code == 1
    assert why in capsys.readouterr().out


def test_a_hundred_thousand_empty_rows_are_left_out(it: Written, owner: str, tmp_path: Path, capsys: Printed) -> None:
    file = kept(tmp_path, csv(HEADS, f",Check halls,{owner},,,", *([",,,,,"] * 100_000), f",Ring schools,{owner},,,"))

    code = bring("plan", file, it, "--dry-run")

    assert code == 0
    assert "It would bring in 2 new actions" in capsys.readouterr().out
