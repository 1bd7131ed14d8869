"""What people type when a meeting is written up: who came, each item’s minutes, decision and action, reviews, interests.

Every part may be left alone: a form says whether anything was written in it, and asks for the rest only then.
"""

from collections.abc import Iterable, Sequence
from typing import Any

from dueregard.access.viewer import Viewer
from dueregard.partnership.rules.agenda import ItemOutcome
from dueregard.partnership.rules.decisions import DecisionKind
from dueregard.privacy.marking import Marking
from dueregard.ui.fields import UNCHOSEN, Choices, Day, Form, LongText, Once, OneOf, Pick, SeenForm, Text, TimeOfDay, Yes

UNKNOWN = "unknown"  # somebody chaired, nobody knows who
YES_NO = (("yes", "Yes"), ("no", "No"))
QUESTIONS = {"mindful": "first", "proportionate": "second", "reduces": "third"}


class Part(Form):
    """One part of the record: nothing in it is asked for until something is written in it."""

    says_optional = False  # all of them are
    waits_for: tuple[str, ...] = ()  # any of these filled in means that the part is being written

    def is_written(self) -> bool:
        """Whether anything was written in it that was not there before."""
        return any(self.data.get(self.add_prefix(name), "").strip() for name in self.waits_for)

    def has_changed_in(self, *names: str) -> bool:
        """Whether any of these says something else than the record; all empty is a part left alone that another wrote in since."""
        says_something = any(self.data.get(self.add_prefix(name), "").strip() for name in names)
        return self.is_bound and says_something and any(name in self.changed_data for name in names)

    def ask(self, name: str, words: str) -> None:
        """Ask for a field that is empty."""
        if not self.cleaned_data.get(name) and name not in self.errors:
            self.add_error(name, words)


