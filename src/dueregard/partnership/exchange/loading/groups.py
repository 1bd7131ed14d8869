"""The deeds that make a file's groups."""

from collections.abc import Iterator

from dueregard.basics.part import FileDeed
from dueregard.partnership import actions
from dueregard.partnership.exchange.loading.asked import At
from dueregard.partnership.exchange.shapes.groups import FunctionIn, GroupIn


def founding(groups: list[GroupIn], at: At) -> Iterator[FileDeed]:
    """Groups, before anything that names them."""
    for index, group in enumerate(groups):
        given = {"is_existing_body": group.is_existing_body, "takes_over": group.takes_over, "ref": group.ref}
        yield (at / index).do(group, actions.found_group, group.name, on=group.date, **given)


def table(groups: list[GroupIn], at: At) -> Iterator[FileDeed]:
    """What each group does, whom it reports to, its terms, seats, agreements and people, and their ends."""
    for index, group in enumerate(groups):
        here = at / index
        for place, function in enumerate(group.functions):
            yield from _function(group.ref, function, here / "functions" / place)
        for place, report in enumerate(group.reports):
            given = {"to_group": report.to_group, "to_board": report.to_board}
            yield (here / "reports" / place).do(report, actions.report_to, group.ref, on=report.date, **given)
        yield from _terms(group, here)
        yield from _seats(group, here)
        yield from _representations(group, here)
        yield from _members(group, here)


def ending(groups: list[GroupIn], at: At) -> Iterator[FileDeed]:
    """Groups that were wound up, after everything else of the day."""
    for index, group in enumerate(groups):
        if group.ended:
            yield (at / index / "ended").do(group.ended, actions.end_group, group.ref, on=group.ended.date, because=group.ended.because)


def _function(group: str, row: FunctionIn, at: At) -> Iterator[FileDeed]:
    why = {"because": row.because, "agreed_by": row.agreed_by}
    yield at.do(row, actions.give_function, group, on=row.date, function=row.function, **why)
    if row.ended:
        yield (at / "ended").do(row.ended, actions.stop_function, group, on=row.ended.date, function=row.function)


def _terms(group: GroupIn, here: At) -> Iterator[FileDeed]:
    for place, row in enumerate(group.terms):
        given = {
            "version": row.version,
            "quorum_members": row.quorum_members,
            "quorum_sectors": row.quorum_sectors,
            "quorum_required": row.quorum_required,
            "calls_at_once": row.calls_at_once,
            "terms_ref": row.ref,
        }
        yield (here / "terms" / place).do(row, actions.take_terms, group.ref, on=row.date, **given)


def _seats(group: GroupIn, here: At) -> Iterator[FileDeed]:
    for place, row in enumerate(group.seats):
        at = here / "seats" / place
        given = {"kind": row.kind, "sector": row.sector, "body": row.body, "takes_over": row.takes_over, "ref": row.ref}
        yield at.do(row, actions.open_seat, group.ref, on=row.date, **given)
        if row.ended:
            yield (at / "ended").do(row.ended, actions.end_seat, row.ref, on=row.ended.date)


def _representations(group: GroupIn, here: At) -> Iterator[FileDeed]:
    for place, row in enumerate(group.representations):
        at = here / "representations" / place
        given = {"for_seat": row.for_seat, "for_body": row.for_body, "agreed": row.agreed, "ref": row.ref}
        yield at.do(row, actions.represent, row.seat, on=row.date, **given)
        if row.ended:
            yield (at / "ended").do(row.ended, actions.end_representation, row.ref, on=row.ended.date)


def _members(group: GroupIn, here: At) -> Iterator[FileDeed]:
    for place, row in enumerate(group.members):
        at = here / "members" / place
        given = {
            "person": row.person,
            "role": row.role,
            "seat": row.seat,
            "post": row.post,
            "because": row.because,
            "agreed_by": row.agreed_by,
            "ref": row.ref,
        }
        yield at.do(row, actions.appoint, group.ref, on=row.date, **given)
        if row.ended:
            yield (at / "ended").do(row.ended, actions.end_membership, row.ref, on=row.ended.date)
