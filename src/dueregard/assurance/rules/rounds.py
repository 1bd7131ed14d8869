"""Rounds: their stages, how they are scored, and why something may not be done in one. Pure Python."""

from collections.abc import Collection, Sequence
from datetime import date, timedelta

from dueregard.basics.choice import Choice
from dueregard.basics.dates import counted, listed, say

CAUTION = (
    "The lines on this page are examples of good delivery, not legal requirements. "
    "A line that is not satisfied does not of itself mean that the duty is not met."
)
LATELY_DAYS = 30  # records typed so shortly before a sign-off are counted aloud
MOST_NAMED = 12  # lines named one by one in a refusal


class Stage(Choice):
    """What happened to a round."""

    OPENED = "opened", "Opened"
    REFRESHED = "refreshed", "Findings looked up again"
    SIGNED = "signed", "Signed off"


class ScoredBy(Choice):
    """What a person scores in a round, beside judging."""

    NOTHING = "nothing", "Nothing: lines are judged, not scored"
    SECTION = "section", "Each section"
    LINE = "line", "Each line"


def why_not_open(
    *, period_from: date, period_to: date, as_at: date, due: date, on: date, scale: str, scored_by: str, today: date
) -> str | None:
    """The reason a round cannot be opened like this; None if it can."""
    if period_to < period_from:
        return f"The period cannot end on {say(period_to)}, before it begins on {say(period_from)}"
    if as_at > today:
        return f"The findings cannot be as at {say(as_at)}, which has not come yet"
    if on > today:
        return f"A round cannot be opened on {say(on)}, which has not come yet"
    if due < on:
        return f"The round cannot be due on {say(due)}, before it is opened on {say(on)}"
    if bool(scale) == (scored_by == ScoredBy.NOTHING):
        return "Choose a scale and what is scored on it, or neither"
    return None


def why_not_change(signed_on: date | None) -> str | None:
    """The reason nothing in a round can change any more; None while it is open."""
    if signed_on:
        return f"This round was signed off on {say(signed_on)} and is kept as it was. Open a new round to judge again"
    return None


def why_not_beside(signed_on: date | None, *, on: date) -> str | None:
    """The reason the Home Office's view cannot be put beside a round yet; None if it can."""
    if signed_on is None:
        return "The Home Office's view stands beside a signed round: sign this one off first"
    return f"A view of {say(on)} is older than the round, which was signed off on {say(signed_on)}" if on < signed_on else None


def why_not_sign(*, opened_on: date, on: date, today: date) -> str | None:
    """The reason a round cannot be signed off on that day; None if it can."""
    if on > today:
        return f"A round cannot be signed off on {say(on)}, which has not come yet"
    if on < opened_on:
        return f"A round opened on {say(opened_on)} cannot have been signed off on {say(on)}"
    return None


def why_not_sign_unjudged(*, lines: Sequence[str], sections: Sequence[str]) -> str | None:
    """The reason to stop and think where lines are unjudged or sections unscored; a person may go ahead and say why."""
    missing = [f"{_are('line', lines)} not judged"] if lines else []
    missing += [f"{_are('section', sections)} not scored"] if sections else []
    said = ", and ".join(missing)
    return said[:1].upper() + said[1:] if said else None


def _are(noun: str, ids: Sequence[str]) -> str:
    shown = listed([*ids[:MOST_NAMED], *([f"{len(ids) - MOST_NAMED} more"] if len(ids) > MOST_NAMED else [])])
    verb = "is" if len(ids) == 1 else "are"
    return f"{noun if len(ids) == 1 else noun + 's'} {shown} {verb}"


def why_not_happen(on: date, *, opened_on: date, today: date) -> str | None:
    """The reason something cannot have happened in a round on that day; None if it can."""
    if on > today:
        return f"{say(on)} has not come yet"
    if on < opened_on:
        return f"The round was opened on {say(opened_on)}, after {say(on)}"
    return None


def why_not_score(score: str, *, scale: Collection[str], scored_by: str, wanted: str) -> str | None:
    """The reason a score cannot be given here; None if it can."""
    if scored_by != wanted:
        return f"This round does not score each {ScoredBy(wanted).value}"
    if score not in scale:
        return f"{score} is not on this round's scale, which has {listed(list(scale))}"
    return None


def why_not_invite(*, until: date, today: date, is_sensitive: bool) -> str | None:
    """The reason a reviewer cannot be invited like this; None if they can."""
    if until <= today:
        return f"Give a last day after today, {say(today)}: a reviewer's access ends by itself on it"
    if until > today + timedelta(days=366):
        return "A reviewer's access lasts at most a year: choose an earlier last day"
    if is_sensitive:
        return "This round is marked Official-Sensitive, which a reviewer from outside cannot open. Send the return another way"
    return None


def why_not_expect(value: float, *, key: str, has_key: bool, is_fixed: bool, because: str) -> str | None:
    """The reason an expected number cannot be changed; None if it can."""
    if not has_key:
        return f"This line expects no number called {key}"
    if is_fixed:
        return "This number is the toolkit's own and cannot be changed here"
    if value < 0:
        return "An expected number is nothing below zero"
    if key.endswith("share") and value > 1:
        return "A share is at most 1, which is all of them: half is 0.5"
    return None if because.strip() else "Say why the area expects another number than ours"


def typed_lately(typed: Collection[date | None], *, signed_on: date) -> int:
    """How many records were typed in the 30 days before the sign-off."""
    since = signed_on - timedelta(days=LATELY_DAYS)
    return sum(day is not None and since < day <= signed_on for day in typed)


def lately_words(number: int, of: int) -> str:
    """How much of what a round rests on was typed in the last days before sign-off, said aloud."""
    were = "was" if number == 1 else "were"
    return f"{number} of the {counted(of, 'record')} the findings rest on {were} typed in the {LATELY_DAYS} days before sign-off."
