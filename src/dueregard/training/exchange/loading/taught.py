"""The deeds that make a file's courses, placings, profiles and training plans."""

from collections.abc import Iterator

from dueregard.basics.part import FileDeed
from dueregard.plan.exchange.loading.planned import Made
from dueregard.training.actions import courses as course_deeds
from dueregard.training.actions import plans as plan_deeds
from dueregard.training.actions import profiles as profile_deeds
from dueregard.training.actions import workforce as workforce_deeds
from dueregard.training.exchange.loading.asked import Path, deed
from dueregard.training.exchange.shapes import TrainingPart
from dueregard.training.exchange.shapes.taught import FitIn, PlanIn, ProfileIn

COURSE = {"ref", "kind", "subjects", "provider", "address", "months"}
PROFILE = {"ref", "tier", "contact"}
PLAN = {"ref", "document", "covers_from", "covers_to"}
REQUIRED = {"ref", "course", "profile", "within_days", "every_months", "duty", "because", "risk", "line"}


def laid_down(shape: TrainingPart) -> Iterator[FileDeed]:
    """Courses, profiles, placings and plans, before anything that names them."""
    for place, course in enumerate(shape.courses):
        yield deed(("courses", place), course, course_deeds.add_course, course.title, **course.model_dump(include=COURSE))
    for place, course in enumerate(shape.courses):
        for number, other in enumerate(course.counts_as):
            at = ("courses", place, "counts_as", number)
            yield deed(at, other, course_deeds.count_as, course.ref, counts_as=other.course)
    for place, profile in enumerate(shape.profiles):
        given = profile.model_dump(include=PROFILE) | {"is_frontline": profile.frontline, "fits_posts": profile.for_posts}
        yield deed(("profiles", place), profile, profile_deeds.add_profile, profile.name, **given)
    for place, placed in enumerate(shape.placings):
        how = {"service": placed.service, "is_in": placed.scope == "in", "because": placed.because}
        yield deed(("placings", place), placed, workforce_deeds.place_team, placed.team, **how)
    for place, plan in enumerate(shape.plans):
        yield deed(("plans", place), plan, plan_deeds.agree_plan, plan.title, **plan.model_dump(include=PLAN))
        yield from _required(plan, place)


def _required(plan: PlanIn, place: int) -> Iterator[FileDeed]:
    for number, required in enumerate(plan.requirements):
        given = required.model_dump(include=REQUIRED)
        yield deed(("plans", place, "requirements", number), required, plan_deeds.require, plan.ref, **given)


def fitted(shape: TrainingPart) -> Iterator[FileDeed]:
    """Whom each profile fits, once those people are there."""
    for place, profile in enumerate(shape.profiles):
        for number, fit in enumerate(profile.fits):
            yield from _fit(profile, fit, ("profiles", place, "fits", number))


def _fit(profile: ProfileIn, fit: FitIn, path: Path) -> Iterator[FileDeed]:
    made = Made("match")
    whom = fit.model_dump(include={"team", "job", "learner"})
    yield deed(path, fit, made.make(profile_deeds.fit_profile), profile.ref, **whom)
    if fit.ended:
        yield deed((*path, "ended"), fit.ended, made.say(profile_deeds.unfit_profile))


def ended(shape: TrainingPart) -> Iterator[FileDeed]:
    """What holds no more, last."""
    for place, plan in enumerate(shape.plans):
        yield from _plan_ended(plan, ("plans", place))
    for place, profile in enumerate(shape.profiles):
        if profile.ended:
            yield deed(("profiles", place, "ended"), profile.ended, profile_deeds.end_profile, profile.ref)
    for place, course in enumerate(shape.courses):
        if course.ended:
            yield deed(("courses", place, "ended"), course.ended, course_deeds.end_course, course.ref)


def _plan_ended(plan: PlanIn, path: Path) -> Iterator[FileDeed]:
    for number, required in enumerate(plan.requirements):
        if end := required.ended:
            at = (*path, "requirements", number, "ended")
            yield deed(at, end, plan_deeds.end_requirement, required.ref, because=end.because)
    if plan.ended:
        yield deed((*path, "ended"), plan.ended, plan_deeds.end_plan, plan.ref, because=plan.ended.because)
