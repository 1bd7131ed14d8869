"""How the heat map is laid out: cells of a matrix, markers then and now, arrows of travel, the line of tolerance. Pure."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from math import hypot

from dueregard.risk.rules.matrix import Scale, Score

WIDTH, TOP, LEFT, BELOW = 620, 6, 128, 54
CELL_HEIGHT = 70
MOST = 3  # markers beside each other in a cell: above that their number is shown
NOW_RADIUS, THEN_RADIUS, HEAD = 15, 7, 9
ROOM = 3  # letters a round marker has room for; a longer reference makes it wider
LETTER = 9

Place = tuple[int, int]  # likelihood and impact


@dataclass(frozen=True, kw_only=True)
class Spot:
    """A risk with the scores it had then and has now, both on the matrix that is drawn; none where it had none, or on another."""

    ref: str
    now: Score
    then: Score | None


@dataclass(frozen=True, kw_only=True)
class Cell:
    """One score of the matrix, with the risks in it now."""

    likelihood: int
    impact: int
    x: int
    y: int
    width: int
    shade: int
    refs: tuple[str, ...]
    was: int  # how many stood in it then

    @property
    def score(self) -> int:
        return self.likelihood * self.impact

    @property
    def is_crowded(self) -> bool:
        """Too many to be drawn one by one."""
        return len(self.refs) > MOST

    @property
    def middle(self) -> tuple[int, int]:
        return self.x + self.width // 2, self.y + CELL_HEIGHT // 2


@dataclass(frozen=True, kw_only=True)
class Marker:
    """A risk as a filled circle, where it stands now; drawn out where its reference is long."""

    ref: str
    x: int
    y: int

    @property
    def width(self) -> int:
        return 2 * NOW_RADIUS + max(len(self.ref) - ROOM, 0) * LETTER


@dataclass(frozen=True, kw_only=True)
class Arrow:
    """The way of a risk from where it stood then: an open circle, a line and its head."""

    x: int
    y: int
    x1: int
    y1: int
    x2: int
    y2: int
    head: str


@dataclass(frozen=True, kw_only=True)
class HeatMap:
    """Everything the picture draws."""

    height: int
    cells: tuple[Cell, ...]
    rows: tuple[tuple[str, int], ...]  # a word for each step of likelihood, and where it stands
    columns: tuple[tuple[str, int], ...]
    markers: tuple[Marker, ...]
    arrows: tuple[Arrow, ...]
    tolerance: str  # the path of its line

    @property
    def crowded(self) -> list[Cell]:
        """The cells that show a number."""
        return [cell for cell in self.cells if cell.is_crowded]

    def by_row(self) -> list[list[Cell]]:
        """The cells as a table reads them: highest likelihood first."""
        found: dict[int, list[Cell]] = defaultdict(list)
        for cell in self.cells:
            found[cell.likelihood].append(cell)
        return [found[likelihood] for likelihood in sorted(found, reverse=True)]


def heat_map(spots: Sequence[Spot], *, scale: Scale) -> HeatMap:
    """The picture of these risks on their matrix."""
    width = (WIDTH - LEFT) // scale.size
    inside: dict[Place, list[str]] = defaultdict(list)
    for spot in spots:
        inside[spot.now.likelihood, spot.now.impact].append(spot.ref)
    was = Counter((spot.then.likelihood, spot.then.impact) for spot in spots if spot.then)
    cells = {
        (likelihood, impact): Cell(
            likelihood=likelihood,
            impact=impact,
            x=LEFT + (impact - 1) * width,
            y=TOP + (scale.size - likelihood) * CELL_HEIGHT,
            width=width,
            shade=scale.shade(likelihood * impact),
            refs=tuple(inside[likelihood, impact]),
            was=was[likelihood, impact],
        )
        for likelihood in range(scale.size, 0, -1)
        for impact in range(1, scale.size + 1)
    }
    markers, arrows = _placed(spots, cells)
    return HeatMap(
        height=TOP + scale.size * CELL_HEIGHT + BELOW,
        cells=tuple(cells.values()),
        rows=tuple((word, cells[step, 1].middle[1]) for step, word in enumerate(scale.likelihood, 1)),
        columns=tuple((word, cells[1, step].middle[0]) for step, word in enumerate(scale.impact, 1)),
        markers=tuple(markers),
        arrows=tuple(arrows),
        tolerance=_tolerance(cells, scale),
    )


def _placed(spots: Sequence[Spot], cells: dict[Place, Cell]) -> tuple[list[Marker], list[Arrow]]:
    """Lanes keep markers apart: those who are there now come first, open circles take what room is left."""
    lanes: dict[Place, list[tuple[str, bool]]] = defaultdict(list)
    for spot in spots:
        place = (spot.now.likelihood, spot.now.impact)
        if not cells[place].is_crowded:
            lanes[place].append((spot.ref, True))
    moved = [spot for spot in spots if spot.then and (spot.then.likelihood, spot.then.impact) != (spot.now.likelihood, spot.now.impact)]
    for spot in moved:
        here, there = (spot.now.likelihood, spot.now.impact), _then(spot)
        if not cells[here].is_crowded and not cells[there].is_crowded and len(lanes[there]) < MOST:
            lanes[there].append((spot.ref, False))
    at: dict[tuple[str, bool], tuple[int, int]] = {}
    for place, held in lanes.items():
        for number, each in enumerate(held, 1):
            at[each] = (cells[place].x + round(cells[place].width * (number - 0.5) / len(held)), cells[place].middle[1] - 6)
    markers = [Marker(ref=ref, x=x, y=y) for (ref, is_now), (x, y) in at.items() if is_now]
    arrows = [_arrow(at[spot.ref, False], at[spot.ref, True]) for spot in moved if (spot.ref, False) in at]
    return markers, arrows


def _then(spot: Spot) -> Place:
    return (spot.then.likelihood, spot.then.impact) if spot.then else (spot.now.likelihood, spot.now.impact)


def _arrow(start: tuple[int, int], end: tuple[int, int]) -> Arrow:
    across, down = end[0] - start[0], end[1] - start[1]
    far = hypot(across, down) or 1
    dx, dy = across / far, down / far
    tip = (end[0] - dx * (NOW_RADIUS + 1), end[1] - dy * (NOW_RADIUS + 1))
    foot = (tip[0] - dx * HEAD, tip[1] - dy * HEAD)
    corners = [tip, (foot[0] - dy * HEAD / 2, foot[1] + dx * HEAD / 2), (foot[0] + dy * HEAD / 2, foot[1] - dx * HEAD / 2)]
    return Arrow(
        x=start[0],
        y=start[1],
        x1=round(start[0] + dx * THEN_RADIUS),
        y1=round(start[1] + dy * THEN_RADIUS),
        x2=round(foot[0]),
        y2=round(foot[1]),
        head=" ".join(f"{x:.0f},{y:.0f}" for x, y in corners),
    )


def _tolerance(cells: dict[Place, Cell], scale: Scale) -> str:
    """The line between what is tolerated and what is not, cell edge by cell edge."""
    edges = []
    for (likelihood, impact), cell in cells.items():
        if not scale.is_above(cell.score):
            continue
        left, below = cells.get((likelihood, impact - 1)), cells.get((likelihood - 1, impact))
        if left is None or not scale.is_above(left.score):
            edges.append(f"M{cell.x} {cell.y}v{CELL_HEIGHT}")
        if below is None or not scale.is_above(below.score):
            edges.append(f"M{cell.x} {cell.y + CELL_HEIGHT}h{cell.width}")
    return "".join(edges)
