"""The marks of an attendance sheet: ticks, crosses, letters, initials. What could mean two things is asked, never guessed."""

import re
from dataclasses import dataclass

from dueregard.basics.choice import Choice
from dueregard.sheets.rules.tables import Cell, words_of


class Meaning(Choice):
    """What a mark says of somebody at a meeting."""

    PRESENT = "present", "Present"
    SUBSTITUTE = "substitute", "Sent a substitute"
    APOLOGIES = "apologies", "Sent apologies"
    ABSENT = "absent", "Absent"
    NOTHING = "nothing", "Says nothing: leave it out"


INITIALS = "initials"  # all initials together are one question
# Marks that can mean one thing only, each group parted by |.
SURE = {
    Meaning.PRESENT: "✓|✔|√|☑|✅|y|yes|p|pres|present|att|attd|attended|attending|here|online|virtual|teams|remote|in person|1|true",
    Meaning.SUBSTITUTE: "sub|subs|substitute|sent substitute|sent a substitute|deputy|sent a deputy|deputy sent|dep|represented",
    Meaning.APOLOGIES: "apol|apols|apologies|apology|apologies sent|sent apologies|apologies given|apologies received|with apologies",
    Meaning.ABSENT: "✗|✘|☒|❌|n|no|abs|absent|dna|did not attend|not present|no apologies|0|false",
    Meaning.NOTHING: "n/a|na|n/k|vacant|not applicable|not a member|not asked|post vacant",
}
KNOWN = {mark: meaning for meaning, marks in SURE.items() for mark in marks.split("|")}
TWO_WAYS = {
    "a": "Attended, absent or apologies?",
    "x": "Crossed off as there, or not there?",
    "s": "Substitute, or somebody’s initial?",
    "d": "Deputy, or declined?",
    "-": "Not there, or not asked?",
    "–": "Not there, or not asked?",
    "ap": "Apologies, or somebody’s initials?",
    "*": "What does it stand for?",
    "?": "Nobody knew?",
}
INITIAL = re.compile(r"[A-Z]\.?(?:[A-Z]\.?){1,3}(?:\s?[/&+,]\s?[A-Z]\.?(?:[A-Z]\.?){1,3})*")
BEGINS = re.compile(r"(sub|substitute|deputy|dep|apols?|apologies|present|absent)\b")
MOST = 15  # different marks that are asked about; more than that is no attendance sheet


@dataclass(frozen=True, kw_only=True)
class Mark:
    """One mark of the sheet: how it is written, how often, what it is taken to mean, or what has to be asked."""

    key: str
    words: str
    times: int
    meaning: Meaning | None
    proposed: Meaning | None = None
    asks: str = ""


def key_of(cell: Cell) -> str:
    """The mark of a cell, so that the same marks are one question; empty for an empty cell."""
    text = words_of(cell)
    low = text.casefold().strip(" .:;")
    if low in KNOWN or low in TWO_WAYS or not low:
        return low
    begins = BEGINS.match(low)
    if begins and len(low) < 60:
        return KNOWN_START[begins[1]]
    return INITIALS if INITIAL.fullmatch(text) else low


KNOWN_START = {
    "sub": "sub",
    "substitute": "sub",
    "deputy": "sub",
    "dep": "sub",
    "apol": "apols",
    "apols": "apols",
    "apologies": "apols",
    "present": "present",
    "absent": "absent",
}


def mark_of(key: str, *, words: str, times: int) -> Mark:
    """What a mark means by itself, or what has to be asked about it."""
    if key in KNOWN:
        return Mark(key=key, words=words, times=times, meaning=KNOWN[key])
    if key == INITIALS:
        asks = "Initials: of whoever came?"
        return Mark(key=key, words=words, times=times, meaning=None, proposed=Meaning.PRESENT, asks=asks)
    return Mark(key=key, words=words, times=times, meaning=None, asks=TWO_WAYS.get(key, "What does it stand for?"))


def meaning_of(key: str, answers: dict[str, str]) -> Meaning | None:
    """What a mark means once somebody has answered; None while it has to be asked."""
    said = answers.get(key, "")
    return Meaning(said) if said in Meaning.values else KNOWN.get(key)
