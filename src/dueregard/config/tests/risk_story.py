"""Everything section 2 can hold, done by its deeds in one small area: some of it Official-Sensitive, some typed later than it happened."""

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from typing import Any

from dueregard.access.viewer import Viewer
from dueregard.accounts.tests.people import TODAY
from dueregard.risk import actions
from dueregard.risk.rules.matrix import Band, Scale

SECRET = "Hedgehog"
SENSITIVE: dict[str, Any] = {"marking": "official-sensitive"}
MONTH, WEEK, DAY = TODAY - timedelta(days=30), TODAY - timedelta(days=7), TODAY - timedelta(days=1)
FOUR = Scale(
    size=4,
    likelihood=("Rare", "Possible", "Likely", "Expected"),
    impact=("Slight", "Moderate", "Serious", "Severe"),
    bands=(Band(words="Low", since=1), Band(words="High", since=9)),
    tolerance=8,
)


class Typing:
    """Somebody who types: each deed a minute after the one before."""

    def __init__(self, viewer: Viewer) -> None:
        self._viewer = viewer

    @property
    def by(self) -> Viewer:
        self._viewer = replace(self._viewer, now=self._viewer.now + timedelta(minutes=1))
        return self._viewer


def everything_of_section_2(viewer: Viewer) -> None:
    """One of everything, and for what can be Official-Sensitive one of that too."""
    lead = Typing(viewer)
    sources(lead)
    risks(lead)
    scored_anew(lead)
    first_edition(lead)
    second_edition(lead)
    ended(lead)


def sources(lead: Typing) -> None:
    for ref, title, marking in (("S-1", "Local profile", {}), ("SS-1", SECRET, SENSITIVE)):
        of: dict[str, Any] = {
            "dated": MONTH,
            "held_at": "The safe",
            "custodian": "J-1",
            "body": "B-2",
            "title": title,
            "ref": ref,
            **marking,
        }
        actions.receive_profile("Spring", by=lead.by, on=MONTH, **of)
        actions.brief_on_profile(ref, by=lead.by, on=WEEK, body="B-1", given_by="J-1")
        actions.brief_on_profile(ref, by=lead.by, on=WEEK, audience=f"Heads of service, {title}")
    released: dict[str, Any] = {"released_by": "Superintendent", "released_on": MONTH}
    actions.take_prompt("S-1", by=lead.by, on=WEEK, words=f"Ask about {SECRET}", **released, **SENSITIVE)
    actions.take_prompt("S-1", by=lead.by, on=WEEK, words="What do carers hear?", **released)
    actions.name_source("National level", ref="S-2", by=lead.by, on=MONTH, kind="threat-level", level="substantial")
    actions.set_level("S-2", by=lead.by, on=WEEK, level="severe", words="It was announced")
    actions.name_source(
        "Reports of leaflets", ref="S-3", by=lead.by, on=MONTH, kind="data", words="Counted by the constabulary", body="B-2"
    )
    figure: dict[str, Any] = {"unit": "reports", "covers_to": MONTH}
    actions.take_reading("S-3", by=lead.by, on=WEEK, value=Decimal("7"), covers_from=MONTH - timedelta(days=90), **figure)
    actions.take_reading("S-3", by=lead.by, on=DAY, value=Decimal("3.25"), words="Fewer", **figure)
    actions.name_source("What carers say", ref="S-4", by=lead.by, on=MONTH, kind="partner", words="Two\nlines", body="B-1", person="P-1")
    actions.name_source(SECRET, by=lead.by, on=MONTH, kind="partner", words=SECRET, body="B-2", **SENSITIVE)
    actions.name_source("Entered twice", ref="S-5", by=lead.by, on=MONTH, kind="trend")
    actions.withdraw_source("S-5", by=lead.by, on=DAY, because="By mistake")
    actions.contribute("A year of figures", by=lead.by, on=WEEK, body="B-1", towards="The autumn edition", person="P-1")
    actions.contribute(SECRET, by=lead.by, on=WEEK, body="B-1", **SENSITIVE)
    actions.request_profile("Please send the autumn edition", by=lead.by, on=MONTH, body="B-2")
    actions.answer_request("CQ-1", by=lead.by, on=WEEK, words="In spring")


