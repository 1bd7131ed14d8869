"""Section 1 in an area file: loaded through the deeds and written again, it is the same file."""

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
import yaml
from pydantic import ValidationError
from pytest_django import Settings

from dueregard.access.scope import scope
from dueregard.access.viewer import Viewer
from dueregard.accounts.tests.people import NOW, a_viewer
from dueregard.basics.refused import Refused
from dueregard.dispatch.models import Outbox
from dueregard.documents.tests.factories import ApprovalFactory, DocumentFactory, VersionFactory
from dueregard.guidance.actions import make_check
from dueregard.organisations.models import Area
from dueregard.organisations.tests.factories import AreaFactory, BodyFactory, PersonFactory, PostFactory
from dueregard.partnership.exchange import PART
from dueregard.partnership.models import Meeting

FILE = """
groups:
- ref: GRP-1
  date: 2024-01-08
  name: Prevent partnership group
  functions: [{function: oversight, date: 2024-01-08}, {function: risk, date: 2024-01-08, ended: {date: 2024-12-31}}]
  reports: [{date: 2024-02-01, to_board: Community safety partnership}]
  terms: [{ref: TR-1, date: 2025-02-10, version: DOC-1/1, quorum_members: 3, quorum_sectors: 2, quorum_required: [police]}]
  seats:
  - {ref: SEAT-1, date: 2024-01-08, kind: sector, sector: police, body: B-1}
  - {ref: SEAT-2, date: 2024-01-08, kind: sector, sector: local-authority, body: B-2}
  - {ref: SEAT-3, date: 2024-01-08, kind: adviser, body: B-1, ended: {date: 2025-01-31}}
  representations: [{ref: REP-1, date: 2024-03-01, seat: SEAT-2, for_body: B-1, agreed: By letter of the chair}]
  members:
  - {ref: MB-1, date: 2024-01-08, person: P-1, role: chair, post: J-1}
  - {ref: MB-2, date: 2024-01-08, person: P-2, role: member, seat: SEAT-1, ended: {date: 2025-06-30, typed: 2025-07-02T09:00:00Z}}
- ref: GRP-2
  date: 2024-02-01
  name: Channel panel
  functions: [{function: channel, date: 2024-02-01}]
  members: [{ref: MB-3, date: 2024-02-01, person: P-1, role: chair, because: Nobody else yet, agreed_by: The director}]
meetings:
- ref: M-1
  group: GRP-1
  day: 2025-03-05
  starts: 10:00
  ends: '12:30'
  place: Council house
  planned: {date: 2025-02-20}
  moved: [{date: 2025-02-20, day: 2025-03-12, starts: 09:30, because: Snow}]
  called: {date: 2025-02-21}
  replies: [{date: 2025-02-25, person: P-2, answer: coming}]
  items:
  - ref: I-1
    date: 2025-02-21
    title: Terms of reference
    kind: terms
    minutes_allotted: 10
    presenter: Prevent lead
    terms: TR-1
    minutes: [{words: Agreed}]
    papers: [{ref: PA-1, date: 2025-03-04, version: DOC-1/1, checks: [{date: 2025-03-04, check: C-1}]}]
  - {ref: I-2, date: 2025-02-21, title: Second, minutes: [{words: Draft}, {typed: 2025-03-14T10:00:00Z, words: Better, outcome: noted}]}
  - {ref: I-3, date: 2025-02-21, title: Third, starts: [{at: '11:50'}], minutes: [{outcome: not-reached}]}
  - {ref: I-4, date: 2025-02-22, title: Not wanted, withdrawn: {date: 2025-02-23}}
  attendance:
  - {seat: SEAT-1, person: P-2}
  - {seat: SEAT-2, presence: apologies}
  - {person: P-3, body: B-1}
  - {typed: 2025-03-13T10:00:00Z, seat: SEAT-2, person: P-1}
  held: {date: 2025-03-12, chaired_by: P-1, started: '09:31', ended: '11:58'}
  sat: [{typed: 2025-03-13T11:00:00Z, chaired_by: P-1, started: '09:32', ended: '11:58'}]
  declarations: [{person: P-2, words: Governor of the school, item: I-2}]
  cleared: {date: 2025-03-20, done_by: P-1}
  approved: {date: 2025-06-04, at: M-2}
  corrections:
  - {ref: K-1, date: 2025-06-04, words: The start was at 9.30, at_meeting: M-2}
- ref: M-2
  group: GRP-1
  day: 2025-06-04
  typed: 2025-06-09T08:00:00Z
  items:
  - {ref: I-5, date: 2025-06-04, title: Third, carried_from: I-3, minutes: [{typed: 2025-06-09T09:00:00Z, words: Taken at last}]}
  - {ref: I-6, date: 2025-06-04, title: The action, kind: action, action: A-1, minutes: [{typed: 2025-06-09T09:00:00Z, words: Re-dated}]}
  - ref: I-7
    date: 2025-06-04
    title: What the mosque said
    kind: exchange
    exchange: X-1
    marking: official-sensitive
    minutes: [{typed: 2025-06-09T09:00:00Z, words: Heard}]
  attendance: [{typed: 2025-06-09T08:30:00Z, seat: SEAT-1}, {typed: 2025-06-09T08:30:00Z, seat: SEAT-2}]
  held: {date: 2025-06-04, typed: 2025-06-09T08:40:00Z}
- {ref: M-3, group: GRP-1, called_because: A march is planned, day: 2025-07-02, planned: {date: 2025-07-01}}
- {ref: M-4, group: GRP-2, day: 2025-09-02, planned: {date: 2025-05-05}, cancelled: {date: 2025-09-01, because: Flood}}
decisions:
- ref: D-2025-01
  date: 2025-03-12
  group: GRP-1
  item: I-1
  paper: PA-1
  kind: delivery
  words: Approve the terms
  checks: [{date: 2025-03-21, check: C-2}]
  approves: [{version: DOC-1/1}]
- {ref: D-2025-02, date: 2025-03-12, group: GRP-1, item: I-2, kind: procedural, words: Oops, withdrawn: {date: 2025-03-15, because: Twice}}
- {ref: D-2025-03, date: 2025-04-02, group: GRP-1, kind: delivery, words: Alone, done_by: P-1, marking: official-sensitive}
actions:
- ref: A-1
  date: 2025-03-12
  what: Write to schools
  item: I-2
  decision: D-2025-01
  body: B-2
  person: P-1
  due: 2025-05-01
  owners: [{date: 2025-04-01, body: B-1}]
  dues: [{date: 2025-06-04, typed: 2025-06-09T09:30:00Z, due: 2025-08-01, item: I-6, because: Holidays}]
  updates: [{date: 2025-04-15, words: Half done, rag: amber}, {date: 2025-04-15, words: Nearly done, rag: green, done_by: P-1}]
  reviews: [{date: 2025-06-04, typed: 2025-06-09T09:29:00Z, item: I-6, words: More time}]
  steps:
  - {date: 2025-07-01, status: done}
  - {date: 2025-07-08, status: open, because: One school missing}
exchanges:
- ref: X-1
  date: 2025-05-06
  organisation: The mosque
  body: B-3
  how: Visit
  heard: [{date: 2025-05-06, words: Ask us sooner}]
  answers: [{date: 2025-06-10, words: We will}]
  reports: [{date: 2025-06-04, meeting: M-2, item: I-7}]
links:
- ref: L-1
  date: 2024-05-01
  kind: area
  with_whom: Tarn
  deeds: [{ref: LD-1, date: 2025-02-02, what: Trained together}]
  ended: {date: 2025-09-30}
nil_returns:
- {ref: N-1, date: 2025-01-10, about: delivery-decisions, since: 2024-01-01, until: 2024-12-31, post: J-1}
briefings:
- {ref: BR-1, date: 2025-02-10, audience: All members, about: risk, words: The year, post: J-1}
involvements:
- {ref: V-1, date: 2025-02-11, person: P-1, how: cleared, what: A press notice}
marked:
- {date: 2025-04-20, kind: update, ref: A-1, number: 2}
redacted:
- {date: 2025-05-06, kind: heard, ref: X-1, because: A name}
"""
FILE = FILE.replace("words: Ask us sooner", "words: '[Words taken out on 6 May 2025: they named a person who should not be here]'")


