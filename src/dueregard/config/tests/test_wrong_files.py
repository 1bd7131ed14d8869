"""A wrong file: every mistake with its line and its place, and nothing of the file is written."""

from hashlib import sha256
from pathlib import Path

import pytest
from django.conf import settings

from dueregard.access.scope import scope
from dueregard.accounts.queries import areas
from dueregard.config.area_file import WrongFile, load
from dueregard.config.area_file.loading import MOST_BYTES
from dueregard.config.area_file.shapes import given_refs
from dueregard.config.tests.files import NOW, SMALL, changed, mistakes, operator, written
from dueregard.dispatch.models import Outbox
from dueregard.documents.tests.samples import PDF

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("slug: brook", "slug: Brook Town", "line 2, area.slug: this may have small letters"),
        ("slug: brook", "slug: help", "line 2, area.slug: An area cannot be called help"),
        ("  name: Brook\n", "", "line 1, area.name: this is missing"),
        ("name: Brook\n", f"name: {'x' * 121}\n", "line 3, area.name: "),
        ("kind: unitary\n", "kind: kingdom\n", "line 4, area.kind: one of: "),
        ("nation: england", "nation: france", "line 5, area.nation: one of: "),
        ("partnership:\n", "parties: []\npartnership:\n", "line 26, parties: there is no such part"),
        ("partnership:\n", "documents:\npartnership:\n", "line 26, documents: this is not a row of keys"),
        ("partnership:\n", "documents: {files_from: /etc}\npartnership:\n", "line 26, documents.files_from: there is no such key"),
        ("kind: police", "kind: police, colour: red", "line 13, organisations.bodies.1.colour: there is no such key"),
        ("chaired_by: P-1", "chair: P-1", "line 44, partnership.meetings.0.held.chair: there is no such key"),
        ("    title: Prevent lead\n", "", "line 18, organisations.posts.0.title: this is missing"),
        ("{date: 2025-02-03, ref: L-1", "{date: 2025-02-31, ref: L-1", "line 47, partnership.links.0.date: this is not a date"),
        ("title: Prevent lead", "title: no", "line 22, organisations.posts.0.title: this is not text"),
        ('"10:00"', '"25:00"', "line 44, partnership.meetings.0.held.started: this is not a time of day"),
        ("attendance: [", "attendance: 3 #", "line 43, partnership.meetings.0.attendance: this is not a list"),
        ("ref: P-2", "ref: P-1", "line 16, organisations.people.1.ref: P-1 is given twice, first at line 15"),
        (
            "{date: 2026-01-01, person: P-2}",
            "{date: 2026-01-01, person: P-9}",
            "line 25, organisations.posts.0.held.1.person: there is no P-9",
        ),
        ("seat: SEAT-1, ended", "seat: SEAT-9, ended", "line 35, partnership.groups.0.members.1.seat: there is no SEAT-9"),
        ("kind: police", "kind: priests", "line 13, organisations.bodies.1: "),
        ("left: {date: 2025-12-31}", "left: {date: 2024-12-31}", "line 24, organisations.posts.0.held.0.left: "),
        (
            "ended: {date: 2026-06-30}",
            "ended: {date: 2024-06-30}",
            "line 35, partnership.groups.0.members.1.ended: 2024-06-30 is before MB-2 itself, which is dated 2025-01-06",
        ),
        (
            "held: {date: 2025-03-05",
            "held: {date: 2025-02-01",
            "line 44, partnership.meetings.0.held: 2025-02-01 is before M-1 itself, which is dated 2025-02-03",
        ),
        ("cleared: {date: 2025-03-19", "cleared: {date: 2025-03-01", "line 45, partnership.meetings.0.cleared: "),
        (
            "{date: 2025-02-03, ref: L-1",
            "{date: 9999-12-31, ref: L-1",
            "line 47, partnership.links.0: this cannot be right: check the year",
        ),
        (
            "{date: 2025-02-03, ref: L-1",
            "{date: 0001-01-01, ref: L-1",
            "line 47, partnership.links.0: this cannot be right: check the year",
        ),
    ],
)
def test_a_mistake_is_named_with_its_line_and_nothing_is_written(old: str, new: str, says: str, tmp_path: Path) -> None:
    said = mistakes(changed(old, new), tmp_path)

    assert [line for line in said if line.startswith(says)], said
    assert not areas().exists()


def test_all_mistakes_are_found_at_once_whatever_their_kind(tmp_path: Path) -> None:
    text = changed("kind: police", "kind: police, colour: red")
    text = text.replace("{date: 2026-01-01, person: P-2}", "{date: 2026-01-01, person: P-9}")
    text = text.replace("cleared: {date: 2025-03-19", "cleared: {date: 2025-03-01").replace(
        "kind: area, with_whom", "sort: area, with_whom"
    )

    said = mistakes(text, tmp_path)

    assert [line.split(":")[0] for line in said] == [
        "line 13, organisations.bodies.1.colour",
        "line 25, organisations.posts.0.held.1.person",
        "line 45, partnership.meetings.0.cleared",
        "line 47, partnership.links.0.kind",
        "line 47, partnership.links.0.sort",
    ]


