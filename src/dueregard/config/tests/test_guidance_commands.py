"""`dueregard guidance check`, with a page that is not the published one: its words are not kept here."""

import json
from pathlib import Path

import pytest

from dueregard.config.command_line import main

Printed = pytest.CaptureFixture[str]
PAGE = "Section 1: Gardens\n\nBenchmark The garden is kept in good order.\nOutcome Everybody sits in the green.\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_a_check_can_be_read_by_a_program(encoding: str, tmp_path: Path, capsys: Printed) -> None:
    path = tmp_path / "page.txt"
    path.write_text(PAGE, encoding=encoding)

    assert main(["guidance", "check", str(path), "--json"]) == 1

    report = json.loads(capsys.readouterr().out)
    assert report["framework"] == "toolkit-2024"
    assert report["counts"] == {"matched": 0, "reworded": 0, "new": 2, "gone": 64}


@pytest.mark.parametrize(
    ("content", "says"), [(b"%PDF-1.7", "is a PDF. Save the published page as"), (b" " * 5_000_001, "is larger than any published page")]
)
def test_a_file_that_is_no_page_is_named_in_one_sentence(content: bytes, says: str, tmp_path: Path) -> None:
    path = tmp_path / "page"
    path.write_bytes(content)

    with pytest.raises(SystemExit, match=f"dueregard: {path} {says}"):
        main(["guidance", "check", str(path)])


@pytest.mark.parametrize("part", ["check", "attach"])
def test_a_framework_whose_page_we_do_not_know_is_named_in_one_sentence(part: str, tmp_path: Path) -> None:
    path = tmp_path / "page.txt"
    path.write_text(PAGE)

    with pytest.raises(SystemExit, match="dueregard: The words of the published page of statute are not known"):
        main(["guidance", part, str(path), "--framework", "statute"])
