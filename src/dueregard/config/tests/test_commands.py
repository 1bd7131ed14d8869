"""What the commands say of an area, and what they say when asked for what there is not."""

import json
from hashlib import sha256
from pathlib import Path

import pytest
from pytest_django import Settings

from dueregard.access.scope import scope
from dueregard.accounts.tests.factories import UserFactory
from dueregard.audit.queries import events
from dueregard.config.area_file import load
from dueregard.config.command_line import main
from dueregard.config.commands.asking import operator
from dueregard.config.tests.files import EXAMPLES, NOW, SMALL, changed, written
from dueregard.organisations.models import Area
from dueregard.risk.tests.factories import RiskFactory, RiskReviewFactory

pytestmark = pytest.mark.django_db
Printed = pytest.CaptureFixture[str]


@pytest.fixture
def brook(tmp_path: Path, settings: Settings) -> Path:
    """An area is here; its file's folder."""
    settings.INVENTED = True
    load(written(SMALL, tmp_path), now=NOW)
    return tmp_path


def refused(words: list[str], capsys: Printed) -> str:
    """What a command says as it stops."""
    with pytest.raises(SystemExit) as end:
        main(words)
    said = end.value.code if isinstance(end.value.code, str) else capsys.readouterr().err.strip()
    assert end.value.code not in (0, None)
    assert "\n" not in said
    return said


def test_the_areas_are_listed(brook: Path, capsys: Printed) -> None:
    assert main(["areas", "--json"]) == 0

    assert json.loads(capsys.readouterr().out) == [{"slug": "brook", "name": "Brook", "kind": "unitary"}]


def test_without_an_area_it_is_said_how_to_get_one(db: None, capsys: Printed) -> None:
    assert main(["areas"]) == 0

    assert "dueregard load FILE" in capsys.readouterr().out


def test_of_two_files_the_right_one_is_loaded_and_the_wrong_one_reported(tmp_path: Path, capsys: Printed) -> None:
    wrong = written(changed("slug: brook", "slug: ford").replace("kind: police", "kind: priests"), tmp_path, "ford.yaml")
    right = written(SMALL, tmp_path)

    assert main(["load", str(wrong), str(right)]) == 1

    printed = capsys.readouterr()
    assert printed.out == f"{right}: loaded\n"
    assert printed.err.startswith(f"dueregard: {wrong} was not loaded and nothing of it was written:\n  line 13, organisations.bodies.1: ")
    assert list(Area.objects.values_list("slug", flat=True)) == ["brook"]


def test_the_same_file_again_is_nothing_to_do_and_no_error(brook: Path, capsys: Printed) -> None:
    assert main(["load", str(brook / "brook.yaml")]) == 0

    assert capsys.readouterr().out.endswith("nothing to do\n")


def test_an_export_goes_to_the_terminal_or_into_a_file(brook: Path, capsys: Printed) -> None:
    main(["export", "brook"])
    shown = capsys.readouterr().out

    main(["export", "brook", "-o", str(brook / "out.yaml")])

    assert (brook / "out.yaml").read_text() == shown
    assert (brook / "out.yaml").stat().st_mode & 0o077 == 0


def test_an_export_is_in_the_trail_with_its_digest_and_no_word_of_it(brook: Path) -> None:
    main(["export", "brook", "--official", "-o", str(brook / "out.yaml")])

    by = operator("brook")
    with scope(by):
        event = events(by).first()
    assert event is not None
    assert (event.verb, event.machine) == ("organisations.area.taken-away", "operator")
    assert event.details == {"marking": "official", "sha256": sha256((brook / "out.yaml").read_bytes()).hexdigest()}


def test_an_official_export_takes_away_the_bytes_an_earlier_one_left(brook: Path) -> None:
    left = brook / "out-files" / ("a" * 64)
    left.parent.mkdir()
    left.write_bytes(b"sensitive")
    (left.parent / "mine.txt").write_text("Not ours")

    main(["export", "brook", "--official", "-o", str(brook / "out.yaml")])

    assert [path.name for path in left.parent.iterdir()] == ["mine.txt"]


