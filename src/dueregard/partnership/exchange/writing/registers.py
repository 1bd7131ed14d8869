"""Writing the plain registers to a file."""

from typing import Any

from dueregard.access.viewer import Viewer
from dueregard.partnership import queries
from dueregard.partnership.exchange.writing.kept import Written, dated, end, kept, marked, ref, seen
from dueregard.partnership.models import Exchange


def exchanges(viewer: Viewer) -> list[Written]:
    """The exchanges the viewer may see, oldest first."""
    return [_exchange(row, viewer) for row in queries.exchanges(viewer).order_by("on", "ref")]


def _exchange(row: Exchange, viewer: Viewer) -> Written:
    return kept(
        {
            "ref": row.ref,
            **dated(row),
            "organisation": row.organisation,
            "body": ref(row.body),
            "how": row.how,
            "marking": marked(row.marking),
            "heard": [_said(one) for one in row.heard.all()],
            "answers": [_said(one) for one in row.answers.all()],
            "reports": [kept({**dated(one), "meeting": one.meeting.ref, "item": seen(one.item, by=viewer)}) for one in row.reports.all()],
        }
    )


def _said(row: Any) -> Written:
    return kept({**dated(row), "words": row.words})


def links(viewer: Viewer) -> list[Written]:
    """The links, oldest first, with what was done under them."""
    return [
        kept(
            {
                "ref": row.ref,
                **dated(row),
                "kind": row.kind,
                "with_whom": row.with_whom,
                "deeds": [
                    kept({"ref": one.ref, **dated(one), "what": one.what})
                    for one in sorted(row.deeds.all(), key=lambda one: (one.on, one.ref))
                ],
                "ended": end(row),
            }
        )
        for row in queries.area_links(viewer).order_by("on", "ref")
    ]


def nil_returns(viewer: Viewer) -> list[Written]:
    """The nil returns, oldest first."""
    return [
        kept({"ref": row.ref, **dated(row), "about": row.about, "since": row.since, "until": row.until, "post": row.post.ref})
        for row in queries.nil_returns(viewer).order_by("on", "ref")
    ]


def briefings(viewer: Viewer) -> list[Written]:
    """The briefings of members, oldest first."""
    return [
        kept({"ref": row.ref, **dated(row), "audience": row.audience, "about": row.about, "words": row.words, "post": ref(row.post)})
        for row in queries.briefings(viewer).order_by("on", "ref")
    ]


def involvements(viewer: Viewer) -> list[Written]:
    """A senior officer's part, oldest first."""
    return [
        kept({"ref": row.ref, **dated(row), "person": row.person.ref, "how": row.how, "what": row.what})
        for row in queries.involvements(viewer).order_by("on", "ref")
    ]


def marked_texts(viewer: Viewer) -> list[Written]:
    """Free text that was marked, oldest first; none for those who may not see every text."""
    rows = queries.person_marks(viewer).order_by("on", "typed_at", "ref", "kind", "number") if viewer.reads_sensitive else []
    return [kept({**dated(row), "kind": row.kind, "ref": row.ref, "number": row.number}) for row in rows]


def redacted_texts(viewer: Viewer) -> list[Written]:
    """Words that were taken out, oldest first; likewise."""
    rows = queries.redactions(viewer).order_by("on", "typed_at", "ref", "kind", "number") if viewer.reads_sensitive else []
    return [kept({**dated(row), "kind": row.kind, "ref": row.ref, "number": row.number, "because": row.because}) for row in rows]
