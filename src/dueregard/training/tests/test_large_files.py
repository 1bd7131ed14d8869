"""Files far larger than they look: read in as little room as a small one, or refused at once."""

import tracemalloc
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from sys import getallocatedblocks

import pytest

from dueregard.sheets.rules.tables import Unreadable
from dueregard.training.rules.bringing_in.reading import read_rows
from dueregard.training.tests.bad import ROW, TEXT, a_workbook, with_empty_rows
from dueregard.training.tests.files import HEADINGS

TWO_GIGABYTES = 2 * 1024**3
LITTLE = 4_000_000  # bytes; a row kept would be a hundred or more
MANY = 60_000
A_MILLION = 1_000_000
LAST = b'<c r="A%d"><v>1001</v></c><c r="E%d" t="inlineStr"><is><t>Prevent</t></is></c>'


@contextmanager
def in_little_room() -> Iterator[None]:
    tracemalloc.start()
    try:
        yield
        assert tracemalloc.get_traced_memory()[1] < LITTLE
    finally:
        tracemalloc.stop()


@pytest.mark.parametrize("begins", [TEXT.encode(), TEXT.encode("utf-16"), b"", b"PK\x03\x04"], ids=["CSV", "UTF-16", "nothing", "Excel"])
def test_two_gigabytes_of_nothing_are_refused_in_a_sentence(tmp_path: Path, begins: bytes) -> None:
    path = tmp_path / "export.csv"
    path.write_bytes(begins)
    with path.open("r+b") as sparse:
        sparse.truncate(TWO_GIGABYTES)  # takes no room on the disk

    with path.open("rb") as file, in_little_room(), pytest.raises(Unreadable, match=r"filled up with nothing|empty|damaged"):
        list(read_rows(file).after)


def test_a_great_many_empty_rows_of_a_text_file_take_no_room() -> None:
    content = BytesIO(TEXT.encode() + b",,,,,\r\n" * MANY + ROW.encode())

    with in_little_room():
        assert [number for number, _ in read_rows(content).after] == [2, MANY + 3]


def test_a_great_many_empty_rows_of_a_workbook_take_no_room() -> None:
    content = BytesIO(with_empty_rows(a_workbook((1000, "", "", "", "Prevent", "27/03/2026")), MANY))

    with in_little_room():
        assert [number for number, _ in read_rows(content).after] == [2]


class Watched(BytesIO):
    """A file that notes, whenever more of it is read, how many objects there are: watching every allocation takes ten times as long."""

    most = 0

    def read(self, size: int | None = -1, /) -> bytes:
        self.most = max(self.most, getallocatedblocks())
        return super().read(size)


def test_a_workbook_of_a_million_empty_rows_takes_no_room_and_its_last_row_is_read() -> None:
    content = Watched(with_empty_rows(a_workbook((1000, "", "", "", "Prevent", "27/03/2026")), A_MILLION, last=LAST))
    before = getallocatedblocks()

    found = [number for number, _ in read_rows(content).after]

    assert found == [2, A_MILLION + 100]
    assert content.most - before < A_MILLION / 20


def test_a_file_of_many_rows_is_read_row_by_row(tmp_path: Path) -> None:
    path = tmp_path / "export.csv"
    with path.open("w") as file:
        file.write(f"{HEADINGS}\n")
        file.writelines(f"{number},,,,Prevent,27/03/2026\n" for number in range(MANY))

    with path.open("rb") as kept, in_little_room():
        assert sum(1 for _ in read_rows(kept).after) == MANY
