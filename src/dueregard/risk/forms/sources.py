"""What people type about sources of each kind, about what is known from them, and about giving to the local profile."""

from typing import Any

from django import forms

from dueregard.access.viewer import Viewer
from dueregard.organisations.queries.picking import bodies, people, posts
from dueregard.privacy.marking import Marking
from dueregard.risk.rules.sources import SourceKind, ThreatLevel
from dueregard.ui.fields import UNCHOSEN, Day, FilterForm, Form, LongText, Once, OneOf, Pick, Text, Yes

NO_PERSON = "Of a place, a service or an influence: never of a person"
PASTED = 20_000  # characters a field takes before the rule says in words why so many are not kept


class Figure(forms.DecimalField):
    """A figure, perhaps with a decimal point."""

    kind, inline = "text", False

    def __init__(self, label: str, **options: Any) -> None:
        widget = forms.TextInput(attrs={"class": "govuk-input govuk-input--width-10", "inputmode": "decimal"})
        words = {"required": "Give the figure", "invalid": "Write a figure, such as 12 or 3.5"}
        super().__init__(label=label, widget=widget, max_digits=14, decimal_places=2, error_messages=words, **options)


class MarkedForm(Form):
    """A form of something that can be marked, by whoever may read Official-Sensitive."""

    def hide_marking(self, viewer: Viewer) -> None:
        """Whoever may not read Official-Sensitive is not asked for a marking."""
        if not viewer.reads_sensitive:
            del self.fields["marking"]


def marking(help_text: str = "It cannot be changed afterwards") -> OneOf:
    """Ask for a marking."""
    return OneOf("Marking", choices=Marking.choices, initial=Marking.OFFICIAL, inline=True, help_text=help_text)


class SourceFilterForm(FilterForm):
    """Which sources."""

    kind = Pick("Kind", choices=[("", "Any"), *SourceKind.choices], required=False)
    withdrawn = Yes("With those that were withdrawn")


class ProfileForm(MarkedForm):
    """An edition of the local profile, by reference."""

    edition = Text("Edition", help_text="As it is named, such as 2026", max_length=PASTED)
    dated = Day("Date it bears")
    on = Day("Received on")
    held_at = Text("Where it is held", help_text="A place, not the text: such as the police’s own store", max_length=PASTED)
    custodian = Pick("Custodian", required=False)
    body = Pick("Who gave it", required=False)
    marking = marking()
    once = Once()

    def __init__(self, *args: Any, viewer: Viewer, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offer("custodian", posts(viewer))
        self.offer("body", bodies(viewer, nobody="Not recorded"))
        self.hide_marking(viewer)


class SourceForm(MarkedForm):
    """A trend, a data series, or information from a partner."""

    title = Text("What it is, in a few words")
    words = LongText("What it says to us", required=False, help_text=NO_PERSON, max_length=4000)
    on = Day("Known since")
    body = Pick("Body that contributed it", required=False)
    person = Pick("Person who contributed it", required=False)
    marking = marking()
    once = Once()

    def __init__(self, *args: Any, viewer: Viewer, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offer("body", bodies(viewer, nobody="Not recorded"))
        self.offer("person", people(viewer, nobody="Not recorded"))
        self.hide_marking(viewer)


class FirstLevelForm(Form):
    """The national threat level, recorded for the first time."""

    level = OneOf("National threat level", choices=ThreatLevel.choices)
    on = Day("Since")
    once = Once()


class LevelForm(Form):
    """The national threat level was set."""

    level = OneOf("National threat level", choices=ThreatLevel.choices)
    on = Day("Since")
    words = Text("What was said with it", required=False, max_length=400)


class ReadingForm(Form):
    """A reading of a data series."""

    covers_from = Day("Period from", required=False)
    covers_to = Day("Period up to and including")
    value = Figure("Figure")
    unit = Text("Of what", help_text="Such as reports, or referrals", max_length=40, width="20")
    words = LongText("What it says to us", required=False, help_text=NO_PERSON, max_length=400, rows=2)
    on = Day("Read on")


class PromptForm(MarkedForm):
    """A prompt its originator released."""

    words = LongText("The prompt, in the words that were released", max_length=PASTED)
    released_by = Text("Post of the originator that released them", max_length=160)
    released_on = Day("Released on")
    on = Day("Taken on")
    marking = marking("As its originator marked it")

    def __init__(self, *args: Any, viewer: Viewer, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.hide_marking(viewer)


class ProfileBriefingForm(Form):
    """Somebody was briefed on the local profile."""

    body = Pick("Body that was briefed", required=False)
    audience = Text("Or an audience, in words", required=False, max_length=PASTED)
    on = Day("When")
    given_by = Pick("Post that briefed them", required=False)

    def __init__(self, *args: Any, viewer: Viewer, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offer("body", bodies(viewer, nobody="An audience in words"))
        self.offer("given_by", posts(viewer))


class WithdrawSourceForm(Form):
    """A source was entered by mistake, or no longer stands."""

    on = Day("Withdrawn on")
    because = Text("Why", max_length=400)


class ContributionForm(MarkedForm):
    """Something was given towards the local profile."""

    what = LongText("What was given", max_length=400, rows=2, help_text=NO_PERSON)
    body = Pick("By which body")
    person = Pick("And who of it", required=False)
    towards = Text("Towards which edition", required=False, max_length=80)
    on = Day("When")
    marking = marking()
    once = Once()

    def __init__(self, *args: Any, viewer: Viewer, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offer("body", [UNCHOSEN, *bodies(viewer)[1:]])
        self.offer("person", people(viewer, nobody="Not recorded"))
        self.hide_marking(viewer)


class RequestForm(Form):
    """Police were asked for the local profile."""

    words = LongText("What they were asked for", max_length=400, rows=2)
    body = Pick("Who was asked", required=False)
    on = Day("When")
    once = Once()

    def __init__(self, *args: Any, viewer: Viewer, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offer("body", bodies(viewer, nobody="Not recorded"))


class AnswerForm(Form):
    """Police answered."""

    words = LongText("What they answered", max_length=400, rows=2)
    on = Day("When")
