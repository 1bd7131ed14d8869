"""A sheet that was taken away and comes back: the mark each row carries, and what was changed in it, here, or in both."""

from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256

from dueregard.plan.rules.sheets.verdicts import Change, Clash, Stop, Verdict
from dueregard.sheets.rules.tables import MOST_WORDS, words_of

LETTERS = 8  # of each digest in a mark
HERE, SHEET = "here", "sheet"  # the answers to a clash
MARK = "Leave as it is"  # the heading of the column of marks


def plain(text: object) -> str:
    """Text as both sides compare it: as a cell gives it back."""
    kept = "".join(letter for letter in str(text) if letter.isprintable() or letter.isspace())
    return words_of(words_of(kept)[: MOST_WORDS - 100])


def _digest(*parts: str) -> str:
    return sha256("\x1f".join(parts).encode()).hexdigest()[:LETTERS]


def mark(area: str, ref: str, values: Mapping[str, str]) -> str:
    """The mark of a row: whose it is, and a digest of each field as it was when it was taken away."""
    return ".".join([f"{ref}~{_digest(area, ref)}", *(f"{field}-{_digest(ref, field, value)}" for field, value in values.items())])


@dataclass(frozen=True, kw_only=True)
class Trip:
    """The mark a row came back with: which fields it knows, by their digest then."""

    ref: str
    then: Mapping[str, str]

    def knew(self, field: str, value: str) -> bool | None:
        """Whether a field said this when the sheet was taken away; None where the mark does not say."""
        return self.then[field] == _digest(self.ref, field, value) if field in self.then else None


def read_mark(text: str, *, area: str, ref: str) -> Trip | None:
    """The mark of a row; None where it carries none. Stop where it is another area’s, or another row’s."""
    if not text:
        return None
    whose, *fields = text.split(".")
    named, _, digest = whose.partition("~")
    pairs = [field.rpartition("-") for field in fields]
    if not digest or any(len(found) != LETTERS for _, _, found in pairs):
        raise Stop(Verdict.WRONG, f"What stands under “{MARK}” was changed, so nobody can tell what was changed in the row")
    if digest != _digest(area, named):
        raise Stop(Verdict.WRONG, "This row was taken away from another area")
    if ref and ref != named:
        raise Stop(Verdict.WRONG, f"The row was taken away as {named}, and now says {ref}")
    return Trip(ref=named, then={field: found for field, _, found in pairs})


@dataclass(frozen=True, kw_only=True)
class Compared:
    """What a row would change, field by field, and where it clashes with what was changed here meanwhile."""

    changed: tuple[str, ...]
    clashes: tuple[str, ...]


def compare(trip: Trip | None, *, here: Mapping[str, str], sheet: Mapping[str, str]) -> Compared:
    """The fields a sheet changes: what it says differs from what it said when taken away; an empty cell takes nothing away."""
    changed: list[str] = []
    clashes: list[str] = []
    for field, value in sheet.items():
        if not value or value == here.get(field, ""):
            continue
        if trip is None or (as_taken := trip.knew(field, value)) is None:
            changed.append(field)
        elif not as_taken:
            (changed if trip.knew(field, here.get(field, "")) else clashes).append(field)
    return Compared(changed=tuple(changed), clashes=tuple(clashes))


def settle(
    found: Compared, *, ref: str, labels: Mapping[str, str], here: Mapping[str, str], sheet: Mapping[str, str], answers: Mapping[str, str]
) -> tuple[list[str], list[Clash]]:
    """The fields to change once every clash is answered, and every clash there is."""
    told = [
        Clash(key=f"{ref}-{field}", ref=ref, field=labels[field], here=here.get(field, ""), sheet=sheet[field]) for field in found.clashes
    ]
    taken = [field for field in found.clashes if answers.get(f"{ref}-{field}") == SHEET]
    return [*found.changed, *taken], told


def changes(fields: list[str], *, labels: Mapping[str, str], here: Mapping[str, str], sheet: Mapping[str, str]) -> tuple[Change, ...]:
    """What would change, old and new, as a page says it."""
    return tuple(Change(field=labels[field], was=here.get(field, ""), to=sheet[field]) for field in fields)
