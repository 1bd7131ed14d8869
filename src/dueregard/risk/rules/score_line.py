"""How the residual score of a risk is drawn over time: points on one matrix, with what it tolerates. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from dueregard.risk.rules.matrix import Score

WIDTH, HEIGHT, LEFT, RIGHT, TOP, BOTTOM = 640, 200, 44, 60, 22, 36
LABELS = 8  # figures that fit beside each other


@dataclass(frozen=True, kw_only=True)
class Point:
    """A score on the picture."""

    x: int
    y: int
    score: int
    on: date
    is_said: bool  # there is room for its figure


@dataclass(frozen=True, kw_only=True)
class ScoreLine:
    """The scores of a risk on its newest matrix, oldest first."""

    points: tuple[Point, ...]
    path: str
    most: int
    top: int
    bottom: int
    tolerated: int  # where the line of tolerance runs
    left_out: int  # scores on an earlier matrix, which are not converted


def score_line(scores: Sequence[tuple[date, Score]]) -> ScoreLine | None:
    """Scores as steps, each holding until the next: none where there are fewer than two on one matrix to compare."""
    rows = sorted(scores, key=lambda row: row[0])
    alike = [(on, score) for on, score in rows if score.scale.is_alike(rows[-1][1].scale)]
    if len(alike) < 2:
        return None
    scale, first = alike[-1][1].scale, alike[0][0]
    days = max((alike[-1][0] - first).days, 1)
    every = -(-len(alike) // LABELS)

    def height(score: float) -> int:
        return HEIGHT - BOTTOM - round(score / scale.most * (HEIGHT - TOP - BOTTOM))

    points = tuple(
        Point(
            x=LEFT + round((on - first).days / days * (WIDTH - LEFT - RIGHT)),
            y=height(score.product),
            score=score.product,
            on=on,
            is_said=(len(alike) - 1 - number) % every == 0,
        )
        for number, (on, score) in enumerate(alike)
    )
    path = f"M{points[0].x} {points[0].y}" + "".join(f"H{point.x}V{point.y}" for point in points[1:])
    return ScoreLine(
        points=points,
        path=path,
        most=scale.most,
        top=height(scale.most),
        bottom=height(0),
        tolerated=height(scale.tolerance + 0.5),
        left_out=len(rows) - len(alike),
    )
