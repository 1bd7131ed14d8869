"""A million completions for 300,000 people brought in from a file, beside the database's own bulk load of the same rows in the same run."""

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import connection, connections, transaction
from django.utils import timezone

from dueregard.access.scope import scope
from dueregard.access.viewer import Viewer
from dueregard.organisations.models import Area, Body
from dueregard.training.actions import import_files as files
from dueregard.training.actions import sources
from dueregard.training.models import Completion, Course, Job, Learner

ROWS, PEOPLE = int(os.environ.get("BENCH_ROWS", "1000000")), int(os.environ.get("BENCH_PEOPLE", "300000"))
SCATTER = 7919  # a prime: neighbouring rows are about people far apart, as in an export ordered by day
FIRST, JOINED = date(2020, 1, 6), date(2019, 1, 1)
HEADINGS = "Employee number,E-mail,Name,Course,Completed"
COLUMNS = {"number": "Employee number", "email": "E-mail", "name": "Name", "course": "Course", "completed": "Completed"}
SQLITE = 'insert into training_completion (area_id, typed_at, came_with_id, learner_id, course_id, "on") values (%s, %s, %s, %s, %s, %s)'
POSTGRESQL = 'copy training_completion (area_id, typed_at, came_with_id, learner_id, course_id, "on") from stdin'


@dataclass(frozen=True)
class Spent:
    """What a load cost."""

    seconds: float
    work: float  # seconds of the process's own work, the database server's not in it: steadier on a busy machine
    memory: float = 0.0  # megabytes at most
    waited: float = 0.0  # seconds that another writer waited at most


def said() -> Iterator[tuple[int, date]]:
    """Each row: whose it is and of which day; none is said twice."""
    for number in range(ROWS):
        yield number * SCATTER % PEOPLE, FIRST + timedelta(days=number // PEOPLE * 400 + number % 365)


def measured() -> str:
    """What it costs, in words."""
    viewer, first = _workforce()
    path = _file()
    bare = _bulk_load(viewer, first)
    spent = _brought_in(path, viewer)
    with scope(viewer):
        there = Completion.objects.filter(area=viewer.area_id).count()
    assert there == ROWS, there
    return "\n".join(
        (
            f"{ROWS:,} completions for {PEOPLE:,} people, a CSV file of {path.stat().st_size / 1e6:.0f} MB:",
            f"- the database's own bulk load of the same rows: {bare.seconds:.1f} s ({bare.work:.1f} s of this process's work)",
            "- `dueregard training import`, which reads, checks, matches and stores: "
            f"{spent.seconds:.1f} s ({spent.work:.1f} s of its work), "
            f"{spent.seconds / bare.seconds:.2f} times that ({spent.work / bare.work:.2f} times in work)",
            f"- its memory at most: {spent.memory:.0f} MB, pages of the database's file not counted; "
            f"another writer waited {spent.waited * 1000:.0f} ms at most",
        )
    )


def _workforce() -> tuple[Viewer, int]:
    """An area with its people, a course, and a source that calls it Prevent awareness."""
    now = timezone.now()
    area = Area.objects.create(slug="many", name="Many", kind="unitary", began=JOINED, is_invented=True, typed_at=now)
    viewer = Viewer.operator(area=area.slug, area_id=area.pk, area_name=area.name, now=now, is_invented=True)
    with scope(viewer):
        body = Body.objects.create(**viewer.stamp, ref="B-1", name="The council", kind="unitary-council", on=JOINED)
        for start in range(0, PEOPLE, 5_000):
            some = range(start, min(start + 5_000, PEOPLE))
            Learner.objects.bulk_create(
                Learner(
                    **viewer.stamp,
                    ref=f"LN-{n}",
                    body=body,
                    kind="staff",
                    on=JOINED,
                    number=f"{100_000 + n}",
                    email=_email(n),
                    name=f"Name {n}",
                )
                for n in some
            )
        Course.objects.create(**viewer.stamp, ref="CR-1", title="Prevent awareness", kind="gov-uk", on=JOINED)
        first: int = Learner.objects.order_by("pk").values_list("pk", flat=True)[0]
    source = sources.add_source("Learning portal", by=viewer, on=viewer.today, holds="completions", body="B-1", date_order="day-first")
    sources.say_columns(source.ref, by=viewer, columns=COLUMNS)
    sources.say_course(source.ref, by=viewer, words="Prevent awareness", course="CR-1")
    return viewer, first


def _email(number: int) -> str:
    return f"name.{number}@council.example"


def _file() -> Path:
    path = Path(settings.HOME) / "completions.csv"
    with path.open("w") as file:
        file.write(HEADINGS + "\n")
        file.writelines(f"{100_000 + n},{_email(n)},Name {n},Prevent awareness,{day:%d/%m/%Y}\n" for n, day in said())
    return path


def _bulk_load(viewer: Viewer, first: int) -> Spent:
    """executemany in one transaction, or COPY: into the same table, with its keys and its index; then emptied again."""
    ref = files.choose_file([b"x"], by=viewer, on=viewer.today, source="SO-1").ref
    with scope(viewer):
        import_, course = files.queries.imports(viewer).get(ref=ref), Course.objects.get(area=viewer.area_id)
    stamp = (viewer.area_id, viewer.now.isoformat(sep=" "), import_.pk)
    rows = [(*stamp, first + n, course.pk, day.isoformat()) for n, day in said()]
    owner = connections["owner" if "owner" in settings.DATABASES else "default"]
    start, worked = time.perf_counter(), time.process_time()
    with transaction.atomic(using=owner.alias), owner.cursor() as cursor:
        _load(cursor, rows)
    spent = Spent(time.perf_counter() - start, time.process_time() - worked)
    with owner.cursor() as cursor:
        cursor.execute("delete from training_completion")
        cursor.execute("vacuum" if owner.vendor == "sqlite" else "vacuum full training_completion")
    return spent


def _load(cursor: Any, rows: list[tuple[Any, ...]]) -> None:
    if connection.vendor == "sqlite":
        cursor.executemany(SQLITE, rows)
        return
    with cursor.copy(POSTGRESQL) as copy:
        for row in rows:
            copy.write_row(row)


def _brought_in(path: Path, viewer: Viewer) -> Spent:
    """The command in a process of its own, while another writes all the time."""
    command = [sys.executable, "-m", "dueregard.config.command_line", "training", "import", str(path)]
    start, longest, number, memory = time.perf_counter(), 0.0, 0, 0.0
    process = subprocess.Popen([*command, "--area", viewer.area, "--source", "Learning portal"], stdout=subprocess.DEVNULL)
    while not (ended := os.wait4(process.pid, os.WNOHANG))[0]:
        number, begun = number + 1, time.perf_counter()
        with scope(viewer):
            Job.objects.create(**viewer.stamp, title=f"Job {number}")
        longest, memory = max(longest, time.perf_counter() - begun), max(memory, _own_memory(process.pid))
        time.sleep(0.02)
    assert ended[1] == 0, ended[1]
    used = ended[2]
    return Spent(time.perf_counter() - start, used.ru_utime + used.ru_stime, memory or used.ru_maxrss / 1024, longest)


def _own_memory(process: int) -> float:
    """Megabytes a process holds now, without pages of files that the system lends it; nought where the system does not say."""
    told = Path(f"/proc/{process}/status")
    lines = told.read_text().splitlines() if told.exists() else []
    return sum(int(line.split()[1]) for line in lines if line.startswith("RssAnon:")) / 1024
