"""Setting what a page has beside what is known: matched, reworded, new or gone."""

from collections import defaultdict
from collections.abc import Sequence

from dueregard.guidance.published.fingerprints import KINDS, Fingerprints, Print, digest, runs
from dueregard.guidance.published.lines import Piece
from dueregard.guidance.published.reading import Page
from dueregard.guidance.published.report import Outcome, Row

ALIKE = 0.3  # of a line's three-word runs; below this two lines share chance phrases such as "the local authority"
SAME_LINE = 0.5  # how much a labelled sentence far below a section's lines must share with one of them to be more than prose


def _shared(page: Page, piece: Piece, line: Print) -> float:
    return len(runs(page.words(piece.start, piece.end)) & line.runs) / len(line.runs)


def without_prose(page: Page, pieces: Sequence[Piece], known: Fingerprints) -> list[Piece]:
    """The pieces without sentences of the prose below a section's lines that begin as a line does."""
    kept: list[Piece] = []
    used = {piece.known.id for piece in pieces if piece.known}
    for number, piece in enumerate(pieces):
        before = kept[-1] if kept and kept[-1].section == piece.section else None
        follows_on = before is None or piece.labelled == before.end
        more_to_come = any(each.known and each.section == piece.section for each in pieces[number:])
        unmatched = [line for line in known.of(piece.section, piece.kind) if line.id not in used]
        if follows_on or more_to_come or any(_shared(page, piece, line) >= SAME_LINE for line in unmatched):
            kept.append(piece)
    return kept


def _paired(page: Page, known: list[Print], pieces: list[Piece], *, anchored: bool) -> dict[Piece, Print]:
    """Which unmatched piece is which missing line: first by shared runs of words, then, in a section that is there, by its neighbours."""
    matched = {piece.known.id: piece for piece in pieces if piece.known}
    lost = [line for line in known if line.id not in matched]
    fresh = [piece for piece in pieces if piece.known is None]
    scores = [(_shared(page, piece, line), -lost.index(line), -fresh.index(piece)) for line in lost for piece in fresh]
    pairs: dict[Piece, Print] = {}
    for score, line_place, piece_place in sorted(scores, reverse=True):
        piece, line = fresh[-piece_place], lost[-line_place]
        if score >= ALIKE and piece not in pairs and line not in pairs.values():
            pairs[piece] = line
    known_slots = _slots([line.id if line.id in matched else None for line in known]) if anchored else {}
    for slot, places in _slots([piece.known.id if piece.known else None for piece in pieces]).items():
        here = [pieces[place] for place in places if pieces[place] not in pairs]
        missing = [known[place] for place in known_slots.get(slot, []) if known[place] not in pairs.values()]
        pairs.update(zip(here, missing, strict=False))
    return pairs


def _slots(ids: Sequence[str | None]) -> dict[tuple[str | None, str | None], list[int]]:
    """The places without an id, by the ids of their nearest neighbours that have one."""
    slots: dict[tuple[str | None, str | None], list[int]] = defaultdict(list)
    for place, each in enumerate(ids):
        if each is None:
            before = next((other for other in reversed(ids[:place]) if other), None)
            after = next((other for other in ids[place + 1 :] if other), None)
            slots[before, after].append(place)
    return slots


def _first_of_each(pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces, where a line that stands on the page twice counts as known the first time only."""
    seen: set[str] = set()
    found = []
    for piece in pieces:
        repeated = piece.known is not None and piece.known.id in seen
        found.append(Piece(piece.section, piece.kind, piece.labelled, piece.start, piece.end, None) if repeated else piece)
        seen |= {piece.known.id} if piece.known else set()
    return found


def _note_on_new(page: Page, piece: Piece, known: Fingerprints) -> str | None:
    letters = page.letters[piece.start : piece.end]
    for line in known.lines:
        if line.length == len(letters) and line.digest == digest(letters):
            return f"has the words of {line.id}, which stands elsewhere on the page or under another label"
    return None


def rows(page: Page, pieces: Sequence[Piece], known: Fingerprints) -> list[Row]:
    """One row for every line known and every line found, section by section, in the published order."""
    kept = _first_of_each(without_prose(page, pieces, known))
    sections = list(dict.fromkeys([line.section for line in known.lines] + [piece.section for piece in kept]))
    found: list[Row] = []
    for section in sorted(sections, key=lambda each: int(each)):
        for kind in KINDS:
            here = [piece for piece in kept if (piece.section, piece.kind) == (section, kind)]
            lines = list(known.of(section, kind))
            anchored = any(piece.known for piece in kept if piece.section == section)
            found += _rows_of(page, lines, here, _paired(page, lines, here, anchored=anchored), known)
    return found


def _rows_of(page: Page, lines: list[Print], pieces: list[Piece], pairs: dict[Piece, Print], known: Fingerprints) -> list[Row]:
    by_line = {piece.known.id: (piece, Outcome.MATCHED) for piece in pieces if piece.known}
    by_line |= {line.id: (piece, Outcome.REWORDED) for piece, line in pairs.items()}
    found = []
    for line in lines:
        piece, outcome = by_line.get(line.id, (None, Outcome.GONE))
        published = page.words(piece.start, piece.end) if piece else None
        note = _note_on_reworded(page, piece, line) if piece and outcome is Outcome.REWORDED else None
        found.append(Row(line.section, line.kind, outcome, line.id, published, note))
    for piece in pieces:
        if piece.known is None and piece not in pairs:
            found.append(
                Row(piece.section, piece.kind, Outcome.NEW, None, page.words(piece.start, piece.end), _note_on_new(page, piece, known))
            )
    return found


def _note_on_reworded(page: Page, piece: Piece, line: Print) -> str:
    shared = _shared(page, piece, line)
    if shared < ALIKE:
        return f"stands where {line.id} stood and shares hardly any words with it"
    letters = page.letters[piece.start : piece.start + line.length]
    if digest(letters) == line.digest:
        return "has the known words, and more after them"
    return f"keeps {round(shared * 100)} % of the known runs of words"
