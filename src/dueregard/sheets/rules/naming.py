"""Whose a row is: names set beside the seats, bodies, people and posts there are. Like is only proposed; alike is taken."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from unicodedata import combining, normalize

SMALL = frozenset({"the", "of", "and", "for", "a", "council", "ltd", "plc"})
TOTALS = frozenset(
    {
        "total",
        "totals",
        "number",
        "number present",
        "total present",
        "total attended",
        "number attending",
        "present",
        "attending",
        "attendance",
    }
    | {"in attendance", "quorum", "quorate", "key", "note", "notes", "date", "dates", "venue", "name", "organisation", "invited"}
)
LIKE = 0.78  # ours: below this two names have little to do with each other
MOST = 3  # proposals


@dataclass(frozen=True, kw_only=True)
class Candidate:
    """Somebody or something a row may be about: its key (kind:ref), how a list says it, and every name it goes by."""

    key: str
    says: str
    names: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Named:
    """What a name was found to be: one, several alike, or only something like it."""

    found: Candidate | None = None
    proposed: tuple[Candidate, ...] = ()
    why: str = ""

    @property
    def is_doubtful(self) -> bool:
        return self.found is None and bool(self.proposed)


def plain(name: str) -> str:
    """A name as it is compared: no accents, no punctuation, no small words, lower case."""
    letters = "".join(letter for letter in normalize("NFKD", name.casefold()) if not combining(letter))
    return " ".join(word for word in re.findall(r"[a-z0-9]+", letters) if word not in SMALL)


def whole(name: str) -> str:
    """A name with every word kept, for telling alike from like."""
    letters = "".join(letter for letter in normalize("NFKD", name.casefold()) if not combining(letter))
    return " ".join(re.findall(r"[a-z0-9]+", letters))


def is_nobody(name: str) -> bool:
    """Whether a label is a total, a key or a heading, not somebody."""
    return whole(name) in TOTALS or not whole(name) or whole(name).isdecimal()


def find(name: str, candidates: Sequence[Candidate]) -> Named:
    """Who a name is: alike in every word is taken, if it is one only; like is proposed; otherwise nobody."""
    wanted, short = whole(name), plain(name)
    if not wanted:
        return Named(why="Nobody is named")
    alike = [one for one in candidates if wanted in {whole(known) for known in one.names}]
    if len(alike) == 1:
        return Named(found=alike[0])
    if alike:
        return Named(proposed=tuple(alike[:MOST]), why=f"{len(alike)} go by the name {name}")
    ranked = sorted(((_likeness(name, short, one), one) for one in candidates), key=lambda pair: (-pair[0], pair[1].says))
    near = tuple(one for likeness, one in ranked[:MOST] if likeness >= LIKE)
    if near:
        return Named(proposed=near, why=f"Nobody here is called {name}; perhaps {near[0].says}")
    return Named(why=f"Nobody here is called {name}")


def _likeness(name: str, short: str, one: Candidate) -> float:
    return max((_alike(name, short, known) for known in one.names), default=0)


def _alike(name: str, short: str, known: str) -> float:
    other = plain(known)
    if not short or not other:
        return 0
    if short == other:
        return 1
    initials = "".join(word[0] for word in whole(known).split())
    compact = name.replace(".", "").replace(" ", "")
    if len(compact) > 1 and compact.casefold() == initials:
        return 0.95
    words, others = set(short.split()), set(other.split())
    if words <= others or others <= words:
        return 0.9
    return SequenceMatcher(None, short, other).ratio()
