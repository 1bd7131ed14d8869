"""Django's own commands, for those who build the house: python -m dueregard.config.manage makemigrations."""

import os
import sys

from django.core.management import execute_from_command_line


def main() -> None:
    """Run one of Django's commands."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "dueregard.config.settings")
    execute_from_command_line(sys.argv)


if __name__ == "__main__":
    main()
