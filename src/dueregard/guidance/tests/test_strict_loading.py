"""A wrong guidance file stops the start with its name, the line and what was expected."""

import pytest

from dueregard.guidance import catalogue
from dueregard.guidance.catalogue import GuidanceError
from dueregard.guidance.catalogue.reading import read_crosswalks, read_framework, read_scales, read_wordings

GOOD = """\
id: invented
title: Invented guidance
published: 2024-02-12
source: Nobody
nations: [england, wales]
caution: Invented for a test.
sections:
  - id: "1"
    title: First
    lines:
      - id: 1.g1
        tier: good-practice
        says: Something is done.
        source: {document: D, section: S, place: P}
        indicator: first.something
        expects:
          months: {value: 12, whose: ours, reason: A year}
      - id: 1.m1
        tier: must
        says: Something must be done.
        source: {document: D, act: An Act, section: s36(1), place: P}
"""
WRONG = [
    ("title: Invented guidance", "titel: Invented guidance", 2, "the key titel is not known here"),
    ("caution: Invented for a test.\n", "", 1, "the key caution is missing"),
    ("published: 2024-02-12", "published: yesterday", 3, "expected a date"),
    ("published: 2024-02-12", "published: 2024-02-31", 3, "expected a date"),
    ("id: invented", "id: other", 1, "expected the id invented"),
    ("title: First", "title: no", 9, "expected words, got 'no'"),
    ("title: First", "title:", 9, "expected words, got nothing"),
    ("id: 1.m1", "id: 1.g1", 18, "the id 1.g1 stands twice"),
    ("tier: good-practice", "tier: nice-practice", 12, "expected one of must, should, good-practice, best-practice"),
    ("act: An Act, section: s36(1)", "act: An Act, section: Part 5", 19, "a must needs"),
    ("act: An Act, section: s36(1)", "section: s36(1)", 19, "a must needs"),
    ("tier: must", "tier: should", 19, "a line that cites an act is a must"),
    ("value: 12", "value: a dozen", 17, "expected a number, got 'a dozen'"),
    ("whose: ours", "whose: mine", 17, "expected one of toolkit, ours"),
    (", reason: A year", "", 17, "the key reason is missing"),
    ("        indicator: first.something\n", "", 16, "numbers are expected by an indicator"),
    ("    lines:", "    linez:", 10, "the key linez is not known here"),
    ("[england, wales]", "[england, scotland]", 5, "expected one of england, wales"),
    ("        says: Something is done.\n", "        says: A.\n        says: B.\n", 14, "the key says stands here twice"),
    ('id: "1"', "id: 1", 8, "expected words, got '1'"),
    ("nations: [england", "nations: [england}", 5, "this is not YAML"),
    ("title: Invented guidance", "title: " + "[" * 200_000, 2, "there are more brackets inside one another"),
]


def framework_file(tmp_path, text):
    path = tmp_path / "invented.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_right_file_is_read(tmp_path):
    framework = read_framework(framework_file(tmp_path, GOOD))

    assert [line.id for line in framework.lines] == ["1.g1", "1.m1"]
    assert framework.in_force_from is None
    assert framework.line("1.g1").numbers == {"months": 12}


@pytest.mark.parametrize(("right", "wrong", "line", "says"), WRONG)
def test_a_wrong_file_is_refused_with_file_and_line(tmp_path, right, wrong, line, says):
    assert right in GOOD
    path = framework_file(tmp_path, GOOD.replace(right, wrong))

    with pytest.raises(GuidanceError) as refused:
        read_framework(path)

    assert str(refused.value).startswith(f"invented.yaml, line {line}: ")
    assert says in str(refused.value)


@pytest.mark.parametrize("content", [b"", b"\xff\xfe\x00", b"- a\n- b\n", b"just words\n", b"a: \x07\n"])
def test_a_file_that_is_no_framework_is_refused(tmp_path, content):
    path = tmp_path / "invented.yaml"
    path.write_bytes(content)

    with pytest.raises(GuidanceError, match=r"invented.yaml, line \d+: "):
        read_framework(path)


@pytest.mark.parametrize(
    ("name", "right", "wrong", "says", "reader"),
    [
        ("scales.yaml", 'values: ["4", "5"]', 'values: ["4", "6"]', "expected one of 1, 2, 3, 4, 5, got 6", read_scales),
        ("threat-check.yaml", "{id: reduces,", "{id: mindful,", "the id mindful stands twice", read_wordings),
        ("threat-check.yaml", "picture: uk", "picture: europe", "expected one of local, uk", read_wordings),
        (
            "crosswalk.yaml",
            'old: ["6", "8"]',
            'old: ["6"]',
            "expected every section of benchmarks-2018 exactly once",
            lambda path: read_crosswalks(path, catalogue.frameworks()),
        ),
    ],
)
def test_scales_crosswalk_and_wordings_are_read_as_strictly(tmp_path, name, right, wrong, says, reader):
    text = (catalogue.HERE / name).read_text(encoding="utf-8")
    assert right in text
    path = tmp_path / name
    path.write_text(text.replace(right, wrong), encoding="utf-8")

    with pytest.raises(GuidanceError, match=rf"{name}, line \d+: ") as refused:
        reader(path)

    assert says in str(refused.value)
