"""What sessions, courses, plans, programmes, settings, information and updates say, for the index of words. Never anything of a person."""

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from django.db.models import Model

from dueregard.access.roles import Permission
from dueregard.access.viewer import Viewer
from dueregard.search.actions import Says
from dueregard.training.models import (
    AuditProgress,
    AuditReturn,
    Course,
    Material,
    MaterialCheck,
    Programme,
    ProgrammeReview,
    Requirement,
    Session,
    SessionCancelled,
    SessionHeld,
    SessionMove,
    Setting,
    SettingReached,
    StaffUpdate,
    StaffUpdateWithdrawal,
    TrainingPlan,
)


def searchable(viewer: Viewer, thing: Model) -> Iterable[Says]:
    """What a record says now; nothing for a kind that is not searched."""
    says = SAYS.get(type(thing))
    return says(thing) if says else ()


def everything_searchable(viewer: Viewer) -> Iterator[Says]:
    """What every record of the area says, to make the index anew."""
    for model in (Course, TrainingPlan, Session, Programme, Setting, Material, StaffUpdate):
        for thing in model._default_manager.filter(area=viewer.area_id).order_by("typed_at", "pk"):
            yield from searchable(viewer, thing)


def _said(kind: str, thing: Any, title: str, *texts: str, on: Any) -> Says:
    return Says(kind=kind, ref=thing.ref, title=title, texts=texts, on=on, permission=Permission.TRAINING_READ)


def _course(course: Course) -> Iterator[Says]:
    yield _said("course", course, course.title, course.provider, on=course.on)


def _plan(plan: TrainingPlan) -> Iterator[Says]:
    reasons = Requirement.objects.filter(plan=plan).order_by("typed_at", "pk").values_list("because", flat=True)
    yield _said("training-plan", plan, plan.title, *reasons, on=plan.on)


def _session(session: Session) -> Iterator[Says]:
    held = SessionHeld.objects.filter(session=session).order_by("-typed_at", "-pk").first()
    cancelled = SessionCancelled.objects.filter(session=session).order_by("typed_at", "pk").values_list("because", flat=True)
    moves = list(SessionMove.objects.filter(session=session).order_by("typed_at", "pk"))
    last = moves[-1] if moves else None
    texts = (last.place if last else session.place, *(move.because for move in moves), *cancelled)
    on = held.on if held else last.day if last else session.on
    yield _said("session", session, f"{session.course.title}: {session.audience}", *texts, on=on)


def _programme(programme: Programme) -> Iterator[Says]:
    reviews = ProgrammeReview.objects.filter(programme=programme).order_by("typed_at", "pk").values_list("words", flat=True)
    yield _said("programme", programme, programme.title, programme.words, *reviews, on=programme.on)


def _setting(setting: Setting) -> Iterator[Says]:
    """Its name and number, and what was written when it was reached and of its returns."""
    texts: list[str] = []
    for model in (SettingReached, AuditReturn):
        texts += model._default_manager.filter(setting=setting).order_by("typed_at", "pk").values_list("words", flat=True)
    texts += AuditProgress.objects.filter(audit__setting=setting).order_by("typed_at", "pk").values_list("words", flat=True)
    yield _said("setting", setting, setting.name, setting.urn, *texts, on=setting.on)


def _material(material: Material) -> Iterator[Says]:
    checks = MaterialCheck.objects.filter(material=material).order_by("typed_at", "pk").values_list("words", flat=True)
    yield _said("material", material, material.title, material.place, *checks, on=material.on)


def _update(update: StaffUpdate) -> Iterator[Says]:
    title = f"{update.title} (withdrawn)" if StaffUpdateWithdrawal.objects.filter(of=update).exists() else update.title
    yield _said("staff-update", update, title, update.to, update.words, on=update.on)


SAYS: dict[type[Model], Callable[[Any], Iterator[Says]]] = {
    Course: _course,
    TrainingPlan: _plan,
    Requirement: lambda requirement: _plan(requirement.plan),
    Session: _session,
    Programme: _programme,
    Setting: _setting,
    AuditReturn: lambda audit: _setting(audit.setting),
    Material: _material,
    StaffUpdate: _update,
}
