"""Whoever may not read Official-Sensitive cannot tell that anything so marked exists: every page is as if it had never been written.

The pages stand in tests/sensitive_pages.py. Each is fetched in an area told twice, whole and without what is
Official-Sensitive, and must be equal byte for byte: no word of it, and no count, heading, gap in the numbers or length.
"""

import io
import re
import zipfile
from collections.abc import Sequence

import pytest
from django.db import transaction
from django.test import Client, override_settings
from hypothesis import example, given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from dueregard.access.roles import Role
from dueregard.access.scope import scope
from dueregard.access.viewer import Viewer
from dueregard.accounts.tests.factories import ClearanceFactory, MembershipFactory, UserFactory
from dueregard.accounts.tests.people import a_viewer
from dueregard.assurance import queries as assurance
from dueregard.audit.queries import events
from dueregard.config.area_file import export
from dueregard.home.queries import due_groups, loose_rows
from tests.sensitive_pages import PACKS, PAGES, PLAN_PAGES, PLAN_READ_WHOLE, READ_WHOLE
from tests.sensitive_plan import tell_plan
from tests.sensitive_story import CANARY, KINDS, LATER, Story, Things

pytestmark = pytest.mark.django_db

LOOKED_FOR = ("venues", "halls", "RS-1", "SS-1", "AS-1", "PLANS-1", CANARY)
TIMES = re.compile(r"\bat (\d{1,2}(:\d\d)?(am|pm)|noon)")
KEYS = re.compile(  # made anew each time: form keys, the versions that forms carry, the moment something was typed or made
    r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|name=\"csrfmiddlewaretoken\" value=\"\w+\""
    r"|name=\"seen\" value=\"\d+\"|DTSTAMP:\w+|\d\d:\d\d:\d\d\+00:00"
)
EACH = [(kind, sensitive) for kind in KINDS for sensitive in (True, False, True)]
THINGS = st.lists(st.tuples(st.sampled_from(KINDS), st.booleans()), min_size=1, max_size=10)


def a_reader(story: Story, *roles: Role) -> Client:
    """Somebody of the area at a browser, whom nobody has cleared."""
    client, user = Client(), UserFactory()
    for role in roles:
        MembershipFactory(user=user, area=story.area, role=role)
    client.force_login(user)
    return client


def a_cleared_reader(story: Story) -> Client:
    """The lead, cleared."""
    client, user = Client(), UserFactory()
    MembershipFactory(user=user, area=story.area, role=Role.LEAD)
    ClearanceFactory(user=user)
    client.force_login(user)
    return client


def said(content: bytes) -> str:
    """What a page or a file says, without form keys and the minute a file was made."""
    if content.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(content)) as parts:
            names = sorted(name for name in parts.namelist() if name != "docProps/core.xml")
            text = "\n".join(f"{name}: {parts.read(name).decode(errors='replace')}" for name in names)
    elif content.startswith(b"%PDF"):
        text = "\n".join(page.extract_text() for page in PdfReader(io.BytesIO(content)).pages)
    else:
        text = content.decode()
    return KEYS.sub("", TIMES.sub("", text))


def read_by(story: Story, role: Role, pages: Sequence[str]) -> dict[str, str]:
    """Every page as this role reads it, what a search for some words finds, and how each answered."""
    client, found = a_reader(story, role), {}
    for page in pages:
        response = client.get(f"/westmarch/{page}")
        found[page] = f"{response.status_code} {said(response.content)}"
    for words in LOOKED_FOR:
        response = client.post("/westmarch/search/", {"words": words})
        found[f"search for {words}"] = f"{response.status_code} {said(response.content)}"
    return found


def computed(viewer: Viewer) -> dict[str, str]:
    """Findings, loose ends and what is due, as they are worked out for a viewer."""
    with scope(viewer):
        found = {
            "findings": assurance.findings(viewer, "toolkit-2024", on=viewer.today, known=viewer.today),
            "loose ends": loose_rows(viewer, on=viewer.today, known=viewer.today),
            "due": due_groups(viewer, until=viewer.today, mine=False),
            "trail": [(event.verb, event.kind, event.ref, event.details) for event in events(viewer)],
        }
        return {name: KEYS.sub("", str(rows)) for name, rows in found.items()}


