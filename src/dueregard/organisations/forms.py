"""What people type about the area, its bodies, people and posts."""

from typing import Any

from dueregard.access.viewer import Viewer
from dueregard.organisations.queries.picking import bodies, people
from dueregard.organisations.rules import STANDING_VALUES, BodyKind, PostKind, Standing, value_words
from dueregard.ui.fields import UNCHOSEN, Day, Email, Form, LongText, Once, OneOf, Pick, SeenForm, Text, Yes

NO_BODY = "None here"


class StandingForm(Form):
    """What is said of the area as a whole. The tier is offered only to those who may read it."""

    says = OneOf("What is decided or known", choices=())
    on = Day("From which date")
    because = LongText(
        "Who decided it, or how it is known",
        max_length=400,
        help_text="No intelligence and nobody’s name: a post and a letter’s date will do",
    )

    def __init__(self, *args: Any, viewer: Viewer, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        said = [standing for standing in Standing if standing != Standing.TIER or viewer.reads_sensitive]
        choices = [(standing, value) for standing in said for value in STANDING_VALUES[standing]]
        self.offer(
            "says", [(f"{standing}:{value}", f"{standing.label}: {value_words(standing, value).lower()}") for standing, value in choices]
        )


class BodyForm(Form):
    """A new body."""

    name = Text("Name", max_length=160)
    kind = Pick("Kind", choices=[UNCHOSEN, *BodyKind.choices])
    is_specified = Yes("It is a specified authority", help_text="Named in Schedule 6 to the Counter-Terrorism and Security Act 2015")
    on = Day("In the area since", error_messages={"required": "Enter when it came into the area"})
    once = Once()


class LastDayForm(Form):
    """The last day of something."""

    on = Day("Last day")


class TeamForm(Form):
    """A new team of a body."""

    name = Text("Name", max_length=160)
    on = Day("There since")
    once = Once()


class PersonForm(Form):
    """Somebody new."""

    name = Text("Name", max_length=120, help_text="Where you do not keep names here, write the post")
    email = Email("E-mail address", required=False)
    body = Pick("Body they belong to", required=False)
    once = Once()

    def __init__(self, *args: Any, viewer: Viewer, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offer("body", bodies(viewer, nobody=NO_BODY))


class CorrectPersonForm(SeenForm):
    """How somebody is called and reached."""

    name = Text("Name", max_length=120)
    email = Email("E-mail address", required=False)


class MovePersonForm(Form):
    """The body somebody belongs to from a date."""

    body = Pick("Body they belong to", required=False)
    on = Day("Since")

    def __init__(self, *args: Any, viewer: Viewer, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offer("body", bodies(viewer, nobody=NO_BODY))


class PostForm(Form):
    """A new post and, where somebody holds it, who and since when."""

    title = Text("Title of the post", max_length=160)
    kind = Pick("Kind", choices=[UNCHOSEN, *PostKind.choices])
    body = Pick("Body it belongs to")
    on = Day("There since")
    held_by = Pick("Who holds it", required=False)
    held_from = Day("Held since", required=False, help_text="Leave this out if it is the same day")
    once = Once()

    def __init__(self, *args: Any, viewer: Viewer, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offer("body", bodies(viewer))
        self.offer("held_by", people(viewer, nobody="Nobody, or not known"))


class HoldForm(Form):
    """Who holds a post from a date."""

    person = Pick("Who holds it")
    on = Day("Since")
    because = Text("If somebody else holds it too: why, and who agreed", required=False, max_length=400)

    def __init__(self, *args: Any, viewer: Viewer, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offer("person", people(viewer))


class ServingForm(Form):
    """Which area this arrangement serves from a date."""

    slug = Pick("Area", help_text="The areas in which you have a role yourself", error_messages={"required": "Choose an area"})
    on = Day("Since")

    def __init__(self, *args: Any, viewer: Viewer, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offer("slug", [UNCHOSEN, *viewer.other_areas])


class SuccessionForm(ServingForm):
    """Which area this one takes over from, on a date."""

    share = Text("How much of it", help_text="The whole, or which part: the districts that came here")


__all__ = [
    "BodyForm",
    "CorrectPersonForm",
    "HoldForm",
    "LastDayForm",
    "MovePersonForm",
    "PersonForm",
    "PostForm",
    "ServingForm",
    "StandingForm",
    "SuccessionForm",
    "TeamForm",
]
