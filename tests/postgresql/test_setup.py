"""Making the tables as a role that may not: said in a sentence that helps, since the two roles are easily mixed up."""

from argparse import Namespace

import pytest
from django.db import ProgrammingError

from dueregard.config.commands import fitness


def test_setup_without_the_owner_says_which_setting_is_missing(db, monkeypatch, settings, capsys):
    def migrate(*_words, **_options):
        raise ProgrammingError("permission denied for schema public")

    monkeypatch.setattr(fitness, "call_command", migrate)
    monkeypatch.delitem(settings.DATABASES, "owner", raising=False)

    with pytest.raises(SystemExit):
        fitness.setup(Namespace())

    assert "DATABASE_OWNER_URL" in capsys.readouterr().err