def risks(lead: Typing) -> None:
    of: dict[str, Any] = {"on": MONTH, "kind": "situational", "concerns": "both"}
    whole = {name: f"The {name}" for name in ("cause", "event", "effect", "influence", "narratives", "methods", "targets", "environment")}
    first = actions.Wording(title="Halls let unseen", **whole, setting="offline", driver="mixed-or-unclear")
    actions.identify_risk(first, by=lead.by, owner="B-1", person="P-1", district="B-1", **of)
    actions.identify_risk(actions.Wording(title=SECRET), by=lead.by, owner="B-2", **of, **SENSITIVE)
    duty = actions.Wording(title="The duty is not met")
    actions.identify_risk(duty, by=lead.by, on=MONTH, kind="corporate", owner="B-1", reference="CR-1")
    actions.refer_risk("R2", by=lead.by, on=WEEK, reference="CR-21")
    actions.reword_risk("R1", by=lead.by, on=MONTH, wording=actions.Wording(title="Halls let without a check"))
    actions.hand_over_risk("R1", by=lead.by, on=WEEK, body="B-2", person="P-2")
    for source in ("S-4", "SS-2", "S-1", "S-5"):
        actions.rest_risk_on("R1", by=lead.by, on=WEEK, source=source)
    kept = actions.put_control("R1", by=lead.by, on=MONTH, words="Two people look").pk
    actions.put_control("R1", by=lead.by, on=MONTH, words="A list is kept")
    actions.end_control("R1", by=lead.by, on=WEEK, control=kept, because="Nobody left to look")
    scores = actions.Scores(inherent=(5, 4), residual=(4, 4), target=(2, 2))
    actions.review_risk("R1", by=lead.by, on=MONTH, because="Seen", scores=scores, next_due=TODAY, done_by="P-1")
    actions.review_risk("R1", by=lead.by, on=MONTH, because="Seen again")
    actions.review_risk("RS1", by=lead.by, on=WEEK, because=SECRET, scores=actions.Scores(residual=(2, 2)))


def scored_anew(lead: Typing) -> None:
    actions.set_matrix(FOUR, by=lead.by, on=WEEK, because="The council’s own")
    actions.review_risk("R2", by=lead.by, on=WEEK, because="On the new one", scores=actions.Scores(residual=(3, 4)))


def first_edition(lead: Typing) -> None:
    ref = actions.draft_assessment("Spring edition", by=lead.by, on=MONTH, done_by="P-1").ref
    actions.write_paragraph(ref, by=lead.by, on=WEEK, words=f"What {SECRET} says", **SENSITIVE)
    for words in ("Second", "First"):
        last = actions.write_paragraph(ref, by=lead.by, on=WEEK, words=words, heading=words)
    actions.move_paragraph(ref, by=lead.by, paragraph=last.pk, is_up=True)
    actions.rest_on(ref, by=lead.by, on=WEEK, sources=["S-1", "SS-1", "S-4"])
    actions.place_risks(ref, by=lead.by, on=WEEK, risks=["R2", "RS1", "R1"])
    actions.submit_assessment(ref, by=lead.by, on=WEEK, done_by="P-1")
    actions.send_back_assessment(ref, by=lead.by, on=WEEK, because="A paragraph is missing")
    actions.write_paragraph(ref, by=lead.by, on=WEEK, words="Third")
    actions.submit_assessment(ref, by=lead.by, on=WEEK, done_by="P-1")
    actions.approve_assessment(ref, by=lead.by, on=WEEK, done_by="P-2", minute="Item 4")
    actions.update_assessment("Nothing new was heard", by=lead.by, on=WEEK, is_changed=False, done_by="P-1")
    told = [actions.Told(body="B-2", person="P-2"), actions.Told(body="B-1", person="P-1")]
    actions.brief_on_assessment(ref, by=lead.by, on=WEEK, edition="whole", told=told, because=f"Cleared for {SECRET}")
    actions.brief_on_assessment(ref, by=lead.by, on=WEEK, edition="official", audience="Cabinet", given_by="J-1")


def second_edition(lead: Typing) -> None:
    dropped = actions.draft_assessment("Summer edition", by=lead.by, on=WEEK, follows="RA-1", is_copied=False).ref
    actions.withdraw_assessment(dropped, by=lead.by, on=DAY, because="Begun too early")
    ref = actions.draft_assessment("Autumn edition", by=lead.by, on=DAY, follows="RA-1").ref
    actions.submit_assessment(ref, by=lead.by, on=DAY)
    actions.approve_assessment(ref, by=lead.by, on=DAY, minute="Item 5")
    actions.update_assessment("The level rose", by=lead.by, on=TODAY, is_changed=True)
    bare = actions.draft_assessment("A sensitive one", by=lead.by, on=TODAY).ref
    actions.write_paragraph(bare, by=lead.by, on=TODAY, words=SECRET, **SENSITIVE)
    actions.submit_assessment(bare, by=lead.by, on=TODAY)


def ended(lead: Typing) -> None:
    actions.continue_risk("R1", by=lead.by, on=DAY, wording=actions.Wording(title=SECRET), because="Another entry takes it up")
    actions.continue_risk("RS1", by=lead.by, on=DAY, wording=actions.Wording(title="Open now"), because="Released")
    actions.close_risk("R2", by=lead.by, on=DAY, because="The duty is met")
    actions.reopen_risk("R2", by=lead.by, on=DAY, because="It is not")
