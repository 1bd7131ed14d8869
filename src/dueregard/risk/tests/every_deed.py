"""Every deed on sources and assessments as it can be done in the world of tests, and what the trail then says."""

from collections.abc import Callable
from decimal import Decimal
from typing import Any

from dueregard.access.viewer import Viewer
from dueregard.accounts.tests.people import TODAY
from dueregard.risk import actions
from dueregard.risk.tests.world import MARCH, World

Deed = Callable[[Viewer, World], Any]

DEEDS: dict[str, tuple[Deed, str]] = {
    "name_source": (lambda by, it: actions.name_source("Graffiti", by=by, on=TODAY, kind="trend", body=it.body), "source.named"),
    "receive_profile": (
        lambda by, it: actions.receive_profile("2026", by=by, on=TODAY, dated=MARCH, held_at="With police", custodian=it.post),
        "profile.received",
    ),
    "brief_on_profile": (lambda by, it: actions.brief_on_profile(it.profile, by=by, on=TODAY, body=it.body), "profile.briefed"),
    "take_prompt": (
        lambda by, it: actions.take_prompt(
            it.profile, by=by, on=TODAY, words="Look at how halls are let", released_by="Head of unit", released_on=MARCH
        ),
        "prompt.taken",
    ),
    "set_level": (lambda by, it: actions.set_level(it.level, by=by, on=TODAY, level="severe"), "threat-level.set"),
    "take_reading": (
        lambda by, it: actions.take_reading(it.series, by=by, on=TODAY, covers_to=MARCH, value=Decimal(12), unit="reports"),
        "reading.taken",
    ),
    "withdraw_source": (lambda by, it: actions.withdraw_source(it.trend, by=by, on=TODAY, because="Entered twice"), "source.withdrawn"),
    "contribute": (lambda by, it: actions.contribute("Counts of referrals", by=by, on=TODAY, body=it.body), "contribution.made"),
    "request_profile": (lambda by, it: actions.request_profile("The next edition?", by=by, on=TODAY, body=it.body), "profile.requested"),
    "answer_request": (lambda by, it: actions.answer_request(it.request, by=by, on=TODAY, words="In the spring"), "profile.answered"),
    "draft_assessment": (
        lambda by, it: (
            actions.withdraw_assessment(it.draft, by=by, on=TODAY, because="Begun too soon"),
            actions.draft_assessment("Third", by=by, on=TODAY, follows=it.in_force),
        ),
        "assessment.drafted",
    ),
    "write_paragraph": (lambda by, it: actions.write_paragraph(it.draft, by=by, on=TODAY, words="More"), "paragraph.written"),
    "rewrite_paragraph": (
        lambda by, it: actions.rewrite_paragraph(it.draft, by=by, paragraph=it.paragraph, words="Otherwise"),
        "paragraph.rewritten",
    ),
    "move_paragraph": (
        lambda by, it: (
            actions.write_paragraph(it.draft, by=by, on=TODAY, words="More"),
            actions.move_paragraph(it.draft, by=by, paragraph=it.paragraph, is_up=False),
        ),
        "paragraph.moved",
    ),
    "take_out_paragraph": (lambda by, it: actions.take_out_paragraph(it.draft, by=by, paragraph=it.paragraph), "paragraph.taken-out"),
    "rest_on": (lambda by, it: actions.rest_on(it.draft, by=by, on=TODAY, sources=[it.series]), "assessment.rests-on"),
    "place_risks": (lambda by, it: actions.place_risks(it.draft, by=by, on=TODAY, risks=[]), "assessment.risks-placed"),
    "submit_assessment": (lambda by, it: actions.submit_assessment(it.draft, by=by, on=TODAY), "assessment.submitted"),
    "send_back_assessment": (
        lambda by, it: (
            actions.submit_assessment(it.draft, by=by, on=TODAY),
            actions.send_back_assessment(it.draft, by=by, on=TODAY, because="Say more of schools"),
        ),
        "assessment.sent-back",
    ),
    "approve_assessment": (
        lambda by, it: (
            actions.submit_assessment(it.draft, by=by, on=TODAY),
            actions.approve_assessment(it.draft, by=by, on=TODAY, minute="Board, minute 7"),
        ),
        "assessment.approved",
    ),
    "withdraw_assessment": (
        lambda by, it: actions.withdraw_assessment(it.draft, by=by, on=TODAY, because="Begun too soon"),
        "assessment.withdrawn",
    ),
    "take_assessment_away": (
        lambda by, it: actions.take_assessment_away(it.in_force, by=by, ending="pdf", is_official=True),
        "assessment.taken-away",
    ),
    "update_assessment": (
        lambda by, it: actions.update_assessment("Nothing new", by=by, on=TODAY, is_changed=False, assessment=it.in_force),
        "assessment.updated",
    ),
    "brief_on_assessment": (
        lambda by, it: actions.brief_on_assessment(
            it.in_force, by=by, on=TODAY, edition="official", told=[actions.Told(body=it.body, person=it.person)], given_by=it.post
        ),
        "assessment.briefed",
    ),
}
