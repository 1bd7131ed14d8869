"""As at which day, and known on which: what a page that looks back asks."""

from datetime import date

from dueregard.ui.fields import Day, FilterForm

NO_DATE = "This is not a date, so the page goes by today. Write it as day, month and year, such as 27/3/2026"


class OnDayForm(FilterForm):
    """As at which day."""

    as_at = Day("As things stood on", required=False, error_messages={"invalid": NO_DATE})

    def day(self, today: date) -> date:
        """The day asked for; today where none was, or where what was typed is not a date."""
        given = self.cleaned_data if self.is_bound and self.is_valid() else {}
        return given.get("as_at") or today


class AsAtForm(OnDayForm):
    """As at which day, and as far as was known on which: the two dates of a finding."""

    known_on = Day("As far as was typed by", required=False, error_messages={"invalid": NO_DATE})

    def chosen(self, today: date) -> tuple[date, date]:
        """The two dates asked for; today where none was, or where what was typed is not a date."""
        on = self.day(today)
        given = self.cleaned_data if self.is_bound and self.is_valid() else {}
        return on, given.get("known_on") or max(today, on)
