"""The days of a file: each way of writing one is read once, however many rows repeat it; what can be read two ways is never guessed."""

import re
from datetime import date, timedelta

from dueregard.sheets.rules.days import Order, order_shown, read_day
from dueregard.training.rules.imports import Why

TIME = re.compile(r"[\sT]+\d{1,2}[:.]\d\d([:.]\d\d)?(\.\d+)?\s*([ap]\.?m\.?)?\s*(z|gmt|utc|bst|[+-]\d\d:?\d\d)?$", re.IGNORECASE)
RUN_ON = re.compile(r"(?<=[a-z])(?=\d)", re.IGNORECASE)  # 27Mar2026
IN_ONE = re.compile(r"(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])")
SERIAL = re.compile(r"\d{5}(?:\.\d+)?")
EXCEL = date(1899, 12, 30).toordinal()
MOST_KEPT = 20_000  # ways of writing remembered
FIRST = date(1990, 1, 1).toordinal()
Read = int | Why  # the number of a day, as date.toordinal counts, or why there is none


class Days:
    """The days of one file, as its source writes them."""

    def __init__(self, order: str) -> None:
        self._order = Order(order) if order else None
        self._kept: dict[str, Read] = {}
        self.two_ways = 0  # how many rows could not be read without being told the order
        self.shown: set[Order] = set()  # orders that some day of the file can only be read in

    def read(self, words: str) -> Read:
        """The day a cell means."""
        found = self._kept.get(words)
        if found is None:
            if len(self._kept) >= MOST_KEPT:
                self._kept.clear()
            found = self._kept[words] = self._read(words)
        if found is Why.TWO_WAYS:
            self.two_ways += 1
        return found

    def _read(self, words: str) -> Read:
        text = RUN_ON.sub(" ", TIME.sub("", words.strip().strip("\"'=")))
        if not text:
            return Why.NO_DAY
        if IN_ONE.fullmatch(text):
            text = f"{text[:4]}-{text[4:6]}-{text[6:]}"
        if SERIAL.fullmatch(text):
            return EXCEL + int(float(text))
        shown = order_shown([text])
        self.shown |= {shown} if shown else set()
        if shown and self._order and shown is not self._order:
            return Why.OTHER_ORDER
        found = read_day(text, order=self._order)
        if found.two_ways:
            return Why.TWO_WAYS
        return found.day.toordinal() if found.day else Why.NOT_A_DAY


def written(number: int) -> str:
    """The day of a number as year-month-day."""
    return (date.min + timedelta(days=number - 1)).isoformat()
