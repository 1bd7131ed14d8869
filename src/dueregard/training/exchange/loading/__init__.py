"""A file’s section 6 as deeds, in the order they were typed in; those of one moment in the order below."""

from collections.abc import Iterator
from datetime import UTC

from dueregard.basics.part import FileDeed, typed_moment
from dueregard.training.exchange.loading import certificates, given, programme, taught, workforce
from dueregard.training.exchange.shapes import TrainingPart


def deeds(shape: TrainingPart) -> Iterator[FileDeed]:
    """What a moment may need comes first in it: courses and people before what is said of them, what ends last."""
    done = {row.ref: typed_moment(row.date, row.done).astimezone(UTC) for row in shape.imports}
    found = [
        *taught.laid_down(shape),
        *workforce.files(shape, done),
        *workforce.learners(shape, done),
        *taught.fitted(shape),
        *workforce.followed(shape, done),
        *workforce.had(shape, done),
        *given.sessions_given(shape),
        *given.returned(shape),
        *certificates.attached(shape),
        *programme.run(shape),
        *programme.settings(shape),
        *programme.told(shape),
        *programme.reminded(shape),
        *programme.ended(shape),
        *taught.ended(shape),
    ]
    yield from sorted(found, key=lambda deed: deed.typed_at)


__all__ = ["deeds"]