def test_an_assessment_is_the_same_bytes_for_the_same_records(brook: Path, capsys: Printed) -> None:
    words = ["assess", "brook", "--as-at", "2026-11-18", "--known-on", "2026-11-18", "--json"]

    main(words)
    first = capsys.readouterr().out
    main(words)

    assert capsys.readouterr().out == first
    plain = json.loads(first)
    assert list(plain) == ["area", "framework", "as_at", "sections"]
    assert (plain["area"], plain["framework"], plain["as_at"]) == ("brook", "toolkit-2024", "2026-11-18")
    lines = [line for section in plain["sections"] for line in section["lines"]]
    assert len(lines) == 50
    assert {tuple(line) for line in lines} == {("id", "tier", "status", "because", "cites", "gaps")}
    assert all(line["cites"] for line in lines if line["status"] == "met")
    assert all(line["gaps"] for line in lines if line["status"] in {"partly-met", "not-met", "not-enough-recorded"})


def test_what_was_typed_later_was_not_known(brook: Path, capsys: Printed) -> None:
    main(["assess", "brook", "--as-at", "2026-11-18", "--known-on", "2024-12-31"])

    assert "No partnership group has been recorded" in capsys.readouterr().out


def test_loose_ends_are_listed_for_a_program(brook: Path, capsys: Printed) -> None:
    main(["loose-ends", "brook", "--as-at", "2026-11-18", "--json"])

    ends = json.loads(capsys.readouterr().out)
    assert ends
    assert {tuple(end) for end in ends} == {("kind", "severity", "line", "subject", "says", "tie_at")}
    assert {tuple(end["subject"]) for end in ends} == {("kind", "ref", "label")}
    assert {end["severity"] for end in ends} <= {"break", "gap", "note"}
    assert all(end["tie_at"].startswith("/brook/") for end in ends)


@pytest.mark.parametrize("ending", ["docx", "pdf"])
def test_minutes_are_written_as_a_file(ending: str, brook: Path) -> None:
    path = brook / f"minutes.{ending}"

    assert main(["report", "minutes", "brook", "M-1", "-o", str(path)]) == 0

    assert path.read_bytes()[:4] == {"docx": b"PK\x03\x04", "pdf": b"%PDF"}[ending]


def test_a_return_is_written_as_a_file(tmp_path: Path, settings: Settings) -> None:
    settings.INVENTED = True
    load(EXAMPLES / "thurrock-published.yaml", now=NOW)
    path = tmp_path / "return.docx"

    assert main(["report", "return", "thurrock-published", "RD-2023-01", "-o", str(path)]) == 0

    assert path.read_bytes()[:4] == b"PK\x03\x04"


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["export", "nowhere"], "dueregard: There is no area called 'nowhere' here. The areas are: brook"),
        (["assess", "nowhere"], "dueregard: There is no area called 'nowhere'"),
        (["loose-ends", "nowhere"], "dueregard: There is no area called 'nowhere'"),
        (["audit", "verify", "--area", "nowhere"], "dueregard: There is no area called 'nowhere'"),
        (["assess", "brook", "--framework", "poem"], "dueregard: There is no framework 'poem'. There are: statute, "),
        (["export", "brook", "-o", "/"], "dueregard: / cannot be written: it is a folder"),
        (["export", "brook", "-o", "/no/such/folder/x"], "dueregard: /no/such/folder/x cannot be written: there is no such folder"),
        (["report", "return", "brook", "RD-9", "-o", "r.docx"], "dueregard: There is no round RD-9 in this area"),
        (["report", "pack", "brook", "M-9", "-o", "r.docx"], "dueregard: There is no meeting M-9 in this area"),
        (["report", "pack", "brook", "M-1", "-o", "r.txt"], "dueregard: Give a file name that ends in .docx or .pdf"),
        (["audit", "verify", "--against", "/"], "dueregard: / does not hold counts and heads of a trail"),
        (["audit", "verify", "--note", "/no/such/x"], "dueregard: /no/such/x cannot be written: there is no such folder"),
        (["guidance", "check", "/"], "dueregard: / cannot be read: Is a directory"),
        (["guidance", "show", "poem"], "dueregard: There is no framework 'poem'"),
        (["guidance", "show", "toolkit-2024/9.z9"], "dueregard: toolkit-2024 has no line '9.z9'"),
        (["user", "invite", "brook", "nobody"], "dueregard: Write an e-mail address"),
        (["user", "invite", "brook", "a@b.example", "--role", "king"], "dueregard: There is no role 'king' to give. There are: lead, "),
        (["user", "reset-second-factor", "brook", "a@b.example"], "dueregard: Nobody in Brook signs in as a@b.example"),
        (["restore", "/no/such"], "dueregard: "),
    ],
)
def test_what_there_is_not_is_said_in_one_sentence(words: list[str], says: str, brook: Path, capsys: Printed) -> None:
    assert refused(words, capsys).startswith(says)


