"""What share of those who need it is expected to have had it, subject by subject: ours, or the area’s own."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from dueregard.training.rules.courses import Subject
from dueregard.training.rules.coverage import per_cent

OURS = 0.85  # as the findings have it
LINES: dict[str, str] = {  # whose finding asks for the share of a subject
    Subject.AWARENESS: "6.g1",
    Subject.REFERRAL: "6.g2",
    Subject.IDEOLOGY: "6.g3",
    Subject.VENUE: "7.b2",
}


@dataclass(frozen=True)
class Expected:
    """The share expected of each subject."""

    own: Mapping[str, float] = field(default_factory=dict)  # where the area changed ours

    @classmethod
    def of_lines(cls, shares: Mapping[str, float]) -> "Expected":
        """By the lines of the toolkit whose share the area changed."""
        return cls({subject: shares[line] for subject, line in LINES.items() if line in shares})

    def of(self, subject: str) -> float:
        """The share expected of a subject."""
        return self.own.get(subject, OURS)

    def words(self, columns: Sequence[tuple[str, str]]) -> str:
        """Which share is expected of these subjects, and whose number it is."""
        own = [f"{per_cent(self.own[key])}% for {words[:1].lower()}{words[1:]}" for key, words in columns if key in self.own]
        ours = f"{per_cent(OURS)}%, which is ours and not the toolkit’s"
        if not own:
            return ours
        said = f"{', '.join(own)}, which this area chose instead of our {per_cent(OURS)}%"
        return said if len(own) == len(columns) else f"{said}; for the rest {ours}"
