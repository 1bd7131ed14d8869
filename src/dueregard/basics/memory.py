"""A small memory of the process: the last so many things worked out, each under an exact key."""

from collections import OrderedDict
from collections.abc import Hashable
from threading import Lock
from typing import Any


class Memory:
    """What was worked out lately, by key. Threads share it; what was asked for longest ago is forgotten first."""

    def __init__(self, *, most: int) -> None:
        self._most = most
        self._kept: OrderedDict[Hashable, Any] = OrderedDict()
        self._lock = Lock()

    def __len__(self) -> int:
        return len(self._kept)

    def find(self, key: Hashable) -> Any:
        """What is kept under a key; None where nothing is."""
        with self._lock:
            if key in self._kept:
                self._kept.move_to_end(key)
            return self._kept.get(key)

    def keep(self, key: Hashable, worked_out: Any) -> None:
        """Keep it, and forget the oldest where that makes one too many."""
        with self._lock:
            self._kept[key] = worked_out
            self._kept.move_to_end(key)
            while len(self._kept) > self._most:
                self._kept.popitem(last=False)

    def forget(self) -> None:
        """Keep nothing of it all."""
        with self._lock:
            self._kept.clear()
