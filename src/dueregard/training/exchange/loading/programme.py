"""The deeds that make a file's programmes, inductions, settings, written information and updates."""

from collections.abc import Iterator
from typing import Any

from dueregard.basics.part import FileDeed
from dueregard.plan.exchange.loading.planned import Made
from dueregard.training.actions import carried, education, inductions, programmes, reminders, telling
from dueregard.training.actions.withdrawals import withdraw_entry
from dueregard.training.exchange.loading.asked import Act, Path, deed
from dueregard.training.exchange.shapes import TrainingPart
from dueregard.training.exchange.shapes.programme import SettingIn
from dueregard.training.queries.withdrawn import DEVELOPMENT, REACHED, STEP, UPDATE, Kind


def run(shape: TrainingPart) -> Iterator[FileDeed]:
    """Programmes with their reviews, and those who deliver Prevent."""
    for place, row in enumerate(shape.programmes):
        given = row.model_dump(include={"ref", "kind", "document", "review_due"}) | {"what": row.words}
        yield deed(("programmes", place), row, programmes.begin_programme, row.title, **given)
        for number, seen in enumerate(row.reviews):
            at = ("programmes", place, "reviews", number)
            yield deed(at, seen, programmes.review_programme, row.ref, said=seen.words, review_due=seen.review_due)
    for place, new in enumerate(shape.inductions):
        yield deed(("inductions", place), new, inductions.begin_induction, new.person, post=new.post, ref=new.ref)
        for number, step in enumerate(new.steps):
            at = ("inductions", place, "steps", number)
            given = {"kind": step.kind, "said": step.words}
            yield from _entered(at, step, STEP, inductions.take_step, new.ref, **given)
    for place, did in enumerate(shape.development):
        given = did.model_dump(include={"ref", "what", "hours"})
        yield from _entered(("development", place), did, DEVELOPMENT, inductions.log_development, did.person, **given)


def _entered(path: Path, row: Any, kind: Kind, act: Act, /, *given: Any, **named: Any) -> Iterator[FileDeed]:
    """An entry, and that it was a mistake where it was."""
    made = Made("entry")
    yield deed(path, row, made.make(act), *given, **named)
    if row.withdrawn:
        yield deed((*path, "withdrawn"), row.withdrawn, made.say(withdraw_entry), kind=kind, because=row.withdrawn.because)


def settings(shape: TrainingPart) -> Iterator[FileDeed]:
    """Settings with what reached them and their returns, and accredited trainers."""
    for place, row in enumerate(shape.settings):
        yield from _setting(row, ("settings", place))
    for place, trained in enumerate(shape.trainers):
        given = trained.model_dump(include={"ref", "setting", "how_many", "accredited_by", "until"})
        yield deed(("trainers", place), trained, education.count_trainers, body_ref=trained.body, **given)


def _setting(row: SettingIn, path: Path) -> Iterator[FileDeed]:
    yield deed(path, row, education.add_setting, row.name, **row.model_dump(include={"ref", "kind", "urn"}))
    for place, reached in enumerate(row.reached):
        given = {"staff": reached.staff, "is_lead_trained": reached.lead_trained, "said": reached.words}
        yield from _entered((*path, "reached", place), reached, REACHED, education.reach_setting, row.ref, **given)
    for place, audit in enumerate(row.audits):
        at = (*path, "audits", place)
        left = {"ref": audit.ref, "year": audit.year, "is_complete": audit.complete, "left": audit.words}
        yield deed(at, audit, education.receive_audit, row.ref, **left)
        for number, done in enumerate(audit.progress):
            moved = {"said": done.words, "is_complete": done.complete}
            yield deed((*at, "progress", number), done, education.progress_audit, audit.ref, **moved)
        if audit.withdrawn:
            yield deed((*at, "withdrawn"), audit.withdrawn, education.withdraw_audit, audit.ref, because=audit.withdrawn.because)


def told(shape: TrainingPart) -> Iterator[FileDeed]:
    """Written information with the looks at it, and updates."""
    for place, row in enumerate(shape.materials):
        given = row.model_dump(include={"ref", "audience", "place", "document", "says_how_to_refer"})
        yield deed(("materials", place), row, telling.place_material, row.title, **given)
        for number, look in enumerate(row.checks):
            at = ("materials", place, "checks", number)
            yield deed(at, look, telling.check_material, row.ref, is_current=look.current, said=look.words)
    for place, sent in enumerate(shape.updates):
        given = sent.model_dump(include={"ref", "about", "to"}) | {"what": sent.words}
        yield from _entered(("updates", place), sent, UPDATE, telling.send_update, sent.title, **given)


def reminded(shape: TrainingPart) -> Iterator[FileDeed]:
    """On what terms reminders go out, and who was reminded."""
    for place, row in enumerate(shape.reminder_terms):
        given = row.model_dump(include={"ahead_days", "again_days", "most"}) | {"is_on": row.by_themselves}
        yield deed(("reminder_terms", place), row, reminders.set_terms, **given)
    for place, sent in enumerate(shape.reminded):
        whom = {"learners": sent.learners, "is_to_manager": sent.to_managers}
        yield deed(("reminded", place), sent, carried.carry_reminders, sent.requirement, **whom)


def ended(shape: TrainingPart) -> Iterator[FileDeed]:
    """What came to an end, last."""
    for place, row in enumerate(shape.programmes):
        if row.ended:
            yield deed(("programmes", place, "ended"), row.ended, programmes.end_programme, row.ref)
    for place, setting in enumerate(shape.settings):
        if setting.closed:
            yield deed(("settings", place, "closed"), setting.closed, education.close_setting, setting.ref)
    for place, material in enumerate(shape.materials):
        if material.taken_down:
            yield deed(("materials", place, "taken_down"), material.taken_down, telling.take_down, material.ref)