def told(things: Things, *, is_whole: bool, roles: tuple[Role, ...], pages: Sequence[str], has_plan: bool = False) -> dict[str, str]:
    """Everything an area shows to people without clearance, after it was told."""
    with transaction.atomic(), override_settings(DISK_ENCRYPTED=True):
        story = Story(is_whole=is_whole)
        story.tell(things)
        if has_plan:
            tell_plan(story)
        found = {f"{role} {page}": text for role in roles for page, text in read_by(story, role, pages).items()}
        found |= computed(a_viewer(story.area, Role.LEAD, now=story.by(LATER).now))
        found["area file"] = KEYS.sub("", export(story.by(LATER), official=True)) if has_plan else ""
        transaction.set_rollback(True)
    return found


def assert_nothing_leaks(things: Things, *, roles: tuple[Role, ...], pages: Sequence[str], has_plan: bool = False) -> None:
    whole, official = (told(things, is_whole=is_whole, roles=roles, pages=pages, has_plan=has_plan) for is_whole in (True, False))
    words = {page: text.replace(f'value="{CANARY}"', "") for page, text in whole.items()}
    assert [page for page, text in words.items() if CANARY in text] == []
    assert [page for page in whole if whole[page] != official[page]] == []


def test_with_one_of_everything_no_role_without_clearance_sees_a_difference() -> None:
    roles = (Role.LEAD, Role.CHAIR, Role.MEMBER)

    assert_nothing_leaks(EACH, roles=roles, pages=(*PAGES, "risk/assessments/RA-1/assessment.pdf"))


def test_a_plan_leaves_no_trace_of_what_is_sealed_in_it_on_any_page_or_in_any_file() -> None:
    assert_nothing_leaks(EACH, roles=(Role.LEAD, Role.MEMBER), pages=PLAN_PAGES, has_plan=True)


def test_no_word_that_is_sealed_is_in_a_pack_or_a_printed_plan() -> None:
    found = told(EACH, is_whole=True, roles=(Role.LEAD,), pages=PACKS, has_plan=True)

    assert [page for page, text in found.items() if CANARY in text.replace(f'value="{CANARY}"', "")] == []
    assert [page for page, text in found.items() if page.startswith("lead ") and not text.startswith("200 ")] == []


@settings(max_examples=4)
@given(things=THINGS)
@example(things=[("paragraph", True)])
def test_whatever_is_written_the_official_edition_never_leaks(things: Things) -> None:
    assert_nothing_leaks(things, roles=(Role.LEAD,), pages=[page for page in PAGES if page.startswith("risk/")])


def test_whoever_is_cleared_does_see_it() -> None:
    with transaction.atomic(), override_settings(DISK_ENCRYPTED=True):
        story = Story(is_whole=True)
        story.tell(EACH)
        client = a_cleared_reader(story)
        missing = [page for page in READ_WHOLE if CANARY not in client.get(f"/westmarch/{page}").content.decode()]
        refused = [page for page in PAGES if client.get(f"/westmarch/{page}").status_code not in {200, 302}]
        transaction.set_rollback(True)

    assert missing == []
    assert refused == []


def test_whoever_is_cleared_does_see_the_sealed_part_of_a_plan() -> None:
    with transaction.atomic(), override_settings(DISK_ENCRYPTED=True):
        story = Story(is_whole=True)
        story.tell(EACH)
        tell_plan(story)
        client = a_cleared_reader(story)
        missing = [page for page in PLAN_READ_WHOLE if CANARY not in client.get(f"/westmarch/{page}").content.decode()]
        refused = [page for page in (*PLAN_PAGES, *PACKS) if client.get(f"/westmarch/{page}").status_code not in {200, 302}]
        transaction.set_rollback(True)

    assert missing == []
    assert refused == []
