"""Pages of courses and role profiles."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404

from dueregard.access.requires import ViewerRequest, requires
from dueregard.access.roles import Permission
from dueregard.training.actions import courses as course_deeds
from dueregard.training.actions import profiles as profile_deeds
from dueregard.training.forms import plans as forms
from dueregard.training.forms.workforce import ByHandForm, FitForm, OnForm, ProfileForm
from dueregard.training.queries import courses, workforce
from dueregard.training.queries.offered import known_to_pick
from dueregard.training.views.section import asked, show
from dueregard.ui.places import address_here

COURSES, COURSE = "training:course-list", "training:course"
PROFILES, PROFILE = "training:profile-list", "training:profile"


def _words(request: ViewerRequest, place: str, back: str, *more: tuple[str, str]) -> dict[str, Any]:
    """What every form of these pages says alike."""
    steps = ((back, address_here(request.viewer, place)), *more)
    return {"consequence": "This is not saved yet", "back": steps, "place": place}


@requires(Permission.TRAINING_READ)
def course_list(request: ViewerRequest) -> HttpResponse:
    viewer = request.viewer
    shown = {"rows": courses.courses(viewer), "has_known": bool(known_to_pick(viewer))}
    return show(request, "course_list", shown, place=COURSES)


@requires(Permission.TRAINING_READ)
def course(request: ViewerRequest, ref: str) -> HttpResponse:
    viewer = request.viewer
    found = get_object_or_404(courses.courses(viewer), ref=ref)
    shown = {
        "course": found,
        "as_others": courses.equivalents(viewer).filter(course=found),
        "as_this": courses.equivalents(viewer).filter(counts_as=found),
        "required": courses.requirements(viewer).filter(course=found, ending=None),
        "back": (("Courses", address_here(viewer, COURSES)),),
    }
    return show(request, "course", shown, place=COURSES)


@requires(Permission.TRAINING_EDIT)
def course_new(request: ViewerRequest) -> HttpResponse:
    viewer = request.viewer
    form = forms.CourseForm(request.POST or None, initial={"on": viewer.today})
    return asked(
        request,
        form,
        title="Add a course",
        button="Add the course",
        do=lambda: course_deeds.add_course(by=viewer, **form.cleaned_data),
        then=lambda made: address_here(viewer, COURSE, made.ref),
        done="The course is in the register",
        **_words(request, COURSES, "Courses"),
    )


@requires(Permission.TRAINING_EDIT)
def courses_take(request: ViewerRequest) -> HttpResponse:
    viewer = request.viewer
    form = forms.KnownCoursesForm(request.POST or None, viewer=viewer, initial={"on": viewer.today})
    return asked(
        request,
        form,
        title="Take courses the toolkit speaks of",
        button="Take them in",
        do=lambda: course_deeds.take_known_courses(by=viewer, **form.cleaned_data),
        then=lambda _: address_here(viewer, COURSES),
        done="The courses are in the register",
        lede="How long a completion holds is ours, not the toolkit’s: a requirement may say otherwise.",
        **_words(request, COURSES, "Courses"),
    )


@requires(Permission.TRAINING_EDIT)
def course_end(request: ViewerRequest, ref: str) -> HttpResponse:
    viewer = request.viewer
    found = get_object_or_404(courses.courses(viewer), ref=ref)
    form = OnForm(request.POST or None, initial={"on": viewer.today})
    return asked(
        request,
        form,
        title="Say that it is no longer offered",
        caption=found.title,
        button="Say so",
        do=lambda: course_deeds.end_course(ref, by=viewer, **form.cleaned_data),
        then=lambda _: address_here(viewer, COURSE, ref),
        done="The course is no longer offered; what was completed still counts",
        **_words(request, COURSES, "Courses", (ref, address_here(viewer, COURSE, ref))),
    )


@requires(Permission.TRAINING_EDIT)
def course_count_as(request: ViewerRequest, ref: str) -> HttpResponse:
    viewer = request.viewer
    found = get_object_or_404(courses.courses(viewer), ref=ref)
    form = forms.CountAsForm(request.POST or None, viewer=viewer, but=ref, initial={"on": viewer.today})
    return asked(
        request,
        form,
        title="Say what it counts as",
        caption=found.title,
        button="Say so",
        do=lambda: course_deeds.count_as(ref, by=viewer, **form.cleaned_data),
        then=lambda _: address_here(viewer, COURSE, ref),
        done="It counts from that day on",
        **_words(request, COURSES, "Courses", (ref, address_here(viewer, COURSE, ref))),
    )


@requires(Permission.TRAINING_READ)
def profile_list(request: ViewerRequest) -> HttpResponse:
    return show(request, "profile_list", {"rows": workforce.profiles(request.viewer)}, place=PROFILES)


@requires(Permission.TRAINING_READ)
def profile(request: ViewerRequest, ref: str) -> HttpResponse:
    viewer = request.viewer
    found = get_object_or_404(workforce.profiles(viewer), ref=ref)
    matches = list(workforce.matches(viewer).filter(profile=found, ending=None))
    shown = {
        "profile": found,
        "matches": [match for match in matches if match.learner_id is None],
        "by_hand": sum(match.learner_id is not None for match in matches),
        "required": courses.requirements(viewer).filter(profile=found, ending=None),
        "back": (("Profiles", address_here(viewer, PROFILES)),),
    }
    return show(request, "profile", shown, place=PROFILES)


@requires(Permission.TRAINING_EDIT)
def profile_new(request: ViewerRequest) -> HttpResponse:
    viewer = request.viewer
    form = ProfileForm(request.POST or None, initial={"on": viewer.today})
    return asked(
        request,
        form,
        title="Add a role profile",
        button="Add the profile",
        do=lambda: profile_deeds.add_profile(by=viewer, **form.cleaned_data),
        then=lambda made: address_here(viewer, PROFILE, made.ref),
        done="The profile is added: say whom it fits",
        **_words(request, PROFILES, "Profiles"),
    )


@requires(Permission.TRAINING_EDIT)
def profile_fit(request: ViewerRequest, ref: str) -> HttpResponse:
    form = FitForm(request.POST or None, viewer=request.viewer, initial={"on": request.viewer.today})
    return _fits(request, ref, form, title="Say whom the profile fits")


@requires(Permission.TRAINING_NAMES)
def profile_by_hand(request: ViewerRequest, ref: str) -> HttpResponse:
    form = ByHandForm(request.POST or None, initial={"on": request.viewer.today})
    return _fits(request, ref, form, title="Fit the profile to one learner")


def _fits(request: ViewerRequest, ref: str, form: Any, *, title: str) -> HttpResponse:
    viewer = request.viewer
    found = get_object_or_404(workforce.profiles(viewer), ref=ref)
    return asked(
        request,
        form,
        title=title,
        caption=found.name,
        button="Save",
        do=lambda: profile_deeds.fit_profile(ref, by=viewer, **form.cleaned_data),
        then=lambda _: address_here(viewer, PROFILE, ref),
        done="The profile fits them from that day on",
        **_words(request, PROFILES, "Profiles", (found.name, address_here(viewer, PROFILE, ref))),
    )


@requires(Permission.TRAINING_EDIT)
def profile_end(request: ViewerRequest, ref: str) -> HttpResponse:
    viewer = request.viewer
    found = get_object_or_404(workforce.profiles(viewer), ref=ref)
    form = OnForm(request.POST or None, initial={"on": viewer.today})
    return asked(
        request,
        form,
        title="Say that the profile is used no more",
        caption=found.name,
        button="Say so",
        do=lambda: profile_deeds.end_profile(ref, by=viewer, **form.cleaned_data),
        then=lambda _: address_here(viewer, PROFILE, ref),
        done="The profile is used no more",
        **_words(request, PROFILES, "Profiles", (found.name, address_here(viewer, PROFILE, ref))),
    )


@requires(Permission.TRAINING_EDIT)
def profile_unfit(request: ViewerRequest, ref: str, key: Any) -> HttpResponse:
    viewer = request.viewer
    found = get_object_or_404(workforce.matches(viewer), pk=key, profile__ref=ref)
    form = OnForm(request.POST or None, initial={"on": viewer.today})
    return asked(
        request,
        form,
        title="Say that it fits them no longer",
        caption=found.profile.name,
        button="Say so",
        do=lambda: profile_deeds.unfit_profile(key, by=viewer, **form.cleaned_data),
        then=lambda _: address_here(viewer, PROFILE, ref),
        done="It fits them no longer",
        **_words(request, PROFILES, "Profiles", (found.profile.name, address_here(viewer, PROFILE, ref))),
    )