class SittingForm(Part, SeenForm):
    """Who chaired and from when to when the meeting sat. Saying so records it as held."""

    chaired_by = Pick("Who chaired", required=False)
    started = TimeOfDay("Began", required=False)
    ended = TimeOfDay("Ended", required=False, help_text="")

    def __init__(self, *args: Any, people: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offer("chaired_by", [UNCHOSEN, (UNKNOWN, "Not known"), *people])

    def is_written(self) -> bool:
        return self.has_changed_in("chaired_by", "started", "ended")


class MinuteForm(Part, SeenForm):
    """What was said of an item and what became of it."""

    words = LongText("What was said", required=False, rows=2)
    outcome = OneOf("What became of it", choices=ItemOutcome.choices, inline=True, required=False)
    started = TimeOfDay("Came to it at", required=False, help_text="")
    is_sensitive = Yes("Official-Sensitive")

    def __init__(self, *args: Any, viewer: Viewer, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not viewer.reads_sensitive:
            del self.fields["is_sensitive"]

    def is_written(self) -> bool:
        return self.has_changed_in("words", "outcome", "started", "is_sensitive")

    @property
    def has_new_words(self) -> bool:
        """Whether the minute itself changes, and not only the time."""
        return any(name in self.changed_data for name in ("words", "outcome", "is_sensitive"))

    @property
    def marking(self) -> str:
        """The marking it is to have."""
        return (Marking.SENSITIVE if self.cleaned_data.get("is_sensitive") else Marking.OFFICIAL).value


class DecisionForm(Part):
    """What was decided at an item and, where it is about delivery, its Security Threat Check."""

    waits_for = ("words", "kind", *QUESTIONS, *(f"{name}_because" for name in QUESTIONS), "go_ahead_because", "is_unchecked")
    words = LongText("What was decided", required=False, rows=2)
    kind = OneOf("What kind of decision it is", choices=DecisionKind.choices, required=False)
    mindful = OneOf("1", choices=YES_NO, inline=True, required=False)
    mindful_because = LongText("Reason for the first answer", required=False, rows=2)
    proportionate = OneOf("2", choices=YES_NO, inline=True, required=False)
    proportionate_because = LongText("Reason for the second answer", required=False, rows=2)
    reduces = OneOf("3", choices=YES_NO, inline=True, required=False)
    reduces_because = LongText("Reason for the third answer", required=False, rows=2)
    go_ahead_because = Text("Where an answer is no: why it goes ahead all the same", required=False, max_length=400)
    is_unchecked = Yes("No check was made. The decision shows as a break until one is added")
    once = Once()

    def __init__(self, *args: Any, asked: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for number, question in enumerate(asked.questions, start=1):
            self.fields[question.id].label, self.fields[question.id].help_text = f"{number}. {question.words}", question.help

    def clean(self) -> None:
        if not self.is_written():
            return
        self.ask("words", "Write what was decided")
        self.ask("kind", "Say whether it is procedural or about delivery")
        if self.cleaned_data.get("kind") == DecisionKind.DELIVERY and not self.cleaned_data.get("is_unchecked"):
            self._ask_for_check()

    def _ask_for_check(self) -> None:
        for name, which in QUESTIONS.items():
            self.ask(name, f"Answer yes or no to the {which} question")
            self.ask(f"{name}_because", f"Give a reason for the {which} answer")
        if any(self.cleaned_data.get(name) == "no" for name in QUESTIONS):
            self.ask("go_ahead_because", "One of the three answers is no. Say why it goes ahead all the same")

    def answers(self) -> dict[str, Any] | None:
        """The three answers with their reasons; None where none is needed or none was made."""
        said = self.cleaned_data
        if said["kind"] != DecisionKind.DELIVERY or said["is_unchecked"]:
            return None
        reasons = {f"{name}_because": said[f"{name}_because"] for name in QUESTIONS}
        return {name: said[name] == "yes" for name in QUESTIONS} | reasons | {"go_ahead_because": said["go_ahead_because"]}


class ActionForm(Part):
    """Something to be done that arose at an item."""

    waits_for = ("what", "body", "person", "due")
    what = Text("What is to be done", required=False, max_length=400)
    body = Pick("Body that owns it", required=False)
    person = Pick("Person", required=False)
    due = Day("Due", required=False)
    follows = Pick("Follows from", required=False)
    once = Once()

    def __init__(self, *args: Any, bodies: Choices, people: Choices, decisions: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offer("body", [UNCHOSEN, *bodies])
        self.offer("person", [("", "Nobody by name"), *people])
        self.offer("follows", [("", "No decision"), ("this", "The decision written above"), *decisions])

    def clean(self) -> None:
        if self.is_written():
            self.ask("what", "Say what is to be done")
            self.ask("body", "Say which body owns the action")


class ReviewsForm(Part):
    """What the group concluded of the open actions, all under one item."""

    rest = Yes("The others were reviewed and go on as they are")

    def __init__(self, *args: Any, actions: Sequence[Any], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.actions = actions
        for row in actions:
            self.fields[f"said_{row.ref}"] = Text(f"{row.ref} {row.what}", required=False, max_length=400, help_text=_stands(row))
            self.fields[f"due_{row.ref}"] = Day("New due date, if one was agreed", required=False, help_text="")

    def is_written(self) -> bool:
        return self.is_bound and bool(self.changed_data)

    def clean(self) -> None:
        for row in self.actions:
            if self.cleaned_data.get(f"due_{row.ref}"):
                self.ask(f"said_{row.ref}", f"Say what the group concluded of {row.ref}")

    def reviewed(self) -> list[tuple[Any, str, Any]]:
        """The actions that were reviewed, each with what was concluded and a new due date where one was agreed."""
        said = self.cleaned_data
        unchanged = "Reviewed; goes on as it is" if said.get("rest") else ""
        rows = ((row, said[f"said_{row.ref}"] or unchanged, said[f"due_{row.ref}"]) for row in self.actions)
        return [row for row in rows if row[1]]

    def lines(self) -> list[tuple[Any, Any]]:
        """The fields of each action, two by two."""
        return [(self[f"said_{row.ref}"], self[f"due_{row.ref}"]) for row in self.actions]


def _stands(row: Any) -> str:
    owner = row.person or row.owner or "Nobody owns it"
    return f"{owner}; {f'due {row.due:%-d %B %Y}' if row.due else 'no due date'}{f'. {row.rag.label}' if row.rag else ''}"


class DeclarationForm(Part):
    """An interest somebody declared."""

    waits_for = ("person", "words")
    person = Pick("Who declared it", required=False)
    words = Text("What the interest is", required=False, max_length=400)
    item = Pick("At which item", required=False)

    def __init__(self, *args: Any, people: Choices, items: Iterable[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offer("person", [UNCHOSEN, *people])
        self.offer("item", [("", "At the meeting as a whole"), *items])

    def clean(self) -> None:
        if self.is_written():
            self.ask("person", "Say who declared the interest")
            self.ask("words", "Say what the interest is")
