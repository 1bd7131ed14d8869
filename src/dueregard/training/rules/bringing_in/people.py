"""Whose a row is: by employee number, then by e-mail; by name and team it is only ever proposed."""

from array import array
from collections.abc import Callable, Iterable, Iterator, Mapping
from hashlib import sha256

from dueregard.training.rules.imports import Why

SEVERAL = -1
Names = Mapping[tuple[str, str], int]
Known = tuple[
    int, str, str, int, bool
]  # a learner’s row: its number in the database, employee number, e-mail, day of joining, whether left


def as_number(words: str) -> str:
    """An employee number as it is compared: a spreadsheet takes leading noughts away, or wraps the number as a formula to keep them."""
    if words[:1] in {"=", "'"}:
        words = words.lstrip("='").strip('"')
    return words.strip().lstrip("0").casefold()


def as_email(words: str) -> str:
    """An e-mail address as it is compared."""
    return words.strip().removeprefix("mailto:").casefold()


def as_name(words: str) -> str:
    """A name, or a team’s, as it is compared: “Ode, Ann” is Ann Ode."""
    last, comma, first = words.partition(",")
    return " ".join((f"{first} {last}" if comma else words).split()).casefold()


def key_of(*, number: str, email: str, name: str, team: str) -> str:
    """What a source writes of a person, as a digest: enough to know it again, not to read it."""
    return sha256("\n".join((as_number(number), as_email(email), as_name(name), as_name(team))).encode()).hexdigest()


class People:
    """The learners of a body, small enough to hold 300,000 of them: whoever has an employee number or an e-mail is found by it."""

    def __init__(self, rows: Iterable[Known], *, said: Mapping[str, int], names: Callable[[], Names]) -> None:
        self._ids, self._joined = array("q"), array("l")
        self._left, self._numbered = bytearray(), bytearray()
        self._numbers: dict[str, int] = {}
        self._emails: dict[str, int] = {}
        self._said, self._load_names = said, names
        self._names: Names | None = None
        for row in rows:
            self.add(row)

    def __len__(self) -> int:
        return len(self._ids)

    def add(self, row: Known) -> int:
        """One learner more; its place is given back."""
        learner, number, email, joined, left = row
        place = len(self._ids)
        self._ids.append(learner)
        self._joined.append(joined)
        self._left.append(left)
        self._numbered.append(bool(number))
        if number:
            self._keep(self._numbers, as_number(number), place)
        if email:
            self._keep(self._emails, as_email(email), place)
        return place

    def _keep(self, index: dict[str, int], key: str, place: int) -> None:
        """Of two with one key, whoever is here still; of two who are, neither."""
        other = index.setdefault(key, place)
        if other != place and not self._left[place]:
            index[key] = place if other >= 0 and self._left[other] else SEVERAL

    def learner(self, place: int) -> int:
        """The number in the database of whoever stands at a place."""
        return self._ids[place]

    def joined(self, place: int) -> int:
        """The day they joined."""
        return self._joined[place]

    def find(self, number: str, email: str) -> int | Why:
        """The place of whoever has this employee number or, where there is none, this e-mail; or why nobody is found."""
        place = self._numbers.get(number) if number else None  # most files write it as it is compared
        if place is None and number:
            place = self._numbers.get(as_number(number))
        other = self._emails.get(email) if email else None
        if other is None and email:
            other = self._emails.get(as_email(email))
        return self._agreed(place, other)

    def _agreed(self, place: int | None, other: int | None) -> int | Why:
        if place is None:
            return Why.UNKNOWN_PERSON if other is None else Why.SHARED_EMAIL if other < 0 else other
        if place < 0:
            return Why.SHARED_NUMBER if other is None or other < 0 else other
        if other is not None and other >= 0 and other != place:
            return Why.DISAGREE
        return place

    def has_number(self, place: int) -> bool:
        """Whether they have an employee number."""
        return bool(self._numbered[place])

    def has_left(self, place: int) -> bool:
        """Whether they have left."""
        return bool(self._left[place])

    def staying(self) -> Iterator[int]:
        """The places of all who have not left."""
        return (place for place, left in enumerate(self._left) if not left)

    def said(self, key: str) -> int | None:
        """Whom somebody said such a row to be."""
        return self._said.get(key)

    def proposed(self, name: str, team: str) -> int | None:
        """The one learner of this name in this team: proposed, never taken."""
        if self._names is None:
            self._names = self._load_names()
        found = self._names.get((as_name(name), as_name(team)), SEVERAL)
        return None if found == SEVERAL else found