@pytest.fixture
def ready(db: None, settings: Settings) -> tuple[Area, Viewer]:
    """An area with the bodies, people, posts, document and checks that the file names."""
    settings.DISK_ENCRYPTED = True
    return an_area()


def an_area() -> tuple[Area, Viewer]:
    area = AreaFactory()
    operator = Viewer.operator(area=area.slug, area_id=area.pk, area_name=area.name, now=NOW)
    bodies = [BodyFactory(area=area, ref=f"B-{n}") for n in (1, 2, 3)]
    for number in (1, 2, 3):
        PersonFactory(area=area, ref=f"P-{number}", body=bodies[0])
    PostFactory(area=area, ref="J-1", body=bodies[1])
    version = VersionFactory(document=DocumentFactory(area=area, ref="DOC-1"))
    ApprovalFactory(of=version, on=date(2025, 3, 12))
    answers = {
        f"{name}{more}": value for name in ("mindful", "proportionate", "reduces") for more, value in (("", True), ("_because", "So"))
    }
    for ref, on in (("C-1", date(2025, 3, 4)), ("C-2", date(2025, 3, 21))):
        make_check(by=operator, on=on, ref=ref, **answers)
    return area, operator


def load(text: Any, operator: Viewer) -> None:
    shape = PART.shape.model_validate(yaml.safe_load(text) if isinstance(text, str) else text)
    with scope(operator):
        for deed in sorted(PART.deeds(shape), key=lambda deed: deed.on):
            deed.do(operator.at(deed.typed_at))


