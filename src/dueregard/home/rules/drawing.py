"""Where each part of a golden thread's picture goes: boxes, their text cut to fit, wires, flags. No colours: those are classes."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from dueregard.basics.dates import say
from dueregard.home.rules.thread import Block, Cell, Column, Lane, Thread
from dueregard.home.rules.thread.cells import Said, Tone

WIDTH, BOX, STEP = 1194, 146, 172  # of the picture, of a box, from one column to the next
TOP, LANE, SPACE, RETURN = 34, 106, 18, 42  # where lanes begin, how high one is, between two, room for the arrow back
LETTER, FIRST, LINE = 9, 20, 18  # from a box's edge to its text, to its first line, from line to line
ROWS, RISK_ROWS = 5, 9  # lines of text in a box
RAISED = 4  # how far a flag's middle stands above the edge of its box, clear of the words in it
PLAIN, BOLD = 20, 17  # characters in a line
MOST_LANES = 8  # above it, the list comes first and the picture on request


@dataclass(frozen=True)
class Text:
    """One line of text in a box."""

    words: str
    tone: str
    x: int
    y: int


@dataclass(frozen=True)
class Flag:
    """The diamond with the number of a loose end."""

    number: int
    x: int
    y: int


@dataclass(frozen=True)
class Box:
    """A box of the picture; `cell` says what it opens and what it is called."""

    cell: Cell
    x: int
    y: int
    height: int
    text: tuple[Text, ...]
    flags: tuple[Flag, ...]

    @property
    def middle(self) -> int:
        return self.y + self.height // 2

    @property
    def look(self) -> str:
        """How its edge is drawn."""
        if self.cell.is_loose:
            return "box box--ghost"
        return "box box--now" if self.cell.is_start else "box"


@dataclass(frozen=True)
class Wire:
    """A line from box to box."""

    path: str
    is_loose: bool = False
    is_arrow: bool = False


@dataclass(frozen=True)
class Picture:
    """The whole picture: draw the wires first, the boxes over them in this order, the words beside last."""

    height: int
    headings: tuple[Text, ...]
    boxes: tuple[Box, ...]
    wires: tuple[Wire, ...]
    beside: tuple[Text, ...]
    width: int = WIDTH


def wrapped(words: str, width: int) -> list[str]:
    """Words in lines of so many characters; a longer word is broken."""
    found = [""]
    for word in words.split():
        rest = word
        if len(found[-1]) + bool(found[-1]) + len(rest) <= width:
            found[-1] = f"{found[-1]} {rest}".strip()
            continue
        while len(rest) > width:
            found.append(f"{rest[: width - 1]}-")
            rest = rest[width - 1 :]
        found.append(rest)
    return [line for line in found if line]


def cut(said: Sequence[Said], rows: int) -> list[tuple[str, Tone]]:
    """What a box says in so many rows: long sayings are shortened first, then the last that can be spared go; what is missing is kept."""
    lines = [(wrapped(one.words, BOLD if "m" in one.tone else PLAIN), one.tone) for one in said if one.is_in_box]
    lines = [(found, tone) for found, tone in lines if found]
    while sum(len(found) for found, _ in lines) > rows:
        spare = [place for tone in (Tone.PLAIN, Tone.BOLD, Tone.QUIET) for place, (found, own) in enumerate(lines) if own is tone]
        long = [place for place in spare if len(lines[place][0]) > 1]
        if long:
            place = max(long, key=lambda place: (len(lines[place][0]), lines[place][1] is not Tone.BOLD))
            lines[place] = (_shorter(*lines[place]), lines[place][1])
        elif len(spare) > 1:
            del lines[next((place for place in reversed(range(len(lines))) if lines[place][1] is Tone.PLAIN), max(spare))]
        else:
            place = max(range(len(lines)), key=lambda place: len(lines[place][0]))
            if len(lines[place][0]) > 1:
                lines[place] = (_shorter(*lines[place]), lines[place][1])
            else:
                lines.pop()
    return [(words, tone) for found, tone in lines for words in found]


def _shorter(found: list[str], tone: Tone) -> list[str]:
    width = BOLD if "m" in tone else PLAIN
    last = found[-2].rstrip("…,.;: ")[: width - 1].rstrip()
    return [*found[:-2], f"{last}…"]


def drawn(thread: Thread) -> Picture:
    """The picture of a thread."""
    heights = [_height(block) for block in thread.blocks]
    lanes_high = sum(heights) + SPACE * max(len(heights) - 1, 0)
    sources_high = len(thread.sources) * (LANE + SPACE) - SPACE if thread.sources else 0
    high = max(lanes_high, sources_high, LANE)
    top = TOP + (high - sources_high) // 2
    sources = {_ref(cell): _box(cell, top + place * (LANE + SPACE)) for place, cell in enumerate(thread.sources)}
    boxes = list(sources.values())
    wires: list[Wire] = []
    beside: list[Text] = []
    top = TOP + (high - lanes_high) // 2
    placed: dict[str, Box] = {}  # the boxes of actions, by ref
    for block, height in zip(thread.blocks, heights, strict=True):
        parts = _Block(block, top, height)
        boxes += parts.boxes
        placed |= parts.actions
        wires += [*parts.wires(sources, placed), *parts.back()]
        beside += parts.beside()
        top += height + SPACE
    return Picture(
        height=TOP + high + SPACE,
        headings=tuple(Text(column.heading, "h", 1 + column * STEP, 18) for column in Column),
        boxes=tuple(boxes),
        wires=tuple(wires),
        beside=tuple(beside),
    )


def _ref(cell: Cell) -> str:
    return cell.opens.ref if cell.opens else ""


def _rows(cell: Cell) -> list[tuple[str, Tone]]:
    return cut(cell.said, RISK_ROWS if cell.column is Column.RISK else ROWS)


def _risk_height(block: Block) -> int:
    return max(LANE, len(_rows(block.cell)) * LINE + 26) if block.cell else LANE


def _height(block: Block) -> int:
    """How much room a risk and its lanes take, with the arrow back under them where there is one."""
    lanes = max(len(block.lanes), 1) * (LANE + SPACE) - SPACE
    return max(lanes, _risk_height(block)) + (RETURN if _scored_again(block) else 0)


def _scored_again(block: Block) -> dict[str, str]:
    """The lanes after which the block's risk was scored again, each with the day in words."""
    return {lane.action: say(on) for lane in block.lanes for risk, on in lane.scored_again if risk == block.risk}


