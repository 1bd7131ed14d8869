"""Facts about groups: functions, terms, seats, people, agreements."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from dueregard.basics.dates import day_of
from dueregard.documents.queries import VersionAt, versions_at
from dueregard.organisations.queries import holdings
from dueregard.organisations.queries.asked import ENDING, Asked
from dueregard.partnership.indicators import rows
from dueregard.partnership.models import Group, GroupTerms, Membership, Representation, Seat
from dueregard.partnership.rules.groups import GroupFunction, MemberRole, Quorum

DID = "function_terms__"


def grouped(asked: Asked) -> list[Any]:
    """The area's groups as plain rows, each as often as it was given a function."""
    did = ("function", "on", "typed_at", *ENDING)
    fields = ("ref", "name", "is_existing_body", "takes_over__ref", *ENDING)
    return asked.of_area(Group.objects.order_by("ref"), *fields, *(f"{DID}{name}" for name in did))


def groups(asked: Asked, grouped: Iterable[Any]) -> list[rows.Group]:
    """The groups there were."""
    return [
        rows.Group(
            ref=asked.ref(row.ref),
            label=row.name,
            is_existing_body=row.is_existing_body,
            succeeds=asked.refs(row.takes_over__ref),
            **asked.dated(row),
            **asked.until(row),
        )
        for row in {row.ref: row for row in grouped}.values()
        if asked.holds(row.on, row.typed_at)
    ]


def functions(asked: Asked, grouped: Iterable[Any]) -> list[rows.Function]:
    """What each group was there to do."""
    found = [
        rows.Function(
            ref=asked.ref(row.ref),
            label=GroupFunction(row.function_terms__function).label,
            group=asked.ref(row.ref),
            function=row.function_terms__function,
            **asked.dated(row, DID),
            **asked.until(row, DID),
        )
        for row in grouped
        if asked.holds(row.function_terms__on, row.function_terms__typed_at)
    ]
    return sorted(found, key=lambda row: (row.on, row.group, row.function))


def terms(asked: Asked) -> list[rows.Terms]:
    """The terms of reference that were approved, with the clauses somebody had read in them."""
    quorum = ("quorum_members", "quorum_sectors", "quorum_required")
    found = asked.found(GroupTerms.objects.order_by("on", "ref"), "version_taken_id", "group__ref", *quorum)
    whole = replace(asked.viewer, is_cleared=True, machine="worker")  # everything counts; words not to be read do not show
    taken = {row.version_taken_id for row in found}
    versions = {row.version_id: row for row in versions_at(whole, on=asked.on, known=asked.known, only=taken)}
    standing = [(row, versions[row.version_taken_id]) for row in found if row.version_taken_id in versions]
    return [_terms(asked, row, version) for row, version in standing if version.approved_on and not version.withdrawn_on]


def _terms(asked: Asked, row: Any, version: VersionAt) -> rows.Terms:
    title = asked.words(version.title, version.marking, instead="Terms of reference")
    ref = asked.ref(version.ref)
    return rows.Terms(
        ref=ref,
        label=f"{title}, {version.label or f'version {version.number}'}",
        on=max(row.on, version.approved_on or row.on),
        typed=max(day_of(row.typed_at), version.approved_typed or version.typed),
        of=asked.of,
        group=asked.ref(row.group__ref),
        review_due=version.review_due,
        quorum=Quorum(members=row.quorum_members, sectors=row.quorum_sectors, required=frozenset(row.quorum_required)),
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
    fields = ("ref", "kind", "sector", "group__ref", "body__ref", "body__name", "takes_over__ref")
    return [
        rows.Seat(
            ref=asked.ref(row.ref),
            label=row.body__name,
            body=asked.ref(row.body__ref) if row.body__ref else "",
            group=asked.ref(row.group__ref),
            seat_kind=row.kind,
            sector=row.sector,
            district=asked.ref(row.body__ref) if row.body__ref in districts else "",
            succeeds=asked.refs(row.takes_over__ref),
            **asked.dated(row),
            **asked.until(row),
        )
        for row in asked.found(Seat.objects.order_by("ref"), *fields, *ENDING)
    ]


def members(asked: Asked) -> list[rows.Membership]:
    """The people of the groups, each by the post they sit there by."""
    fields = ("ref", "role", "group__ref", "seat__ref", "person__ref", "person__body__name", "post__title")
    found = asked.found(Membership.objects.order_by("on", "ref"), *fields, *ENDING)
    held = _held(asked, {row.person__ref for row in found if row.post__title is None})
    return [
        rows.Membership(
            ref=asked.ref(row.ref),
            label=_post_of(asked, row, held.get(row.person__ref, ())),
            group=asked.ref(row.group__ref),
            person=asked.person(row.person__ref),
            role=row.role,
            seat=asked.ref(row.seat__ref) if row.seat__ref else "",
            **asked.dated(row),
            **asked.until(row),
        )
        for row in found
    ]


def _held(asked: Asked, people: set[str]) -> dict[str, list[Any]]:
    """The posts these people held, by person."""
    found = holdings(asked.viewer).filter(person__ref__in=people)
    held: dict[str, list[Any]] = defaultdict(list)
    for row in asked.found(found, "person__ref", "post__ref", "post__title", *ENDING):
        held[row.person__ref].append(row)
    return held


def _post_of(asked: Asked, row: Any, holdings: Iterable[Any]) -> str:
    """The post somebody sits there by: as recorded, or the one they held that day, or else what they are on the group."""
    if row.post__title is not None:
        return str(row.post__title)
    held = [post for post in holdings if post.on <= row.on and (asked.until(post)["until"] or row.on) >= row.on]
    if held:
        return str(min(held, key=lambda post: (post.on, post.post__ref)).post__title)
    role = MemberRole(row.role).label.lower()
    return f"{role} from {row.person__body__name}" if row.person__body__name else role


def representations(asked: Asked) -> list[rows.Representation]:
    """The agreements by which a seat represents another, or a body without one."""
    of = ("seat__ref", "seat__body__name", "for_seat__ref", "for_seat__body__name", "for_body__ref", "for_body__name")
    found = asked.found(Representation.objects.order_by("on", "ref"), "ref", *of, *ENDING)
    return [
        rows.Representation(
            ref=asked.ref(row.ref),
            label=f"{row.seat__body__name} represents {row.for_seat__body__name or row.for_body__name}",
            seat=asked.ref(row.seat__ref),
            represents=asked.ref(row.for_seat__ref or row.for_body__ref),
            **asked.dated(row),
            **asked.until(row),
        )
        for row in found
    ]
