"""What is not shown cannot be worked out by adding and subtracting what is."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dueregard.training.rules.suppression import hide, is_small

Tree = dict[str, tuple[str, ...]]


def sums(tree: Tree, leaves: dict[str, tuple[int, ...]], group: str) -> tuple[int, ...]:
    """The numbers of a group: its own, or those of the groups below it together."""
    parts = tree.get(group)
    return leaves[group] if not parts else tuple(sum(column) for column in zip(*(sums(tree, leaves, part) for part in parts), strict=True))


@st.composite
def worlds(draw: st.DrawFn, *, numbers: int = 1) -> tuple[Tree, dict[str, tuple[int, ...]]]:
    """An area with bodies, some with teams, some of those with jobs; mostly small groups."""
    tree: Tree = {}
    leaves: dict[str, tuple[int, ...]] = {}

    def grow(group: str, depth: int) -> None:
        below = draw(st.integers(1, 4)) if depth == 0 else draw(st.integers(0, 4)) if depth < 3 else 0
        if below:
            tree[group] = tuple(f"{group}.{number}" for number in range(below))
            for part in tree[group]:
                grow(part, depth + 1)
        else:
            leaves[group] = tuple(draw(st.sampled_from([0, 1, 2, 3, 4, 5, 6, 9, 20])) for _ in range(numbers))

    grow("area", 0)
    return tree, leaves


def rank_with(rows: list[list[Fraction]]) -> int:
    """How many of these rows say something the others do not."""
    rows, found = [list(row) for row in rows], 0
    for column in range(len(rows[0]) if rows else 0):
        pivot = next((number for number in range(found, len(rows)) if rows[number][column]), None)
        if pivot is None:
            continue
        rows[found], rows[pivot] = rows[pivot], rows[found]
        for number in range(found + 1, len(rows)):
            if factor := rows[number][column] / rows[found][column]:
                rows[number] = [one - factor * other for one, other in zip(rows[number], rows[found], strict=True)]
        found += 1
    return found


@given(worlds())
def test_no_hidden_number_is_a_sum_or_difference_of_those_shown(world: tuple[Tree, dict[str, tuple[int, ...]]]) -> None:
    tree, leaves = world
    order = list(leaves)

    hidden = hide(tree, "area", lambda group: sums(tree, leaves, group))

    def row(group: str) -> list[Fraction]:
        return [Fraction(leaf == group or leaf.startswith(f"{group}.")) for leaf in order]

    groups = {"area", *leaves, *tree}
    shown = [row(group) for group in groups - hidden]
    assert not [group for group in hidden if rank_with([*shown, row(group)]) == rank_with(shown)]


@given(worlds(numbers=2))
def test_for_every_hidden_number_other_records_show_the_same_page(world: tuple[Tree, dict[str, tuple[int, ...]]]) -> None:
    tree, leaves = world
    hidden = hide(tree, "area", lambda group: sums(tree, leaves, group))
    shown = {group: sums(tree, leaves, group) for group in {"area", *leaves, *tree} - hidden}

    for group in hidden:
        assert any(
            all(sums(tree, others, each) == numbers for each, numbers in shown.items())
            and sums(tree, others, group) != sums(tree, leaves, group)
            for others in moved(leaves, group)
        )


def moved(leaves: dict[str, tuple[int, ...]], group: str) -> list[dict[str, tuple[int, ...]]]:
    """Every record with one person of one number moved from a leaf to another, into the group or out of it."""
    inside = [leaf for leaf in leaves if leaf == group or leaf.startswith(f"{group}.")]
    outside = [leaf for leaf in leaves if leaf not in inside]
    pairs = [(one, other) for one in inside for other in outside] + [(one, other) for one in outside for other in inside]
    alone = [{**leaves, leaf: _plus(leaves[leaf], column, 1)} for leaf in inside for column in range(len(leaves[leaf]))]
    return alone + [
        {**leaves, one: _plus(leaves[one], column, -1), other: _plus(leaves[other], column, 1)}
        for one, other in pairs
        for column in range(len(leaves[one]))
        if leaves[one][column]
    ]


def _plus(numbers: tuple[int, ...], column: int, more: int) -> tuple[int, ...]:
    return tuple(number + more * (place == column) for place, number in enumerate(numbers))


@given(worlds(numbers=2))
def test_no_small_number_is_shown_and_the_hidden_ones_of_a_shown_group_are_no_small_number_together(
    world: tuple[Tree, dict[str, tuple[int, ...]]],
) -> None:
    tree, leaves = world

    hidden = hide(tree, "area", lambda group: sums(tree, leaves, group))

    for group in {"area", *leaves, *tree} - hidden:
        assert not any(is_small(number) for number in sums(tree, leaves, group))
        gone = [sums(tree, leaves, part) for part in tree.get(group, ()) if part in hidden]
        assert not any(is_small(sum(column)) for column in zip(*gone, strict=True))


@pytest.mark.parametrize(
    ("teams", "not_shown"),
    [
        ({"a": 12, "b": 30}, set()),
        ({"a": 3, "b": 30, "c": 8}, {"a", "c"}),  # the smallest beside it goes too
        ({"a": 4, "b": 4, "c": 30}, {"a", "b"}),  # two hide each other
        ({"a": 1, "b": 2, "c": 30, "d": 40}, {"a", "b", "c"}),  # together they would be a small group
        ({"a": 3, "b": 0}, {"a", "b", "area"}),
        ({"a": 30}, set()),
    ],
)
def test_the_smallest_that_hides_it_goes_with_a_small_group(teams: dict[str, int], not_shown: set[str]) -> None:
    tree = {"area": tuple(teams)}

    hidden = hide(tree, "area", lambda group: (teams[group] if group in teams else sum(teams.values()),))

    assert hidden == not_shown


def test_below_a_hidden_group_nothing_is_shown() -> None:
    tree = {"area": ("a", "b", "c"), "a": ("a.1",), "c": ("c.1", "c.2")}
    numbers = {"a.1": 3, "b": 7, "c.1": 20, "c.2": 30}

    def total(group: str) -> tuple[int]:
        return (sum(number for leaf, number in numbers.items() if group == "area" or leaf.startswith(group)),)

    assert hide(tree, "area", total) == {"a", "a.1", "b"}
