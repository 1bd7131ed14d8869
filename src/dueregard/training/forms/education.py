"""What people type about schools and other settings, and what a list of them leaves open."""

from collections.abc import Sequence
from typing import Any

from dueregard.access.viewer import Viewer
from dueregard.basics.choice import Choice
from dueregard.organisations.queries.picking import bodies
from dueregard.sheets.rules.tables import letters
from dueregard.training.queries.education import types_to_pick
from dueregard.training.rules.bringing_in.settings import LEAVE, Column, Layout
from dueregard.training.rules.education import school_year, year_words
from dueregard.ui.fields import Choices, Day, File, FilterForm, Form, LongText, Number, Once, Pick, SeenForm, Several, Text, Yes

NOBODY = "Nobody’s name, and nothing about a child or a family"
URN_HINT = "Six digits, as in the national register of schools; empty where it has none"


class Standing(Choice):
    """What a list of settings may be narrowed to."""

    REACHED = "reached", "Reached in the last 12 months"
    UNREACHED = "unreached", "Not reached in the last 12 months"
    LEAD = "lead", "Safeguarding lead not trained in two years"
    RETURN = "return", "No safeguarding return for this school year or the last"
    LEFT = "left", "Something left to do from its return"
    CLOSED = "closed", "Closed"


class SettingFilterForm(FilterForm):
    """Which settings to show."""

    kind = Pick("Type", required=False)
    standing = Pick("How they stand", required=False, choices=[("", "All that are open"), *Standing.choices])
    name = Text("Name or number has", required=False, max_length=60, width="10")

    def __init__(self, *args: Any, viewer: Viewer, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offer("kind", types_to_pick(viewer, unchosen="All types"))


class SettingForm(Form):
    """A setting."""

    name = Text("Name", max_length=160, help_text="Of the school or group; never of a family or a child")
    kind = Pick("Type", help_text="It stays: a school that becomes an academy is closed here and added as a new one")
    urn = Text("Unique reference number (URN)", required=False, max_length=10, width="10", help_text=URN_HINT)
    on = Day("There since", help_text="Or since when you have worked with it: nothing earlier can be recorded of it")
    once = Once()

    def __init__(self, *args: Any, viewer: Viewer, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offer("kind", types_to_pick(viewer))


class CorrectForm(SeenForm):
    """A setting's name or number put right."""

    name = Text("Name", max_length=160)
    urn = Text("Unique reference number (URN)", required=False, max_length=10, width="10", help_text=URN_HINT)


class ReachForm(SeenForm):
    """A setting was reached."""

    staff = Number("How many of its staff were trained", required=False, min_value=0, max_value=5000)
    is_lead_trained = Yes("Its designated safeguarding lead was trained")
    said = Text("What it was", required=False, max_length=400, help_text=f"For example, a twilight session on ideologies. {NOBODY}")
    on = Day("On")


class SeveralReachedForm(Form):
    """Several settings were reached alike."""

    refs = Several("Which settings")
    is_lead_trained = Yes("The designated safeguarding lead of each was trained")
    staff = Number("How many staff of each were trained", required=False, min_value=0, max_value=5000)
    said = Text("What it was", required=False, max_length=400, help_text=f"For example, the autumn forum of safeguarding leads. {NOBODY}")
    on = Day("On")

    def __init__(self, *args: Any, settings: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offer("refs", settings)


class TrainersForm(Form):
    """How many accredited trainers there are."""

    how_many = Number(
        "How many are accredited", min_value=0, max_value=5000, help_text="Nobody is named. It takes the place of an earlier count"
    )
    accredited_by = Text("By whom", max_length=120)
    body_ref = Pick("Of which body", required=False)
    on = Day("Counted on")
    until = Day("Accredited until", required=False)
    once = Once()

    def __init__(self, *args: Any, viewer: Viewer, of_setting: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if of_setting:
            del self.fields["body_ref"]
        else:
            self.offer("body_ref", bodies(viewer))


class AuditForm(Form):
    """A setting's safeguarding return."""

    year = Pick("School year")
    is_complete = Yes("It leaves nothing to do on Prevent")
    left = LongText("What it leaves to do", required=False, rows=3, max_length=400, help_text=NOBODY)
    on = Day("Received on")
    once = Once()

    def __init__(self, *args: Any, viewer: Viewer, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        now = school_year(viewer.today)
        self.offer("year", [(str(year), year_words(year)) for year in range(now, now - 5, -1)])


class ProgressForm(SeenForm):
    """What was done since of what a return left to do."""

    said = LongText("What has been done", rows=3, max_length=400, help_text=NOBODY)
    is_complete = Yes("Nothing is left to do")
    on = Day("On")


class WithdrawAuditForm(SeenForm):
    """A safeguarding return was entered by mistake."""

    because = LongText(
        "Why",
        rows=2,
        max_length=400,
        help_text=f"For example, it was another school’s. Everybody here can read it. {NOBODY}",
    )
    on = Day("Withdrawn on")


class CloseForm(SeenForm):
    """A setting closed."""

    on = Day("From")


class SettingListForm(Form):
    """A list of settings to bring in."""

    file = File("The list", help_text="Excel (.xlsx) or CSV, at most 5 MB. It is not kept")
    sheet = Text("Name of the sheet, if it is not the first", required=False, max_length=60, width="20")


class ListCheckForm(Form):
    """What a list of settings leaves open: its columns, words for types that nobody here knows, and since when they are there."""

    says_optional = False  # a page may be sent with some of them open: those are asked again
    on = Day("All of them are there since", help_text="Or since when you have worked with them: nothing earlier can be recorded of them")
    for_all = Pick("What type are those of which the list does not say it?", required=False)

    def __init__(self, *args: Any, viewer: Viewer, layout: Layout, asked: Sequence[str], asks_all: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        types = types_to_pick(viewer)
        if asks_all:
            self.offer("for_all", types)
        else:
            del self.fields["for_all"]
        for number, words in enumerate(asked):
            choices = [types[0], (LEAVE, "Leave them out"), *types[1:]]
            self.fields[f"type-{number}"] = Pick(f"“{words}” is", choices=choices, required=False)
        heads: Choices = [("", "No column")]
        heads += [(str(number), f"{letters(number)}: {words or 'no heading'}") for number, words in enumerate(layout.headings)]
        for column in Column:
            field = Pick(column.label, choices=heads, required=False, initial=str(layout.of.get(column, "")))
            self.fields[f"column-{column.value}"] = field
