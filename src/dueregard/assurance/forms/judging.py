"""What people type when they judge, score, moderate, keep evidence and raise actions."""

from typing import Any

from dueregard.access.roles import Permission
from dueregard.access.viewer import Viewer
from dueregard.assurance.rules.contents import ScaleSeen
from dueregard.assurance.rules.judging import Judged
from dueregard.documents import queries as documents
from dueregard.organisations.queries.picking import bodies
from dueregard.partnership import queries as partnership
from dueregard.ui.fields import Day, File, Form, Hidden, LongText, OneOf, Pick, Text, Yes


def rated(scale: ScaleSeen | None) -> list[tuple[str, str]]:
    """The values of a scale with their meanings, to choose from."""
    return [(rating.value, rating.words) for rating in scale.ratings] if scale else []


class JudgeForm(Form):
    """A judgement of one line."""

    line = Hidden()
    saw = Hidden()
    seen = Hidden()
    status = OneOf("Your judgement", Judged.choices, inline=True)
    score = OneOf("Score, on this round’s scale", (), inline=True)
    because = LongText("Why, in one or two sentences")
    keep_records_beside = Yes("Keep the records beside this as evidence")

    def __init__(self, *args: Any, scale: ScaleSeen | None, records: int, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if scale is None:
            del self.fields["score"]
        else:
            self.offer("score", rated(scale))
            self.fields["status"].required = self.fields["score"].required = False
        if records:
            self.fields["keep_records_beside"].label = (
                f"Keep the {records} records beside this as evidence" if records > 1 else "Keep the record beside this as evidence"
            )
        else:
            del self.fields["keep_records_beside"]


class ScoreForm(Form):
    """A score for a section."""

    seen = Hidden()
    score = OneOf("Score for the section, on this round’s scale", (), inline=True)
    because = LongText("Why, in one or two sentences", required=False)

    def __init__(self, *args: Any, scale: ScaleSeen, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.auto_id = "section_%s"  # another form of the page has a score too
        self.offer("score", rated(scale))


class ModerateForm(Form):
    """A local moderator's view."""

    who = Text("Who moderated, by their post", max_length=160)
    on = Day("On")
    status = OneOf("Their view", Judged.choices, inline=True, required=False)
    score = OneOf("Score, on this round’s scale", (), inline=True, required=False)
    because = LongText("Why, in one or two sentences")

    def __init__(self, *args: Any, scale: ScaleSeen | None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if scale is None:
            del self.fields["score"]
        else:
            self.offer("score", rated(scale))


class EvidenceForm(Form):
    """A document already held or, from whoever keeps the register, a file that is not in it yet."""

    held = Pick("A document already held", required=False)
    title = Text("Or a new document: its title", required=False)
    received = Day("When the new document was received or made", required=False)
    file = File("The new document’s file", required=False)

    def __init__(self, *args: Any, viewer: Viewer, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offer("held", [("", "None of these"), *documents.pickable(viewer)])
        if not viewer.may(Permission.DOCUMENT_EDIT):
            del self.fields["title"], self.fields["received"], self.fields["file"]


class DropForm(Form):
    """Why evidence is taken away."""

    because = LongText("Why this is no longer evidence", max_length=400)


class ImprovementForm(Form):
    """An action there is or, from whoever keeps the group's records, a new one."""

    action = Pick("An action there is already", required=False)
    what = Text("Or a new action: what is to be done", max_length=400, required=False)
    body = Pick("Who owns the new action", required=False)
    due = Day("When the new action is due", required=False)

    def __init__(self, *args: Any, viewer: Viewer, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        rows = [(row.ref, f"{row.what} ({row.ref})") for row in partnership.actions(viewer)]
        self.offer("action", [("", "None of these"), *rows])
        self.offer("body", bodies(viewer, nobody="Choose a body"))
        if not viewer.may(Permission.PARTNERSHIP_EDIT):
            del self.fields["what"], self.fields["body"], self.fields["due"]

    def clean(self) -> dict[str, Any]:
        """One or the other."""
        given = super().clean() or {}
        if bool(given.get("action")) == bool(given.get("what")):
            self.add_error(
                "action", "Choose an action there is, or write a new one" if "what" in self.fields else "Choose an action there is"
            )
        elif given.get("what") and not given.get("body"):
            self.add_error("body", "Say which body owns the new action")
        return given
