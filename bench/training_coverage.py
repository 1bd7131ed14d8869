"""Coverage at scale: an area of 40,000 staff, five requirements and 400,000 completions, and its page as at any date."""

import os
import time
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from django.core.management import call_command
from django.db import connection, connections
from django.test import Client
from django.test.utils import override_settings
from django.utils import timezone

from bench.figures import forget, least_privileged
from bench.measure import Figure, figure, table
from dueregard.access.scope import scope
from dueregard.access.viewer import Viewer
from dueregard.organisations.models import Area, Body, Team
from dueregard.training.actions import sources
from dueregard.training.models import Course, CourseSubject, Job, Learner, Profile, ProfileMatch, Requirement, TeamPlacing, TrainingPlan

BEGAN = date(2015, 1, 5)
PEOPLE, TEAMS, JOBS, TIMES = 40_000, 200, 60, 2
AREAS, PEOPLE_EACH = int(os.environ.get("BENCH_AREAS", "350")), 2_860  # ten million completions in all
SUBJECTS = ("awareness", "referral", "channel", "ideology", "venue")
# whoever it is, about four in five have had each course, some of them long ago
POSTGRESQL = """
    insert into training_completion (area_id, typed_at, learner_id, course_id, "on")
    select l.area_id, l.typed_at, l.id, c.id, date '2021-01-04' + ((l.id * 37 + c.id * 101 + t.n * 613) %% 2100)::int
    from training_learner l join training_course c on c.area_id = l.area_id cross join (values {times}) t(n)
    where l.area_id = %s"""
SQLITE = """
    insert into training_completion (area_id, typed_at, learner_id, course_id, "on")
    select l.area_id, l.typed_at, l.id, c.id, date('2021-01-04', ((l.id * 37 + c.id * 101 + t.column1 * 613) %% 2100) || ' days')
    from training_learner l join training_course c on c.area_id = l.area_id cross join (values {times}) t
    where l.area_id = %s"""


def an_area(slug: str, *, people: int = PEOPLE, times: int = TIMES, teams: int = TEAMS) -> Viewer:
    """An area whose people have each had each of five courses so many times; one in eleven of them joined lately."""
    now = timezone.now()
    area = Area.objects.create(slug=slug, name=slug.capitalize(), kind="unitary", began=BEGAN, is_invented=True, typed_at=now)
    viewer = Viewer.operator(area=slug, area_id=area.pk, area_name=area.name, now=now, is_invented=True)
    with scope(viewer):
        _people(viewer, people=people, teams=_teams(viewer, teams), jobs=_jobs(viewer))
        _plan(viewer)
    with owner().cursor() as cursor:  # generated where it is kept: ten million rows are not sent
        statement = POSTGRESQL if connection.vendor == "postgresql" else SQLITE
        cursor.execute(statement.format(times=", ".join(f"({n})" for n in range(times))), [viewer.area_id])
    # a deed: by the head of its trail an area's pages tell whether anything changed since they were worked out
    sources.add_source("Learning portal", by=viewer, on=viewer.today, holds="completions", body="B-0", date_order="day-first")
    return viewer


def owner() -> Any:
    """The connection that no row-level security holds."""
    return connections["owner" if "owner" in connections.databases else "default"]


def _teams(viewer: Viewer, count: int) -> list[Team]:
    bodies = [Body(**viewer.stamp, ref=f"B-{n}", name=f"Body {n}", kind="unitary-council", on=BEGAN) for n in range(8)]
    Body.objects.bulk_create(bodies)
    teams = [Team(**viewer.stamp, ref=f"T-{n}", name=f"Team {n}", body=bodies[n % 8], on=BEGAN) for n in range(count)]
    Team.objects.bulk_create(teams)
    TeamPlacing.objects.bulk_create(
        TeamPlacing(**viewer.stamp, team=team, service="social-work", is_in=n % 10 != 0, because="What they do", on=BEGAN)
        for n, team in enumerate(teams)
    )
    return teams


def _jobs(viewer: Viewer) -> list[Job]:
    jobs = [Job(**viewer.stamp, title=f"Job {n}") for n in range(JOBS)]
    Job.objects.bulk_create(jobs)
    return jobs


def _people(viewer: Viewer, *, people: int, teams: list[Team], jobs: list[Job]) -> None:
    lately = viewer.today - timedelta(days=30)
    for start in range(0, people, 5_000):
        Learner.objects.bulk_create(
            Learner(
                **viewer.stamp,
                ref=f"LN-{n}",
                body_id=teams[n % len(teams)].body_id,
                team=teams[n % len(teams)],
                job=jobs[n % 7 * 8 % JOBS],
                kind="staff",
                number=str(100_000 + n),
                on=lately if n % 11 == 0 else BEGAN,
            )
            for n in range(start, min(start + 5_000, people))
        )


