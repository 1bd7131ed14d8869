"""What the register of documents leaves loose: documents past their review. Pure Python; no line of guidance is about documents alone."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from dueregard.basics.dates import say
from dueregard.documents.rules.register import DocumentKind
from dueregard.guidance.indicator import Cite, named
from dueregard.guidance.indicator.rows import Period
from dueregard.guidance.loose_end import LooseEnd, Severity, worst_first

# Terms of reference are looked after by section 1, which knows whose they are.
LINES = {
    DocumentKind.SHARING: "4.g3",
    DocumentKind.POLICY: "7.g4",
    DocumentKind.STRATEGY: "3.b1",
    DocumentKind.PLAN: "3.g1",
    DocumentKind.TRAINING: "6.g4",
}
GOVERNS = "1.g2"  # what no line asks for by kind, the group answers for


@dataclass(frozen=True, kw_only=True)
class Kept(Period):
    """A document by its newest version; `until` is the day before it was withdrawn."""

    kind: str = "document"
    document_kind: str
    review_due: date | None = None


@dataclass(frozen=True, kw_only=True)
class DocumentFacts:
    """The documents of the register."""

    documents: tuple[Kept, ...] = ()


def loose_ends(facts: DocumentFacts, on: date) -> list[LooseEnd]:
    """Every loose end of the register on the day."""
    return worst_first(_past_review(facts, on))


def _past_review(facts: DocumentFacts, on: date) -> Iterator[LooseEnd]:
    """A document whose review was due before the day."""
    for row in facts.documents:
        if row.document_kind != DocumentKind.TERMS and row.holds(on) and row.review_due is not None and row.review_due < on:
            yield LooseEnd(
                kind="documents.past-review",
                severity=Severity.GAP,
                line=LINES.get(DocumentKind(row.document_kind), GOVERNS),
                subject=Cite(row.kind, row.ref, row.label, row.on, row.typed),
                says=f"{named(row)} was due for review on {say(row.review_due)}",
                tie="Review it, and record the new edition or the next review",
                tie_at="documents:document",
                ref=row.ref,
            )
