"""Invents the workforces of the example areas: python examples/invent.py writes them anew below the mark in each file, always the same.

What a person would write (courses, plans, sessions, settings) stands above the mark and is edited by hand.
"""

import os
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from hashlib import sha256
from pathlib import Path
from typing import Any

import django

from dueregard.basics.part import Line

HERE = Path(__file__).parent
MARK = "  # The workforce below is written by examples/invent.py\n"
LAST = date(2026, 11, 20)
HISTORY = date(2023, 3, 7)
VALID = 730
ON_LINE = ("CR-1", "CR-2")


@dataclass(frozen=True)
class Team:
    """A team: how many began in it, which jobs there are after the managers, and how many of a hundred have had each course by now."""

    ref: str
    people: int
    jobs: tuple[str, ...]
    covered: dict[str, int]
    manager: str = "Team manager"
    kind: str = "staff"
    joiners: int = 0
    leavers: int = 0


@dataclass
class Person:
    """Somebody: the row of the file, and what they completed on which days."""

    row: dict[str, Any]
    left: date = LAST
    had: dict[str, list[date]] = field(default_factory=dict)


@dataclass(frozen=True)
class Invented:
    """An example area: its teams, when its files came, and how quickly it got better."""

    name: str
    teams: tuple[Team, ...]
    registers: tuple[date, ...]
    systems: tuple[date, ...]
    early: int  # of a hundred who are covered: had it before the programme began, and refreshed it
    withdrawn: date | None = None
    person: dict[int, str] = field(default_factory=dict)  # who of the people of the area is which learner


def part(*about: object, of: int) -> int:
    """A number below `of` that is always the same for the same thing, and looks like none in particular."""
    return int.from_bytes(sha256("/".join(map(str, about)).encode()).digest()[:6], "big") % of


