"""What people type about reminders: on what terms they go out."""

from dueregard.ui.fields import Form, Hidden, Number, OneOf

ON, OFF = "on", "off"


class TermsForm(Form):
    """Whether reminders go out by themselves, how long before, how far apart, how many."""

    how = OneOf("Reminders", choices=[(ON, "Go out each day by themselves"), (OFF, "Go out only when somebody asks for it")])
    ahead_days = Number("Days before something is due", help_text="From 0 to 90")
    again_days = Number("Days between two reminders of one thing", help_text="From 7 to 180")
    most = Number("Reminders of one thing at most", help_text="From 1 to 6; after the last there are no more until they complete it")


class RunForm(Form):
    """Reminders are to go out now: nothing to fill in, a page to look at first."""

    sure = Hidden(initial="yes")
