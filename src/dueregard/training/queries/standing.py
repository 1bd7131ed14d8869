"""Who of the whole workforce stands where with what is required, for those who may see names; and who has a number or an address."""

from collections import defaultdict
from collections.abc import Mapping

from django.db.models import Q

from dueregard.access.viewer import Viewer
from dueregard.organisations.queries.asked import Asked
from dueregard.organisations.queries.remembering import remembered
from dueregard.training.models import Learner
from dueregard.training.queries import workforce
from dueregard.training.queries.courses import required
from dueregard.training.queries.learners import listed
from dueregard.training.queries.reminders import everybody
from dueregard.training.rules.requirements import Required, State

MOST = 50  # found at once: whoever meets more says more

Standing = Mapping[tuple[str, State], frozenset[int]]


def _in_force(viewer: Viewer) -> tuple[Required, ...]:
    """What is required today."""
    return required(Asked(viewer=viewer, on=viewer.today, known=viewer.today))


def requirements_in_words(viewer: Viewer) -> dict[str, str]:
    """What is required today and of whom, by reference."""
    names = dict(workforce.profiles(viewer).values_list("ref", "name"))
    return {each.ref: f"{each.title}: {names.get(each.profile, 'everybody in scope')}" for each in _in_force(viewer)}


def standing(viewer: Viewer) -> Standing:
    """The learners whom coverage counts today, by requirement and where they stand with it: worked out once until something is recorded."""
    return remembered(viewer, ("standing", viewer.today), lambda: _standing(viewer))


def _standing(viewer: Viewer) -> Standing:
    wanted, found = _in_force(viewer), defaultdict[tuple[str, State], set[int]](set)
    for who in everybody(viewer, on=viewer.today, as_counted=True):
        for each in wanted:
            if each.applies(who.profiles):
                found[each.ref, who.stands(each, on=viewer.today)].add(who.key)
    return {key: frozenset(learners) for key, learners in found.items()}


def stand_so(viewer: Viewer, *, requirement: str = "", state: str = "") -> list[int]:
    """The learners who stand so with a requirement, or with any: by name, as the whole list is."""
    stood = standing(viewer).items()
    wanted = [keys for (ref, stands), keys in stood if requirement in {"", ref} and state in {"", stands.value}]
    keys = frozenset[int]().union(*wanted)
    return [key for key in workforce.learners(viewer).values_list("pk", flat=True) if key in keys]


def found_by(viewer: Viewer, words: str) -> list[Learner]:
    """The learners with just this number or address, else those whose name holds these words: one more than may be shown, if there are."""
    exact = listed(viewer).filter(Q(number__iexact=words) | Q(email__iexact=words))
    return list(exact[: MOST + 1]) or list(listed(viewer).filter(name__icontains=words)[: MOST + 1])
