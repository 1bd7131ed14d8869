"""The demo: the example areas, their assurance in the terminal, the site with its sign-ins."""

import multiprocessing
import shutil
from argparse import Namespace
from pathlib import Path

from django.conf import settings
from django.db import connection
from django.utils import timezone

from dueregard.access.roles import Role
from dueregard.access.scope import scope
from dueregard.access.viewer import Viewer
from dueregard.accounts import queries as accounts
from dueregard.accounts.actions import accept_invitation, invite, record_clearance
from dueregard.basics.dates import months_after
from dueregard.config.area_file import WrongFile, load
from dueregard.config.command_line import main
from dueregard.config.commands.asking import operator, say, stop
from dueregard.config.commands.assurance import table
from dueregard.config.commands.fitness import setup, why_unfit
from dueregard.config.commands.serving import serve, stop_if_taken
from dueregard.organisations.queries import holdings_on
from dueregard.organisations.rules import PostKind
from dueregard.partnership.queries.groups import memberships
from dueregard.partnership.rules.groups import MemberRole, Sector

EXAMPLES = Path(__file__).resolve().parents[4] / "examples"
PASSWORD = "regard-for-invented-people"  # noqa: S105 - the demo's, printed on purpose; no other install has these accounts
MARK = "this-home-is-a-demo"
PEOPLE = (
    ("lead", Role.LEAD, True),
    ("strategic", Role.STRATEGIC, True),
    ("chair", Role.CHAIR, True),
    ("clerk", Role.CLERK, True),
    ("training", Role.TRAINING, False),
    ("partner", Role.PARTNER, False),
    ("member", Role.MEMBER, False),
    ("auditor", Role.AUDITOR, False),
    ("admin", Role.ADMINISTRATOR, False),
)


def demo(asked: Namespace) -> int:
    """Make the example areas, print their assurance, serve the site. A second start makes nothing and loses nothing."""
    if not asked.no_serve:
        stop_if_taken("127.0.0.1", asked.port)
    _make_sure_it_is_a_demo(fresh=asked.fresh)
    if why_unfit():
        setup(asked)
    there = set(accounts.areas().values_list("slug", flat=True))
    for path in sorted(EXAMPLES.glob("*.yaml")):
        say(f"{path.name}: {_load(path, there)}")
    _let_people_in()
    for area in accounts.areas():
        say("\n" + table(operator(area.slug)))
    _say_sign_ins(asked.port)
    if not asked.no_serve:
        _send_beside()
        serve(asked)
    return 0


def _send_beside() -> None:
    """A worker of the demo's own, which ends with it: whoever calls a meeting finds the letters in the folder that the demo names."""
    multiprocessing.get_context("spawn").Process(target=main, args=(["worker"],), daemon=True).start()


def _load(path: Path, there: set[str]) -> str:
    """Once: an example that is here stays as it is, whatever was typed into it since."""
    if path.stem in there:
        return "here already"
    try:
        return load(path, now=timezone.now(), shift_to=timezone.localdate())
    except WrongFile as error:
        stop(f"{path.name}: {error}")


def _make_sure_it_is_a_demo(*, fresh: bool) -> None:
    """Sign-ins whose password is printed must never get into an install that is somebody's."""
    mark = settings.HOME / MARK
    if connection.vendor == "postgresql":
        _refuse_somebodys_database(fresh=fresh)
    elif fresh and mark.exists():
        _empty()
    elif not mark.exists() and _has_a_database():
        stop(
            f"{settings.HOME} was not made by the demo, so --fresh leaves it alone"
            if fresh
            else f"{settings.HOME} already holds an install that is not a demo. Name another folder with DUEREGARD_HOME"
        )
    mark.touch()


def _refuse_somebodys_database(*, fresh: bool) -> None:
    if fresh:
        stop("--fresh starts the embedded database anew, never PostgreSQL: give the demo an empty database in DATABASE_URL")
    if accounts.areas().model._meta.db_table in connection.introspection.table_names():
        others = set(accounts.areas().values_list("slug", flat=True)) - {path.stem for path in EXAMPLES.glob("*.yaml")}
        if others:
            stop(
                f"The database in DATABASE_URL holds {', '.join(sorted(others))}, which is no example: the demo needs a database of its own"
            )


def _has_a_database() -> bool:
    path = Path(settings.DATABASES["default"]["NAME"])
    return path.exists() and path.stat().st_size > 0


def _empty() -> None:
    """Start anew: the database, the files and the mails of the demo go."""
    for path in settings.HOME.iterdir():
        if path.name.startswith("dueregard.sqlite3"):
            path.unlink()
        elif path.name in {"files", "mail"}:
            shutil.rmtree(path)
            path.mkdir(mode=0o700)


def _let_people_in() -> None:
    """One sign-in for each role in each invented area, let in as anybody is: invited, then accepting."""
    now, hashed = timezone.now(), ""
    for area in accounts.areas().filter(is_invented=True):
        by = operator(area.slug)
        persons = _persons(by)
        for name, role, cleared in PEOPLE:
            email = f"{name}@{area.slug}.example"
            if accounts.user_by_email(email):
                continue
            with scope(by):
                address = invite(email, by=by, role=role, site=settings.ADDRESS, person_ref=persons.get(role))
            user = accept_invitation(address.rstrip("/").rpartition("/")[2], at=now, password="" if hashed else PASSWORD)
            if hashed:  # they all have the one password: hashing it is slow on purpose, and once is enough here
                user.password = hashed
                user.save(update_fields=["password"])
            hashed = user.password
            if cleared:
                with scope(by):
                    record_clearance(user.pk, by=by, level="bpss", seen_on=by.today, until=months_after(by.today, 24))


def _persons(by: Viewer) -> dict[Role, str]:
    """Who in the example is meant by a role, so that what is due from them shows on their Today."""
    with scope(by):
        posts = {holding.post.kind: holding.person.ref for holding in holdings_on(by, on=by.today)}
        members = list(memberships(by, on=by.today))
    found = {Role.LEAD: posts.get(PostKind.PREVENT_LEAD), Role.STRATEGIC: posts.get(PostKind.STRATEGIC_OFFICER)}
    found[Role.CHAIR] = next((member.person.ref for member in members if member.role == MemberRole.CHAIR), None)
    found[Role.PARTNER] = next((member.person.ref for member in members if member.seat and member.seat.sector == Sector.HEALTH), None)
    return {role: ref for role, ref in found.items() if ref}


def _say_sign_ins(port: int) -> None:
    slugs = ", ".join(accounts.areas().filter(is_invented=True).values_list("slug", flat=True))
    names = ", ".join(name for name, _role, _cleared in PEOPLE)
    say(f"\nSign in as NAME@AREA.example with the password {PASSWORD}\n  NAME is one of: {names}\n  AREA is one of: {slugs}")
    say(f"Mail is written to {settings.EMAIL_FILE_PATH}. Everything is under {settings.HOME}.")
