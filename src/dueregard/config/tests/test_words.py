"""The command line's words: help and wrong words are answered at once, without Django."""

import os
import subprocess
import sys

import pytest

from dueregard.config.command_line import main, parser

WITHOUT_DJANGO = """
import sys
from dueregard.config.command_line import main
try:
    main(sys.argv[1:])
except SystemExit as end:
    print("django" in sys.modules, end.code)
"""


@pytest.mark.parametrize(("words", "code"), [(["--help"], 0), (["assess"], 2), (["serve", "--port", "x"], 2), (["report", "--help"], 0)])
def test_help_and_wrong_words_are_answered_without_django(words: list[str], code: int) -> None:
    done = subprocess.run([sys.executable, "-c", WITHOUT_DJANGO, *words], capture_output=True, text=True, check=True)

    assert done.stdout.splitlines()[-1] == f"False {code}"


@pytest.mark.parametrize(
    ("words", "says"),
    [
        ([], "The following arguments are required: COMMAND"),
        (["dance"], "Argument COMMAND: invalid choice: 'dance'"),
        (["assess"], "The following arguments are required: area"),
        (["assess", "x", "--as-at", "2025-02-30"], "'2025-02-30' is not a date; write it as year-month-day, such as 2026-03-31"),
        (["assess", "x", "--known-on", "0001-01-01"], "'0001-01-01' is not a date of this work"),
        (["serve", "--port", "99999"], "'99999' is not a port; give a number from 1 to 65535"),
        (["demo", "--port", "0"], "'0' is not a port"),
        (["report", "poem", "x", "M-1", "-o", "x.docx"], "Argument kind: invalid choice: 'poem'"),
        (["user", "reset-second-factor", "x"], "The following arguments are required: email"),
    ],
)
def test_wrong_words_are_answered_in_one_sentence(words: list[str], says: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as end:
        main(words)

    printed = capsys.readouterr()
    assert end.value.code == 2
    assert printed.err.startswith("dueregard: ")
    assert says in printed.err
    assert printed.err.count("\n") == 1
    assert printed.out == ""


def test_every_command_says_what_it_is_for() -> None:
    assert all(line.strip() for line in parser().format_help().splitlines()[5:20])


def test_links_in_mails_lead_to_the_port_the_site_is_served_on(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DUEREGARD_ADDRESS", "put back afterwards")
    monkeypatch.delenv("DUEREGARD_ADDRESS")
    monkeypatch.setattr("dueregard.config.command_line._do", lambda asked: 0)

    main(["serve", "--port", "8123"])

    assert os.environ["DUEREGARD_ADDRESS"] == "http://localhost:8123"
