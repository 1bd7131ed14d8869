"""Whoever may not read Official-Sensitive cannot tell that anything so marked exists: every page is as if it had never been written.

A page of another app is added to PAGES in one line. Each is fetched in an area told twice, whole and without what is
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
from dueregard.home.queries import due_groups, loose_rows
from tests.sensitive_story import CANARY, KINDS, LATER, Story, Things

pytestmark = pytest.mark.django_db

# What somebody without clearance asks for, below the area's address. A record they may not read is asked for too.
PAGES = (
    "",
    "loose-ends/",
    "due/",
    "thread/",
    "thread/action/A-1/",
    "thread/source/S-1/",
    "thread/source/SS-1/",
    "thread/risk/R-1/",
    "thread/risk/RS-1/",
    "assurance/",
    "assurance/findings/toolkit-2024/2/",
    "assurance/findings/toolkit-2024/3/",
    "partnership/",
    "partnership/actions/",
    "partnership/actions/A-1/",
    "plan/",
    "risk/",
    "risk/?as_at=4/3/2026",
    "risk/register/",
    "risk/register/?as_at=4/3/2026",
    "risk/register/R-1/",
    "risk/register/RS-1/",
    "risk/register/R-1/sources/",
    "risk/matrix/",
    "risk/sources/",
    "risk/sources/?withdrawn=on",
    "risk/sources/S-1/",
    "risk/sources/SS-1/",
    "risk/local-profile/",
    "risk/assessments/",
    "risk/assessments/RA-1/",
    "risk/assessments/RA-1/official/",
    "risk/assessments/RA-1/assessment.docx",
    "risk/assessments/RA-2/",
    "risk/assessments/RA-2/official/",
    "risk/assessments/RA-2/changes/",
    "risk/assessments/RA-2/assessment.docx?edition=official",
    "risk/assessments/RA-2/write/",
    "risk/assessments/RA-2/sources/",
    "risk/assessments/RA-2/risks/",
    "risk/assessments/RA-2/submit/",
    "risk/assessments/RA-1/brief/",
)
# Of these, whoever is cleared reads something that is Official-Sensitive: otherwise the tests above would prove nothing.
READ_WHOLE = (
    "risk/register/",
    "risk/sources/",
    "risk/local-profile/",
    "risk/assessments/RA-1/",
    "risk/assessments/RA-2/changes/",
    "risk/assessments/RA-2/write/",
    "risk/assessments/RA-2/risks/",
)
LOOKED_FOR = ("venues", "halls", "RS-1", "SS-1", CANARY)
TIMES = re.compile(r"\bat (\d{1,2}(:\d\d)?(am|pm)|noon)")
KEYS = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|name=\"csrfmiddlewaretoken\" value=\"\w+\"")
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
        }
        return {name: KEYS.sub("", str(rows)) for name, rows in found.items()}


def told(things: Things, *, is_whole: bool, roles: tuple[Role, ...], pages: Sequence[str]) -> dict[str, str]:
    """Everything an area shows to people without clearance, after it was told."""
    with transaction.atomic(), override_settings(DISK_ENCRYPTED=True):
        story = Story(is_whole=is_whole)
        story.tell(things)
        found = {f"{role} {page}": text for role in roles for page, text in read_by(story, role, pages).items()}
        found |= computed(a_viewer(story.area, Role.LEAD, now=story.by(LATER).now))
        transaction.set_rollback(True)
    return found


def assert_nothing_leaks(things: Things, *, roles: tuple[Role, ...], pages: Sequence[str]) -> None:
    whole, official = (told(things, is_whole=is_whole, roles=roles, pages=pages) for is_whole in (True, False))
    words = {page: text.replace(f'value="{CANARY}"', "") for page, text in whole.items()}
    assert [page for page, text in words.items() if CANARY in text] == []
    assert [page for page in whole if whole[page] != official[page]] == []


def test_with_one_of_everything_no_role_without_clearance_sees_a_difference() -> None:
    roles = (Role.LEAD, Role.CHAIR, Role.MEMBER)

    assert_nothing_leaks(EACH, roles=roles, pages=(*PAGES, "risk/assessments/RA-1/assessment.pdf"))


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
