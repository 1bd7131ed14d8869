"""How people write a date and a time: brought to the few forms that are read."""

import re

DAY_FORMATS = ["%d %m %Y", "%d %m %y", "%d %b %Y", "%d %B %Y", "%d %b %y", "%d %B %y", "%Y %m %d"]
TIME_FORMATS = ["%H:%M", "%H.%M", "%H%M", "%I:%M%p", "%I.%M%p", "%I%p"]
WEEKDAY = re.compile(r"^(mon|tue|wed|thu|fri|sat|sun)[a-z]*\b", re.IGNORECASE)
ORDINAL = re.compile(r"(?<=\d)(st|nd|rd|th)\b", re.IGNORECASE)


def day_in_parts(written: str) -> str:
    """A date's parts with one space between: no weekday, no th, and Sept as calendars shorten it."""
    plain = ORDINAL.sub("", WEEKDAY.sub("", written.strip()))
    return re.sub(r"\bsept\b", "sep", re.sub(r"[\s,./-]+", " ", plain).strip(), flags=re.IGNORECASE)


def time_of_the_clock(written: str) -> str:
    """A time without spaces, with am and pm as clocks have them."""
    plain = "".join(written.split()).lower().replace(".m.", "m").replace("midday", "noon")
    return "12:00" if plain in ("noon", "12noon", "12:00noon", "12.00noon") else plain
