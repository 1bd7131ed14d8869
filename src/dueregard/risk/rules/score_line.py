"""How the residual score of a risk is drawn over time: points on one matrix, with what it tolerates. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from dueregard.basics.figures import Frame, Point
from dueregard.risk.rules.matrix import Score


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
    scale = alike[-1][1].scale
    frame = Frame(low=0, high=scale.most, left=92, top=22, bottom=36)
    points = frame.points([(on, score.product) for on, score in alike])
    path = f"M{points[0].x} {points[0].y}" + "".join(f"H{point.x}V{point.y}" for point in points[1:])
    return ScoreLine(
        points=points,
        path=path,
        most=scale.most,
        top=frame.y(scale.most),
        bottom=frame.y(0),
        tolerated=frame.y(scale.tolerance + 0.5),
        left_out=len(rows) - len(alike),
    )
