"""Which database server, browser and office this machine has. Standard library only: ./run asks before it starts pytest."""

import os
import shutil
import sys
from pathlib import Path

if sys.platform != "win32":
    import pwd

DEBIAN = Path("/usr/lib/postgresql")  # where Debian keeps each version's programs, off the path
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome")

OFFICES = ("soffice", "libreoffice", "/Applications/LibreOffice.app/Contents/MacOS/soffice")


def postgresql() -> Path | None:
    """The folder that holds initdb and pg_ctl, the newest there is."""
    if sys.platform == "win32" or (os.geteuid() == 0 and not has_postgres_account()):
        return None  # the test server listens on a Unix socket, and refuses to run as root
    installed = [folder for folder in DEBIAN.glob("*/bin") if (folder / "initdb").exists() and (folder / "pg_ctl").exists()]
    if installed:
        return max(installed, key=lambda folder: float(folder.parent.name))
    initdb = shutil.which("initdb")
    return Path(initdb).resolve().parent if initdb and shutil.which("pg_ctl") else None


def has_postgres_account() -> bool:
    """The account the server runs under when we are root, as in CI; Debian's package makes it."""
    return sys.platform != "win32" and any(account.pw_name == "postgres" for account in pwd.getpwall())


def chromium() -> str | None:
    """A browser that playwright can drive; CHROMIUM names another."""
    return next((found for name in (os.environ.get("CHROMIUM"), *BROWSERS) if name and (found := shutil.which(name))), None)


def soffice() -> str | None:
    """LibreOffice, which can open and save a sheet without a screen; SOFFICE names another."""
    return next((found for name in (os.environ.get("SOFFICE"), *OFFICES) if name and (found := shutil.which(name))), None)
