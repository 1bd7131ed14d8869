"""The guidance files as they are read: what is in them, and that nothing in them is a guess."""

from collections import Counter
from datetime import date

import pytest

from dueregard.guidance import catalogue
from dueregard.guidance.catalogue import GuidanceError, Tier, Whose
from dueregard.guidance.catalogue.numbers import WORDS, shown_as


def test_the_toolkit_has_29_good_and_21_best_practice_lines_in_seven_of_eight_sections():
    toolkit = catalogue.framework("toolkit-2024")

    tiers = Counter(line.tier for line in toolkit.lines)
    assert tiers == {Tier.GOOD: 29, Tier.BEST: 21}
    assert [section.id for section in toolkit.sections] == list("12345678")
    assert sum(1 for section in toolkit.sections if section.benchmark and section.outcome) == 7


def test_the_ids_of_the_toolkit_count_up_by_section_and_tier():
    for section in catalogue.framework("toolkit-2024").sections:
        good = sum(line.tier is Tier.GOOD for line in section.lines)

        expected = [f"{section.id}.g{n + 1}" for n in range(good)] + [f"{section.id}.b{n + 1}" for n in range(len(section.lines) - good)]

        assert [line.id for line in section.lines] == expected


def test_section_five_points_to_the_channel_guidance_and_has_no_lines():
    section = catalogue.framework("toolkit-2024").section("5")

    assert section.lines == ()
    assert "Channel" in (section.points_to or "")


def test_only_a_section_of_an_act_makes_a_must():
    lines = [line for framework in catalogue.frameworks() for line in framework.lines]

    assert all(line.source.act and line.source.section.startswith("s") for line in lines if line.tier is Tier.MUST)
    assert all(line.tier is Tier.MUST for line in catalogue.framework("statute").lines)


def test_lines_known_only_from_briefings_say_that_nobody_checked_the_text():
    lines = catalogue.framework("duty-guidance-2023").lines

    assert {line.tier for line in lines} == {Tier.SHOULD}
    assert all("not checked against the published text" in line.source.words for line in lines)


def test_the_channel_skeleton_has_thirty_placeholders_in_five_areas():
    skeleton = catalogue.framework("channel-assurance-skeleton")

    assert [len(section.lines) for section in skeleton.sections] == [4, 3, 5, 13, 5]
    assert all(line.is_placeholder for line in skeleton.lines)


def test_every_framework_carries_a_caution_and_the_toolkits_says_it_is_not_law():
    assert all(framework.caution for framework in catalogue.frameworks())
    assert "not legal requirements" in " ".join(catalogue.framework("toolkit-2024").caution.split())


@pytest.mark.parametrize(
    ("line_id", "key", "value", "whose"),
    [
        ("1.g1", "review_grace_days", 90, Whose.OURS),
        ("1.g2", "meetings_ordinary", 2, Whose.TOOLKIT),
        ("1.g2", "gap_days_higher", 140, Whose.OURS),
        ("1.g2", "meetings_higher", 4, Whose.TOOLKIT),
        ("1.g3", "share", 0.5, Whose.OURS),
        ("1.b2", "vacant_days", 92, Whose.OURS),
    ],
)
def test_a_number_says_whose_it_is(line_id, key, value, whose):
    line = catalogue.line("toolkit-2024", line_id)

    assert line.numbers[key] == value
    assert line.expects[key].whose is whose
    assert line.expects[key].reason


def test_the_toolkits_own_numbers_are_fixed_and_ours_are_not():
    expects = catalogue.line("toolkit-2024", "1.g2").expects

    assert expects["meetings_ordinary"].is_fixed
    assert not expects["apart_days"].is_fixed


def test_wales_differs_where_wales_differs():
    assert "Wales" in catalogue.line("toolkit-2024", "4.b1").differs["wales"]
    assert "local health board" in catalogue.line("toolkit-2024", "1.g3").differs["wales"]


def test_a_scale_gives_meanings_to_bands_and_none_to_single_numbers():
    one_to_five = catalogue.scale("one-to-five")

    assert [one_to_five.meaning(value) for value in "12345"] == [
        "Duty not met",
        "Duty not met",
        "Duty met",
        "Duty exceeded",
        "Duty exceeded",
    ]
    assert [value.label for value in one_to_five.values] == list("12345")
    assert catalogue.scale("rag").meaning("amber") is None


def test_every_benchmark_of_2018_is_read_beside_one_section_of_2024():
    crosswalk = catalogue.crosswalk()

    found = {str(old): crosswalk.new_for(str(old)) for old in range(1, 11)}

    assert found == {"1": "2", "2": "1", "3": "3", "4": "4", "5": "5", "6": "7", "7": "6", "8": "7", "9": "8", "10": "8"}
    assert crosswalk.old_for("7") == ("6", "8")


@pytest.mark.parametrize(
    ("on", "picture"),
    [(date(2023, 12, 30), "uk"), (date(2023, 12, 31), "uk"), (date(2024, 2, 11), "uk"), (date(2024, 2, 12), "local")],
)
def test_the_threat_check_asks_about_the_picture_that_was_current(on, picture):
    wording = catalogue.threat_check_wording_on(on)

    assert wording.picture == picture
    assert [question.id for question in wording.questions] == ["mindful", "proportionate", "reduces"]


@pytest.mark.parametrize(
    "ask",
    [
        lambda: catalogue.framework("toolkit-2042"),
        lambda: catalogue.line("toolkit-2024", "9.g1"),
        lambda: catalogue.framework("toolkit-2024").section("9"),
        lambda: catalogue.scale("stars"),
        lambda: catalogue.scale("rag").label("blue"),
        lambda: catalogue.threat_check_wording("ours"),
    ],
)
def test_what_is_not_there_is_refused_in_words(ask):
    with pytest.raises(GuidanceError, match=r"\w+ \w+ \w+"):
        ask()


def test_every_number_a_line_expects_has_words_of_its_own():
    keys = {key for framework in catalogue.frameworks() for line in framework.lines for key in line.expects or ()}

    assert keys == set(WORDS)


def test_a_share_is_shown_as_a_percentage():
    assert [shown_as("young_share", 0.5), shown_as("months", 12), shown_as("moons", 1.5)] == ["50%", "12", "1.5"]
