"""Writing groups to a file."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any
from uuid import UUID

from dueregard.access.viewer import Viewer
from dueregard.partnership import queries
from dueregard.partnership.exchange.writing.kept import Written, dated, end, kept, may_see, ref, version_of


def groups(viewer: Viewer) -> list[Written]:
    """The groups in the order they began, each with everything of its own."""
    functions = _by_group(queries.function_terms(viewer).order_by("on", "typed_at", "function"))
    reports = _by_group(queries.reports(viewer).order_by("on", "typed_at"))
    terms = _by_group(row for row in queries.terms(viewer).order_by("on", "ref") if may_see(row.version_taken.document.marking, by=viewer))
    seats = _by_group(queries.seats(viewer).order_by("on", "ref"))
    members = _by_group(queries.memberships(viewer).order_by("on", "ref"))
    agreements: dict[UUID, list[Any]] = defaultdict(list)
    for agreement in queries.representations(viewer).order_by("on", "ref"):
        agreements[agreement.seat.group_id].append(agreement)
    return [
        kept(
            {
                "ref": row.ref,
                **dated(row),
                "name": row.name,
                "is_existing_body": row.is_existing_body,
                "takes_over": ref(row.takes_over),
                "functions": [_function(one) for one in functions[row.pk]],
                "reports": [kept({**dated(one), "to_group": ref(one.to_group), "to_board": one.to_board}) for one in reports[row.pk]],
                "terms": [_terms(one) for one in terms[row.pk]],
                "seats": [_seat(one) for one in seats[row.pk]],
                "representations": [_representation(one) for one in agreements[row.pk]],
                "members": [_member(one) for one in members[row.pk]],
                "ended": end(row, because=True),
            }
        )
        for row in queries.groups(viewer).order_by("on", "ref")
    ]


def _by_group(rows: Iterable[Any]) -> dict[UUID, list[Any]]:
    found: dict[UUID, list[Any]] = defaultdict(list)
    for row in rows:
        found[row.group_id].append(row)
    return found


def _function(row: Any) -> Written:
    why = {"because": row.because, "agreed_by": row.agreed_by}
    return kept({"function": row.function, **dated(row), **why, "ended": end(row)})


def _terms(row: Any) -> Written:
    return kept(
        {
            "ref": row.ref,
            **dated(row),
            "version": version_of(row.version_taken),
            "quorum_members": row.quorum_members,
            "quorum_sectors": row.quorum_sectors,
            "quorum_required": row.quorum_required,
            "calls_at_once": row.calls_at_once,
        }
    )


def _seat(row: Any) -> Written:
    return kept(
        {
            "ref": row.ref,
            **dated(row),
            "kind": row.kind,
            "sector": row.sector,
            "body": row.body.ref,
            "takes_over": ref(row.takes_over),
            "ended": end(row),
        }
    )


def _representation(row: Any) -> Written:
    return kept(
        {
            "ref": row.ref,
            **dated(row),
            "seat": row.seat.ref,
            "for_seat": ref(row.for_seat),
            "for_body": ref(row.for_body),
            "agreed": row.agreed,
            "ended": end(row),
        }
    )


def _member(row: Any) -> Written:
    return kept(
        {
            "ref": row.ref,
            **dated(row),
            "person": row.person.ref,
            "role": row.role,
            "seat": ref(row.seat),
            "post": ref(row.post),
            "because": row.because,
            "agreed_by": row.agreed_by,
            "ended": end(row),
        }
    )
