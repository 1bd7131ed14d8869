"""Certificates: a file attached to a completion, which only those who see names open; its bytes go when it is taken out."""

import errno
import time
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.core.exceptions import ObjectDoesNotExist, PermissionDenied
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from dueregard.access.roles import Role
from dueregard.access.scope import scope
from dueregard.accounts.tests.people import TODAY, sign_in, the_partner, the_stranger
from dueregard.audit.models import Event
from dueregard.basics.refused import Refused
from dueregard.documents.tests.samples import EXE, PDF, png
from dueregard.partnership.tests.pages import sent_back, words
from dueregard.training.actions import certificates as actions
from dueregard.training.actions.completions import withdraw_completion
from dueregard.training.actions.kept_files import CERTIFICATES, KeptFile
from dueregard.training.models import Certificate, CertificateRemoval, Completion
from dueregard.training.tasks import sweep
from dueregard.training.tests.sessions import Hall

pytestmark = pytest.mark.django_db


@pytest.fixture
def hall() -> Hall:
    hall = Hall()
    hall.attended("LN-900")
    return hall


def completion(hall: Hall) -> int:
    with scope(hall.lead):
        return Completion.objects.get(area=hall.area).pk


def attached(hall: Hall, content: bytes = PDF, name: str = "Ann Ode.pdf", **more: Any) -> Certificate:
    return actions.attach_certificate(completion(hall), **{"by": hall.lead, "on": TODAY, "content": content, "name": name, **more})


def bytes_of(hall: Hall) -> list[KeptFile]:
    return KeptFile.all_of(hall.area.pk, before=time.time() + 9, folder=CERTIFICATES)


def place(certificate: Certificate) -> Path:
    return Path(settings.MEDIA_ROOT) / certificate.path


def test_a_certificate_is_attached_opened_and_leaves_a_trail_without_a_name(hall: Hall) -> None:
    certificate = attached(hall)

    opened = actions.open_certificate(certificate.pk, by=hall.lead)

    assert (opened.content, opened.name, opened.media_type) == (PDF, "certificate.pdf", "application/pdf")
    with scope(hall.lead):
        events = Event.objects.filter(area_id=hall.area.pk, verb__startswith="training.certificate")
        assert {event.verb for event in events} == {"training.certificate.attached", "training.certificate.opened"}
        assert "Ann" not in str([event.details for event in events])


def test_taken_out_its_bytes_are_gone_and_the_reason_stays(hall: Hall, django_capture_on_commit_callbacks: Any) -> None:
    certificate = attached(hall)
    assert place(certificate).exists()

    with django_capture_on_commit_callbacks(execute=True):
        actions.remove_certificate(certificate.pk, by=hall.lead, on=TODAY, because="Of somebody else")

    assert not place(certificate).exists()
    with scope(hall.lead):
        assert CertificateRemoval.objects.get(area=hall.area).because == "Of somebody else"
    with pytest.raises(ObjectDoesNotExist):
        actions.open_certificate(certificate.pk, by=hall.lead)


@pytest.mark.parametrize(
    ("more", "why"),
    [
        ({"content": EXE}, "program"),
        ({"content": b""}, "empty"),
        ({"content": png()}, "ends in pdf"),
        ({"on": TODAY + timedelta(days=1)}, "has not come yet"),
    ],
)
def test_what_is_no_certificate_is_refused_and_nothing_is_kept(hall: Hall, more: dict[str, Any], why: str) -> None:
    with pytest.raises(Refused, match=why):
        attached(hall, **more)

    with scope(hall.lead):
        assert not Certificate.objects.filter(area=hall.area).exists()


def test_where_the_disk_is_full_it_is_refused_in_words_and_no_bytes_stay(hall: Hall, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("dueregard.training.actions.kept_files.os.fsync", full)

    before = bytes_of(hall)

    with pytest.raises(Refused, match="no room left on the disk"):
        attached(hall)

    assert bytes_of(hall) == before


def test_the_same_file_is_attached_once_and_nothing_to_a_withdrawn_completion(hall: Hall) -> None:
    attached(hall)
    with pytest.raises(Refused, match="there already"):
        attached(hall)

    withdraw_completion(completion(hall), by=hall.lead, on=TODAY, because="Not hers")
    with pytest.raises(Refused, match="was withdrawn"):
        attached(hall, png(), "x.png")


def test_bytes_that_are_not_those_brought_in_are_not_handed_over(hall: Hall) -> None:
    certificate = attached(hall)

    place(certificate).write_bytes(b"something else")
    with pytest.raises(Refused, match="not the one that was brought in"):
        actions.open_certificate(certificate.pk, by=hall.lead)

    place(certificate).unlink()
    with pytest.raises(Refused, match="missing from the disk"):
        actions.open_certificate(certificate.pk, by=hall.lead)


def test_whoever_only_reads_is_refused_and_the_next_council_finds_nothing(hall: Hall) -> None:
    certificate, partner, stranger = attached(hall), the_partner(hall.area), the_stranger()

    for by, refused in ((partner, PermissionDenied), (stranger, ObjectDoesNotExist)):
        with pytest.raises(refused):
            attached(hall, png(), "x.png", by=by)
        with pytest.raises(refused):
            actions.open_certificate(certificate.pk, by=by)
        with pytest.raises(refused):
            actions.remove_certificate(certificate.pk, by=by, on=TODAY, because="Mine")


def test_the_sweep_leaves_a_certificate_and_takes_a_stray(hall: Hall) -> None:
    certificate = attached(hall)
    stray = place(certificate).with_name("0" * 32)
    stray.write_bytes(b"left behind")

    sweep([hall.lead.at(hall.lead.now + timedelta(days=4000))])

    assert place(certificate).exists()
    assert not stray.exists()


def test_the_learner_page_shows_the_certificate_and_hands_it_over(client: Client, hall: Hall) -> None:
    sign_in(client, hall.area, Role.TRAINING)
    learner = f"/{hall.area.slug}/training/learners/LN-900/"
    page = f"{learner}completions/{completion(hall)}/certificates/new/"

    said = client.post(page, sent_back(client.get(page), file=SimpleUploadedFile("Ann Ode.pdf", PDF)), follow=True)

    assert "Session TS-1 PDF of" in words(said)
    with scope(hall.lead):
        certificate = Certificate.objects.get(area=hall.area)
    answer = client.get(f"{learner}certificates/{certificate.pk}/")
    assert answer["Content-Disposition"] == 'attachment; filename="certificate.pdf"'
    assert client.get(f"/{hall.area.slug}/training/learners/LN-901/certificates/{certificate.pk}/").status_code == 404

    page = f"{learner}certificates/{certificate.pk}/remove/"
    assert "PDF of" not in words(client.post(page, sent_back(client.get(page), because="Of another"), follow=True))


def test_whoever_sees_numbers_only_opens_no_certificate(client: Client, hall: Hall) -> None:
    certificate = attached(hall)
    sign_in(client, hall.area, Role.CLERK)

    assert client.get(f"/{hall.area.slug}/training/learners/LN-900/certificates/{certificate.pk}/").status_code == 403
