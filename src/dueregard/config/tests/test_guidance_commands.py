"""`dueregard guidance check`, with a page that is not the published one: its words are not kept here."""

import json
from pathlib import Path

import pytest

from dueregard.config.command_line import main
from dueregard.guidance.queries import official_lines

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


@pytest.mark.django_db
def test_official_words_of_any_framework_are_attached_by_line(tmp_path: Path, capsys: Printed) -> None:
    path = tmp_path / "words.txt"
    path.write_text("[leadership.1]\nInvented official words\n", encoding="utf-8")

    main(["guidance", "attach", str(path), "--framework", "duty-guidance-2023", "--by-line"])

    assert "is kept now" in capsys.readouterr().out
    assert official_lines(None, framework="duty-guidance-2023") == {"leadership.1": "Invented official words"}


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("[leadership.99]\nWords\n", "words.txt, line 1: Prevent duty guidance for England and Wales (2023) has no line leadership.99"),
        ("\n", "nothing to keep"),
    ],
)
def test_a_mistake_in_words_by_line_is_named_in_one_sentence(text: str, says: str, tmp_path: Path, capsys: Printed) -> None:
    path = tmp_path / "words.txt"
    path.write_text(text, encoding="utf-8")

    with pytest.raises(SystemExit):
        main(["guidance", "attach", str(path), "--framework", "duty-guidance-2023", "--by-line"])

    assert says in capsys.readouterr().err
