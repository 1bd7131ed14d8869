"""What people type on the pages that read everything."""

from datetime import date

from dueregard.ui.fields import Day, Form


class AsAtForm(Form):
    """As at which day, and known on which: the two dates of a finding."""

    as_at = Day("As things stood on", required=False)
    known_on = Day("As far as was typed by", required=False)

    def chosen(self, today: date) -> tuple[date, date]:
        """The two dates asked for; today where none was, or where what was typed is not a date."""
        given = self.cleaned_data if self.is_bound and self.is_valid() else {}
        on = given.get("as_at") or today
        return on, given.get("known_on") or max(today, on)
