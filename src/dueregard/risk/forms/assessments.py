"""What people type about editions of the assessment: beginning one, writing it, approving it, updating it, briefing on it."""

from typing import Any

from dueregard.access.viewer import Viewer
from dueregard.organisations import queries as organisations
from dueregard.organisations.queries.picking import people, posts
from dueregard.risk.forms.sources import NO_PERSON, MarkedForm, marking
from dueregard.risk.queries.assessed import risk_choices
from dueregard.risk.queries.assessments import assessment_rows
from dueregard.risk.queries.sources import source_choices
from dueregard.risk.rules.assessments import STOOD, Edition
from dueregard.ui.fields import Day, Form, Hidden, LongText, Once, OneOf, Pick, SeenForm, Several, Text

CHANGED, UNCHANGED = "changed", "unchanged"
FOR_ALL = "In words everybody on the group may read"


def own_ref(viewer: Viewer) -> str:
    """The reference of the person of this area who is signed in."""
    found = organisations.people(viewer).filter(pk=viewer.person_id).first() if viewer.person_id else None
    return found.ref if found else ""


class DraftForm(Form):
    """A new edition is begun."""

    title = Text("Title", help_text="Such as: Local risk assessment 2026 to 2027")
    follows = Pick("Begin from", required=False, help_text="Its paragraphs, its sources and its open risks are taken over")
    on = Day("Begun on")
    done_by = Pick("Drafted by", required=False)
    once = Once()

    def __init__(self, *args: Any, viewer: Viewer, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        rows = [row for row in assessment_rows(viewer, as_at=viewer.today) if row.stage in STOOD]
        self.offer("follows", [*((row.assessment.ref, f"{row.assessment.ref}: {row.assessment.title}") for row in rows), ("", "Nothing")])
        self.offer("done_by", people(viewer, nobody="Not recorded"))
        self.fields["done_by"].initial = own_ref(viewer)


class ParagraphForm(MarkedForm):
    """A paragraph of a draft."""

    heading = Text("Heading", required=False, max_length=160)
    words = LongText("Words", rows=8, help_text=NO_PERSON, max_length=20_000)
    marking = marking("Official-Sensitive paragraphs are in the whole only: the Official edition counts without them")

    def __init__(self, *args: Any, viewer: Viewer, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.hide_marking(viewer)


class RewriteForm(ParagraphForm):
    """A paragraph of a draft, as it was when the page showed it."""

    seen = Hidden()


class SourcesForm(Form):
    """The sources a draft rests on."""

    sources = Several("It rests on", required=False)

    def __init__(self, *args: Any, viewer: Viewer, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offer("sources", source_choices(viewer, on=viewer.today))


class RisksForm(Form):
    """The risks that stand in a draft."""

    risks = Several("These stand in it", required=False)

    def __init__(self, *args: Any, viewer: Viewer, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offer("risks", risk_choices(viewer, on=viewer.today))


class StepForm(SeenForm):
    """A draft is submitted."""

    on = Day("On")
    done_by = Pick("By", required=False)

    def __init__(self, *args: Any, viewer: Viewer, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offer("done_by", people(viewer, nobody="Not recorded"))
        self.fields["done_by"].initial = own_ref(viewer)


class SendBackForm(StepForm):
    """A submitted edition is sent back."""

    because = LongText("Why", max_length=400, rows=2, help_text=FOR_ALL)


class ApproveForm(SeenForm):
    """A submitted edition is approved."""

    on = Day("Approved on")
    done_by = Pick("Approved by", required=False)
    minute = Text("Or by a meeting: which, and where it is minuted", required=False)
    because = LongText("If its author approves it: why, and who agreed", required=False, max_length=400, rows=2)

    def __init__(self, *args: Any, viewer: Viewer, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offer("done_by", people(viewer, nobody="A meeting"))


class WithdrawAssessmentForm(SeenForm):
    """An edition will not be approved."""

    on = Day("Withdrawn on")
    because = Text("Why", max_length=400)


class UpdateForm(Form):
    """The assessment in force was looked at again."""

    is_changed = OneOf("Did anything change", choices=((CHANGED, "Yes"), (UNCHANGED, "No, nothing did")), inline=True)
    words = LongText("What changed, or why nothing did", help_text=FOR_ALL, max_length=4000)
    on = Day("When")
    done_by = Pick("By whom", required=False)
    once = Once()

    def __init__(self, *args: Any, viewer: Viewer, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offer("done_by", people(viewer, nobody="Not recorded"))
        self.fields["done_by"].initial = own_ref(viewer)

    def clean_is_changed(self) -> bool:
        """Whether anything changed."""
        return bool(self.cleaned_data["is_changed"] == CHANGED)


class BriefForm(Form):
    """Somebody was briefed on the edition in force."""

    edition = OneOf("On which of its two editions", choices=Edition.choices, initial=Edition.OFFICIAL)
    bodies = Several("Bodies that were briefed", required=False)
    people = Several("Or people of them", required=False, help_text="Whoever is told the whole is named")
    audience = Text("Or an audience, in words", required=False, help_text="Such as cabinet members, or head teachers")
    on = Day("When")
    given_by = Pick("Post that briefed them", required=False)
    because = LongText("How it is known that they may read it, where no clearance is recorded here", required=False, max_length=400, rows=2)
    once = Once()

    def __init__(self, *args: Any, viewer: Viewer, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.body_of = {row.person.ref: row.body.ref for row in organisations.people_at(viewer, on=viewer.today) if row.body}
        self.offer("bodies", organisations.body_choices(viewer, on=viewer.today))
        self.offer("people", [choice for choice in people(viewer)[1:] if choice[0] in self.body_of])
        self.offer("given_by", posts(viewer))
        if not viewer.reads_sensitive:
            for name in ("edition", "because"):
                del self.fields[name]

    @property
    def told(self) -> list[tuple[str, str | None]]:
        """The bodies that were briefed, and who of them."""
        named: list[str] = self.cleaned_data["people"]
        seen = {self.body_of[ref] for ref in named}
        alone = [ref for ref in self.cleaned_data["bodies"] if ref not in seen]
        return [*((self.body_of[ref], ref) for ref in named), *((ref, None) for ref in alone)]
