"""Figures of returns, of all staff together or by level (the tiers of profiles): how they add up, and which of them are shown."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from dueregard.training.rules.suppression import hide
from dueregard.training.rules.workforce import Tier

Pair = tuple[int, int]  # in scope, trained
Said = Pair | Mapping[str, Pair]  # of all staff together, or level by level
Figures = Mapping[str, Said]  # by subject
LEVELS = tuple(Tier)
WHOLE = ""  # all staff together, where a level could stand


def by_level(said: Said) -> dict[str, Pair]:
    """What is said level by level; nothing where it is said of all staff together."""
    return {} if isinstance(said, tuple) else dict(said)


def together(said: Said) -> Pair:
    """How many there are of all levels: always added up, so that no total can disagree with its parts."""
    pairs = [said] if isinstance(said, tuple) else list(said.values())
    return sum(need for need, _has in pairs), sum(has for _need, has in pairs)


def figures_of(lines: Iterable[tuple[str, str, int, int]]) -> dict[str, Said]:
    """Lines of subject, level, in scope and trained as figures by subject. What is said twice stays to be refused."""
    found: dict[str, dict[str, Pair]] = {}
    for subject, level, need, has in lines:
        of = found.setdefault(subject, {})
        of[f"{level} again" if level in of else level] = need, has
    return {subject: of[WHOLE] if set(of) == {WHOLE} else of for subject, of in found.items()}


def lines_of(figures: Figures) -> list[tuple[str, str, int, int]]:
    """The other way round: a line for each subject, or for each of its levels."""
    found = []
    for subject, said in figures.items():
        parts = {WHOLE: said} if isinstance(said, tuple) else said
        found += [(subject, level, need, has) for level, (need, has) in parts.items()]
    return found


@dataclass(frozen=True, kw_only=True)
class SaidSeen:
    """What is shown of the figures of one subject; none in place of a pair from which a few people could be worked out."""

    pair: Pair | None
    levels: tuple[tuple[Tier, Pair | None], ...] = ()


def seen(said: Said, *, names: bool) -> SaidSeen:
    """All of it to whoever may see names; otherwise no small group, and no level that would give one away."""
    parts = by_level(said)
    pairs = {WHOLE: together(said), **parts}
    hidden = frozenset() if names else hide({WHOLE: tuple(parts)}, WHOLE, lambda group: _numbers(pairs[group]))
    shown = {group: None if group in hidden else pair for group, pair in pairs.items()}
    return SaidSeen(pair=shown[WHOLE], levels=tuple((level, shown[level.value]) for level in LEVELS if level.value in parts))


def _numbers(pair: Pair) -> tuple[int, ...]:
    """In scope, trained, and those left: each may be a few people."""
    need, has = pair
    return need, has, need - has
