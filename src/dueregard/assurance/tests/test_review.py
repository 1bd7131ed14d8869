"""A reviewer from outside sees one round and the files of its evidence, and nothing else."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import get_resolver, reverse
from django.utils import timezone

from dueregard.access.roles import Role
from dueregard.accounts.models import Invitation
from dueregard.accounts.tests.people import TODAY, sign_in, the_lead, the_partner
from dueregard.assurance import actions
from dueregard.assurance.models import ReviewerAccess, Round
from dueregard.assurance.tests.factories import a_round, a_signed_round, the_signer
from dueregard.basics.refused import Refused
from dueregard.documents.models import File
from dueregard.organisations.tests.factories import AreaFactory
from dueregard.partnership.tests.stories import rows, trail

pytestmark = pytest.mark.django_db
PDF = b"%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n"


def invite(area, ref, **asked):
    given = {"name": "A. Adviser", "body": "The Home Office", "email": "adviser@example.org", "until": TODAY + timedelta(days=30)}
    return actions.invite_reviewer(ref, **({"by": the_signer(area), "site": "http://localhost"} | given | asked))


def test_a_named_person_is_invited_to_one_round_until_a_day():
    area = AreaFactory()
    ref = a_signed_round(area)

    address = invite(area, ref)

    assert address.startswith("http://localhost/")
    invitation = Invitation.objects.get()
    assert (invitation.role, invitation.round_ref, invitation.until) == (Role.REVIEWER, ref, TODAY + timedelta(days=30))
    assert [row.name for row in rows(ReviewerAccess, area)] == ["A. Adviser"]
    assert trail(area)[-1] == "assurance.reviewer.invited"


def test_the_partner_may_not_let_a_reviewer_in():
    area = AreaFactory()
    ref = a_signed_round(area)

    with pytest.raises(PermissionDenied):
        invite(area, ref, by=the_partner(area))


def test_nobody_is_let_in_to_the_next_council_s_round():
    ref = a_signed_round(AreaFactory())
    elsewhere = AreaFactory()

    with pytest.raises(Round.DoesNotExist):
        invite(elsewhere, ref)


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        ({"until": TODAY}, "last day after today"),
        ({"until": TODAY + timedelta(days=500)}, "at most a year"),
        ({"name": " "}, "reviewer's name"),
    ],
)
def test_access_without_a_name_or_an_end_is_refused(asked, words):
    area = AreaFactory()
    ref = a_signed_round(area)

    with pytest.raises(Refused, match=words):
        invite(area, ref, **asked)


def test_a_sensitive_round_is_not_opened_to_anybody_outside(settings):
    settings.INVENTED = True
    area = AreaFactory()
    by = the_signer(area, cleared=True)
    ref = a_round(area, by=by, marking="official-sensitive")

    with pytest.raises(Refused, match="marked Official-Sensitive"):
        invite(area, ref, by=by)


def a_reviewed_round(client, area, *, until=None):
    ref = a_round(area)
    lead = the_lead(area)
    actions.keep_evidence(ref, by=lead, on=TODAY, line="1", title="Structure chart", file=(PDF, "chart.pdf"))
    actions.judge_line(ref, by=lead, on=TODAY, line="1", status="met", because="Everybody came")
    sign_in(client, area, Role.REVIEWER, round_ref=ref, until=until)
    return ref


def page(client, area, name, **where):
    return client.get(reverse(f"assurance:{name}", kwargs={"area": area.slug, **where}))


def test_the_reviewer_reads_the_round_and_opens_its_evidence(client):
    area = AreaFactory()
    a_reviewed_round(client, area)
    [file] = rows(File, area)

    whole, section = page(client, area, "review"), page(client, area, "review-section", section="1")
    opened = page(client, area, "review-file", pk=file.pk)

    assert "Round 2026 to 2027" in whole.content.decode()
    text = section.content.decode()
    assert "Everybody came" in text
    assert f"/review/files/{file.pk}/" in text
    assert "?judge=" not in text
    assert opened.content == PDF


def test_the_reviewer_opens_no_other_file_and_none_that_was_taken_away(client):
    area = AreaFactory()
    a_reviewed_round(client, area)
    other = a_round(area, title="Another round")
    actions.keep_evidence(other, by=the_lead(area), on=TODAY, line="1", title="Another chart", file=(PDF + b"%", "other.pdf"))
    [theirs] = rows(File, area, original_name="other.pdf")

    assert page(client, area, "review-file", pk=theirs.pk).status_code == 404


def test_the_reviewer_finds_every_other_page_shut(client):
    area = AreaFactory()
    ref = a_reviewed_round(client, area)
    where = {"area": area.slug, "ref": ref, "line": "1", "section": "1", "framework": "toolkit-2024", "about": "1", "kind": "pdf"}
    where |= {"key": "months", "pk": "6b1b7c1e-8f55-4d4b-9a53-0d5a1a3f5f11"}

    patterns = get_resolver().reverse_dict  # fills the namespaces
    assert patterns is not None
    names = [key for key in get_resolver().namespace_dict["assurance"][1].reverse_dict if isinstance(key, str)]
    shut = {}
    for name in names:
        wanted = get_resolver().namespace_dict["assurance"][1].reverse_dict.getlist(name)[0][0][0][1]
        response = client.get(reverse(f"assurance:{name}", kwargs={key: where[key] for key in {*wanted, "area"}}))
        shut[name] = response.status_code

    assert {name for name, status in shut.items() if status == 200} == {"review", "review-section"}
    assert client.get(f"/{area.slug}/documents/").status_code == 403
    assert client.get(f"/{area.slug}/").status_code == 403


def test_the_reviewer_s_access_ends_by_itself(client):
    area = AreaFactory()
    a_reviewed_round(client, area, until=timezone.localdate() - timedelta(days=1))

    assert page(client, area, "review").status_code == 404


def test_the_lead_has_no_round_to_review(client):
    area = AreaFactory()
    a_round(area)
    sign_in(client, area, Role.LEAD)

    assert page(client, area, "review").status_code == 403
