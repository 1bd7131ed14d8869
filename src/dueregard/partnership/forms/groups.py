"""What people type about groups, their functions and their terms of reference."""

from typing import Any

from dueregard.access.viewer import Viewer
from dueregard.documents import queries as documents
from dueregard.partnership.forms.offering import ConductForm, groups
from dueregard.partnership.rules.groups import GroupFunction, Sector
from dueregard.ui.fields import UNCHOSEN, Day, Form, LongText, Number, Once, Pick, Several, Text, Yes

FEW = {"min_value": "A quorum is one or more", "max_value": "That is more than there can be"}


class GroupForm(Form):
    """A new group and what it is there to do."""

    name = Text("Name of the group", max_length=160)
    functions = Several("What it is there to do", choices=GroupFunction.choices)
    on = Day("It has been there since")
    is_existing_body = Yes(
        "It was not made for Prevent", help_text="Such as a community safety partnership: its terms of reference have to name Prevent"
    )
    takes_over = Pick("Group it takes over from", required=False, help_text="It inherits that group’s history")
    once = Once()

    def __init__(self, *args: Any, viewer: Viewer, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offer("takes_over", groups(viewer, nobody="None"))


class EndGroupForm(Form):
    """The last day of a group, and why."""

    on = Day("Its last day")
    because = LongText("Why it was wound up", max_length=400)


class FunctionForm(ConductForm):
    """Something more a group is there to do. Why, and who agreed, is asked only where conduct asks for it."""

    function = Pick("What it is there to do", choices=[UNCHOSEN, *GroupFunction.choices])
    on = Day("Since")
    because = Text("Why it has to be so", required=False, max_length=400)
    agreed_by = Text("Who agreed it", required=False, max_length=200, help_text="A post and a meeting will do")


class LastDayForm(Form):
    """The last day of something."""

    on = Day("Last day")


class ReportForm(Form):
    """The board a group reports to."""

    to_group = Pick("One of the groups kept here", required=False)
    to_board = Text("Or another board, by name", required=False, max_length=160)
    on = Day("Since")

    def __init__(self, *args: Any, viewer: Viewer, group: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offer("to_group", groups(viewer, nobody="None of them", but=group))


class TermsForm(Form):
    """The edition of the terms of reference a group works by, and what it says of the quorum."""

    version = Pick("Terms of reference, from the documents register")
    on = Day("The group works by them since", help_text="The day the group approved them, such as 27/3/2026")
    quorum_members = Number("Quorum: how many members", required=False, min_value=1, max_value=99, error_messages=FEW)
    quorum_sectors = Number("Quorum: how many sectors", required=False, min_value=1, max_value=len(Sector), error_messages=FEW)
    quorum_required = Several("Quorum: sectors that have to be there", choices=Sector.choices, required=False)
    calls_at_once = Yes("They say how a meeting is called at once")
    once = Once()

    def __init__(self, *args: Any, viewer: Viewer, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offer("version", [UNCHOSEN, *documents.pickable(viewer, kind="terms")])