def test_somebody_is_invited_and_the_address_to_open_is_printed(brook: Path, capsys: Printed) -> None:
    assert main(["user", "invite", "brook", "ada@brook.example"]) == 0

    assert "/sign-in/invitation/" in capsys.readouterr().out


def test_a_second_factor_that_is_not_there_cannot_be_turned_off(brook: Path, capsys: Printed) -> None:
    UserFactory(email="ada@brook.example")

    assert refused(["user", "reset-second-factor", "brook", "Ada@brook.example"], capsys) == (
        "dueregard: This person has no second factor to turn off"
    )


def test_a_second_factor_is_turned_off(brook: Path, capsys: Printed) -> None:
    user = UserFactory(email="ada@brook.example")
    user.authenticator_set.create(type="totp", data={"secret": "x"})

    assert main(["user", "reset-second-factor", "brook", "ada@brook.example"]) == 0

    assert not user.authenticator_set.exists()
    assert "set up a new one" in capsys.readouterr().out


def test_the_trail_is_proved_and_noted(brook: Path, capsys: Printed) -> None:
    note = brook / "note.json"

    assert main(["audit", "verify", "--note", str(note)]) == 0
    assert main(["audit", "verify", "--against", str(note)]) == 0

    assert set(json.loads(note.read_text())["trail"]) == {"(install)", "brook"}
    assert capsys.readouterr().out.startswith("Whole. Events: (install) ")


def test_a_note_that_knew_more_events_finds_the_cut(brook: Path, capsys: Printed) -> None:
    note = brook / "note.json"
    main(["audit", "verify", "--note", str(note)])
    kept = json.loads(note.read_text())
    kept["trail"]["brook"]["count"] += 5
    kept["trail"]["ford"] = {"count": 1, "head": "0" * 64}
    note.write_text(json.dumps(kept))

    assert main(["audit", "verify", "--against", str(note)]) == 1

    said = capsys.readouterr().err
    assert "brook: The trail was cut" in said
    assert "ford: the whole trail is gone" in said


def test_a_risk_nobody_acts_on_is_a_break_in_exactly_this_shape(brook: Path, capsys: Printed) -> None:
    RiskReviewFactory(risk=RiskFactory(area=Area.objects.get(slug="brook"), ref="R4", owned=True, worded=True), high=True)

    main(["loose-ends", "brook", "--as-at", "2026-11-18", "--json"])

    ends = json.loads(capsys.readouterr().out)
    title = ends[0]["subject"]["label"]
    assert ends[0] == {
        "kind": "risk.above-tolerance-without-action",
        "severity": "break",
        "line": "2.g1",
        "subject": {"kind": "risk", "ref": "R4", "label": title},
        "says": f"R4 ({title}) is above tolerance, with no open action and no acceptance by the group",
        "tie_at": "/brook/risk/register/R4/",
    }
