"""The golden thread is the same from both ends, whatever hangs on what."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from dueregard.guidance.indicator import Cite
from dueregard.guidance.loose_end import LooseEnd, Severity, worst_first
from dueregard.home.rules.drawing import drawn
from dueregard.home.rules.thread import Key, Rows, Thread, lines, thread_of, through
from dueregard.home.rules.thread.cells import Cell
from dueregard.home.rules.thread.missing import PLACES
from dueregard.home.rules.thread.rows import Action, Change, Decision, Evaluation, Review, Risk, Score, Source, Update
from dueregard.partnership.rules.decisions import ActionStatus
from dueregard.plan.rules.evaluations import Changed

TODAY = date(2026, 11, 18)
MARCH = date(2026, 3, 4)
days = st.dates(date(2024, 1, 1), TODAY)


def some(prefix: str, most: int = 3) -> st.SearchStrategy[tuple[str, ...]]:
    """Some refs of a few, so that records find each other."""
    return st.lists(st.sampled_from([f"{prefix}{number}" for number in range(1, most + 1)]), unique=True, max_size=most).map(tuple)


@st.composite
def risks(draw: st.DrawFn, ref: str) -> Risk:
    scored = sorted(draw(st.lists(days, max_size=3)))
    scores = tuple(Score(on=on, likelihood=draw(st.integers(1, 5)), impact=4, tolerance=14) for on in scored)
    return Risk(ref=ref, kind="Situational", title=f"Risk {ref}", sources=draw(some("S-")), accepted=draw(some("D-")), scores=scores)


@st.composite
def actions(draw: st.DrawFn, ref: str) -> Action:
    status = draw(st.sampled_from(ActionStatus))
    met = [Review(meeting=meeting, item="I-1", on=draw(days), words="On course", number=4) for meeting in draw(some("M-"))]
    return Action(
        ref=ref,
        what=draw(st.text(max_size=60)) or "Do it",
        on=MARCH,
        due=draw(st.none() | days),
        status=status,
        closed=None if status is ActionStatus.OPEN else draw(days),
        risks=draw(some("R")),
        reviews=tuple(sorted(met, key=lambda review: review.on)),
        decisions=draw(some("D-")),
        update=draw(st.none() | st.builds(Update, on=days, words=st.just("Half done"))),
        evaluations=draw(some("EV-", 2)),
    )


@st.composite
def changes(draw: st.DrawFn) -> Change:
    kind = draw(st.sampled_from(Changed))
    on, risk = draw(days), draw(st.sampled_from(["R1", "R2", "R9"]))
    return Change(changed=kind, on=on, risk=risk, score=6, action="A-1", objective="O-1", title="Something", because="it was")


@st.composite
def all_rows(draw: st.DrawFn) -> Rows:
    """A small area in which anything may hang on anything, and some of it on what the viewer may not see."""
    return Rows(
        sources=tuple(Source(ref=ref, kind="local data", title="Survey", on=draw(days)) for ref in draw(some("S-"))),
        risks=tuple(draw(risks(ref)) for ref in draw(some("R"))),
        actions=tuple(draw(actions(ref)) for ref in draw(some("A-"))),
        decisions=tuple(Decision(ref=ref, words="Go on", on=draw(days), needs_check=draw(st.booleans())) for ref in draw(some("D-"))),
        evaluations=tuple(
            Evaluation(ref=ref, words="It helped", on=draw(days), changes=tuple(draw(st.lists(changes(), max_size=2))))
            for ref in draw(some("EV-", 2))
        ),
    )


def an_end(kind: str, about: Key, severity: Severity = Severity.GAP) -> LooseEnd:
    cite = Cite(about.kind, about.ref, "Something", MARCH, MARCH)
    return LooseEnd(kind=kind, severity=severity, line="1.g4", subject=cite, says="It is loose", tie="Tie it", tie_at="home:area")


ABOUT = {
    "partnership.decision": "decision",
    "partnership.check": "decision",
    "partnership.action": "action",
    "plan.": "action",
    "risk.": "risk",
}
SOURCES = {"risk.threat-level-changed", "risk.profile-old"}


def kind_of(end: str) -> str:
    return "source" if end in SOURCES else next(kind for start, kind in ABOUT.items() if end.startswith(start))


@st.composite
def ends(draw: st.DrawFn, rows: Rows) -> list[LooseEnd]:
    """Loose ends of every kind about records that are there, and of one record each kind once."""
    refs = {kind: [key.ref for key in rows.records() if key.kind == kind] for kind in ("source", "risk", "action", "decision")}
    wanted = draw(st.lists(st.sampled_from(sorted(PLACES)), max_size=5))
    about = {(end, Key(kind_of(end), draw(st.sampled_from(refs[kind_of(end)])))) for end in wanted if refs[kind_of(end)]}
    return worst_first([an_end(*one) for one in sorted(about)])


def keys(rows: Rows) -> set[Key]:
    return set(rows.records())


@given(all_rows())
def test_what_is_on_the_thread_of_one_record_has_that_record_on_its_own(rows):
    on = {start: keys(through(rows, {start})) for start in keys(rows)}

    assert all((other in on[start]) == (start in on[other]) for start in on for other in on)


@given(all_rows())
def test_the_lines_through_two_records_are_the_same_from_both(rows):
    found = {start: lines(through(rows, {start})) for start in keys(rows)}

    for start in found:
        for other in found:
            assert {line for line in found[start] if other in line.keys} == {line for line in found[other] if start in line.keys}


@given(all_rows())
def test_no_line_is_lost_or_made_up(rows):
    whole = lines(rows)

    for start in keys(rows):
        assert lines(through(rows, {start})) == {line for line in whole if start in line.keys}


@given(all_rows())
def test_the_thread_of_a_thread_is_the_same_thread(rows):
    for start in keys(rows):
        once = through(rows, {start})
        assert through(once, {start}) == once


def boxes(thread: Thread) -> list[Cell]:
    cells = list(thread.sources)
    for block in thread.blocks:
        cells += [block.cell] if block.cell else []
        cells += [cell for lane in block.lanes for cell in lane.cells]
    return cells


@given(st.data())
def test_every_record_and_every_loose_end_of_a_thread_is_drawn_and_nothing_else(data):
    rows = data.draw(all_rows())
    loose = data.draw(ends(rows))

    for start in keys(rows):
        thread = thread_of(rows, starts={start}, ends=loose, on=TODAY)

        about = {key for cell in boxes(thread) for key in cell.about}
        assert about == keys(through(rows, {start}))
        assert {number for cell in boxes(thread) for number in cell.loose} == {one.number for one in thread.loose}
        assert {one.about for one in thread.loose} == {Key(end.subject.kind, end.subject.ref) for end in loose} & about


@given(st.data())
def test_the_picture_has_the_boxes_of_the_list_in_its_order_and_none_over_another(data):
    rows = data.draw(all_rows())
    start = data.draw(st.sampled_from(sorted(keys(rows)) or [Key("risk", "R1")]))

    thread = thread_of(rows, starts={start}, ends=data.draw(ends(rows)), on=TODAY)
    picture = drawn(thread)

    assert [box.cell for box in picture.boxes] == boxes(thread)
    taken = [(box.x, y) for box in picture.boxes for y in range(box.y, box.y + box.height, 2)]
    assert len(taken) == len(set(taken))
    assert all(box.y >= 34 and box.y + box.height <= picture.height for box in picture.boxes)
    assert all(box.y < text.y < box.y + box.height for box in picture.boxes for text in box.text)
