"""Deeds on schools and other settings: which there are, what reached them, their trainers, their safeguarding returns."""

from collections.abc import Sequence
from datetime import date
from typing import Any
from uuid import UUID

from dueregard.access.deeds import deed
from dueregard.access.roles import Permission
from dueregard.access.viewer import Viewer
from dueregard.basics.refused import Refused, refuse_if
from dueregard.organisations import queries as organisations
from dueregard.organisations.actions import next_refs
from dueregard.organisations.actions.given import body, change, happened, new, one, words
from dueregard.search.actions import index
from dueregard.training.actions.recording import record
from dueregard.training.catalogue import setting_types_in
from dueregard.training.models import (
    AccreditedTrainer,
    AuditProgress,
    AuditReturn,
    AuditReturnWithdrawal,
    Setting,
    SettingEnd,
    SettingReached,
)
from dueregard.training.queries import education as queries
from dueregard.training.queries.searchable import searchable
from dueregard.training.rules import education as rules
from dueregard.training.rules.bringing_in.settings import SettingSaid
from dueregard.training.rules.courses import why_not_end


@deed
def add_setting(name: str, *, by: Viewer, on: date, kind: str, urn: str = "", ref: str | None = None, once: UUID | None = None) -> Setting:
    """Take a school or other setting into the register: its name, its type and, where it has one, its number."""
    by.must(Permission.TRAINING_EDIT)
    first, before = new(Setting, "ED", by=by, ref=ref, once=once)
    if before:
        return before
    called = words(name, ask="Say what the setting is called")
    urns, names = _there(by)
    refuse_if(rules.why_not_setting(called, urn.strip(), urns=urns, names=names))
    made = Setting.objects.create(**first, name=called, kind=_kind(kind, by=by), urn=urn.strip(), on=happened(on, by=by))
    record("training.setting.added", made, by=by, on=on)
    return made


@deed
def correct_setting(ref: str, *, by: Viewer, on: date, name: str, urn: str = "", seen: int | None = None) -> None:
    """Put the name or the number of a setting right; its type stays, since findings count by it."""
    by.must(Permission.TRAINING_EDIT)
    setting = queries.settings_to_change(by).get(ref=ref)
    called = words(name, ask="Say what the setting is called")
    urns, names = _there(by, but=setting)
    refuse_if(rules.why_not_setting(called, urn.strip(), urns=urns, names=names))
    happened(on, by=by)
    change(setting, by=by, seen=seen)
    setting.name, setting.urn = called, urn.strip()
    setting.save(update_fields=["name", "urn"])
    record("training.setting.corrected", setting, by=by, on=on)


@deed
def close_setting(ref: str, *, by: Viewer, on: date, seen: int | None = None) -> None:
    """Say that a setting closed, or is no longer in the area, from a day."""
    by.must(Permission.TRAINING_EDIT)
    setting = queries.settings_to_change(by).get(ref=ref)
    refuse_if(why_not_end(_closed(setting, by=by), begins=setting.on, on=happened(on, by=by), what="setting"))
    change(setting, by=by, seen=seen)
    SettingEnd.objects.create(**by.stamp, setting=setting, on=on)
    record("training.setting.closed", setting, by=by, on=on)


@deed
def reach_setting(
    ref: str, *, by: Viewer, on: date, staff: int | None = None, is_lead_trained: bool = False, said: str = "", seen: int | None = None
) -> SettingReached:
    """Record that the education programme reached a setting: how many of its staff were trained, and whether its safeguarding lead was."""
    by.must(Permission.TRAINING_EDIT)
    setting = queries.settings_to_change(by).get(ref=ref)
    closed, day = _closed(setting, by=by), happened(on, by=by)
    refuse_if(rules.why_not_reach(began=setting.on, closed=closed, on=day, staff=staff, is_lead_trained=is_lead_trained))
    change(setting, by=by, seen=seen)
    made = SettingReached.objects.create(
        **by.stamp, setting=setting, staff=staff, is_lead_trained=is_lead_trained, words=said.strip(), on=day
    )
    record("training.setting.reached", setting, by=by, on=on)
    return made


@deed
def reach_several(
    refs: Sequence[str], *, by: Viewer, on: date, staff: int | None = None, is_lead_trained: bool = False, said: str = ""
) -> int:
    """Record that several settings were reached on one day alike: so many staff of each, or their safeguarding leads."""
    by.must(Permission.TRAINING_EDIT)
    if not refs:
        raise Refused("Choose at least one setting")
    for ref in refs:
        setting = one(queries.settings(by), ref, what="setting")
        try:
            reach_setting(ref, by=by, on=on, staff=staff, is_lead_trained=is_lead_trained, said=said)
        except Refused as refusal:
            raise Refused(f"{setting.name}: {refusal}. Nothing is recorded of any of them") from refusal
    return len(refs)


@deed
def count_trainers(
    *,
    by: Viewer,
    on: date,
    how_many: int,
    accredited_by: str,
    setting: str | None = None,
    body_ref: str | None = None,
    until: date | None = None,
    ref: str | None = None,
    once: UUID | None = None,
) -> AccreditedTrainer:
    """Record how many people of a setting or a body are accredited to train others; a later count takes the place of an earlier one."""
    by.must(Permission.TRAINING_EDIT)
    first, before = new(AccreditedTrainer, "AT", by=by, ref=ref, once=once)
    if before:
        return before
    refuse_if(rules.why_not_trainers(how_many, of=bool(setting) + bool(body_ref), on=on, until=until))
    made = AccreditedTrainer.objects.create(
        **first,
        setting=one(queries.settings(by), setting, what="setting") if setting else None,
        body=body(body_ref, by=by) if body_ref else None,
        how_many=how_many,
        accredited_by=words(accredited_by, ask="Say who accredited them"),
        until=until,
        on=happened(on, by=by),
    )
    record("training.trainers.counted", made, by=by, on=on)
    return made


