"""What people type into the plain registers: nil returns, briefings, links, exchanges, a senior officer's part."""

from typing import Any

from dueregard.access.viewer import Viewer
from dueregard.organisations.queries.picking import bodies, people, posts
from dueregard.partnership.queries.picking import past_meeting_choices
from dueregard.partnership.rules.decisions import NilAbout
from dueregard.partnership.rules.reach import BriefingAbout, InvolvementKind, LinkKind
from dueregard.privacy.marking import Marking
from dueregard.ui.fields import UNCHOSEN, Day, Form, LongText, Once, OneOf, Pick, Text

NO_NAMES = "Nobody’s name who is at risk or was referred"


class NilForm(Form):
    """Nothing of a kind arose in a period, as a named post says."""

    about = OneOf("What did not arise", choices=NilAbout.choices)
    since = Day("From")
    until = Day("Up to and including")
    post = Pick("Post that says so")
    on = Day("Said on")
    once = Once()

    def __init__(self, *args: Any, viewer: Viewer, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offer("post", [UNCHOSEN, *posts(viewer)[1:]])


class BriefingForm(Form):
    """Elected members were briefed."""

    audience = Text("Which members", help_text="A committee, the cabinet, all members")
    about = OneOf("On what", choices=BriefingAbout.choices)
    words = LongText("What was said, in a sentence or two", required=False, help_text=NO_NAMES, max_length=4000)
    on = Day("When")
    post = Pick("Post that briefed them", required=False)
    once = Once()

    def __init__(self, *args: Any, viewer: Viewer, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offer("post", posts(viewer))


class InvolvementForm(Form):
    """A senior officer took part in a way that no other record shows."""

    person = Pick("Who")
    how = OneOf("How", choices=InvolvementKind.choices)
    what = Text("What it was", help_text="The meeting, document, decision or communication, by its title")
    on = Day("When")
    once = Once()

    def __init__(self, *args: Any, viewer: Viewer, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offer("person", people(viewer))


class LinkForm(Form):
    """A link with another area, authority or network."""

    with_whom = Text("With whom")
    kind = OneOf("Which is", choices=LinkKind.choices)
    on = Day("Since")
    once = Once()


class LinkDeedForm(Form):
    """Something done under a link."""

    what = LongText("What was done", max_length=400, rows=2)
    on = Day("When")
    once = Once()


class LastDayForm(Form):
    """The last day of something."""

    on = Day("Last day")


class ExchangeForm(Form):
    """An exchange with a community organisation."""

    organisation = Text("Organisation", max_length=160)
    body = Pick("Where it is one of the area’s bodies", required=False)
    how = Text("How", max_length=160, help_text="A visit, a meeting, a letter")
    on = Day("When")
    heard = LongText("What was heard", required=False, help_text=NO_NAMES, max_length=4000)
    marking = OneOf("Marking", choices=Marking.choices, initial=Marking.OFFICIAL, inline=True)
    once = Once()

    def __init__(self, *args: Any, viewer: Viewer, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offer("body", bodies(viewer, nobody="It is none of them"))
        if not viewer.reads_sensitive:
            del self.fields["marking"]


HEARD, ANSWERED = "heard", "answered"


class SaidForm(Form):
    """What was heard in an exchange, or what was answered to it."""

    said = OneOf("What do you record", choices=((HEARD, "What was heard"), (ANSWERED, "What was answered, and what changed")))
    words = LongText("In words", help_text=NO_NAMES, max_length=4000)
    on = Day("When")


class ReportForm(Form):
    """The meeting at which the group was told."""

    meeting = Pick("Told at the meeting of")

    def __init__(self, *args: Any, viewer: Viewer, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offer("meeting", [UNCHOSEN, *past_meeting_choices(viewer)])
