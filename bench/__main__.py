"""./run bench: an area of scale in a home of its own, then each page beside the barest page with the same rows."""

import os
import platform
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

from bench.postgresql import server

ROOT = Path(__file__).resolve().parents[1]


def main() -> int:
    """Measure on SQLite, on a PostgreSQL of this run's own where asked, or on the database the environment names; print the table."""
    if sys.argv[1:] == ["--postgresql"]:
        with server():
            return measure(every)
    if sys.argv[1:] == ["training-scale"]:
        with server():
            return measure(many_areas)
    if sys.argv[1:]:
        sys.exit("bench: the words it takes are --postgresql, or training-scale")
    return measure(every)


def measure(figures: Callable[[], str]) -> int:
    """Figures in a home of their own."""
    os.environ["DUEREGARD_HOME"] = home = tempfile.mkdtemp(prefix="dueregard-bench-")
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "dueregard.config.settings")
    os.environ.setdefault("DUEREGARD_INVENTED", "yes")
    import django

    django.setup()
    from django.db import connection, connections

    busy = load_average()
    found, engine = figures(), {"sqlite": "SQLite", "postgresql": "PostgreSQL"}[connection.vendor]
    connections.close_all()
    shutil.rmtree(home, ignore_errors=True)
    print(f"{date.today():%d %B %Y}, {platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}, {engine}")
    print(f"Load when it began {busy}, when it ended {load_average()}\n")
    print(found)
    return 0


def every() -> str:
    """Every page and call, the import of a million rows, and coverage at scale."""
    from bench import training_coverage, training_import
    from bench.figures import measured
    from bench.measure import table

    rows = measured()
    covered = training_coverage.measured()
    return "\n\n".join(
        (
            table([*rows, *covered]),
            training_import.measured(),
            f"`dueregard --help`: {help_time():.0f} ms as a process (median of 5)",
        )
    )


def many_areas() -> str:
    """One area's page of coverage, alone and among hundreds of others in one PostgreSQL."""
    from bench import training_coverage

    return training_coverage.among_many()


def load_average() -> str:
    """How busy the machine was over the last minute: above its number of cores, times are longer than they need be."""
    return f"{os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else "not known here"


def help_time() -> float:
    """How long the command line takes to say what it understands."""
    times = []
    for _ in range(5):
        start = time.perf_counter()
        subprocess.run([sys.executable, "-m", "dueregard.config.command_line", "--help"], check=True, stdout=subprocess.DEVNULL, cwd=ROOT)
        times.append((time.perf_counter() - start) * 1000)
    return sorted(times)[2]


if __name__ == "__main__":
    sys.exit(main())
