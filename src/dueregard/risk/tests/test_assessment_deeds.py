"""Editions: drafted from the one before, written by two people at once, approved by another than the author, updated and told."""

from datetime import date, timedelta
from typing import Any

import pytest

from dueregard.access.roles import Role
from dueregard.accounts.tests.factories import ClearanceFactory, MembershipFactory, UserFactory
from dueregard.accounts.tests.people import TODAY
from dueregard.basics.refused import Changed, Refused
from dueregard.organisations.models import Person
from dueregard.risk import actions, queries
from dueregard.risk.models import Assessment, AssessmentBriefing, AssessmentStep, Paragraph
from dueregard.risk.queries.assessed import placed
from dueregard.risk.rules.assessments import Stage, in_order, seen_of
from dueregard.risk.tests.world import JANUARY, JUNE, MARCH, World, a_world, at_work, inside, rows

pytestmark = pytest.mark.django_db


@pytest.fixture
def world(settings: Any) -> World:
    settings.DISK_ENCRYPTED = True
    return a_world()


def stages(world: World, ref: str) -> list[str]:
    return [row.stage for row in in_order(rows(AssessmentStep, world.area, assessment__ref=ref))]


def submitted(world: World, on: date = TODAY) -> None:
    actions.submit_assessment(world.draft, by=at_work(world.area, on), on=on)


def test_a_draft_takes_over_the_words_sources_and_open_risks_of_the_edition_before(world: World) -> None:
    lead = at_work(world.area)

    with inside(world.area):
        old, new = (queries.assessments(lead).get(ref=ref) for ref in (world.in_force, world.draft))
        said = [[(row.heading, row.words) for row in queries.paragraphs(lead, one)] for one in (old, new)]
        resting = [{row.ref for row in queries.sources_of(lead, one)} for one in (old, new)]

        assert said[0] == said[1] != []
        assert resting[0] == resting[1] == {world.profile, world.trend}
        assert placed(lead, old) == placed(lead, new) != []


def test_a_drafter_without_clearance_loses_nothing_they_cannot_read(world: World) -> None:
    uncleared, lead = at_work(world.area, cleared=False), at_work(world.area)
    actions.write_paragraph(world.draft, by=lead, on=TODAY, words="Sealed", marking="official-sensitive")
    sealed = actions.name_source("Sealed", by=lead, on=TODAY, kind="trend", marking="official-sensitive").ref
    actions.rest_on(world.draft, by=lead, on=TODAY, sources=[world.trend, sealed])
    submitted(world)
    actions.approve_assessment(world.draft, by=lead, on=TODAY, done_by=world.other)

    third = actions.draft_assessment("Third", by=uncleared, on=TODAY, follows=world.draft)
    actions.rest_on(third.ref, by=uncleared, on=TODAY, sources=[])

    with inside(world.area):
        assert [row.words for row in queries.paragraphs(lead, third)][-1] == "Sealed"
        assert [row.ref for row in queries.sources_of(lead, third)] == [sealed]
        assert [row.words for row in queries.paragraphs(uncleared, third)] == ["Halls are let without being looked into."]


def test_only_one_edition_is_worked_on_at_a_time(world: World) -> None:
    with pytest.raises(Refused, match=f"{world.draft} is still being worked on"):
        actions.draft_assessment("Third", by=at_work(world.area), on=TODAY)


def test_approval_supersedes_the_edition_in_force_on_the_same_day(world: World) -> None:
    submitted(world)

    actions.approve_assessment(world.draft, by=at_work(world.area), on=TODAY, done_by=world.other, minute="Board, minute 7")

    assert stages(world, world.draft) == [Stage.DRAFTED, Stage.SUBMITTED, Stage.APPROVED]
    assert stages(world, world.in_force)[-1] == Stage.SUPERSEDED
    with inside(world.area):
        lead = at_work(world.area)
        stood = [queries.in_force(lead, as_at=day) for day in (TODAY, TODAY - timedelta(days=1), JANUARY - timedelta(days=1))]
    assert [row.assessment.ref if row else None for row in stood] == [world.draft, world.in_force, None]


def test_its_author_approves_only_with_a_reason(world: World) -> None:
    submitted(world)
    own: dict[str, Any] = {"by": at_work(world.area), "on": TODAY, "done_by": world.person}

    with pytest.raises(Refused, match="Somebody other than its author"):
        actions.approve_assessment(world.draft, **own)
    actions.approve_assessment(world.draft, **own, because="The only cleared officer; the chief executive agreed")

    assert rows(AssessmentStep, world.area, stage=Stage.APPROVED, assessment__ref=world.draft)[0].because.startswith("The only")


def test_an_approval_is_somebodys(world: World) -> None:
    submitted(world)

    with pytest.raises(Refused, match="Say who approved it"):
        actions.approve_assessment(world.draft, by=at_work(world.area), on=TODAY)

    assert stages(world, world.in_force)[-1] == Stage.APPROVED


@pytest.mark.parametrize("on", [JANUARY - timedelta(days=1), MARCH])
def test_no_step_is_dated_before_the_one_before_it(world: World, on: date) -> None:
    with pytest.raises(Refused, match="nothing can have happened to it"):
        actions.submit_assessment(world.draft, by=at_work(world.area), on=on)


def test_the_wrong_stage_is_refused_in_words(world: World) -> None:
    lead = at_work(world.area)

    with pytest.raises(Refused, match="It is draft, so it cannot become approved"):
        actions.approve_assessment(world.draft, by=lead, on=TODAY, done_by=world.other)
    with pytest.raises(Refused, match="so its words stay as they are"):
        actions.write_paragraph(world.in_force, by=lead, on=TODAY, words="More")
    submitted(world)
    with pytest.raises(Refused, match="It waits for approval"):
        actions.rewrite_paragraph(world.draft, by=lead, paragraph=world.paragraph, words="More")