def test_what_names_a_refused_row_is_counted_and_not_blamed(tmp_path: Path) -> None:
    said = mistakes(changed("ref: P-2, name: Bert Brook", "ref: P-2, name: 7"), tmp_path)

    assert said == [
        "line 16, organisations.people.1.name: this is not text; put it in quotation marks (it says 7)",
        "6 rows name what was refused, and so could not be tried",
    ]


def test_a_file_of_a_real_area_holds_nothing_from_after_today(tmp_path: Path) -> None:
    text = changed("  invented: true\n  ends: 2026-11-13\n", "").replace("{date: 2025-02-03, ref: L-1", "{date: 2026-11-19, ref: L-1")

    assert mistakes(text, tmp_path) == ["line 45, partnership.links.0: this is dated after today, and nobody can have typed it yet"]


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "the file is empty"),
        (b"hello", "an area file is a list of named parts"),
        (b"- 1\n", "an area file is a list of named parts"),
        (b"organisations: {}\n", "area.slug: this is missing"),
        (bytes(range(256)), "it is not text (UTF-8)"),
        (SMALL.encode("utf-16"), "it is not text (UTF-8)"),
        (b"#" * (MOST_BYTES + 1), "the file is too large to be an area file"),
    ],
)
def test_what_is_no_area_file_is_said_in_one_line(content: bytes, says: str, tmp_path: Path) -> None:
    said = mistakes(content, tmp_path)

    assert says in said[0]
    assert said[0].startswith("line 1, ")


@pytest.mark.parametrize(("name", "says"), [("", "it is not a file"), ("nothing.yaml", "it cannot be read: No such file or directory")])
def test_a_folder_and_a_file_that_is_not_there_are_refused(name: str, says: str, tmp_path: Path) -> None:
    with pytest.raises(WrongFile, match=says):
        load(tmp_path / name, now=NOW)


def test_the_same_file_again_is_nothing_to_do(tmp_path: Path) -> None:
    path = written(SMALL, tmp_path)

    assert load(path, now=NOW) == "loaded"
    assert load(path, now=NOW) == "nothing to do"


def test_another_file_for_an_area_that_is_here_is_refused(tmp_path: Path) -> None:
    load(written(SMALL, tmp_path), now=NOW)

    said = mistakes(changed("with_whom: Ford", "with_whom: Hill"), tmp_path)

    assert said == ["line 1, area.slug: the area brook is here already, and this file is another one: loading never merges"]


def test_a_file_that_was_refused_leaves_no_bytes_behind(tmp_path: Path) -> None:
    digest = sha256(PDF).hexdigest()
    (tmp_path / "brook-files").mkdir()
    (tmp_path / "brook-files" / digest).write_bytes(PDF)
    file = f"{{date: 2025-01-06, number: 1, digest: {digest}, size: {len(PDF)}, type: pdf, name: a.pdf}}"
    documents = f"""documents:
  held:
  - date: 2025-01-06
    ref: DOC-1
    kind: plan
    title: Plan
    versions: [{{date: 2025-01-06, number: 1, files: [{file}]}}]
partnership:
"""
    before = set(Path(settings.MEDIA_ROOT).rglob("*"))

    said = mistakes(SMALL.replace("partnership:\n", documents).replace("with_whom: Ford", "with_whom: Ford, body: B-9"), tmp_path)

    assert len(said) == 1
    assert set(Path(settings.MEDIA_ROOT).rglob("*")) == before


def test_nobody_is_written_to_because_a_file_was_loaded(tmp_path: Path) -> None:
    load(written(SMALL, tmp_path), now=NOW)

    with scope(operator("brook")):
        assert not Outbox.objects.exists()


def test_what_is_given_a_reference_is_found_by_it() -> None:
    given = {"people": [{"ref": "P-1"}], "marked": [{"ref": "A-1"}], "evidence": [{"record": {"ref": "M-1"}}]}

    assert list(given_refs(given)) == [(("people", 0), "P-1")]


def test_the_mistakes_of_the_head_are_all_said_together(tmp_path: Path) -> None:
    text = changed("  name: Brook\n", "").replace("kind: unitary\n", "kind: kingdom\n", 1).replace("nation: england", "nation: france")

    said = "\n".join(mistakes(text, tmp_path))

    assert all(key in said for key in ("area.name: this is missing", "area.kind: one of", "area.nation: one of"))
