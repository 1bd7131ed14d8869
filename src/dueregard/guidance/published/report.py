"""What came of setting a published page beside a framework: a row for each line, in words or as JSON."""

import json
import textwrap
from collections import Counter
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby
from typing import Any

from dueregard.guidance.catalogue import Framework

WIDTH = 110


class Outcome(StrEnum):
    """What became of a line."""

    MATCHED = "matched"
    REWORDED = "reworded"
    NEW = "new"
    GONE = "gone"


KIND_LABELS = {"benchmark": "Benchmark", "outcome": "Outcome", "good-practice": "Good practice", "best-practice": "Best practice"}


@dataclass(frozen=True)
class Row:
    """One line, known or found: which it is, what became of it and its words on the page."""

    section: str
    kind: str
    outcome: Outcome
    id: str | None
    published: str | None
    note: str | None


@dataclass(frozen=True)
class PublishedLine:
    """A line with the words of the published page, for an install to keep."""

    section: str
    tier: str  # benchmark, outcome, question, or how binding the line is
    text: str
    id: str | None = None  # the known line whose words these are


@dataclass(frozen=True)
class Report:
    """Every line of a framework and of a page, accounted for section by section."""

    framework: Framework
    rows: tuple[Row, ...]
    notes: tuple[str, ...] = ()
    problem: str | None = None

    @property
    def ok(self) -> bool:
        """Every line is matched, and the page has no line beside them."""
        return self.problem is None and bool(self.rows) and all(row.outcome is Outcome.MATCHED for row in self.rows)

    def count(self, outcome: Outcome) -> int:
        """How many lines came out so."""
        return Counter(row.outcome for row in self.rows)[outcome]

    @property
    def summary(self) -> str:
        """One sentence saying how it came out."""
        if self.problem:
            return self.problem
        counts = ", ".join(f"{self.count(outcome)} {outcome.value}" for outcome in Outcome)
        return f"{'Every line is accounted for' if self.ok else 'Not every line is as it was'}: {counts}."

    def as_text(self) -> str:
        """A table by section, for a terminal."""
        out = [f"{self.framework.title} ({self.framework.id})", ""]
        for section, rows in groupby(self.rows, key=lambda row: row.section):
            out += [f"Section {section}: {self._title(section)}", *(line for row in rows for line in self._row(row)), ""]
        return "\n".join([*out, *self.notes, self.summary]) + "\n"

    def as_data(self) -> dict[str, Any]:
        """The same for a program."""
        return {
            "framework": self.framework.id,
            "ok": self.ok,
            "problem": self.problem,
            "notes": list(self.notes),
            "counts": {outcome.value: self.count(outcome) for outcome in Outcome},
            "sections": [
                {"id": section, "title": self._title(section), "lines": [self._line(row) for row in rows]}
                for section, rows in groupby(self.rows, key=lambda row: row.section)
            ],
        }

    def as_json(self) -> str:
        """The same as JSON; the same page gives the same bytes."""
        return json.dumps(self.as_data(), indent=2, ensure_ascii=False) + "\n"

    def _title(self, section: str) -> str:
        return next((each.title for each in self.framework.sections if each.id == section), "not in the framework")

    @staticmethod
    def _line(row: Row) -> dict[str, str | None]:
        return {"id": row.id, "tier": row.kind, "outcome": row.outcome.value, "published": row.published, "note": row.note}

    def _row(self, row: Row) -> list[str]:
        start = f"  {row.outcome.value:<9} {row.id or '-':<12} {KIND_LABELS[row.kind]:<14} "
        words = self._says(row) if row.id else f"“{row.published}”"
        out = [start + textwrap.shorten(words, WIDTH - len(start), placeholder=" …", break_on_hyphens=False)]
        if row.outcome is Outcome.REWORDED:
            out.append(" " * 12 + textwrap.shorten(f"now “{row.published}”", WIDTH - 12, placeholder=" …", break_on_hyphens=False))
        if row.note:
            out.append(" " * 12 + row.note)
        return out

    def _says(self, row: Row) -> str:
        section = next(each for each in self.framework.sections if each.id == row.section)
        ours = {f"{section.id}.benchmark": section.benchmark, f"{section.id}.outcome": section.outcome}
        ours |= {line.id: line.says for line in section.lines}
        return ours[row.id or ""] or ""
