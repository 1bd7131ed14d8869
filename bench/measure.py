"""Timing a page or a call many times in one process: p50, p95, processor time, SQL statements, bytes."""

import gc
import os
import time
from collections.abc import Callable
from dataclasses import dataclass
from statistics import median, quantiles
from typing import Any

from django.db import connection
from django.test.utils import CaptureQueriesContext

RUNS = int(os.environ.get("BENCH_RUNS", "40"))


@dataclass(frozen=True)
class Figure:
    """What one thing cost."""

    name: str
    p50: float  # milliseconds
    p95: float
    cpu: float  # milliseconds of this process's own work: steadier than p50 on a busy machine; the database server's is not in it
    statements: int
    size: int  # bytes


def figure(name: str, call: Callable[[], Any], *, runs: int = RUNS, first: Callable[[], None] = lambda: None, warm: int = 3) -> Figure:
    """The cost of a call: three to warm up, one to count its statements, then timed runs with the collector off; `first` is not counted."""
    for _ in range(warm):
        call()
    first()
    with CaptureQueriesContext(connection) as captured:
        size = _bytes(call())
    statements = [query for query in list(captured) if not query["sql"].startswith(("SAVEPOINT", "RELEASE", "BEGIN", "COMMIT"))]
    times, works = [], []
    gc.collect()
    gc.disable()
    for _ in range(runs):
        first()
        start, worked = time.perf_counter(), time.process_time()
        call()
        times.append((time.perf_counter() - start) * 1000)
        works.append((time.process_time() - worked) * 1000)
    gc.enable()
    return Figure(name, median(times), quantiles(times, n=20)[-1], median(works), len(statements), size)


def _bytes(result: Any) -> int:
    if hasattr(result, "status_code"):
        assert result.status_code == 200, result.status_code
        return len(result.content)
    return len(result) if isinstance(result, str | bytes) else 0


def table(rows: list[tuple[Figure, Figure | None]]) -> str:
    """Figures as a Markdown table; each beside what it is compared with."""
    lines = [
        "| what | p50 ms | p95 ms | CPU ms | SQL | bytes | times the barest | the same in CPU |",
        "|---|---:|---:|---:|---:|---:|---:|---:|",
    ]
    for each, base in rows:
        ratio = f"{each.p50 / base.p50:.1f} | {each.cpu / base.cpu:.1f}" if base else " | "
        lines.append(f"| {each.name} | {each.p50:.1f} | {each.p95:.1f} | {each.cpu:.1f} | {each.statements} | {each.size:,} | {ratio} |")
    return "\n".join(lines)
