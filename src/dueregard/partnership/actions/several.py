"""What a sheet tells of many actions, new ones and those that are there: looked up at once, judged row by row, written at once."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Model

from dueregard.access.roles import Permission
from dueregard.access.viewer import Viewer
from dueregard.audit.actions import Among
from dueregard.basics.many import Named, in_row, named, take_further, write
from dueregard.organisations import queries as organisations
from dueregard.organisations.actions import counter, next_refs
from dueregard.partnership import queries
from dueregard.partnership.actions import rows
from dueregard.partnership.actions.minutes import open_item
from dueregard.partnership.models import Action, AgendaItem, Group
from dueregard.partnership.queries.searchable import actions_searchable
from dueregard.partnership.queries.standing import Standing, fresh, standings
from dueregard.partnership.rules.bringing_in.said import ActionSaid
from dueregard.partnership.rules.decisions import ActionStatus
from dueregard.privacy.marking import Marking, highest
from dueregard.risk.queries.thread import risks_there
from dueregard.search.actions import index

LONGEST_WHY = 400


@dataclass(frozen=True, kw_only=True)
class Told:
    """An action that a sheet told of, as the trail is to say it."""

    action: Action
    among: Among


def tell_actions(said: Sequence[ActionSaid], *, by: Viewer, group: Group, source: str) -> list[Told]:
    """Write what a sheet says of each of these actions, all of it or nothing; the deed that brings the sheet in says so in the trail.

    `source` is said where the sheet has no words of its own.
    """
    by.must(Permission.PARTNERSHIP_EDIT)
    by.must(Permission.ACTION_UPDATE_ANY)
    sheet = _Sheet(said, by=by, group=group, source=source)
    found: list[Told] = []
    written: list[Model] = []
    for one in said:
        with in_row(one.number):
            now, told = sheet.changed(one) if one.ref else sheet.raised(one)
            written += [*told, *sheet.tied(now, one), *sheet.last_word(now, one)]
            found.append(Told(action=now.action, among=sheet.among(now.action, one)))
    write(written)
    take_further(Action, [told.action for told in found if not told.among.is_new])
    index(actions_searchable([told.action for told in found]), by=by)
    return found


class _Sheet:
    """Everything that the rows of a sheet name, read at once, and the references of the new actions."""

    def __init__(self, said: Sequence[ActionSaid], *, by: Viewer, group: Group, source: str) -> None:
        self.by, self.group, self.source = by, group, source
        self.bodies: Named[Any] = named(organisations.bodies(by), (one.body for one in said), what="body")
        self.people: Named[Any] = named(organisations.people(by), (one.person for one in said), what="person")
        there = queries.actions_to_change(by).filter(ref__in={one.ref for one in said if one.ref}).order_by("ref")
        self.there = Named(standings(by, there), "action")
        self.refs = iter(next_refs(counter("A", Marking.OFFICIAL), by=by, number=sum(not one.ref for one in said)))
        self.risks = {day: self._risks(said, day) for day in {_day(one) for one in said if one.risks}}
        self.items: dict[str, tuple[AgendaItem, date]] = {}

    def _risks(self, said: Sequence[ActionSaid], day: date) -> Named[Any]:
        return named(risks_there(self.by, on=day), {risk for one in said if _day(one) == day for risk in one.risks}, what="risk")

    def among(self, action: Action, one: ActionSaid) -> Among:
        """As what the trail says it: tying an action that is there to an Official-Sensitive risk is as sensitive as the risk."""
        risks = [self.risks[_day(one)].one(risk).marking for risk in one.risks if one.ref]
        return Among(ref=action.ref, is_new=not one.ref, marking=highest((action.marking, *risks)))

    def raised(self, one: ActionSaid) -> tuple[Standing, list[Model]]:
        """A new action."""
        first = {**self.by.stamp, "ref": next(self.refs), "group": self.group}
        body, person = self.bodies.one(one.body), self.people.one_or_none(one.person)
        action, told = rows.raised(first, one.what, by=self.by, on=one.on, body=body, person=person, due=one.due, marking=Marking.OFFICIAL)
        return fresh(action, due=one.due), [action, *told]

    def changed(self, one: ActionSaid) -> tuple[Standing, list[Model]]:
        """What changes of an action that is there: open again first, then whose it is and by when."""
        by, day, told = self.by, one.day, list[Model]()
        now = self.there.one(one.ref)
        if one.ends is ActionStatus.OPEN:
            told.append(rows.stepped(now, by=by, on=day, to=ActionStatus.OPEN, because=self.source))
        if one.body:
            body, person = self.bodies.one(one.body), self.people.one_or_none(one.person)
            told.append(rows.handed_over(now, by=by, on=day, body=body, person=person))
        if one.due:
            item, on = self._item(one.item)
            told.append(rows.redated(now, by=by, on=on, due=one.due, item=item, because=self.source))
        return now, told

    def _item(self, ref: str) -> tuple[AgendaItem, date]:
        if ref not in self.items:
            self.items[ref] = open_item(ref, by=self.by)
        return self.items[ref]

    def tied(self, now: Standing, one: ActionSaid) -> list[Model]:
        """When it starts, and the risks it answers."""
        day = _day(one)
        told: list[Model] = [rows.started(now, by=self.by, on=day, start=one.start)] if one.start else []
        return told + [rows.answering(now, by=self.by, on=day, risk=self.risks[day].one(risk)) for risk in one.risks]

    def last_word(self, now: Standing, one: ActionSaid) -> list[Model]:
        """The last word on it, and its end."""
        by, day, told = self.by, one.day, list[Model]()
        if one.words or one.rag:
            told.append(rows.updated(now, by=by, on=day, words=one.words or self.source, rag=one.rag))
        if one.ends is ActionStatus.DONE:
            told.append(rows.stepped(now, by=by, on=day, to=ActionStatus.DONE, because=""))
        elif one.ends is ActionStatus.DROPPED:
            told.append(rows.stepped(now, by=by, on=day, to=ActionStatus.DROPPED, because=one.words[:LONGEST_WHY] or self.source))
        return told


def _day(one: ActionSaid) -> date:
    """The day of what a row ties an action to: the day it was raised, or that of the change."""
    return one.day if one.ref else one.on
