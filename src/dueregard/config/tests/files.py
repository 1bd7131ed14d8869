"""A small area file for tests, and what is done with one."""

from datetime import UTC, datetime
from pathlib import Path

from dueregard.access.viewer import Viewer
from dueregard.accounts.queries import areas
from dueregard.config.area_file import WrongFile, load

NOW = datetime(2026, 11, 18, 10, tzinfo=UTC)
EXAMPLES = Path(__file__).resolve().parents[4] / "examples"
SMALL = """\
area:
  slug: brook
  name: Brook
  kind: unitary
  nation: england
  held_by: Brook Council
  began: 2025-01-06
  invented: true
  ends: 2026-11-13
organisations:
  bodies:
  - {date: 2025-01-06, ref: B-1, name: Brook Council, kind: unitary-council, specified: true}
  - {date: 2025-01-06, ref: B-2, name: Brook Police, kind: police, specified: true}
  people:
  - {date: 2025-01-06, ref: P-1, name: Ada Brook, email: ada@brook.example, body: B-1}
  - {date: 2025-01-06, ref: P-2, name: Bert Brook, email: bert@brook.example, body: B-2}
  posts:
  - date: 2025-01-06
    ref: J-1
    body: B-1
    kind: prevent-lead
    title: Prevent lead
    held:
    - {date: 2025-01-06, person: P-1, left: {date: 2025-12-31}}
    - {date: 2026-01-01, person: P-2}
partnership:
  groups:
  - date: 2025-01-06
    ref: GRP-1
    name: Brook Prevent board
    functions: [{date: 2025-01-06, function: oversight}]
    seats: [{date: 2025-01-06, ref: SEAT-1, sector: police, body: B-2}]
    members:
    - {date: 2025-01-06, ref: MB-1, person: P-1, role: chair, post: J-1}
    - {date: 2025-01-06, ref: MB-2, person: P-2, role: member, seat: SEAT-1, ended: {date: 2026-06-30}}
  meetings:
  - ref: M-1
    group: GRP-1
    day: 2025-03-05
    planned: {date: 2025-02-03}
    called: {date: 2025-02-24}
    items: [{date: 2025-02-24, ref: I-1, title: Welcome, minutes: [{words: Names were given.}]}]
    attendance: [{seat: SEAT-1, person: P-2}]
    held: {date: 2025-03-05, chaired_by: P-1, started: "10:00", ended: "11:00"}
    cleared: {date: 2025-03-19, done_by: P-1}
  links:
  - {date: 2025-02-03, ref: L-1, kind: area, with_whom: Ford}
"""


def written(text: str | bytes, folder: Path, name: str = "brook.yaml") -> Path:
    """The text as a file."""
    path = folder / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def mistakes(text: str | bytes, folder: Path) -> list[str]:
    """What is said of a wrong file."""
    try:
        load(written(text, folder), now=NOW)
    except WrongFile as error:
        return str(error).splitlines()
    return []


def changed(old: str, new: str) -> str:
    """The small file with one thing in it changed."""
    assert old in SMALL
    return SMALL.replace(old, new)


def operator(slug: str) -> Viewer:
    """The operator in an area."""
    area = areas().get(slug=slug)
    return Viewer.operator(area=slug, area_id=area.pk, area_name=area.name, now=NOW, is_invented=area.is_invented)