def written(viewer: Viewer) -> Any:
    with scope(viewer):
        return PART.write(viewer)


def test_what_was_loaded_and_written_loads_and_writes_the_same(ready: tuple[Area, Viewer]) -> None:
    _, first = ready
    load(FILE, first)
    once = written(first)
    _, second = an_area()

    load(once, second)

    assert yaml.safe_dump(written(second), sort_keys=False) == yaml.safe_dump(once, sort_keys=False)


def test_nothing_of_the_file_is_lost(ready: tuple[Area, Viewer]) -> None:
    _, operator = ready
    load(FILE, operator)

    back = written(operator)

    wanted = yaml.safe_load(FILE)
    wanted["meetings"].sort(key=lambda row: ["M-1", "M-4", "M-2", "M-3"].index(row["ref"]))  # as their days were set
    missing = [path for path in leaves(wanted) if path not in set(leaves(back))]
    assert missing == []


def leaves(value: Any, path: str = "") -> Iterator[str]:
    """Every value of a file with its keys; times of day as text, moments left to the other test."""
    if isinstance(value, dict):
        for key, inner in value.items():
            if key not in {"typed", "position"} and inner not in (None, "", []):
                yield from leaves(inner, f"{path}.{key}")
    elif isinstance(value, list):
        for number, inner in enumerate(value):
            yield from leaves(inner, f"{path}[{number}]")
    else:
        is_clock = isinstance(value, int) and path.rsplit(".", 1)[-1] in {"starts", "ends", "started", "ended", "at"}
        yield f"{path}={f'{value // 60:02}:{value % 60:02}' if is_clock else value}"


def test_an_official_copy_holds_nothing_sensitive_and_loads(ready: tuple[Area, Viewer]) -> None:
    area, operator = ready
    load(FILE, operator)

    official = written(a_viewer(area, *(), now=NOW))

    assert "official-sensitive" not in str(official)
    assert "D-2025-03" not in str(official)
    _, second = an_area()
    load(official, second)


def test_a_key_that_is_not_known_is_refused() -> None:
    with pytest.raises(ValidationError, match="chair_person"):
        PART.shape.model_validate({"groups": [{"ref": "GRP-1", "date": date(2024, 1, 8), "name": "Group", "chair_person": "P-1"}]})


def test_a_file_skips_no_rule(ready: tuple[Area, Viewer]) -> None:
    _, operator = ready

    with pytest.raises(Refused, match="Record who was there first"):
        load(
            FILE.replace("attendance: [{typed: 2025-06-09T08:30:00Z, seat: SEAT-1}, {typed: 2025-06-09T08:30:00Z, seat: SEAT-2}]", ""),
            operator,
        )


def test_nobody_is_written_to_because_a_file_was_loaded(ready: tuple[Area, Viewer]) -> None:
    area, operator = ready

    load(FILE, operator)

    with scope(operator):
        assert Meeting.objects.filter(area=area).count() == 4
        assert not Outbox.objects.filter(area=area).exists()
