"""Facts about groups: functions, terms, seats, people, agreements."""

from collections.abc import Mapping
from uuid import UUID

from django.db.models import Prefetch

from dueregard.documents.queries import VersionAt
from dueregard.partnership.indicators import rows
from dueregard.partnership.models import FunctionTerm, Group, GroupTerms, Membership, Representation, Seat
from dueregard.partnership.queries.facts.asked import Asked
from dueregard.partnership.queries.groups import quorum_of
from dueregard.partnership.queries.holding import day_typed
from dueregard.partnership.rules.groups import MemberRole


def groups(asked: Asked) -> list[rows.Group]:
    """The groups there were."""
    found = asked.rows(Group.objects.select_related("ending", "takes_over")).order_by("ref")
    return [
        rows.Group(
            ref=asked.ref(row.ref),
            label=row.name,
            is_existing_body=row.is_existing_body,
            succeeds=(asked.ref(row.takes_over.ref),) if row.takes_over else (),
            **asked.dated(row),
            **asked.until(row),
        )
        for row in found
    ]


def functions(asked: Asked) -> list[rows.Function]:
    """What each group was there to do."""
    found = asked.rows(FunctionTerm.objects.select_related("group", "ending")).order_by("on", "group__ref", "function")
    return [
        rows.Function(
            ref=asked.ref(row.group.ref),
            label=row.get_function_display(),
            group=asked.ref(row.group.ref),
            function=row.function,
            **asked.dated(row),
            **asked.until(row),
        )
        for row in found
    ]


def terms(asked: Asked, versions: Mapping[UUID, VersionAt]) -> list[rows.Terms]:
    """The terms of reference that were approved, with the clauses somebody had read in them."""
    found = asked.rows(GroupTerms.objects.select_related("group")).order_by("on", "ref")
    taken = [(row, versions[row.version_taken_id]) for row in found if row.version_taken_id in versions]
    return [_terms(asked, row, version) for row, version in taken if version.approved_on and not version.withdrawn_on]


def _terms(asked: Asked, row: GroupTerms, version: VersionAt) -> rows.Terms:
    title = asked.words(version.title, version.marking, instead="Terms of reference")
    ref = asked.ref(version.ref)
    return rows.Terms(
        ref=ref,
        label=f"{title}, {version.label or f'version {version.number}'}",
        on=max(row.on, version.approved_on or row.on),
        typed=max(day_typed(row.typed_at), version.approved_typed or version.typed),
        of=asked.of,
        group=asked.ref(row.group.ref),
        review_due=version.review_due,
        quorum=quorum_of(row),
        clauses=tuple(
            rows.Clause(
                ref=ref,
                label=f"{title}, {clause.place}",
                on=clause.on,
                typed=clause.typed,
                of=asked.of,
                covers=clause.covers,
                place=clause.place,
                read_by=str(clause.reader or ""),
            )
            for clause in version.clauses
        ),
    )


def seats(asked: Asked, *, districts: frozenset[str] = frozenset()) -> list[rows.Seat]:
    """The seats there were; a district's seat says so, where the area is two-tier."""
    found = asked.rows(Seat.objects.select_related("group", "body", "ending", "takes_over")).order_by("ref")
    return [
        rows.Seat(
            ref=asked.ref(row.ref),
            label=row.body.name,
            group=asked.ref(row.group.ref),
            seat_kind=row.kind,
            sector=row.sector,
            district=asked.ref(row.body.ref) if row.body.ref in districts else "",
            succeeds=(asked.ref(row.takes_over.ref),) if row.takes_over else (),
            **asked.dated(row),
            **asked.until(row),
        )
        for row in found
    ]


def members(asked: Asked) -> list[rows.Membership]:
    """The people of the groups, each by the post they sit there by."""
    found = asked.rows(Membership.objects.select_related("group", "seat", "person__body", "post", "ending")).order_by("on", "ref")
    found = found.prefetch_related(Prefetch("person__holdings"), "person__holdings__post", "person__holdings__ending")
    return [
        rows.Membership(
            ref=asked.ref(row.ref),
            label=_post_of(asked, row),
            group=asked.ref(row.group.ref),
            person=asked.person(row.person),
            role=row.role,
            seat=asked.ref(row.seat.ref) if row.seat else "",
            **asked.dated(row),
            **asked.until(row),
        )
        for row in found
    ]


def _post_of(asked: Asked, row: Membership) -> str:
    """The post somebody sits there by: as recorded, or the one they held that day, or else what they are on the group."""
    if row.post:
        return row.post.title
    held = [
        holding
        for holding in row.person.holdings.all()
        if asked.holds(holding) and holding.on <= row.on and (asked.until(holding)["until"] or row.on) >= row.on
    ]
    if held:
        return min(held, key=lambda holding: (holding.on, holding.post.ref)).post.title
    role = MemberRole(row.role).label.lower()
    return f"{role} from {row.person.body.name}" if row.person.body else role


def representations(asked: Asked) -> list[rows.Representation]:
    """The agreements by which a seat represents another, or a body without one."""
    found = asked.rows(Representation.objects.select_related("seat__body", "for_seat__body", "for_body", "ending")).order_by("on", "ref")
    return [
        rows.Representation(
            ref=asked.ref(row.ref),
            label=f"{row.seat.body.name} represents {(row.for_seat.body if row.for_seat else row.for_body).name}",  # type: ignore[union-attr]  # the constraint: one of the two
            seat=asked.ref(row.seat.ref),
            represents=asked.ref((row.for_seat or row.for_body).ref),  # type: ignore[union-attr]  # likewise
            **asked.dated(row),
            **asked.until(row),
        )
        for row in found
    ]