def test_an_edition_sent_back_is_written_again(world: World) -> None:
    submitted(world)

    actions.send_back_assessment(world.draft, by=at_work(world.area), on=TODAY, because="Say more of schools", done_by=world.other)
    actions.write_paragraph(world.draft, by=at_work(world.area), on=TODAY, words="Schools too")

    assert stages(world, world.draft) == [Stage.DRAFTED, Stage.SUBMITTED, Stage.DRAFTED]


def test_an_empty_draft_is_not_submitted(world: World) -> None:
    actions.take_out_paragraph(world.draft, by=at_work(world.area), paragraph=world.paragraph)

    with pytest.raises(Refused, match="Nothing is written in it yet"):
        submitted(world)

    assert stages(world, world.draft) == [Stage.DRAFTED]


def test_two_editors_of_one_paragraph_do_not_overwrite_each_other(world: World) -> None:
    lead, seen = at_work(world.area), seen_of("Venues", "Halls are let without being looked into.", "official")
    actions.rewrite_paragraph(world.draft, by=lead, paragraph=world.paragraph, words="Mine", heading="Venues", seen=seen)

    with pytest.raises(Changed, match="Somebody rewrote this paragraph"):
        actions.rewrite_paragraph(world.draft, by=lead, paragraph=world.paragraph, words="Yours", heading="Venues", seen=seen)
    with pytest.raises(Changed, match="Somebody rewrote this paragraph"):
        actions.take_out_paragraph(world.draft, by=lead, paragraph=world.paragraph, seen=seen)

    assert [row.words for row in rows(Paragraph, world.area, pk=world.paragraph)] == ["Mine"]


def test_an_approval_is_of_what_was_submitted_when_the_page_was_opened(world: World) -> None:
    submitted(world)
    version = rows(Assessment, world.area, ref=world.draft)[0].version
    actions.send_back_assessment(world.draft, by=at_work(world.area), on=TODAY, because="More")
    submitted(world)

    with pytest.raises(Changed, match="after you opened it"):
        actions.approve_assessment(world.draft, by=at_work(world.area), on=TODAY, done_by=world.other, seen=version)


def test_whoever_cannot_read_what_stands_between_moves_past_it(world: World) -> None:
    lead, uncleared = at_work(world.area), at_work(world.area, cleared=False)
    actions.write_paragraph(world.draft, by=lead, on=TODAY, words="Sealed", marking="official-sensitive")
    last = actions.write_paragraph(world.draft, by=lead, on=TODAY, words="Last")

    actions.move_paragraph(world.draft, by=uncleared, paragraph=last.pk, is_up=True)

    with inside(world.area):
        draft = queries.assessments(lead).get(ref=world.draft)
        assert [row.words for row in queries.paragraphs(lead, draft)] == ["Last", "Sealed", "Halls are let without being looked into."]


def test_an_update_is_of_the_edition_in_force_on_its_day(world: World) -> None:
    lead = at_work(world.area)

    update = actions.update_assessment("Nothing new was heard", by=lead, on=JUNE, is_changed=False)
    with pytest.raises(Refused, match="No assessment was in force"):
        actions.update_assessment("More", by=lead, on=JANUARY - timedelta(days=1), is_changed=True)
    with pytest.raises(Refused, match="was not in force"):
        actions.update_assessment("More", by=lead, on=TODAY, is_changed=True, assessment=world.draft)

    assert (update.ref, update.assessment.ref, update.is_changed) == ("U-1", world.in_force, False)


def brief(world: World, *told: actions.Told, **more: Any) -> AssessmentBriefing:
    return actions.brief_on_assessment(world.in_force, by=at_work(world.area), on=TODAY, told=told, **{"edition": "whole"} | more)


def test_nobody_is_told_the_whole_unless_it_is_known_that_they_may_read_it(world: World) -> None:
    named = actions.Told(body=world.body, person=world.person)

    with pytest.raises(Refused, match="No clearance in force is recorded here for Ada Author"):
        brief(world, named)
    with pytest.raises(Refused, match="name each of them"):
        brief(world, actions.Told(body=world.body))
    briefing = brief(world, named, because="Vetted by her force")

    assert briefing.because == "Vetted by her force"


def test_whoever_has_a_clearance_in_force_is_told_the_whole(world: World) -> None:
    user = UserFactory()
    MembershipFactory(user=user, area=world.area, role=Role.PARTNER, person=rows(Person, world.area, ref=world.person)[0])
    ClearanceFactory(user=user, seen_on=MARCH, until=TODAY)

    assert brief(world, actions.Told(body=world.body, person=world.person)).because == ""


def test_people_are_briefed_on_the_edition_in_force(world: World) -> None:
    with pytest.raises(Refused, match="people are briefed on the edition in force"):
        actions.brief_on_assessment(world.draft, by=at_work(world.area), on=TODAY, edition="official", audience="Cabinet")
    with pytest.raises(Refused, match="Say who was briefed"):
        brief(world, edition="official")


def test_on_which_edition_somebody_was_briefed_is_not_for_everybody(world: World) -> None:
    brief(world, actions.Told(body=world.body, person=world.person), because="Vetted")

    with inside(world.area):
        seen = [queries.briefing_rows(at_work(world.area, cleared=cleared))[0].edition for cleared in (True, False)]

    assert seen == ["whole", None]
