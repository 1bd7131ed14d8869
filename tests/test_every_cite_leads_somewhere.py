"""Every kind of record that a finding, a loose end or a due date names has a page, and the page opens."""

import pkgutil
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from datetime import timedelta
from importlib import import_module

import pytest
from django.apps import apps
from django.test import Client

from dueregard.access.roles import Role
from dueregard.access.scope import scope
from dueregard.accounts.tests.people import TODAY, a_viewer, sign_in
from dueregard.assurance.queries import findings, loose_ends
from dueregard.partnership.queries.due import due
from dueregard.partnership.tests.house import House, a_house
from dueregard.ui.places import PAGES, address_of, address_of_page

CITING = [config.name for config in apps.get_app_configs() if config.name.startswith("dueregard.")]


def modules() -> Iterator[str]:
    for name in CITING:
        for inside in pkgutil.walk_packages(import_module(name).__path__, f"{name}."):
            if ".indicator" in inside.name and ".migrations." not in inside.name and ".tests." not in inside.name:
                yield inside.name


def kinds() -> set[str]:
    """Every kind a row that findings read has: what they can cite."""
    rows = {thing for name in modules() for thing in vars(import_module(name)).values() if isinstance(thing, type) and is_dataclass(thing)}
    return {field.default for row in rows for field in fields(row) if field.name == "kind" and isinstance(field.default, str)}


def test_every_kind_that_can_be_cited_has_a_page() -> None:
    assert kinds() >= {"meeting", "clause", "threat-check"}
    assert {kind for kind in kinds() if not address_of(kind, "X-1", area="ours")} == set()


def test_every_kind_that_has_a_page_leads_to_an_address() -> None:
    assert {kind for kind in PAGES if not address_of(kind, "X-1", area="ours")} == set()


def test_an_edition_of_a_document_leads_to_the_document() -> None:
    assert address_of("clause", "DOC-4/2", area="ours") == "/ours/documents/DOC-4/"


@pytest.fixture
def house(db: None) -> House:
    return a_house()


def named_in(house: House) -> dict[str, str]:
    """Everything findings, loose ends and due dates of an area name, each with the address it leads to."""
    lead, slug = a_viewer(house.area, Role.LEAD, cleared=True), house.area.slug
    with scope(lead):
        lines = [line.finding for section in findings(lead, "toolkit-2024", on=TODAY, known=TODAY) for line in section.lines]
        ends = loose_ends(lead, on=TODAY, known=TODAY)
        coming = due(lead, until=TODAY + timedelta(days=366))
    cited = {f"{cite.kind} {cite.ref}": address_of(cite.kind, cite.ref, area=slug) for line in lines for cite in line.cites}
    cited |= {f"{end.subject.kind} {end.subject.ref}": address_of(end.subject.kind, end.subject.ref, area=slug) for end in ends}
    gaps = {f"{gap.page} {gap.ref}": address_of_page(gap.page, gap.ref, area=slug) for line in lines for gap in line.gaps}
    tied = {f"{end.tie_at} {end.ref}": address_of_page(end.tie_at, end.ref, area=slug) for end in ends}
    return cited | gaps | tied | {f"{row.page} {row.ref}": address_of_page(row.page, row.ref, area=slug) for row in coming}


def test_whatever_is_named_opens_for_the_lead(client: Client, house: House) -> None:
    sign_in(client, house.area, Role.LEAD, cleared=True)

    named = named_in(house)
    opened = {name: client.get(address, follow=True).status_code if address else 0 for name, address in named.items()}

    assert len(named) > 10
    assert {name: status for name, status in opened.items() if status != 200} == {}