def between(first: date, last: date, *about: object) -> date:
    """A Tuesday between two days: every second one in the years before, since old systems kept months and not days."""
    day = first + timedelta(days=part(*about, of=max(1, (last - first).days)))
    step = 14 if day < date(2025, 6, 1) else 7
    return date.fromordinal((day.toordinal() - 2) // step * step + 2)


def people(area: Invented) -> list[Person]:
    """Everybody who began with the register, and after them whoever joined since."""
    found: list[Person] = []
    for team in area.teams:
        managers = max(1, team.people // 12)
        for place in range(team.people):
            number = len(found) + 1
            job = (
                team.manager if place < managers and team.kind == "staff" else team.jobs[part(area.name, number, "job", of=len(team.jobs))]
            )
            joined = between(date(2009, 1, 6), date(2024, 9, 3), area.name, number, "joined")
            found.append(_person(area, team, number, job, joined))
        leaving = [one for one in found[-team.people :] if one.row["job"] != team.manager][-team.leavers or len(found) :]
        for one in leaving:
            one.left = between(date(2024, 12, 3), date(2026, 9, 22), area.name, one.row["ref"], "left")
    for team in area.teams:
        for place in range(team.joiners):
            number = len(found) + 1
            lately = place % 5 == 4
            first, last = (date(2026, 9, 8), date(2026, 11, 4)) if lately else (date(2024, 10, 1), date(2026, 8, 4))
            joined = between(first, last, area.name, number, "joined")
            found.append(_person(area, team, number, team.jobs[place % len(team.jobs)], joined))
    return found


def _person(area: Invented, team: Team, number: int, job: str, joined: date) -> Person:
    known = f"{100_000 + part(area.name, 'number', of=800_000) + number}"
    row: dict[str, Any] = {"ref": f"LN-{number}", "date": joined, "body": "B-1"}
    row |= {"kind": team.kind} if team.kind != "staff" else {}
    row |= {"number": known} if team.kind == "staff" else {"email": f"member-{number}@{area.name}.example"}
    row |= {"email": f"n{known}@{area.name}.example"} if team.kind == "staff" and team.covered else {}
    row |= {"person": area.person[number]} if number in area.person else {}
    return Person(row | {"team": team.ref, "job": job})


def train(area: Invented, one: Person, team: Team) -> None:
    """What somebody completed: covered by now and how, lapsed, or never."""
    for course, share in team.covered.items():
        about = (area.name, one.row["ref"], course)
        kind = "on line" if course in ON_LINE else course  # whoever sits down for the one sits down for the other
        chance = part(area.name, one.row["ref"], kind, "has", of=100)
        days = [day for day in _days(area, one, about, chance, share) if one.row["date"] <= day <= min(one.left, area.systems[-1])]
        if days:
            one.had[course] = days


def _days(area: Invented, one: Person, about: tuple[str, ...], chance: int, share: int) -> Iterator[date]:
    joined = one.row["date"]
    if joined > area.registers[0]:
        if chance < share:
            yield between(joined + timedelta(days=14), joined + timedelta(days=80), *about)
    elif chance >= share:
        if (chance - share) * 3 < (100 - share) * 2:
            yield between(date(2023, 10, 3), date(2024, 10, 22), *about, "lapsed")
    elif part(*about, "early", of=100) < area.early:
        first = between(HISTORY, date(2024, 11, 12), *about, "first")
        yield first
        yield min(first + timedelta(days=7 * (VALID // 7 - part(*about, "again", of=12))), LAST - timedelta(days=10))
    else:
        slow = part(*about, "slow", of=4) == 0
        yield between(date(2026, 3, 3) if slow else date(2024, 11, 26), date(2026, 11, 10) if slow else date(2026, 4, 21), *about, "later")


def imports(area: Invented) -> tuple[list[dict[str, Any]], dict[tuple[str, date], str]]:
    """The files that came, oldest first, and the number of each by source and day."""
    came = sorted([(day, "SO-1") for day in area.registers] + [(day, "SO-2") for day in area.systems])
    came += [(area.withdrawn, "SO-2")] if area.withdrawn else []
    rows, refs = [], {}
    for number, (day, source) in enumerate(sorted(came), start=1):
        refs[source, day] = f"IM-{number}"
        done = datetime(day.year, day.month, day.day, 15, 10 + number % 40, tzinfo=UTC)
        row = {"ref": f"IM-{number}", "date": day, "typed": done - timedelta(minutes=9), "source": source}
        row |= {"digest": sha256(f"{area.name} {number}".encode()).hexdigest(), "size": 0, "lines": 0, "rows": Line(), "done": done}
        if day == area.withdrawn:
            why = "The file gave the days people were booked, not the days they finished"
            row["withdrawn"] = Line(date=day + timedelta(days=3), because=why)
        rows.append(row)
    return rows, refs


def after(days: Sequence[date], day: date) -> date:
    """The first file that can tell of a day."""
    return next((one for one in days if one >= day), days[-1])


def written(area: Invented) -> dict[str, Any]:
    """The part of the file below the mark."""
    found = people(area)
    teams = {team.ref: team for team in area.teams}
    rows, refs = imports(area)
    counts: dict[str, int] = {}
    for place, one in enumerate(found):
        train(area, one, teams[one.row["team"]])
        came = refs["SO-1", after(area.registers, one.row["date"])]
        counts[came] = counts.get(came, 0) + 1
        one.row |= {"came_with": came} | _since(area, one, place, refs)
    together: dict[tuple[date, str, str], list[str]] = {}
    for one in found:
        for course, days in one.had.items():
            for day in days:
                came = refs["SO-2", after(area.systems, day)]
                counts[came] = counts.get(came, 0) + 1
                together.setdefault((day, course, came), []).append(one.row["ref"])
    if area.withdrawn:
        came = refs["SO-2", area.withdrawn]
        booked = [one.row["ref"] for one in found if not one.had and one.left == LAST][:24]
        together[area.withdrawn - timedelta(days=2), "CR-1", came], counts[came] = booked, len(booked)
    for row in rows:
        number = counts.get(row["ref"], 0)
        same = part(area.name, row["ref"], "same", of=300)
        row |= {
            "lines": number + same,
            "size": 61 * (number + same) + 74,
            "rows": Line({"new": number, "same": same} if number else {"same": same}),
        }
    order = sorted(together, key=lambda key: (key[0], len(key[1]), key[1], key[2]))
    completions = [Line(date=key[0], course=key[1], learners=together[key], came_with=key[2]) for key in order if together[key]]
    return {"imports": rows, "learners": [Line(one.row) for one in found], "completions": completions}


def _since(area: Invented, one: Person, place: int, refs: dict[tuple[str, date], str]) -> dict[str, Any]:
    """Who left, was away, or moved, as the registers said."""
    since: dict[str, Any] = {}
    if one.left < LAST:
        since["left"] = [{"date": one.left, "came_with": refs["SO-1", after(area.registers, one.left)]}]
    elif place % 97 == 60:
        register = area.registers[-1 if place % 2 else -2]
        since["away"] = [{"date": register - timedelta(days=130), "came_with": refs["SO-1", register]}]
    elif place % 89 == 40 and one.row["job"] != "Team manager" and one.row.get("number"):
        register = area.registers[-2]
        since["moves"] = [
            {"date": register, "team": one.row["team"], "job": one.row["job"], "site": "East office", "came_with": refs["SO-1", register]}
        ]
    return since


QUARTERS = tuple(
    date(*day) for day in ((2025, 1, 10), (2025, 4, 11), (2025, 7, 11), (2025, 10, 10), (2026, 1, 9), (2026, 4, 10), (2026, 7, 10))
)
WESTMARCH = Invented(
    name="westmarch",
    early=58,
    registers=(date(2024, 9, 20), *QUARTERS, date(2026, 10, 9), date(2026, 11, 13)),
    systems=(date(2024, 10, 11), *(day + timedelta(days=3) for day in QUARTERS), date(2026, 10, 12), date(2026, 11, 16)),
    withdrawn=date(2026, 2, 9),
    person={1: "P-4", 541: "P-25"},
    teams=(
        Team("T-1", 8, ("Community safety officer",), {"CR-1": 100, "CR-2": 100, "CR-3": 100, "CR-4": 100}, joiners=1),
        Team(
            "T-2",
            88,
            ("Social worker", "Social worker", "Family support worker", "Support worker"),
            {"CR-1": 97, "CR-2": 96, "CR-3": 93},
            joiners=11,
            leavers=9,
        ),
        Team("T-3", 30, ("Youth worker", "Youth support worker"), {"CR-1": 97, "CR-2": 94, "CR-3": 93}, joiners=4),
        Team(
            "T-4",
            112,
            ("Social worker", "Occupational therapist", "Reablement worker", "Reablement worker", "Contact and triage officer"),
            {"CR-1": 93, "CR-2": 82, "CR-3": 62},
            joiners=13,
            leavers=10,
        ),
        Team("T-5", 56, ("Early help worker", "Education welfare officer"), {"CR-1": 92, "CR-2": 91, "CR-3": 92}, joiners=5),
        Team("T-6", 26, ("Housing support officer",), {"CR-1": 92, "CR-2": 89}, joiners=2),
        Team("T-7", 36, ("Librarian", "Library assistant"), {"CR-1": 94, "CR-2": 92}, joiners=3),
        Team("T-8", 18, ("Lettings officer", "Hall keeper"), {"CR-1": 95, "CR-2": 93}, joiners=1),
        Team("T-9", 28, ("Customer adviser",), {"CR-1": 92, "CR-2": 90}, joiners=4, leavers=4),
        Team("T-10", 24, ("Councillor",), {"CR-1": 88, "CR-2": 86}, kind="member"),
        Team("T-11", 64, ("Highway operative", "Driver", "Inspector"), {}, leavers=5),
        Team("T-12", 50, ("Accountant", "Adviser", "Assistant"), {"CR-1": 30}, leavers=3),
    ),
)
SARNWICK = Invented(
    name="sarnwick",
    early=30,
    registers=(date(2025, 3, 14), date(2026, 9, 11)),
    systems=(date(2025, 3, 17), date(2026, 9, 14)),
    person={1: "P-2"},
    teams=(
        Team("T-1", 6, ("Officer",), {"CR-1": 90}),
        Team("T-2", 24, ("Social worker", "Support worker"), {"CR-1": 78, "CR-2": 62}, joiners=3),
        Team("T-3", 9, ("Youth worker",), {"CR-1": 70, "CR-2": 60}),
        Team("T-4", 17, ("Librarian", "Leisure assistant"), {"CR-1": 40}, joiners=2),
    ),
)


def main() -> None:
    """Write both anew."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "dueregard.config.settings")
    django.setup()
    from dueregard.config.area_file.yaml_places import write  # it needs the settings

    for area in (WESTMARCH, SARNWICK):
        path = HERE / f"{area.name}.yaml"
        kept, mark, _old = path.read_text(encoding="utf-8").partition(MARK)
        if not mark:
            raise SystemExit(f"{path.name} has no line that says where its workforce begins")
        path.write_text(kept + mark + re.sub("^", "  ", write(written(area)).rstrip("\n"), flags=re.M) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
