"""Which column of a file holds what: as somebody said of its source, or as its headings say."""

import re
from collections.abc import Mapping, Sequence

from dueregard.basics.choice import Choice
from dueregard.training.rules.imports import Holds


class Field(Choice):
    """What a column can hold."""

    NUMBER = "number", "Employee number"
    EMAIL = "email", "E-mail"
    NAME = "name", "Name, or first name"
    SURNAME = "surname", "Last name, where it stands apart"
    TEAM = "team", "Team"
    COURSE = "course", "Course"
    COMPLETED = "completed", "Completed on"
    STATUS = "status", "Whether it was completed"
    JOB = "job", "Job title"
    SITE = "site", "Place of work"
    MANAGER = "manager", "Manager’s e-mail"
    KIND = "kind", "Staff, contractor, volunteer …"
    JOINED = "joined", "Joined on"
    LEFT = "left", "Last day, of those who left"
    AWAY = "away", "Away since, of those absent for long"
    BACK = "back", "Back on"


DAY_FIRST_OF_ALL = re.compile(r"\d{1,4}[-/. ]+([a-z]{3,9}|\d{1,2})[-/. ]+\d{2,4}\b")  # a cell that begins with a whole day
WHO = (Field.NUMBER, Field.EMAIL, Field.NAME, Field.SURNAME, Field.TEAM)
FIELDS: dict[str, tuple[Field, ...]] = {
    Holds.COMPLETIONS: (*WHO, Field.COURSE, Field.COMPLETED, Field.STATUS),
    Holds.STAFF: (*WHO, Field.JOB, Field.SITE, Field.MANAGER, Field.KIND, Field.JOINED, Field.LEFT, Field.AWAY, Field.BACK),
}
NEEDED: dict[str, tuple[Field, ...]] = {Holds.COMPLETIONS: (Field.COURSE, Field.COMPLETED), Holds.STAFF: (Field.JOINED,)}
KNOWN_BY: dict[str, tuple[Field, ...]] = {
    Holds.COMPLETIONS: (Field.NUMBER, Field.EMAIL, Field.NAME),
    Holds.STAFF: (Field.NUMBER, Field.EMAIL),
}
HEADINGS: dict[Field, frozenset[str]] = {
    Field.NUMBER: frozenset(
        {"employee number", "employee no", "employee id", "staff number", "staff no", "staff id", "payroll number", "payroll no"}
        | {"assignment number", "person number", "personnel number", "user id", "idnumber", "id number"}
    ),
    Field.EMAIL: frozenset({"e-mail", "email", "email address", "e-mail address", "work email", "user email", "mail"}),
    Field.NAME: frozenset({"name", "full name", "employee name", "learner", "learner name", "first name", "forename", "user"}),
    Field.SURNAME: frozenset({"surname", "last name", "family name"}),
    Field.TEAM: frozenset({"team", "department", "service", "organisation unit", "cost centre", "division", "org unit"}),
    Field.COURSE: frozenset({"course", "course name", "course title", "training", "module", "activity", "learning item", "item title"}),
    Field.COMPLETED: frozenset(
        {"completed", "completed on", "completion date", "date completed", "date of completion", "completed date", "date", "attended on"}
    ),
    Field.STATUS: frozenset({"status", "completion status", "course status", "progress", "result", "outcome"}),
    Field.JOB: frozenset({"job", "job title", "position", "position title", "role", "post title"}),
    Field.SITE: frozenset({"site", "location", "place of work", "office", "base"}),
    Field.MANAGER: frozenset({"manager email", "manager's email", "line manager email", "manager e-mail"}),
    Field.KIND: frozenset({"kind", "type", "worker type", "employment type", "person type"}),
    Field.JOINED: frozenset({"joined", "joined on", "start date", "date joined", "hire date", "date started", "commencement date"}),
    Field.LEFT: frozenset({"left", "left on", "leaving date", "end date", "date left", "last day", "termination date"}),
    Field.AWAY: frozenset({"away since", "absent since", "absence start", "absent from"}),
    Field.BACK: frozenset({"back on", "absence end", "returned on", "absent to"}),
}


def plain(words: str) -> str:
    """A heading, or what a source calls a course, as it is compared."""
    return " ".join(words.split()).casefold()


def guessed(headings: Sequence[str], *, holds: str) -> dict[str, str]:
    """Which heading each field stands under, as far as the headings say so themselves."""
    found: dict[str, str] = {}
    for heading in headings:
        words = plain(heading).rstrip(":").replace("_", " ")
        field = next((field for field in FIELDS[holds] if words in HEADINGS[field]), None)
        if field:
            found.setdefault(field, heading)
    return found


def proposed(said: Mapping[str, str], headings: Sequence[str], *, holds: str) -> dict[str, str]:
    """Which heading each field stands under: as said of the source, and as the headings say where the file has not all of those."""
    there = {plain(heading) for heading in headings}
    kept = {field: heading for field, heading in said.items() if plain(heading) in there}
    if said and len(kept) == len(said):
        return kept  # a column that nobody named is left out on purpose
    taken = {plain(heading) for heading in kept.values()}
    found = {field: heading for field, heading in guessed(headings, holds=holds).items() if plain(heading) not in taken}
    return found | kept


def places(columns: Mapping[str, str], headings: Sequence[str]) -> dict[str, int]:
    """In which column each field stands in this file; a field whose heading is not there has none."""
    there: dict[str, int] = {}
    for number, heading in enumerate(headings):
        there.setdefault(plain(heading), number)
    return {field: there[plain(heading)] for field, heading in columns.items() if plain(heading) in there}


def why_no_headings(headings: Sequence[str]) -> str | None:
    """The reason the first row cannot be headings: somebody’s address or a day stands in it, or a title alone; None if it can."""
    if any("@" in heading or DAY_FIRST_OF_ALL.match(plain(heading)) for heading in headings):
        return "The first row reads like somebody’s and not like headings. Put a row of headings above it, and choose the file again"
    there = [heading for heading in headings if heading]
    if len(there) == 1:
        return f"The first row holds only “{there[0][:80]}”. Delete what stands above the row of headings, and choose the file again"
    return None


def why_not_read(columns: Mapping[str, str], headings: Sequence[str], *, holds: str) -> str | None:
    """The reason a file cannot be read by these columns; None if it can."""
    shown = ", ".join(f"“{heading}”" for heading in headings[:20] if heading)
    if why := why_no_headings(headings):
        return why
    for field, heading in columns.items():
        if sum(plain(heading) == plain(one) for one in headings) > 1:
            return f"Several columns are headed “{heading}”: give each a heading of its own, and choose the file again"
        if field in NEEDED[holds] and plain(heading) not in {plain(one) for one in headings}:
            return f"The file has no column headed “{heading}”. It has: {shown}"
    there = places(columns, headings)
    missing = [field.label for field in NEEDED[holds] if field not in there]
    if missing:
        return f"Say which column holds: {missing[0][:1].lower()}{missing[0][1:]}. The file has: {shown}"
    if not any(field in there for field in KNOWN_BY[holds]):
        return f"Say which column tells who it is: {' or '.join(field.label.lower() for field in KNOWN_BY[holds])}. The file has: {shown}"
    return None
