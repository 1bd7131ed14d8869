"""What people type about a plan: its period, how it is made, what carries it, its end."""

from typing import Any

from dueregard.access.viewer import Viewer
from dueregard.documents import queries as documents
from dueregard.organisations.queries.picking import bodies, people
from dueregard.partnership.queries import groups
from dueregard.plan.catalogue import national_objectives
from dueregard.plan.queries import plan_rows
from dueregard.plan.rules.plans import RatifiedBy, Referenced, TookPart
from dueregard.privacy.marking import Marking
from dueregard.ui.fields import UNCHOSEN, Choices, Day, Form, LongText, Once, OneOf, Pick, SeenForm, Text, Yes

OWN = ("", "None: it is our own, worded below")


class PlanForm(Form):
    """A new plan."""

    title = Text("Title", help_text="For example, Prevent partnership plan 2026 to 2027")
    group = Pick("Group that owns it")
    covers_from = Day("Covers the period from")
    covers_to = Day("To")
    lead = Pick("Authority that writes it for several", required=False, help_text="In a two-tier or joint plan")
    follows = Pick("Follows the plan", required=False, help_text="It can then be drafted from that one in one click")
    on = Day("Begun on", help_text="When drafting began")
    marking = OneOf("Marking", choices=Marking.choices, inline=True, initial=Marking.OFFICIAL)
    once = Once()

    def __init__(self, *args: Any, viewer: Viewer, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offer("group", [UNCHOSEN, *groups(viewer).values_list("ref", "name")])
        self.offer("lead", bodies(viewer, nobody="Nobody: one authority’s own plan"))
        before = [(row.ref, f"{row.title} ({row.ref})") for row in plan_rows(viewer, as_at=viewer.today)]
        self.offer("follows", [("", "None"), *before])
        if not viewer.reads_sensitive:
            del self.fields["marking"]


class GovernanceForm(SeenForm):
    """How the plan is governed."""

    words = LongText("How the plan is governed", rows=5, help_text="Who oversees it, how often, to whom it is reported. Posts, not names")
    on = Day("From")


class RoleForm(SeenForm):
    """What a partner does in the plan."""

    body = Pick("Partner")
    words = LongText("What it does in the plan", rows=4)
    on = Day("From")

    def __init__(self, *args: Any, viewer: Viewer, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offer("body", bodies(viewer))


class ContributionForm(Form):
    """A body took part in making the plan."""

    body = Pick("Body")
    how = OneOf("How it took part", choices=TookPart.choices)
    words = Text("What it brought, in short", required=False, max_length=400)
    person = Pick("Who, by name", required=False)
    on = Day("On")

    def __init__(self, *args: Any, viewer: Viewer, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offer("body", bodies(viewer))
        self.offer("person", people(viewer, nobody="Not recorded"))


class ObjectiveForm(Form):
    """An objective of the plan."""

    national = Pick("National objective", required=False)
    title = Text("In our words", required=False, max_length=300, help_text="Leave empty to keep the words of the national objective")
    on = Day("From")
    once = Once()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offer("national", [OWN, *((one.id, one.title) for one in national_objectives())])


class DropForm(SeenForm):
    """An objective is dropped."""

    on = Day("Its last day")
    because = Text("Why", max_length=400)


class RestingForm(SeenForm):
    """The edition of the risk assessment a plan rests on."""

    assessment = Pick("Edition of the risk assessment")
    on = Day("Since")

    def __init__(self, *args: Any, editions: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offer("assessment", [UNCHOSEN, *editions])


class AgreeForm(SeenForm):
    """The decision by which the group agreed the plan."""

    decision = Pick("Decision")
    is_unchecked = Yes("No Security Threat Check was made. The plan shows as a break until one is added")

    def __init__(self, *args: Any, decisions: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offer("decision", [UNCHOSEN, *decisions])


class CheckForm(Form):
    """The day the plan was checked, or a check made before that covers it."""

    on = Day("Checked on")
    check = Pick("A check made before that covers it", required=False)

    def __init__(self, *args: Any, made: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offer("check", [("", "None: the three questions are answered below"), *made])


class RatifyForm(Form):
    """Elected members ratified the plan."""

    members = OneOf("Ratified by", choices=RatifiedBy.choices)
    named = Text("Its name", max_length=160, help_text="For example, Community safety overview committee")
    minute = Text("Minute reference", help_text="As it stands in their minutes")
    on = Day("On")


class ReferenceForm(Form):
    """A document refers to the plan."""

    version = Pick("Document")
    kind = OneOf("What kind of document", choices=Referenced.choices)
    place = Text("Where in it", max_length=120, help_text="For example, page 14 or priority 3")
    on = Day("Read on")

    def __init__(self, *args: Any, viewer: Viewer, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offer("version", [UNCHOSEN, *documents.pickable(viewer)])


class EqualityForm(Form):
    """The equality analysis of the plan."""

    version = Pick("Document")
    on = Day("Attached on")

    def __init__(self, *args: Any, viewer: Viewer, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offer("version", [UNCHOSEN, *documents.pickable(viewer)])


class CloseForm(SeenForm):
    """The plan ends."""

    on = Day("Closed on")
    because = Text("If something is still open: why it is closed all the same", required=False, max_length=400)
