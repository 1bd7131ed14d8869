"""Reads of schools and other settings: what reached them in the year, their trainers, their safeguarding returns."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import QuerySet

from dueregard.access.viewer import Viewer
from dueregard.basics.dates import in_window
from dueregard.organisations import queries as organisations
from dueregard.organisations.queries.asked import Asked
from dueregard.training.catalogue import SettingReturn, setting_return_in, setting_types, setting_types_in
from dueregard.training.models import (
    AccreditedTrainer,
    AuditProgress,
    AuditReturn,
    AuditReturnWithdrawal,
    Setting,
    SettingReached,
)
from dueregard.training.queries.withdrawn import stands
from dueregard.training.rules.bringing_in.settings import Known, There, types_called
from dueregard.training.rules.education import LEAD_MONTHS, SCHOOL_YEAR_BEGINS, school_year

Choices = list[tuple[str, str]]


def settings(viewer: Viewer) -> QuerySet[Setting]:
    """The area's settings, by name, closed ones too."""
    return Setting.objects.filter(area=viewer.area_id).select_related("ending").order_by("name", "ref")


def settings_to_change(viewer: Viewer) -> QuerySet[Setting]:
    """The area's settings, locked as they are fetched."""
    return Setting.objects.filter(area=viewer.area_id).select_for_update(of=("self",))


def audits(viewer: Viewer) -> QuerySet[AuditReturn]:
    """The safeguarding returns, the latest school year first, each with what was done since."""
    rows = AuditReturn.objects.filter(area=viewer.area_id).select_related("setting", "withdrawal").prefetch_related("progress")
    return rows.order_by("-year", "-on", "-ref")


def audits_to_change(viewer: Viewer) -> QuerySet[AuditReturn]:
    """The safeguarding returns, locked as they are fetched."""
    return AuditReturn.objects.filter(area=viewer.area_id).select_for_update(of=("self",))


@dataclass(frozen=True, kw_only=True)
class AuditSeen:
    """A safeguarding return as it stands on a day: what it left to do, what was done since, whether anything is left."""

    audit: AuditReturn
    progress: tuple[AuditProgress, ...]  # oldest first
    done: date | None  # since when nothing is left to do
    withdrawn: AuditReturnWithdrawal | None = None  # it was a mistake, and counts as never sent

    @property
    def is_open(self) -> bool:
        """Something is left to do."""
        return self.done is None


@dataclass(frozen=True, kw_only=True)
class SettingSeen:
    """A setting as it stands on a day."""

    setting: Setting
    closed: date | None
    recorded: tuple[SettingReached, ...]  # when it was reached, newest first, what was withdrawn of it too
    reached: tuple[SettingReached, ...]  # what counts of it
    lately: int  # times in the year to the day
    staff: int  # trained in it, as far as they were counted
    lead: date | None  # when its safeguarding lead was last trained
    trainers: int
    audits: tuple[AuditSeen, ...]  # the latest school year first
    withdrawn: tuple[AuditSeen, ...]  # that count as never sent
    year: int  # the school year of the day

    @property
    def last(self) -> date | None:
        """When it was last reached."""
        return self.reached[0].on if self.reached else None

    def is_lead_fresh(self, on: date) -> bool:
        """Whether its safeguarding lead was trained within two years."""
        return self.lead is not None and in_window(self.lead, until=on, months=LEAD_MONTHS)

    @property
    def audit(self) -> AuditSeen | None:
        """Its return for the school year, or for the one before while that is young: the latest of the two."""
        return next((row for row in self.audits if row.audit.year >= self.year - 1), None)


def setting_rows(viewer: Viewer, *, on: date, only: Setting | None = None) -> list[SettingSeen]:
    """Every setting there was by the day, by name, or one of them: as many statements however many there are."""
    asked = Asked(viewer=viewer, on=on, known=viewer.today)
    of = {"setting": only} if only else {}
    reached: dict[Any, list[SettingReached]] = defaultdict(list)
    for row in asked.rows(SettingReached.objects.filter(**of).select_related("withdrawal")).order_by("-on", "-typed_at"):
        reached[row.setting_id].append(row)
    returns: dict[Any, list[AuditSeen]] = defaultdict(list)
    for audit in asked.rows(audits(viewer).filter(**of)):
        returns[audit.setting_id].append(audit_seen(audit, asked))
    trainers: dict[Any, int] = defaultdict(int)
    for count in trainer_counts(viewer, on=on):
        trainers[count.setting_id] += count.how_many
    rows = [only] if only else list(asked.rows(settings(viewer)))
    return [_seen(row, reached[row.pk], returns[row.pk], trainers[row.pk], asked) for row in rows]


