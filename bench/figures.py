"""What is measured: the pages the issue names, as the least privileged user who may open them, beside the barest page."""

from collections.abc import Callable
from pathlib import Path
from typing import Any
from uuid import uuid4

from django.conf import settings
from django.core.management import call_command
from django.test import Client
from django.test.utils import override_settings
from django.utils import timezone

from bench import bare, golden_thread
from bench.measure import Figure, figure
from dueregard.access.roles import Role
from dueregard.access.scope import scope
from dueregard.access.viewer import Viewer
from dueregard.accounts.models import Membership, User
from dueregard.assurance.exchange import as_json
from dueregard.assurance.queries import findings, loose_ends
from dueregard.assurance.queries.remembering import ANSWERS, FACTS
from dueregard.config.area_file import load
from dueregard.documents.models import Document, Version
from dueregard.organisations.models import Area, Body
from dueregard.organisations.queries.remembering import READ
from dueregard.partnership.models import Action, ActionDue, ActionOwner, Group

EXAMPLE = Path(__file__).resolve().parents[1] / "examples" / "westmarch.yaml"
TOOLKIT = "toolkit-2024"
AFRESH = ", nothing remembered"
COMPUTED = (  # name, address, what it is set beside
    ("assurance: every section", "assurance/", "lines"),
    ("assurance: section 1, line by line", f"assurance/findings/{TOOLKIT}/1/", "lines"),
    ("the eight sections", "", "lines"),
    ("loose ends", "loose-ends/", "lines"),
    ("one meeting", "partnership/meetings/M-8/", ""),
    ("200 actions", "partnership/actions/", "actions"),
    ("200 documents, a page of them", "documents/", "documents"),
)


def measured() -> list[tuple[Figure, Figure | None]]:
    """Every figure with the one it is compared to."""
    call_command("migrate", database="owner" if "owner" in settings.DATABASES else "default", verbosity=0)
    viewer = area_of_scale()
    client = least_privileged(viewer)
    bare.QUERIES.update(actions=_action_rows, documents=_document_rows, lines=_line_rows)
    with override_settings(ROOT_URLCONF="bench.bare", ALLOWED_HOSTS=["testserver"], SECURE_SSL_REDIRECT=False):

        def page(address: str) -> Callable[[], Any]:
            return lambda: client.get(f"/{viewer.area}/{address}")

        def today() -> Any:
            return client.get("/")

        barest = {what: figure(f"barest page: {what}", page(f"bench/{what}/")) for what in bare.QUERIES}
        rows: list[tuple[Figure, Figure | None]] = [(each, None) for each in barest.values()]
        for name, address, beside in COMPUTED:
            rows.append((figure(name, page(address)), barest.get(beside)))
            rows.append((figure(f"{name}{AFRESH}", page(address), first=forget), barest.get(beside)))
        rows += [(figure("Today", today), None), (figure(f"Today{AFRESH}", today, first=forget), None)]
        rows += in_the_register()
    return rows + in_the_process(viewer) + golden_thread.in_the_process(forget)


def in_the_register() -> list[tuple[Figure, Figure | None]]:
    """Pages of the area with 2,000 risks, beside the barest page with as many of them; called where its addresses are."""
    viewer = golden_thread.a_register()
    client = least_privileged(viewer)
    bare.QUERIES["risks"] = golden_thread.risk_rows

    def page(address: str) -> Callable[[], Any]:
        return lambda: client.get(f"/{viewer.area}/{address}")

    beside = figure("barest page: risks", page("bench/risks/"))
    rows: list[tuple[Figure, Figure | None]] = [(beside, None)]
    for name, address in golden_thread.PAGES:
        rows.append((figure(name, page(address)), beside))
        rows.append((figure(f"{name}{AFRESH}", page(address), first=forget), beside))
    return rows


def in_the_process(viewer: Viewer) -> list[tuple[Figure, Figure | None]]:
    """The same without a page around it. The command line is a new process each time, so these remember nothing."""
    on = viewer.today
    asked: dict[str, Callable[[], Any]] = {
        "assess: 50 findings in the process": lambda: findings(viewer, TOOLKIT, on=on, known=on),
        "assess --json": lambda: as_json(viewer, TOOLKIT, on=on, known=on),
        "loose ends in the process": lambda: loose_ends(viewer, on=on, known=on),
    }
    with scope(viewer):
        return [(figure(f"{name}{AFRESH}", call, first=forget), None) for name, call in asked.items()]


def forget() -> None:
    """As after a deed, or in a process that has just begun."""
    for memory in (FACTS, ANSWERS, READ):
        memory.forget()


def area_of_scale() -> Viewer:
    """The exemplary area with 200 evidence documents and 200 actions on top of its own."""
    load(EXAMPLE, now=timezone.now(), shift_to=timezone.localdate())
    area = Area.objects.get(slug="westmarch")
    viewer = Viewer.operator(area=area.slug, area_id=area.pk, area_name=area.name, now=timezone.now(), is_invented=True)
    with scope(viewer):
        today, body, group = viewer.today, Body.objects.order_by("ref").first(), Group.objects.get(ref="GRP-1")
        numbers = range(1000, 1200)
        documents = [Document(**viewer.stamp, ref=f"DOC-{n}", kind="evidence", title=f"Evidence {n}", on=today) for n in numbers]
        Document.objects.bulk_create(documents)
        Version.objects.bulk_create(Version(**viewer.stamp, document=document, number=1, on=today, once=uuid4()) for document in documents)
        actions = [Action(**viewer.stamp, ref=f"A-{n}", what=f"Do thing {n}", group=group, on=today) for n in numbers]
        Action.objects.bulk_create(actions)
        ActionOwner.objects.bulk_create(ActionOwner(**viewer.stamp, action=action, body=body, on=today) for action in actions)
        ActionDue.objects.bulk_create(ActionDue(**viewer.stamp, action=action, due=today, on=today) for action in actions)
    return viewer


def least_privileged(viewer: Viewer) -> Client:
    """An elected member, who may read these pages and nothing more; another one each time, just signed in."""
    user = User.objects.create(email=f"{uuid4().hex}@{viewer.area}.example", joined_at=viewer.now)
    user.set_unusable_password()
    user.save()
    Membership.objects.create(user=user, area_id=viewer.area_id, role=Role.MEMBER, on=viewer.today, typed_at=viewer.now)
    client = Client()
    client.force_login(user)
    return client


def _action_rows(viewer: Viewer) -> Any:
    return list(Action.objects.filter(area=viewer.area_id).values_list("ref", "what", "on", "group__name"))


def _document_rows(viewer: Viewer) -> Any:
    return list(Document.objects.filter(area=viewer.area_id).values_list("ref", "title", "kind", "on"))


def _line_rows(viewer: Viewer) -> Any:
    """Fifty rows of four words: as many as the toolkit has lines."""
    return list(Document.objects.filter(area=viewer.area_id).values_list("ref", "title", "kind", "on")[:50])