def _box(cell: Cell, y: int, height: int = LANE) -> Box:
    x = 1 + cell.column * STEP
    text = tuple(Text(words, tone, x + LETTER, y + FIRST + LINE * row) for row, (words, tone) in enumerate(_rows(cell)))
    flags = tuple(Flag(number, x + BOX - 2 - 32 * place, y - RAISED) for place, number in enumerate(reversed(cell.loose)))
    return Box(cell, x, y, height, text, flags)


class _Block:
    """A risk and its lanes, each at its place."""

    def __init__(self, block: Block, top: int, height: int) -> None:
        self.block, self.bottom = block, top + height
        room = height - (RETURN if _scored_again(block) else 0)
        lanes_high = max(len(block.lanes), 1) * (LANE + SPACE) - SPACE
        first, tall = top + (room - lanes_high) // 2, _risk_height(block)
        self.risk = _box(block.cell, top + (room - tall) // 2, tall) if block.cell else None
        self.lanes: list[tuple[Lane, list[Box]]] = [
            (lane, [_box(cell, first + place * (LANE + SPACE)) for cell in lane.cells]) for place, lane in enumerate(block.lanes)
        ]

    @property
    def boxes(self) -> list[Box]:
        """In the order of the list: the risk, then lane by lane."""
        return [*([self.risk] if self.risk else []), *(box for _, boxes in self.lanes for box in boxes)]

    @property
    def actions(self) -> dict[str, Box]:
        """The first box of each action's lane."""
        return {lane.action: boxes[0] for lane, boxes in self.lanes if lane.action and boxes}

    def wires(self, sources: dict[str, Box], placed: dict[str, Box]) -> Iterator[Wire]:
        """From the risk's sources to it, from it to each lane and to its actions drawn above, and along each lane."""
        if self.risk:
            yield from (curve(sources[ref], self.risk) for ref in self.block.sources if ref in sources)
            firsts = [boxes[0] for _, boxes in self.lanes if boxes]
            yield from (curve(self.risk, box) for box in [*firsts, *(placed[ref] for ref in self.block.elsewhere if ref in placed)])
        for _, boxes in self.lanes:
            for left, right in pairwise(boxes):
                yield Wire(f"M{left.x + BOX} {left.middle}H{right.x}", right.cell.is_absent)

    def back(self) -> Iterator[Wire]:
        """The arrow back to a risk that was scored again."""
        again = _scored_again(self.block)
        lasts = [boxes[-1] for lane, boxes in self.lanes if lane.action in again]
        if self.risk and lasts:
            last, across = lasts[-1], self.bottom - 14
            path = f"M{last.x + BOX // 2} {last.y + last.height}V{across}H{self.risk.x + BOX // 2}V{self.risk.y + self.risk.height + 8}"
            yield Wire(path, is_arrow=True)

    def beside(self) -> Iterator[Text]:
        """What stands along the arrow back."""
        again = _scored_again(self.block)
        if self.risk and again:
            words = f"and back: {self.block.risk} was scored again on {list(again.values())[-1]}"
            yield Text(words, Tone.QUIET, 1 + Column.REVIEW * STEP, self.bottom - 21)


def curve(left: Box, right: Box) -> Wire:
    """A wire from the right edge of one box to the left edge of another; to a column further on, straight across to it."""
    start, end = left.x + BOX, right.x
    turn = start + (STEP - BOX) // 2
    bend = f"M{start} {left.middle}C{turn} {left.middle} {turn} {right.middle} {start + STEP - BOX} {right.middle}"
    path = bend if end == start + STEP - BOX else f"{bend}H{end}"
    return Wire(path, left.cell.is_absent or right.cell.is_absent)
