"""Scores of several rounds side by side: the council's, the local moderator's and the Home Office's, never merged. Pure Python."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from dueregard.basics.choice import Choice

LEFT, WIDE, STEP, ROOM = 330, 770, 20, 26  # of the drawing: where the columns begin, how wide they are, a rating's height, between strips
ASIDE = {"council": -16, "moderator": 0, "home-office": 16}  # the three stand beside each other, so that equal scores do not hide one


class Whose(Choice):
    """Whose view a score is. The three are never put into one."""

    COUNCIL = "council", "The council"
    MODERATOR = "moderator", "Local moderator"
    HOME_OFFICE = "home-office", "Home Office"


@dataclass(frozen=True, kw_only=True)
class ScoredRound:
    """A signed round that scored its sections on a scale."""

    ref: str
    title: str
    as_at: date
    framework: str
    framework_title: str
    scale: str


@dataclass(frozen=True, kw_only=True)
class Given:
    """One score somebody gave a section in a round."""

    round: str
    section: str
    whose: Whose
    score: str


@dataclass(frozen=True, kw_only=True)
class Column:
    """A round in the drawing."""

    round: ScoredRound
    x: int


@dataclass(frozen=True, kw_only=True)
class Point:
    """A score in the drawing."""

    whose: Whose
    x: int
    y: int


@dataclass(frozen=True, kw_only=True)
class Strip:
    """One section: its scores over the rounds, on the ratings of the scale, the lowest at the foot."""

    section: str
    title: str
    y: int
    ratings: tuple[tuple[str, int], ...]
    points: tuple[Point, ...]
    rows: tuple[tuple[ScoredRound, tuple[str, ...]], ...]  # by round: what each of the three gave, in words

    @property
    def lines(self) -> list[tuple[Whose, str]]:
        """The path that joins each one's own scores."""
        found = [(whose, [point for point in self.points if point.whose is whose]) for whose in Whose]
        return [(whose, "M" + "L".join(f"{point.x} {point.y}" for point in points)) for whose, points in found if len(points) > 1]


@dataclass(frozen=True, kw_only=True)
class Chart:
    """The rounds against one framework that were scored on one scale. Another scale is another chart: a score is never converted."""

    framework_title: str
    scale_title: str
    columns: tuple[Column, ...]
    strips: tuple[Strip, ...]
    height: int


def chart(
    rounds: Sequence[ScoredRound], given: Iterable[Given], *, scale_title: str, ratings: Sequence[tuple[str, str]], sections: dict[str, str]
) -> Chart | None:
    """The scores of rounds against one framework on one scale, oldest first; None where there are not two rounds to lay side by side."""
    scores = {(one.round, one.section, one.whose): one.score for one in given}
    scored = [one for one in sorted(rounds, key=lambda one: (one.as_at, one.ref)) if any(key[0] == one.ref for key in scores)]
    if len(scored) < 2:
        return None
    step = WIDE // len(scored)
    columns = tuple(Column(round=one, x=LEFT + place * step + step // 2) for place, one in enumerate(scored))
    wanted = [(section, title) for section, title in sections.items() if any(key[1] == section for key in scores)]
    high = STEP * len(ratings) + ROOM
    strips = tuple(
        _strip(section, title, top=60 + place * high, columns=columns, scores=scores, ratings=ratings)
        for place, (section, title) in enumerate(wanted)
    )
    height = 60 + len(wanted) * high
    return Chart(framework_title=scored[0].framework_title, scale_title=scale_title, columns=columns, strips=strips, height=height)


def _strip(
    section: str,
    title: str,
    *,
    top: int,
    columns: Sequence[Column],
    scores: dict[tuple[str, str, Whose], str],
    ratings: Sequence[tuple[str, str]],
) -> Strip:
    heights = {value: top + STEP * (len(ratings) - 1 - place) + STEP // 2 for place, (value, _words) in enumerate(ratings)}
    words = dict(ratings)
    points, rows = [], []
    for column in columns:
        said = {whose: scores.get((column.round.ref, section, whose), "") for whose in Whose}
        points += [Point(whose=whose, x=column.x + ASIDE[whose], y=heights[score]) for whose, score in said.items() if score in heights]
        rows.append((column.round, tuple(words.get(score, score) for score in said.values())))
    marks = tuple((words[value], y) for value, y in heights.items())
    return Strip(section=section, title=title, y=top, ratings=marks, points=tuple(points), rows=tuple(rows))