def setting_row(viewer: Viewer, setting: Setting, *, on: date) -> SettingSeen:
    """One setting as it stands on a day."""
    [row] = setting_rows(viewer, on=on, only=setting)
    return row


def long_enough(viewer: Viewer) -> date:
    """Since when a setting is usually there: the school year before this one."""
    return date(school_year(viewer.today) - 1, SCHOOL_YEAR_BEGINS, 1)


def _seen(row: Setting, recorded: list[SettingReached], returns: list[AuditSeen], trainers: int, asked: Asked) -> SettingSeen:
    ending = getattr(row, "ending", None)
    reached = [each for each in recorded if stands(asked, each)]
    lately = [each for each in reached if in_window(each.on, until=asked.on)]
    return SettingSeen(
        setting=row,
        closed=ending.on if ending is not None and asked.holds(ending.on, ending.typed_at) else None,
        recorded=tuple(recorded),
        reached=tuple(reached),
        lately=len(lately),
        staff=sum(each.staff or 0 for each in lately),
        lead=next((each.on for each in reached if each.is_lead_trained), None),
        trainers=trainers,
        audits=tuple(each for each in returns if each.withdrawn is None),
        withdrawn=tuple(each for each in returns if each.withdrawn is not None),
        year=school_year(asked.on),
    )


def audit_seen(audit: AuditReturn, asked: Asked) -> AuditSeen:
    """A return with what was done since by the day."""
    progress = sorted((row for row in audit.progress.all() if asked.holds(row.on, row.typed_at)), key=lambda row: (row.on, row.typed_at))
    done = audit.on if audit.is_complete else next((row.on for row in progress if row.is_complete), None)
    end = getattr(audit, "withdrawal", None)
    is_withdrawn = end is not None and asked.holds(end.on, end.typed_at)
    return AuditSeen(audit=audit, progress=tuple(progress), done=done, withdrawn=end if is_withdrawn else None)


def trainer_counts(viewer: Viewer, *, on: date) -> list[AccreditedTrainer]:
    """The latest count of accredited trainers of each setting and body by who accredited them, where it has not run out."""
    asked = Asked(viewer=viewer, on=on, known=viewer.today)
    latest: dict[Any, AccreditedTrainer] = {}
    for row in asked.rows(AccreditedTrainer.objects.select_related("setting", "body")).order_by("on", "typed_at"):
        latest[row.setting_id, row.body_id, row.accredited_by.casefold()] = row
    return [row for row in latest.values() if row.how_many and (row.until is None or row.until >= on)]


@dataclass(frozen=True, kw_only=True)
class TypeSeen:
    """One type of setting in numbers: how many are open, reached in the year, with a trained lead, with a return."""

    title: str
    number: int
    reached: int
    staff: int
    leads: int
    returns: int
    is_asked: bool  # a safeguarding return is asked of the type


def by_type(viewer: Viewer, rows: list[SettingSeen], *, on: date) -> list[TypeSeen]:
    """The open settings by type, in the order of the list; types without any are left out."""
    asked = setting_return(viewer, on=on)
    found = []
    for one in setting_types():
        of = [row for row in rows if row.setting.kind == one.id and row.closed is None]
        if of:
            found.append(
                TypeSeen(
                    title=one.title,
                    number=len(of),
                    reached=sum(bool(row.lately) for row in of),
                    staff=sum(row.staff for row in of),
                    leads=sum(row.is_lead_fresh(on) for row in of),
                    returns=sum(row.audit is not None for row in of),
                    is_asked=asked is not None and one.id in asked.of,
                )
            )
    return found


def setting_return(viewer: Viewer, *, on: date) -> SettingReturn | None:
    """What the yearly safeguarding return is called in the area's nation."""
    return setting_return_in(organisations.area(viewer).nation, on=on)


def types_to_pick(viewer: Viewer, *, unchosen: str = "Choose") -> Choices:
    """The types of setting there are in the area's nation today."""
    types = setting_types_in(organisations.area(viewer).nation, on=viewer.today)
    return [("", unchosen), *((one.id, one.title) for one in types)]


def settings_there(viewer: Viewer) -> There:
    """The settings of the register, and what types are called here, for reading a list."""
    types = setting_types_in(organisations.area(viewer).nation, on=viewer.today)
    return There(
        settings=tuple(
            Known(ref=row.ref, name=row.name, urn=row.urn, kind=row.kind, is_open=not hasattr(row, "ending")) for row in settings(viewer)
        ),
        types=types_called([(one.id, one.title, one.called) for one in types]),
        titles={one.id: one.title for one in types},
    )