@deed
def receive_audit(
    setting: str, *, by: Viewer, on: date, year: int, is_complete: bool, left: str = "", ref: str | None = None, once: UUID | None = None
) -> AuditReturn:
    """Record a setting's safeguarding return for a school year, and what it leaves to do on Prevent."""
    by.must(Permission.TRAINING_EDIT)
    first, before = new(AuditReturn, "AU", by=by, ref=ref, once=once)
    if before:
        return before
    of = one(queries.settings(by), setting, what="setting")
    there = set(AuditReturn.objects.filter(area=by.area_id, setting=of, withdrawal=None).values_list("year", flat=True))
    refuse_if(rules.why_not_audit(year, left, on=happened(on, by=by), there=there, is_complete=is_complete))
    made = AuditReturn.objects.create(**first, setting=of, year=year, words=left.strip(), is_complete=is_complete, on=on)
    record("training.audit.received", made, by=by, on=on)
    return made


@deed
def progress_audit(ref: str, *, by: Viewer, on: date, said: str, is_complete: bool = False, seen: int | None = None) -> AuditProgress:
    """Record what a setting has done since of what its return left to do, and whether that was the last of it."""
    by.must(Permission.TRAINING_EDIT)
    audit = queries.audits_to_change(by).get(ref=ref)
    ends = AuditProgress.objects.filter(area=by.area_id, audit=audit, is_complete=True).order_by("on").values_list("on", flat=True)
    done = audit.on if audit.is_complete else ends.first()
    refuse_if(rules.why_not_progress(received=audit.on, done=done, on=happened(on, by=by), is_withdrawn=_is_withdrawn(audit, by=by)))
    change(audit, by=by, seen=seen)
    words_said = words(said, ask="Say what has been done")
    made = AuditProgress.objects.create(**by.stamp, audit=audit, words=words_said, is_complete=is_complete, on=on)
    record("training.audit.moved-on", audit, by=by, on=on)
    return made


@deed
def withdraw_audit(ref: str, *, by: Viewer, on: date, because: str, seen: int | None = None) -> AuditReturnWithdrawal:
    """Say that a setting's safeguarding return was entered by mistake: from then on it counts as never sent, and stays to be seen."""
    by.must(Permission.TRAINING_EDIT)
    audit = queries.audits_to_change(by).get(ref=ref)
    refuse_if(rules.why_not_withdraw_audit(received=audit.on, is_withdrawn=_is_withdrawn(audit, by=by), on=happened(on, by=by)))
    why = words(because, ask="Say why it is withdrawn: everybody who sees the setting can read it")
    change(audit, by=by, seen=seen)
    made = AuditReturnWithdrawal.objects.create(**by.stamp, of=audit, on=on, because=why)
    record("training.audit.withdrawn", audit, by=by, on=on)
    return made


@deed
def bring_in_settings(said: Sequence[SettingSaid], *, by: Viewer, on: date, digest: str) -> int:
    """Take a list of settings into the register, all of it or nothing: new ones, there since a day, and numbers of those already there."""
    by.must(Permission.TRAINING_EDIT)
    happened(on, by=by)
    urns, names = _there(by)
    fresh = [one_said for one_said in said if not one_said.ref]
    kinds = {kind: _kind(kind, by=by) for kind in {one_said.kind for one_said in fresh}}
    for one_said in said:
        why = rules.why_not_setting(one_said.name, one_said.urn, urns=urns, names=names)
        refuse_if(f"Row {one_said.line}: {why}. Nothing of the list is taken in" if why else None)
        (urns if one_said.urn else names).add(one_said.urn or one_said.name.casefold())
    refs = next_refs("ED", by=by, number=len(fresh))
    made = Setting.objects.bulk_create(
        Setting(**by.stamp, ref=ref, name=one_said.name, kind=kinds[one_said.kind], urn=one_said.urn, on=on)
        for ref, one_said in zip(refs, fresh, strict=True)
    )
    for one_said in said:
        if one_said.ref:
            setting = queries.settings_to_change(by).get(ref=one_said.ref)
            change(setting, by=by, seen=None)
            setting.urn = one_said.urn
            setting.save(update_fields=["urn"])
            made.append(setting)
    index((says for setting in made for says in searchable(by, setting)), by=by)
    if said:
        record("training.settings.brought-in", organisations.area(by), by=by, on=on, settings=len(said), digest=digest)
    return len(said)


def _kind(kind: str, *, by: Viewer) -> str:
    known = [one.id for one in setting_types_in(organisations.area(by).nation, on=by.today)]
    if kind not in known:
        raise Refused(f"The type of setting is one of: {', '.join(known)}")
    return kind


def _there(by: Viewer, *, but: Any = None) -> tuple[set[str], set[str]]:
    """The numbers of all settings, and the names of those open without a number."""
    rows = queries.settings(by).exclude(pk=but.pk) if but else queries.settings(by)
    bare = rows.filter(ending=None, urn="")
    return set(rows.exclude(urn="").values_list("urn", flat=True)), {name.casefold() for name in bare.values_list("name", flat=True)}


def _is_withdrawn(audit: AuditReturn, *, by: Viewer) -> bool:
    return AuditReturnWithdrawal.objects.filter(area=by.area_id, of=audit).exists()


def _closed(setting: Setting, *, by: Viewer) -> date | None:
    return SettingEnd.objects.filter(area=by.area_id, setting=setting).values_list("on", flat=True).first()
