"""What people type into a field is read as they meant it, and what cannot be read is said in our words."""

from datetime import date, time

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from dueregard.ui.as_at import AsAtForm
from dueregard.ui.fields import Day, Email, File, Form, Number, Text, TimeOfDay


class Asking(Form):
    """A form with one field of each kind that may be typed wrongly."""

    on = Day("Held on")
    at = TimeOfDay("From", required=False)
    title = Text("Title", required=False, max_length=10)
    minutes = Number("Minutes", required=False, min_value=1)
    email = Email("E-mail address", required=False)
    file = File("Paper", required=False)


@pytest.mark.parametrize(
    "written",
    ["27/3/2026", "27/03/26", "27.3.2026", "27-3-26", "27 3 2026", "27 Mar 2026", "27 march 26", "Fri 27th March, 2026", "2026-03-27"],
)
def test_a_day_is_read_as_people_write_it(written: str) -> None:
    form = Asking({"on": written})

    assert form.is_valid()
    assert form.cleaned_data["on"] == date(2026, 3, 27)


@pytest.mark.parametrize("written", ["noon", "12 noon", "Midday", "12.00 noon", "12:00", "12 pm", "12 p.m."])
def test_noon_is_a_time_too(written: str) -> None:
    form = Asking({"on": "27/3/2026", "at": written})

    assert form.is_valid()
    assert form.cleaned_data["at"] == time(12)


def test_september_is_read_as_calendars_shorten_it() -> None:
    form = Asking({"on": "3 Sept 2026"})

    assert form.is_valid()
    assert form.cleaned_data["on"] == date(2026, 9, 3)


@pytest.mark.parametrize("written", ["31/2/2026", "next Friday", "3/2026", "27 Marzo 2026"])
def test_what_is_no_day_is_refused_and_the_field_is_named(written: str) -> None:
    form = Asking({"on": written})

    assert form.errors["on"] == ["Write the date as day, month and year, such as 27/3/2026: held on"]


@pytest.mark.parametrize("written", ["14:30", "14.30", "1430", "2:30pm", "2.30 pm", "2:30 PM"])
def test_a_time_is_read_as_people_write_it(written: str) -> None:
    form = Asking({"on": "27/3/2026", "at": written})

    assert form.is_valid()
    assert form.cleaned_data["at"] == time(14, 30)


def test_a_phone_shows_its_whole_keyboard_for_a_day() -> None:
    assert "inputmode" not in str(Asking()["on"])


@pytest.mark.parametrize(
    ("field", "typed", "words"),
    [
        ("at", "noonish", "Write the time with hours and minutes, such as 10:30: from"),
        ("title", "A title that goes on", "Write at most 10 characters, not 20: title"),
        ("title", "A\0B", "Take out what is no letter or figure: title"),
        ("minutes", "ten", "Write a whole number: minutes"),
        ("minutes", "0", "Write 1 or more: minutes"),
        ("email", "someone", "Write an e-mail address, such as name@council.example: e-mail address"),
    ],
)
def test_what_cannot_be_read_is_said_in_our_words(field: str, typed: str, words: str) -> None:
    form = Asking({"on": "27/3/2026", field: typed})

    assert form.errors[field] == [words]


def test_an_empty_file_is_said_to_be_empty() -> None:
    form = Asking({"on": "27/3/2026"}, {"file": SimpleUploadedFile("paper.txt", b"")})

    assert form.errors["file"] == ["The file is empty"]


def test_a_form_of_which_every_field_may_be_left_alone_calls_none_of_them_optional() -> None:
    assert "(optional)" in Asking().as_div()
    assert "(optional)" not in AsAtForm().as_div()


@pytest.mark.parametrize("written", ["1/1/0001", "31/12/9999", "1/1/1066"])
def test_a_year_outside_our_work_is_a_slip(written: str) -> None:
    form = Asking({"on": written})

    assert form.errors["on"] == [f"Check the year: {int(written[-4:])} cannot be right"]


def test_what_is_no_date_to_look_back_to_is_said_beside_it_with_what_the_page_shows() -> None:
    form = AsAtForm({"as_at": "banana", "known_on": "1/1/9999"})

    dates = form.chosen(date(2026, 11, 18))

    assert dates == (date(2026, 11, 18), date(2026, 11, 18))
    assert "so the page goes by today" in form.errors["as_at"][0]
    assert form.errors["known_on"] == ["Check the year: 9999 cannot be right"]
