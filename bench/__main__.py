"""./run bench: an area of scale in a home of its own, then each page beside the barest page with the same rows."""

import os
import platform
import subprocess
import sys
import tempfile
import time
from datetime import date
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]


def main() -> int:
    """Measure on the engine the environment names (SQLite, unless DATABASE_URL says otherwise) and print the table."""
    if not os.environ.get("DATABASE_URL"):
        os.environ["DUEREGARD_HOME"] = tempfile.mkdtemp(prefix="dueregard-bench-")
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "dueregard.config.settings")
    os.environ.setdefault("DUEREGARD_INVENTED", "yes")
    sys.path.insert(0, str(ROOT))
    import django

    django.setup()
    from bench.figures import measured
    from bench.measure import table

    rows, engine = measured()
    print(f"{date.today():%d %B %Y}, {platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}, {engine}\n")
    print(table(rows))
    print(f"\n`dueregard --help`: {help_time():.0f} ms as a process (median of 5)")
    return 0


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
