"""What people type about who came: one row for each seat, each member without one, and whoever else was there."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from dueregard.partnership.forms.writing_up import Part
from dueregard.partnership.rules.meetings import Presence
from dueregard.ui.fields import Choices, OneOf, Pick, SeenForm

EXTRA = ("a", "b")  # two more who were there can be named at a time


@dataclass(frozen=True, kw_only=True)
class Row:
    """One row of the table of who came: a seat, or a person without one."""

    key: str  # the seat's ref, or the person's
    heading: str
    label: str
    hint: str
    seat: str | None
    usual: str | None  # the person who sits there
    people: tuple[tuple[str, str], ...]  # who may be named for a seat
    presence: str  # as recorded; empty where nothing is
    person: str  # likewise


def seat_row(row: Any, *, recorded: Any, reply: str, people: Mapping[UUID, Choices]) -> Row:
    """A seat of the table, with the people of its body and whoever sits or stands in there."""
    members = [one for one in row.members if one.role != "substitute"]
    usual = members[0].person if len(members) == 1 else None
    offered = dict([(one.person.ref, one.person.name) for one in row.members] + people.get(row.seat.body_id, []))
    if recorded is not None and recorded.person:
        offered.setdefault(recorded.person.ref, recorded.person.name)
    names = ", ".join(one.person.name for one in members) or "nobody is recorded in this seat"
    return Row(
        key=row.seat.ref,
        heading=row.sector if row.seat.sector else "Other seats",
        label=row.seat.body.name,
        hint=". ".join(filter(None, [names[:1].upper() + names[1:], reply])),
        seat=row.seat.ref,
        usual=usual.ref if usual else None,
        people=tuple(sorted(offered.items(), key=lambda pair: pair[1])),
        presence=recorded.presence if recorded is not None else "",
        person=recorded.person.ref if recorded is not None and recorded.person else "",
    )


def person_row(person: Any, *, heading: str, hint: str, recorded: Any) -> Row:
    """Somebody without a seat."""
    return Row(
        key=person.ref,
        heading=heading,
        label=person.name,
        hint=hint,
        seat=None,
        usual=person.ref,
        people=(),
        presence=recorded.presence if recorded is not None else "",
        person=person.ref,
    )


class AttendanceForm(Part, SeenForm):
    """Who came: a row that is left alone says nothing."""

    def __init__(self, *args: Any, rows: Sequence[Row], people: Choices, bodies: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.rows = rows
        for row in rows:
            self._add_row(row)
        for each in EXTRA:
            self.fields[f"extra_{each}"] = Pick("Who else was there", required=False)
            self.offer(f"extra_{each}", [("", "Nobody else"), *people, *((f"body:{ref}", f"Somebody from {name}") for ref, name in bodies)])

    def _add_row(self, row: Row) -> None:
        choices = Presence.choices if row.seat else [pair for pair in Presence.choices if pair[0] != Presence.SUBSTITUTE]
        self.fields[f"came_{row.key}"] = OneOf(
            row.label, choices=choices, inline=True, required=False, help_text=row.hint, initial=row.presence
        )
        if row.seat:
            self.fields[f"who_{row.key}"] = Pick(f"Who came for {row.label}", required=False)
            usual = next((name for ref, name in row.people if ref == row.usual), "")
            self.offer(f"who_{row.key}", [("", f"{usual}, who sits there" if usual else "Not named"), *row.people])
            self.fields[f"who_{row.key}"].initial = "" if row.person == row.usual else row.person

    def headings(self) -> list[tuple[str, list[tuple[Any, Any]]]]:
        """The rows by sector, each with its one or two fields."""
        found: dict[str, list[tuple[Any, Any]]] = {}
        for row in self.rows:
            found.setdefault(row.heading, []).append((self[f"came_{row.key}"], self[f"who_{row.key}"] if row.seat else None))
        return list(found.items())

    def extras(self) -> list[Any]:
        """The fields for whoever else was there."""
        return [self[f"extra_{each}"] for each in EXTRA]

    def is_written(self) -> bool:
        rows = [(f"came_{row.key}", f"who_{row.key}") for row in self.rows]
        return any(
            self.has_changed_in(*(name for name in row if name in self.fields)) for row in [*rows, *((f"extra_{each}",) for each in EXTRA)]
        )

    def clean(self) -> None:
        for row in self.rows:
            who = self.cleaned_data.get(f"who_{row.key}")
            if who and not self.cleaned_data.get(f"came_{row.key}"):
                self.add_error(f"came_{row.key}", f"Say how {row.label} stood")

    def came(self) -> list[dict[str, str | None]]:
        """The rows that are not as they were recorded, as the deed takes them."""
        found = [said for row in self.rows if (said := self._said(row))]
        for each in EXTRA:
            if who := self.cleaned_data[f"extra_{each}"]:
                kind, _, ref = who.rpartition(":")
                found.append({"seat": None, "person": None, "body": None, kind or "person": ref, "presence": Presence.PRESENT.value})
        return found

    def _said(self, row: Row) -> dict[str, str | None] | None:
        presence = self.cleaned_data[f"came_{row.key}"]
        usual = row.usual if presence != Presence.SUBSTITUTE else None
        person = (self.cleaned_data.get(f"who_{row.key}") or usual) if presence != Presence.ABSENT or not row.seat else None
        if not presence or (presence, person or "") == (row.presence, row.person):
            return None
        return {"seat": row.seat, "person": person, "body": None, "presence": presence}
