"""Small groups are not shown, and neither is what they could be worked out from by subtraction.

What holds, and `tests/test_suppression.py` proves, of one page as at one day: the numbers shown are those of a tree of groups, where each
group is the sum of those below it. For every number that is not shown there is another set of records, with no number below nought, that
gives every number shown just as it is and that one differently; so no sum or difference of what is shown gives it. Nor does any give the
sum of the hidden ones of a group as a number from 1 to 4. Whether a hidden share reaches what is expected is said in words all the
same: that narrows it, and is no number. Two days compared can still tell that somebody came or went between them.
"""

from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Generic, TypeVar

FEWEST = 5  # ours: a group of fewer people says too much about each of them

Key = TypeVar("Key", bound=Hashable)
Numbers = tuple[int, ...]


def is_small(number: int) -> bool:
    """From 1 to 4: nobody is nobody, and five or more are a group."""
    return 0 < number < FEWEST


@dataclass(frozen=True)
class Tree(Generic[Key]):
    """Groups within groups, each with its numbers: those of a group are the sums of those below it."""

    root: Key
    below: Mapping[Key, tuple[Key, ...]]
    numbers: Mapping[Key, Numbers]
    closed: frozenset[Key] = field(default_factory=frozenset)  # not shown for another reason already

    def hidden(self) -> frozenset[Key]:
        """The groups whose numbers are not shown: the small ones, and for each so many beside it that subtraction does not give it."""
        hidden = set(self.closed)
        small = {group for group, numbers in self.numbers.items() if any(map(is_small, numbers))}
        self._close(self.root, hidden, small=small, over=self._over(small | hidden))
        return frozenset(hidden)

    def _over(self, groups: Iterable[Key]) -> set[Key]:
        """These groups and every group above one of them: elsewhere there is nothing to hide, and most of a large area is elsewhere."""
        above = {part: group for group, parts in self.below.items() for part in parts}
        found: set[Key] = set()
        for group in groups:
            each: Key | None = group
            while each is not None and each not in found:
                found.add(each)
                each = above.get(each)
        return found

    def _close(self, group: Key, hidden: set[Key], *, small: set[Key], over: set[Key]) -> None:
        """Hide what must be hidden in a group, the deepest first; where its parts leave no other way, the group itself."""
        if group not in over:
            return
        parts = self.below.get(group, ())
        for part in parts:
            self._close(part, hidden, small=small, over=over)
        gone = self._gone(parts, hidden)
        if group in small or (gone and not self._is_safe(gone)):
            hidden.add(group)
        for part in gone if group not in hidden else parts:
            hidden.update(self._with_all_below(part))

    def _gone(self, parts: tuple[Key, ...], hidden: set[Key]) -> list[Key]:
        """The parts that are hidden, with as many of the smallest others as it takes to hide them."""
        gone = [part for part in parts if part in hidden]
        if gone and not self._is_safe(gone):
            left = [part for part in parts if part not in hidden]
            left.sort(key=lambda part: (self.numbers[part], part if isinstance(part, int) else str(part)))
            while left and not self._is_safe(gone):
                gone.append(left.pop(0))
        return gone

    def _is_safe(self, gone: list[Key]) -> bool:
        """Whether hidden parts hide each other: two or more between whom somebody could be moved, and together no small group."""
        together = [sum(numbers) for numbers in zip(*(self.numbers[part] for part in gone), strict=True)]
        return len(gone) > 1 and not any(is_small(number) for number in together) and any(together)

    def _with_all_below(self, group: Key) -> Iterable[Key]:
        yield group
        for part in self.below.get(group, ()):
            yield from self._with_all_below(part)


def hide(
    tree: Mapping[Key, tuple[Key, ...]], root: Key, numbers: Callable[[Key], Numbers], *, closed: Iterable[Key] = ()
) -> frozenset[Key]:
    """The groups of a tree whose numbers are not shown."""
    groups = {root, *(part for parts in tree.values() for part in parts), *tree}
    return Tree(root, tree, {group: numbers(group) for group in groups}, frozenset(closed)).hidden()