def _plan(viewer: Viewer) -> None:
    plan = TrainingPlan.objects.create(
        **viewer.stamp, ref="TP-1", title="Training plan", covers_from=BEGAN, covers_to=date(2099, 12, 31), on=BEGAN
    )
    profile = Profile.objects.create(
        **viewer.stamp, ref="PF-1", name="Practitioners", tier="operational", contact="regular", is_frontline=True, on=BEGAN
    )
    ProfileMatch.objects.create(**viewer.stamp, profile=profile, job=Job.objects.filter(area=viewer.area_id).earliest("title"), on=BEGAN)
    for number, subject in enumerate(SUBJECTS):
        course = Course.objects.create(**viewer.stamp, ref=f"CR-{number}", title=f"Course {number}", kind="gov-uk", months=24, on=BEGAN)
        CourseSubject.objects.create(**viewer.stamp, course=course, subject=subject)
        Requirement.objects.create(
            **viewer.stamp, ref=f"RQ-{number}", plan=plan, course=course, within_days=90, every_months=24, duty="mandatory", on=BEGAN
        )


def pages(viewer: Viewer) -> dict[str, Callable[[], Any]]:
    """The page of coverage as at three dates, as somebody sees it who may read numbers only."""
    client: Client = least_privileged(viewer)

    def page(on: date) -> Callable[[], Any]:
        return lambda: client.get(f"/{viewer.area}/training/coverage/?as_at={on:%d/%m/%Y}&by=team")

    days = {"today": viewer.today, "a year ago": viewer.today - timedelta(days=365), "three years ago": viewer.today - timedelta(days=1095)}
    return {f"coverage, as at {words}": page(day) for words, day in days.items()}


def measured(runs: int = 9) -> list[tuple[Figure, Figure | None]]:
    """What the page costs as at each date: with nothing remembered, and at rest."""
    viewer = an_area("covered")
    _analysed()
    rows: list[tuple[Figure, Figure | None]] = []
    with override_settings(ALLOWED_HOSTS=["testserver"], SECURE_SSL_REDIRECT=False):
        for words, page in pages(viewer).items():
            rows.append((figure(f"{words}, nothing remembered", page, runs=runs, first=forget, warm=1), None))
        rows.append((figure("the same once more", page, runs=runs), None))
    return rows


def among_many() -> str:
    """One area alone, then beside 349 like it, ten million completions in all: what its page costs, and by which plan."""
    call_command("migrate", database="owner", verbosity=0)
    viewer = an_area("first", people=PEOPLE_EACH, teams=40)
    _analysed()
    page = pages(viewer)["coverage, as at today"]
    alone, work_alone, begun = _cost(page, "alone"), _work_of_the_server(page), time.perf_counter()
    for number in range(1, AREAS):
        an_area(f"area-{number}", people=PEOPLE_EACH, teams=40)
    _analysed()
    took = time.perf_counter() - begun
    page = pages(viewer)["coverage, as at today"]  # whoever signed in before it began may be signed out by now
    with owner().cursor() as cursor:
        cursor.execute("select count(*) from training_completion")
        rows = cursor.fetchone()[0]
    among, work_among = _cost(page, f"among {AREAS:,} areas and {rows:,} completions"), _work_of_the_server(page)
    return "\n\n".join(
        (
            table([(alone, None), (among, alone)]),
            f"The server's own work for a page: {work_alone:.0f} ms alone, {work_among:.0f} ms among them, "
            f"{work_among / work_alone:.2f} times. Filling it took {took:.0f} s. Completions are read by this plan:",
            f"```\n{_plan_of_the_pass(viewer)}\n```",
        )
    )


def _cost(page: Callable[[], Any], words: str) -> Figure:
    with override_settings(ALLOWED_HOSTS=["testserver"], SECURE_SSL_REDIRECT=False):
        return figure(f"coverage of {PEOPLE_EACH:,} staff, {words}", page, runs=9, first=forget, warm=1)


def _work_of_the_server(page: Callable[[], Any], runs: int = 9) -> float:
    """Milliseconds of work of the server's process for one page: what other work on the machine makes it wait is not in it."""
    with connection.cursor() as cursor:
        cursor.execute("select pg_backend_pid()")
        spent = Path(f"/proc/{cursor.fetchone()[0]}/stat")

    def ticks() -> int:
        return sum(map(int, spent.read_text().rpartition(")")[2].split()[11:13]))  # in the program, and in the system for it

    with override_settings(ALLOWED_HOSTS=["testserver"], SECURE_SSL_REDIRECT=False):
        before = ticks()
        for _ in range(runs):
            forget()
            page()
        return (ticks() - before) * 1000 / os.sysconf("SC_CLK_TCK") / runs


def _plan_of_the_pass(viewer: Viewer) -> str:
    """How PostgreSQL reads the latest completion of a course by each of the area's people, as the site's own role."""
    read = """
        explain (analyze, buffers, costs off, timing off, summary off)
        select c.learner_id, max(c."on") filter (where c.course_id = %s) from training_completion c
        where c.area_id = %s and c."on" <= %s and c.course_id in (%s) group by c.learner_id"""
    with scope(viewer), connection.cursor() as cursor:
        cursor.execute("set local jit = off")
        course = Course.objects.filter(area=viewer.area_id).earliest("ref").pk
        cursor.execute(read, [course, viewer.area_id, viewer.today, course])
        return "\n".join(line for (line,) in cursor.fetchall())


def _analysed() -> None:
    """As the database does by itself in time."""
    with owner().cursor() as cursor:
        cursor.execute("analyze")
