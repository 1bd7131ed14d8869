"""./run bench: an area of scale in a home of its own, then each page beside the barest page with the same rows."""

import os
import platform
import shutil
import subprocess
import sys
import tempfile
import time
from datetime import date
from pathlib import Path

from bench.postgresql import server

ROOT = Path(__file__).resolve().parents[1]


def main() -> int:
    """Measure on SQLite, on a PostgreSQL of this run's own where asked, or on the database the environment names; print the table."""
    if sys.argv[1:] == ["--postgresql"]:
        with server():
            return measure()
    if sys.argv[1:]:
        sys.exit("bench: the one word it takes is --postgresql")
    return measure()


def measure() -> int:
    """Every figure in a home of its own."""
    os.environ["DUEREGARD_HOME"] = home = tempfile.mkdtemp(prefix="dueregard-bench-")
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "dueregard.config.settings")
    os.environ.setdefault("DUEREGARD_INVENTED", "yes")
    import django

    django.setup()
    from django.db import connections

    from bench import training_import
    from bench.figures import measured
    from bench.measure import table

    busy = load_average()
    rows, engine = measured()
    brought_in = training_import.measured()
    connections.close_all()
    shutil.rmtree(home, ignore_errors=True)
    print(f"{date.today():%d %B %Y}, {platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}, {engine}")
    print(f"Load when it began {busy}, when it ended {load_average()}\n")
    print(table(rows))
    print(f"\n{brought_in}")
    print(f"\n`dueregard --help`: {help_time():.0f} ms as a process (median of 5)")
    return 0


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
