"""A plan’s sheet that was taken away and comes back: unchanged it changes nothing, changed it changes exactly that."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dueregard.partnership.rules.decisions import ActionStatus
from dueregard.plan.rules.sheets.columns import find_columns
from dueregard.plan.rules.sheets.plan_beside import CARRIED, COLUMNS, Answers, Here, There, Weighed, line
from dueregard.plan.rules.sheets.plan_rows import HEADINGS, Field, read_rows
from dueregard.plan.rules.sheets.plan_weighed import weigh
from dueregard.plan.rules.sheets.trip import HERE, SHEET, plain
from dueregard.plan.rules.sheets.verdicts import Verdict
from dueregard.plan.views.kept_sheet import read_content
from dueregard.privacy.marking import Marking
from dueregard.sheets.rules.naming import Candidate, whole
from dueregard.sheets.views.spreadsheets import CSV, XLSX, Sheet, written

TODAY, RAISED = date(2026, 11, 1), date(2026, 4, 8)
OWNERS = {"body:B-1": ("B-1", ""), "body:B-2": ("B-2", ""), "person:P-1": ("B-1", "P-1")}
CANDIDATES = [
    Candidate(key="body:B-1", says="Westmarch", names=("B-1", "Westmarch")),
    Candidate(key="body:B-2", says="Police", names=("B-2", "Police")),
    Candidate(key="person:P-1", says="Head of service", names=("P-1", "Head of service")),
]
TEXT = st.text(st.characters(codec="utf-8", exclude_categories=("Cs", "Cc")) | st.sampled_from("=+-@'\n\t;,|\"#"), max_size=40).map(plain)
DAY = st.dates(date(2026, 5, 1), date(2027, 3, 31)).map(date.isoformat)


@st.composite
def values(draw: Any) -> dict[str, str]:
    """An action as it may stand."""
    status = draw(st.sampled_from(ActionStatus)).value
    found = {
        Field.OBJECTIVE: draw(TEXT),
        Field.WHAT: draw(TEXT) or "Check halls",
        Field.RISK: draw(st.sampled_from(["", "R1", "R1, R2"])),
        Field.OWNER: draw(st.sampled_from(["Westmarch", "A body closed since"])),
        Field.PERSON: draw(st.sampled_from(["", "Head of service"])),
        Field.START: "",
        Field.DUE: draw(DAY),
        Field.STATUS: status,
        Field.RAG: draw(st.sampled_from(["", "red", "amber", "green"])),
        Field.WORDS: draw(TEXT),
    }
    return {name.value: found[name] for name in CARRIED}


def beside(actions: dict[str, dict[str, str]], *, area: str = "westmarch") -> There:
    here = [
        Here(
            ref=ref, on=RAISED, values=said, status=ActionStatus(said["status"]), owner=("B-1", ""), said=frozenset({whole(said["words"])})
        )
        for ref, said in actions.items()
    ]
    risks = [Candidate(key=ref, says=ref, names=(ref,)) for ref in ("R1", "R2", "R3")]
    days = {"today": TODAY, "begun": RAISED, "covers_from": date(2026, 4, 1), "covers_to": date(2027, 3, 31)}
    return There(area=area, actions=here, objectives={}, candidates=CANDIDATES, owners=OWNERS, risks=risks, **days)


def taken(actions: dict[str, dict[str, str]], ending: str, *, area: str = "westmarch", **edits: dict[str, str]) -> bytes:
    """The sheet with what was typed into it: by ref with an underscore, the fields."""
    rows = []
    for ref, said in actions.items():
        cells = list(line(area, ref, said))
        for field, value in edits.get(ref.replace("-", "_"), {}).items():
            cells[1 + CARRIED.index(Field(field))] = value
        rows.append(cells)
    sheet = Sheet(title="Plan", name="plan", as_at=TODAY, marking=Marking.OFFICIAL, columns=COLUMNS, rows=rows)
    return written(sheet, ["Official. Actions of the plan", "Taken out on 1 November 2026 by: somebody"], ending)


def back(content: bytes, there: There, **answers: Any) -> Weighed:
    kept = read_content(content, name="plan", kind="plan", of="PLAN-1")
    columns = find_columns(kept.table, HEADINGS)
    given_answers = Answers(**{"log_day": TODAY, "raised": RAISED} | answers)
    return weigh(read_rows(kept.table, columns, fills=kept.fills), there=there, answers=given_answers)


ONE = {
    "objective": "Fewer lettings",
    "what": "Check halls",
    "risk": "R1",
    "owner": "Westmarch",
    "person": "",
    "start": "",
    "due": "2026-12-31",
    "status": "open",
    "rag": "green",
    "words": "Begun",
}


@settings(max_examples=120, deadline=None)
@given(st.lists(values(), min_size=1, max_size=6), st.sampled_from([CSV, XLSX]))
def test_a_sheet_that_comes_back_unchanged_changes_nothing(rows: list[dict[str, str]], ending: str) -> None:
    actions = {f"A-{number}": said for number, said in enumerate(rows, start=1)}

    found = back(taken(actions, ending), beside(actions))

    assert {row.verdict for row in found.rows} == {Verdict.SAME}, [row.told for row in found.rows]
    assert (found.said, found.missing, found.clashes) == ((), (), ())


EDITS = st.fixed_dictionaries(
    {},
    optional={
        "objective": st.just("More training"),
        "owner": st.just("Police"),
        "start": st.just("2 June 2026"),
        "status": st.sampled_from(["Done", "Dropped"]),
        "rag": st.sampled_from(["red", "A", "Off course"]),
        "words": st.just("Half way"),
        "risk": st.just("R1, R3"),
    },
)


@settings(max_examples=120, deadline=None)
@given(st.dictionaries(st.integers(1, 5), EDITS, max_size=5), st.sampled_from([CSV, XLSX]))
def test_a_sheet_that_was_changed_changes_exactly_that(edits: dict[int, dict[str, str]], ending: str) -> None:
    actions = {f"A-{number}": {**ONE, "what": f"Check hall {number}"} for number in range(1, 6)}
    typed = {f"A_{number}": said for number, said in edits.items()}

    found = back(taken(actions, ending, **typed), beside(actions))

    labels = {f"A-{number}": {Field(name).label for name in said} for number, said in edits.items() if said}
    assert {row.ref: {change.field for change in row.changes} for row in found.rows if row.changes} == labels
    assert {one.ref for one in found.said} == set(labels)
    for one in found.said:
        said = edits[int(one.ref[2:])]
        assert (one.objective, one.words) == (said.get("objective", ""), said.get("words", ""))
        assert (one.body, one.risks) == ("B-2" if "owner" in said else "", ("R3",) if "risk" in said else ())
        assert (one.start is not None, bool(one.ends), bool(one.rag)) == (
            "start" in said,
            "status" in said,
            bool({"rag", "words"} & set(said)),
        )


def test_what_others_changed_meanwhile_stays_and_a_clash_is_asked() -> None:
    then = {"A-1": ONE}
    now = {"A-1": {**ONE, "words": "Two halls refused", "rag": "amber"}}
    content = taken(then, XLSX, A_1={"words": "Half way"})

    asked = back(content, beside(now))
    ours = back(content, beside(now), clashes={"A-1-words": SHEET})
    theirs = back(content, beside(now), clashes={"A-1-words": HERE})

    [clash] = asked.clashes
    assert (clash.here, clash.sheet, clash.field) == ("Two halls refused", "Half way", "Last update")
    assert (asked.rows[0].verdict, asked.said) == (Verdict.ASKS, ())
    assert [(one.words, one.rag) for one in ours.said] == [("Half way", "green")]
    assert (theirs.rows[0].verdict, theirs.said) == (Verdict.SAME, ())


def test_a_row_taken_out_deletes_nothing_and_an_empty_cell_takes_nothing_away() -> None:
    actions = {"A-1": ONE, "A-2": {**ONE, "what": "Ring schools"}}

    found = back(taken({"A-1": ONE}, CSV, A_1={"words": "", "due": "", "owner": ""}), beside(actions))

    assert (found.missing, found.said) == (("A-2",), ())


@pytest.mark.parametrize(
    ("change", "why"),
    [
        ({"what": "Check churches"}, "What A-1 is about does not change"),
        ({"risk": "R1, R9"}, "There is no open risk R9"),
        ({"due": "30 June 2027"}, "A group agrees another due date"),
        ({"owner": "Nobody at all"}, "Choose the owner above"),
        ({"start": "31 February 2026"}, "no day of any month"),
        ({"rag": "mauve"}, "is no RAG"),
    ],
)
def test_a_change_that_cannot_be_made_says_why(change: dict[str, str], why: str) -> None:
    found = back(taken({"A-1": ONE}, CSV, A_1=change), beside({"A-1": ONE}))

    assert why in found.rows[0].why
    assert not found.said


def test_a_due_date_is_changed_where_it_is_said_at_which_item_it_was_agreed() -> None:
    content = taken({"A-1": ONE}, CSV, A_1={"due": "30 June 2027"})

    agreed = back(content, beside({"A-1": ONE}), item="I-3")
    left = back(content, beside({"A-1": ONE}), item="leave")

    assert [(one.due, one.item) for one in agreed.said] == [(date(2027, 6, 30), "I-3")]
    assert (left.said, left.rows[0].why) == ((), "its due date is left as it is")


def test_a_closed_action_is_opened_again_first() -> None:
    done = {"A-1": {**ONE, "status": "done"}}

    refused = back(taken(done, CSV, A_1={"words": "More"}), beside(done))
    opened = back(taken(done, CSV, A_1={"words": "More", "status": "Open"}), beside(done))

    assert "Write Open under Status" in refused.rows[0].why
    assert [one.ends for one in opened.said] == [ActionStatus.OPEN]


def test_the_rows_of_another_area_a_mark_that_was_changed_and_a_reference_twice_are_left_out() -> None:
    here = beside({"A-1": ONE})
    sheet = taken({"A-1": ONE}, CSV).decode("utf-8-sig")

    other = back(taken({"A-1": ONE}, CSV, area="eastmarch"), here)
    broken = back(sheet.replace("A-1~", "A-1~x").encode(), here)
    moved = back(sheet.replace("\r\nA-1,", "\r\nA-7,").encode(), here)
    twice = back((sheet + sheet.splitlines()[-1]).encode(), here)

    assert "taken away from another area" in other.rows[0].why
    assert "taken away from another area" in broken.rows[0].why
    assert "was taken away as A-1, and now says A-7" in moved.rows[0].why
    assert "A-1 stands in row 4 already" in twice.rows[1].why
