"""What a word is, and when a name is near enough: pure, so that both databases find the same."""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from typing import TypeVar

T = TypeVar("T")

WORD = re.compile(r"[a-z0-9]+")
REF = re.compile(r"\b([a-z]{1,5})-?(\d+)(?:-(\d+))?\b")  # A-19, R4, D-2026-09: one word, however it is typed
APOSTROPHES = re.compile(r"['’‘`]")
BEGINS = 3  # from three letters on, what is typed may be the beginning of a word
FORGIVES = 4  # from four letters on, a name may differ by one
LONGEST = 60  # no word of the work is longer; a pasted string is


def words_of(text: str) -> list[str]:
    """The words of a text as they are kept and looked for: small letters, no accents, references in one piece, no single letters."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    plain = APOSTROPHES.sub("", "".join(letter for letter in plain if not unicodedata.combining(letter)))
    joined = REF.sub(lambda found: "".join(part for part in found.groups() if part), plain)
    return [word[:LONGEST] for word in WORD.findall(joined) if len(word) > 1 or word.isdigit()]


def kept_words(*texts: str) -> str:
    """Every word of some texts once, in order: what an entry keeps."""
    return " ".join(sorted({word for text in texts for word in words_of(text)}))


def begins(word: str) -> bool:
    """Whether a word typed may be the beginning of a longer one."""
    return len(word) >= BEGINS


def is_near(name: str, asked: Sequence[str]) -> bool:
    """Whether every word asked for stands in a name, whole or as its beginning, or with one letter wrong, missing, added or two swapped."""
    there = words_of(name)
    return bool(asked) and all(any(_meets(word, other) for other in there) for word in asked)


def _meets(asked: str, word: str) -> bool:
    if asked == word or (begins(asked) and word.startswith(asked)):
        return True
    return len(asked) >= FORGIVES and is_one_letter_off(asked, word)


def is_one_letter_off(one: str, other: str) -> bool:
    """Whether two words differ by one letter: changed, left out, put in, or two neighbours swapped."""
    if abs(len(one) - len(other)) > 1:
        return False
    start = _same_at_start(one, other)
    end = min(_same_at_start(one[::-1], other[::-1]), min(len(one), len(other)) - start)
    left, right = one[start : len(one) - end], other[start : len(other) - end]
    return max(len(left), len(right)) <= 1 or (len(left) == 2 and left == right[::-1])


def _same_at_start(one: str, other: str) -> int:
    for place, (left, right) in enumerate(zip(one, other, strict=False)):
        if left != right:
            return place
    return min(len(one), len(other))


def best_first(rows: Iterable[tuple[str, T]], asked: Sequence[str]) -> list[T]:
    """Rows whose title has every word asked for before those that only speak of it; otherwise in the order they come."""
    listed = list(rows)
    return [row for title, row in listed if is_near(title, asked)] + [row for title, row in listed if not is_near(title, asked)]
